"""`rehab log` and the options of a case: entries, and what is refused."""

import datetime
import json
import re
import tomllib
import unittest

from support import ROOT, START, CaseTest

DAY = datetime.date


def at(date, slot):
    return {"date": date, "part": slot}


class EntryTest(CaseTest):
    def setUp(self):
        super().setUp()
        self.begin()

    def last(self, *words, **more):
        result = self.log(*words, **more)
        self.assertEqual(result.returncode, 0, result.stderr)
        return self.entries()[-1]

    def test_an_entry_is_about_today_s_last_session_whose_time_has_come(self):
        for clock, slot in {"06:40": "morning", "08:00": "morning", "15:00": "afternoon", "17:30": "evening"}.items():
            entry = self.last("--done", "all", "--pain", "2", at=f"2026-12-09T{clock}:00Z")
            self.assertEqual(entry, {"date": DAY(2026, 12, 9), "part": slot, "done": "all", "pain": 2}, clock)

    def test_without_a_session_it_is_about_now(self):
        entry = self.last("--note", "a long walk", at="2026-12-09T14:45:00Z")
        self.assertEqual(entry, {"date": DAY(2026, 12, 9), "part": "afternoon", "note": "a long walk"})

    def test_what_is_asked_in_the_morning_is_about_waking(self):
        morning = "2026-12-09T05:30:00Z"
        self.assertEqual(self.last("--pain-next-morning", "3", at=morning)["part"], "waking")
        self.assertEqual(self.last("--measured", "stiffness-next-morning=4", at=morning)["part"], "waking")
        mixed = self.last("--done", "all", "--pain-next-morning", "3", at="2026-12-09T07:00:00Z")
        self.assertEqual((mixed["part"], mixed["measured"]), ("morning", {"pain-next-morning": 3}))

    def test_an_earlier_day_is_told_today_so_the_past_does_not_move(self):
        entry = self.last("--date", "2026-12-08", "--done", "none")
        self.assertEqual(entry, {"date": DAY(2026, 12, 8), "logged": at(DAY(2026, 12, 9), "evening"), "done": "none"})
        entry = self.last("--date", "2026-12-08", "--part", "Midday", "--done", "part")
        self.assertEqual((entry["part"], entry["logged"]), ("midday", at(DAY(2026, 12, 9), "evening")))

    def test_an_earlier_part_of_today_is_told_now(self):
        self.assertEqual(self.last("--part", "morning", "--done", "all")["logged"], at(DAY(2026, 12, 9), "evening"))
        self.assertNotIn("logged", self.last("--part", "evening", "--done", "all"))

    def test_a_session_may_be_done_before_its_time_and_nothing_is_known_before_it_then(self):
        early = self.last("--part", "evening", "--done", "all", at="2026-12-09T09:00:00Z")
        self.assertEqual((early["part"], "logged" in early), ("evening", False))
        later = self.last("--part", "midday", "--done", "all", "--pain", "1", at="2026-12-09T12:00:00Z")
        self.assertEqual(later["logged"], at(DAY(2026, 12, 9), "evening"))

    def test_a_case_in_json_is_followed_but_nothing_can_be_appended_to_it(self):
        self.log("--done", "all", "--pain", "6")
        data = tomllib.loads(self.case.read_text())
        text = json.dumps(data, default=str)
        (self.folder / "case.json").write_text(text)
        for command in ("today", "history", "progress", "plan"):
            toml, other = (self.assert_runs(command, "--case", f"case.{form}").stdout for form in ("toml", "json"))
            self.assertEqual(toml, other, command)
        result = self.rehab("log", "--case", "case.json", "--done", "all")
        self.assertEqual((result.returncode, result.stdout), (4, ""))
        self.assertIn("the case is JSON, to which no entry can be appended; wanted TOML [form]", result.stderr)
        self.assertIn("hint: add the entry to its `diary` with the program that keeps it", result.stderr)
        self.assertEqual((self.folder / "case.json").read_text(), text)

    def test_what_is_told_of_days_to_come_is_put_right_first(self):
        self.log("--done", "all", at="2026-12-11T17:30:00Z")
        by_hand = "\n[[diary]]\ndate = 2026-12-02\nlogged = { date = 2026-12-10 }\npain = 2\n"
        with open(self.case, "a") as file:
            file.write(by_hand)
        old = self.case.read_bytes()
        for command in (["today"], ["log", "--done", "all"], ["log", "--red-flag", "pop"]):
            result = self.rehab(*command, "--case", "case.toml")
            self.assertEqual((result.returncode, result.stdout), (4, ""), result.stderr)
            self.assertEqual(result.stderr.count("error: the entry tells of a day that has not come yet"), 2, result.stderr)
            self.assertRegex(result.stderr, r"case\.toml:26:\d+: error(.*\n)+case\.toml:33:\d+: error(.*\n)+  hint: put the date right in the case file, or the clock")
            self.assertEqual(command[-1] == "pop", "Have the leg seen today." in result.stderr)
        self.assertEqual(self.case.read_bytes(), old)
        self.assertIn("warning: the entry tells of a day that has not come yet", self.assert_runs("plan", "--case", "case.toml").stderr)
        self.assertEqual(self.log("--done", "all", at="2026-12-11T17:40:00Z").returncode, 0)

    def test_a_session_that_was_told_early_holds_no_red_flag_back(self):
        self.last("--part", "evening", "--done", "all", at="2026-12-09T06:40:00Z")
        result = self.log("--red-flag", "pop", at="2026-12-09T07:00:00Z")
        self.assertEqual(self.entries()[-1], {"date": DAY(2026, 12, 9), "part": "morning", "red_flags": ["pop"]})
        self.assertIn("stopped", result.stdout)
        plan = json.loads(self.assert_runs("plan", "--case", "case.toml", "-f", "json").stdout)
        self.assertFalse([s for s in plan["sessions"] if s["date"] > "2026-12-09" or (s["date"] == "2026-12-09" and s["part"] != "morning")], plan["sessions"][-3:])
        self.last("--part", "evening", "--done", "part", "--red-flag", "nerve", at="2026-12-09T07:10:00Z")
        self.assertEqual(self.entries()[-1]["part"], "morning")

    def test_the_day_is_that_of_the_case_s_zone(self):
        self.case.write_text(self.case.read_text().replace("Europe/Berlin", "Pacific/Kiritimati"))
        self.assertEqual(self.last("--note", "x")["date"], DAY(2026, 12, 10))
        self.case.write_text(self.case.read_text().replace("Pacific/Kiritimati", "Pacific/Pago_Pago"))
        self.assertEqual(self.last("--note", "x", at="2026-12-11T05:00:00Z")["date"], DAY(2026, 12, 10))

    def test_all_that_can_be_told_is_written(self):
        entry = self.last("--done", "part", "--pain", "4", "--measured", "one-leg-heel-raise=12/25.5, swelling-not-rising=yes", "--measured",
                          "walks-10-min-free=No", "--sets-done", "heel-raise-two-leg=2", "--red-flag", "nerve", "--cleared-by", " Dr. Lee ", "--pause-until",
                          "2026-12-13", "--note", 'he said "rest"\n#}\nü')
        self.assertEqual(entry["measured"], {"one-leg-heel-raise": {"injured": 12, "other": 25.5}, "swelling-not-rising": 1, "walks-10-min-free": 0})
        del entry["measured"]
        self.assertEqual(entry, {"date": DAY(2026, 12, 9), "part": "evening", "done": "part", "pain": 4, "sets_done": {"heel-raise-two-leg": 2},
                                 "red_flags": ["nerve"], "cleared_by": "Dr. Lee", "pause_until": DAY(2026, 12, 13), "note": 'he said "rest"\n#}\nü'})

    def test_the_file_only_grows(self):
        self.case.write_text(self.case.read_text() + "# my own words\n\n[[diary]]\ndate = 2026-12-02\ndone = 'all'   # by hand")
        before = self.case.read_bytes()
        self.last("--done", "all")
        self.assertTrue(self.case.read_bytes().startswith(before))
        self.assertEqual(len(self.entries()), 2)

    def test_it_is_said_what_was_saved(self):
        self.assertEqual(self.log("--done", "all").stderr, "saved: 9 Dec 2026, evening\n")
        self.assertEqual(self.log("--date", "2026-12-08", "--done", "all").stderr, "saved: 8 Dec 2026, the whole day\n")
        self.assertEqual(self.log("--done", "all", "--quiet").stderr, "")
        self.assertEqual(self.log("--pain", "2").stderr, "saved: 9 Dec 2026, evening\n")
        for again in (["--done", "part"], ["--pain", "3"], ["--done", "all", "--date", "2026-12-08"]):
            self.assertRegex(self.log(*again).stderr, r"^saved: .*; it counts in place of what was logged before\n$")


