"""Every header of some folders compiles alone, and twice.

    python3 headers_alone.py ROOT COMPILER FOLDER…      (include: what users see; src too: all of them)
"""
import concurrent.futures
import pathlib
import subprocess
import sys


def complaint(root, compiler, header):
    """What the compiler says against a file that holds nothing but this header, twice."""
    command = [compiler, "-std=c++20", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror", "-fsyntax-only"]
    command += [f"-I{root}/include", f"-I{root}/src", "-x", "c++", "-"]
    text = f'#include "{header}"\n#include "{header}"\n'
    return subprocess.run(command, input=text, capture_output=True, text=True).stderr


def main():
    root, compiler, areas = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    headers = [h.relative_to(root / area).as_posix() for area in areas for h in sorted((root / area).rglob("*.hpp"))]
    if not headers:
        sys.exit(f"{root}: no headers here")
    if not complaint(root, compiler, "no/such/header.hpp"):
        sys.exit("a header that does not exist compiles: this test sees nothing")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        complaints = list(pool.map(lambda header: complaint(root, compiler, header), headers))
    bad = [text for text in complaints if text]
    print("\n".join(bad) or f"{len(headers)} headers compile alone")
    return 1 if bad else 0


sys.exit(main())
