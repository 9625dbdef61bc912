"""Our comments as Doxygen wants them: what it reads in place of a header.

    python3 comments.py HEADER

A header is written for people: `// …` in front of a declaration or behind it, an essay at the top, examples indented by two more
blanks. In the pages

- a comment in front or behind belongs to everything that its line declares;
- in front of a field that has one behind as well it heads the fields below it, up to the next blank line, comment or brace;
- one that ends with a colon belongs to each line below it, as far;
- the comment of `enum class Kind {…} kind` is that of the enumeration and, if it has none of its own, of the field;
- what stands in many structures alike, and is said once in an essay, is said again at each;
- what is there for the compiler (friends, defaulted members) is left out.

Comments may be `/* … */` too, as in C. Lines keep their numbers, so that a warning names the line of the header.
"""
import pathlib
import re
import sys

# Said once in rehab.hpp, knowledge.hpp and rehab.h.
ALIKE = [
    (r"inline constexpr std::array<std::string_view, .*> \w+_names\{",
     "The words of files and JSON, in the order of the enumerators: the index is the enumerator's value."),
    (r"constexpr std::string_view name\(", "The word of files and JSON for it, which must be one of the enumerators."),
    (r"  std::string id(, title)?;", "Lower-case words with hyphens, the only one of its kind."),
    (r"  std::string title;", "What the person reads, in the language of the catalog."),
    (r"  Provenance provenance;", "Where the numbers come from."),
    (r"  size_t struct_size;", "Set it to sizeof before the call."),
    (r"  rehab_text id(, title)?;", "Lower-case words with hyphens, the only one of its kind."),
    (r"  rehab_text title;", "What the person reads, in the language of the catalog."),
    (r"  void\* host;", "Handed on as it is."),
    (r"REHAB_API void rehab_\w+_free\(", "Gives it back; NULL is taken."),
    (r"typedef struct (\w+) \1;", "A handle."),
]
SECOND = "What the person reads, in the language of the catalog."  # `title` behind `id` in one line

FOR_THE_COMPILER = re.compile(r"\s*(friend .*|[\w()]+\(\) = default;|#ifndef \w+_H|#define \w+_H)$")
SCOPE = re.compile(r"^\s*(template\s*<[^>]*>\s*)?(typedef\s+)?(inline\s+)?(namespace|struct|class|enum|union|extern\b)[^(]*$")
ENUMERATION = re.compile(r"\s*enum class \w+")
FIELD_OF_IT = re.compile(r"\}\s*\w+(\{\}| = [\w:]+);$")
SECTION = re.compile(r"clang-format|-{3,}")


def parts(line, inside):
    """Code, comment (None: there is none), and whether a C comment goes on below the line."""
    if inside:
        text, end, _ = line.partition("*/")
        return "", re.sub(r"^ ?(\* ?|  ?)?", "", text).rstrip(), not end
    mark = re.search(r'^((?:[^"/]|"(?:\\.|[^"\\])*"|/(?![/*]))*)(//|/\*)', line)
    if not mark:
        return line, None, False
    code, rest = mark[1].rstrip(), line[mark.end():]
    if mark[2] == "//":
        return code, rest.removeprefix(" ").rstrip(), False
    text, end, _ = rest.partition("*/")
    return code, text.removeprefix(" ").rstrip(), not end


def escaped(text):
    """Only `code` and lists mean more than their signs."""
    words = re.split(r"(`[^`]*`)", text)
    return "".join(word if word.startswith("`") else re.sub(r"[\\@<>#%&*_~|]", r"\\\g<0>", word) for word in words)


def language(example):
    return "{.cpp}" if re.search(r"rehab(::|_)|#include|;(\s|$)", example) else "{.unparsed}"


