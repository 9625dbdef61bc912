// Checks that need more than one changed line to break: whole files changed.
#include <algorithm>
#include <string>
#include <vector>

#include "rehab/catalog.hpp"
#include "support/catch.hpp"

using namespace rehab;

namespace {

// The built-in files, one of them changed.
template <class Change>
std::vector<std::string> codes_with(std::string_view name, Change change) {
  std::string text;
  std::vector<SourceFile> files(builtin_files().begin(), builtin_files().end());
  for (SourceFile& file : files) {
    if (file.name != name) continue;
    text = change(std::string(file.text));
    file.text = text;
  }
  std::vector<std::string> codes;
  for (const Diagnostic& d : read_catalog(files).diagnostics) codes.push_back(d.code);
  return codes;
}

std::string replaced(std::string text, std::string_view find, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(find, at)) != std::string::npos; at += by.size()) text.replace(at, find.size(), by);
  return text;
}

}  // namespace

TEST_CASE("the built-in files are sound") {
  CHECK(codes_with("none", [](std::string text) { return text; }).empty());
}

TEST_CASE("without red flags to ask there is no protocol") {
  const auto codes = codes_with("safety.toml", [](const std::string& text) {
    // Every flag becomes one for the session: nothing is asked before a plan.
    return replaced(replaced(text, "\nmoment  = \"session\"", ""), "\nurgency", "\nmoment = \"session\"\nurgency");
  });
  const auto protocols = static_cast<std::ptrdiff_t>(rehab::builtin_catalog()->protocols.size());
  CHECK(std::ssize(codes) == protocols);
  CHECK(std::count(codes.begin(), codes.end(), "red-flag") == protocols);
}

TEST_CASE("a phase that leaves everything to choice is an error") {
  const auto codes = codes_with("achilles-midportion-alfredson.toml", [](const std::string& text) {
    return replaced(text, "\n  [[phase.workout]]\n", "\n  [[phase.workout]]\n  optional = true\n");
  });
  CHECK(std::count(codes.begin(), codes.end(), "workout") >= 3);
}

TEST_CASE("doses are counted by exercise, so that a short file cannot ask for a giant plan") {
  std::string many = "each = [";
  for (int i = 0; i < 900; ++i) many += "\"x" + std::to_string(i) + "\",";
  const auto codes = codes_with("achilles-midportion-alfredson.toml", [&](const std::string& text) {
    const std::string dose = "\n    [[phase.workout.dose]]\n    " + many + "]\n    reps = 1\n    cite = \"alfredson-1998\"\n";
    std::string doses;
    for (int i = 0; i < 12; ++i) doses += dose;
    return text + "\n[[phase]]\nid = \"more\"\n  [[phase.workout]]\n  id = \"more\"\n" + doses;
  });
  CHECK(std::count(codes.begin(), codes.end(), "limit") >= 1);
}
