"""Every system call of `rehab log` and `rehab start` is killed, and made to fail, once each (strace's fault injection).

It takes minutes, so it runs only when asked: REHAB_SLOW=1, with strace.
"""

import collections
import concurrent.futures
import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest

from support import NOW, REHAB, START, CaseTest, clean_environment

FAULTS = ("signal=KILL", "error=EIO", "error=ENOSPC", "error=EINTR")
ENTRY = b'\n#{\n[[diary]]\ndate = 2026-12-09\npart = "evening"\ndone = "all"\n#}\n'


@unittest.skipUnless(os.environ.get("REHAB_SLOW") and shutil.which("strace"), "runs when asked, with strace")
class FaultTest(CaseTest):
    def traced(self, folder, words, *options):
        return subprocess.run(["strace", "-f", "-o", "/dev/null", *options, REHAB, *words], cwd=folder, env=clean_environment(REHAB_NOW=NOW),
                              capture_output=True)

    def calls(self, words):
        """Each system call of a run as (name, how many times it was called before and now)."""
        folder, trace = tempfile.mkdtemp(dir=self.folder), self.folder / "trace"
        shutil.copy(self.case, folder)
        self.assertEqual(self.traced(folder, words, "-o", trace).returncode, 0)
        counts = collections.Counter(re.findall(r"(?m)^\d+ +(\w+)\(", trace.read_text()))
        del counts["exit_group"], counts["execve"]  # of these nothing comes back, and strace's own
        return [(name, number) for name, count in sorted(counts.items()) for number in range(1, count + 1)]

    def each_fault(self, words, judge):
        """Runs the command once with each fault, in a folder of its own, and judges it by its exit code, talk and folder."""
        codes = collections.Counter()

        def run(call, fault):
            with tempfile.TemporaryDirectory(dir=self.folder) as folder:
                shutil.copy(self.case, folder)
                result = self.traced(folder, words, "-e", f"inject={call[0]}:{fault}:when={call[1]}")
                codes[result.returncode] += 1
                complaint = judge(result, folder, fault.startswith("signal"))
                return complaint and f"{call[0]} {call[1]} {fault}: exit {result.returncode}: {complaint}\n{result.stderr.decode()}"
        calls = self.calls(words)
        self.assertGreater(len(calls), 50)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            complaints = [c for c in pool.map(lambda pair: run(*pair), [(call, fault) for call in calls for fault in FAULTS]) if c]
        print(f"\n{words[0]}: {len(calls)} system calls, {len(calls) * len(FAULTS)} faults, {len(complaints)} complaints; exit codes {dict(codes)}")
        self.assertEqual(complaints, [])
        self.assertTrue({0, 6, -signal.SIGKILL} <= set(codes), "no fault was felt: this test sees nothing")

    def test_log_saves_the_whole_entry_or_leaves_the_old_bytes(self):
        old = self.begin()

        def judge(result, folder, killed):
            with open(os.path.join(folder, "case.toml"), "rb") as file:
                text = file.read()
            if not text.startswith(old):
                return "old bytes are gone"
            more = text[len(old):]
            if result.returncode == 0:
                return None if more == ENTRY else f"it says done, and the file has {more}"
            if killed and ENTRY.startswith(more):
                return None
            told = b"\nsaved:" in b"\n" + result.stderr  # then only the page about it could not be printed
            return None if more == (ENTRY if told else b"") else f"it failed, and the file has {more}"

        self.each_fault(("log", "--case", "case.toml", "--done", "all"), judge)

    def test_an_entry_is_on_the_disk_before_it_is_said_to_be(self):
        self.begin()
        trace = self.folder / "trace"
        self.traced(self.folder, ("log", "--case", "case.toml", "--done", "all"), "-o", trace, "-e", "trace=flock,write,fsync")
        calls = re.findall(r"(?m)^\d+ +(\w+)\((\d+)", trace.read_text())
        file = calls[0][1]
        self.assertEqual(calls, [("flock", file), ("write", file), ("fsync", file), ("write", "2"), ("write", "1")])

    def test_a_disk_that_cannot_rename_sparingly_gets_the_case_by_a_link(self):
        self.begin()
        result = self.traced(self.folder, (*START, "--red-flag", "none", "--case", "new.toml"), "-e", "inject=renameat2:error=EINVAL")
        self.assertEqual((result.returncode, sorted(os.listdir(self.folder))), (0, ["case.toml", "new.toml"]), result.stderr)
        result = self.traced(self.folder, (*START, "--red-flag", "none", "--case", "other.toml"), "-e", "inject=renameat2:error=EINVAL", "-e", "inject=link:error=EPERM")
        self.assertEqual((result.returncode, sorted(os.listdir(self.folder))), (6, ["case.toml", "new.toml"]), result.stderr)

    def test_a_disk_that_cannot_keep_it_is_told(self):
        old = self.begin()
        for call in ("fsync", "write"):
            result = self.traced(self.folder, ("log", "--case", "case.toml", "--done", "all"), "-e", f"inject={call}:error=EIO:when=1")
            self.assertEqual((result.returncode, self.case.read_bytes() == old), (6, True))
            self.assertIn(b"the entry is not saved: cannot write `case.toml`: Input/output error", result.stderr)
        result = self.traced(self.folder, ("log", "--case", "case.toml", "--done", "all"), "-e", "inject=fsync:error=EIO", "-e", "inject=ftruncate:error=EIO")
        self.assertEqual((result.returncode, self.case.read_bytes() == old + ENTRY), (6, True))
        self.assertIn(b"look at the end of the file", result.stderr)

    def test_start_makes_the_whole_case_or_none(self):
        self.begin()
        size = len(re.sub(rb'id = ".*"', b"", self.case.read_bytes()))

        def judge(result, folder, killed):
            names = set(os.listdir(folder)) - {"case.toml"}
            if "new.toml" in names:
                with open(os.path.join(folder, "new.toml"), "rb") as file:
                    text = re.sub(rb'id = ".*"', b"", file.read())
                if len(text) != size:
                    return f"half a case: {text}"
                if os.stat(os.path.join(folder, "new.toml")).st_mode & 0o777 != 0o600:
                    return "others can read it"
            elif result.returncode == 0:
                return "it says done, and there is no case"
            if killed or result.returncode == 0:
                names -= {name for name in names if killed and name.startswith(".rehab-")}
                return None if names <= {"new.toml"} else f"it leaves {names}"
            return None if not names else f"it failed, and leaves {names}"

        self.each_fault((*START, "--red-flag", "none", "--case", "new.toml"), judge)


if __name__ == "__main__":
    unittest.main()