def with_examples(lines):
    """Lines that are indented by two are an example; the blank lines around it become its marks."""
    out, example = [], False
    for i, line in enumerate(lines):
        goes_on = example and not line and lines[i + 1:i + 2] and lines[i + 1].startswith("  ")
        now = line.startswith("  ") or bool(goes_on)
        if now and not example:
            begin = "@code" + language("\n".join(lines[i:]))
            out[-1:] = [begin] if out and not out[-1] else out[-1:] + [begin]
        if example and not now:
            out.append("@endcode " + escaped(line) if line else "@endcode")
        else:
            out.append(line[2:] if now else escaped(line))
        example = now
    return out + ["@endcode"] if example else out


def examples(lines):
    """The examples in C and C++ among the comments of a header: the line of each, from 1, and its text."""
    found, inside, example, first = [], False, [], 0
    for number, line in enumerate(lines + [""], 1):
        code, text, inside = parts(line, inside)
        if text is not None and not code.strip() and (text.startswith("  ") or (example and not text)):
            first = first if example else number
            example.append(text[2:])
        elif example:
            whole = "\n".join(example)
            found += [(first, whole)] if language(whole) == "{.cpp}" else []
            example = []
    return found


def block(lines, head="/**"):
    body = with_examples(lines)
    out = [(f"{head} " if i == 0 else " * ") + text for i, text in enumerate(body)]
    out[-1] += " */"
    return out


def remark(lines, head="/**"):
    """The same beside its code, in one line if there is no example in it."""
    if not any(line.startswith("  ") for line in lines):
        lines = [" ".join(lines)]
    return "\n".join(block(lines, head))


def heading(lines):
    """A comment over several fields: its first sentence as the title of a group, which has still to be ended."""
    title, _, rest = " ".join(lines).partition(". ") if len(lines) > 1 else (lines[0], "", "")
    out = ["/** @name " + escaped(title.rstrip(".").replace("`", ""))] + ([" * " + escaped(rest)] if rest else [])
    out[-1] += " */ /** @{ */"
    return out + [""] * (len(lines) - len(out))


def declarations(code):
    """`int a = 0, b = 0;` as two: each can have a comment then."""
    depth, ends = 0, []
    for i, sign in enumerate(code):
        depth += (sign in "<({[") - (sign in ">)}]")
        if sign == "," and depth == 0:
            ends.append(i)
    names = [code[a:b] for a, b in zip([0] + [end + 1 for end in ends], ends + [-1])]
    first = re.match(r"(\s*(?:const )?[\w:]+(?:<.*>)?[ *]+)(\w.*)$", names[0])
    if not ends or not first or not code.endswith(";") or "(" in code.split("{")[0]:
        return [code]
    return [first[1] + name.strip() + ";" for name in [first[2]] + names[1:]]


def alike(code):
    """For each declaration of a line its comment, where it stands in many structures alike; else nothing."""
    for pattern, text in ALIKE:
        found = re.match(pattern, code)
        if found:
            return [text, SECOND] if found.groups() and found[found.lastindex or 0] == ", title" else [text]
    return []


class Scopes:
    """Whether a line declares something, or is inside of a function or a table."""

    def __init__(self):
        self.open, self.statement = [], ""

    def declares(self):
        return all(self.open)

    def of_fields(self):
        return bool(self.open) and self.open[-1] in ("struct", "class")

    def read(self, code):
        if code.startswith("#"):
            return
        for sign in re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])*\'', "", code):
            if sign == "{":
                kind = SCOPE.match(self.statement)
                self.open.append(kind[4] if kind else "extern" if self.statement.startswith("extern") else "")
            elif sign == "}" and self.open:
                self.open.pop()
            self.statement = "" if sign in "{};" else self.statement + sign
        self.statement += " " if self.statement else ""


