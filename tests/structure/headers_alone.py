"""Every header of some folders compiles alone, and twice: *.hpp as C++20, *.h as C99 and as C++20.

    python3 headers_alone.py ROOT COMPILER FOLDER…      (include: what users see; src too: all of them)
"""
import concurrent.futures
import pathlib
import subprocess
import sys


LANGUAGES = {".hpp": ["c++"], ".h": ["c", "c++"]}
STANDARD = {"c": ["-std=c99", "-pedantic"], "c++": ["-std=c++20"]}


def complaint(root, compiler, header, language):
    """What the compiler says against a file that holds nothing but this header, twice."""
    command = [compiler, *STANDARD[language], "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror", "-fsyntax-only"]
    command += [f"-I{root}/include", f"-I{root}/src", "-x", language, "-"]
    text = f'#include "{header}"\n#include "{header}"\nextern int not_empty;\n'
    return subprocess.run(command, input=text, capture_output=True, text=True).stderr


def main():
    root, compiler, areas = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    headers = [h.relative_to(root / area) for area in areas for h in sorted((root / area).rglob("*.h*"))]
    if not headers:
        sys.exit(f"{root}: no headers here")
    if not all(complaint(root, compiler, "no/such/header.h", language) for language in STANDARD):
        sys.exit("a header that does not exist compiles: this test sees nothing")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        alone = [(header.as_posix(), language) for header in headers for language in LANGUAGES[header.suffix]]
        complaints = list(pool.map(lambda each: complaint(root, compiler, *each), alone))
    bad = [text for text in complaints if text]
    print("\n".join(bad) or f"{len(headers)} headers compile alone")
    return 1 if bad else 0


sys.exit(main())