class RefusalTest(CaseTest):
    def setUp(self):
        super().setUp()
        self.old = self.begin()

    def assert_refused(self, words, code, *messages, **more):
        """The file is as it was."""
        result = self.log(*words, **more)
        self.assertEqual((result.returncode, result.stdout), (code, ""), result.stderr)
        for message in messages:
            self.assertIn(message, result.stderr)
        self.assertNotIn("saved", result.stderr)
        self.assertEqual(self.case.read_bytes(), self.old)
        return result.stderr

    def test_the_future_is_not_logged(self):
        self.assert_refused(["--date", "2026-12-10", "--done", "all"], 2, "the entry lies in the future", "`rehab plan --what-if`")
        self.assert_refused(["--part", "bedtime", "--note", "x"], 2, "that part of the day has not come yet")
        self.assert_refused(["--part", "morning", "--note", "x"], 2, "has not come yet", at="2026-12-09T03:00:00Z")

    def test_what_was_before_the_start_is_not_logged(self):
        self.assert_refused(["--date", "2026-11-30", "--done", "all"], 2, "before the start", "hint:")

    def test_what_the_catalog_does_not_know_is_not_logged(self):
        self.assert_refused(["--measured", "one-leg-heel-rais=12"], 2, "`one-leg-heel-rais`", "one-leg-heel-raise")
        self.assert_refused(["--sets-done", "heel-rais=2"], 2, "`heel-rais`")
        self.assert_refused(["--red-flag", "nerves"], 2, "`nerves`", "write `nerve`; `rehab list red-flags` names them all")
        self.assert_refused(["--measured", "walks-10-min-free=12"], 2, "walks-10-min-free")
        self.assert_refused(["--measured", "two-leg-heel-raise=12/25"], 2, "two-leg-heel-raise")
        self.assert_refused(["--measured", "pain=3"], 2, "pain")
        self.assert_refused(["--pause-until", "2026-12-01"], 2, "pause")

    def test_what_cannot_be_read_is_not_logged_and_every_mistake_is_told(self):
        error = self.assert_refused(["--pain", "11", "--done", "al", "--part", "noon", "--date", "2026-02-30", "--measured", "visa-a=many",
                                     "--measured", "=3", "--sets-done", "heel-raise=101", "--pain-next-morning", "-1"], 2,
                                    "the value of `--pain` is not a whole number from 0 to 10", "unknown answer `al`", "did you mean `all`?",
                                    "unknown part of the day `noon`", "there is no 30 February", "`--measured visa-a` has no value that can be read",
                                    "`--sets-done heel-raise` has no number from 0 to 100", "the value of `--pain-next-morning`")
        self.assertEqual(error.count("error:"), 8, error)
        self.assert_refused(["--measured", "visa-a=3,visa-a=4", "--pain-next-morning", "3", "--measured", "pain-next-morning=3", "--sets-done",
                             "heel-raise-two-leg=1,heel-raise-two-leg=2"], 2, "`visa-a` is given twice", "`pain-next-morning` is given twice",
                            "`heel-raise-two-leg` is given twice in `--sets-done`")
        self.assert_refused(["--note", b"a\xffb"], 4, "the entry would not be read as it was meant", "write notes in UTF-8")
        self.assert_refused([], 2, "nothing is told", "--done all --pain 2")
        self.assert_refused(["--red-flag", "none,pop"], 2, "`none` stands beside others", "Have the leg seen today.")
        self.assert_refused(["--measured", "visa-a=yes"], 2, "`visa-a` is answered with a number")
        self.assert_fails(["log", "--done", "all"], 2, "`--case` is missing", "`rehab start` makes one")
        for number in ("1e3", "12,5/3", "0x10", "1.", ".5", "nan", "12/", "1234567890"):
            self.assert_refused(["--measured", f"visa-a={number}"], 2, "has no value that can be read")

    def test_a_case_that_is_broken_by_hand_is_told_and_left_alone(self):
        whole = self.case.read_text()
        for broken, code in {whole.replace("severity", "severty"): 4, whole + "\n[[diary]]\ndate = \n": 4, whole + "\nnotes = 3\n": 4, "": 4,
                             whole.replace("calf-strain", "calf-strian"): 4, whole.replace("Europe/Berlin", "Europe/Berln"): 4,
                             whole.replace('"moderate"', '"severe"'): 5}.items():
            self.case.write_text(broken)
            self.old = self.case.read_bytes()
            self.assert_refused(["--done", "all"], code, "error:")

    def test_what_the_plan_refuses_is_told_with_its_place_and_without_the_line(self):
        self.case.write_text(self.case.read_text() + "\n[[diary]]\ndate = 2026-12-02\nmeasured = { visa-b = 77 }\n")
        line = len(self.case.read_text().splitlines())
        self.old = self.case.read_bytes()
        for command in (["plan"], ["today"], ["explain", "--week", "1"], ["log", "--done", "all"]):
            error = self.assert_fails([*command, "--case", "case.toml"], 4, f"case.toml:{line}:", "`visa-b`")
            self.assertNotIn("77", error)

    def test_what_to_do_is_said_also_where_a_red_flag_cannot_be_saved(self):
        self.assert_refused(["--red-flag", "lung-clot", "--date", "2026-12-10"], 2, "the entry lies in the future", "Call an ambulance now.")
        self.case.write_text("broken")
        self.old = b"broken"
        self.assert_refused(["--red-flag", "lung-clot"], 4, "error:", "Call an ambulance now.")
        self.case.unlink()
        self.assertIn("Call an ambulance now.", self.log("--red-flag", "lung-clot").stderr)

    def test_no_value_of_the_diary_is_in_a_message_or_in_the_log(self):
        secrets = {"pain": "7", "note": "Grandmother", "who": "Dr. Secretive", "test": "173.25"}
        told = ["--pain", "7", "--measured", "visa-a=173.25", "--note", "Grandmother", "--cleared-by", "Dr. Secretive"]
        said = self.log(*told, "--verbose", at="2026-12-09T16:59:59Z")
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertIn("rehab: ", said.stderr)
        for command in (["today"], ["history"], ["plan"], ["progress"], ["explain", "--week", "1"], ["log", "--done", "all"]):
            said.stderr += self.rehab(*command, "--case", "case.toml", "--verbose").stderr
        self.old = self.case.read_bytes()
        said.stderr += self.assert_refused([*told, "--sets-done", "x=1", "--verbose"], 2)
        for change in (("date = 2026-12-09", "date = 2026-11-09"), ("pain = 7", "pain = 77"), ("note =", "note ="), ("pain = 7", "pain = 7 7"),
                       ('note = "Grandmother"', "note = Grandmother"), ("#}", "")):
            self.case.write_bytes(self.old)
            self.case.write_text(self.case.read_text().replace(*change))
            for command in (["today"], ["log", "--done", "all"]):
                said.stderr += self.rehab(*command, "--case", "case.toml", "--verbose").stderr
        for line in re.sub(r"rehab: \d+ us: ", "rehab: ", said.stderr).splitlines():
            for secret in secrets.values():
                self.assertNotIn(secret, re.sub(r"case\.toml:\d+:\d+|bug in rehab|diary\[\d+\]", "", line), line)


