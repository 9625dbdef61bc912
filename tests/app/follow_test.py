"""What the diary makes of a plan, and what is said to whoever logs."""

import json
import unittest

from support import ROOT, CaseTest



class FollowTest(CaseTest):
    """What the diary makes of the plan, end to end."""

    def setUp(self):
        super().setUp()
        self.begin()

    def test_pain_above_the_limit_is_told_with_what_it_changes(self):
        calm = self.log("--done", "all", "--pain", "1")
        self.assertEqual(calm.stdout, "Nothing changed in the plan.\n")
        before = self.assert_runs("plan", "--case", "case.toml", "-f", "json").stdout
        if_so = self.assert_runs("plan", "--case", "case.toml", "--what-if", "pain=6 on 2026-12-09 evening").stdout
        self.assertEqual(self.assert_runs("plan", "--case", "case.toml", "-f", "json").stdout, before)
        sore = self.log("--pain", "6")
        self.assertNotEqual(sore.stdout, calm.stdout)
        self.assertEqual(sore.stdout.splitlines()[2:], if_so.splitlines()[2:])
        self.assertNotEqual(self.assert_runs("plan", "--case", "case.toml", "-f", "json").stdout, before)
        self.assertIn("9 Dec", self.assert_runs("history", "--case", "case.toml").stdout)
        self.assertNotEqual(json.loads(self.log("--pain", "7", "--json").stdout), {})

    def test_what_if_tells_of_the_past_what_a_log_would_change(self):
        self.log("--done", "all", "--pain", "1")
        for words, item in ((["--date", "2026-12-07", "--pain", "6"], "pain=6 on 2026-12-07"), (["--part", "morning", "--pain", "6"], "pain=6 on 2026-12-09 morning"),
                            (["--red-flag", "nerve", "--date", "2026-12-08"], "red-flag=nerve on 2026-12-08")):
            for clock in ("2026-12-09T17:40:00Z", "2026-12-11T07:00:00Z"):
                old = self.case.read_bytes()
                if_so = self.rehab("plan", "--case", "case.toml", "--what-if", item, at=clock)
                self.assertEqual(if_so.stderr, "nothing is saved; if that happened:\n")
                logged = self.log(*words, "--part", "bedtime", at=clock) if "--date" in words else self.log(*words, "--date", "2026-12-09", at=clock)
                self.assertEqual(logged.returncode, 0, logged.stderr)
                self.assertEqual(if_so.stdout.splitlines()[2:], logged.stdout.splitlines()[2:], (item, clock))
                self.case.write_bytes(old)

    def test_an_earlier_plan_comes_again_to_the_byte(self):
        def calendar(*words):
            return self.assert_runs("plan", "--case", "case.toml", "-f", "ics", *words).stdout
        self.log("--done", "all", "--pain", "1")
        first = calendar()
        self.log("--done", "all", "--pain", "6", at="2026-12-10T17:30:00Z")
        second = calendar()
        self.assertTrue(first != second)
        self.assertTrue(calendar("--as-of", "2026-12-10") == second)
        self.assertTrue(calendar("--as-of", "2026-12-09") == first)

    def test_what_was_withdrawn_is_cancelled_or_dropped(self):
        self.log("--done", "all", "--pain", "6")
        cancelled = self.assert_runs("plan", "--case", "case.toml", "-f", "ics").stdout
        dropped = self.assert_runs("plan", "--case", "case.toml", "-f", "ics", "--withdrawn", "drop").stdout
        self.assertGreater(cancelled.count("STATUS:CANCELLED"), 0)
        self.assertEqual(dropped.count("STATUS:CANCELLED"), 0)
        self.assertTrue(self.assert_runs("plan", "--case", "case.toml", "-f", "ics", "--withdrawn", "Cancel").stdout == cancelled)

    def test_a_red_flag_stops_the_plan_and_a_clinician_lets_it_go_on(self):
        stopped = self.log("--red-flag", "deep-vein-clot")
        self.assertEqual(stopped.returncode, 0, stopped.stderr)
        self.assertTrue(stopped.stderr.startswith("Stop. This must be looked at today.\nSee a doctor today. Until a clot is ruled out"), stopped.stderr)
        self.assertIn("\nsaved: 9 Dec 2026, evening\n", stopped.stderr)
        self.assertIn("See a doctor today", " ".join(self.assert_runs("today", "--case", "case.toml").stdout.split()))
        self.assertIn("Call an ambulance now.", self.log("--red-flag", "lung-clot", "--quiet").stderr)
        self.assert_runs("log", "--case", "case.toml", "--cleared-by", "Dr. Lee", at="2026-12-11T09:00:00Z")
        sessions = json.loads(self.assert_runs("plan", "--case", "case.toml", "-f", "json").stdout)
        self.assertIn("2026-12-12", json.dumps(sessions))

    def test_what_to_do_is_said_in_the_words_of_the_catalog_and_beside_any_mistake(self):
        for words in ([], ["--pain", "99"], ["--catalog", "nowhere"], ["--width", "1"], ["--date", "2026-12-10"]):
            result = self.log("--red-flag", "lung-clot", "--language", "de", *words)
            self.assertTrue(result.stderr.startswith("Stop. This is an emergency.\nRuf sofort den Rettungsdienst.\n\n"), result.stderr)
        own = self.folder / "own"
        own.mkdir()
        text = (ROOT / "protocols" / "safety.toml").read_text()
        (own / "safety.toml").write_text(text.replace('act     = "Stop. Have the leg seen today."', 'act     = "Go to the ward."', 1) + """
[red_flag.blue-toe]
moment = "session"
title = "Blue toe"
ask = "Is a toe blue?"
act = "Ring the ward."
urgency = "emergency"
assumed = ["ask"]
""")
        self.assertTrue(self.log("--red-flag", "blue-toe", "--catalog", "own", "--pain", "x").stderr.startswith("Stop. This is an emergency.\nRing the ward.\n\nerror:"))
        result = self.log("--red-flag", "blue-toe,pop", "--catalog", "own")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("Ring the ward.", result.stderr)
        self.assertIn("Go to the ward.", result.stderr)

    def test_that_there_is_no_warning_sign_needs_no_entry(self):
        old = self.case.read_bytes()
        result = self.log("--red-flag", "none")
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", "nothing to save: no warning sign\n"))
        self.assertEqual(self.case.read_bytes(), old)
        self.assertEqual(self.log("--red-flag", "none", "--done", "all").stderr, "saved: 9 Dec 2026, evening\n")

    def test_strong_pain_is_asked_about(self):
        sore = self.log("--pain", "6", "--quiet").stderr
        self.assertTrue(sore.startswith("That is strong pain. Is one of these so? Then stop, and log it with `--red-flag`:\n"), sore)
        self.assertIn("\n  pop: Did something pop, or did a severe pain start suddenly?\n", sore)
        self.assertIn("\n  pain-stays: Was the pain above 5 of 10, and not falling within ten minutes?\n", sore)
        self.assertNotIn("pressure-mark", sore)
        self.assertNotIn("strong pain", self.log("--pain", "5").stderr)
        self.assertNotIn("strong pain", self.log("--pain", "6", "--red-flag", "pain-stays").stderr)

    def test_a_stop_without_a_red_flag_says_so_first(self):
        for day in range(9, 20):
            result = self.log("--done", "all", "--pain", "5", at=f"2026-12-{day:02}T17:30:00Z")
            if "Stop." in result.stderr:
                break
        self.assertTrue(result.stderr.startswith("Stop. Do not train until a clinician has looked.\n\n"), result.stderr)

    def test_training_while_the_plan_is_stopped_and_after_its_end_is_answered(self):
        self.assertNotIn("the plan is stopped", self.log("--red-flag", "nerve", "--done", "all").stderr)
        self.assertIn("warning: the plan is stopped: do not train until a clinician has looked", self.log("--done", "all").stderr)
        self.assertNotIn("the plan is stopped", self.log("--done", "none").stderr)
        self.assertEqual(self.log("--cleared-by", "Dr. Lee", at="2026-12-10T06:40:00Z").stderr, "saved: 10 Dec 2026, morning\n")

    def test_nothing_changes_a_plan_that_has_ended(self):
        ended = self.log("--note", "x", at="2027-12-09T17:30:00Z")
        self.assertIn("warning: the plan has ended; the entry is kept, and changes nothing", ended.stderr)
        cleared = self.log("--cleared-by", "Dr. Lee", at="2027-12-10T17:30:00Z").stderr
        self.assertIn("warning: the plan has ended; a clearance does not make it go on", cleared)
        self.assertIn("`rehab start`", cleared)

    def test_days_that_were_lived_without_a_word_were_lived(self):
        self.log("--done", "all", "--pain", "1")
        def page(at, *words):
            return self.assert_runs("today", "--case", "case.toml", *words, at=at).stdout
        ahead = page("2026-12-09T17:30:00Z", "--date", "2027-01-22")
        lived = page("2027-01-22T17:30:00Z")
        self.assertIn("Back to full training", ahead)
        self.assertNotIn("Back to full training", lived)
        self.assertEqual(lived, page("2027-01-22T17:30:00Z", "--date", "2027-01-22"))

    def test_days_are_explained_and_shown_as_data(self):
        self.log("--done", "all", "--pain", "6")
        why = self.assert_runs("explain", "--case", "case.toml", "--date", "2026-12-12")
        self.assertIn("12 Dec 2026", why.stdout)
        for command in ("today", "history", "progress"):
            data = json.loads(self.assert_runs(command, "--case", "case.toml", "--json").stdout)
            self.assertEqual(data["format"], f"rehab-{command}")
            for width in ("40", "80", "120"):
                lines = self.assert_runs(command, "--case", "case.toml", "--width", width).stdout.splitlines()
                self.assertLessEqual(max(map(len, lines)), int(width), command)
        day = self.assert_runs("today", "--case", "case.toml", "--date", "2026-12-12").stdout
        self.assertIn("12 Dec 2026", day)
        self.assertEqual(self.rehab("today", "--case", "case.toml", at="2026-12-12T08:00:00Z").stdout, day)

    def test_german_is_spoken(self):
        for command in (["today"], ["history"], ["progress"], ["log", "--done", "all", "--pain", "6"]):
            german = self.assert_runs(*command, "--case", "case.toml", "--language", "de").stdout
            self.assertNotEqual(german, "")


if __name__ == "__main__":
    unittest.main()
