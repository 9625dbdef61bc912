"""The command line: help, mistakes, near misses."""

import re
import shutil
import unittest

from support import LISTS, NOW, PLAN, ROOT, AppTest, clean_environment

COMMANDS = ("list", "show", "check", "start", "today", "log", "history", "progress", "plan", "explain", "completion", "manual")


def examples(help_text):
    """The command lines below "Examples:", broken lines joined."""
    text = help_text.split("\nExamples:\n")[1].replace(" \\\n", " ")
    return re.findall(r"^  \$ (.*)$", text, re.MULTILINE)


class HelpTest(AppTest):
    def test_help_fits_80_columns_on_every_level(self):
        for words in (["--help"], *([command, "--help"] for command in COMMANDS)):
            result = self.rehab(*words)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertLessEqual(max(map(len, result.stdout.splitlines())), 80, words)

    def test_help_can_be_asked_for_in_three_ways(self):
        text = self.rehab("plan", "--help").stdout
        self.assertEqual(text, self.rehab("help", "plan").stdout)
        self.assertEqual(text, self.rehab("plan", "calf-strain", "-h", "--sevrity").stdout)

    def test_every_example_of_the_help_works(self):
        mine = (ROOT / "protocols" / "calf-strain.toml").read_text().replace('"calf-strain"', '"my-protocol"', 1)
        (self.folder / "my-protocol.toml").write_text(mine)
        (self.folder / "mine").mkdir()
        shutil.copy(self.folder / "my-protocol.toml", self.folder / "mine")
        (self.folder / "protocols").symlink_to(ROOT / "protocols")
        for words in (*([command, "--help"] for command in COMMANDS), ["--help"]):
            for line in examples(self.rehab(*words).stdout):
                line = line.replace("| source", "").replace("| man -l -", "").replace("source <(rehab completion zsh)", "rehab completion zsh")  # this is bash
                if line.startswith("rehab start") and "--red-flag" not in line:
                    line += " --red-flag none"  # nobody is asked here
                result = self.shell(line, clean_environment(REHAB_NOW=NOW))
                self.assertEqual(result.returncode, 0, line + "\n" + result.stderr)

    def test_no_command_is_a_mistake_and_shows_help(self):
        self.assert_fails([], 2, "Usage: rehab COMMAND", "Examples:")

    def test_version_names_protocols_and_zone_data(self):
        self.assertRegex(self.rehab("--version").stdout,
                         r"^rehab \d+\.\d+\.\d+\nprotocols [0-9a-f]{12} \(\d+\)\ntime-zone data (\d{4}[a-z]+|unknown)\n$")


    def test_help_says_what_surprises(self):
        told = {word: " ".join(self.rehab(word, "--help").stdout.split()) for word in ("plan", "list", "start", "log")}
        for sentence in ("The same protocol and options give the same calendar and data, always; the text shows today's session first",
                         "without it any changed option makes a new plan", "2026-12-24..2026-12-26; or one day: 2026-12-24",
                         "leave it out once a clinician has ruled it out (--cleared-by does not override it)",
                         "titles only: the text of an event still names the exercises", "text is at most 100 columns wide"):
            self.assertIn(sentence, told["plan"])
        self.assertIn("never over a file that is there", told["start"])
        self.assertIn("nobody's name is needed", told["start"])
        self.assertIn("Once it is printed the entry is on the disk. Nothing that was logged is ever changed", told["log"])
        self.assertIn("the past does not move", told["log"])
        for what in LISTS:
            self.assertIn(what, told["list"])
        self.assertIn("REHAB_NOW", self.rehab("--help").stdout)
        self.assertIn("3 a broken protocol file, 4 the case, 5 refused as unsafe, 6 file, 7 time-zone data missing",
                      " ".join(self.rehab("--help").stdout.split()))


