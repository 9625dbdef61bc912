"""A plan that follows its diary on a real CalDAV server: revision 1 is published, then revision 5."""

import unittest

import icalendar
from caldav_test import REHAB, CalendarTest, said

REVISION = ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE")


def sequence(text):
    return next(int(event["SEQUENCE"]) for event in icalendar.Calendar.from_ical(text).walk("VEVENT"))


class DiaryTest(CalendarTest):
    def setUp(self):
        super().setUp()
        self.rehab("start", "calf-strain", "--severity", "moderate", "--start", "2026-12-01", "--zone", "Europe/Berlin", "--red-flag",
                   "none", "--no-input")

    def rehab(self, command, *words, now="2026-12-31T12:00:00Z"):
        return self.run_program(REHAB, command, *words, "--case", "case.toml", REHAB_NOW=now)

    def log(self, date, part, *words):
        """At the end of that part of that day, in winter in Berlin."""
        ends = {"waking": "05:00", "midday": "13:30", "evening": "18:30", "bedtime": "21:30"}
        now = f"2026-12-{date:02}T{ends[part]}:00Z"
        return self.rehab("log", "--date", f"2026-12-{date:02}", "--part", part, *words, now=now)

    def plan(self, folder=None, **options):
        words = [word for key, value in options.items() for word in (f"--{key.replace('_', '-')}", value)]
        return self.rehab("plan", "--format", "ics", "--output", f"{folder or self.folder}/", *words).splitlines()[-1]

    def calendar(self, *words):
        """The whole file."""
        self.rehab("plan", "--output", "plan.ics", *words)
        return (self.home / "plan.ics").read_text()

    def live_through(self):
        """Four entries more: too much pain, an illness, a session left out, a bad morning."""
        self.log(9, "evening", "--done", "part", "--pain", "8")
        self.log(14, "midday", "--pause-until", "2026-12-17")
        self.log(20, "bedtime", "--done", "none")
        self.log(22, "waking", "--pain-next-morning", "7")

    def test_after_revision_5_the_server_holds_exactly_revision_5(self):
        self.log(1, "bedtime", "--done", "all", "--pain", "1")
        self.publish()
        first = self.fresh()
        self.assert_server_holds(first)

        self.live_through()
        sent = self.publish()
        fifth = self.fresh()
        held = self.server.items(self.name)
        self.assertEqual(sorted(held), sorted(fifth))
        changed = [name for name, text in fifth.items() if name not in first or said(text, REVISION) != said(first[name], REVISION)]
        for name, text in fifth.items():
            self.assertEqual(said(held[name], REVISION), said(text, REVISION), name)
            self.assertEqual(sequence(held[name]), 5 if name in changed else 1, name)
        self.assertTrue(set(first) - set(fifth), "nothing was withdrawn")
        self.assertTrue(any(name in first and name in fifth for name in changed), "nothing was changed")
        self.assertLess(len(changed), len(fifth))
        self.assertEqual(len(sent), len(changed) + len(set(first) - set(fifth)), "only what changed is sent")

    def test_a_stop_on_the_first_morning_empties_the_calendar(self):
        self.publish()
        self.log(1, "waking", "--red-flag", "breathless")
        for withdrawn in ("drop", "cancel"):
            self.plan(withdrawn=withdrawn)
            self.assertEqual(list(self.folder.iterdir()), [])
        self.run_program("vdirsyncer", "-c", "vdirsyncer.conf", "sync", "--force-delete")  # it asks to be told so
        self.assert_server_holds({})

    def test_an_old_revision_is_written_again_to_the_byte(self):
        self.log(1, "bedtime", "--done", "all", "--pain", "1")
        first = self.calendar()
        self.live_through()
        self.assertNotEqual(self.calendar(), first)
        self.assertEqual(self.calendar("--as-of", "2026-12-01"), first)

    def test_an_import_of_revision_5_cancels_what_it_withdraws(self):
        self.log(1, "bedtime", "--done", "all", "--pain", "1")
        self.calendar()
        self.run_program("khal", "-c", "khal.conf", "import", "--batch", "plan.ics")
        first = len(list(self.folder.iterdir()))
        self.live_through()
        self.calendar()
        self.run_program("khal", "-c", "khal.conf", "import", "--batch", "plan.ics")
        live = {}
        for path in self.folder.iterdir():
            for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
                self.assertNotIn(str(event["UID"]), live, "an event is there twice")
                self.assertEqual(event["SEQUENCE"], 5)
                live[str(event["UID"])] = str(event["STATUS"])
        planned = {name[:-4] for name in self.fresh()}
        self.assertEqual({uid for uid, status in live.items() if status == "CONFIRMED"}, planned)
        self.assertGreater(len(live), len(planned))
        self.assertGreaterEqual(len(live), first)


if __name__ == "__main__":
    unittest.main()
