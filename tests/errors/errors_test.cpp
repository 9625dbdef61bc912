// Every error of reading protocols, word for word: see cases.hpp for how the .txt files of this folder are read.
//
// When messages change on purpose, run this test with REHAB_APPROVE=1 in the environment: it then writes what is said now into the
// .txt files, to be read as a diff and committed apart. A case whose `-- find` no longer fits is never rewritten.
#include <cstdlib>
#include <set>

#include "errors/cases.hpp"
#include "support/catch.hpp"

namespace {

using namespace rehab::errors;

bool approving() {
  const char* value = std::getenv("REHAB_APPROVE");
  return value != nullptr && std::string_view(value) == "1";
}

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder())) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

Block* expectation(Case& one) {
  const bool has = !one.blocks.empty() && one.blocks.back().word == "expect";
  return has ? &one.blocks.back() : nullptr;
}

// Compares, or in approval takes over, what is said about one case.
void judge(Case& one, bool approve) {
  std::vector<File> files;
  try {
    files = files_of(one);
  } catch (const std::runtime_error& misfit) {
    FAIL_CHECK(misfit.what());
    return;
  }
  if (approve && !expectation(one)) one.blocks.push_back({"expect", "", ""});
  Block* const expected = expectation(one);
  if (!expected) {
    FAIL_CHECK("the case does not end with -- expect");
  } else if (approve) {
    expected->text = rendered(files);
  } else {
    CHECK(rendered(files) == expected->text);
  }
}

}  // namespace

TEST_CASE("the built-in files have no errors, nor have those that the cases start from") {
  std::vector<File> builtin;
  for (const rehab::SourceFile& file : rehab::builtin_files()) builtin.push_back({std::string(file.name), std::string(file.text)});
  CHECK(rendered(builtin) == "nothing");
  CHECK(rendered(base()) == "nothing");
}

TEST_CASE("every error of a file of protocols is worded as its case says") {
  const bool approve = approving();
  REQUIRE(case_files().size() > 5);
  for (const auto& path : case_files()) {
    CaseFile file = parse_cases(bytes_of(path));
    REQUIRE(!file.cases.empty());
    CHECK(written(file) == bytes_of(path));
    std::set<std::string> titles;
    for (Case& one : file.cases) {
      INFO(path.filename().string() << ": " << one.title);
      CHECK(titles.insert(one.title).second);
      judge(one, approve);
    }
    if (approve) std::ofstream(path, std::ios::binary) << written(file);
  }
}

// Each rule has a code, and each code a case: the list is what `rehab check` can say.
TEST_CASE("every code has a case that shows it") {
  const std::set<std::string> codes{
      "adjunct",   "bounds",      "clearance",  "criterion",   "cycle",        "dose",     "drift",  "exercise",
      "forbidden", "frequency",   "garble",     "id",          "instruction",  "limit",    "load",   "missing-key",
      "phrase",    "progression", "provenance", "reference",   "rest",         "severity", "source", "stretch",
      "syntax",    "translation", "type",       "unknown-key", "untranslated", "unused",   "volume", "weeks"};
  std::set<std::string> shown;
  for (const auto& path : case_files()) {
    for (Case& one : parse_cases(bytes_of(path)).cases) {
      if (!expectation(one)) continue;
      const std::string& text = expectation(one)->text;
      for (const std::string& code : codes) {
        if (text.find(" [" + code + "]\n") != std::string::npos) shown.insert(code);
      }
    }
  }
  CHECK(shown == codes);
}