class NearMissTest(AppTest):
    def test_the_nearest_word_is_suggested(self):
        self.assert_fails(["plann", "x"], 2, "unknown command `plann`", "did you mean `plan`?")
        self.assert_fails(["plan", "calf-strain", "--sevrity", "mild"], 2, "unknown option `--sevrity`", "did you mean `--severity`?")
        self.assert_fails(["plan", "calf-strain", "--severity", "midl"], 2, "unknown severity `midl`", "did you mean `mild`?")
        self.assert_fails([*PLAN, "--days", "mon,wen"], 2, "unknown weekday `wen`", "did you mean `wed`?")
        self.assert_fails([*PLAN, "--time", "evning=18:00"], 2, "unknown part of the day `evning`", "did you mean `evening`?")
        self.assert_fails([*PLAN, "--format", "icss"], 2, "unknown format `icss`", "did you mean `ics`?")
        self.assert_fails(["show", "achiles-midportion-alfredson"], 4, "`achilles-midportion-alfredson`")
        self.assert_fails(["plan", "achiles-midportion-alfredson", "--severity", "mild", "--zone", "UTC"], 4, "achilles-midportion-alfredson")
        self.assert_fails(["completion", "--values", "zone"], 2, "did you mean `zones`?")
        self.assert_fails(["list", "exercise"], 2, "there is no list of `exercise`", "did you mean `exercises`?")
        self.assert_fails(["list", "xyzzy"], 2, "there is no list of `xyzzy`", "write protocols, exercises, ", "pain-rules or sources")

    def test_what_is_near_to_nothing_is_told_where_to_look(self):
        self.assert_fails(["xyzzy"], 2, "unknown command `xyzzy`", "`rehab --help` lists all commands")
        self.assert_fails(["list", "--xyzzy"], 2, "unknown option `--xyzzy`", "`rehab list --help` lists all options")

    def test_options_of_one_name_mean_what_their_command_says(self):
        helps = {command: " ".join(self.rehab(command, "--help").stdout.split()) for command in ("explain", "today", "log", "start")}
        self.assertIn("--date DATE a day of the plan", helps["explain"])
        self.assertIn("--date DATE the day to look at", helps["today"])
        self.assertIn("--date DATE the day that it is about", helps["log"])
        self.assertIn("--red-flag ID,... a warning sign that appeared", helps["log"])
        self.assertIn("--red-flag ID,... red-flag questions answered with yes", helps["start"])
        self.assert_fails(["log", "--case", "x", "--date"], 2, "`--date` needs a value")
        self.assert_fails(["today", "--case", "x", "--date", "1", "--date", "2"], 2, "`--date` is given twice")

    def test_an_option_of_another_command_is_named(self):
        self.assert_fails(["list", "--severity", "mild"], 2, "`rehab list` has no option `--severity`")

    def test_words_are_printed_without_their_controls(self):
        self.assertNotIn("\x1b", self.assert_fails(["pl\x1b[31man"], 2, "unknown command `pl?[31man`"))


