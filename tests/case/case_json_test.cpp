// A case as JSON: what is written reads back the same, holds what its TOML holds, and is checked alike.
#include <rapidcheck.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "case/golden_file.hpp"
#include "case/random_file.hpp"
#include "document/document.hpp"
#include "document/json.hpp"
#include "errors/cases.hpp"
#include "rehab/case_file.hpp"
#include "support/catch.hpp"

using namespace rehab;
using namespace rehab_test;
using document::Node;

namespace {

// Without a word about it.
template <class T>
T sound(Result<T> read) {
  for (const Diagnostic& d : read.diagnostics) UNSCOPED_INFO(render(d));
  REQUIRE(read.diagnostics.empty());
  return *std::move(read.value);
}

// What a program would make of the tree: dates as texts. Null: JSON has no such number.
nlohmann::ordered_json as_json(const Node& node) {
  nlohmann::ordered_json out;
  switch (node.kind) {
    case Node::Kind::table:
      out = nlohmann::ordered_json::object();
      for (const document::Member& member : node.members) out[std::string(member.key)] = as_json(member.value);
      return out;
    case Node::Kind::array:
      out = nlohmann::ordered_json::array();
      for (const Node& item : node.items) out.push_back(as_json(item));
      return out;
    case Node::Kind::whole:
      return node.whole;
    case Node::Kind::real:
      return node.real;
    case Node::Kind::boolean:
      return node.boolean;
    default:
      return std::string(node.text);
  }
}

nlohmann::ordered_json as_json(const std::string& toml) {
  const Result<document::Document> file = document::parse("case.toml", toml);
  RC_ASSERT(file.value.has_value());
  return as_json(file->root);
}

// Code and key of every error, whatever its place.
std::multiset<std::pair<std::string, std::string>> errors_of(const std::string& text) {
  std::multiset<std::pair<std::string, std::string>> out;
  for (const Diagnostic& d : read_case({"case", text}).diagnostics) out.emplace(d.code, d.key);
  return out;
}

}  // namespace

TEST_CASE("a case in JSON is written as it was approved") {
  CaseFile file = golden();
  file.intake.diary = {plain_entry(), full_entry()};
  const std::string text = case_json(file);
  CHECK(text == approved("golden.case.json", text));
  CHECK(sound(read_case({"case.json", text})) == file);
}

TEST_CASE("a case that is written as JSON reads back the same, and as its TOML does") {
  CHECK(rc::check("read(case_json(case)) == case == read(case_text(case))", [] {
    const CaseFile file = random_file();
    const Result<CaseFile> json = read_case({"case.json", case_json(file)});
    const Result<CaseFile> toml = read_case({"case.toml", case_text(file)});
    RC_ASSERT(json.diagnostics.empty() && toml.diagnostics.empty());
    RC_ASSERT(*json == file);
    RC_ASSERT(*json == *toml);
  }));
}

TEST_CASE("the JSON of a case holds key by key what its TOML holds") {
  CHECK(rc::check("json(case) == toml(case)", [] {
    const CaseFile file = random_file();
    RC_ASSERT(nlohmann::json::parse(case_json(file)) == nlohmann::json(as_json(case_text(file))));
  }));
}

