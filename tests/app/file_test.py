"""Files are written whole or not at all."""

import os
import pathlib
import random
import resource
import shutil
import signal
import stat
import subprocess
import threading
import time
import unittest

from support import AS_ROOT, PLAN, REHAB, AppTest, can_mount, clean_environment

NOBODY = 65534


def as_nobody(words):
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *words]


class WriteTest(AppTest):
    def setUp(self):
        super().setUp()
        self.text = self.bytes_of("-")
        self.target = self.folder / "plan.ics"

    def bytes_of(self, output):
        return subprocess.run([REHAB, *PLAN, "-f", "ics", "-o", output], cwd=self.folder, env=clean_environment(), capture_output=True).stdout

    def write(self, output="plan.ics", form="ics", **more):
        return self.rehab(*PLAN, "-f", form, "-o", output, **more)

    def assert_kept(self, result, message, old=b"old"):
        """The file is as it was, nothing lies beside it, and the message names the path."""
        self.assertEqual((result.returncode, result.stdout), (6, ""), result.stderr)
        self.assertIn(message, result.stderr)
        self.assertEqual(self.target.read_bytes(), old)
        self.assert_clean()

    def assert_clean(self, *names):
        self.assertEqual(sorted(os.listdir(self.folder)), sorted({"plan.ics", *names}))

    def test_a_file_is_made_or_replaced(self):
        for _ in range(2):
            self.assertEqual(self.write().returncode, 0)
            self.assertEqual(self.target.read_bytes(), self.text)
            self.assert_clean()

    def test_the_mode_is_the_old_files_or_the_users_usual(self):
        self.write(preexec_fn=lambda: os.umask(0o027))
        self.assertEqual(stat.S_IMODE(self.target.stat().st_mode), 0o640)
        self.target.chmod(0o600)
        self.write(preexec_fn=lambda: os.umask(0o022))
        self.assertEqual(stat.S_IMODE(self.target.stat().st_mode), 0o600)

    def test_a_link_stays_and_its_target_is_replaced(self):
        (self.folder / "far").mkdir()
        self.target.symlink_to("far/real.ics")
        for _ in range(2):  # first it dangles
            self.assertEqual(self.write().returncode, 0)
            self.assertTrue(self.target.is_symlink())
            self.assertEqual((self.folder / "far" / "real.ics").read_bytes(), self.text)
        self.assertEqual(os.listdir(self.folder / "far"), ["real.ics"])

    def test_a_pipe_or_a_device_is_written_never_replaced(self):
        os.mkfifo(self.target)
        got = []
        reader = threading.Thread(target=lambda: got.append(self.target.read_bytes()))
        reader.start()
        self.assertEqual(self.write().returncode, 0)
        reader.join()
        self.assertEqual(got, [self.text])
        self.assertTrue(stat.S_ISFIFO(self.target.stat().st_mode))
        self.assertEqual(self.write("/dev/null").returncode, 0)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))
        self.assertIn("No space left on device", self.write("/dev/full").stderr)

    def test_the_name_of_standard_output_is_standard_output(self):
        self.assertEqual(self.bytes_of("/dev/stdout"), self.text)
        self.target.write_bytes(b"old\n")
        plan = " ".join(PLAN)
        self.assertEqual(self.shell(f"rehab {plan} -f ics -o /dev/stdout >> plan.ics").returncode, 0)
        self.assertEqual(self.target.read_bytes(), b"old\n" + self.text)

    def test_folders_are_told(self):
        self.target.write_bytes(b"old")
        self.assert_kept(self.write("no/plan.ics"), "cannot write `no/plan.ics`: No such file or directory")
        self.assert_kept(self.write("plan.ics/x"), "cannot write `plan.ics/x`: Not a directory")
        self.assert_kept(self.write(".", "text"), "cannot write `.`: Is a directory")
        self.assert_kept(self.write("/", "text"), "cannot write `/`: Is a directory")
        self.assert_kept(self.write("no/", "text"), "cannot write `no/`")

    def test_a_file_that_grows_too_large_leaves_the_old_one(self):
        self.target.write_bytes(b"old")
        self.assert_kept(self.write(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))),
                         "cannot write `plan.ics`: File too large")

    @unittest.skipUnless(can_mount(), "needs a mount namespace")
    def test_a_full_disk_leaves_the_old_file(self):
        line = ('mount -t tmpfs -o size=8k none . && cd . && cd "$PWD" && printf old > plan.ics && "$@"; code=$?; '
                'cat plan.ics; ls -A; exit $code')
        result = subprocess.run(["unshare", "-m", "sh", "-c", line, "sh", REHAB, *PLAN, "-o", "plan.ics"], cwd=self.folder,
                                env=clean_environment(), capture_output=True, text=True)
        self.assertEqual((result.returncode, result.stdout), (6, "oldplan.ics\n"), result.stderr)
        self.assertIn("cannot write `plan.ics`: No space left on device", result.stderr)

    @unittest.skipUnless(can_mount(), "needs a mount namespace")
    def test_a_read_only_disk_leaves_the_old_file(self):
        line = 'mount --bind . . && mount -o remount,ro,bind "$PWD" && cd "$PWD" && exec "$@"'
        self.target.write_bytes(b"old")
        result = subprocess.run(["unshare", "-m", "sh", "-c", line, "sh", REHAB, *PLAN, "-o", "plan.ics"], cwd=self.folder,
                                env=clean_environment(), capture_output=True, text=True)
        self.assert_kept(result, "cannot write `plan.ics`: Read-only file system")

    @unittest.skipUnless(AS_ROOT and shutil.which("setpriv"), "needs another user to be")
    def test_without_permission_nothing_changes(self):
        program = pathlib.Path(shutil.copy(REHAB, self.folder.parent / (self.folder.name + "-program")))
        self.addCleanup(program.unlink)
        self.target.write_bytes(b"old")
        self.folder.chmod(0o755)  # root's: nobody may not make a file here
        self.target.chmod(0o666)
        words = as_nobody([program, *PLAN, "-o", "plan.ics"])
        self.assert_kept(subprocess.run(words, cwd=self.folder, env=clean_environment(), capture_output=True, text=True),
                         "cannot write `plan.ics`: Permission denied")
        self.folder.chmod(0o777)  # nobody may make files, but this one is protected
        self.target.chmod(0o444)
        self.assert_kept(subprocess.run(words, cwd=self.folder, env=clean_environment(), capture_output=True, text=True),
                         "cannot write `plan.ics`: Permission denied")

    def test_a_signal_at_any_moment_leaves_a_whole_file_and_no_other(self):
        self.target.write_bytes(b"old")
        moments = random.Random(7)
        for _ in range(60):
            process = subprocess.Popen([REHAB, *PLAN, "-o", "plan.ics"], cwd=self.folder, env=clean_environment(), stderr=subprocess.DEVNULL)
            time.sleep(moments.uniform(0, 0.012))
            process.send_signal(moments.choice([signal.SIGTERM, signal.SIGINT, signal.SIGHUP]))
            process.wait()
            self.assertIn(self.target.read_bytes(), (b"old", self.text))
            self.assert_clean()


if __name__ == "__main__":
    unittest.main()
