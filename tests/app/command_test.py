"""What the commands do, and every exit code."""

import datetime
import csv
import json
import os
import re
import subprocess
import time
import unittest

from support import LISTS, PLAN, REHAB, ROOT, AppTest, can_mount, clean_environment

PROTOCOLS = ROOT / "protocols"


class ListTest(AppTest):
    def test_every_protocol_is_listed_as_text_and_as_data(self):
        ids = self.values("protocols")
        self.assertEqual(re.findall(r"(?m)^\S+$", self.rehab("list").stdout), ids)
        self.assertEqual([row["id"] for row in json.loads(self.rehab("list", "--json").stdout)["entries"]], ids)

    def test_other_ids_are_listed_one_a_line_with_what_they_mean(self):
        for what in LISTS:
            lines = self.rehab("list", what).stdout.splitlines()
            self.assertEqual(sorted({line.split(" ", 1)[0] for line in lines}), self.values(what))
            column = max(len(line.split(" ", 1)[0]) for line in lines) + 2
            self.assertEqual({line[:column].rstrip().count(" ") for line in lines}, {0}, what)
            self.assertTrue(all(line[column:].strip() == line[column:] != "" for line in lines), what)
            page = json.loads(self.rehab("list", what, "--json").stdout)
            self.assertEqual((page["format"], page["of"]), ("rehab-list", what))
            rows = page["entries"]
            self.assertEqual([f"{row['id']:{column}}{row['title']}" for row in rows], lines)
        self.assertRegex(self.rehab("list", "equipment").stdout, r"(?m)^step +\S")
        self.assertRegex(self.rehab("list", "workouts").stdout, r"(?m)^stretch +Calf stretch, if you like \(calf-strain\)$")
        self.assertEqual(self.rehab("list", "protocols").stdout, self.rehab("list").stdout)

    def test_ids_of_an_own_catalog_are_listed_too(self):
        (self.folder / "mine.toml").write_text('schema = 1\n[equipment.stick]\ntitle = "Walking \\"stick\\""\n')
        self.assertRegex(self.rehab("list", "equipment", "--catalog", ".").stdout, r'(?m)^stick +Walking "stick"$')
        rows = json.loads(self.rehab("list", "equipment", "--json", "--catalog", ".").stdout)["entries"]
        self.assertIn({"id": "stick", "title": 'Walking "stick"'}, rows)


class LanguageTest(AppTest):
    def setUp(self):
        super().setUp()
        (self.folder / "phrases.de.toml").write_text('schema = 1\nlanguage = "de"\n[phrase]\nleft-leg = "linkes Bein"\nlisted-yourself = "Sie selbst"\n')
        (self.folder / "measures.de.toml").write_text('schema = 1\nlanguage = "de"\n[measure.pain]\ntitle = "Schmerz"\n')

    def test_a_language_of_the_folder_is_spoken_and_moves_no_session(self):
        german = self.rehab(*PLAN, "--side", "left", "--catalog", ".", "--language", "de", "-f", "ics").stdout
        english = self.rehab(*PLAN, "--side", "left", "--catalog", ".", "-f", "ics").stdout
        self.assertIn("linkes Bein", german)
        self.assertNotIn("linkes Bein", english)
        self.assertEqual(re.findall(r"UID:.*|DTSTART.*", german), re.findall(r"UID:.*|DTSTART.*", english))
        self.assertRegex(self.rehab("list", "--catalog", ".", "--language", "de").stdout, r"(?m)^  led by +Sie selbst$")
        self.assertRegex(self.rehab("list", "measures", "--catalog", ".", "--language", "de").stdout, r"(?m)^pain +Schmerz$")

    def test_a_language_that_is_not_there_names_those_that_are(self):
        for command in (["list"], ["show", "calf-strain"], PLAN):
            self.assert_fails([*command, "--catalog", ".", "--language", "fr"], 4, "there is no language `fr`", "choose one of de, en")


