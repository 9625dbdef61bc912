"""Programs in C that were compiled against an earlier rehab.h run with this library: functions, their types, numbers of enums.

    abi_test.py HEADERS COMPILER
    abi_test.py --self-test COMPILER

Compares with rehab.abi, written by abidw, and rehab.numbers, both beside this file. What was only added to has to be approved too,
so that it is kept from then on: functions, numbers, members at the end of structures that begin with struct_size.

    REHAB_APPROVE=1 tests/run -R "C that was compiled"      writes both anew

What a program could trip over needs a new minor version while the major one is 0, and a new major version later.

abidw finds types in debugging information, which the library has not. So each function of the header gets an empty body here. That
the library has these functions and no others is what symbols_test.py sees to; that they are of these types, its compiler.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ADDED, BREAKS = "only added to", "broken"


def code(header):
    return re.sub(r"/\*.*?\*/|^[ \t]*#[^\n]*", "", header.read_text(), flags=re.DOTALL | re.MULTILINE)


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def abi_of(header, folders, compiler, scratch):
    """-> the file of abidw"""
    functions = re.findall(r"REHAB_API\s([^;{]+);", code(header))
    if not functions:
        sys.exit(f"{header}: declares no function")
    bodies = "".join(f"{function} {{ __builtin_trap(); }}\n" for function in functions)
    source, library, abi = scratch / "bodies.c", scratch / "librehab.so", scratch / "rehab.abi"
    source.write_text(f'#include "{header}"\n{bodies}')
    run(compiler, "-x", "c", "-std=gnu99", "-g", "-shared", "-fPIC", *(f"-I{folder}" for folder in folders), source, "-o", library)
    run("abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--out-file", abi, library)
    return abi


def numbers_of(header, folders, compiler, scratch):
    """["REHAB_OK 0", …]"""
    bodies = re.findall(r"enum(?:\s+\w+)?\s*\{(.*?)\}", code(header), re.DOTALL)
    names = [name for body in bodies for name in re.findall(r"\b(REHAB_\w+)\s*(?==|,|$)", body)]
    prints = "".join(f'printf("{name} %ld\\n", (long){name});\n' for name in names)
    source, program = scratch / "numbers.c", scratch / "numbers"
    source.write_text(f'#include <stdio.h>\n#include "{header}"\nint main(void) {{\n{prints}return 0; }}\n')
    run(compiler, "-x", "c", "-std=gnu99", *(f"-I{folder}" for folder in folders), source, "-o", program)
    return run(program).splitlines()


# What abidiff says of a structure that only got new members.
STRUCTURE = re.compile(
    r"'struct (\w+)' changed:\n +type size changed from (\d+) to \d+ \(in bits\)\n"
    r" +\d+ data member insertions?:\n((?: +'[^\n]+', at offset \d+ \(in bits\)\n)+)")


def only_grows(report, header):
    """Nothing in this report of leaf changes but structures that tell their size and have new members at their end."""
    body = report.partition("\n\n")[2]
    for name, old_size, members in STRUCTURE.findall(body):
        tells_size = re.search(rf"struct {name} \{{\s*size_t struct_size;", code(header))
        if not tells_size or any(int(offset) < int(old_size) for offset in re.findall(r"at offset (\d+)", members)):
            return False
    return STRUCTURE.sub("", body).strip() == ""


def compare_abis(old, new, header):
    """-> None, ADDED or BREAKS; and what abidiff says"""
    every = subprocess.run(["abidiff", str(old), str(new)], capture_output=True, text=True)
    if every.returncode & 3:
        sys.exit(f"abidiff failed: {every.stdout}{every.stderr}")
    if every.returncode == 0:
        return None, ""
    old_ones = subprocess.run(["abidiff", "--leaf-changes-only", "--no-added-syms", str(old), str(new)], capture_output=True, text=True)
    fine = old_ones.returncode == 0 or (only_grows(old_ones.stdout, header) and "0 Removed, 0 Changed, 0 Added function" in old_ones.stdout)
    return (ADDED if fine else BREAKS), every.stdout


def compare_numbers(old, new):
    gone = [line for line in old if line not in new]
    added = [line for line in new if line not in old]
    text = "".join(f"- {line}\n" for line in gone) + "".join(f"+ {line}\n" for line in added)
    return (BREAKS if gone else ADDED if added else None), text


def main(folder, compiler):
    header, abi, numbers = folder / "rehab" / "rehab.h", HERE / "rehab.abi", HERE / "rehab.numbers"
    with tempfile.TemporaryDirectory() as scratch:
        now_abi = abi_of(header, [folder], compiler, pathlib.Path(scratch))
        now_numbers = numbers_of(header, [folder], compiler, pathlib.Path(scratch))
        if os.environ.get("REHAB_APPROVE"):
            abi.write_text(now_abi.read_text())
            numbers.write_text("".join(f"{line}\n" for line in now_numbers))
        results = [compare_abis(abi, now_abi, header), compare_numbers(numbers.read_text().splitlines(), now_numbers)]
    for result, text in results:
        if result:
            print(f"the C interface is {result}:\n{text}")
    if any(result for result, _ in results):
        print("if that is wanted: REHAB_APPROVE=1, and a new version if it is broken")
        return 1
    print("nothing has changed for programs in C")
    return 0


SOUND = """#define REHAB_API
#include <stddef.h>
typedef struct rehab_plan rehab_plan;
enum { REHAB_OK = 0, REHAB_REFUSED = 5 };
typedef struct rehab_date { int year, month; } rehab_date;
typedef struct rehab_options { size_t struct_size; int width; } rehab_options;
REHAB_API int rehab_set(const rehab_options* options);
REHAB_API int rehab_day(const rehab_plan* plan, size_t index, rehab_date* out); /* REHAB_API int rehab_old(void); */
REHAB_API const char* rehab_version(void);
"""
CHANGES = [  # what becomes of functions and types, and of numbers
    (ADDED, None, "REHAB_API const char*", "REHAB_API int rehab_more(void); REHAB_API const char*"),
    (ADDED, None, "int width;", "int width; double ratio;"),
    (None, ADDED, "REHAB_REFUSED = 5", "REHAB_REFUSED = 5, REHAB_BUG"),
    (BREAKS, None, "REHAB_API const char* rehab_version(void);", ""),
    (BREAKS, None, "size_t index", "int index"),
    (BREAKS, None, "int width;", "double ratio; int width;"),
    (BREAKS, None, "int width;", "int width, height;"),  # where padding was: the size of old programs would cover it, unset
    (BREAKS, None, "int width;", ""),
    (BREAKS, None, "int year, month;", "int year, month, day;"),
    (None, BREAKS, "REHAB_REFUSED = 5", "REHAB_REFUSED = 6"),
]


def self_test(compiler):
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        header = scratch / "rehab.h"

        def look(text):
            header.write_text(text)
            folder = pathlib.Path(tempfile.mkdtemp(dir=scratch))
            return abi_of(header, [], compiler, folder), numbers_of(header, [], compiler, folder)

        abi, numbers = look(SOUND)
        assert numbers == ["REHAB_OK 0", "REHAB_REFUSED 5"], numbers
        assert compare_abis(abi, look(SOUND)[0], header) == (None, "")
        for abi_result, numbers_result, old, new in CHANGES:
            changed_abi, changed_numbers = look(SOUND.replace(old, new))
            result, report = compare_abis(abi, changed_abi, header)
            assert result == abi_result, f"{old} -> {new}: {result}\n{report}"
            assert compare_numbers(numbers, changed_numbers)[0] == numbers_result, new
    return 0


if sys.argv[1] == "--self-test":
    sys.exit(self_test(sys.argv[2]))
sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]))
