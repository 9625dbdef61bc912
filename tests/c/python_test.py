"""The example in Python: from a shared library to a session on the screen and a calendar on the disk; and what it says if it cannot.

    python3 python_test.py EXAMPLE LIBRARY
"""
import os
import pathlib
import subprocess
import sys
import tempfile

example, library = sys.argv[1:]


def run(*arguments, environment=None):
    command = [sys.executable, example, *arguments]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=os.environ | (environment or {}))
        calendar = pathlib.Path(folder) / "plan.ics"
        return done, calendar.read_bytes() if calendar.exists() else b""


def expect(what, holds, done):
    if not holds:
        sys.exit(f"{what}:\n{done.stdout}{done.stderr}")


for arguments, environment in (([library], None), ([], {"REHAB_LIBRARY": library})):
    done, calendar = run(*arguments, environment=environment)
    expect("the example fails", done.returncode == 0, done)
    expect("no session is printed", "Calf strain" in done.stdout or "Today" in done.stdout, done)
    expect("no calendar is written", calendar.startswith(b"BEGIN:VCALENDAR\r\n") and calendar.endswith(b"END:VCALENDAR\r\n"), done)

broken = pathlib.Path(example).read_text().replace('"severity": "mild"', '"severity": "hard"')
with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
    file.write(broken)
    file.flush()
    example = file.name
    done, _ = run(library)
    expect("a mistake is not told", done.returncode == 1 and "case.json:1:" in done.stderr and "wanted one of mild" in done.stderr, done)
print("the example in Python works")
