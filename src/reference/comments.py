"""Our comments as Doxygen wants them: what it reads in place of a header.

    python3 comments.py HEADER

A header is written for people: `// …` in front of a declaration or behind it, an essay at the top, examples indented by two more
blanks. In the pages

- a comment in front or behind belongs to all that its line declares;
- one that ends with a colon belongs to each line below it, up to the next blank line, comment or brace;
- the comment of `enum class Kind {…} kind` is that of the enumeration and, if it has none of its own, of the field;
- tables of words and `name()`, which are there for every enumeration, say so themselves;
- what is declared only for the compiler (friends, defaulted members) is left out.

Comments may be `/* … */` as well, as in C. Lines keep their numbers, so that a warning names the line of the header.
"""
import pathlib
import re
import sys

WORDS = "The words of files and JSON, in the order of the enumerators: the index is the enumerator's value."
WORD = "The word of files and JSON for it; it must be one of the enumerators."
FOR_THE_COMPILER = re.compile(r"\s*(friend .*|[\w()]+\(\) = default;)$")
SCOPE = re.compile(r"^\s*(template\s*<[^>]*>\s*)?(typedef\s+)?(inline\s+)?(namespace|struct|class|enum|union|extern\b)[^(]*$")


def parts(line, inside):
    """Code, comment (none: there is no comment) and whether a C comment goes on behind the line."""
    if inside:
        text, end, _ = line.partition("*/")
        return "", re.sub(r"^\s{0,2}(\* ?| )?", "", text).rstrip(), not end
    mark = re.search(r'^((?:[^"/]|"(?:\\.|[^"\\])*"|/(?![/*]))*)(//|/\*)', line)
    if not mark:
        return line, None, False
    code, rest = mark[1].rstrip(), line[mark.end():]
    if mark[2] == "//":
        return code, re.sub("^ ", "", rest).rstrip(), False
    text, end, _ = rest.partition("*/")
    return code, re.sub("^ ", "", text).rstrip(), not end


def escaped(text):
    """Markdown has only `code`: all other signs mean themselves."""
    words = re.split(r"(`[^`]*`)", text)
    return "".join(word if word.startswith("`") else re.sub(r"[\\@<>#%&*_~|]", r"\\\g<0>", word) for word in words)


def with_examples(lines):
    """Lines that are indented by two are examples; the blank lines around them become their marks."""
    out, example = [], False
    for i, line in enumerate(lines):
        begins = line.startswith("  ") or (example and not line and any(later.startswith("  ") for later in lines[i + 1:i + 2]))
        if begins and not example:
            language = "{.cpp}" if re.search(r"rehab(::|_)|^\s+(for|if) \(|;( |$)", "\n".join(lines[i:])) else "{.unparsed}"
            if out and not out[-1]:
                out[-1] = "@code" + language
            else:
                out.append("@code" + language)
        if example and not begins:
            out.append("@endcode" if not line else "@endcode " + escaped(line))
        else:
            out.append(line[2:] if begins else escaped(line))
        example = begins
    return out + ["@endcode"] if example else out


def block(lines, indent="", head=""):
    body = with_examples(lines)
    return [indent + ("/** " + head if i == 0 else " * ") + text + (" */" if i == len(body) - 1 else "") for i, text in enumerate(body)]


def declarators(code):
    """`int a = 0, b = 0;` as two declarations: a comment belongs to both."""
    depth, names, start = 0, [], 0
    for i, sign in enumerate(code):
        depth += (sign in "<({[") - (sign in ">)}]")
        if sign == "," and depth == 0:
            names.append(code[start:i])
            start = i + 1
    first = re.match(r"(\s*(?:static |inline |constexpr |const )*[\w:]+(?:<.*>)?[ *]+)(\w+.*)$", names[0]) if names else None
    if not first or not code.endswith(";") or "(" in code.split("{")[0]:
        return [code]
    rest = names[1:] + [code[start:-1]]
    return [f"{first[1]}{first[2]};"] + [f"{first[1]}{name.strip()};" for name in rest]


