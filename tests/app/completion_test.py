"""The completion scripts, in the shells that are there."""

import re
import shutil
import subprocess
import unittest

from support import LISTS, AppTest, clean_environment

LINES = {
    "rehab pl": ["plan"],
    "rehab show calf-s": ["calf-strain"],
    "rehab plan --sev": ["--severity"],
    "rehab plan calf-strain --severity mo": ["moderate"],
    "rehab plan calf-strain --days mon,w": ["mon,wed"],
    "rehab plan calf-strain --time mor": ["morning="],
    "rehab plan calf-strain --zone Europe/Berl": ["Europe/Berlin"],
    "rehab --color always sh": ["show"],
    "rehab completion z": ["zsh"],
    "rehab list exer": ["exercises"],
    "rehab log --part wak": ["waking"],
    "rehab log --case case.toml --done n": ["none"],
    "rehab log --measured visa": ["visa-a"],
    "rehab start calf-s": ["calf-strain"],
    "rehab plan --withdrawn d": ["drop"],
}

BASH = r"""
source <(rehab completion bash)
for line in "$@"; do
  COMP_LINE=$line COMP_POINT=${#line} COMPREPLY=()
  _rehab 2>/dev/null
  echo "${COMPREPLY[*]}"
done
"""

FISH = r"""
rehab completion fish | source
for line in $argv
  complete -C $line | string replace -r '\t.*' '' | string join ' '
end
"""


class CompletionTest(AppTest):
    def assert_completes(self, command):
        result = subprocess.run([*command, *LINES], cwd=self.folder, env=clean_environment(), capture_output=True, text=True, timeout=60)
        self.assertEqual(dict(zip(LINES, (line.split() for line in result.stdout.splitlines()))), LINES, result.stderr)

    def test_bash_completes(self):
        self.assert_completes(["bash", "-c", BASH, "bash"])

    @unittest.skipUnless(shutil.which("fish"), "fish is not here")
    def test_fish_completes(self):
        self.assert_completes(["fish", "--no-config", "-c", FISH])

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not here")
    def test_zsh_takes_the_script(self):
        (self.folder / "_rehab").write_text(self.rehab("completion", "zsh").stdout)
        result = self.shell("zsh -fn _rehab && zsh -fc 'compdef() { echo $*; }; source ./_rehab'")
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "_rehab rehab\n", ""))

    def test_every_option_of_every_help_is_in_every_script(self):
        scripts = {shell: self.rehab("completion", shell).stdout for shell in ("bash", "zsh", "fish")}
        for command in ("list", "show", "plan", "explain", "start", "today", "log", "history", "progress", "check", "completion", "manual"):
            for name in re.findall(r"(?m)^ {2,6}(?:-\w, )?--([a-z-]+)", self.rehab(command, "--help").stdout):
                self.assertIn(f"--{name}", scripts["bash"])
                self.assertIn(f"--{name}", scripts["zsh"])
                self.assertIn(f"-l {name} ", scripts["fish"] + " ")

    def test_values_of_each_kind_are_asked_of_rehab(self):
        for kind in ("protocols", *LISTS, "zones"):
            values = self.values(kind)
            self.assertEqual(values, sorted(set(values)))
            self.assertTrue(values, kind)
        self.assertIn("Europe/Berlin", self.values("zones"))

    def test_an_unknown_shell_is_a_mistake(self):
        self.assert_fails(["completion", "tcsh"], 2, "unknown shell `tcsh`", "write bash, zsh or fish")
        self.assert_fails(["completion"], 2, "no shell is named")


if __name__ == "__main__":
    unittest.main()
