#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "rehab/explain.hpp"
#include "support/catch.hpp"
#include "support/eyes.hpp"
#include "support/page_laws.hpp"

using namespace rehab;
using nlohmann::json;
using page_laws::unwrapped;

namespace {

const std::filesystem::path folder = std::filesystem::path(REHAB_SOURCE_DIR) / "tests/explain/golden";

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Explanation week_of(std::string_view protocol, Severity severity, int week, const Catalog& catalog = eyes::builtin()) {
  Case intake;
  intake.protocol = protocol;
  intake.severity = severity;
  const Result<Plan> plan = undated_plan(catalog, intake);
  REQUIRE(plan);
  Result<Explanation> why = explain_week(*plan, week);
  REQUIRE(why);
  return *std::move(why);
}

// Every key under which a JSON object holds a number's origin.
void collect(const json& node, std::set<std::string>& sources) {
  if (node.is_object() && node.contains("confidence") && node.contains("source"))
    sources.insert(node.at("source").get<std::string>());
  for (const json& child : node)
    if (child.is_structured()) collect(child, sources);
}

}  // namespace

TEST_CASE("every protocol and severity has its approved explanation of the second week", "[explain]") {
  const bool approve = std::getenv("REHAB_APPROVE") != nullptr;
  std::set<std::string> expected;
  for (const Case& intake : eyes::all_cases()) {
    const std::string file = intake.protocol + "-" + std::string(name(intake.severity)) + "-week-2.text";
    expected.insert(file);
    const std::string now = explanation_text(week_of(intake.protocol, intake.severity, 2));
    if (approve) std::ofstream(folder / file, std::ios::binary) << now;
    INFO(file);
    CHECK(read(folder / file) == now);
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) CHECK(expected.contains(entry.path().filename().string()));
}

TEST_CASE("an explanation keeps the laws of a page at every width, also a stranger's", "[explain]") {
  const Catalog hostile = eyes::hostile();
  for (const Catalog* catalog : {&eyes::builtin(), &hostile})
    for (const Case& intake : eyes::all_cases())
      for (int week : {1, 2}) {
        const Explanation why = week_of(intake.protocol, intake.severity, week, *catalog);
        CHECK(json::parse(explanation_json(why)).is_object());
        for (const int width : {40, 60, 80, 120, 200})
          for (const bool color : {false, true}) {
            CAPTURE(intake.protocol, week, width, color);
            CHECK(page_laws::broken(explanation_text(why, width, color), width, color) == std::vector<std::string>{});
          }
      }
}

TEST_CASE("equal exercises are explained together, each with its dose and the origin of every number", "[explain]") {
  const std::string text = unwrapped(explanation_text(week_of("achilles-midportion-alfredson", Severity::moderate, 5)));
  CHECK(contains(text,
                 "• Heel drop on a step, knee straight: 3 × 15 • Heel drop on a step, knee bent: 3 × 15 this exercise "
                 "Alfredson 1998, first-hand 3 sets, 15 repetitions Alfredson 1998, second-hand lower in 3 s, rest 60–120 s "
                 "assumed: no source says it the injured leg Alfredson 1998, second-hand"));
  CHECK(contains(text, "never more than 60 kg Praet 2019, first-hand"));
  CHECK(contains(text,
                 "a step only after 7 days in a row with no pain while training and pain the next morning no higher than at the "
                 "start of this plan (Praet 2019; assumed: number of days, change)"));
}

TEST_CASE("what severity and week do to a number stands below it", "[explain]") {
  const std::string text = unwrapped(explanation_text(week_of("achilles-midportion-alfredson", Severity::moderate, 3)));
  CHECK(contains(text,
                 "2 sets assumed: no source says it by severity: severe: 3 sets by week of the phase: weeks 1–2: 3 sets; week "
                 "3: 2 sets"));
  CHECK(contains(text, "mild: without this phase"));
  CHECK(contains(text, "Others when week 3 begins: mild: week 3 of “Heavy heel drops”; severe: week 3 of “A gentle start”."));
}

TEST_CASE("a source is told in full with how it was read and what it found", "[explain]") {
  const Explanation why = week_of("achilles-midportion-alfredson", Severity::mild, 1);
  const std::string text = unwrapped(explanation_text(why));
  CHECK(contains(text, "Praet et al. 2019. Nutrients 11(1), 76. appendix table A2"));
  CHECK(contains(text, "doi:10.3390/nu11010076 (read first-hand)"));
  CHECK(contains(text, "Found: All 15 were back to running as before after 12 weeks"));
  const std::string clearance = "A plan for this severity is made only with a clinician's clearance.";
  CHECK(!contains(text, clearance));
  CHECK(contains(unwrapped(explanation_text(week_of("calf-strain", Severity::severe, 1))), clearance));
}

TEST_CASE("what nobody states is said to be not stated", "[explain]") {
  CHECK(contains(unwrapped(explanation_text(week_of("calf-strain", Severity::moderate, 2))),
                 "not stated, by no source and not by us: sets, tempo"));
}

TEST_CASE("the data of an explanation has every number with its origin, and every source that it names", "[explain]") {
  for (const Case& intake : eyes::all_cases()) {
    const Explanation why = week_of(intake.protocol, intake.severity, 2);
    const json data = json::parse(explanation_json(why));
    CHECK(data.at("format") == "rehab-explanation");
    CHECK(data.at("week") == 2);
    std::set<std::string> named, listed;
    collect(data, named);
    for (const json& entry : data.at("sources")) listed.insert(entry.at("source").at("id").get<std::string>());
    for (const std::string& id : named) CHECK(listed.contains(id));
    for (const json& phase : data.at("phases"))
      for (const json& workout : phase.at("workouts"))
        for (const json& dose : workout.at("doses"))
          for (const json& row : dose.at("figures")) CHECK((!row.contains("value") || row.contains("confidence")));
  }
}

TEST_CASE("the data of a number tells what other severities and weeks get", "[explain]") {
  const json data = json::parse(explanation_json(week_of("achilles-midportion-alfredson", Severity::moderate, 3)));
  const json sets = data.at("phases").at(0).at("workouts").at(0).at("doses").at(0).at("figures").at(1);
  CHECK(sets == json::parse(R"({"of": "sets", "value": {"min": 2, "max": 2}, "confidence": "assumed",
    "severities": [{"severity": "severe", "value": {"min": 3, "max": 3}}],
    "weeks": [{"first": 1, "last": 2, "value": {"min": 3, "max": 3}}, {"first": 3, "last": 3, "value": {"min": 2, "max": 2}}]})"));
}
