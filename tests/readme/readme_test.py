"""Runs every command of README.md and compares what it prints; finds every snippet in a program that the tests build and run.

    readme_test.py README.md REHAB EXAMPLES

A block fenced as `console` holds commands (after "$ ") and what each prints; a line "…" stands for any number of lines. Behind `console`
may stand the instant at which the block is run. A block fenced as `toml NAME` is written to a file NAME, where the commands after it find it. A block fenced as `cpp`, `c`
or `python` must stand, to the letter, in one of the programs of EXAMPLES, one fenced as `cmake` in the project that finds the
package in tests/consumer.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

README, REHAB, EXAMPLES = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
PROGRAMS = {
    "cpp": list(EXAMPLES.glob("*.cpp")),
    "c": list(EXAMPLES.glob("*.c")),
    "python": list(EXAMPLES.glob("*.py")),
    "cmake": [README.parent / "tests/consumer/find_package/CMakeLists.txt"],
}
FENCE = re.compile(r"^```(\w+)?(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text=None):
    return [(m[1] or "", m[2] or "", m[3]) for m in FENCE.finditer(text or README.read_text())]


def sections():
    """Each has a folder of its own."""
    return re.split(r"^(?=## )", README.read_text(), flags=re.MULTILINE)


def commands(block):
    """-> [(command, lines expected)]"""
    out = []
    for line in block.splitlines():
        if line.startswith("$ "):
            out.append((line[2:], []))
        else:
            out[-1][1].append(line)
    return out


def matches(expected, lines):
    if not expected:
        return not lines
    if expected[0] == "…":
        return any(matches(expected[1:], lines[i:]) for i in range(len(lines) + 1))
    return bool(lines) and expected[0] == lines[0] and matches(expected[1:], lines[1:])


class Readme(unittest.TestCase):
    maxDiff = None

    def test_every_command_prints_what_is_printed_there(self):
        env = dict(os.environ, PATH=f"{REHAB.parent}:{os.environ['PATH']}", LC_ALL="C.UTF-8")
        ran = 0
        for section in sections():
            with tempfile.TemporaryDirectory() as folder:
                ran += self.run_section(section, folder, env)
        self.assertGreater(ran, 5)

    def run_section(self, section, folder, env):
        ran = 0
        for kind, name, text in blocks(section):
            if kind == "toml":
                pathlib.Path(folder, name).write_text(text)
            if kind != "console":
                continue
            code = 0
            at = dict(env, REHAB_NOW=name) if name else env
            for command, expected in commands(text):
                done = subprocess.run(["bash", "-c", f"(exit {code}); {command}"], cwd=folder, env=at, text=True, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                code = done.returncode
                ran += 1
                with self.subTest(command=command):
                    if expected:
                        self.assertTrue(matches(expected, done.stdout.splitlines()), f"README says:\n" + "\n".join(expected) + f"\nit prints:\n{done.stdout}")
                    else:
                        self.assertEqual(code, 0, done.stdout)
        return ran

    def test_every_snippet_stands_in_a_program_that_the_tests_run(self):
        for kind, programs in PROGRAMS.items():
            snippets = [text for of, _, text in blocks() if of == kind]
            self.assertTrue(snippets, kind)
            for snippet in snippets:
                with self.subTest(snippet=snippet):
                    self.assertTrue(any(snippet in program.read_text() for program in programs))

    def test_the_two_commands_stand_at_the_top(self):
        first = re.search(r"^(    .*\n)+", README.read_text(), re.MULTILINE)[0].split("\n")
        self.assertTrue(first[0].startswith("    apps/run plan ") and first[1] == "    tests/run", first)
        self.assertTrue(all((README.parent / p).is_file() for p in ("apps/run", "tests/run")))

    def test_no_kind_of_block_is_left_untested(self):
        self.assertLessEqual({kind for kind, _, _ in blocks()}, {"console", "toml", *PROGRAMS})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