class Scopes:
    """Whether a line declares something, or is inside of a function or a table."""

    def __init__(self):
        self.open, self.statement = [], ""

    def declares(self):
        return all(self.open)

    def in_enumeration(self):
        return bool(self.open) and self.open[-1] == "enum"

    def read(self, code):
        if code.startswith("#"):
            return
        for sign in re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])*\'', "", code):
            if sign == "{":
                kind = SCOPE.match(self.statement)
                self.open.append(kind[4] if kind else "")
            elif sign == "}" and self.open:
                self.open.pop()
            self.statement = "" if sign in "{};" else self.statement + sign
        self.statement += " "


def supplied(code):
    if re.match(r"inline constexpr std::array<std::string_view, [^>]*> \w+_names\{", code):
        return WORDS
    return WORD if re.match(r"constexpr std::string_view name\(", code) else None


class Pages:
    def __init__(self, name):
        self.name, self.out, self.scopes = name, [], Scopes()
        self.waiting, self.indent = [], ""  # a comment, until it is known what it belongs to
        self.group = None                   # the comment of the lines below it
        self.enumeration = None             # the comment of an enumeration that is open, for its field

    def essay(self, lines):
        # The essay of the header that includes all others is the front page.
        head = "@mainpage rehab\n" if self.name == "rehab.hpp" else "@file\n"
        self.out += block(lines, head=head)
        if self.name == "rehab.hpp":
            self.out[-1] += " /** @file\n * Includes all of the library. */ /** @namespace rehab\n * All of the library. */"

    def comment(self, text, indent):
        self.indent = indent
        self.waiting.append(text)
        self.group = None

    def nothing(self):
        """A comment with nothing below it belongs to nothing."""
        self.out += ["" for _ in self.waiting] + [""]
        self.waiting, self.group = [], None

    def declared(self, code, behind):
        before, self.waiting = self.waiting, []
        if not self.scopes.declares() or code.lstrip().startswith("#if"):
            self.out += [""] * len(before) + [code]
        elif FOR_THE_COMPILER.match(code):
            self.out += [""] * len(before) + [""]
        else:
            self.described(code, before, behind)
        self.scopes.read(code)

    def described(self, code, before, behind):
        starts = not self.scopes.statement.strip()
        if before and before[-1].endswith(":"):
            self.group, self.out, before = before, self.out + [""] * len(before), []
        if code.strip().startswith("}"):
            self.group = None
        word = supplied(code)
        if word and not before:
            before = [word]
            self.out.append("".join(block(before)) + " " + code)
            return
        if re.match(r"\s*enum class", code):
            self.enumeration = before or (["".join(behind)] if behind else None)
        field = re.search(r"\}\s*\w+(\{\}| = [\w:]+);$", code)
        if field and not behind and self.enumeration:
            behind = " ".join(self.enumeration)
        declared = declarators(code)
        if self.group and starts and not behind:
            text = "".join(f"/** {escaped(' '.join(self.group))} */")
            self.out.append(" ".join(f"{text} {one}" for one in declared) if self.closes(code) else f"{text} {code}")
            return
        lines = block(before, self.indent) if before else []
        self.out += lines
        again = " ".join(f"/** {escaped(' '.join(before))} */ {one}" for one in declared[1:]) if before and not behind else ""
        after = f" /**< {escaped(behind)} */" if behind else ""
        if after and len(declared) > 1:
            self.out.append(" ".join(one + after for one in declared))
        elif again:
            self.out.append(f"{declared[0]} {again}")
        else:
            self.out.append(code + after)

    @staticmethod
    def closes(code):
        return code.rstrip().endswith(";")


def converted(name, lines):
    pages, first, essay, inside = Pages(name), True, [], False
    for line in lines:
        was_inside = inside
        code, text, inside = parts(line, inside)
        only = not code.strip() and text is not None
        if first and only:
            essay.append(text)
        elif first and essay and not code.strip() and not was_inside:
            pages.essay(essay)
            first = False
            pages.out.append("")
        elif only and not re.match(r"clang-format|---", text):
            if first:
                continue
            pages.comment(text, re.match(r"\s*", line)[0])
        elif not code.strip():
            pages.nothing()
        else:
            if first:
                pages.essay(essay)
                first = False
            pages.declared(code, text)
    return pages.out


if __name__ == "__main__":
    header = pathlib.Path(sys.argv[1])
    print("\n".join(converted(header.name, header.read_text().splitlines())))
