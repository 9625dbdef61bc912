#include "document/document.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>
#include <random>
#include <string>
#include <string_view>

#include "document/problems.hpp"
#include "support/catch.hpp"
#include "text/append.hpp"
#include "text/utf8.hpp"

using rehab::document::describe;
using rehab::document::Document;
using rehab::document::Node;
using rehab::document::parse;
using rehab::document::Place;
using rehab::document::problems;
using Kind = rehab::document::Node::Kind;

namespace {

Document read(std::string_view text) {
  auto result = parse("f.toml", text);
  CHECK(problems(text) == "");
  REQUIRE(result);
  return std::move(*result);
}

void append_place(std::string& out, Place place) {
  rehab::text::append_number(out, std::int64_t{place.line});
  out += ':';
  rehab::text::append_number(out, std::int64_t{place.column});
}

// "key@place of key=what@place of value", nested in brackets.
void append_outline(std::string& out, const Node& node) {
  for (const auto& member : node.members) {
    out += ' ';
    out += member.key;
    out += '@';
    append_place(out, member.place);
    out += '=';
    append_place(out, member.value.place);
    out += '(';
    append_outline(out, member.value);
    out += ')';
  }
  for (const Node& item : node.items) {
    out += " @";
    append_place(out, item.place);
    out += '(';
    append_outline(out, item);
    out += ')';
  }
}

std::string outline(std::string_view text) {
  std::string out;
  append_outline(out, read(text).root);
  return out;
}

// A little of everything.
constexpr std::string_view sample = R"(# Übung
schema = 1
title  = "Wade: 3 × 15" # bis 60 s
"quoted key" = 'raw \n'
dotted.key.deep = [1, 2.5, -3e2, true, nan]
start = 2026-12-01
at = [07:30:00, 2026-12-01T07:30:00.25+01:00, ]

[severity]
mild   = { weeks = 3, signs = ["a", "b"] }
severe = { weeks = 12, clearance = true }

[[phase]]
id = "load"
note = """\
  first \
  été
second "" quoted"""
  [[phase.workout]]
  id = "drops"
  reps = { mild = [10, 12], severe = { max = 8 } }
[[phase]]
id = '''
run'''
)";

// What holds for whatever `parse` returns.
void check_sound(std::string_view text) {
  const auto result = parse("f.toml", text);
  const auto& found = result.diagnostics;
  const auto by_place = [](const auto& a, const auto& b) { return std::pair(a.line, a.column) < std::pair(b.line, b.column); };
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  const auto is_plain = [lines](const rehab::Diagnostic& d) {
    return d.file == "f.toml" && !d.message.empty() && !d.code.empty() && d.line >= 1 && d.line <= lines && d.column >= 1;
  };
  const bool sound = result.value.has_value() == found.empty() && found.size() <= 20 &&
                     std::all_of(found.begin(), found.end(), is_plain) && std::is_sorted(found.begin(), found.end(), by_place);
  if (!sound) {
    CAPTURE(text, problems(text));
    CHECK(sound);
  }
}

}  // namespace

TEST_CASE("every kind of value is read") {
  const Document file = read(
      "text = \"a\\u00e9\"\nwhole = -7\nhex = 0x1F\nreal = 2.5\ntrue = true\nfalse = false\n"
      "least = -9223372036854775808\nnan = nan\ninf = -inf\narray = []\ntable = {}\n");
  const Node& root = file.root;
  CHECK(root.find("text")->kind == Kind::text);
  CHECK(root.find("text")->text == "aé");
  CHECK(root.find("whole")->kind == Kind::whole);
  CHECK(root.find("whole")->whole == -7);
  CHECK(root.find("whole")->real == -7.0);
  CHECK(root.find("hex")->whole == 31);
  CHECK(root.find("real")->kind == Kind::real);
  CHECK(root.find("real")->real == 2.5);
  CHECK(root.find("true")->kind == Kind::boolean);
  CHECK(root.find("true")->boolean);
  CHECK_FALSE(root.find("false")->boolean);
  CHECK(root.find("least")->whole == std::numeric_limits<std::int64_t>::min());
  CHECK(std::isnan(root.find("nan")->real));
  CHECK(root.find("inf")->real == -std::numeric_limits<double>::infinity());
  CHECK(root.find("array")->kind == Kind::array);
  CHECK(root.find("table")->kind == Kind::table);
  CHECK(root.find("absent") == nullptr);
  CHECK(root.find("text")->find("x") == nullptr);
}

