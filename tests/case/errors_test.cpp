// Every error of a case file, word for word: the cases of errors.txt, in the form of tests/errors/cases.hpp. Each changes the sound
// file errors.toml by `-- find` and `-- replace` and by `-- append`, or takes the text of `-- new` in its place.
//
// When messages change on purpose, run this test with REHAB_APPROVE=1 in the environment, and read the difference like code.
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

#include "errors/cases.hpp"
#include "rehab/case_file.hpp"
#include "support/catch.hpp"

namespace {

using namespace rehab::errors;

const std::string here = REHAB_SOURCE_DIR "/tests/case/";

std::string text_of(const Case& one) {
  std::string text = bytes_of(here + "errors.toml");
  for (std::size_t i = 0; i < one.blocks.size(); ++i) {
    const Block& block = one.blocks[i];
    if (block.word == "new") text = block.text.empty() ? "" : block.text + '\n';
    if (block.word == "find") exchange(text, block.text, one.blocks.at(i + 1).text);
    if (block.word == "append") text += block.text + '\n';
  }
  return text;
}

// All that a person is told, and the key of each.
std::string told(const Case& one) {
  const rehab::Result<rehab::CaseFile> file = rehab::read_case({"case.toml", text_of(one)});
  CHECK(static_cast<bool>(file) != rehab::has_errors(file.diagnostics));
  std::string out;
  for (const rehab::Diagnostic& d : file.diagnostics) {
    CHECK(d.area == rehab::Area::intake);
    CHECK(d.file == "case.toml");
    out += render(d);
    if (!d.key.empty()) out += "  key: " + d.key + '\n';
  }
  return out.empty() ? "nothing" : without_end(out);
}

void judge(Case& one, bool approve) {
  INFO(one.title);
  REQUIRE(!one.blocks.empty());
  REQUIRE(one.blocks.back().word == "expect");
  std::string& expected = one.blocks.back().text;
  if (approve) expected = told(one);
  CHECK(told(one) == expected);
}

}  // namespace

TEST_CASE("every error of a case file is worded as its case says") {
  const bool approve = std::getenv("REHAB_APPROVE") != nullptr;
  const std::string path = here + "errors.txt";
  CaseFile file = parse_cases(bytes_of(path));
  REQUIRE(file.cases.size() > 80);
  CHECK(written(file) == bytes_of(path));
  std::set<std::string> titles;
  for (Case& one : file.cases) {
    CHECK(titles.insert(one.title).second);
    judge(one, approve);
  }
  if (approve) std::ofstream(path, std::ios::binary) << written(file);
}

TEST_CASE("no message repeats what stands in the diary, whatever is wrong there") {
  const std::string sound = bytes_of(here + "errors.toml");
  const std::string diary = sound.substr(sound.find("[[diary]]"));
  for (const char* const planted : {"planted",
                                    "\"planted\"",
                                    "'planted'",
                                    "\"planted",
                                    "planted`planted",
                                    "3 planted",
                                    "planted 3",
                                    "[planted]",
                                    "[\"planted\"]",
                                    "[[\"planted\"]]",
                                    "{ date = planted }",
                                    "{ a = \"planted\" }",
                                    "{ a = { injured = \"planted\" } }",
                                    "\"\"\"planted",
                                    "\"planted\" \"planted\"",
                                    "2026-12-planted",
                                    "7planted",
                                    "0planted",
                                    "+planted",
                                    "7.planted",
                                    "7eplanted",
                                    "0xplanted",
                                    "tplanted",
                                    "nanplanted",
                                    "_planted",
                                    "\"\\planted\"",
                                    "\"\\u12planted\"",
                                    "\xc3\xa9planted",
                                    "\"planted\xff\"",
                                    "-planted",
                                    "1979-05-27Tplanted",
                                    "12:planted",
                                    "planted,planted",
                                    "planted]",
                                    "planted}",
                                    "=planted"}) {
    for (std::size_t at = diary.find("= "); at != diary.npos; at = diary.find("= ", at + 1)) {
      const std::size_t begin = sound.size() - diary.size() + at + 2;
      const std::string text = sound.substr(0, begin) + planted + sound.substr(sound.find('\n', begin));
      INFO(text.substr(sound.rfind('\n', begin) + 1, 60));
      for (const rehab::Diagnostic& d : rehab::read_case({"case.toml", text}).diagnostics) {
        CHECK_THAT(render(d) + d.key, !Catch::Matchers::ContainsSubstring("lanted"));
      }
    }
  }
}
