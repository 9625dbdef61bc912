"""Every example in a public header compiles, in the language of the header.

    python3 examples.py ROOT COMPILER           (what does not compile is told by file and line of the header)
    python3 examples.py --self-test COMPILER

An example may use what stands in the examples around it, or what its reader has at hand anyway: those names are declared below.
"""
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "src/reference"))
from comments import examples  # noqa: E402

AT_HAND = {
    ".hpp": """#include <iostream>
#include <map>
#include <string>
#include "rehab/rehab.hpp"
extern rehab::Case intake;
extern rehab::Catalog catalog;
extern rehab::Entry entry;
extern rehab::Result<rehab::CaseFile> file;
extern rehab::Result<rehab::Plan> plan, result;
extern rehab::Result<std::string> calendar;
extern std::string text;
extern std::vector<rehab::SourceFile> files;
extern const rehab::Amount reps;
extern const rehab::Change change;
extern const rehab::PlannedDose dose;
extern const rehab::Protocol protocol;
void put(const std::string& name, const std::string& text);
""",
    ".h": """#include <stdio.h>
#include "rehab/rehab.h"
extern void* file;
extern int32_t write_to_file(void* host, const char* data, size_t size);
""",
}
FLAGS = {".hpp": ["-std=c++20", "-x", "c++"], ".h": ["-std=c99", "-pedantic", "-x", "c"]}


def program(suffix, found):
    """All examples of one language, each a function of its own that the compiler takes for a part of the header."""
    out = [AT_HAND[suffix]]
    for i, (name, line, text) in enumerate(found):
        out.append(f'int example_{i}(void) {{\n#line {line} "{name}"\n{text}\n  return 0;\n}}\n')
    return "".join(out)


def complaints(compiler, root, suffix, found):
    command = [compiler, f"-I{root}/include", "-fsyntax-only", "-Wno-unused-value", *FLAGS[suffix], "-"]
    return subprocess.run(command, input=program(suffix, found), capture_output=True, text=True).stderr


def examples_of(root, suffix):
    headers = sorted((root / "include/rehab").glob("*" + suffix))
    return [(h.name, line, text) for h in headers for line, text in examples(h.read_text(encoding="utf-8").splitlines())]


def self_test(compiler):
    root = pathlib.Path(__file__).resolve().parents[2]
    header = ["// What it is.", "//", "//   rehab::version();", "//   rehab::nothing();", "", "int n = 0;  // rehab::no_example();"]
    found = [("header.hpp", line, text) for line, text in examples(header)]
    told = complaints(compiler, root, ".hpp", found)
    if len(found) != 1 or "header.hpp:4" not in told or "nothing" not in told:
        sys.exit(f"an example that does not compile is not caught: {found} {told}")


def main():
    if sys.argv[1] == "--self-test":
        return self_test(sys.argv[2])
    root, compiler = pathlib.Path(sys.argv[1]), sys.argv[2]
    bad, count = "", 0
    for suffix in AT_HAND:
        found = examples_of(root, suffix)
        count += len(found)
        bad += complaints(compiler, root, suffix, found) if found else f"no example in any header *{suffix}\n"
    print(bad or f"{count} examples compile")
    return 1 if bad else 0


sys.exit(main())
