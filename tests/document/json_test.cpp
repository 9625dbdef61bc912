// JSON as the neutral tree: what stands where, every mistake word for word, and a second reader as judge.
#include "document/json.hpp"

#include <rapidcheck.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/problems.hpp"
#include "support/catch.hpp"

using namespace rehab;
using namespace rehab::document;

namespace {

struct Told {
  std::string_view text, problems;
};

std::string nested(std::size_t levels) {
  std::string out;
  for (std::size_t i = 0; i < levels; ++i) out += "{\"a\":";
  return (out += "1") += std::string(levels, '}');
}

// --- The judge -------------------------------------------------------------------------------------------

// What nlohmann/json makes of a text, and what our limits forbid beyond the grammar.
class Judge : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return inside(); }
  bool boolean(bool) override { return inside(); }
  bool number_integer(number_integer_t) override { return inside(); }
  bool number_unsigned(number_unsigned_t number) override { return inside() && number <= INT64_MAX; }
  bool number_float(number_float_t number, const string_t& digits) override {
    const bool whole = digits.find_first_of(".eE") == digits.npos;  // and then beyond 64 bits
    const bool lost = number == 0 && digits.substr(0, digits.find_first_of("eE")).find_first_of("123456789") != digits.npos;
    return inside() && !whole && !lost;
  }
  bool string(string_t& text) override { return inside() && text.find('\xf4') == text.npos; }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return keys_.emplace_back(), keys_.size() <= 64; }
  bool key(string_t& name) override { return keys_.back().insert(name).second && name.find('\xf4') == name.npos; }
  bool end_object() override { return keys_.pop_back(), true; }
  bool start_array(std::size_t) override { return inside() && (keys_.emplace_back(), keys_.size() <= 64); }
  bool end_array() override { return keys_.pop_back(), true; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  bool inside() const { return !keys_.empty(); }

  std::vector<std::set<std::string>> keys_;  // of each object and array that is open
};

bool is_sound(const std::string& text) {
  Judge judge;
  return nlohmann::json::sax_parse(text, &judge);
}

bool is_same(const Node& node, const nlohmann::json& json) {
  switch (node.kind) {
    case Node::Kind::table:
      return json.is_object() && json.size() == node.members.size() &&
             std::ranges::all_of(node.members, [&](const Member& m) { return is_same(m.value, json.at(std::string(m.key))); });
    case Node::Kind::array:
      return json.is_array() && std::ranges::equal(node.items, json, is_same);
    case Node::Kind::text:
      return json.is_string() && json.get<std::string>() == node.text;
    case Node::Kind::whole:
      return json.is_number_integer() && json.get<std::int64_t>() == node.whole;
    case Node::Kind::real:
      return json.is_number_float() && json.get<double>() == node.real;
    case Node::Kind::nothing:
      return json.is_null();
    default:
      return json.is_boolean() && json.get<bool>() == node.boolean;
  }
}

// A sound text with a few slips of the kind that people and broken programs make.
std::string random_text() {
  static const std::vector<std::string> bases{
      R"({"schema": 1, "start": "2026-12-01", "diary": [{"pain": 3, "done": "all"}, {"note": "a \"b\" \u00e9\ud83d\ude00\n"}]})",
      "{\n  \"a\": [1, -2.5e3, 0, [], {}],\n  \"b\": {\"c\": true, \"d\": [false, \"\"]}\n}\n", R"({"a":1})", "{}"};
  static const std::vector<std::string> slips{"{",       "}",
                                              "[",       "]",
                                              ",",       ":",
                                              "\"",      "'",
                                              "\\",      "\\u12",
                                              "\\ud800", "\\udbff\\udfff",
                                              "null",    "true",
                                              "0",       "-",
                                              ".",       "e",
                                              "E+7",     "1e400",
                                              "1e-400",  "01",
                                              "+",       "99999999999999999999",
                                              "//",      "/*",
                                              "#",       "\t",
                                              "\n",      "\x01",
                                              " ",       "\xc3\xa9",
                                              "\xff",    "\x7f",
                                              "NaN",     "\"a\":1,",
                                              ",,",      "\xf4\x80\x80\x80",
                                              "[[[[",    "]]]]",
                                              "2e0",     "1.0",
                                              "-0",      "\\n",
                                              "\\/",     "9223372036854775807"};
  std::string text = *rc::gen::elementOf(bases);
  for (int count = *rc::gen::inRange(0, 4); count > 0; --count) {
    const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(text.size()) + 1));
    const auto gone = static_cast<std::size_t>(*rc::gen::inRange(0, 3));
    text.replace(at, std::min(gone, text.size() - at), *rc::gen::elementOf(slips));
  }
  return text;
}

}  // namespace

