"""Nothing that was logged is lost, whatever happens to the program, the disk or the file.

With REHAB_SLOW=1 eight writers write 1,000 entries each; else 40.
"""

import fcntl
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import stat
import subprocess
import threading
import time
import unittest

from support import AS_ROOT, NOW, REHAB, CaseTest, can_mount, clean_environment

EACH = 1000 if os.environ.get("REHAB_SLOW") else 40
LOG = ("log", "--case", "case.toml", "--done", "all")
ENTRY = b'\n#{\n[[diary]]\ndate = 2026-12-09\npart = "evening"\ndone = "all"\n#}\n'


class WriterTest(CaseTest):
    def writer(self, name, moments, saved):
        """Logs so many entries; every fourth run is killed at a random moment. A run that says it is done has saved its entry."""
        for i in range(EACH):
            note = f"{name}-{i}"
            process = subprocess.Popen([REHAB, *LOG, "--quiet", "--note", note], cwd=self.folder, env=clean_environment(REHAB_NOW=NOW),
                                       stdout=subprocess.DEVNULL)
            if moments.random() < 0.25:
                time.sleep(moments.uniform(0, 0.03))
                process.kill()
            code = process.wait()
            if code == 0:
                saved.append(note)
            elif code != -signal.SIGKILL:
                self.failed.append(f"{note}: exit {code}")

    def test_eight_that_write_at_once_and_are_killed_at_random_lose_nothing(self):
        old = self.begin()
        saved, self.failed = [], []
        writers = [threading.Thread(target=self.writer, args=(f"w{w}", random.Random(w), saved)) for w in range(8)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        text = self.case.read_bytes()
        self.assertEqual(self.failed, [])
        self.assertTrue(text.startswith(old))
        notes = [entry["note"] for entry in self.entries()]
        self.assertEqual(len(set(notes)), len(notes))
        self.assertEqual(set(saved) - set(notes), set())
        self.assertGreater(len(saved), EACH * 4)
        self.assertLess(len(saved), EACH * 8)
        self.assertRegex(text[len(old):], rb'^(\n#\{\n\[\[diary\]\]\ndate = 2026-12-09\npart = "evening"\ndone = "all"\nnote = "w\d-\d+"\n#\}\n)+$')
        self.assertEqual(self.assert_runs("today", "--case", "case.toml").stderr, "")

    def test_who_reads_meanwhile_sees_whole_entries(self):
        self.begin()
        with open(self.case, "r+b") as file:  # as a writer does, half way
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0, os.SEEK_END)
            file.write(ENTRY[:30])
            file.flush()
            reader = subprocess.Popen([REHAB, "history", "--case", "case.toml"], cwd=self.folder, env=clean_environment(REHAB_NOW=NOW),
                                      stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            time.sleep(0.1)
            self.assertIsNone(reader.poll())
            file.write(ENTRY[30:])
        self.assertEqual((reader.communicate()[1], reader.returncode), (b"", 0))


class TornTest(CaseTest):
    def test_an_entry_that_was_cut_off_anywhere_hides_no_other(self):
        old = self.begin() + ENTRY.replace(b"all", b"part")
        for length in range(len(ENTRY) + 1):
            self.case.write_bytes(old + ENTRY[:length])
            result = self.log("--note", "after it")
            self.assertEqual(result.returncode, 0, (length, result.stderr))
            entries = self.entries_of_rehab()
            self.assertEqual((entries[0], entries[-1]), ('done = "part"', 'note = "after it"'), length)
            self.assertEqual(len(entries), 3 if length >= len(ENTRY) - 1 else 2, length)

    def entries_of_rehab(self):
        """The last line of each whole entry."""
        text = self.case.read_text()
        return [match.split("\n")[-2] for match in re.findall(r"#\{\n(\[\[diary\]\]\n(?:[^#].*\n)+)#\}\n", text)]

    def test_an_entry_that_lacks_nothing_but_the_last_line_feed_is_whole(self):
        stripped = self.begin() + ENTRY[:-1]
        self.case.write_bytes(stripped)
        read = self.assert_runs("progress", "--case", "case.toml")
        self.assertEqual(read.stderr, "")
        self.assertEqual(self.case.read_bytes(), stripped)
        self.assertEqual(self.log("--done", "all").stderr, "saved: 9 Dec 2026, evening; it counts in place of what was logged before\n")
        self.assertEqual(self.case.read_bytes(), stripped + b"\n" + ENTRY)

    def test_it_is_told_and_taken_off(self):
        old = self.begin()
        self.case.write_bytes(old + ENTRY[:40])
        read = self.assert_runs("today", "--case", "case.toml")
        self.assertIn("warning: an entry was cut off while it was written; it is left out", read.stderr)
        self.assertEqual(self.case.read_bytes(), old + ENTRY[:40])
        result = self.log("--done", "all")
        self.assertIn("an entry that was cut off was taken off the end of the file; log it again", result.stderr)
        self.assertEqual(self.case.read_bytes(), old + ENTRY[:1] + ENTRY)
        self.assertEqual(self.assert_runs("today", "--case", "case.toml").stderr, "")

    def test_what_may_be_written_by_hand_is_not_taken_off(self):
        old = self.begin()
        for rest in (ENTRY[:40] + b"\n", ENTRY[:40] + b"\n[[diary]]\ndate = 2026-12-08 # no end", ENTRY[:20] + b"\n[[diary]]\ndate = 2026-12-08\n"):
            self.case.write_bytes(old + rest)
            self.log("--done", "all")
            self.assertTrue(self.case.read_bytes().startswith(old + rest), rest)


class DiskTest(CaseTest):
    def setUp(self):
        super().setUp()
        self.old = self.begin()

    def assert_kept(self, result, *messages, code=6):
        self.assertEqual((result.returncode, result.stdout), (code, ""), result.stderr)
        for message in messages:
            self.assertIn(message, result.stderr)
        self.assertNotRegex(result.stderr, r"(?m)^(saved|wrote)")
        self.assertEqual(self.case.read_bytes(), self.old)
        self.assertEqual(os.listdir(self.folder), ["case.toml"])

    def in_mount(self, setup, words, after="cat case.toml"):
        line = f'mount -t tmpfs -o size=8k none . && cd "$PWD" && {setup} && "$@"; code=$?; {after}; exit $code'
        return subprocess.run(["unshare", "-m", "sh", "-c", line, "sh", REHAB, *words], cwd=self.folder, env=clean_environment(REHAB_NOW=NOW),
                              capture_output=True, text=True)

    def test_a_file_that_may_not_grow_is_cut_back_to_what_it_was(self):
        for more in (0, 1, 20, len(ENTRY) - 1):
            size = len(self.old) + more
            result = self.log("--done", "all", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
            self.assert_kept(result, "the entry is not saved: cannot write `case.toml`: File too large")
        size = len(self.old) + len(ENTRY)
        self.assertEqual(self.log("--done", "all", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))).returncode, 0)

    @unittest.skipUnless(can_mount(), "needs a mount namespace")
    def test_a_full_disk_leaves_the_old_bytes(self):
        original = self.folder.parent / (self.folder.name + "-case.toml")
        shutil.copy(self.case, original)
        self.addCleanup(original.unlink)
        # One page for the case, filled to a few octets below its end; the other for what fills the disk.
        fill = f'cp {original} case.toml && (printf "#"; head -c 8000 /dev/zero | tr "\\0" x) | head -c $((4090 - {len(self.old)})) >> case.toml && echo >> case.toml && cp case.toml old.toml; '
        result = self.in_mount(fill + "true", LOG, after="cmp case.toml old.toml && stat -c %s case.toml")
        self.assertEqual((result.returncode, result.stdout), (6, "4091\n"), result.stderr)
        self.assertIn("the entry is not saved: cannot write `case.toml`: No space left on device", result.stderr)
        self.assertIn("make room", result.stderr)
        result = self.in_mount("head -c 8192 /dev/zero > full || true", ("start", "calf-strain", "--severity", "mild", "--zone", "UTC", "--red-flag", "none", "--case", "new.toml"), after="ls -A")
        self.assertEqual((result.returncode, result.stdout), (6, "full\n"), result.stderr)
        self.assertIn("cannot write `new.toml`: No space left on device", result.stderr)

    @unittest.skipUnless(can_mount(), "needs a mount namespace")
    def test_a_read_only_disk_is_told(self):
        line = 'mount --bind . . && mount -o remount,ro,bind "$PWD" && cd "$PWD" && exec "$@"'
        result = subprocess.run(["unshare", "-m", "sh", "-c", line, "sh", REHAB, *LOG], cwd=self.folder, env=clean_environment(REHAB_NOW=NOW),
                                capture_output=True, text=True)
        self.assert_kept(result, "cannot write `case.toml`: Read-only file system")

    @unittest.skipUnless(AS_ROOT and shutil.which("setpriv"), "needs another user to be")
    def test_without_permission_nothing_changes(self):
        program = pathlib.Path(shutil.copy(REHAB, self.folder.parent / (self.folder.name + "-program")))
        self.addCleanup(program.unlink)
        words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", program]
        def as_nobody(*more):
            return subprocess.run([*words, *more], cwd=self.folder, env=clean_environment(REHAB_NOW=NOW), capture_output=True, text=True)
        self.folder.chmod(0o755)
        self.assert_kept(as_nobody(*LOG), "cannot write `case.toml`: Permission denied")
        self.assert_kept(as_nobody("today", *LOG[1:3]), "cannot read `case.toml`: Permission denied")
        self.case.chmod(0o444)
        self.assertEqual(as_nobody("today", *LOG[1:3]).returncode, 0)
        self.assert_kept(as_nobody(*LOG), "cannot write `case.toml`: Permission denied")
        result = as_nobody("start", "calf-strain", "--severity", "mild", "--zone", "UTC", "--red-flag", "none", "--case", "new.toml")
        self.assert_kept(result, "cannot write `new.toml`: Permission denied")

    def test_what_is_no_file_is_told(self):
        for make, message in ((self.case.mkdir, "Is a directory"), (lambda: os.mkfifo(self.case), "it is a pipe")):
            self.case.unlink()
            make()
            result = self.log("--done", "all")
            self.assertEqual((result.returncode, message in result.stderr), (6, True), result.stderr)
            result = self.rehab("today", "--case", "case.toml")
            self.assertEqual((result.returncode, "cannot read `case.toml`" in result.stderr), (6, True), result.stderr)
            self.assertIn("hint: name the file that `rehab start` made", result.stderr)
            shutil.rmtree(self.case) if self.case.is_dir() else self.case.unlink()
            self.case.touch()
        self.case.unlink()
        self.assert_fails(LOG, 6, "cannot read `case.toml`: No such file", "make it with `rehab start`")
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_link_is_followed_and_its_target_keeps_its_mode(self):
        (self.folder / "far").mkdir()
        target = self.folder / "far" / "real.toml"
        self.case.rename(target)
        target.chmod(0o640)
        self.case.symlink_to("far/real.toml")
        self.assertEqual(self.log("--done", "all").returncode, 0)
        self.assertTrue(self.case.is_symlink())
        self.assertEqual(target.read_bytes(), self.old + ENTRY)
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o640)

    def test_a_file_that_an_editor_replaces_meanwhile_gets_the_entry(self):
        edited = self.old.replace(b"07:30", b"06:15") + b"# my words\n"
        with open(self.case, "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            writer = subprocess.Popen([REHAB, *LOG], cwd=self.folder, env=clean_environment(REHAB_NOW=NOW), stdout=subprocess.DEVNULL,
                                      stderr=subprocess.PIPE)
            time.sleep(0.1)
            (self.folder / "new").write_bytes(edited)
            (self.folder / "new").rename(self.case)
        self.assertEqual((writer.communicate()[1], writer.returncode), (b"saved: 9 Dec 2026, evening\n", 0))
        self.assertEqual(self.case.read_bytes(), edited + ENTRY)

    def test_a_case_that_is_full_takes_no_more(self):
        with open(self.case, "ab") as file:
            file.write(b"#" * ((1 << 20) - len(self.old) - len(ENTRY)) + b"\n")
        self.old = self.case.read_bytes()
        self.assert_kept(self.log("--done", "all"), "1 MiB", code=4)


if __name__ == "__main__":
    unittest.main()
