"""Runs the console app as a user would. REHAB names the program; the tests lie beside this file."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import tomllib
import unittest

REHAB = os.environ.get("REHAB", "rehab")
ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN = ("plan", "calf-strain", "--severity", "mild", "--start", "2026-12-01", "--zone", "Europe/Berlin")
NOW = "2026-12-09T17:30:00Z"  # a Wednesday, half past six in the evening in Berlin
START = ("start", "calf-strain", "--severity", "moderate", "--side", "left", "--start", "2026-12-01", "--zone", "Europe/Berlin")
LISTS = ("exercises", "equipment", "workouts", "measures", "conditions", "tags", "red-flags", "pain-rules", "sources")
AS_ROOT = os.geteuid() == 0


def clean_environment(**more):
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM", "TZ", "COLUMNS", "REHAB_NOW")}
    environment["PATH"] = str(pathlib.Path(REHAB).resolve().parent) + os.pathsep + environment["PATH"]
    return environment | more


def can_mount():
    """Whether this process may make a mount namespace of its own."""
    if not AS_ROOT or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode == 0


class AppTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rehab-app-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def rehab(self, *words, environment=None, **more):
        more.setdefault("stdout", subprocess.PIPE)
        more.setdefault("stderr", subprocess.PIPE)
        return subprocess.run([REHAB, *words], cwd=self.folder, env=environment or clean_environment(), timeout=60, text=True, **more)

    def shell(self, line, environment=None):
        return subprocess.run(["bash", "-c", line], cwd=self.folder, env=environment or clean_environment(), timeout=60, text=True,
                              capture_output=True)

    def assert_fails(self, words, code, *messages):
        """Nothing on standard output, all the messages on standard error, and the code."""
        result = self.rehab(*words)
        self.assertEqual((result.returncode, result.stdout), (code, ""), result.stderr)
        for message in messages:
            self.assertIn(message, result.stderr)
        return result.stderr

    def assert_runs(self, *words, **more):
        result = self.rehab(*words, **more)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result

    def values(self, kind):
        return self.rehab("completion", "--values", kind).stdout.split()


class CaseTest(AppTest):
    """A case that began on 1 December; it is the evening of the 9th unless a test says otherwise."""

    def setUp(self):
        super().setUp()
        self.case = self.folder / "case.toml"

    def rehab(self, *words, at=NOW, **more):
        more.setdefault("environment", clean_environment(REHAB_NOW=at))
        return super().rehab(*words, **more)

    def begin(self, *words):
        self.assert_runs(*START, "--red-flag", "none", "--case", "case.toml", *words)
        return self.case.read_bytes()

    def log(self, *words, **more):
        return self.rehab("log", "--case", "case.toml", *words, **more)

    def entries(self):
        """The entries that rehab wrote, each as a dictionary."""
        return tomllib.loads(self.case.read_text()).get("diary", [])
