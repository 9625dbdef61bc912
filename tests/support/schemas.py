#!/usr/bin/python3
"""Judges the library's JSON by protocols/plan.schema.json and pages.schema.json (draft 2020-12).

    python3 schemas.py PROTOCOLS PAGES...        (needs python3-jsonschema)

PAGES are files of JSON texts, each after a record separator (RFC 7464). Every text must be as its schema says; every property that a
schema defines must occur in one of them, but for those of pages that do not occur at all and those in NEVER; and the first text of
each page, spoiled in every place, must be refused there.
"""
import copy
import json
import pathlib
import sys

import jsonschema

FILES = ("plan.schema.json", "pages.schema.json")
DRAFT = jsonschema.Draft202012Validator

# Properties that are defined and that nothing here writes: definition, property, and why it stands.
NEVER = {
}


def absolute(node, file):
    """The schema with every $ref from the file's name on."""
    if isinstance(node, list):
        return [absolute(item, file) for item in node]
    if not isinstance(node, dict):
        return node
    return {key: file + value if key == "$ref" and value.startswith("#") else absolute(value, file) for key, value in node.items()}


class Schemas:
    def __init__(self, protocols):
        self.files = {name: absolute(json.loads((pathlib.Path(protocols) / name).read_text()), name) for name in FILES}
        self.seen, self.known = set(), {}
        for schema in self.files.values():
            DRAFT.check_schema(schema)
        properties, reference = DRAFT.VALIDATORS["properties"], self.reference

        def counted(validator, named, instance, schema):
            if isinstance(instance, dict):
                self.seen.update((id(named), key) for key in instance if key in named)
            yield from properties(validator, named, instance, schema)

        judge = jsonschema.validators.extend(DRAFT, {"properties": counted, "$ref": reference})
        self.validators = {name: judge(schema) for name, schema in self.files.items()}

    def target(self, reference):
        file, _, path = reference.partition("#/")
        node = self.files[file]
        for part in path.split("/"):
            node = node[part]
        return node

    def reference(self, validator, reference, instance, _):
        """What was found right once is right again: exercises and sources stand in many pages."""
        key = (reference, json.dumps(instance))
        if self.known.get(key):
            return
        errors = list(validator.descend(instance, self.target(reference)))
        self.known[key] = not errors
        yield from errors

    def schema_of(self, page):
        return FILES[0] if page.get("format") == "rehab-plan" else FILES[1]

    def errors(self, page):
        return list(self.validators[self.schema_of(page)].iter_errors(page))

    def reachable(self, node, found):
        """Every table of properties that a schema leads to, with the name of its definition."""
        def walk(node, name):
            if isinstance(node, list):
                for item in node:
                    walk(item, name)
            elif isinstance(node, dict):
                if "$ref" in node and node["$ref"] not in visited:
                    visited.add(node["$ref"])
                    walk(self.target(node["$ref"]), node["$ref"].split("/")[-1])
                for key, value in node.items():
                    if key == "properties":
                        found[id(value)] = (name, value)
                    if key not in ("if", "then", "else", "$defs"):
                        walk(value, name)
        visited = set()
        walk(node, "plan")
        return found

    def dead(self, formats):
        """Properties of these pages that never occurred: "routine.pain_max"."""
        found = {}
        if "rehab-plan" in formats:
            root = self.files[FILES[0]]
            self.reachable(root, found)
        for case in self.files[FILES[1]]["allOf"]:
            if case["if"]["properties"]["format"]["const"] in formats:
                self.reachable(case["then"], found)
        return sorted({f"{name}.{key}" for table, (name, named) in found.items() for key in named if (table, key) not in self.seen})


def places(node, wanted, path=()):
    """The paths of all objects, texts or numbers in a page."""
    if isinstance(node, wanted) and not isinstance(node, bool):
        yield path
    if isinstance(node, (dict, list)):
        for key, item in node.items() if isinstance(node, dict) else enumerate(node):
            yield from places(item, wanted, path + (key,))


def with_changes(page, paths, change):
    page = copy.deepcopy(page)
    for path in sorted(paths, key=len, reverse=True):
        if not path:
            change(None, None, page)
            continue
        parent = page
        for key in path[:-1]:
            parent = parent[key]
        change(parent, path[-1], parent[path[-1]])
    return page


def add_stranger(_, __, node):
    node["stranger"] = 1


def turn(into):
    def change(parent, key, _):
        parent[key] = into
    return change


def accepted(schemas, page):
    """Places where a page can be spoiled and is still taken."""
    told = [path for path in places(page, str) if path != ("format",)]
    spoiled = {"a stranger": (add_stranger, list(places(page, dict))), "a number for a text": (turn(7), told),
               "an empty text": (turn(""), told), "a text for a number": (turn("seven"), list(places(page, (int, float))))}
    for what, (change, paths) in spoiled.items():
        errors = {tuple(error.absolute_path) for error in schemas.errors(with_changes(page, paths, change))}
        for path in set(paths) - errors:
            if path[-1:] != ("value",) or page["format"] != "rehab-explanation":  # a value there is of any kind
                yield f"{page['format']}: {what} is taken at {'/'.join(map(str, path))}"
    for key in ("format_version", *(("plan",) if "plan" in page else ())):
        if not schemas.errors({name: value for name, value in page.items() if name != key}):
            yield f"{page['format']}: it is taken without {key}"


def pages_of(path):
    for text in pathlib.Path(path).read_text(encoding="utf-8").split("\x1e")[1:]:
        yield json.loads(text)


def judge(schemas, pages):
    """All complaints about these pages, at most twenty, and how many pages there were of each format."""
    wrong, first, count = [], {}, {}
    for page in pages:
        first.setdefault(page["format"], page)
        count[page["format"]] = count.get(page["format"], 0) + 1
        for error in schemas.errors(page)[:3]:
            wrong.append(f"{page['format']} {count[page['format']]}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    dead = schemas.dead(set(first))
    wrong += [f"no page has {name}" for name in dead if name not in NEVER]
    wrong += [f"{name} occurs, but is said never to" for name in NEVER if name not in dead and len(first) > 4]
    for page in first.values():
        wrong += accepted(schemas, page)
    return wrong[:20], count


def main():
    schemas = Schemas(sys.argv[1])
    wrong, count = judge(schemas, (page for path in sys.argv[2:] for page in pages_of(path)))
    print("\n".join(wrong))
    print(", ".join(f"{number} {name}" for name, number in count.items()))
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main())
