"""Plans on a real CalDAV server, as a person brings them there: rehab writes a folder, vdirsyncer syncs it, khal shows it.

REHAB names the program. Nothing but loopback is needed.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import icalendar
import server

REHAB = os.environ["REHAB"]
CASE = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
OTHER_CASE = "8c9e6679-7425-40de-944b-e07fc1f90ae7"
WEEKDAYS = "mon,wed,fri"
OWN_EVENT = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//a person//by hand//EN\r
BEGIN:VEVENT\r
UID:dinner\r
DTSTAMP:20261101T000000Z\r
DTSTART:20261202T180000Z\r
DTEND:20261202T200000Z\r
SUMMARY:Dinner\r
END:VEVENT\r
END:VCALENDAR\r
"""


def said(text, but=()):
    """What an event says, property by property, however its file is written. Its alarm and its zone too."""
    calendar = icalendar.Calendar.from_ical(text)
    out = []
    for component in calendar.walk():
        for name, value in component.property_items(recursive=False):
            if name not in ("BEGIN", "END", "PRODID", *but):
                params = sorted((key, str(val)) for key, val in getattr(value, "params", {}).items() if key != "VALUE")
                text = value.to_ical() if hasattr(value, "to_ical") else str(value).encode()
                out.append((component.name, name, text, tuple(params)))
    return sorted(out, key=repr)


class CalendarTest(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        missing = [program for program in ("radicale", "vdirsyncer", "khal") if not shutil.which(program)]
        if missing:
            raise RuntimeError(f"not installed: {', '.join(missing)}; run .ci/setup test")
        cls.server = server.Server()
        cls.addClassCleanup(cls.server.stop)

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="rehab-home-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.name = self._testMethodName.replace("_", "-")  # a calendar of its own
        self.folder = self.home / "calendars" / self.name
        self.folder.mkdir(parents=True)
        (self.home / "vdirsyncer.conf").write_text(
            f'[general]\nstatus_path = "~/status/"\n'
            f'[pair rehab]\na = "here"\nb = "there"\ncollections = ["{self.name}"]\nconflict_resolution = "a wins"\n'
            f'[storage here]\ntype = "filesystem"\npath = "~/calendars/"\nfileext = ".ics"\n'
            f'[storage there]\ntype = "caldav"\nurl = "{self.server.url}"\n'
            f'username = "{server.USER}"\npassword = "{server.PASSWORD}"\n')
        (self.home / "khal.conf").write_text(
            f"[calendars]\n[[{self.name}]]\npath = ~/calendars/{self.name}\n"
            f"[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
            f"longdatetimeformat = %Y-%m-%d %H:%M\nlocal_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\n"
            f"[sqlite]\npath = {self.home}/khal.db\n")

    def run_program(self, *words, answer="", **environment):
        result = subprocess.run(words, cwd=self.home, env=server.environment(self.home) | environment, input=answer, text=True,
                                timeout=60, capture_output=True)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result.stdout + result.stderr

    def plan(self, folder=None, case=CASE, start="2026-12-01", days=None):
        words = [REHAB, "plan", "calf-strain", "--severity", "mild", "--start", start, "--zone", "Europe/Berlin", "--id", case]
        words += ["--days", days] if days else []
        return self.run_program(*words, "--format", "ics", "--output", f"{folder or self.folder}/").splitlines()[-1]

    def sync(self):
        talk = self.run_program("vdirsyncer", "-c", "vdirsyncer.conf", "sync")
        return [line for line in talk.splitlines() if line.startswith(("Copying", "Deleting"))]

    def publish(self, **plan):
        self.plan(**plan)
        if not (self.home / "status").exists():  # the first time; it asks whether to make the calendar on the server
            self.run_program("vdirsyncer", "-c", "vdirsyncer.conf", "discover", answer="y\n")
        return self.sync()

    def fresh(self, **plan):
        """The plan's own items, as in a folder that holds nothing else: text by name."""
        folder = self.home / "fresh"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self.plan(folder, **plan)
        return {path.name: path.read_bytes().decode() for path in folder.iterdir()}

    def assert_server_holds(self, expected):
        """Exactly these items, whatever order of lines the server likes."""
        held = self.server.items(self.name)
        self.assertEqual(sorted(held), sorted(expected))
        uids = [str(event["UID"]) for text in held.values() for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]
        self.assertEqual(len(uids), len(set(uids)), "an event is there twice")
        for name, text in expected.items():
            self.assertEqual(said(held[name]), said(text), name)

    def agenda(self, first, days):
        lines = self.run_program("khal", "-c", "khal.conf", "list", "--day-format", "{date}", "--format", "{start-time} {title}", first,
                                 f"{days}d")
        return lines.splitlines()


class FolderTest(CalendarTest):
    """One calendar, brought up to date."""

    def test_the_server_holds_exactly_the_plan_that_was_published_last(self):
        sent = self.publish()
        first = self.fresh()
        self.assertEqual(len(sent), len(first))
        self.assert_server_holds(first)

        self.assertIn(" 0 sessions new or changed", self.plan())
        self.assertEqual(self.sync(), [], "the same plan again sends nothing")

        self.publish(start="2026-12-08")
        self.assertEqual(self.server.names(self.name), sorted(first), "a moved session is the same event")
        self.assert_server_holds(self.fresh(start="2026-12-08"))

        self.publish(days=WEEKDAYS)
        fewer = self.fresh(days=WEEKDAYS)
        self.assertLess(len(fewer), len(first))
        self.assert_server_holds(fewer)

    def test_the_persons_own_events_and_other_plans_stay(self):
        self.publish()
        (self.folder / "dinner.ics").write_bytes(OWN_EVENT.encode())
        self.plan(case=OTHER_CASE)
        own, other = self.fresh(days=WEEKDAYS), self.fresh(case=OTHER_CASE)
        self.publish(days=WEEKDAYS)
        self.assert_server_holds(own | other | {"dinner.ics": OWN_EVENT})

    def test_what_was_changed_on_the_server_gives_way_to_the_plan(self):
        self.publish()
        gone = sorted(self.fresh().keys() - self.fresh(days=WEEKDAYS).keys())[0]
        for name in (gone, sorted(self.fresh(days=WEEKDAYS))[0]):
            text = self.server.items(self.name)[name].replace("SUMMARY:", "SUMMARY:Not now: ")
            status, _ = self.server.request("PUT", f"/{server.USER}/{self.name}/{name}", text.encode(),
                                            **{"Content-Type": "text/calendar"})
            self.assertEqual(status, 201)
        self.publish(days=WEEKDAYS)
        self.assertEqual(self.server.names(self.name), sorted([gone, *self.fresh(days=WEEKDAYS)]), "no change is lost at first")
        self.publish(days=WEEKDAYS)
        self.assert_server_holds(self.fresh(days=WEEKDAYS))

    def test_khal_shows_what_is_planned(self):
        self.publish()
        first = self.agenda("2026-12-01", 1)
        self.assertEqual(first[0].strip(), "2026-12-01")
        self.assertIn("07:30 Easy walking + Ankle pumps", first)
        self.assertEqual(len(first) - 1, 4)

    def test_the_server_asks_for_the_password(self):
        self.assertEqual(self.server.request("PROPFIND", f"/{server.USER}/", password="one word")[0], 401)


if __name__ == "__main__":
    unittest.main()
