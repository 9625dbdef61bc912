"""The shared library lets out what the headers mark with REHAB_API, and nothing else.

    symbols_test.py LIBRARY HEADERS
    symbols_test.py --self-test

Overloads are counted: a name stands as often among the symbols as it is declared.
"""
import collections
import pathlib
import re
import subprocess
import sys

NO_CODE = re.compile(r"//[^\n]*|/\*.*?\*/|^[ \t]*#[^\n]*", re.DOTALL | re.MULTILINE)
SCOPE = re.compile(
    r"(?:\b(namespace|struct|class|enum(?: class)?)\s+([\w:]+)[^;{}()]*|\bextern\s+\"C\"\s*)?\{|\}"
    r"|REHAB_API\s([^;{]+?)(?=[;{])")
NAME = re.compile(r"(operator\s*(?:\(\)|[^\s(]+)|[\w~]+)\s*\(")


def declared(text):
    """The functions that a header lets out, with their scopes: ["rehab::Plan::find", "rehab_version"]"""
    names, scopes = [], []
    for match in SCOPE.finditer(NO_CODE.sub("", text)):
        if match[0] == "}":
            scopes.pop()
        elif match[3] is not None:
            names.append("::".join([*filter(None, scopes), NAME.search(match[3])[1]]))
        else:
            scopes.append(match[2] or "")
    return names


def exported(library):
    """-> [(symbol, the same for people)]"""
    listing = subprocess.run(["nm", "--dynamic", "--defined-only", "--format=posix", library], capture_output=True, text=True, check=True)
    symbols = [line.split()[0] for line in listing.stdout.splitlines()]
    plain = subprocess.run(["c++filt"], input="\n".join(symbols), capture_output=True, text=True, check=True)
    return list(zip(symbols, plain.stdout.splitlines()))


def without_arguments(name):
    """rehab::Plan::find(std::string) const[abi:cxx11] -> rehab::Plan::find"""
    return re.sub(r"\[abi:\w+\]", "", name).split("(")[0]


def complaints(symbols, headers):
    names = collections.Counter(without_arguments(plain) for _, plain in symbols)
    wanted = collections.Counter(name for text in headers for name in declared(text))
    bad = [f"not ours: {plain}" for symbol, plain in symbols if not re.match(r"rehab(::|_)", plain)]
    bad += [f"no header declares it: {name}" for name in sorted(names - wanted) if re.match(r"rehab(::|_)", name)]
    bad += [f"declared, but not let out: {name}" for name in sorted(wanted - names)]
    return bad


def self_test():
    header = """#define REHAB_API __attribute__((x))
        namespace rehab { struct Plan { int days{}; REHAB_API int find(int) const; };  // REHAB_API int old();
        enum class Side { left };  REHAB_API void place(); REHAB_API void place(int a = {}); inline int hidden() { return 1; } }
        extern "C" { REHAB_API const char* rehab_version(void); }"""
    assert declared(header) == ["rehab::Plan::find", "rehab::place", "rehab::place", "rehab_version"], declared(header)
    sound = [("a", "rehab::Plan::find(int) const"), ("b", "rehab::place()"), ("c", "rehab::place(int)"), ("d", "rehab_version")]
    assert complaints(sound, [header]) == [], complaints(sound, [header])
    assert complaints(sound[1:], [header]) == ["declared, but not let out: rehab::Plan::find"]
    assert complaints(sound[:2] + sound[3:], [header]) == ["declared, but not let out: rehab::place"]
    assert complaints([*sound, ("e", "rehab::document::scan(int)")], [header]) == ["no header declares it: rehab::document::scan"]
    assert complaints([*sound, ("f", "std::vector<int>::~vector()")], [header]) == ["not ours: std::vector<int>::~vector()"]
    return 0


def main():
    if sys.argv[1] == "--self-test":
        return self_test()
    symbols = exported(sys.argv[1])
    bad = complaints(symbols, [path.read_text() for path in sorted(pathlib.Path(sys.argv[2]).iterdir())])
    print("\n".join(bad) or f"{len(symbols)} symbols, all of them promised")
    return 1 if bad or not symbols else 0


sys.exit(main())
