"""`rehab start`: the safety questions, then a case file."""

import os
import pty
import re
import select
import stat
import subprocess
import tomllib
import unittest

from support import NOW, REHAB, ROOT, START, CaseTest, clean_environment


CLEARED = ("--cleared-by", "a practice", "--cleared-on", "2026-11-30")
PREGNANT = "Are you pregnant?"


class StartTest(CaseTest):
    def test_a_case_is_written_for_its_owner_alone_and_says_what_comes_next(self):
        result = self.assert_runs(*START, "--red-flag", "none", "--case", "case.toml", preexec_fn=lambda: os.umask(0))
        self.assertEqual(stat.S_IMODE(self.case.stat().st_mode), 0o600)
        self.assertEqual(result.stdout, "")
        self.assertRegex(" ".join(result.stderr.split()), r"^wrote case\.toml: \d+ weeks, 1 Dec 2026 to \d+ \w+ 2027, \d+ sessions; the first to "
                         r"come on 1\d Dec 2026 at \d\d:\d\d What comes next: rehab today --case case\.toml .* rehab plan --case case\.toml -o plan\.ics")
        self.assertLessEqual(max(map(len, result.stderr.splitlines())), 80)
        self.assertEqual(os.listdir(self.folder), ["case.toml"])

    def test_the_commands_that_it_names_can_be_typed(self):
        name = "my own 'case'.toml"
        told = self.assert_runs(*START, "--red-flag", "none", "--case", name).stderr
        commands = re.findall(r"(?m)^  (rehab .*?)(?:  .*)?$", told)
        self.assertEqual(len(commands), 3)
        for command in commands:
            result = self.shell(command, clean_environment(REHAB_NOW=NOW))
            self.assertEqual(result.returncode, 0, command + result.stderr)

    def test_each_case_has_an_identity_of_its_own_and_the_protocol_is_pinned(self):
        first, second = self.begin(), None
        self.case.unlink()
        second = self.begin()
        uuid = rb'(?m)^id += "([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"$'
        self.assertNotEqual(re.search(uuid, first)[1], re.search(uuid, second)[1])
        self.assertRegex(first, rb'(?m)^version += "\d+\.\d+\.\d+"$')
        self.assertRegex(first, rb'(?m)^hash += "[0-9a-f]{40}"$')

    def test_what_the_options_say_is_in_the_case_and_gives_the_same_plan(self):
        self.begin("--days", "mon,wed,fri,sat", "--time", "morning=06:45,midday=none", "--away", "2026-12-24..2026-12-26", "--equipment", "step")
        by_case = self.assert_runs("plan", "--case", "case.toml", "-f", "text").stdout
        by_options = self.assert_runs("plan", *START[1:], "-f", "text", "--days", "mon,wed,fri,sat", "--time", "morning=06:45,midday=none", "--away",
                                      "2026-12-24..2026-12-26", "--equipment", "step").stdout
        self.assertEqual(by_case, by_options)

    def test_a_file_that_is_there_is_never_written_over(self):
        for make in (lambda: self.case.write_text("mine"), lambda: self.case.symlink_to("nowhere"), lambda: self.case.mkdir(),
                     lambda: os.mkfifo(self.case)):
            make()
            before = os.lstat(self.case)
            error = self.assert_fails([*START, "--red-flag", "none", "--case", "case.toml"], 6, "cannot write `case.toml`", "hint: name ")
            self.assertNotIn("wrote", error)
            after = os.lstat(self.case)
            self.assertEqual((before.st_ino, before.st_size, before.st_mtime_ns), (after.st_ino, after.st_size, after.st_mtime_ns))
            self.assertEqual(os.listdir(self.folder), ["case.toml"])
            self.case.rmdir() if stat.S_ISDIR(after.st_mode) else self.case.unlink()
        self.assert_fails([*START, "--red-flag", "none", "--case", "no/case.toml"], 6, "cannot write `no/case.toml`: No such file", "make the folder first")

    def test_two_that_start_at_once_make_one_case(self):
        words = [REHAB, *START, "--red-flag", "none", "--case", "case.toml"]
        for _ in range(10):
            racers = [subprocess.Popen(words, cwd=self.folder, env=clean_environment(), stderr=subprocess.DEVNULL) for _ in range(6)]
            self.assertEqual(sorted(racer.wait() for racer in racers), [0, 6, 6, 6, 6, 6])
            self.assertEqual(os.listdir(self.folder), ["case.toml"])
            self.assert_runs("today", "--case", "case.toml")
            self.case.unlink()

    def test_a_plan_that_is_refused_writes_nothing(self):
        self.assert_fails(["start", "calf-strain", "--severity", "severe", "--red-flag", "none", "--case", "case.toml"], 5, "clearance")
        self.assert_fails(["start", "calf-strian", "--severity", "mild", "--red-flag", "none", "--case", "case.toml"], 4, "write `calf-strain`")
        self.assert_fails([*START, "--red-flag", "none", "--case", "case.toml", "--equipment", "stepp"], 4, "stepp")
        self.assert_fails([*START, "--red-flag", "none"], 2, "`--case` is missing")
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_yes_says_what_to_do_and_how_fast_and_writes_nothing(self):
        self.assert_fails([*START, "--red-flag", "lung-clot", "--case", "case.toml"], 5, "is an emergency", "Call an ambulance now")
        self.assert_fails([*START, "--red-flag", "deep-vein-clot", "--case", "case.toml"], 5, "is to be seen today", "See a doctor today")
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_script_must_answer_the_questions(self):
        for words in ([], ["--no-input"]):
            self.assert_fails([*START, "--case", "case.toml", *words], 2, "the safety questions are not answered",
                              "read the red flags in `rehab show calf-strain`", "--red-flag none", "`--tag` with all that is true")
        self.assertEqual(os.listdir(self.folder), [])
        self.begin("--no-input")

    def test_a_script_says_with_tags_what_is_true_and_the_library_decides(self):
        for tag, words in (("pregnancy", "needs a clinician's clearance"), ("dizziness", "needs a clinician's clearance"), ("tendon-rupture", "is not for")):
            self.assert_fails([*START, "--red-flag", "none", "--tag", tag, "--case", "case.toml"], 5, words)
        self.assertEqual(os.listdir(self.folder), [])
        self.assertNotIn(b"tags", self.begin("--tag", "none"))
        self.case.unlink()
        self.assertIn(b'tags      = ["pregnancy"]', re.sub(rb" += ", b"      = ", self.begin("--tag", "pregnancy", *CLEARED)))

    def test_age_and_sex_are_kept_only_where_they_decide_something(self):
        self.assertRegex(self.begin("--age", "41", "--sex", "Female"), rb'(?m)^age += 41\nsex += "female"$')
        note = self.assert_runs("start", "calf-cramps-at-night", *START[2:4], "--red-flag", "none", "--case", "cramps.toml", "--age", "41").stderr
        self.assertIn("note: age and sex are not written", note)
        self.assertNotIn("41", note)
        self.assertNotIn("age", (self.folder / "cramps.toml").read_text().split("schema")[1])
        self.assert_fails([*START, "--case", "x.toml", "--red-flag", "none", "--age", "121", "--sex", "f"], 2, "from 0 to 120", "unknown sex `f`")