TEST_CASE("every key and value of a JSON text knows its place, in code points") {
  const Result<Document> file = parse_json("f.json", "\xef\xbb\xbf{\n  \"é\": [1, {\"a\" :\n true}], \"b\": \"x\"\n}\n");
  REQUIRE(file);
  const Node& root = file->root;
  CHECK(file->form == Form::json);
  CHECK(root.place == Place{1, 1});
  CHECK(root.members[0].place == Place{2, 3});
  CHECK(root.members[0].value.place == Place{2, 8});
  CHECK(root.members[0].value.items[0].place == Place{2, 9});
  CHECK(root.members[0].value.items[1].place == Place{2, 12});
  CHECK(root.members[0].value.items[1].members[0].place == Place{2, 13});
  CHECK(root.members[0].value.items[1].members[0].value.place == Place{3, 2});
  CHECK(root.members[1].place == Place{3, 10});
  CHECK(root.members[1].value.place == Place{3, 15});
}

TEST_CASE("values of a JSON text are what they are in TOML, and null is nothing") {
  const Result<Document> file = parse_json(
      "f", R"({"t": "a\n\u0000\ud83d\ude00", "w": -9223372036854775808, "r": 2.50, "e": 1e2, "b": false, "z": -0, "n": null})");
  REQUIRE(file);
  CHECK(file->root.find("t")->text == std::string_view("a\n\0\U0001F600", 7));
  CHECK(file->root.find("w")->whole == INT64_MIN);
  CHECK(file->root.find("r")->real == 2.5);
  CHECK(file->root.find("e")->kind == Node::Kind::real);
  CHECK(file->root.find("b")->kind == Node::Kind::boolean);
  CHECK(file->root.find("n")->kind == Node::Kind::nothing);
  CHECK(file->root.find("z")->kind == Node::Kind::whole);
}

TEST_CASE("a text is JSON if it begins with a curly bracket, or with a list as TOML has none") {
  for (const char* const json : {"{", "{}", " \t\r\n{", "\xef\xbb\xbf{"}) CHECK(is_json(json));
  for (const char* const other : {"", " ", "[diary]", "a = {}", "# {", "\xef\xbb\xbf", "\"{\""}) CHECK_FALSE(is_json(other));
  for (const char* const list : {"[{", "[]", " [\r\n\t{\"date\"", "\xef\xbb\xbf[ ]"}) CHECK(is_json(list));
  for (const char* const other : {"[", "[ ", "[[diary]]", "[ [ diary ] ]", "[\"a\"]", "[1]", "a[{"}) CHECK_FALSE(is_json(other));
}