class ProtocolTest(CaseTest):
    def setUp(self):
        super().setUp()
        self.begin()
        self.case.write_text(self.case.read_text().replace('version = "1.0.0"', 'version = "0.9.0"'))

    def test_another_protocol_than_the_pinned_one_needs_consent(self):
        for command in (["plan"], ["today"], ["log", "--done", "all"], ["history"], ["progress"], ["explain", "--week", "1"]):
            error = self.assert_fails([*command, "--case", "case.toml"], 4, "the version was 0.9.0; now it is 1.0.0", "`--accept-protocol`")
            self.assertNotIn("saved", error)
            result = self.assert_runs(*command, "--case", "case.toml", "--accept-protocol")
            self.assertIn("warning: the version was 0.9.0; now it is 1.0.0", result.stderr)
            self.assertNotEqual(result.stdout, "")


class CaseOptionTest(CaseTest):
    def setUp(self):
        super().setUp()
        self.begin()

    def test_what_the_case_says_is_not_said_beside_it(self):
        for words in (["--severity", "mild"], ["--start", "2026-12-01"], ["--days", "mon"], ["--id", "7c9e6679-7425-40de-944b-e07fc1f90ae7"], ["--red-flag", "none"],
                      ["--cleared-by", "x"], ["--zone", "UTC"]):
            for command in (["plan"], ["explain", "--week", "1"]):
                if words[0] == "--id" and command[0] == "explain":
                    continue
                self.assert_fails([*command, "--case", "case.toml", *words], 2, f"`{words[0]}` stands beside `--case`", "leave it out")
        self.assert_fails(["plan", "calf-strain", "--case", "case.toml"], 2, "`calf-strain` stands beside `--case`")
        self.assert_fails(["plan"], 2, "`rehab plan` needs a PROTOCOL")

    def test_a_case_may_lie_in_the_folder_of_the_catalog(self):
        self.log("--done", "all")
        protocol = (ROOT / "protocols" / "calf-strain.toml").read_text()
        (self.folder / "mine.toml").write_text(protocol.replace('"calf-strain"', '"mine"', 1))
        for words in (["today", "--case", "case.toml"], ["show", "calf-strain"], ["list"]):
            self.assertEqual(self.assert_runs(*words, "--catalog", ".").stderr, "")
        self.case.write_text(self.case.read_text().replace("severity", "severty"))
        self.assert_fails(["list", "--catalog", "."], 3, "case.toml")

    def test_a_plan_is_never_written_over_its_case(self):
        old = self.case.read_bytes()
        (self.folder / "link").symlink_to("case.toml")
        for output in ("case.toml", "./case.toml", "link"):
            self.assert_fails(["plan", "--case", "case.toml", "-f", "ics", "-o", output], 2, "`--output` names the case itself", "name another file")
        self.assertEqual(self.case.read_bytes(), old)

    def test_what_only_a_case_can_do_needs_one(self):
        for words in (["--as-of", "2026-12-08"], ["--what-if", "pain=6 on 2026-12-10"], ["--withdrawn", "drop", "-f", "ics"], ["--accept-protocol"]):
            self.assert_fails(["plan", *START[1:], *words], 2, f"`{words[0]}` stands without `--case`")

    def test_what_if_is_read_strictly(self):
        def fails(text, *messages, words=()):
            self.assert_fails(["plan", "--case", "case.toml", "--what-if", text, *words], 2, *messages)
        for text in ("pain", "pain=6", "pain=6 on", "pain=11 on 2026-12-10", "pain=6 at 2026-12-10", "done=al on 2026-12-10", "=6 on 2026-12-10",
                     "pain=6 on 2026-12-10 noon", "visa-a=x on 2026-12-10", "pain=6 on 2026-12-10 evening or so"):
            fails(text, "what stands in `--what-if` cannot be read", "'pain=6 on 2026-12-10'")
        fails("pain=6 on 2026-02-30", "there is no 30 February 2026")
        fails("visa-a=yes on 2026-12-20", "answered with a number")
        fails("pain=6 on 2026-12-10", "makes no calendar", words=["-f", "ics"])
        fails("pain=6 on 2026-12-10", "makes no table", words=["-f", "csv"])
        fails("pain=6 on 2026-12-10", "nothing of it is kept", words=["-o", "x.txt"])
        fails("pain=6 on 2026-12-10", "stands beside `--as-of`", words=["--as-of", "2026-12-08"])
        self.assert_fails(["plan", "--case", "case.toml", "--what-if", "visa-b=6 on 2026-12-10"], 4, "visa-b")

    def test_the_clock_of_a_test_must_be_a_clock(self):
        for clock in ("", "now", "2026-12-09", "2026-12-09T24:00:00Z", "2026-02-30T00:00:00Z", "2026-12-09T17:30:00Zx"):
            result = self.rehab("list", at=clock)
            self.assertEqual((result.returncode, "REHAB_NOW" in result.stderr), (2, True), clock)


if __name__ == "__main__":
    unittest.main()
