#include "document/scan.hpp"

#include <string>
#include <string_view>

#include "document/problems.hpp"
#include "support/catch.hpp"
#include "text/utf8.hpp"

using rehab::document::Node;
using rehab::document::parse;
using rehab::document::problems;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace

TEST_CASE("64 levels of nesting are read, more are not") {
  CHECK(problems("x = " + repeated("[", 64) + repeated("]", 64)) == "");
  CHECK(problems("x = " + repeated("[", 65) + repeated("]", 65)) ==
        "1:69 limit: more than 64 levels of nesting | nest less deeply\n");
  CHECK(problems("x = " + repeated("{a=", 64) + "1" + repeated("}", 64)) == "");
  CHECK(problems("x = " + repeated("{a=", 65) + "1" + repeated("}", 65)) ==
        "1:197 limit: more than 64 levels of nesting | nest less deeply\n");
  CHECK(problems("x = " + repeated("{a.b.c.d=", 17) + "1" + repeated("}", 17)) ==
        "1:149 limit: more than 64 levels of nesting | nest less deeply\n");
}

TEST_CASE("100,000 nested arrays or tables are refused at once") {
  CHECK(problems("x = " + repeated("[", 100'000)) == "1:69 limit: more than 64 levels of nesting | nest less deeply\n");
  CHECK(problems("x = " + repeated("{a=", 100'000)) == "1:197 limit: more than 64 levels of nesting | nest less deeply\n");
  CHECK(problems("x = " + repeated("[\n", 100'000)) == "65:1 limit: more than 64 levels of nesting | nest less deeply\n");
  CHECK(problems(repeated("[", 100'000)) ==
        "1:3 syntax: `[` where the name of a table is wanted | write the header as [name] or [[name]]\n");
}

TEST_CASE("a key has up to 64 parts") {
  CHECK(problems(repeated("a.", 63) + "a = 1") == "");
  CHECK(problems(repeated("a.", 64) + "a = 1") == "1:128 limit: a key of more than 64 parts | use fewer parts\n");
  CHECK(problems("[" + repeated("a.", 64) + "a]") == "1:129 limit: a key of more than 64 parts | use fewer parts\n");
  CHECK(problems("x = { " + repeated("a . ", 64) + "a = 1 }") == "1:261 limit: a key of more than 64 parts | use fewer parts\n");
  CHECK(problems(repeated("a.", 200'000) + "a = 1") == "1:128 limit: a key of more than 64 parts | use fewer parts\n");
}

TEST_CASE("brackets and dots in texts and comments do not count") {
  const std::string many = repeated("[{.", 200);
  CHECK(problems("a = '" + many + "'\nb = \"\\\"" + many + "\"\nc = '''\n" + many + "'\n'''\nd = \"\"\"\n" + many +
                 "\\\"\"\"\"\n# " + many) == "");
  CHECK(problems("'" + many + "' = 1") == "");
}

TEST_CASE("a number has up to 120 characters") {
  CHECK(problems("x = 0." + repeated("1", 118)) == "");
  CHECK(problems("x = 0." + repeated("1", 119)) ==
        "1:5 limit: a number of more than 120 characters | shorten it, or put the text in quotes\n");
  CHECK(problems(repeated("1", 500) + " = 1") == "");
}

TEST_CASE("only ASCII stands outside quotes, and what is meant is known") {
  CHECK(problems("x = \u201cHello\u201d") ==
        "1:5 syntax: `\u201c` (U+201C) outside quotes; only ASCII may stand there | write a straight quote `\"`\n");
  CHECK(problems("x = 3\u201312") ==
        "1:6 syntax: `\u2013` (U+2013) outside quotes; only ASCII may stand there | write a plain `-`\n");
  CHECK(problems("x\u00a0= 3") == "1:2 syntax: U+00A0 outside quotes; only ASCII may stand there | write a plain space\n");
  CHECK(problems("Länge = 3") == "1:2 syntax: `ä` (U+00E4) outside quotes; only ASCII may stand there | put the text in quotes\n");
  CHECK(problems("[Übung]") == "1:2 syntax: `Ü` (U+00DC) outside quotes; only ASCII may stand there | put the text in quotes\n");
  CHECK(problems("x = 1\u202e") == "1:6 syntax: U+202E outside quotes; only ASCII may stand there | remove it\n");
  CHECK(problems("x = 1\"\u00e9\"") ==
        "1:7 syntax: `\u00e9` (U+00E9) outside quotes; only ASCII may stand there | put the text in quotes\n");
}

TEST_CASE("every character that toml++ cannot take outside quotes is refused") {
  for (char32_t c = 0xa1; c < 0x49a; ++c) {
    std::string character;
    rehab::text::append_code_point(character, c);
    for (const std::string& text :
         {character, "x = " + character, "x = 1" + character, "x = [1 " + character + "]", "x = true" + character,
          "[a" + character + "]", "x = 'a'" + character, "x = {" + character + "}"}) {
      CHECK_FALSE(parse("f.toml", text));
    }
    CHECK(parse("f.toml", "x = '" + character + "' # " + character).value.has_value() == (c != 0x61c));
  }
}

TEST_CASE("controls are refused everywhere, and bidirectional ones in comments") {
  CHECK(problems("x = 1 # a\x07") == "1:10 syntax: control character U+0007 | remove it\n");
  CHECK(problems("x = 'a\x1b'") == "1:7 syntax: control character U+001B | remove it\n");
  CHECK(problems("x = \"a\x7f\"") == "1:7 syntax: control character U+007F | remove it\n");
  CHECK(problems("\x0b") == "1:1 syntax: control character U+000B | remove it\n");
  CHECK(problems("x = '''\n\x0c'''") == "2:1 syntax: control character U+000C | remove it\n");
  CHECK(problems("x = 1\ry = 2\n") == "1:6 syntax: a carriage return without a line feed | end the line with a line feed\n");
  CHECK(problems("# a\u202eb") == "1:4 syntax: U+202E in a comment | remove it\n");
  CHECK(problems("x = 'a\U0010fffd'") == "1:7 syntax: U+10FFFD is for private use | remove it\n");
}

TEST_CASE("a header without a name is refused before toml++ meets it") {
  const std::string_view rest = " where the name of a table is wanted | write the header as [name] or [[name]]\n";
  CHECK(problems("[") == std::string("1:2 syntax: the end of the line").append(rest));
  CHECK(problems("[\nx = 1") == std::string("1:2 syntax: the end of the line").append(rest));
  CHECK(problems("[[ \r\n") == std::string("1:4 syntax: the end of the line").append(rest));
  CHECK(problems("[=]") == std::string("1:2 syntax: `=`").append(rest));
  CHECK(problems("[[.a]]") == std::string("1:3 syntax: `.`").append(rest));
}

TEST_CASE("brackets that do not match are named with their other half") {
  CHECK(problems("x = 1]") == "1:6 syntax: `]` closes nothing | remove it, or write its other half before it\n");
  CHECK(problems("x = [1,\n}") == "2:1 syntax: `}` where `]` is wanted; `[` stands in line 1 | close what was opened last first\n");
  CHECK(problems("x = { a = [1 }") ==
        "1:14 syntax: `}` where `]` is wanted; `[` stands in line 1 | close what was opened last first\n");
  CHECK(problems("a = 1\nx = [1,\n[b]\n") == "2:5 syntax: `[` is never closed | close it with `]`\n");
  CHECK(problems("x = [}") == "1:6 syntax: `}` where `]` is wanted; `[` stands in line 1 | close what was opened last first\n");
}

TEST_CASE("an inline table ends on its line") {
  CHECK(problems("a = 1\nx = { a = 1,\n b = 2 }") ==
        "2:5 syntax: an inline table that does not end on its line | write it on one line, or as a table with a header\n");
  CHECK(problems("x = { a = [1,\n 2], b = '''\n''' }") == "");
}

TEST_CASE("text that is not closed is reported where it begins") {
  CHECK(problems("a = 1\nx = \"abc\ny = 2") == "2:5 syntax: text that is not closed on its line | close it with `\"`\n");
  CHECK(problems("x = 'abc\r\n") == "1:5 syntax: text that is not closed on its line | close it with `'`\n");
  CHECK(problems("x = \"abc\\\"") == "1:5 syntax: text that is not closed on its line | close it with `\"`\n");
  CHECK(problems("x = \"\"\"abc\n\n") == "1:5 syntax: text that is never closed | close it with `\"\"\"`\n");
  CHECK(problems("x = '''abc''") == "1:5 syntax: text that is never closed | close it with `'''`\n");
}

TEST_CASE("dates that toml++ stumbles over are refused") {
  const std::string_view rest = " is no date or time | write it as 2026-12-01T07:30:00\n";
  CHECK(problems("1=1987-07-05T:") == std::string("1:3 syntax: `1987-07-05T:`").append(rest));
  CHECK(problems("x = [1987-07-05t-1:]") == std::string("1:6 syntax: `1987-07-05t-1:`").append(rest));
  CHECK(problems("x = 1987-07-05 1") == std::string("1:5 syntax: `1987-07-05`").append(rest));
  CHECK(problems("x = 1987-07-0_5 1") == std::string("1:5 syntax: `1987-07-0_5`").append(rest));
  CHECK_FALSE(parse("f.toml", "x = 1" + std::string(117, '_') + "987-07-05 1111"));
  CHECK(problems("1987-07-05Tx = 1") == "");
}

TEST_CASE("the first letter after a continued line may be any") {
  const auto read = parse("f.toml", "x = { a = \"\"\"one \\\n  \n  \u00e9t\u00e9 \\\n\u00a0\u4e00\\\n\U0001f9b5\"\"\", b = y }\n");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].line == 5);
  CHECK(read.diagnostics[0].column == 11);

  const auto good = parse("f.toml", "x = \"\"\"one \\\n  \n  \u00e9t\u00e9 \\\n\u00a0\u4e00\\\n\U0001f9b5\"\"\"\ny = 2");
  REQUIRE(good);
  CHECK(good->root.find("x")->text == "one \u00e9t\u00e9 \u00a0\u4e00\U0001f9b5");
}

TEST_CASE("an escape is ASCII") {
  CHECK(problems("x = \"\\\u00e9\"") == "1:7 syntax: `\u00e9` (U+00E9) after `\\` is no escape | write `\\\\` for a backslash\n");
  CHECK(problems("x = \"\"\"\n\\\u00e9\"\"\"") ==
        "2:2 syntax: `\u00e9` (U+00E9) after `\\` is no escape | write `\\\\` for a backslash\n");
}

TEST_CASE("a character of plane 16 is refused however it is written") {
  CHECK(problems(R"(x = "a\U0010D800")") == "1:7 syntax: U+10D800 is for private use | remove it\n");
  CHECK(problems("x = \"\"\"\\U0010fffd\"\"\"") == "1:8 syntax: U+10fffd is for private use | remove it\n");
  CHECK(problems(R"(x = '\U0010D800')") == "");
  CHECK(problems(R"(x = "\\U0010D800")") == "");
  CHECK(problems(R"(x = "\U000FFFFD")") == "");
}