TEST_CASE("what no file can hold is written as a replacement character in JSON too") {
  CaseFile file = golden();
  Entry entry = plain_entry();
  entry.note =
      "a\xff"
      "b\xf4\x80\x80\x80"
      "c\xc3"
      "d\xf4";
  file.intake.diary = {entry};
  const CaseFile json = sound(read_case({"case.json", case_json(file)}));
  CHECK(json.intake.diary.front().note == "a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
  CHECK(json == sound(read_case({"case.toml", case_text(file)})));
}

TEST_CASE("of two answers to one question in an entry the later is written as JSON") {
  CaseFile file = golden();
  Entry entry = plain_entry();
  entry.measured = {{"confident", 3, {}}, {"other", 1, {}}, {"confident", 7, {}}};
  entry.red_flags = {"calf-clot", "calf-clot"};
  file.intake.diary = {entry};
  const Entry again = sound(read_case({"case.json", case_json(file)})).intake.diary.front();
  CHECK(again.measured == std::vector<Reading>{{"other", 1, {}}, {"confident", 7, {}}});
  CHECK(again.red_flags == std::vector<std::string>{"calf-clot"});
}

TEST_CASE("what is an error in TOML is the same error of the same key in JSON") {
  const std::string folder = REHAB_SOURCE_DIR "/tests/case/";
  int compared = 0;
  for (const errors::Case& one : errors::parse_cases(errors::bytes_of(folder + "errors.txt")).cases) {
    INFO(one.title);
    std::string toml = errors::bytes_of(folder + "errors.toml");
    for (std::size_t i = 0; i < one.blocks.size(); ++i) {
      const errors::Block& block = one.blocks[i];
      if (block.word == "new") toml = block.text;
      if (block.word == "find") errors::exchange(toml, block.text, one.blocks.at(i + 1).text);
      if (block.word == "append") toml += block.text + '\n';
    }
    const Result<document::Document> tree = document::parse("case.toml", toml);
    // Of TOML alone are: its own grammar, entries that were cut off, a list in brackets, and numbers that are none.
    const bool only_toml = !tree || toml.find("#{") != toml.npos || toml.find("\ndiary ") != toml.npos ||
                           toml.find("= nan") != toml.npos || toml.find("= inf") != toml.npos;
    if (only_toml) continue;
    ++compared;
    CHECK(errors_of(as_json(tree->root).dump(2)) == errors_of(toml));
  }
  CHECK(compared > 75);
}

TEST_CASE("a diary alone gives its entries in their order, as TOML and as JSON") {
  CHECK(rc::check("read_diary(diary) == entries", [] {
    const CaseFile file = random_file();
    std::string toml;
    for (const Entry& entry : file.intake.diary) toml += entry_text(entry);
    const nlohmann::ordered_json whole = nlohmann::ordered_json::parse(case_json(file));
    const nlohmann::ordered_json json{{"diary", whole.value("diary", nlohmann::ordered_json::array())}};
    for (const std::string& text : {toml, json.dump(-1, ' ', true)}) {
      const Result<std::vector<Entry>> entries = read_diary({"diary", text});
      for (const Diagnostic& d : entries.diagnostics) RC_LOG() << render(d, text);
      RC_ASSERT(entries && entries.diagnostics.empty());
      RC_ASSERT(*entries == file.intake.diary);
    }
  }));
}

TEST_CASE("a diary alone knows no start and no head, and is checked as in a case otherwise") {
  const auto said = [](const std::string& text) {
    std::string out;
    for (const Diagnostic& d : read_diary({"d", text}).diagnostics) out += render(d);
    return out;
  };
  CHECK(sound(read_diary({"d", R"({"diary": [{"date": "0001-01-01"}]})"})).size() == 1);
  CHECK(sound(read_diary({"d", ""})).empty());
  CHECK(sound(read_diary({"d", "{}"})).empty());
  CHECK(said(R"({"diary": [{"date": "2026-12-09", "logged": {"date": "2026-12-08"}}]})") ==
        "d:1:35: error: an entry was logged before what it speaks of [diary]\n"
        "  hint: log it at its own part of the day or later, or leave `logged` out\n");
  CHECK(said("[[diary]]\ndate = 2026-12-09\npause_until = 2026-12-08\n") ==
        "d:3:1: error: a pause ends before the day of its entry [diary]\n  hint: name that day or a later one\n");
  CHECK(said(R"({"schema": 1, "diary": []})") ==
        "d:1:2: error: unknown key `schema` in a diary [unknown-key]\n  hint: remove it\n");
  CHECK(said(R"({"diary": {}})") ==
        "d:1:11: error: `diary` is an object; wanted a list of objects [type]\n  hint: write \"diary\": [{…}]\n");
  CHECK(said(R"({"pain": 3})") ==
        "d:1:2: error: unknown key `pain` in a diary [unknown-key]\n  hint: move it to an entry of `diary`\n");
  CHECK(said("pain = 3\n") == "d:1:1: error: unknown key `pain` in a diary [unknown-key]\n  hint: move it to [[diary]]\n");
  CHECK(said("#{\n[[diary]]\ndate = 2026-12-09\npa") ==
        "d:1:1: warning: an entry was cut off while it was written; it is left out [torn]\n"
        "  hint: log it again and remove what is left of it; if all of it is there, write #} below it\n");
}

TEST_CASE("null in place of any value is told of as null, with its place") {
  const nlohmann::ordered_json sound = nlohmann::ordered_json::parse(errors::bytes_of(REHAB_SOURCE_DIR "/tests/case/errors.json"));
  const auto flat = sound.flatten();
  REQUIRE(flat.size() > 30);
  for (const auto& leaf : flat.items()) {
    for (nlohmann::ordered_json::json_pointer at(leaf.key()); !at.empty(); at.pop_back()) {
      INFO(at.to_string());
      nlohmann::ordered_json broken = sound;
      broken[at] = nullptr;
      const rehab::Result<rehab::CaseFile> file = rehab::read_case({"c", broken.dump(1)});
      REQUIRE(file.diagnostics.size() == 1);
      CHECK(file.diagnostics[0].code == "type");
      CHECK(file.diagnostics[0].line > 0);
      CHECK(file.diagnostics[0].message.find(" null; ") != std::string::npos);
      CHECK_FALSE(file.diagnostics[0].hint.empty());
    }
  }
}

TEST_CASE("a list of entries that is no diary is told what it lacks, not how TOML is written") {
  const auto said = [](const auto& result) {
    std::string out;
    for (const Diagnostic& d : result.diagnostics) out += render(d);
    return out;
  };
  for (const char* const list : {R"([{"date": "2026-12-09"}])", " [ {", "[\n]"}) {
    INFO(list);
    CHECK_THAT(said(read_diary({"d", list})),
               Catch::Matchers::EndsWith(
                   ": error: the file is no object [syntax]\n  hint: begin it with {\"diary\": [ and end it with ]}\n"));
    CHECK_THAT(
        said(read_case({"c", list})),
        Catch::Matchers::EndsWith(": error: the file is no object [syntax]\n  hint: begin it with `{` and end it with `}`\n"));
  }
  CHECK(sound(read_diary({"d", "[[diary]]\ndate = 2026-12-09\n"})).size() == 1);
  CHECK(sound(read_diary({"d", "\n[[ diary ]]\ndate = 2026-12-09\n"})).size() == 1);
}

// Run by schema_test.py, which names the file.
TEST_CASE("random cases as JSON, for the schema to judge", "[.]") {
  const char* const path = std::getenv("REHAB_RANDOM_CASES");
  REQUIRE(path != nullptr);
  std::string all;
  CHECK(rc::check([&] { all += (all.empty() ? "[" : ",\n") + case_json(random_file()); }));
  std::ofstream(path, std::ios::binary) << all << "]\n";
}
