"""Every system call of `rehab log` and `rehab start` is killed, and made to fail, once each (strace's fault injection).

It takes minutes, so it runs only when asked: REHAB_SLOW=1, with strace.
"""

import collections
import concurrent.futures
import os
import re
import shutil
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
        def run(call, fault):
            with tempfile.TemporaryDirectory(dir=self.folder) as folder:
                shutil.copy(self.case, folder)
                result = self.traced(folder, words, "-e", f"inject={call[0]}:{fault}:when={call[1]}")
                complaint = judge(result, folder, fault.startswith("signal"))
                return complaint and f"{call[0]} {call[1]} {fault}: exit {result.returncode}: {complaint}\n{result.stderr.decode()}"
        calls = self.calls(words)
        self.assertGreater(len(calls), 50)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            complaints = [c for c in pool.map(lambda pair: run(*pair), [(call, fault) for call in calls for fault in FAULTS]) if c]
        print(f"\n{words[0]}: {len(calls)} system calls, {len(calls) * len(FAULTS)} faults, {len(complaints)} complaints")
        self.assertEqual(complaints, [])

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
