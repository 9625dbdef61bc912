"""rehab explain: why a plan says what it says."""

import json
import unittest

from support import ROOT, AppTest

WEEK = ("explain", "achilles-midportion-alfredson", "--severity", "moderate", "--week", "3")
CASE = ("calf-strain", "--severity", "mild", "--start", "2026-12-01")
DAY = ("explain", *CASE, "--date", "2026-12-08")
UNITS = ("sets", "reps", "hold_s", "duration_min", "distance_m", "effort_percent", "rest_s", "rest_between_reps_s")


def without_origin(number):
    return {key: value for key, value in number.items() if key not in ("source", "confidence")}


def origin(number):
    return number.get("source"), number["confidence"]


class ExplainTest(AppTest):
    def data(self, *words):
        result = self.rehab(*words, "--json")
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def test_a_week_of_a_protocol_needs_no_start_and_no_clearance(self):
        result = self.rehab(*WEEK)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertRegex(result.stdout, r"(?m)^    15 repetitions +Alfredson 1998, second-hand$")
        self.assertLessEqual(max(map(len, result.stdout.splitlines())), 80)
        self.assertEqual(self.rehab("explain", "calf-strain", "--severity", "severe", "--week", "12").returncode, 0)

    def test_the_numbers_of_a_day_are_those_of_the_plan_with_their_origin(self):
        for words in ((), ("--equipment", "none"), ("--severity", "moderate"), ("--tag", "previous-calf-strain")):
            case = [*CASE, *words] if "--severity" not in words else [CASE[0], *words, *CASE[3:]]
            plan = json.loads(self.rehab("plan", *case, "--zone", "UTC", "-f", "json").stdout)
            for date in sorted({session["date"] for session in plan["sessions"]}):
                wanted, found = set(), set()
                for session in plan["sessions"]:
                    if session["date"] != date:
                        continue
                    for dose in plan["routines"][session["routine"]]["doses"]:
                        for unit in UNITS:
                            if unit in dose:
                                wanted.add((dose["workout"], dose["exercise"], unit, json.dumps(without_origin(dose[unit])), origin(dose[unit])))
                for phase in self.data("explain", *case, "--date", date)["phases"]:
                    for workout in phase["workouts"]:
                        for dose in workout["doses"]:
                            for row in dose["figures"]:
                                if row["of"] in UNITS and "value" in row:
                                    found.add((workout["id"], dose["exercise"], row["of"], json.dumps(row["value"]), origin(row)))
                self.assertEqual(found, wanted, (words, date))

    def test_every_source_that_is_named_is_there_in_full(self):
        def named(node):
            if isinstance(node, dict):
                return ({node["source"]} if "confidence" in node and "source" in node else set()).union(*map(named, node.values()))
            return set().union(*map(named, node)) if isinstance(node, list) else set()

        for week in range(1, 4):
            data = self.data("explain", "calf-strain", "--severity", "mild", "--week", str(week))
            sources = {entry["source"]["id"]: entry for entry in data["sources"]}
            self.assertLessEqual(named(data), set(sources))
            self.assertTrue(all(entry["source"]["seen"] in ("primary", "secondary") for entry in sources.values()))

    def test_what_is_asked_must_be_a_week_or_a_day(self):
        self.assert_fails(WEEK[:-2], 2, "neither `--week` nor `--date` is given", "add `--week 1` for a week of the protocol")
        self.assert_fails([*DAY, "--week", "2"], 2, "`--week` and `--date` are both given", "leave one of them out")
        self.assert_fails(["explain", "calf-strain", "--week", "2"], 2, "`--severity` is missing")
        self.assert_fails(["explain", "calf-strain", "--severity", "mild", "--date", "2026-12-08"], 2, "`--date` stands without `--start`",
                          "add the first day of the plan")
        self.assert_fails([*WEEK, "--away", "2026-12-24"], 2, "`--away` stands without `--start`")
        self.assert_fails([*WEEK[:-1], "0"], 2, "`0` in `--week` is not a whole number from 1 to 99")
        self.assert_fails([*DAY[:-1], "2026-02-30"], 2, "there is no 30 February 2026")

    def test_what_the_plan_does_not_have_is_told(self):
        self.assert_fails([*WEEK[:-1], "13"], 4, "there is no week 13 in this plan", "name a week from 1 to 12")
        self.assert_fails(["explain", "calf-strian", *WEEK[2:]], 4, "there is no protocol `calf-strian`", "write `calf-strain`")
        self.assert_fails([*WEEK, "--equipment", "stepp"], 4, "there is no equipment `stepp`", "write `step`")

    def test_what_stops_a_plan_stops_its_explanation(self):
        self.assert_fails([*WEEK, "--red-flag", "deep-vein-clot"], 5, "[red-flag]")
        self.assert_fails(["explain", "calf-strain", "--severity", "severe", *CASE[3:], "--date", "2026-12-08"], 5,
                          "needs a clinician's clearance")

    def test_a_day_without_training_says_why_and_what_comes_next(self):
        def why(date, *words):
            result = self.rehab(*DAY[:-1], date, *words)
            self.assertEqual(result.returncode, 0, result.stderr)
            data = self.data(*DAY[:-1], date, *words)["no_training"]
            return data["why"], data.get("next"), " ".join(result.stdout.split())

        for date, words, reason, following, sentence in (
                ("2026-11-30", (), "before-start", "2026-12-01", "the plan begins on Tue 1 Dec 2026."),
                ("2026-12-22", (), "after-end", None, "the plan ends on Mon 21 Dec 2026. No training follows."),
                ("2026-12-10", ("--away", "2026-12-10"), "away", "2026-12-12", "you are away."),
                ("2026-12-10", ("--days", "tue,wed,fri"), "not-free", "2026-12-11", "it is none of your free weekdays."),
                ("2026-12-09", (), "rest", "2026-12-10", "rest is part of the plan.")):
            reason_is, next_is, text = why(date, *words)
            self.assertEqual((reason_is, next_is), (reason, following), date)
            self.assertIn(sentence, text)
            if following:
                self.assertIn("The next training is on ", text)

    def test_width_and_colour_are_taken(self):
        self.assertLessEqual(max(map(len, self.rehab(*WEEK, "--width", "50").stdout.splitlines())), 50)
        self.assertIn("\x1b[", self.rehab(*WEEK, "--color", "always").stdout)
        self.assertNotIn("\x1b[", self.rehab(*WEEK).stdout)

    def test_an_own_protocol_is_explained_too(self):
        mine = (ROOT / "protocols" / "calf-strain.toml").read_text().replace('"calf-strain"', '"mine"', 1)
        (self.folder / "mine.toml").write_text(mine)
        ours = self.rehab("explain", "calf-strain", "--severity", "mild", "--week", "2").stdout
        self.assertEqual(self.rehab("explain", "mine", "--severity", "mild", "--week", "2", "--catalog", ".").stdout, ours)


if __name__ == "__main__":
    unittest.main()
