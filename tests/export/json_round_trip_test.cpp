// What a reader makes of the data: every session with its date and instant, every dose with every number and its origin.
#include <nlohmann/json.hpp>
#include <string>

#include "export/formats.hpp"
#include "export/loads.hpp"
#include "support/catch.hpp"
#include "support/eyes.hpp"
#include "support/followed.hpp"
#include "support/random_diaries.hpp"

using namespace rehab;
using nlohmann::json;
using rehab_test::Situation;

namespace {

json data_of(const Plan& plan) {
  std::string out;
  std::vector<Diagnostic> diagnostics;
  REQUIRE(append_json(plan, {}, out, diagnostics));
  return json::parse(out);
}

// --- What the reader rebuilds ---------------------------------------------------------------------------------------------------

// "2026-12-01" as a day, "07:30" as minutes: by digits, with nothing of the writer.
int digits(const std::string& text, std::size_t at, std::size_t size) { return std::stoi(text.substr(at, size)); }

std::chrono::local_days day_of(const std::string& text) {
  return day(digits(text, 0, 4), static_cast<unsigned>(digits(text, 5, 2)), static_cast<unsigned>(digits(text, 8, 2)));
}

std::chrono::minutes minutes_of(const std::string& text) {
  return std::chrono::minutes(digits(text, 0, 2) * 60 + digits(text, 3, 2));
}

// Of "2026-12-01T07:30:00+01:00" and "2026-12-01T06:30:00Z".
std::chrono::sys_seconds instant_of(const std::string& text) {
  const std::chrono::sys_seconds shown{(day_of(text) + minutes_of(text.substr(11))).time_since_epoch()};
  if (text.ends_with('Z') || text.size() == 19) return shown;
  return text[19] == '-' ? shown + minutes_of(text.substr(20)) : shown - minutes_of(text.substr(20));
}

Origin origin_of(const Plan& plan, const json& node) {
  Origin out;
  const std::string confidence = node.at("confidence");
  const auto at = std::find(confidence_names.begin(), confidence_names.end(), confidence) - confidence_names.begin();
  out.confidence = static_cast<Confidence>(at);
  if (!node.contains("source")) return out;
  const auto& sources = plan.catalog->sources;
  const std::string id = node.at("source");
  const auto found = std::find_if(sources.begin(), sources.end(), [&](const Source& source) { return source.id == id; });
  out.source.value = static_cast<std::uint16_t>(found - sources.begin());
  return out;
}

Figure figure_of(const Plan& plan, const json& node, const char* key) {
  if (!node.contains(key)) return {};
  const json& at = node.at(key);
  Figure out;
  out.value = Range{at.contains("min") ? std::optional<int>(at.at("min").get<int>()) : std::nullopt, at.at("max").get<int>()};
  out.origin = origin_of(plan, at);
  return out;
}

std::optional<int> part_of(const json& node, const char* key) {
  return node.contains(key) ? std::optional<int>(node.at(key).get<int>()) : std::nullopt;
}

// --- Against the plan -----------------------------------------------------------------------------------------------------------

void check_figure(const Plan& plan, const json& node, const char* key, const Figure& figure) {
  INFO(key);
  const Figure read = figure_of(plan, node, key);
  CHECK(read.value == figure.value);
  if (figure.value) CHECK(read.origin == figure.origin);
}

void check_choice(const Plan& plan, const json& node, const char* key, std::string_view value, const Origin& origin) {
  INFO(key);
  CHECK(node.contains(key) == !value.empty());
  if (value.empty()) return;
  CHECK(node.at(key).at("value") == value);
  CHECK(origin_of(plan, node.at(key)) == origin);
}

void check_load(const Plan& plan, const json& node, const PlannedDose& dose) {
  check_choice(plan, node, "load", dose.load ? load_id(plan.protocol(), *dose.load) : "", dose.load_origin);
  const bool named = dose.load && dose.load->kind == LoadName::Kind::named;
  CHECK(node.contains("load_steps") == named);
  if (named) CHECK(node.at("load_steps") == dose.load_steps);
  CHECK(node.contains("load_now") == dose.load_now.has_value());
  if (!dose.load_now) return;
  CHECK(node.at("load_now").at("value") == *dose.load_now);
  CHECK(node.at("load_now").at("unit") == name(plan.protocol().loads[dose.load->load].kind));
}

void check_tempo(const Plan& plan, const json& node, const PlannedDose& dose) {
  CHECK(node.contains("tempo_s") == dose.tempo_s.has_value());
  if (!dose.tempo_s) return;
  const json& at = node.at("tempo_s");
  CHECK(*dose.tempo_s == Tempo{part_of(at, "lift"), part_of(at, "hold"), part_of(at, "lower"), part_of(at, "pass")});
  CHECK(origin_of(plan, at) == dose.tempo_origin);
}

void check_dose(const Plan& plan, const Routine& routine, const json& node, const PlannedDose& dose) {
  CHECK(node.at("exercise") == plan.catalog[dose.exercise].id);
  CHECK(node.at("workout") == plan.phase_of(plan.phases[routine.phase]).workouts[dose.workout].id);
  check_choice(plan, node, "instead_of", dose.instead_of ? std::string_view(plan.catalog[dose.instead_of].id) : "",
               dose.substitution);
  check_figure(plan, node, "sets", dose.sets);
  check_figure(plan, node, "reps", dose.reps);
  check_figure(plan, node, "hold_s", dose.hold_s);
  check_figure(plan, node, "duration_min", dose.duration_min);
  check_figure(plan, node, "distance_m", dose.distance_m);
  check_figure(plan, node, "effort_percent", dose.effort_percent);
  check_figure(plan, node, "rest_s", dose.rest_s);
  check_figure(plan, node, "rest_between_reps_s", dose.rest_between_reps_s);
  if (dose.ladder) check_figure(plan, node, "rungs", {Range{dose.rung, dose.last_rung}, dose.rungs_origin});
  check_choice(plan, node, "side", dose.side ? name(*dose.side) : "", dose.side_origin);
  check_choice(plan, node, "order", dose.order ? name(*dose.order) : "", dose.order_origin);
  CHECK(node.contains("as_tolerated") == dose.as_tolerated);
  CHECK(node.contains("to_failure") == dose.to_failure);
  CHECK(node.at("volume_percent") == dose.volume_percent);
  check_tempo(plan, node, dose);
  check_load(plan, node, dose);
}

void check_session(const Plan& plan, const json& node, const Session& session) {
  CHECK(day_of(node.at("date")) == session.date);
  CHECK(minutes_of(node.at("time")) == session.time);
  CHECK(instant_of(node.at("local")) == session.utc);
  CHECK(node.contains("utc") == !plan.intake.zone.empty());
  if (node.contains("utc")) CHECK(instant_of(node.at("utc")) == session.utc);
  CHECK(node.at("part") == name(session.part));
  CHECK(node.at("ordinal") == session.ordinal);
  CHECK(node.at("routine") == session.routine);
  CHECK(part_of(node, "pain") == session.pain);
  CHECK(node.contains("done") == session.done.has_value());
}

void check_phase(const json& node, const PhaseSpan& span) {
  CHECK(day_of(node.at("first_day")) == span.days.begin);
  CHECK(day_of(node.at("last_day")) + std::chrono::days{1} == span.days.end);
  CHECK(day_of(node.at("earliest_last_day")) + std::chrono::days{1} == span.earliest_end);
  CHECK(day_of(node.at("latest_last_day")) + std::chrono::days{1} == span.latest_end);
  CHECK(node.at("planned_days") == span.planned);
}

void check_data(const Plan& plan) {
  const json data = data_of(plan);
  REQUIRE(data.at("sessions").size() == plan.sessions.size());
  REQUIRE(data.at("routines").size() == plan.routines.size());
  REQUIRE(data.at("phases").size() == plan.phases.size());
  REQUIRE(data.at("changes").size() == plan.changes.size());
  CHECK(data.at("plan").at("sessions") == plan.sessions.size());
  CHECK(day_of(data.at("plan").at("first_day")) == plan.days.begin);
  for (std::size_t i = 0; i < plan.sessions.size(); ++i) check_session(plan, data.at("sessions")[i], plan.sessions[i]);
  for (std::size_t i = 0; i < plan.phases.size(); ++i) check_phase(data.at("phases")[i], plan.phases[i]);
  for (std::size_t i = 0; i < plan.changes.size(); ++i) CHECK(day_of(data.at("changes")[i].at("date")) == plan.changes[i].date);
  for (std::size_t i = 0; i < plan.routines.size(); ++i) {
    const Routine& routine = plan.routines[i];
    const json& node = data.at("routines")[i];
    check_figure(plan, node, "pain_max", routine.pain_max);
    REQUIRE(node.at("doses").size() == routine.doses);
    for (std::size_t d = 0; d < routine.doses; ++d) check_dose(plan, routine, node.at("doses")[d], plan.doses_of(routine)[d]);
  }
}

}  // namespace

TEST_CASE("the data of every protocol and severity gives the plan's dates and numbers back", "[json]") {
  for (const Case& intake : eyes::all_cases()) {
    INFO(intake.protocol << " " << name(intake.severity));
    check_data(eyes::plan(intake));
  }
}

TEST_CASE("the data of a plan that follows a diary gives its dates and numbers back", "[json]") {
  for (const Case& intake : eyes::all_cases()) {
    INFO(intake.protocol << " " << name(intake.severity));
    check_data(followed::plan(eyes::builtin(), followed::person(eyes::builtin(), intake.protocol, 25, 8, intake.severity)));
  }
}

TEST_CASE("the data of any plan gives its dates and numbers back", "[json][laws]") {
  CHECK(rc::check("random plans", [] {
    const Situation situation = rehab_test::random_lived();
    const Result<Plan> plan = make_plan(situation.catalog, situation.intake);
    RC_PRE(plan.value.has_value());
    check_data(*plan);
  }));
}
