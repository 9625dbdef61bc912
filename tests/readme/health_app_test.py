"""The small health app, as a person uses it.

    health_app_test.py HEALTH_APP
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

APP = pathlib.Path(sys.argv[1]).resolve()


class HealthApp(unittest.TestCase):
    def app(self, answers, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            calendar = pathlib.Path(folder) / "plan.ics"
            ran = subprocess.run([APP, *(arguments or ("2026-12-01", calendar))], input=answers, capture_output=True, text=True, timeout=60)
            return ran, calendar.read_text() if calendar.exists() else None

    def test_pain_changes_the_plan_and_its_calendar(self):
        ran, calendar = self.app("no\nall 2\nall 7\nstop\n")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn("Nothing changed in the plan.", ran.stdout)
        self.assertIn("Because your pain was 7 of 10 (Wed 2 Dec, bedtime), above the most that is", ran.stdout)
        self.assertIn("wrote ", ran.stdout)
        self.assertTrue(calendar.startswith("BEGIN:VCALENDAR"))
        self.assertIn("STATUS:CANCELLED", calendar)

    def test_what_it_does_not_understand_it_asks_again(self):
        ran, calendar = self.app("no\nall\nall 11\nfine 2\nall 2 3\nnone 0\nstop\n")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertEqual(ran.stdout.count("say all, part or none"), 4)
        self.assertIn("1 entries", ran.stdout)

    def test_a_yes_to_a_safety_question_or_no_answer_makes_no_plan(self):
        for answers in ("yes\n", "", "\n", "perhaps\n"):
            ran, calendar = self.app(answers)
            self.assertEqual((ran.returncode, calendar), (5, None), answers)
            self.assertIn("see a clinician first", ran.stdout)

    def test_a_day_that_does_not_exist_is_refused(self):
        self.assertEqual(self.app("no\n", "2026-02-30", "plan.ics")[0].returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
