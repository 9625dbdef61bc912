"""Standard output, standard error, terminals."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import unittest

from support import PLAN, REHAB, AppTest, clean_environment


def on_terminal(words, columns=80, **environment):
    """What the program writes to a terminal, as text."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen([REHAB, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=clean_environment(**environment))
    os.close(theirs)
    out = b""
    while select.select([ours], [], [], 20)[0]:
        try:
            block = os.read(ours, 1 << 16)
        except OSError:  # the other end is closed
            break
        out += block
    os.close(ours)
    process.wait()
    return out.decode().replace("\r\n", "\n")


class StreamTest(AppTest):
    def test_a_closed_pipe_ends_quietly(self):
        result = self.shell("rehab list | head -1; echo ${PIPESTATUS[0]}")
        self.assertRegex(result.stdout, r"^[a-z0-9-]+\n0\n$")
        self.assertEqual(result.stderr, "")
        process = subprocess.Popen([REHAB, "plan", "achilles-midportion-alfredson", *PLAN[2:], "-f", "ics"], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        process.stdout.read(1)
        process.stdout.close()
        self.assertEqual((process.stderr.read(), process.wait()), (b"", 0))
        process.stderr.close()

    def test_a_full_disk_behind_standard_output_is_told(self):
        for line in ("rehab list > /dev/full", "rehab --help > /dev/full", "rehab completion bash > /dev/full", "rehab --version > /dev/full"):
            result = self.shell(line)
            self.assertEqual(result.returncode, 6, line)
            self.assertIn("cannot write standard output: No space left on device", result.stderr)

    def test_a_closed_standard_output_is_told_and_no_file_takes_its_place(self):
        result = self.shell("rehab list >&-")
        self.assertEqual((result.returncode, "Bad file descriptor" in result.stderr), (6, True))
        plan = " ".join(PLAN)
        self.assertEqual(self.shell(f"rehab {plan} -o plan.ics >&- 2>&- <&-").returncode, 0)
        self.assertEqual((self.folder / "plan.ics").read_text(), self.rehab(*PLAN, "-f", "ics").stdout)

    def test_data_goes_to_standard_output_and_talk_to_standard_error(self):
        self.assertEqual(self.rehab(*PLAN, "-f", "ics", "--output", "-").stdout, self.rehab(*PLAN, "-f", "ics").stdout)
        result = self.rehab(*PLAN, "--output", "plan.ics")
        self.assertEqual(result.stdout, "")
        self.assertRegex(result.stderr, r"wrote plan\.ics: \d+ sessions, \d+ Dec 2026 to 21 Dec 2026\n")
        self.assertEqual(self.rehab(*PLAN, "--output", "plan.ics", "--quiet").stderr, "")


class ColorTest(AppTest):
    def test_colour_is_for_terminals_only(self):
        self.assertIn("\x1b[", on_terminal(["plann"], TERM="xterm"))
        self.assertIn("\x1b[", on_terminal(["list"], TERM="xterm"))
        self.assertNotIn("\x1b[", self.rehab("plann", environment=clean_environment(TERM="xterm")).stderr)
        self.assertNotIn("\x1b[", self.rehab("list", environment=clean_environment(TERM="xterm")).stdout)

    def test_no_color_and_dumb_terminals_are_respected(self):
        self.assertNotIn("\x1b[", on_terminal(["plann"], TERM="xterm", NO_COLOR="1"))
        self.assertNotIn("\x1b[", on_terminal(["plann"], TERM="dumb"))
        self.assertNotIn("\x1b[", on_terminal(["plann"]))
        self.assertIn("\x1b[", on_terminal(["plann"], TERM="xterm", NO_COLOR=""))

    def test_the_option_has_the_last_word(self):
        self.assertIn("\x1b[", self.rehab("plann", "--color", "always").stderr)
        self.assertIn("\x1b[", self.rehab(*PLAN, "--color=always").stdout)
        self.assertNotIn("\x1b[", on_terminal(["plann", "--color", "never"], TERM="xterm"))

    def test_colour_changes_no_word(self):
        plain, colored = self.rehab("plan", "x", "--days", "wen").stderr, self.rehab("plan", "x", "--days", "wen", "--color", "always").stderr
        self.assertEqual(re.sub(r"\x1b\[[0-9;]*m", "", colored), plain)

    def test_files_get_no_colour_and_80_columns(self):
        on_terminal([*PLAN, "--output", str(self.folder / "plan.txt")], columns=120, TERM="xterm")
        self.assertEqual((self.folder / "plan.txt").read_text(), self.rehab(*PLAN).stdout)

    def test_text_is_as_wide_as_the_terminal(self):
        for columns in (80, 120):
            lines = on_terminal([*PLAN, "--color", "never"], columns=columns, TERM="xterm").splitlines()
            self.assertLessEqual(max(map(len, lines)), columns)
            self.assertEqual("\n".join(lines) + "\n", self.rehab(*PLAN, "--width", str(columns)).stdout)


if __name__ == "__main__":
    unittest.main()