NO_TO_ALL = [b"no\n", b"N\n"] * 25


class QuestionTest(CaseTest):
    def talk(self, *answers, words=(), yes_to=(), protocol="calf-strain"):
        """Types one answer after each question, but yes after those that hold words of `yes_to`. Returns what was seen, and the exit code."""
        process, ours = pty.fork()
        if process == 0:
            os.chdir(self.folder)
            os.execve(REHAB, [REHAB, "start", protocol, *START[2:], "--case", "case.toml", *words], clean_environment(REHAB_NOW=NOW))
        seen, left, done = b"", list(answers), 0
        while select.select([ours], [], [], 20)[0]:
            try:
                seen += os.read(ours, 1 << 16)
            except OSError:  # the other end is closed
                break
            if seen.endswith(b"? ") and left:
                question, done = b" ".join(seen[done:].split()), len(seen)
                answer = left.pop(0)
                os.write(ours, b"yes\n" if any(word.encode() in question for word in yes_to) else answer)
                seen += b"\0"  # so that the question is not answered twice
        os.close(ours)
        return seen.decode().replace("\r\n", "\n").replace("\0", ""), os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])

    def asked(self, seen):
        """What was asked after the red flags, in order."""
        return [" ".join(question.split()) for question in re.findall(r"(?m)^\d+ of \d+\n((?:   .*\n)+?)   yes or no\?", seen)]

    def test_every_question_of_the_condition_is_asked_in_order_and_a_no_to_all_begins(self):
        seen, code = self.talk(*NO_TO_ALL, words=("--age", "41", "--sex", "female"))
        self.assertEqual(code, 0, seen)
        asked = [(int(i), int(n)) for i, n in re.findall(r"(?m)^(\d+) of (\d+): \S", seen)]
        self.assertEqual(asked, [(i + 1, len(asked)) for i in range(len(asked))])
        shown = " ".join(self.rehab("show", "calf-strain").stdout.split())
        titles = re.findall(r"(?m)^\d+ of \d+: (.*)$", seen)
        self.assertGreater(len(titles), 10)
        for title in titles:
            self.assertIn(title, shown)
        self.assertTrue(self.case.exists())
        self.assertNotIn("tags", self.case.read_text())
        self.assertLessEqual(max(map(len, seen.splitlines())), 80)

    def test_after_the_red_flags_it_asks_once_what_may_rule_the_plan_out(self):
        for protocol in ("calf-strain", "calf-trigger-points"):  # the second names tags that bar every plan, too
            shared, own = (tomllib.loads((ROOT / "protocols" / name).read_text()) for name in ("safety.toml", protocol + ".toml"))
            named = own["not_for"] + own["clearance_for"]
            wanted = [tag["ask"] for id, tag in shared["tag"].items() if tag.get("clearance") or id in named]
            seen, code = self.talk(*NO_TO_ALL, protocol=protocol, words=("--age", "41", "--sex", "female"))
            self.assertEqual((code, self.asked(seen)), (0, wanted), seen)
            self.assertIn(f"Now what may be true of you: {len(wanted)} questions.", seen)
            self.assertLess(max(flag.start() for flag in re.finditer(r"(?m)^\d+ of \d+: ", seen)), seen.index("Now what may"))
            self.case.unlink()

    def test_a_yes_that_needs_a_clinician_writes_nothing_and_says_what_to_do(self):
        seen, code = self.talk(*NO_TO_ALL, yes_to=(PREGNANT, "often feel dizzy"))
        told = " ".join(seen.split())
        self.assertEqual((code, os.listdir(self.folder)), (5, []), seen)
        self.assertIn("a person with `pregnancy` needs a clinician's clearance", told)
        self.assertIn("a person with `dizziness` needs a clinician's clearance", told)
        self.assertRegex(told, "Nothing was written. Do not train before a clinician has looked; .* --cleared-by, the day with --cleared-on.$")
        self.assertNotIn("age in years?", seen)
        seen, code = self.talk(*NO_TO_ALL, yes_to=("been torn, or has anyone suspected",), words=CLEARED)
        self.assertEqual((code, os.listdir(self.folder)), (5, []), seen)
        self.assertIn("is not for persons with `tendon-rupture`", " ".join(seen.split()))

    def test_with_a_clinicians_release_a_yes_goes_into_the_case(self):
        seen, code = self.talk(*NO_TO_ALL, yes_to=(PREGNANT, "often feel dizzy"), words=(*CLEARED, "--age", "41", "--sex", "female"))
        self.assertEqual(code, 0, seen)
        self.assertEqual(tomllib.loads(self.case.read_text())["tags"], ["pregnancy", "dizziness"])

    def test_what_a_tag_says_is_not_asked(self):
        seen, code = self.talk(*NO_TO_ALL, words=("--tag", "pregnancy", *CLEARED, "--age", "41", "--sex", "female"))
        self.assertEqual((code, PREGNANT in seen, "younger than 18?" in seen), (0, False, True), seen)
        self.assertEqual(tomllib.loads(self.case.read_text())["tags"], ["pregnancy"])

    def test_the_first_yes_ends_it_with_what_to_do(self):
        seen, code = self.talk(b"no\n", b"no\n", b"Yes\n")
        self.assertEqual((code, os.listdir(self.folder)), (5, []))
        self.assertEqual(len(re.findall(r"yes or no\?", seen)), 3)
        self.assertRegex(seen, r"\nStop\. This is an emergency\.\n(.+\n)+\nNothing was written\. Do not train\.")

    def test_what_is_neither_yes_nor_no_is_asked_again(self):
        seen, code = self.talk(b"maybe\n", b"\n", b"yes\n")
        self.assertEqual((code, seen.count("Please type yes or no. If you are not sure, type yes.")), (5, 2))

    def test_who_goes_away_has_not_begun(self):
        seen, code = self.talk(b"no\n", b"\x04")  # the end of the input
        self.assertEqual((code, os.listdir(self.folder)), (2, []))
        self.assertIn("Nothing was written: a question was not answered.", seen)
        seen, code = self.talk(*[b"no\n"] * 20, b"\x04")
        self.assertEqual((code, os.listdir(self.folder), PREGNANT in seen), (2, [], True))
        self.assertIn("Nothing was written: a question was not answered.", seen)

    def test_age_and_sex_may_be_kept_to_oneself(self):
        seen, code = self.talk(*[b"no\n"] * 30, b"old\n", b"\n", b"F\n")
        self.assertEqual(code, 0, seen)
        self.assertIn("age in years?", seen)
        self.assertIn('sex = "female"', self.case.read_text())
        self.assertNotRegex(self.case.read_text(), r"(?m)^age")

    def test_a_script_on_a_terminal_is_not_asked(self):
        seen, code = self.talk(words=("--red-flag", "none"))
        self.assertEqual((code, "yes or no?" in seen), (0, False))
        self.case.unlink()
        seen, code = self.talk(words=("--no-input",))
        self.assertEqual((code, "yes or no?" in seen, os.listdir(self.folder)), (2, False, []))


if __name__ == "__main__":
    unittest.main()
