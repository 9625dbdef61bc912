#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "export/change_rule.hpp"
#include "export/formats.hpp"
#include "support/catch.hpp"
#include "support/eyes.hpp"
#include "support/sample.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"
#include "text/utf8.hpp"

using namespace rehab;
using nlohmann::json;

namespace {

std::string data_of(const Plan& plan) {
  std::string out;
  std::vector<Diagnostic> diagnostics;
  REQUIRE(append_json(plan, {}, out, diagnostics));
  CHECK(diagnostics.empty());
  return out;
}

json parsed(const Plan& plan) { return json::parse(data_of(plan)); }

std::string date_of(std::chrono::local_days date) {
  std::string out;
  text::append_date(out, date);
  return out;
}

std::set<std::string> ids_of(const json& table) {
  std::set<std::string> out;
  for (const json& entry : table) out.insert(entry.at("id").get<std::string>());
  return out;
}

// Every value under one of these keys, at any depth.
void collect(const json& node, const std::set<std::string>& keys, std::set<std::string>& out) {
  for (auto it = node.begin(); it != node.end(); ++it) {
    if (node.is_object() && it->is_string() && keys.contains(it.key())) out.insert(it->get<std::string>());
    if (it->is_structured()) collect(*it, keys, out);
  }
}

}  // namespace

TEST_CASE("every session is in the data with its date, time, zone and instant", "[json]") {
  for (const Case& intake : eyes::all_cases()) {
    const Plan plan = eyes::plan(intake);
    const json sessions = parsed(plan).at("sessions");
    REQUIRE(sessions.size() == plan.sessions.size());
    for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
      const Session& session = plan.sessions[i];
      std::string time, id;
      text::append_time(time, session.time);
      text::append_uuid(id, identity(plan, session));
      CHECK(sessions[i].at("id") == id);
      CHECK(sessions[i].at("date") == date_of(session.date));
      CHECK(sessions[i].at("time") == time);
      CHECK(sessions[i].at("zone") == "Europe/Berlin");
      CHECK(sessions[i].at("local") == date_of(session.date) + "T" + time + ":00+01:00");
      CHECK(sessions[i].at("part") == name(session.part));
      CHECK(sessions[i].at("routine") == session.routine);
    }
  }
}

TEST_CASE("the instant is the local time moved by the zone's offset of that day", "[json]") {
  const json sessions = parsed(sample::plan()).at("sessions");
  CHECK(sessions.front().at("local") == "2026-09-01T07:30:00+02:00");
  CHECK(sessions.front().at("utc") == "2026-09-01T05:30:00Z");
  CHECK(sessions.back().at("local") == "2026-11-23T18:00:00+01:00");
  CHECK(sessions.back().at("utc") == "2026-11-23T17:00:00Z");
  CHECK(parsed(sample::plan(sample::first_day, sample::new_york())).at("sessions").front().at("local") ==
        "2026-09-01T07:30:00-04:00");
  CHECK(parsed(sample::plan(sample::first_day, sample::kolkata())).at("sessions").front().at("local") ==
        "2026-09-01T07:30:00+05:30");
}

TEST_CASE("without a zone there is no instant", "[json]") {
  const json session = parsed(sample::plan(sample::first_day, sample::no_zone())).at("sessions").front();
  CHECK(session.at("local") == "2026-09-01T07:30:00");
  CHECK(!session.contains("utc"));
  CHECK(!session.contains("zone"));
}

TEST_CASE("numbers of a dose carry their unit, source and confidence", "[json]") {
  const json dose = parsed(sample::plan()).at("routines").at(0).at("doses").at(0);
  CHECK(dose.at("reps") == json({{"min", 15}, {"max", 15}, {"source", "alfredson-1998"}, {"confidence", "primary"}}));
  CHECK(dose.at("rest_s") == json({{"min", 60}, {"max", 120}, {"confidence", "assumed"}}));
  CHECK(dose.at("tempo_s") == json({{"lower", 3}, {"confidence", "assumed"}}));
  CHECK(dose.at("load").at("value") == "pack");
  CHECK(!dose.contains("hold_s"));  // not stated
}

TEST_CASE("as many as tolerated has no least number, and a ladder names its rungs", "[json]") {
  const json dose = parsed(sample::plan()).at("routines").at(0).at("doses").at(1);
  CHECK(!dose.at("reps").contains("min"));
  CHECK(dose.at("reps").at("max") == 15);
  CHECK(dose.at("sets").at("confidence") == "unconfirmed");
  CHECK(dose.at("ladder").at("exercises") == json({"heel-raise", "heel-drop"}));
  CHECK(dose.at("rungs").at("max") == 2);
}

