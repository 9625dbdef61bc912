#include "protocol/report.hpp"

#include "support/catch.hpp"

namespace rehab::protocol {
namespace {

constexpr std::string_view text =
    "title = \"x\"\n"
    "[[phase]]\n"
    "id = \"load\"\n"
    "  [[phase.workout]]\n"
    "  id = \"drops\"\n"
    "  at = [\"morning\", \"noon\"]\n"
    "    [[phase.workout.dose]]\n"
    "    reps = { mild = 3 }\n";

// "line:column key" of what was reported.
std::string places(Report& report) {
  std::vector<Diagnostic> found;
  report.close(found);
  std::string out;
  for (const Diagnostic& d : found) out += std::to_string(d.line) + ':' + std::to_string(d.column) + ' ' + d.key + '\n';
  return out;
}

}  // namespace

TEST_CASE("an error knows its place and the path of its key, with items named by their id or counted from 1") {
  const auto file = document::parse("f.toml", text);
  const document::Node& root = file->root;
  const document::Node& workout = root.find("phase")->items[0].find("workout")->items[0];
  const document::Node& dose = workout.find("dose")->items[0];
  Report report("f.toml", root);
  report.error(*dose.find("reps")->find("mild"), "bounds", "a value");
  report.error(workout.find("at")->items[1], "type", "an item");
  report.error_at(workout, "at", "type", "a key");
  report.error_at(dose, "sets", "missing-key", "an absent key");
  report.error_at(root, "licence", "missing-key", "an absent key of the file");
  CHECK(places(report) ==
        "1:1 licence\n"
        "6:3 phase[load].workout[drops].at\n"
        "6:20 phase[load].workout[drops].at[2]\n"
        "7:5 phase[load].workout[drops].dose[1].sets\n"
        "8:21 phase[load].workout[drops].dose[1].reps.mild\n");
}

TEST_CASE("the same sentence at the same place is said once") {
  const auto file = document::parse("f.toml", text);
  const document::Node& root = file->root;
  Report report("f.toml", root);
  for (int i = 0; i < 3; ++i) report.error_at(root, "title", "type", "too short");
  report.error_at(root, "title", "type", "too plain");
  CHECK(places(report) == "1:1 title\n1:1 title\n");
}

TEST_CASE("numbers without a source leave what was read usable, a hole does not") {
  const auto file = document::parse("f.toml", text);
  const document::Node& root = file->root;
  Report report("f.toml", root);
  report.error(root, "provenance", "no source");
  CHECK(report.usable());
  report.error(root, "type", "no text");
  CHECK_FALSE(report.usable());
}

TEST_CASE("a value is shown short and harmless") {
  const auto shown = [](std::string_view value) {
    return show(*document::parse("f.toml", "a = " + std::string(value) + "\n")->root.find("a"));
  };
  CHECK(shown("\"a\\nb\\u202Ec\"") == "\"a\uFFFDb\uFFFDc\"");
  CHECK(shown('"' + std::string(50, 'x') + '"') == '"' + std::string(40, 'x') + "…\"");
  CHECK(shown("3") == "3");
  CHECK(shown("3.0") == "3.0");
  CHECK(shown("2.5") == "2.5");
  CHECK(shown("nan") == "nan");
  CHECK(shown("1e300").size() < 50);
  CHECK(shown("[]") == "a list");
  CHECK(shown("{}") == "a table");
  CHECK(shown("true") == "true");
  CHECK(shown("2026-12-01") == "2026-12-01");
}

TEST_CASE("a quoted word may be any octets") {
  CHECK(quote("step") == "`step`");
  CHECK(quote("a\xff"
              "b") == "`a\uFFFD`");
  CHECK(quote(std::string(100, 'x')) == "`" + std::string(60, 'x') + "…`");
}

}  // namespace rehab::protocol