class ShowTest(AppTest):
    def test_a_protocol_is_shown_as_text_and_as_data(self):
        self.assertIn("calf-strain", self.rehab("show", "calf-strain").stdout)
        self.assertIn("calf-strain", json.dumps(json.loads(self.rehab("show", "calf-strain", "--severity", "mild", "--json").stdout)))


class PlanTest(AppTest):
    def test_the_same_words_give_the_same_bytes(self):
        self.assertEqual(self.rehab(*PLAN, "-f", "ics").stdout, self.rehab(*PLAN, "-f", "ics").stdout)

    def test_the_ending_of_the_file_chooses_the_format(self):
        self.rehab(*PLAN, "-o", "plan.ics")
        self.rehab(*PLAN, "-o", "plan.json")
        self.rehab(*PLAN, "-o", "plan")
        self.assertTrue((self.folder / "plan.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n"))
        json.loads((self.folder / "plan.json").read_text())
        self.assertEqual((self.folder / "plan").read_text(), self.rehab(*PLAN).stdout)

    def test_json_is_a_word_for_the_format(self):
        data = self.rehab(*PLAN, "--format", "json").stdout
        for words in (["--json"], ["--json", "-f", "json"]):
            self.assertEqual(self.assert_runs(*PLAN, *words).stdout, data)
        self.rehab(*PLAN, "--json", "-o", "plan.txt")
        self.assertEqual((self.folder / "plan.txt").read_text(), data)
        self.assert_fails([*PLAN, "--json", "-f", "csv"], 2, "`--json` stands beside `--format csv`", "leave one of them out")
        self.assert_fails([*PLAN, "--json", "--alarm", "5"], 2, "`--alarm` is for calendars, but the format is json")

    def test_a_table_has_a_row_for_each_exercise_of_each_session(self):
        self.rehab(*PLAN, "-o", "plan.csv")
        plan = json.loads(self.rehab(*PLAN, "--json").stdout)
        with open(self.folder / "plan.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file, strict=True))
        wanted = [(one["id"], one["date"], one["utc"], dose["exercise"]) for one in plan["sessions"]
                  for dose in plan["routines"][one["routine"]]["doses"]]
        self.assertEqual([(row["session"], row["date"], row["utc"], row["exercise"]) for row in rows], wanted)

    def test_endings_are_read_in_any_case_and_unknown_ones_refused(self):
        text, calendar = self.rehab(*PLAN).stdout, self.rehab(*PLAN, "-f", "ics").stdout
        for name, wanted in {"plan.ICS": calendar, "plan.txt": text, "plan.TEXT": text, ".plan": text, "plan.": text}.items():
            self.assertEqual(self.rehab(*PLAN, "-o", name).returncode, 0, name)
            self.assertEqual((self.folder / name).read_text(), wanted, name)
        for name in ("plan.pdf", "plan.md", "plan.ics.bak"):
            error = self.assert_fails([*PLAN, "-o", name, "--alarm", "5"], 2, f"cannot tell the format from `{name}`", "add `--format text`, ics, json or csv")
            self.assertEqual(error.count("error:"), 1, error)
            self.assertFalse((self.folder / name).exists())
        for name in ("plan.md", "plan.json"):
            self.rehab(*PLAN, "-o", name, "-f", "ics")
            self.assertEqual((self.folder / name).read_text(), calendar)

    def test_an_identity_is_kept_when_options_change(self):
        def identities(*words):
            return set(re.findall(r"(?m)^UID:(.*)$", self.rehab(*PLAN, "-f", "ics", *words).stdout))
        own = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
        first, kept = identities(), identities("--id", own)
        self.assertFalse(first & kept)
        for words in (["--days", "mon,tue,wed,thu,fri,sat"], ["--time", "morning=09:00"], ["--side", "left"]):
            self.assertFalse(first & identities(*words), words)
            self.assertGreater(len(kept & identities(*words, "--id", own.upper())), len(kept) / 2, words)
        self.assertEqual(kept, identities("--time", "morning=09:00", "--id", own))

    def test_what_was_fitted_is_counted_when_a_file_is_written(self):
        def told(*words):
            return self.rehab(*PLAN, *words).stderr
        self.assertRegex(told("-o", "plain.ics"), r"^wrote plain\.ics: \d+ sessions, 1 Dec 2026 to 21 Dec 2026\n$")
        few = ["--days", "mon", "--equipment", "none"]
        text = self.rehab(*PLAN, *few).stdout
        items = re.findall(r"(?m)^• ", re.search(r"What was fitted to you[ ─]*\n+(.*?)(\n\n|\Z)", text, re.DOTALL)[1])
        self.assertGreater(len(items), 1)
        line = rf"sessions, 1 Dec 2026 to 21 Dec 2026; {len(items)} things were fitted to you"
        self.assertRegex(told(*few, "-o", "few.ics"), line + r" \(`--format text` tells them\)\n$")
        self.assertRegex(told(*few, "-o", "few.txt"), line + r"\n$")
        self.assertRegex(told("--equipment", "step,band,backpack", "-o", "one.ics"),
                         r"2026; 1 thing was fitted to you \(`--format text` tells it\)\n$")
        self.assertEqual(told(*few, "-o", "few.ics", "-q"), told(*few, "-f", "json"))

    def test_warnings_about_a_plan_are_told_with_every_format(self):
        few = ["--days", "mon", "--equipment", "none"]
        for words in (["-f", "text"], ["-f", "ics"], ["-f", "json"], ["-q"]):
            result = self.rehab(*PLAN, *few, *words)
            self.assertEqual(result.returncode, 0)
            self.assertRegex(result.stderr, r"(?m)^warning: `[^`]+` comes on 1 of the \d days a week that the protocol asks for")
        warnings = re.findall(r"(?m)^warning: .*$", result.stderr)
        self.assertEqual(len(warnings), len(set(warnings)))
        self.assertEqual(result.stderr.count("hint: free more days, or ask a clinician"), 1, result.stderr)
        self.assertEqual(self.rehab(*PLAN).stderr, "")

    def test_without_a_start_it_is_today_in_the_zone(self):
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
            hours = 14 if zone.endswith("Kiritimati") else -11
            today = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=hours)).strftime("%Y-%m-%d")
            now = self.rehab("plan", "calf-strain", "--severity", "mild", "--zone", zone, "-f", "ics").stdout
            dated = self.rehab("plan", "calf-strain", "--severity", "mild", "--zone", zone, "-f", "ics", "--start", today).stdout
            self.assertEqual(now, dated)

    def test_days_away_stay_free_the_first_and_the_last_too(self):
        def dates(*words):
            sessions = json.dumps(json.loads(self.rehab(*PLAN, "-f", "json", *words).stdout)["sessions"])
            return sorted(set(re.findall(r"2026-12-0[4-7]", sessions)))
        self.assertEqual(dates(), ["2026-12-04", "2026-12-05", "2026-12-06", "2026-12-07"])
        self.assertEqual(dates("--away", "2026-12-05..2026-12-06"), ["2026-12-04", "2026-12-07"])
        self.assertEqual(dates("--away", "2026-12-05"), ["2026-12-04", "2026-12-06", "2026-12-07"])

    def test_an_unknown_protocol_reads_the_same_in_every_command(self):
        by_plan = self.rehab("plan", "calf-strian", *PLAN[2:]).stderr
        self.assertEqual(self.rehab("show", "calf-strian").stderr, by_plan)

    def test_a_plan_is_refused_and_nothing_written(self):
        flag = self.values("red-flags")[0]
        (self.folder / "plan.ics").write_text("old")
        error = self.assert_fails([*PLAN, "--red-flag", flag, "--output", "plan.ics"], 5, "error:", "hint:")
        self.assertNotIn("wrote", error)
        self.assertEqual((self.folder / "plan.ics").read_text(), "old")
        self.assert_fails(["plan", "calf-strain", "--severity", "severe", "--zone", "UTC"], 5, "error:")
        self.assertEqual(self.rehab(*PLAN, "--red-flag", "none").returncode, 0)

    def test_what_the_case_cannot_have_is_4(self):
        self.assert_fails([*PLAN[:-1], "Europe/Berln"], 4, "Europe/Berlin")
        self.assert_fails([*PLAN, "--equipment", "stepp"], 4, "stepp")
        self.assert_fails([*PLAN, "--away", "2026-12-01..2028-12-01"], 4, "error:")
        self.assert_fails(["plan", "calf-strain", "--severity", "mild", "--start", "1969-12-31", "--zone", "UTC"], 4, "error:")

    def test_three_hundred_ranges_away_are_no_trouble(self):
        day = datetime.date(2027, 1, 1)
        ranges = [f"{day + datetime.timedelta(3 * i)}..{day + datetime.timedelta(3 * i)}" for i in range(300)]
        self.assertEqual(self.rehab(*PLAN, "--away", ",".join(ranges)).returncode, 0)

    def test_the_log_is_silent_unless_asked_and_tells_no_names(self):
        words = [*PLAN, "--cleared-by", "Somebody Known", "--cleared-on", "2026-11-30"]
        quiet, loud = self.rehab(*words), self.rehab("-v", *words)
        self.assertEqual(quiet.stdout, loud.stdout)
        self.assertNotIn("rehab: ", quiet.stderr)
        self.assertRegex(loud.stderr, r"(?m)^rehab: \d+ us: sessions planned: \d+$")
        self.assertNotIn("Somebody", loud.stderr)


