#!/usr/bin/python3
"""Prints "UID start end" for every event of a calendar, starts and ends in UTC, sorted: what an independent reader makes of it.

    readers.py icalendar|vobject FILE

Times without a zone are printed without Z, days as a date. Exit 3: the reader is not installed.
"""
import datetime
import sys


def in_utc(moment):
    if not isinstance(moment, datetime.datetime):
        return moment.strftime("%Y%m%d")
    if moment.tzinfo is None:
        return moment.strftime("%Y%m%dT%H%M%S")
    return moment.astimezone(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def with_icalendar(data):
    import icalendar

    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        yield str(event["UID"]), event["DTSTART"].dt, event["DTEND"].dt


def with_vobject(data):
    import vobject

    for calendar in vobject.readComponents(data.decode("utf-8")):
        for event in calendar.vevent_list:
            yield event.uid.value, event.dtstart.value, event.dtend.value


readers = {"icalendar": with_icalendar, "vobject": with_vobject}


def main():
    with open(sys.argv[2], "rb") as file:
        data = file.read()
    try:
        events = list(readers[sys.argv[1]](data))
    except ImportError:
        sys.exit(3)
    for uid, start, end in sorted((uid, in_utc(start), in_utc(end)) for uid, start, end in events):
        print(uid, start, end)


main()