TEST_CASE("dates and times come back as ISO 8601") {
  const auto moment = [](const char* written) {
    const Document file = read(std::string("x = ") + written);
    CHECK(file.root.find("x")->kind == Kind::moment);
    return std::string(file.root.find("x")->text);
  };
  CHECK(moment("2026-12-01") == "2026-12-01");
  CHECK(moment("0001-01-01") == "0001-01-01");
  CHECK(moment("07:30:00") == "07:30:00");
  CHECK(moment("07:30:00.250") == "07:30:00.25");
  CHECK(moment("2026-12-01 07:30:00") == "2026-12-01T07:30:00");
  CHECK(moment("2026-12-01t07:30:00z") == "2026-12-01T07:30:00Z");
  CHECK(moment("2026-12-01T07:30:00-03:30") == "2026-12-01T07:30:00-03:30");
}

TEST_CASE("members stand in the order of the file, not of their names") {
  const Document file = read("b = 1\na = 2\n[z]\n[c]\nx.y = 1\nd = 2\nx.a = 3\n");
  const Node& root = file.root;
  std::string order;
  for (const auto& member : root.members) order += member.key;
  for (const auto& member : root.find("c")->members) order += member.key;
  CHECK(order == "bazcxd");
}

TEST_CASE("every key and value knows its place") {
  CHECK(outline("x = 1\n  y  =  \"a\"") == " x@1:1=1:5() y@2:3=2:9()");
  CHECK(outline("x = [1,\n  2]") == " x@1:1=1:5( @1:6() @2:3())");
  CHECK(outline("x = { a = 1, b.c = 2 }") == " x@1:1=1:5( a@1:7=1:11() b@1:14=1:14( c@1:16=1:20()))");
  CHECK(outline("\"ä\" = 'ö' # ü\r\n'b' = 2") == " ä@1:1=1:7() b@2:1=2:7()");
  CHECK(outline("x = ['ä', 2]") == " x@1:1=1:5( @1:6() @1:11())");
}

TEST_CASE("the place of a table is its header") {
  CHECK(outline("\n [a]\nx = 1") == " a@2:2=2:2( x@3:1=3:5())");
  CHECK(outline("[a.b]\nx = 1") == " a@1:1=1:1( b@1:1=1:1( x@2:1=2:5()))");
  CHECK(outline("[[a]]\nx = 1\n[[a]]\n[a.b]\n") == " a@1:1=1:1( @1:1( x@2:1=2:5()) @3:1( b@4:1=4:1()))");
}

TEST_CASE("a key that stands twice is reported with its first line") {
  const std::string_view hint = " | remove or rename one of the two\n";
  CHECK(problems("x = 1\ny = 2\n  x = 3") == std::string("3:3 syntax: `x` stands twice; first in line 1").append(hint));
  CHECK(problems("[a]\nx = 1\n[b]\nx = 1\nx = 2") == std::string("5:1 syntax: `x` stands twice; first in line 4").append(hint));
  CHECK(problems("[[p]]\nid = 1\n[[p]]\nid = 2\n'id' = 3") ==
        std::string("5:1 syntax: `id` stands twice; first in line 4").append(hint));
  CHECK(problems("a.b = 1\na.c = 2\na.b = 3") == std::string("3:1 syntax: `a.b` stands twice; first in line 1").append(hint));
  CHECK(problems("[a]\n[b]\n[a]") == std::string("3:1 syntax: `a` stands twice; first in line 1").append(hint));
  CHECK(problems("[a]\n[[a]]") == std::string("2:1 syntax: `a` stands twice; first in line 1").append(hint));
  CHECK(problems("[a.b]\nx = 1\n[a]\nb = 2") == std::string("4:1 syntax: `b` stands twice; first in line 1").append(hint));
  CHECK(problems("x = { a = 1, a = 2 }") == std::string("1:18 syntax: `a` stands twice in an inline table").append(hint));
  CHECK(problems("x = \"\"\"\\\né\"\"\"\nx = 2") == std::string("3:1 syntax: `x` stands twice; first in line 1").append(hint));
}

TEST_CASE("what is complete cannot be added to") {
  const std::string_view rest = "; nothing can be added to it | remove or rename one of the two\n";
  CHECK(problems("a = 1\n[a.b]\n[c]\n") == std::string("2:1 syntax: `a` is complete in line 1").append(rest));
  CHECK(problems("a = {b = 1}\n[a.b.c] # c\r\nd = 1\n") == std::string("2:1 syntax: `a` is complete in line 1").append(rest));
  CHECK(problems("a = {b = 1}\na.c = 1\n") == std::string("2:1 syntax: `a` is complete in line 1").append(rest));
}

