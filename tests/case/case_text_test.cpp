// What is written reads back the same, whole or entry by entry.
#include <rapidcheck.h>

#include <string>

#include "case/golden_file.hpp"
#include "case/random_file.hpp"
#include "rehab/case_file.hpp"
#include "support/catch.hpp"

using namespace rehab;
using namespace rehab_test;

namespace {

// Without a word about it.
CaseFile read(const std::string& text) {
  Result<CaseFile> file = read_case({"case.toml", text});
  for (const Diagnostic& d : file.diagnostics) UNSCOPED_INFO(render(d, text));
  REQUIRE(file.diagnostics.empty());
  return *std::move(file.value);
}

}  // namespace

TEST_CASE("a case is written as it was approved") {
  CaseFile file = golden();
  file.intake.diary = {plain_entry(), full_entry()};
  const std::string text = case_text(file);
  CHECK(text == approved("golden.case.toml", text));
  CHECK(read(text) == file);
}

TEST_CASE("an entry is written in a few lines between its two marks") {
  CHECK(entry_text(plain_entry()) ==
        "\n"
        "#{\n"
        "[[diary]]\n"
        "date = 2026-12-08\n"
        "part = \"evening\"\n"
        "done = \"all\"\n"
        "pain = 3\n"
        "#}\n");
}

TEST_CASE("a case that is written reads back the same") {
  CHECK(rc::check("read(write(case)) == case", [] {
    const CaseFile file = rehab_test::random_file();
    const Result<CaseFile> again = read_case({"case.toml", case_text(file)});
    RC_ASSERT(again.diagnostics.empty());
    RC_ASSERT(*again == file);
  }));
}

TEST_CASE("an entry that is appended stands at the end of the diary, and nothing else changes") {
  CHECK(rc::check("read(write(case) + entry) == case + entry", [] {
    CaseFile file = rehab_test::random_file();
    const Entry entry = rehab_test::random_entry(file.intake.start);
    const std::string text = case_text(file) + entry_text(entry);
    file.intake.diary.push_back(entry);
    RC_ASSERT(text == case_text(file));
    const Result<CaseFile> again = read_case({"case.toml", text});
    RC_ASSERT(again.diagnostics.empty());
    RC_ASSERT(*again == file);
  }));
}

TEST_CASE("an entry that is cut anywhere reads as none, whatever it holds") {
  CHECK(rc::check("read(write(case) + part of an entry) == case", [] {
    const CaseFile file = rehab_test::random_file();
    const std::string before = case_text(file), last = entry_text(rehab_test::random_entry(file.intake.start));
    const auto size = static_cast<std::size_t>(rehab_test::between(0, static_cast<int>(last.size()) - 1));
    const Result<CaseFile> again = read_case({"case.toml", before + last.substr(0, size)});
    RC_ASSERT(again && *again == file);
    RC_ASSERT(again.diagnostics.size() == (last.substr(0, size).find('[') == last.npos ? 0u : 1u));
  }));
}

TEST_CASE("comments and the order of all that a person wrote survive an entry") {
  const std::string by_hand =
      "# mine\nstart = 2026-12-01 # a Tuesday\nschema = 1\nseverity = 'mild'\nversion = '1.0.0'\nprotocol = 'calf-strain'\n";
  const std::string text = by_hand + entry_text(plain_entry());
  CHECK(text.starts_with(by_hand));
  CHECK(read(text).intake.diary == std::vector{plain_entry()});
}

TEST_CASE("what no file can hold is written as a replacement character") {
  Entry entry = plain_entry();
  entry.note =
      "a\xff"
      "b\xf4\x80\x80\x80"
      "c\xc3";
  CaseFile file = golden();
  file.intake.diary = {entry};
  CHECK(read(case_text(file)).intake.diary.front().note == "a\uFFFDb\uFFFDc\uFFFD");
}

TEST_CASE("what the head names twice is written once, for a file that names it twice cannot be read") {
  CaseFile file = golden();
  file.intake.equipment = {"step", "band", "step"};
  file.intake.with = {"walk", "walk"};
  file.intake.tags = {"insulin", "insulin"};
  file.intake.red_flags = {"calf-clot", "calf-clot"};
  const CaseFile again = read(case_text(file));
  CHECK(again.intake.equipment == std::vector<std::string>{"step", "band"});
  CHECK(again.intake.with == std::vector<std::string>{"walk"});
  CHECK(again.intake.tags == std::vector<std::string>{"insulin"});
  CHECK(again.intake.red_flags == std::vector<std::string>{"calf-clot"});
  CHECK(again == read(case_json(file)));
}

TEST_CASE("of two answers to one question in an entry the later is written") {
  Entry entry = plain_entry();
  entry.measured = {{"confident", 3, {}}, {"other", 1, {}}, {"confident", 7, {}}};
  entry.red_flags = {"calf-clot", "calf-clot"};
  CaseFile file = golden();
  file.intake.diary = {entry};
  const Entry again = read(case_text(file)).intake.diary.front();
  CHECK(again.measured == std::vector<Reading>{{"other", 1, {}}, {"confident", 7, {}}});
  CHECK(again.red_flags == std::vector<std::string>{"calf-clot"});
}
