"""Includes go one way: diagnostic <- knowledge <- protocol <- catalog <- case <- plan <- export <- follow, explain <- app; review stands on plan.

    python3 includes.py ROOT         reads every #include line below ROOT and prints each that breaks a rule
    python3 includes.py --self-test  breaks every rule once and sees that it is caught
"""
import pathlib
import re
import sys

# The public headers, each above all that it may include.
HEADERS = ["api", "log", "amount", "diagnostic", "version", "zone", "knowledge", "protocol", "diary", "catalog", "case", "case_file", "plan", "export", "follow", "explain", "review", "rehab"]

# The folders of src/: which other folders they may use, and the highest public header.
# text, time, document and words know no domain type.
FOLDERS = {
    "version.cpp": ("", ["version"]),
    "text": ("", ["diagnostic"]),
    "time": ("text", ["diagnostic", "zone"]),
    "document": ("text", ["diagnostic"]),
    "words": ("text", ["diagnostic"]),
    "embed": ("text document", ["diagnostic", "catalog"]),  # a program that is run while the library is built
    "protocol": ("text document words", HEADERS[: HEADERS.index("catalog") + 1]),
    "case": ("text document time protocol", HEADERS[: HEADERS.index("case_file") + 1]),
    "plan": ("text time protocol case", HEADERS[: HEADERS.index("plan") + 1]),
    "export": ("text time words protocol case plan", HEADERS[: HEADERS.index("export") + 1]),
    "follow": ("text words protocol plan export", HEADERS[: HEADERS.index("follow") + 1]),
    "explain": ("text words protocol plan export", HEADERS[: HEADERS.index("explain") + 1]),
    # The top of the house: all of it, for C.
    "c": ("text protocol plan export", HEADERS),
    # For authors: it may look into files and plans, and nothing else of the library looks into it.
    "review": ("text document time protocol case plan", HEADERS[: HEADERS.index("plan") + 1] + ["review"]),
}

# Third-party headers: where they may be included, and in how many files (None: any number).
THIRD_PARTY = {
    r"toml\+\+/": ("src/document/", None),
    r"rapidjson/": ("src/document/json.cpp", 1),
    r"date/": ("src/time/", None),
    r"CLI/": ("apps/rehab/", 1),
    r"spdlog/": ("apps/rehab/", 1),
}

# The library has no streams, no locale, no clock, no environment, no randomness.
IMPURE = "iostream ostream istream fstream sstream iomanip cstdio locale clocale random ctime thread future".split()
IMPURE_CALL = re.compile(r"\b(?:getenv|setlocale|localtime|(?:system|steady)_clock::now|random_device|s?rand|printf|puts)\s*\(")
STD = re.compile(r"[a-z_0-9]+$|(std(int|def|bool)|string)\.h$")  # <vector>; in the C API <stdint.h>
POSIX = re.compile(r"[a-z_0-9]+\.h$|sys/[a-z_0-9]+\.h$")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:<([^>\n]+)>|"([^"\n]+)")', re.M)


def formats(files):
    """The exporters' names, from the one header that declares them."""
    return re.findall(r"bool append_(\w+)\(", files.get("src/export/formats.hpp", ""))


def format_of(path, names):
    """The format that a file of src/export belongs to: ics.cpp and ics_lines.hpp to ics; None if it is shared."""
    stem = pathlib.PurePosixPath(path).stem
    return next((name for name in names if stem == name or stem.startswith(name + "_")), None)


def quoted_mistake(path, name, files):
    """What is wrong with `#include "name"` in the file `path`, or None."""
    area, beside = path.split("/")[0], str(pathlib.PurePosixPath(path).parent / name)
    public = "include/" + name in files
    if area == "apps":
        return None if public or beside in files else "an app includes public headers and its own only"
    if not public and "src/" + name not in files:
        return "not found from include/ or src/"
    header = pathlib.PurePosixPath(name).stem
    if area == "include":
        own = pathlib.PurePosixPath(path).stem
        if not public:
            return "a public header includes std and rehab/ only"
        if own in HEADERS and header in HEADERS and HEADERS.index(header) < HEADERS.index(own):
            return None
        return f"{header}.hpp is not below {own}.hpp"
    folder = path.split("/")[1]
    if folder not in FOLDERS:
        return f"src/{folder} is not one of the library's folders"
    below, headers = FOLDERS[folder]
    if public:
        return None if header in headers else f"src/{folder} does not know {header}.hpp"
    target = name.split("/")[0]
    if target == folder:
        ours, theirs = (format_of(p, formats(files)) for p in (path, "src/" + name))
        if folder == "export" and ours and theirs and ours != theirs:
            return f"the exporter {ours} does not know the exporter {theirs}"
        return None
    return None if target in below.split() else f"src/{folder} does not know src/{target}"