TEST_CASE("the errors of single lines are reported together, in order of place") {
  CHECK(problems("a = left\n[t]\nb = 007\nb = 1\nb = 2\nc = \u201cx\u201d\nd = 2026-02-30\n") ==
        "1:5 syntax: `left` is no value; text stands in quotes | put the text in quotes\n"
        "3:5 syntax: `007` begins with a zero; a number does not | remove the zero, or put the text in quotes\n"
        "5:1 syntax: `b` stands twice; first in line 4 | remove or rename one of the two\n"
        "6:5 syntax: `\u201c` (U+201C) outside quotes; only ASCII may stand there | write a straight quote `\"`\n"
        "7:5 syntax: `2026-02-30` is no date or time that exists | correct it\n");
}

TEST_CASE("a broken header or a value of many lines ends the search, but not for what stands before") {
  CHECK(problems("a = left\n[b\nc = right\n") ==
        "1:5 syntax: `left` is no value; text stands in quotes | put the text in quotes\n"
        "2:3 syntax: `]` is wanted after the name of a table, not the end of the line | write the header as [name] or [[name]]\n");
  CHECK(problems("a = left\nb = [1,\n x y ]\nc = right\n") ==
        "1:5 syntax: `left` is no value; text stands in quotes | put the text in quotes\n"
        "3:2 syntax: `x` is no value; text stands in quotes | put the text in quotes\n");
  CHECK(problems("a = left\n  b = [1,\nc = right\n") ==
        "1:5 syntax: `left` is no value; text stands in quotes | put the text in quotes\n"
        "2:7 syntax: `[` is never closed | close it with `]`\n");
}

TEST_CASE("at most twenty errors are reported") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "= x\n";
  CHECK(parse("f.toml", text).diagnostics.size() == 20);
}

TEST_CASE("garbage is an error and no more") {
  std::string octets;
  for (int i = 0; i < 256; ++i) octets += static_cast<char>(i);
  CHECK_FALSE(parse("f.toml", octets));
  for (const std::string_view text :
       {"]", "}", "\\", "'", "\"", "'''", "\"\"\"", "[[", "[[]]", "a=[", "a={", "a=\"\\", "=", ".", ","}) {
    check_sound(text);
    CHECK(parse("f.toml", text).value.has_value() == false);
  }
}

TEST_CASE("the sample is read") {
  const Document file = read(sample);
  const Node& root = file.root;
  CHECK(root.find("phase")->items[0].find("note")->text == "first été\nsecond \"\" quoted");
  CHECK(root.find("phase")->items[1].find("id")->text == "run");
}

TEST_CASE("a file that breaks off anywhere is read or refused") {
  for (std::size_t size = 0; size <= sample.size(); ++size) {
    if (rehab::text::first_invalid_utf8(sample.substr(0, size)) == std::string_view::npos) check_sound(sample.substr(0, size));
    CHECK_NOTHROW(parse("f.toml", sample.substr(0, size)));
  }
}

TEST_CASE("20,000 damaged files are read or refused") {
  constexpr std::string_view pieces[] = {
      "[",     "]",     "{",   "}",    "\"",     "'",  "\"\"\"", "'''", "\n",          "\r\n",         "=",  ".",
      ",",     "#",     "\\",  "\\\n", "\u00e9", "[[", "]]",     "_",   "1987-07-05T", "1987-07-05 1", ":",  "0x",
      "[a]\n", "a=1\n", "inf", "nan",  "true",   "+",  "-",      "e",   "\u2003",      "\u00a0",       "T:", "= "};
  std::minstd_rand random(1);
  const auto below = [&random](std::size_t end) { return static_cast<std::size_t>(random()) % end; };
  for (int round = 0; round < 20'000; ++round) {
    std::string text(sample);
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
      const std::size_t at = below(text.size());
      switch (below(4)) {
        case 0:
          text.erase(at, 1 + below(8));
          break;
        case 1:
          text[at] = static_cast<char>(below(128));
          break;
        case 2:
          text.insert(at, text.substr(below(text.size()), below(40)));
          break;
        default:
          text.insert(at, pieces[below(std::size(pieces))]);
      }
    }
    check_sound(text);
  }
}

TEST_CASE("kinds have names for messages") {
  CHECK(describe(Kind::table) == "a table");
  CHECK(describe(Kind::whole) == "a whole number");
  CHECK(describe(Kind::moment) == "a date or time");
  CHECK(describe(Kind::nothing) == "null");
}
