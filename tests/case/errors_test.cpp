// Every error of a case file, word for word: the cases of errors.txt, in the form of tests/errors/cases.hpp. Each changes the sound
// file errors.toml by `-- find` and `-- replace` and by `-- append`, or takes the text of `-- new` in its place. The same for JSON:
// json_errors.txt and errors.json.
//
// When messages change on purpose, run this test with REHAB_APPROVE=1 in the environment, and read the difference like code.
#include <cstddef>
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

struct Kind {
  std::string name, sound, cases;
};
const Kind toml{"case.toml", "errors.toml", "errors.txt"}, json{"case.json", "errors.json", "json_errors.txt"};

std::string text_of(const Kind& kind, const Case& one) {
  std::string text = bytes_of(here + kind.sound);
  for (std::size_t i = 0; i < one.blocks.size(); ++i) {
    const Block& block = one.blocks[i];
    if (block.word == "new") text = block.text.empty() ? "" : block.text + '\n';
    if (block.word == "find") exchange(text, block.text, one.blocks.at(i + 1).text);
    if (block.word == "append") text += block.text + '\n';
  }
  return text;
}

// All that a person is told, and the key of each.
std::string told(const Kind& kind, const Case& one) {
  const std::string text = text_of(kind, one);
  const rehab::Result<rehab::CaseFile> file = rehab::read_case({kind.name, text});
  CHECK(static_cast<bool>(file) != rehab::has_errors(file.diagnostics));
  std::string out;
  for (const rehab::Diagnostic& d : file.diagnostics) {
    CHECK(d.area == rehab::Area::intake);
    CHECK(d.file == kind.name);
    out += render(d);
    if (!d.key.empty()) out += "  key: " + d.key + '\n';
  }
  return out.empty() ? "nothing" : without_end(out);
}

void judge(const Kind& kind, Case& one, bool approve) {
  INFO(one.title);
  REQUIRE(!one.blocks.empty());
  REQUIRE(one.blocks.back().word == "expect");
  std::string& expected = one.blocks.back().text;
  if (approve) expected = told(kind, one);
  CHECK(told(kind, one) == expected);
}

void judge(const Kind& kind, std::size_t at_least) {
  const bool approve = std::getenv("REHAB_APPROVE") != nullptr;
  const std::string path = here + kind.cases;
  CaseFile file = parse_cases(bytes_of(path));
  REQUIRE(file.cases.size() > at_least);
  CHECK(written(file) == bytes_of(path));
  std::set<std::string> titles;
  for (Case& one : file.cases) {
    CHECK(titles.insert(one.title).second);
    judge(kind, one, approve);
  }
  if (approve) std::ofstream(path, std::ios::binary) << written(file);
}

// What every reader of the planted text says.
void expect_silence(const std::string& name, const std::string& text) {
  for (const rehab::Diagnostic& d : rehab::read_case({name, text}).diagnostics) {
    CHECK_THAT(render(d) + d.key, !Catch::Matchers::ContainsSubstring("lanted"));
  }
}

}  // namespace

TEST_CASE("every error of a case file is worded as its case says") { judge(toml, 80); }

TEST_CASE("every error of a case file in JSON is worded as its case says") { judge(json, 60); }

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
      expect_silence("case.toml", text);
    }
  }
}

TEST_CASE("no message repeats what stands in a diary in JSON, whatever is wrong there") {
  const std::string sound = bytes_of(here + "errors.json");
  const std::size_t diary = sound.find("\"diary\": ") + 2;
  for (const std::string planted : {"planted",
                                    "'planted'",
                                    "\"planted\"",
                                    "\"planted",
                                    "'planted",
                                    "planted`planted",
                                    "3 planted",
                                    "3planted",
                                    "planted 3",
                                    "\"\\planted\"",
                                    "\"\\u12planted\"",
                                    "\"\\ud800planted\"",
                                    "\"planted\tplanted\"",
                                    "\"planted\xff\"",
                                    "\"planted\xf4\x80\x80\x80\"",
                                    "\"planted\" \"planted\"",
                                    "\"planted\", planted",
                                    "\"planted\", \"planted\"",
                                    "[planted]",
                                    "[\"planted\"]",
                                    "[[\"planted\"]]",
                                    "[\"planted\", \"planted\"]",
                                    "{\"a\": planted}",
                                    "{\"a\": \"planted\"}",
                                    "{\"a\": {\"injured\": \"planted\"}}",
                                    "{planted: 1}",
                                    "{\"date\": \"planted\"}",
                                    "// planted",
                                    "/* planted */",
                                    "# planted",
                                    "-planted",
                                    "+planted",
                                    "0planted",
                                    "7.planted",
                                    "7eplanted",
                                    "07:30planted",
                                    "2026-12-planted",
                                    "Nplanted",
                                    "\xc3\xa9planted",
                                    "\xe2\x80\x9cplanted\xe2\x80\x9d",
                                    "=planted",
                                    "planted}",
                                    "planted]",
                                    "planted,planted"}) {
    for (std::size_t at = sound.find("\": ", diary); at != sound.npos; at = sound.find("\": ", at + 1)) {
      for (const std::size_t end : {sound.find('\n', at), sound.find_first_of(",\n", at)}) {
        const std::string text = sound.substr(0, at + 3) + planted + sound.substr(end);
        INFO(text.substr(sound.rfind('\n', at) + 1, 60));
        expect_silence("case.json", text);
      }
    }
  }
}