class ZoneTest(AppTest):
    WORDS = ("plan", "calf-strain", "--severity", "mild", "--start", "2026-12-01", "-f", "json")

    def in_empty_etc(self, setup, environment=None):
        return subprocess.run(["unshare", "-m", "sh", "-c", f'mount -t tmpfs none /etc && {setup} && exec "$@"', "sh", REHAB, *self.WORDS],
                              cwd=self.folder, env=environment or clean_environment(), capture_output=True, text=True)

    @unittest.skipUnless(can_mount(), "needs a mount namespace")
    def test_the_systems_zone_is_taken_where_there_is_one(self):
        for setup in ("ln -s /usr/share/zoneinfo/America/New_York /etc/localtime && echo Asia/Tokyo > /etc/timezone",
                      "echo America/New_York > /etc/timezone"):
            result = self.in_empty_etc(setup, clean_environment(TZ="Asia/Tokyo"))
            self.assertEqual((result.returncode, result.stdout), (0, self.rehab(*self.WORDS, "--zone", "America/New_York").stdout), result.stderr)

    @unittest.skipUnless(can_mount(), "needs a mount namespace")
    def test_without_any_zone_it_is_asked_for(self):
        result = self.in_empty_etc("true", clean_environment(TZ="Europe/Berlin"))
        self.assertEqual((result.returncode, result.stdout), (7, ""))
        self.assertIn("--zone Europe/Berlin", result.stderr)


