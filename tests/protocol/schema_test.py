"""The schemas in protocols/ against files: what a schema refuses, the reader refuses, and slips of a single key it refuses itself.

    python3 schema_test.py ROOT [TESTS]        (needs python3-jsonschema; TESTS: the program that draws random cases)
"""
import datetime
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

import jsonschema

ROOT = pathlib.Path(sys.argv[1])
PROTOCOLS, ERRORS, CASE = ROOT / "protocols", ROOT / "tests" / "errors", ROOT / "tests" / "case"

# What one key may hold is the schemas' to know. With these codes the reader also says what they cannot: words that stand twice, two
# numbers in the wrong order, and numbers that JSON does not tell apart (15.0 and 15) or does not have.
KINDS = ("protocol", "catalog", "translation", "phrases", "case")
ONE_KEY = {"unknown-key", "missing-key", "bounds", "type", "drift"}
BEYOND_A_SCHEMA = re.compile(r"lists .* twice|is not below max|does not rise|is \d+\.0; wanted a whole|is nan|in brackets|02-30")


def schemas():
    found = {kind: json.loads((PROTOCOLS / f"{kind}.schema.json").read_text()) for kind in KINDS}
    for schema in found.values():
        jsonschema.Draft7Validator.check_schema(schema)
    return {kind: jsonschema.Draft7Validator(schema) for kind, schema in found.items()}


def kind_of(name, data):
    if name in ("case.toml", "case.json"):
        return "case"
    if name.startswith("phrases."):
        return "phrases"
    if "." in name.removesuffix(".toml"):
        return "translation"
    return "protocol" if "phase" in data or "id" in data else "catalog"


def as_json(value):
    """Editors take dates and times for texts, and JSON has no such number as nan."""
    if isinstance(value, dict):
        return {key: as_json(member) for key, member in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    if isinstance(value, float) and math.isnan(value):
        return None
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else value


def refusal(validators, name, text):
    """The first thing that a schema has against a file; None: nothing, or it is no TOML, or no JSON."""
    try:
        data = json.loads(text) if name.endswith(".json") else tomllib.loads(text)
    except (tomllib.TOMLDecodeError, json.JSONDecodeError, RecursionError):
        return None
    kind = kind_of(name, data)
    return next((e.message[:200] for e in validators[kind].iter_errors(as_json(data) if kind == "case" else data)), None)


def case_of(path):
    """The file that a case of case files changes; None: it says so itself."""
    return {"errors.txt": "case.toml", "json_errors.txt": "case.json"}[path.name] if path.parent == CASE else None


def random_cases(tests):
    """Cases that the program of tests has drawn and written as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "cases.json"
        environment = os.environ | {"REHAB_RANDOM_CASES": str(path)}
        subprocess.run([tests, "random cases as JSON*"], env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return json.loads(path.read_text())


def sound_files(path):
    """What the cases of a file start from."""
    if path.parent == CASE:
        return {case_of(path): (CASE / f"errors{pathlib.Path(case_of(path)).suffix}").read_text()}
    return {p.name: p.read_text() for p in (ERRORS / "base").iterdir()}


def cases(path):
    """Title, changed files and expectation of each case; their form is told in errors/cases.hpp."""
    for chunk in re.split(r"^== ", path.read_text(), flags=re.M)[1:]:
        title, _, body = chunk.partition("\n")
        files = sound_files(path)
        changed, current, find, expected = set(), case_of(path), None, ""
        for block in re.split(r"^-- ", body, flags=re.M)[1:]:
            head, _, text = block.partition("\n")
            word, _, argument = head.partition(" ")
            text = text.rstrip("\n")
            if word == "in":
                current = argument
            elif word == "find":
                find = text
            elif word == "replace":
                files[current] = files[current].replace(find, text, 1)
            elif word == "append":
                files[current] += text + "\n"
            elif word == "new":
                current = argument or current
                files[current] = text + "\n" if text else ""
            elif word == "drop":
                del files[argument]
            elif word == "expect":
                expected = text
            changed.add(current)
        yield title, {name: files[name] for name in changed if name in files}, expected


def main():
    validators, wrong, refused = schemas(), [], 0
    for folder in (PROTOCOLS, ERRORS / "base"):
        for path in sorted(folder.glob("*.toml")):
            if said := refusal(validators, path.name, path.read_text()):
                wrong.append(f"{path}: sound, but the schema says: {said}")
    for path in [*sorted(ERRORS.glob("*.txt")), CASE / "errors.txt", CASE / "json_errors.txt"]:
        for title, files, expected in cases(path):
            said = next(filter(None, (refusal(validators, *file) for file in files.items())), None)
            refused += said is not None
            if said and "error: " not in expected:
                wrong.append(f"{path.name}, {title}: the reader takes it, but the schema says: {said}")
            lines = re.findall(r"error: (.*) \[([\w-]+)\]$", expected, flags=re.M)
            slips = [text for text, code in lines if code in ONE_KEY and not BEYOND_A_SCHEMA.search(text)]
            if slips and not said and "[torn]" not in expected:  # an entry that was cut is no TOML
                wrong.append(f"{path.name}, {title}: the schema takes it, but the reader says: {slips[0]}")
    drawn = random_cases(sys.argv[2]) if len(sys.argv) > 2 else []
    for case in [json.loads((CASE / "golden.case.json").read_text()), *drawn]:
        wrong += [f"a sound case in JSON: the schema says: {e.message[:200]}" for e in validators["case"].iter_errors(case)]
    print("\n".join(wrong))
    print(f"{len(drawn)} random cases taken, {refused} broken files refused by their schema, {len(wrong)} differences")
    return 1 if wrong or refused < 60 else 0


sys.exit(main())
