// What make_plan says of a case stands where its file says it.
#include <string>
#include <utility>
#include <vector>

#include "rehab/case_file.hpp"
#include "rehab/plan.hpp"
#include "support/catch.hpp"

using namespace rehab;

namespace {

const std::string text =
    "schema = 1\n"
    "protocol = \"calf-strain\"\n"
    "version = \"1.0.0\"\n"
    "severity = \"mild\"\n"
    "start = 2026-12-01\n"
    "[availability]\n"
    "  away = [{ from = 2026-12-24, to = 2026-12-20 }]\n"
    "#{\n"
    "[[diary]]\n"
    "date = 2026-\n"
    "#{\n"
    "[[diary]]\n"
    "date = 2026-12-02\n"
    "#}\n"
    "[[diary]]\n"
    "date = 2026-12-03\n"
    "measured = { heel-raise = 3 }\n";

// "7:3", or "" for none.
std::string place_of(std::string key, Area area = Area::intake) {
  std::vector<Diagnostic> diagnostics{{Level::error, area, "code", "", 0, 0, std::move(key), "message", ""}};
  find_places({"case.toml", text}, diagnostics);
  const Diagnostic& d = diagnostics.front();
  if (d.file.empty()) return "";
  CHECK(d.file == "case.toml");
  return std::to_string(d.line) + ":" + std::to_string(d.column);
}

}  // namespace

TEST_CASE("what is said of a key of the head, or of a table, stands at the key") {
  CHECK(place_of("severity") == "4:1");
  CHECK(place_of("start", Area::refused) == "5:1");
  CHECK(place_of("away") == "7:3");
  CHECK(place_of("availability") == "6:1");
}

TEST_CASE(
    "what is said of an entry stands at its key, or at its header where the key is absent, and one that was cut is not counted") {
  CHECK(place_of("diary") == "12:1");
  CHECK(place_of("diary[1].date") == "13:1");
  CHECK(place_of("diary[2].measured") == "17:1");
  CHECK(place_of("diary[2]") == "15:1");
  CHECK(place_of("diary[2].pain") == "15:1");
}

TEST_CASE("what is said of a case in JSON stands there at the same keys") {
  const std::string json =
      "{\n  \"start\": \"2026-12-01\",\n"
      "  \"availability\": {\"away\": []},\n"
      "  \"diary\": [{\"date\": \"2026-12-02\"},\n"
      "            {\"date\": \"2026-12-03\", \"pain\": 3}]\n}\n";
  const auto place = [&](std::string key) {
    std::vector<Diagnostic> diagnostics{{Level::error, Area::intake, "code", "", 0, 0, std::move(key), "message", ""}};
    find_places({"case.json", json}, diagnostics);
    CHECK(diagnostics.front().file == "case.json");
    return std::pair(diagnostics.front().line, diagnostics.front().column);
  };
  CHECK(place("start") == std::pair(2u, 3u));
  CHECK(place("away") == std::pair(3u, 20u));
  CHECK(place("diary") == std::pair(4u, 3u));
  CHECK(place("diary[2].pain") == std::pair(5u, 36u));
  CHECK(place("diary[2].done") == std::pair(5u, 13u));
}

TEST_CASE("what the file does not say has no place in it") {
  CHECK(place_of("zone") == "0:0");
  CHECK(place_of("diary[3].date") == "12:1");
  CHECK(place_of("diary[99999999999999999999].date") == "12:1");
  CHECK(place_of("") == "0:0");
  for (const char* odd : {".", "[", "]", "[]", "diary[", "diary[.", "..", "diary[x]"}) place_of(odd);
}

TEST_CASE("what no person can mend in the file is left alone, as is what has its place") {
  CHECK(place_of("start", Area::environment).empty());
  CHECK(place_of("severity", Area::protocol).empty());
  std::vector<Diagnostic> placed{{Level::error, Area::intake, "code", "other.toml", 3, 4, "start", "message", ""}};
  find_places({"case.toml", text}, placed);
  CHECK(placed.front().file == "other.toml");
  CHECK(placed.front().line == 3);
}

TEST_CASE("a file that cannot be read gives no places") {
  std::vector<Diagnostic> diagnostics{{Level::error, Area::intake, "code", "", 0, 0, "start", "message", ""}};
  find_places({"case.toml", "start = = 3"}, diagnostics);
  CHECK(diagnostics.front().file.empty());
}

TEST_CASE("an equipment that there is not is told with its line") {
  const std::string wrong =
      "schema = 1\nprotocol = \"ankle-balance\"\nversion = \"1.0.0\"\nseverity = \"mild\"\nstart = 2026-12-01\n"
      "equipment = [\"stpe\"]\n";
  const Result<CaseFile> file = read_case({"case.toml", wrong});
  REQUIRE(file);
  auto plan = make_plan(builtin_catalog(), file->intake);
  REQUIRE(!plan.diagnostics.empty());
  find_places({"case.toml", wrong}, plan.diagnostics);
  CHECK(render(plan.diagnostics.front()).starts_with("case.toml:6:1: error: there is no equipment `stpe` [equipment]"));
}