class ValueTest(AppTest):
    def test_every_bad_value_is_reported_in_one_run(self):
        error = self.assert_fails(["plan", "calf-strain", "--start", "2026-02-30", "--days", "mon,fry", "--time", "morning=25:00", "--time",
                                   "noon=12:00", "--away", "2026-12-05..2026-12-01", "--width", "10", "--cleared-by", "someone"], 2,
                                  "there is no 30 February 2026", "unknown weekday `fry`", "`25:00` in `--time` is not a time of day",
                                  "unknown part of the day `noon`", "ends before it begins", "`10` in `--width` is not a whole number from 40 to 200",
                                  "`--severity` is missing", "`--cleared-by` stands without `--cleared-on`")
        self.assertEqual(error.count("error:"), 8, error)

    def test_dates_must_exist_and_be_written_one_way(self):
        for start, message in {"2026-02-30": "there is no 30 February 2026", "2026-13-01": "there is no month 13",
                               "1.12.2026": "is not a date", "2026-1-1": "is not a date", "2026-12-01T00:00": "is not a date",
                               "2027-02-29": "there is no 29 February 2027", "2026-04-00": "there is no 0 April 2026"}.items():
            self.assert_fails(["plan", "calf-strain", "--severity", "mild", "--start", start], 2, message)

    def test_missing_and_unwanted_words_are_told(self):
        self.assert_fails(["plan"], 2, "`rehab plan` needs a PROTOCOL", "`rehab list` names all protocols")
        self.assert_fails(["show", "calf-strain", "extra"], 2, "has no use for `extra`")
        self.assert_fails(["plan", "calf-strain", "--severity"], 2, "`--severity` needs a value")
        self.assert_fails(["plan", "calf-strain", "--severity", "--start", "2026-12-01"], 2, "`--severity` needs a value; `--start` is an option")
        self.assert_fails(["plan", "calf-strain", "--severity="], 2, "`--severity=` has no value")
        self.assert_fails(["list", "--json=no"], 2, "`--json` takes no value")
        self.assert_fails([*PLAN, "--severity", "severe"], 2, "`--severity` is given twice")
        self.assert_fails([*PLAN, "--days", "mon,,wed"], 2, "has an empty place")
        self.assert_fails([*PLAN, "--equipment", "none,step"], 2, "`none` stands beside others")
        self.assert_fails([*PLAN, "--time", "morning=07:00,morning=08:00"], 2, "`morning` is given twice")
        self.assert_fails([*PLAN, "--color", "blue"], 2, "unknown colour mode `blue`")

    def test_options_for_calendars_want_a_calendar(self):
        for words in (["--alarm", "5"], ["--neutral-titles"], ["--publish"], ["--time-form", "utc"]):
            self.assert_fails([*PLAN, *words], 2, "is for calendars, but the format is text", "add `--format ics`")
            self.assertEqual(self.rehab(*PLAN, "--format", "ics", *words).returncode, 0, words)

    def test_whole_days_have_no_alarm(self):
        words = [*PLAN, "--format", "ics", "--time-form", "all-day"]
        self.assert_fails([*words, "--alarm", "5"], 2, "`--alarm` stands beside `--time-form all-day`, but whole days have no alarm",
                          "leave one of them out")
        self.assertNotIn("VALARM", self.rehab(*words).stdout)
        self.assertEqual(self.rehab(*words).stdout, self.rehab(*words, "--alarm", "none").stdout)

    def test_days_levels_and_times_may_be_written_as_people_do(self):
        plain = self.rehab(*PLAN, "--format", "ics", "--days", "mon,wed,fri", "--time", "morning=06:45,evening=18:15")
        self.assertEqual(plain.returncode, 0)
        for days in (["MON,Wed,fri"], ["Monday, wednesday , FRIDAY"], ["mon,", "wed,", "fri"], ["mon,wed,", "fri"]):
            result = self.rehab(*PLAN, "--days", *days, "--format", "ICS", "--time", "Morning=6:45,", "evening=18:15")
            self.assertEqual((result.stdout, result.stderr), (plain.stdout, plain.stderr), days)
        self.assertEqual(self.rehab(*PLAN[:3], "Mild", *PLAN[4:], "--side", "LEFT").stdout, self.rehab(*PLAN, "--side", "left").stdout)
        self.assertIn("\x1b[", self.rehab("list", "--color", "Always").stdout)

    def test_a_range_of_weekdays_is_shown_as_a_list(self):
        for days, wanted in {"mon-fri": "mon,tue,wed,thu,fri", "Sat..Mon": "sat,sun,mon", "friday - sunday": "fri,sat,sun", "sun-sun": "sun"}.items():
            self.assert_fails([*PLAN, "--days", days], 2, f"`{days}` in `--days` is not a weekday", f"hint: write {wanted}\n")
        self.assert_fails([*PLAN, "--days", "mo"], 2, "unknown weekday `mo`", "did you mean `mon`?")
        self.assert_fails([*PLAN, "--days", "mon-fry"], 2, "unknown weekday `mon-fry`")

    def test_times_must_exist(self):
        for time in ("24:00", "7:60", "7.30", "730", ":30", "7:3", "007:30", ""):
            self.assert_fails([*PLAN, "--time", f"morning={time}"], 2, f"`{time}` in `--time` is not a time of day")

    def test_an_identity_is_a_uuid(self):
        for word in ("me", "7c9e6679742540de944be07fc1f90ae7", "7c9e6679-7425-40de-944b-e07fc1f90aeg", "{7c9e6679-7425-40de-944b-e07fc1f90ae7}"):
            self.assert_fails([*PLAN, "--id", word], 2, f"`{word}` in `--id` is not a UUID", "write 32 hexadecimal digits, as 7c9e6679-",
                              "`uuidgen` makes one")

    def test_lists_may_be_repeated_or_joined(self):
        joined = self.rehab(*PLAN, "--format", "ics", "--days", "mon,wed,fri", "--time", "morning=06:45,midday=none")
        apart = self.rehab(*PLAN, "--format", "ics", "--days", "fri", "--days=mon", "--days", "wed", "--time", "midday=none", "--time", "morning=06:45")
        self.assertEqual((joined.returncode, joined.stdout), (0, apart.stdout))

    def test_options_may_stand_before_the_command_and_operands_after_two_dashes(self):
        self.assertEqual(self.rehab("--color", "always", "list").returncode, 0)
        self.assertEqual(self.rehab("list", "--color=never").stdout, self.rehab("--color", "never", "list").stdout)
        self.assert_fails(["show", "--", "-calf"], 4, "`-calf`")


if __name__ == "__main__":
    unittest.main()
