"""A folder with one file for each event: `rehab plan --format ics --output FOLDER/`. REHAB names the program."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

REHAB = os.environ["REHAB"]
CASE, OTHER_CASE = "7c9e6679-7425-40de-944b-e07fc1f90ae7", "8c9e6679-7425-40de-944b-e07fc1f90ae7"
SESSIONS = 40


class FolderTest(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="rehab-folder-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.folder = self.home / "calendar"
        self.folder.mkdir()

    def plan(self, output, *more, case=CASE, code=0, form=("--format", "ics")):
        words = [REHAB, "plan", "calf-strain", "--severity", "mild", "--start", "2026-12-01", "--zone", "Europe/Berlin", "--id", case]
        result = subprocess.run([*words, *form, "--output", output, *more], cwd=self.home, text=True, capture_output=True,
                                timeout=60)
        self.assertEqual((result.returncode, result.stdout), (code, ""), result.stderr)
        return result.stderr

    def files(self):
        return {path.name: path.read_bytes() for path in self.folder.iterdir()}

    def test_every_session_is_a_file_named_by_its_uid(self):
        self.assertEqual(self.plan("calendar/"), "wrote calendar/: 40 sessions new or changed, 0 as they were, 0 taken away\n")
        files = self.files()
        self.assertEqual(len(files), SESSIONS)
        for name, text in files.items():
            self.assertEqual(text.count(b"BEGIN:VEVENT\r\n"), 1)
            self.assertIn(b"\r\nUID:" + name.removesuffix(".ics").encode() + b"\r\n", text)

    def test_a_folder_is_named_with_a_slash_and_the_format_is_clear(self):
        self.assertIn("cannot write `calendar`: Is a directory", self.plan("calendar", code=6))
        self.plan("calendar/", form=())
        self.assertEqual(len(self.files()), SESSIONS)

    def test_quiet_says_nothing(self):
        self.assertEqual(self.plan("calendar/", "--quiet"), "")

    def test_files_that_would_say_the_same_are_not_written(self):
        self.plan("calendar/")
        before = {path: path.stat() for path in self.folder.iterdir()}
        self.assertIn(" 0 sessions new or changed, 40 as they were, 0 taken away", self.plan("calendar/"))
        for path, stat in before.items():
            self.assertEqual((path.stat().st_ino, path.stat().st_mtime_ns), (stat.st_ino, stat.st_mtime_ns))

    def test_an_older_stamp_or_sequence_alone_is_no_change(self):
        self.plan("calendar/")
        path = next(self.folder.iterdir())
        old = path.read_bytes().replace(b"SEQUENCE:0", b"SEQUENCE:7").replace(b"DTSTAMP:2026", b"DTSTAMP:2025")
        path.write_bytes(old)
        self.assertIn(" 0 sessions new or changed", self.plan("calendar/"))
        self.assertEqual(path.read_bytes(), old)

    def test_what_was_changed_or_lost_is_written_again(self):
        self.plan("calendar/")
        whole = self.files()
        paths = sorted(self.folder.iterdir())
        paths[0].unlink()
        paths[1].write_bytes(paths[1].read_bytes().replace(b"SUMMARY:", b"SUMMARY:Not "))
        paths[2].write_bytes(paths[2].read_bytes()[:-10])
        self.assertIn(" 3 sessions new or changed, 37 as they were", self.plan("calendar/"))
        self.assertEqual(self.files(), whole)

    def test_what_the_plan_no_longer_has_is_taken_away(self):
        self.plan("calendar/")
        self.assertIn(" taken away", self.plan("calendar/", "--days", "mon,wed,fri"))
        fewer = self.files()
        self.assertLess(len(fewer), SESSIONS)
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        self.plan("calendar/", "--days", "mon,wed,fri")
        self.assertEqual(self.files().keys(), fewer.keys())

    def test_nothing_is_touched_that_is_not_this_plans(self):
        self.plan("calendar/", case=OTHER_CASE)
        others = self.files()
        (self.folder / "dinner.ics").write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
        (self.folder / "notes.txt").write_text("X-REHAB-PLAN:nothing\n")
        (self.folder / ".hidden.ics").write_text("mine\n")
        (self.folder / "folder.ics").mkdir()
        (self.folder / "link.ics").symlink_to("dinner.ics")
        self.plan("calendar/")
        self.plan("calendar/", "--days", "mon,wed,fri")
        for name, text in others.items():
            self.assertEqual((self.folder / name).read_bytes(), text)
        for name in ("dinner.ics", "notes.txt", ".hidden.ics", "folder.ics", "link.ics"):
            self.assertTrue((self.folder / name).exists(), name)

    def test_a_text_that_only_quotes_a_plan_is_not_its_event(self):
        self.plan("calendar/")
        mark = next(line for line in next(iter(self.files().values())).split(b"\r\n") if line.startswith(b"X-REHAB-PLAN:"))
        quoting = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDESCRIPTION:see " + mark + b"\r\n " + mark + b"\r\nEND:VEVENT\r\n"
        (self.folder / "quoting.ics").write_bytes(quoting)
        self.plan("calendar/", "--days", "mon,wed,fri")
        self.assertEqual((self.folder / "quoting.ics").read_bytes(), quoting)

    def test_a_folder_that_is_not_there_is_told(self):
        message = self.plan("away/", code=6)
        self.assertIn("cannot write `away/`: No such file or directory", message)
        self.assertIn("make the folder first", message)

    def test_a_file_in_place_of_the_folder_is_left_alone(self):
        (self.home / "mine").write_text("mine\n")
        self.assertIn("cannot write `mine/`: Not a directory", self.plan("mine/", code=6))
        self.assertEqual((self.home / "mine").read_text(), "mine\n")

    def test_a_folder_in_place_of_an_event_is_told(self):
        self.plan("calendar/")
        path = sorted(self.folder.iterdir())[0]
        path.unlink()
        path.mkdir()
        self.assertIn("Is a directory", self.plan("calendar/", code=6))

    def test_a_plan_that_is_refused_leaves_the_folder_as_it_is(self):
        self.plan("calendar/")
        before = self.files()
        self.plan("calendar/", "--red-flag", "breathless", code=5)
        self.assertEqual(self.files(), before)

    def test_no_temporary_file_stays(self):
        self.plan("calendar/")
        self.assertEqual([path.name for path in self.folder.iterdir() if not path.name.endswith(".ics")], [])


if __name__ == "__main__":
    unittest.main()
