"""A plan through ctypes, without a build step: prints today's session and writes plan.ics.

    python3 plan.py [librehab.so]      or name the library by REHAB_LIBRARY; else it is looked for where the system keeps its own
"""
import ctypes, ctypes.util, datetime, json, os, sys
from ctypes import byref, c_char_p, c_int32, c_size_t, c_void_p, sizeof


class Text(ctypes.Structure):  # rehab_text, rehab_string
    _fields_ = [("data", c_char_p), ("size", c_size_t)]


class PageOptions(ctypes.Structure):
    _fields_ = [("struct_size", c_size_t), ("form", c_int32), ("date", c_int32 * 3), ("width", c_int32), ("color", c_int32)]


rehab = ctypes.CDLL(sys.argv[1] if sys.argv[1:] else os.environ.get("REHAB_LIBRARY") or ctypes.util.find_library("rehab"))
rehab.rehab_status_name.restype = c_char_p
catalog, person, plan, report = c_void_p(), c_void_p(), c_void_p(), c_void_p()


def text(octets):
    return Text(octets, len(octets))


def call(function, *arguments):
    if status := getattr(rehab, "rehab_" + function)(*arguments):
        why = Text()
        rehab.rehab_report_render(report, c_size_t(0), text(b""), byref(why))
        sys.exit((why.data or rehab.rehab_status_name(status)).decode())


today, page, size = datetime.date.today(), Text(), c_size_t()
case = {"schema": 1, "protocol": "calf-strain", "version": "1.0.0", "severity": "mild", "start": str(today), "zone": "Europe/Berlin"}
call("catalog_builtin", None, byref(catalog), byref(report))
call("case_read", text(b"case.json"), text(json.dumps(case).encode()), None, byref(person), byref(report))
call("plan_make", catalog, person, None, byref(plan), byref(report))
options = PageOptions(sizeof(PageOptions), date=(today.year, today.month, today.day))
call("plan_page", plan, 1, byref(options), byref(page))  # REHAB_PAGE_TODAY
print(page.data.decode())
call("plan_export", plan, text(b"ics"), None, None, c_size_t(0), byref(size), byref(report))
calendar = ctypes.create_string_buffer(size.value + 1)
call("plan_export", plan, text(b"ics"), None, calendar, c_size_t(len(calendar)), byref(size), byref(report))
open("plan.ics", "wb").write(calendar.value)  # a program that goes on gives back what it was given: rehab_string_free, …_free
