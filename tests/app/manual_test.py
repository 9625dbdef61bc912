"""The manual page: all of the help in one, in the form that man(1) reads."""

import re
import shutil
import subprocess
import unittest

from support import ROOT, AppTest

SECTIONS = ["NAME", "SYNOPSIS", "DESCRIPTION", "SAFETY", "COMMANDS", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES", "SEE ALSO"]
OPTION = re.compile(r"^ {2,6}((?:-\w, )?--[\w-]+(?: \S.*?)?)(?:  +|\n +)(\S.*(?:\n {12,}\S.*)*)", re.MULTILINE)


def words(text):
    return " ".join(text.split())


def spoken(roff):
    """What a reader sees of the page, without its layout."""
    text = re.sub(r"(?m)^\.(SH|SS) (.*)$", r"\n# \2\n", roff)
    text = re.sub(r"(?m)^\.[A-Za-z].*$", "", text)
    text = re.sub(r"\\f[BIR]|\\&", "", text)
    text = re.sub(r"\\\[u([0-9A-F]+)\]", lambda code: chr(int(code[1], 16)), text)
    for written, character in {r"\-": "-", r"\(aq": "'", r"\(dq": '"', r"\(ga": "`", r"\(ti": "~", r"\(ha": "^", r"\e": "\\"}.items():
        text = text.replace(written, character)
    return text


def parts(roff):
    """{"rehab plan": what stands below that heading, …}"""
    pieces = re.split(r"(?m)^# (.*)$", spoken(roff))
    return dict(zip(pieces[1::2], map(words, pieces[2::2])))


def options(help_text):
    """[("--severity LEVEL", "mild, moderate or severe"), …]"""
    return [(left, words(right).replace("`", "")) for left, right in OPTION.findall(help_text.split("\nExamples:")[0])]


class ManualTest(AppTest):
    def setUp(self):
        super().setUp()
        self.page = self.assert_runs("manual").stdout

    def commands(self):
        listed = self.rehab("--help").stdout.split("\nCommands:\n")[1].split("\n\n")[0]
        return re.findall(r"(?m)^  ([a-z]+) ", listed)

    def test_sections_stand_in_their_usual_order(self):
        self.assertEqual(re.findall(r"(?m)^\.SH (.*)$", self.page), SECTIONS)

    def test_every_command_stands_in_it_with_its_help_and_every_option(self):
        page = parts(self.page)
        everywhere = options(self.rehab("--help").stdout)
        self.assertGreater(len(everywhere), 4)
        self.assertEqual([name for name in page if name.startswith("rehab ")], [f"rehab {command}" for command in self.commands()])
        for command in self.commands():
            text = self.rehab(command, "--help").stdout
            below = page[f"rehab {command}"]
            self.assertIn(words(text.split("\nUsage:")[0]).replace("`", ""), below)
            self.assertIn(words(re.search(r"Usage: (.*)", text)[1]), page["SYNOPSIS"])
            own = [option for option in options(text) if option not in everywhere]
            self.assertEqual(len(re.findall(r"(?m)^(?:  -\w, |      )--", text.split("\nExamples:")[0])), len(own) + len(everywhere), command)
            for left, right in own:
                self.assertIn(f"{left} {right}", below)
        for left, right in everywhere:
            self.assertIn(f"{left} {right}", page["OPTIONS"])

    def test_every_example_can_be_copied(self):
        page = spoken(self.page)
        for command in ([], *([command] for command in self.commands())):
            for line in re.findall(r"(?m)^  \$ (.*)$", self.rehab(*command, "--help").stdout.replace(" \\\n     ", "")):
                self.assertIn(f"$ {line}\n", page.replace(" \\\n   ", ""))

    def test_every_exit_code_and_variable_stands_in_it(self):
        page = parts(self.page)
        told = re.search(r"Exit codes: (.*?)\n\n", self.rehab("--help").stdout, re.DOTALL)[1]
        codes = re.findall(r"\b(\d+) [a-z]", told)
        self.assertGreater(len(codes), 6)
        self.assertEqual(re.findall(r"\b\d+(?= [A-Z])", page["EXIT STATUS"]), codes)
        sources = "".join(path.read_text() for path in (ROOT / "apps/rehab").glob("*.cpp"))
        constants = dict(re.findall(r'(\w+) = "([A-Z_]+)";', sources))
        read = {constants.get(name, name.strip('"')) for name in re.findall(r"getenv\(([^)]+)\)", sources)}
        self.assertTrue(read)
        self.assertEqual({name for name in re.findall(r"\b[A-Z]+(?:_[A-Z]+)*\b", page["ENVIRONMENT"])} - {"UTC"}, read)

    def test_it_says_that_it_is_no_medical_advice(self):
        self.assertIn("This is not medical advice.", parts(self.page)["SAFETY"])

    def test_readers_of_manual_pages_have_no_complaint(self):
        for command in (["mandoc", "-Tlint"], ["groff", "-man", "-ww", "-Kutf8", "-Tutf8", "-z"]):
            self.assertTrue(shutil.which(command[0]), f"{command[0]} is not here")
            done = subprocess.run(command, input=self.page, capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""), command)

    def test_it_fits_80_columns(self):
        shown = subprocess.run(["mandoc", "-Tutf8", "-Owidth=78"], input=self.page, capture_output=True, text=True).stdout
        lines = re.sub(".\b", "", shown).splitlines()
        self.assertGreater(len(lines), 300)
        self.assertEqual([line for line in lines if len(line) > 80], [])


if __name__ == "__main__":
    unittest.main()