TEST_CASE("a mistake in JSON is told with its place, what is there and what to do") {
  static constexpr Told table[]{
      {"", "1:1 syntax: the file is empty; wanted an object | begin it with `{` and end it with `}`\n"},
      {"[1]", "1:1 syntax: the file is no object | begin it with `{` and end it with `}`\n"},
      {"null", "1:1 syntax: the file is no object | begin it with `{` and end it with `}`\n"},
      {"{\n\"a\": [1,\n2,\n", "2:6 syntax: `[` is never closed | close it with `]`\n"},
      {"{\"a\"", "1:1 syntax: `{` is never closed | close it with `}`\n"},
      {"{\n\"a\": [1, 2}", "2:11 syntax: `}` where `]` is wanted; `[` stands in line 2 | close what was opened last first\n"},
      {"{\"a\": 1}}", "1:9 syntax: `}` after the end of the object | remove what follows the last `}`\n"},
      {"{\"a\": 1,}", "1:8 syntax: `,` before `}` | remove the comma\n"},
      {"{\"a\": [1,,2]}", "1:10 syntax: `,` where a value is wanted | remove it\n"},
      {"{\"a\" 1}", "1:6 syntax: `:` is wanted after the key, not `1` | write \"key\": value\n"},
      {"{\"a\": }", "1:7 syntax: a value is wanted after `:`, not `}` | write a value, or remove the key\n"},
      {"{a: 1}", "1:2 syntax: `a` is no key; a key stands in quotes | put it in quotes\n"},
      {"{'a': 1}", "1:2 syntax: `'` where `\"` is wanted; text stands in double quotes | write `\"` at both of its ends\n"},
      {"{\"a\": 1\n \"b\": 2}", "1:8 syntax: `,` is missing between two keys | write `,` here\n"},
      {"{\"a\": [1 2]}", "1:9 syntax: `,` is missing between two values | write `,` here\n"},
      {"{\"a\": half past seven // or so\n, \"b\": 1 and more}",
       "1:7 syntax: `half` is no value; text stands in quotes | put the text in quotes\n"
       "1:23 syntax: a comment; JSON has none | remove it\n"
       "2:10 syntax: the value should end before `a` | put the text in quotes\n"},
      {"{\"a\": 44 years}", "1:10 syntax: the value should end before `y` | put the text in quotes\n"},
      {"{\"a\": 1;}", "1:8 syntax: the value should end before `;` | write `,` between values, and put text in quotes\n"},
      {"{\"a\": 2026-12-01}",
       "1:7 syntax: `2026-12-01` is no number; text, a date or a time stands in quotes | put it in quotes\n"},
      {"{\"a\": 07:30}", "1:7 syntax: `07:30` is no number; text, a date or a time stands in quotes | put it in quotes\n"},
      {"{\"a\": 3,5}", "1:9 syntax: `5` is no key; a key stands in quotes | put it in quotes; a decimal point is `.`\n"},
      {"{\"a\": 01}", "1:7 syntax: `01` begins with a zero; a number does not | remove the zero, or put the text in quotes\n"},
      {"{\"a\": +1}", "1:7 syntax: `+1` is no number; one has no `+` before it | remove the `+`\n"},
      {"{\"a\": .5}", "1:7 syntax: `.5` is no number; one begins with a digit | write a digit before the point\n"},
      {"{\"a\": 1.}",
       "1:7 syntax: `1.` is no number; digits are wanted after the point and the exponent | complete it, or put the text in "
       "quotes\n"},
      {"{\"a\": 1e999}", "1:7 syntax: `1e999` is a number beyond what can be read | correct it, or put the text in quotes\n"},
      {"{\"a\": 9223372036854775808}",
       "1:7 syntax: `9223372036854775808` is a number beyond what can be read | correct it, or put the text in quotes\n"},
      {"{\"a\": NaN}",
       "1:7 syntax: `NaN` is no value; JSON has only numbers that are finite | leave the key out, or write a number\n"},
      {"{\"a\": -Infinity}",
       "1:7 syntax: `-Infinity` is no value; JSON has only numbers that are finite | leave the key out, or write a number\n"},
      {"{\"a\": True}", "1:7 syntax: `True` is no value; it is written in lower case | write `true`\n"},
      {"{\"a\": None}", "1:7 syntax: `None` is no value; what is not known is not written | leave the key out\n"},
      {"{\"a\": Null}", "1:7 syntax: `Null` is no value; what is not known is not written | leave the key out\n"},
      {"{\"a\": nul}", "1:7 syntax: `nul` is no value; text stands in quotes | put the text in quotes\n"},
      {"{\"a\": all}", "1:7 syntax: `all` is no value; text stands in quotes | put the text in quotes\n"},
      {"{\"a\": 1 // one\n}", "1:9 syntax: a comment; JSON has none | remove it\n"},
      {"{\"a\": “b”}", "1:7 syntax: `“` (U+201C) where a value is wanted | write a straight quote `\"`\n"},
      {"{\u00a0\"a\": 1}", "1:2 syntax: U+00A0 where a key or `}` is wanted | write a plain space\n"},
      {"{\"a\": \"b", "1:7 syntax: text that is never closed | close it with `\"`\n"},
      {"{\"a\": \"b\nc\"}",
       "1:7 syntax: text that is not closed on its line | close it with `\"`; a line break is written as `\\n`\n"},
      {"{\"a\": \"b\tc\"}", "1:9 syntax: control character U+0009 in a text | write it as `\\t`\n"},
      {"{\"a\": \"\\q\"}", "1:8 syntax: `\\` before `q` escapes nothing | write `\\\\` for a backslash\n"},
      {"{\"a\": \"\\u12\"}",
       "1:8 syntax: four hexadecimal digits are wanted after `\\u` | write four digits, or `\\\\` for a backslash\n"},
      {"{\"a\": \"\\ud800\"}", "1:8 syntax: half of a surrogate pair | write the character itself, or both halves\n"},
      {"{\"a\": \"\\udc00\"}", "1:8 syntax: half of a surrogate pair | write the character itself, or both halves\n"},
      {"{\"a\": \"\xf4\x80\x80\x80\"}", "1:8 syntax: U+100000 is for private use | remove it\n"},
      {"{\"a\": \"\\udbff\\udfff\"}", "1:8 syntax: a character of plane 16 is for private use | remove it\n"},
      {"{\"a\": 1,\n\"b\": 2,\n\"a\": 3}", "3:1 syntax: `a` stands twice; first in line 1 | remove or rename one of the two\n"},
      {"{\"a\": 1, \"a\": 3}", "1:10 syntax: `a` stands twice; first in line 1, column 2 | remove or rename one of the two\n"},
      {"{\"a\": \xff}", "1:7 encoding: octet 0xFF is not valid UTF-8 here | save the file as UTF-8\n"},
  };
  for (const Told& one : table) {
    INFO(one.text);
    CHECK(json_problems(one.text) == one.problems);
  }
}

