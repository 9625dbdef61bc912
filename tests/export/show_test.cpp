#include <nlohmann/json.hpp>
#include <string>

#include "rehab/export.hpp"
#include "support/catch.hpp"
#include "support/eyes.hpp"
#include "support/page_laws.hpp"

using namespace rehab;
using nlohmann::json;
using page_laws::unwrapped;

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string shown(std::string_view id, std::optional<Severity> severity = {}, int width = 80, bool color = false) {
  return show_protocol(eyes::builtin(), *eyes::builtin().find(id), severity, width, color);
}

json data(std::string_view id, std::optional<Severity> severity = {}) {
  return json::parse(show_protocol_json(eyes::builtin(), *eyes::builtin().find(id), severity));
}

}  // namespace

TEST_CASE("a protocol keeps the laws of a page at every width, also a stranger's", "[show]") {
  const Catalog hostile = eyes::hostile();
  for (const Catalog* catalog : {&eyes::builtin(), &hostile})
    for (const Protocol& protocol : (*catalog)->protocols)
      for (const int width : {40, 60, 80, 100, 120, 200})
        for (const bool color : {false, true}) {
          CAPTURE(protocol.id, width, color);
          CHECK(page_laws::broken(show_protocol(*catalog, protocol, {}, width, color), width, color) == std::vector<std::string>{});
        }
}

TEST_CASE("every dose is shown with its numbers, units and source", "[show]") {
  const std::string text = unwrapped(shown("achilles-midportion-alfredson"));
  CHECK(contains(text, "• Heel drop on a step, knee straight 3 × 15, lower in 3 s, rest 60–120 s, the injured leg, backpack"));
  CHECK(contains(text, "[Alfredson 1998; second-hand: sets, repetitions, load, side]"));
  CHECK(contains(text, "[assumed, not from the source: tempo, rest]"));
}

TEST_CASE("what severities share is said once, what differs by severity and week", "[show]") {
  const std::string text = unwrapped(shown("achilles-midportion-alfredson"));
  CHECK(contains(text, "moderate: 1 in weeks 1–2, 2 from week 3; severe: 1 in weeks 1–3, 2 from week 4"));
  CHECK(contains(text, "mild: 12 weeks; moderate: 9 weeks; severe: 8 weeks"));
  const std::string mild = unwrapped(shown("achilles-midportion-alfredson", Severity::mild));
  CHECK(!contains(mild, "A gentle start"));
  CHECK(contains(mild, "mild 12 weeks"));
  CHECK(!contains(mild, "moderate 12 weeks"));
}

TEST_CASE("criteria, pain rule, stop rules and red flags are shown with what to do", "[show]") {
  const Catalog& catalog = eyes::builtin();
  const std::string text = unwrapped(shown("calf-strain"));
  CHECK(contains(text, "0 to 3 of 10: allowed"));
  CHECK(contains(text, "Heel raises on one leg: at least 25"));
  for (const RedFlag& flag : catalog->red_flags) {
    if (!flag.conditions.empty()) continue;
    CHECK(contains(text, flag.ask));
    CHECK(contains(text, flag.act));
  }
  CHECK(contains(text, "Blood clot in a leg vein today"));
}

TEST_CASE("what severities share of a limit is said once, and no stop is doubled", "[show]") {
  const std::string text = unwrapped(shown("calf-strain"));
  const std::string say = "The calf is no better than at the start.";
  const std::size_t first = text.find(say);
  REQUIRE(first != std::string::npos);
  CHECK(text.find(say, first + 1) == std::string::npos);
  CHECK(contains(text, "on 7 days in a row: stop until a clinician has cleared you; moderate, severe: if pain the next morning"));
  for (const char* doubled : {"..", ".;", ".:", "!.", "?."}) CHECK(!contains(text, doubled));
}

TEST_CASE("the norms that criteria point to are shown below them", "[show]") {
  const std::string text = unwrapped(shown("calf-strain"));
  CHECK(text.find("in the table below") < text.find("What is normal, from Hébert-Losier 2017"));
  CHECK(!contains(unwrapped(shown("achilles-midportion-alfredson")), "What is normal"));
}

TEST_CASE("what studies found about an exercise stands with the other findings", "[show]") {
  CatalogData data = *eyes::builtin();
  for (Exercise& exercise : data.exercises)
    if (exercise.id == "easy-walking") exercise.evidence = "Nobody has tried it.";
  const Catalog catalog(std::move(data));
  const std::string text = unwrapped(show_protocol(catalog, *catalog.find("calf-strain"), {}, 80, false));
  CHECK(text.find("• Easy walking: Nobody has tried it.") > text.find("What studies found"));
}

TEST_CASE("contraindications are shown as questions", "[show]") {
  const Catalog& catalog = eyes::builtin();
  for (const Protocol& protocol : catalog->protocols)
    for (const Index<Tag> tag : protocol.not_for) CHECK(contains(unwrapped(shown(protocol.id)), catalog[tag].ask));
}

TEST_CASE("reviewers find every note under open questions", "[show]") {
  for (const Protocol& protocol : eyes::builtin()->protocols) {
    const std::string text = unwrapped(shown(protocol.id));
    const std::size_t questions = text.find("Open questions for reviewers");
    REQUIRE(questions != std::string::npos);
    for (const Phase& phase : protocol.phases)
      for (const Workout& workout : phase.workouts)
        for (const Dose& dose : workout.doses) {
          const std::string& note = dose.numbers.provenance.note;
          if (!note.empty()) CHECK(text.find(unwrapped(note), questions) != std::string::npos);
        }
  }
}

TEST_CASE("the data of a protocol holds phases, doses and the tables they refer to", "[show]") {
  const json all = data("calf-strain");
  CHECK(all.at("format") == "rehab-protocol");
  CHECK(all.at("protocol").at("phases").size() == eyes::builtin().find("calf-strain")->phases.size());
  CHECK(!all.at("exercises").empty());
  CHECK(!all.at("sources").empty());
  CHECK(!all.at("red_flags").empty());
  for (const json& phase : all.at("protocol").at("phases"))
    for (const json& workout : phase.at("workouts")) {
      CHECK(!workout.at("doses").empty());
      for (const json& dose : workout.at("doses")) CHECK((dose.contains("exercises") || dose.contains("ladder")));
    }
}

TEST_CASE("a number that varies is data by severity and week, with its origin", "[show]") {
  const json phase = data("achilles-midportion-alfredson").at("protocol").at("phases").at(0);
  const json times = phase.at("workouts").at(0).at("times_per_day");
  CHECK(times.at("moderate") == json::parse(R"([{"min": 1, "max": 1}, {"min": 1, "max": 1}, {"min": 2, "max": 2}])"));
  CHECK(times.at("confidence") == "assumed");
  CHECK(!times.contains("mild"));
}

TEST_CASE("with a severity the data holds only that one", "[show]") {
  const json mild = data("achilles-midportion-alfredson", Severity::mild);
  CHECK(mild.at("protocol").at("phases").size() == 1);
  CHECK(mild.at("protocol").at("severity").size() == 1);
  CHECK(mild.dump().find("\"moderate\"") == std::string::npos);
}

TEST_CASE("a stranger's protocol is valid data", "[show]") {
  const Catalog hostile = eyes::hostile();
  for (const Protocol& protocol : hostile->protocols) CHECK(json::parse(show_protocol_json(hostile, protocol, {})).is_object());
}