TEST_CASE("the plan's frame says what was asked, from when to when, and that it is not medical advice", "[json]") {
  const json data = parsed(eyes::plan("calf-strain", Severity::severe));
  CHECK(data.at("format") == "rehab-plan");
  CHECK(data.at("format_version") == data_version);
  CHECK(data.at("disclaimer").get<std::string>().find("not medical advice") != std::string::npos);
  CHECK(data.at("plan").at("first_day") == "2026-12-01");
  CHECK(data.at("plan").at("last_day") == "2027-02-22");
  CHECK(data.at("plan").at("weeks") == 12);
  CHECK(data.at("case").at("severity") == "severe");
  CHECK(data.at("case").at("side") == "left");
  CHECK(data.at("case").at("days") == json({"mon", "tue", "wed", "thu", "fri", "sat", "sun"}));
  CHECK(data.at("case").at("times").at("morning") == "07:30");
  CHECK(data.at("case").at("clearance") == json({{"by", "a physiotherapist"}, {"on", "2026-11-28"}}));
  CHECK(data.at("protocol").at("id") == "calf-strain");
  CHECK(data.at("protocol").at("hash").get<std::string>().size() == 40);
}

TEST_CASE("phases follow each other day by day", "[json]") {
  const Plan plan = eyes::plan("calf-strain", Severity::moderate);
  const json phases = parsed(plan).at("phases");
  REQUIRE(phases.size() == plan.phases.size());
  for (std::size_t i = 0; i < plan.phases.size(); ++i) {
    CHECK(phases[i].at("first_day") == date_of(plan.phases[i].days.begin));
    CHECK(phases[i].at("last_day") == date_of(plan.phases[i].days.end - std::chrono::days{1}));
    CHECK(phases[i].at("planned_days") == plan.phases[i].planned);
  }
}

TEST_CASE("all that is referred to is in the tables, once", "[json]") {
  for (const Case& intake : eyes::all_cases()) {
    Case bare = intake;
    bare.equipment.emplace();
    for (const Case& asked : {intake, bare}) {
      const json data = parsed(eyes::plan(asked));
      std::set<std::string> sources, exercises, measures;
      collect(data, {"source", "cite"}, sources);
      collect(data.at("routines"), {"exercise", "instead_of"}, exercises);
      collect(data.at("changes"), {"exercise", "other"}, exercises);
      collect(data, {"measure"}, measures);
      for (const std::string& id : sources) {
        CAPTURE(id);
        CHECK(ids_of(data.at("sources")).contains(id));
      }
      for (const std::string& id : exercises) CHECK(ids_of(data.at("exercises")).contains(id));
      for (const std::string& id : measures) CHECK(ids_of(data.at("measures")).contains(id));
      CHECK(ids_of(data.at("sources")).size() == data.at("sources").size());
      CHECK(ids_of(data.at("exercises")).size() == data.at("exercises").size());
    }
  }
}

TEST_CASE("changes have a rule, their numbers and the sentence for people", "[json]") {
  Case intake = eyes::intake("calf-strain", Severity::moderate);
  intake.equipment.emplace();
  intake.tags = {"previous-calf-strain"};
  const Plan plan = eyes::plan(intake);
  const json changes = parsed(plan).at("changes");
  REQUIRE(changes.size() == plan.changes.size());
  for (std::size_t i = 0; i < plan.changes.size(); ++i) {
    CHECK(changes[i].at("rule") == rule_of(plan.changes[i]).id);
    CHECK(changes[i].at("date") == date_of(plan.changes[i].date));
    CHECK(changes[i].at("sentence") == describe(plan, plan.changes[i]));
    CHECK(changes[i].at("projected") == false);
    CHECK(changes[i].contains("given") == rule_of(plan.changes[i]).given);
  }
}

TEST_CASE("keys are snake_case, and nothing is null or empty text", "[json]") {
  const std::string text = data_of(eyes::plan("achilles-midportion-alfredson", Severity::severe));
  CHECK(text.find(": null") == std::string::npos);
  CHECK(text.find(": \"\"") == std::string::npos);
  const json flat = json::parse(text).flatten();
  for (const auto& item : flat.items()) {
    const std::string& path = item.key();
    CHECK(path.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_/") == std::string::npos);
  }
}

TEST_CASE("a stranger's texts stay data", "[json]") {
  const Plan plan = eyes::plan(eyes::intake("calf-strain", Severity::mild), eyes::hostile());
  const std::string text = data_of(plan);
  REQUIRE(text::first_invalid_utf8(text) == std::string::npos);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c != U'\n') REQUIRE(!text::is_control(c));
  }
  CHECK(json::parse(text).at("sessions").size() == plan.sessions.size());
}

TEST_CASE("the same plan gives the same bytes", "[json]") {
  const Plan plan = eyes::plan("calf-strain", Severity::mild);
  CHECK(data_of(plan) == data_of(plan));
}