def angled_mistake(path, name):
    """What is wrong with `#include <name>` in the file `path`, or None."""
    for pattern, (home, _) in THIRD_PARTY.items():
        if re.match(pattern, name):
            return None if path.startswith(home) else f"belongs in {home} only"
    area = path.split("/")[0]
    if area == "apps":
        return None if STD.match(name) or POSIX.match(name) else "an app uses std, POSIX, CLI11 and spdlog only"
    if not STD.match(name):
        return "a public header includes std and rehab/ only" if area == "include" else "the library uses std, date, toml++ and RapidJSON only"
    return f"the library is pure, <{name}> is not" if name in IMPURE and not path.startswith("src/embed/") else None


def violations(files):
    """One line for each mistake. `files`: from path, relative to the root, to text."""
    found, users = [], {}
    for path, text in sorted(files.items()):
        for match in INCLUDE.finditer(text):
            angled, quoted = match.groups()
            mistake = angled_mistake(path, angled) if angled else quoted_mistake(path, quoted, files)
            if mistake:
                line = text.count("\n", 0, match.start()) + 1
                found.append(f"{path}:{line}: {match.group().strip()}: {mistake}")
            for pattern, (home, most) in THIRD_PARTY.items():
                if most and angled and path.startswith(home) and re.match(pattern, angled):
                    users.setdefault(pattern, set()).add(path)
        for match in IMPURE_CALL.finditer(text) if not path.startswith("apps/") else ():
            found.append(f"{path}:{text.count(chr(10), 0, match.start()) + 1}: the library is pure, it does not call {match.group()}")
    for pattern, paths in users.items():
        if len(paths) > THIRD_PARTY[pattern][1]:
            found.append(f"{', '.join(sorted(paths))}: only one file includes <{pattern}…>")
    return found


def read(root):
    paths = [p for area in ("include", "src", "apps") for p in (root / area).rglob("*") if p.suffix in (".hpp", ".cpp", ".h")]
    if len(paths) < len(HEADERS):
        sys.exit(f"{root}: no sources here")
    return {p.relative_to(root).as_posix(): p.read_text() for p in paths}


