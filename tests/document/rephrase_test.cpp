#include "document/rephrase.hpp"

#include <string>
#include <string_view>

#include "document/problems.hpp"
#include "support/catch.hpp"

using rehab::document::problems;

TEST_CASE("text without quotes is called that") {
  const std::string_view rest = " is no value; text stands in quotes | put the text in quotes\n";
  CHECK(problems("side = left") == std::string("1:8 syntax: `left`").append(rest));
  CHECK(problems("title = the calf") == std::string("1:9 syntax: `the`").append(rest));
  CHECK(problems("title = injured") == std::string("1:9 syntax: `injured`").append(rest));
  CHECK(problems("at = [ night ]") == std::string("1:8 syntax: `night`").append(rest));
  CHECK(problems("at = { a = fast }") == std::string("1:12 syntax: `fast`").append(rest));
  CHECK(problems("x = truely") == std::string("1:5 syntax: `truely`").append(rest));
  CHECK(problems("x = _1") == std::string("1:5 syntax: `_1`").append(rest));
}

TEST_CASE("true and false are written in lower case") {
  CHECK(problems("x = True") == "1:5 syntax: `True` is no value; it is written in lower case | write `true`\n");
  CHECK(problems("x = FALSE") == "1:5 syntax: `FALSE` is no value; it is written in lower case | write `false`\n");
}

TEST_CASE("numbers that are none say why") {
  CHECK(problems("x = 007") ==
        "1:5 syntax: `007` begins with a zero; a number does not | remove the zero, or put the text in quotes\n");
  CHECK(problems("x = 9223372036854775808") ==
        "1:5 syntax: `9223372036854775808` is a number beyond what can be read | "
        "correct it, or put the text in quotes\n");
  CHECK(problems("x = 1e999") ==
        "1:5 syntax: `1e999` is a number beyond what can be read | correct it, or put the text in quotes\n");
  for (const std::string_view word : {"12weeks", "3x15", "1..2", "1.", ".5", "1__0", "0xg", "+", "-", "3-4"}) {
    CHECK(problems("x = " + std::string(word)) ==
          "1:5 syntax: `" + std::string(word) + "` is no number, date or time; text stands in quotes | put the text in quotes\n");
  }
  CHECK(problems("x = 1,5") == "1:6 syntax: the line should end before `,` | put a list in brackets; a decimal point is `.`\n");
}

TEST_CASE("dates and times that do not exist are refused") {
  for (const std::string_view word : {"2026-02-30", "2026-13-01", "2026-00-01", "2026-12-32", "1900-02-29", "24:00:00", "07:60:00",
                                      "2026-12-01T24:00:00", "2026-12-01T07:30:00+24:00"}) {
    CHECK(problems("x = " + std::string(word)) ==
          "1:5 syntax: `" + std::string(word) + "` is no date or time that exists | correct it\n");
  }
  CHECK(problems("x = [2026-12-01, 2026-02-29]") == "1:18 syntax: `2026-02-29` is no date or time that exists | correct it\n");
  CHECK(problems("x = 2026-2-3") ==
        "1:5 syntax: `2026-2-3` is no number, date or time; text stands in quotes | put the text in quotes\n");
  CHECK(problems("x = 07:30") ==
        "1:5 syntax: `07:30` is no time; a time has seconds, and text stands in quotes | put it in quotes\n");
  CHECK(problems("x = 7:30") ==
        "1:5 syntax: `7:30` is no time; a time has seconds, and text stands in quotes | put it in quotes\n");
}

TEST_CASE("a key needs an equals sign and a value") {
  CHECK(problems("just text") == "1:6 syntax: `=` is wanted after the key, not `t` | write key = value\n");
  CHECK(problems("x") == "1:2 syntax: `=` is wanted after the key, not the end of the line | write key = value\n");
  CHECK(problems("x =") ==
        "1:4 syntax: a value is wanted after `=`, not the end of the line | write a value, or remove the line\n");
  CHECK(problems("x = # 1") == "1:5 syntax: a value is wanted after `=`, not `#` | write a value, or remove the line\n");
  CHECK(problems("x = = 1") == "1:5 syntax: `=` where a value is wanted | write a value\n");
  CHECK(problems("= 1") == "1:1 syntax: `=` where a key or a header is wanted | begin the line with a key, `[` or `#`\n");
  CHECK(problems("a. = 1") ==
        "1:4 syntax: `=` where a key is wanted | write it with letters, digits, `-` and `_`, or put it in quotes\n");
  CHECK(problems("\"\"\"a\"\"\" = 1") == "1:1 syntax: a key in triple quotes | put it in plain quotes\n");
}