class Page:
    """What Doxygen reads of one header, line by line."""

    def __init__(self, name):
        self.name, self.out, self.scopes = name, [], Scopes()
        self.waiting = []      # a comment in front, until it is known what it belongs to
        self.group = []        # the comment of the lines below it
        self.enumeration = []  # the comment of an enumeration that is open, for its field
        self.headed = False    # whether a comment heads the lines here

    def essay(self, lines):
        """The essay of the header that includes all others is the front page."""
        front = self.name == "rehab.hpp"
        self.out += ["/** @mainpage rehab" if front else "/** @file"] + block(lines, " *")
        if front:
            self.out += ["/** @file", " * Includes all of the library. */", "/** @namespace rehab", " * All of the library. */"]

    def in_front(self, text):
        self.waiting.append(text)
        self.group = []

    def blank(self, number):
        """The line of this number. Where more was written than read, it makes up for that."""
        self.drop_waiting()
        end = self.end_of_heading()
        if end or sum(text.count("\n") + 1 for text in self.out) < number:
            self.out.append(end)
        self.group = []

    def end_of_heading(self):
        headed, self.headed = self.headed, False
        return "/** @} */ " if headed else ""

    def drop_waiting(self):
        """What belongs to nothing: of a function's inside, or in front of a blank line."""
        self.out += [""] * len(self.waiting)
        self.waiting = []

    def code(self, code, behind):
        if FOR_THE_COMPILER.match(code):
            self.drop_waiting()
            self.out.append(code if code.startswith("#") else "")
        elif not self.scopes.declares() or re.match(r"#\s*(if|el|en|in|pragma)", code):
            if not code.startswith("#if"):  # a macro's comment stands in front of the #if that chooses it
                self.drop_waiting()
            self.out.append(code)
        else:
            self.declare(code, behind)
        self.scopes.read(code)

    def declare(self, code, behind):
        before, self.waiting = self.waiting, []
        while before and not before[-1]:
            before.pop()
            self.out.append("")
        if before and before[-1].endswith(":"):
            self.group = before = before[:-1] + [before[-1][:-1] + "."]
        if code.lstrip().startswith("}"):
            self.group = []
        if ENUMERATION.match(code):
            self.enumeration = before or self.group
        behind = [behind] if behind and code.strip() != "}" else []
        if not behind and FIELD_OF_IT.search(code):
            behind = self.enumeration
        self.describe(code, before, behind)

    def describe(self, code, before, behind):
        begins = not self.scopes.statement.strip()
        own = [] if before == self.group else before
        heads = bool(own and behind and self.scopes.of_fields() and not ENUMERATION.match(code))
        front = heading(own) if heads else block(own) if own else [""] * len(before)
        if front:
            front[0] = self.end_of_heading() + front[0]
        elif code.lstrip().startswith("}"):
            code = self.end_of_heading() + code
        self.headed = self.headed or heads
        self.out += front
        self.out.append(self.described(code, [] if heads else own, behind, begins))

    def described(self, code, before, behind, begins):
        """The declarations of a line, each with its comment, but for what stands in front of the first already."""
        if behind:
            return " ".join(f"{one} {remark(behind, '/**<')}" for one in declarations(code))
        if before:
            first, *more = declarations(code)
            return " ".join([first] + [f"{remark(before)} {one}" for one in more])
        if self.group and begins:
            return " ".join(f"{remark(self.group)} {one}" for one in declarations(code))
        texts = alike(code) if begins else []
        ones = declarations(code) if len(texts) > 1 else [code]
        return " ".join((remark([text]) + " " if text else "") + one for one, text in zip(ones, texts or [""]))


def page_of(name, lines):
    page, essay, inside = Page(name), [], False
    before_essay = True
    for number, line in enumerate(lines, 1):
        was_inside = inside
        code, text, inside = parts(line, inside)
        only_comment = not code.strip() and text is not None
        if before_essay and only_comment:
            essay.append(text)
            continue
        if before_essay:
            page.essay(essay)
            before_essay = False
        if only_comment and (was_inside or not SECTION.match(text)):
            page.in_front(text)
        elif not code.strip():
            page.blank(number)
        else:
            page.code(code, text)
    return page.out


if __name__ == "__main__":
    header = pathlib.Path(sys.argv[1])
    sys.stdout.reconfigure(encoding="utf-8")
    print("\n".join(page_of(header.name, header.read_text(encoding="utf-8").splitlines())))