# A sound house; each of the planted lines below breaks one rule of it.
HOUSE = {f"include/rehab/{name}.{'h' if name == 'api' else 'hpp'}": "" for name in HEADERS} | {
    "include/rehab/plan.hpp": '#include <vector>\n#include "rehab/case.hpp"\n',
    "src/text/append.hpp": "#include <string>\n",
    "src/time/zone.cpp": '#include <date/tz.h>\n#include "rehab/zone.hpp"\n#include "text/append.hpp"\n',
    "src/document/parse.cpp": '#include <toml++/toml.h>\n#include "rehab/diagnostic.hpp"\n',
    "src/protocol/reader.hpp": '#include "rehab/catalog.hpp"\n#include "document/parse.hpp"\n',
    "src/document/parse.hpp": "",
    "src/document/json.cpp": "#include <rapidjson/reader.h>\n",
    "src/plan/place.hpp": '#include "rehab/plan.hpp"\n',
    "src/export/formats.hpp": "bool append_ics(int);\nbool append_json(int);\n",
    "src/export/wording.hpp": '#include "rehab/export.hpp"\n',
    "src/export/ics_lines.hpp": "",
    "src/export/ics.cpp": '#include "export/formats.hpp"\n#include "export/ics_lines.hpp"\n#include "export/wording.hpp"\n',
    "src/export/json.cpp": '#include "export/formats.hpp"\n',
    "src/embed/trees.cpp": '#include <cstdio>\n#include "document/parse.hpp"\n#include "rehab/catalog.hpp"\n',
    "include/rehab/rehab.h": '#include <stddef.h>\n#include <string.h>\n#include "rehab/api.h"\n',
    "src/time/names.hpp": "",
    "src/c/walk.cpp": '#include "export/wording.hpp"\n#include "rehab/rehab.h"\n',
    "apps/rehab/main.cpp": '#include <CLI/CLI.hpp>\n#include <iostream>\n#include <unistd.h>\n#include "log.hpp"\n#include "rehab/rehab.hpp"\n',
    "apps/rehab/log.cpp": "#include <spdlog/spdlog.h>\n",
    "apps/rehab/log.hpp": "",
}
PLANTED = [
    ("include/rehab/case.hpp", '#include "rehab/plan.hpp"', "plan.hpp is not below case.hpp"),
    ("include/rehab/plan.hpp", '#include "rehab/rehab.hpp"', "rehab.hpp is not below plan.hpp"),
    ("include/rehab/plan.hpp", '#include "text/append.hpp"', "std and rehab/ only"),
    ("include/rehab/plan.hpp", "#include <date/tz.h>", "belongs in src/time/ only"),
    ("include/rehab/plan.hpp", "#include <nlohmann/json.hpp>", "std and rehab/ only"),
    ("include/rehab/plan.hpp", "#include <fmt/core.h>", "std and rehab/ only"),
    ("src/text/append.hpp", '#include "rehab/protocol.hpp"', "src/text does not know protocol.hpp"),
    ("src/time/zone.cpp", '#include "rehab/plan.hpp"', "src/time does not know plan.hpp"),
    ("src/document/parse.cpp", '#include "rehab/knowledge.hpp"', "src/document does not know knowledge.hpp"),
    ("src/document/parse.cpp", '#include "protocol/reader.hpp"', "src/document does not know src/protocol"),
    ("src/protocol/reader.hpp", '#include "rehab/case.hpp"', "src/protocol does not know case.hpp"),
    ("src/protocol/reader.hpp", "#include <toml++/toml.h>", "belongs in src/document/ only"),
    ("src/document/parse.cpp", "#include <rapidjson/reader.h>", "belongs in src/document/json.cpp only"),
    ("src/document/parse.hpp", "#include <nlohmann/json.hpp>", "std, date, toml++ and RapidJSON only"),
    ("src/plan/place.hpp", '#include "rehab/export.hpp"', "src/plan does not know export.hpp"),
    ("src/export/wording.hpp", '#include "rehab/explain.hpp"', "src/export does not know explain.hpp"),
    ("src/plan/place.hpp", "  #  include <date/date.h>", "belongs in src/time/ only"),
    ("src/plan/place.hpp", "#include <iostream>", "is pure"),
    ("src/plan/place.hpp", 'inline auto path() { return std::getenv("PATH"); }', "is pure"),
    ("src/plan/place.hpp", "inline auto now() { return std::chrono::system_clock::now(); }", "is pure"),
    ("src/plan/place.hpp", "#include <spdlog/spdlog.h>", "belongs in apps/rehab/ only"),
    ("src/plan/place.hpp", '#include "nowhere.hpp"', "not found"),
    ("src/export/json.cpp", '#include "export/ics_lines.hpp"', "exporter json does not know the exporter ics"),
    ("src/export/json.cpp", '#include "document/parse.hpp"', "src/export does not know src/document"),
    ("src/export/json.cpp", "#include <unistd.h>", "std, date, toml++ and RapidJSON only"),
    ("src/review/rehearse.cpp", '#include "rehab/export.hpp"', "src/review does not know export.hpp"),
    ("src/plan/place.hpp", '#include "rehab/review.hpp"', "src/plan does not know review.hpp"),
    ("src/plan/place.hpp", '#include "rehab/rehab.h"', "src/plan does not know rehab.hpp"),
    ("src/c/walk.cpp", '#include "time/names.hpp"', "src/c does not know src/time"),
    ("src/misc/odd.cpp", '#include "rehab/plan.hpp"', "not one of the library's folders"),
    ("src/embed/trees.cpp", '#include "protocol/reader.hpp"', "src/embed does not know src/protocol"),
    ("src/embed/trees.cpp", '#include "rehab/plan.hpp"', "src/embed does not know plan.hpp"),
    ("src/embed/trees.cpp", "#include <toml++/toml.h>", "belongs in src/document/ only"),
    ("src/embed/trees.cpp", "#include <unistd.h>", "std, date, toml++ and RapidJSON only"),
    ("apps/rehab/log.cpp", '#include "plan/place.hpp"', "public headers and its own only"),
    ("apps/rehab/log.cpp", "#include <CLI/App.hpp>", "only one file"),
    ("apps/rehab/main.cpp", "#include <spdlog/sinks/stdout_sinks.h>", "only one file"),
    ("apps/rehab/main.cpp", "#include <date/tz.h>", "belongs in src/time/ only"),
    ("apps/rehab/main.cpp", "#include <nlohmann/json.hpp>", "std, POSIX, CLI11 and spdlog only"),
]


def self_test():
    failures = [f"the sound house: {line}" for line in violations(HOUSE)]
    for path, line, expected in PLANTED:
        found = violations(HOUSE | {path: HOUSE.get(path, "") + line + "\n"})
        if len(found) != 1 or expected not in found[0]:
            failures.append(f"planted in {path}: {line}: wanted {expected!r}, found {found}")
    return failures


def main():
    found = self_test() if sys.argv[1] == "--self-test" else violations(read(pathlib.Path(sys.argv[1])))
    print("\n".join(found))
    return 1 if found else 0


sys.exit(main())