TEST_CASE("one key and one value stand on a line") {
  CHECK(problems("x = 1 y = 2") ==
        "1:7 syntax: the line should end before `y` | put text in quotes, and each key on its own line\n");
  CHECK(problems("[a] x = 2") == "1:5 syntax: the line should end before `x` | put text in quotes, and each key on its own line\n");
  CHECK(problems("x = 'it's'") == "1:10 syntax: text that is not closed on its line | close it with `'`\n");
}

TEST_CASE("entries are separated by commas") {
  CHECK(problems("x = [1 2]") == "1:8 syntax: `2` where `,` or `]` is wanted | put `,` between the values, and text in quotes\n");
  CHECK(
      problems("x = [\n  1\n  2\n]") ==
      "3:3 syntax: `2` where `,` or `]` is wanted; the array begins in line 1 | put `,` between the values, and text in quotes\n");
  CHECK(problems("x = [1,,2]") == "1:8 syntax: `,` where a value or `]` is wanted | remove it\n");
  CHECK(problems("x = {a=1 b=2}") ==
        "1:10 syntax: `b` where `,` or `}` is wanted | put `,` between the entries, and text in quotes\n");
  CHECK(problems("x = {a=1,,b=2}") == "1:10 syntax: `,` where a key or `}` is wanted | remove it\n");
  CHECK(problems("x = {,}") == "1:6 syntax: `,` where a key or `}` is wanted | remove it\n");
  CHECK(problems("x = {a=1,}") == "1:10 syntax: `,` before `}` | remove the comma\n");
  CHECK(problems("x = {(}") == "1:6 syntax: `(` where a key or `}` is wanted | write key = value, or close the table with `}`\n");
}

TEST_CASE("a header has a name between its brackets") {
  const std::string_view hint = " | write the header as [name] or [[name]]\n";
  CHECK(problems("[]") == std::string("1:2 syntax: a header without a name").append(hint));
  CHECK(problems("[a") == std::string("1:3 syntax: `]` is wanted after the name of a table, not the end of the line").append(hint));
  CHECK(problems("[[a]") ==
        std::string("1:5 syntax: `]` is wanted after the name of a table, not the end of the line").append(hint));
  CHECK(problems("[a b]") == std::string("1:4 syntax: `]` is wanted after the name of a table, not `b`").append(hint));
  CHECK(problems("[ [a]]") == std::string("1:3 syntax: white space between the brackets of a header").append(hint));
}

TEST_CASE("escapes are those of TOML") {
  CHECK(problems("x = \"C:\\dir\"") == "1:9 syntax: `d` after `\\` is no escape | write `\\\\` for a backslash\n");
  CHECK(problems("x = \"\\x41\"") == "1:7 syntax: `x` after `\\` is no escape | write `\\u` and four hexadecimal digits\n");
  CHECK(problems("x = \"\\u12g4\"") ==
        "1:10 syntax: `g` where a hexadecimal digit is wanted | write `\\u` and four digits, or `\\\\` for a backslash\n");
}

TEST_CASE("what has no wording of ours is handed on in our style") {
  CHECK(problems("x = \"\\ud800\"") == "1:12 syntax: unicode surrogates (U+D800 - U+DFFF) are explicitly prohibited | \n");
  CHECK(problems("x = \"\\U00110000\"") == "1:16 syntax: values greater than U+10FFFF are invalid | \n");
}

TEST_CASE("a long word is cut in a message") {
  CHECK(problems("x = " + std::string(1000, 'a')) ==
        "1:5 syntax: `" + std::string(60, 'a') + "…` is no value; text stands in quotes | put the text in quotes\n");
}
