"""Things that must not compile do not, and for the reason that we think.

    python3 must_not_compile.py ROOT COMPILER

Each file of must_not_compile/ holds one mistake behind `#ifdef MISTAKE`. Without it the file compiles; with it the compiler says one
of the texts of its first line (compilers differ): // error: no match for | no viable
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys


def compile(root, compiler, path, *more):
    folders = [f"-I{root}/include", f"-I{root}/src"]
    command = [compiler, "-std=c++20", "-Wall", "-Wextra", "-Wconversion", "-Werror", "-fsyntax-only", *folders, *more]
    return subprocess.run(command + [str(path)], capture_output=True, text=True, env=os.environ | {"LC_ALL": "C"})


def failure(root, compiler, path):
    wanted = re.match(r"// error: (.+)\n", path.read_text())
    if not wanted:
        return "its first line must be `// error: …`"
    sound = compile(root, compiler, path)
    if sound.returncode != 0:
        return "does not compile without the mistake either:\n" + sound.stderr
    broken = compile(root, compiler, path, "-DMISTAKE")
    if broken.returncode == 0:
        return "the mistake compiles"
    if not any(text in broken.stderr for text in wanted[1].split(" | ")):
        return f"the compiler does not say {wanted[1]!r} but:\n{broken.stderr}"
    return None


def main():
    root, compiler = pathlib.Path(sys.argv[1]), sys.argv[2]
    paths = sorted((pathlib.Path(__file__).parent / "must_not_compile").glob("*.cpp"))
    if not paths:
        sys.exit("nothing to test")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        failures = list(pool.map(lambda path: failure(root, compiler, path), paths))
    bad = [f"{path.name}: {text}" for path, text in zip(paths, failures) if text]
    print("\n".join(bad) or f"{len(paths)} mistakes do not compile")
    return 1 if bad else 0


sys.exit(main())