TEST_CASE("mistakes whose meaning is plain are all told at once, in their own lines and columns") {
  CHECK(json_problems("{\n"
                      "  'a': [1, 2,], // größe\n"
                      "  \"b\": müde, \"c\": True\n"
                      "  \"d\" = 01, /* two\n"
                      "  lines */ \"e\": NULL, \"b\": 1,\n"
                      "  \"f\": \"\\q\"\n"
                      "}\n") ==
        "2:3 syntax: `'` where `\"` is wanted; text stands in double quotes | write `\"` at both of its ends\n"
        "2:13 syntax: `,` before `]` | remove the comma\n"
        "2:17 syntax: a comment; JSON has none | remove it\n"
        "3:8 syntax: `müde` is no value; text stands in quotes | put the text in quotes\n"
        "3:19 syntax: `True` is no value; it is written in lower case | write `true`\n"
        "3:23 syntax: `,` is missing between two keys | write `,` here\n"
        "4:7 syntax: `:` is wanted after the key, not `=` | write \"key\": value\n"
        "4:9 syntax: `01` begins with a zero; a number does not | remove the zero, or put the text in quotes\n"
        "4:13 syntax: a comment; JSON has none | remove it\n"
        "5:17 syntax: `NULL` is no value; what is not known is not written | leave the key out\n"
        "5:23 syntax: `b` stands twice; first in line 3 | remove or rename one of the two\n"
        "6:9 syntax: `\\` before `q` escapes nothing | write `\\\\` for a backslash\n");
}

TEST_CASE("hostile JSON is refused by its limits before it costs anything") {
  CHECK(json_problems(nested(64)).empty());
  CHECK(json_problems(nested(65)) == "1:321 limit: more than 64 levels of nesting | nest less deeply\n");
  CHECK(json_problems("{\"a\": " + std::string(500'000, '[')) == "1:70 limit: more than 64 levels of nesting | nest less deeply\n");
  CHECK(json_problems("{\"a\": " + std::string(120, '1') + "e1}").find("120 characters") != std::string::npos);
  CHECK(json_problems("{\"a\": 0." + std::string(110, '0') + "1e-2147483640}").find("120 characters") != std::string::npos);
  CHECK(json_problems("{\"a\": 1e-2147483640}").find("beyond what can be read") != std::string::npos);
  CHECK(parse_json("f", "{" + std::string(1 << 20, ' ') + "}").diagnostics.at(0).code == "limit");
  std::string twice = "{\"a\": 0";
  for (int i = 0; i < 100'000; ++i) twice += ",\"a\":0";
  CHECK(parse_json("f", twice + "}").diagnostics.size() == 20);
  std::string commas = "{\"a\": [";
  for (int i = 0; i < 300'000; ++i) commas += "0,,";
  CHECK(parse_json("f", commas + "0]}").diagnostics.size() <= 20);
}

TEST_CASE("an independent reader refuses and takes the same JSON, and reads the same from it") {
  CHECK(rc::check("parse_json(text) == nlohmann(text)", [] {
    const std::string text = random_text();
    const Result<Document> file = parse_json("f.json", text);
    RC_LOG() << text << '\n' << problems_of(file);
    RC_CLASSIFY(file.value.has_value(), "sound");
    RC_ASSERT(file.value.has_value() == is_sound(text));
    RC_ASSERT(file.value.has_value() == file.diagnostics.empty());
    if (file) RC_ASSERT(is_same(file->root, nlohmann::json::parse(text)));
    std::set<std::string> told;  // nothing twice
    for (const Diagnostic& d : file.diagnostics) RC_ASSERT(told.insert(render(d)).second);
    for (const Diagnostic& d : file.diagnostics) RC_ASSERT(d.line > 0 && d.column > 0 && !d.message.empty() && !d.hint.empty());
  }));
}