class CheckTest(AppTest):
    def broken(self, name="calf-strain.toml"):
        path = self.folder / name
        path.write_text((PROTOCOLS / "calf-strain.toml").read_text().replace("\nsupervision", "\nsupervison", 1))
        return path

    def test_the_protocols_that_rehab_carries_have_no_errors(self):
        result = self.rehab("check", str(PROTOCOLS))
        self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout)
        self.assertRegex(result.stdout, r"(?m)^\d+ files: no errors")

    def test_a_mistake_has_its_place_line_caret_and_hint(self):
        self.broken()
        line = next(i for i, text in enumerate((self.folder / "calf-strain.toml").read_text().splitlines(), 1) if text.startswith("supervison"))
        result = self.rehab("check", "calf-strain.toml")
        self.assertEqual((result.returncode, result.stderr), (3, ""))
        self.assertRegex(result.stdout, rf"(?m)^calf-strain\.toml:{line}:1: error: .*`supervison`.*\n +{line} \| supervison.*\n +\| \^\n +hint: .*`supervision`")
        self.assertRegex(result.stdout, r"(?m)^1 file: \d+ errors?")

    def test_a_folder_means_its_toml_files_and_standard_input_is_a_dash(self):
        broken = self.broken()
        (self.folder / "notes.txt").write_text("no protocol")
        (self.folder / ".#calf-strain.toml").symlink_to("nowhere")
        by_name, by_folder = self.rehab("check", "./calf-strain.toml"), self.rehab("check", ".")
        self.assertEqual(by_name.stdout, by_folder.stdout)
        by_input = self.rehab("check", "-", input=broken.read_text())
        self.assertEqual(by_name.stdout.replace("./calf-strain.toml", "calf-strain.toml"), by_input.stdout)

    def test_a_phase_with_nothing_to_do_for_some_is_told(self):
        text = (PROTOCOLS / "achilles-midportion-alfredson.toml").read_text()
        for drop in ("straight", "bent"):
            text = text.replace(f'[instead.heel-drop-{drop}]\nexercise = "heel-drop-floor{"" if drop == "straight" else "-bent"}"\nassumed  = ["exercise"]\n', "")
        (self.folder / "achilles-midportion-alfredson.toml").write_text(text)
        result = self.rehab("check", "achilles-midportion-alfredson.toml")
        self.assertEqual((result.returncode, result.stderr), (3, ""))
        self.assertRegex(result.stdout, r"(?m)^achilles-midportion-alfredson\.toml:\d+:1: error: mild: there is no plan: .* for somebody with `backpack` and no other equipment, on 7 free days a week \(\d+ of \d+ persons tried\) \[rehearsal\]$")

    def test_coverage_is_a_matrix_of_80_columns_however_many_protocols_there_are(self):
        text = (PROTOCOLS / "calf-strain.toml").read_text()
        names = [f"{'long-' * 9}{i}" for i in range(16)]
        for name in names:
            (self.folder / f"{name}.toml").write_text(text.replace('"calf-strain"', f'"{name}"', 1))
        result = self.rehab("check", "--coverage", ".")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertLessEqual(max(map(len, result.stdout.splitlines())), 80)
        for name in names:
            self.assertIn(name, result.stdout)
        self.assertEqual(len(re.findall(r"(?m)^7a  rule for progression +(~ *)+$", result.stdout)), 2)
        self.assertNotIn("achilles", result.stdout)

    def test_coverage_as_data_says_the_same(self):
        page = json.loads(self.rehab("check", "--coverage", "--json", str(PROTOCOLS)).stdout)
        self.assertEqual((page["errors"], page["files"]), (0, len(list(PROTOCOLS.glob("*.toml")))))
        data = page["coverage"]
        text = self.rehab("check", "--coverage", str(PROTOCOLS)).stdout
        for one in data["protocols"]:
            share = one["numbers"]["assumed"] * 100 / sum(one["numbers"].values())
            self.assertRegex(text, rf"(?m)^  {one['protocol']} .* {one['numbers']['assumed']} {share:.0f}%$")
            self.assertEqual([row.get("number") for row in one["cert"]].count("16b"), 1)
            self.assertTrue(all(row["answer"] in ("stated", "partly", "not-stated", "later", "no-case") for row in one["minimum"]))
        self.assertEqual(sum(one["numbers"]["primary"] for one in data["protocols"]), data["numbers"]["primary"])

    def test_coverage_of_what_cannot_be_read_is_its_mistakes(self):
        self.broken()
        result = self.rehab("check", "--coverage", "calf-strain.toml")
        self.assertEqual((result.returncode, result.stdout), (3, ""))
        self.assertIn("`supervison`", result.stderr)
        (self.folder / "spare.toml").write_text('schema = 1\n[equipment.rope]\ntitle = "A rope"\n')
        result = self.rehab("check", "--coverage", "spare.toml")
        self.assertEqual((result.returncode, result.stdout), (3, "no protocol among these files\n"))
        self.assertIn("[equipment.rope] is used nowhere", result.stderr)

    def test_mistakes_as_data_are_those_of_the_text(self):
        self.broken()
        text = self.rehab("check", "calf-strain.toml").stdout
        for words in ([], ["--coverage"]):
            result = self.rehab("check", "--json", "calf-strain.toml", *words)
            self.assertEqual((result.returncode, result.stderr), (3, ""))
            page = json.loads(result.stdout)
            self.assertEqual((page["format"], page["files"]), ("rehab-check", 1))
            self.assertEqual(page["errors"], sum(one["level"] == "error" for one in page["diagnostics"]))
            self.assertRegex(text, rf"(?m)^1 file: {page['errors']} error")
            for one in page["diagnostics"]:
                self.assertIn(f"{one['file']}:{one['line']}:{one['column']}: {one['level']}: {one['message']} [{one['code']}]\n", text)
            self.assertNotIn("coverage", page)

    def test_what_is_no_file_is_refused_at_once(self):
        os.mkfifo(self.folder / "pipe.toml")
        (self.folder / "empty").mkdir()
        self.assert_fails(["check", "missing.toml"], 6, "cannot read `missing.toml`: No such file or directory")
        self.assert_fails(["check", "pipe.toml"], 6, "it is a pipe")
        self.assert_fails(["check", "/dev/zero"], 6, "it is a device")
        self.assert_fails(["check", "empty"], 6, "no .toml file is in it")
        self.assert_fails(["--catalog", "missing", "list"], 6, "cannot read `missing`")
        self.assert_fails(["check", "missing.toml", "also-missing.toml"], 6, "`missing.toml`", "`also-missing.toml`")

    def test_a_gigabyte_is_refused_at_once(self):
        with open(self.folder / "huge.toml", "wb") as file:
            file.truncate(1 << 30)
        begin = time.monotonic()
        self.assertEqual(self.rehab("check", "huge.toml").returncode, 3)
        self.assertLess(time.monotonic() - begin, 5)

    def test_two_files_of_one_name_are_not_checked_together(self):
        (self.folder / "a").mkdir()
        self.broken()
        self.broken("a/calf-strain.toml")
        self.assert_fails(["check", "calf-strain.toml", "a"], 2, "have one name")
        self.assertEqual(self.rehab("check", "calf-strain.toml", "./calf-strain.toml").returncode, 3)

    def test_an_own_catalog_takes_no_red_flag_away(self):
        safety = (PROTOCOLS / "safety.toml").read_text()
        (self.folder / "mine").mkdir()
        for harm in (safety.replace("[red_flag.compartment]", "[red_flag.something-else]"),
                     safety.replace("[red_flag.compartment]", '[red_flag.compartment]\nexcept = ["calf-strain"]'),
                     safety.replace("[red_flag.compartment]", '[red_flag.compartment]\nmoment = "session"')):
            self.assertNotEqual(harm, safety)
            (self.folder / "mine" / "safety.toml").write_text(harm)
            self.assert_fails([*PLAN, "--catalog", "mine"], 3, "the red flag `compartment` is gone", "keep all of it")

    def test_an_own_catalog_adds_replaces_and_is_checked(self):
        text = (PROTOCOLS / "calf-strain.toml").read_text()
        mine = self.folder / "mine"
        mine.mkdir()
        (mine / "my-own.toml").write_text(text.replace('"calf-strain"', '"my-own"', 1))
        (mine / "calf-strain.toml").write_text(re.sub(r'(?m)^title.*', 'title = "Replaced"', text, count=1))
        listed = self.rehab("list", "--catalog", "mine").stdout
        self.assertRegex(listed, r"(?m)^my-own$")
        self.assertRegex(listed, r"calf-strain\n +title +Replaced\n")
        self.assertEqual(self.rehab("plan", "my-own", *PLAN[2:], "--catalog", "mine").returncode, 0)
        self.broken("mine/calf-strain.toml")
        self.assert_fails(["plan", "my-own", *PLAN[2:], "--catalog", "mine"], 3, "mine/calf-strain.toml:", "`supervison`")


if __name__ == "__main__":
    unittest.main()
