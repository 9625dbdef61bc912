#include "export/json_routine.hpp"

#include "export/change_rule.hpp"
#include "export/json_knowledge.hpp"
#include "export/json_protocol.hpp"
#include "export/loads.hpp"
#include "rehab/export.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

using Layout = text::JsonWriter::Layout;

void write_figure(const JsonSheet& sheet, std::string_view key, const Figure& figure) {
  if (!figure.value) return;
  sheet.json.open_object(key, Layout::row);
  sheet.range(*figure.value);
  sheet.origin(figure.origin);
  sheet.json.close();
}

void write_volume(const JsonSheet& sheet, const PlannedDose& dose) {
  write_figure(sheet, "sets", dose.sets);
  write_figure(sheet, "reps", dose.reps);
  write_figure(sheet, "hold_s", dose.hold_s);
  write_figure(sheet, "duration_min", dose.duration_min);
  if (dose.as_tolerated) sheet.flag("as_tolerated", true, dose.as_tolerated_origin);
  write_figure(sheet, "distance_m", dose.distance_m);
  write_figure(sheet, "effort_percent", dose.effort_percent);
  sheet.tempo("tempo_s", dose.tempo_s, dose.tempo_origin);
  write_figure(sheet, "rest_s", dose.rest_s);
  write_figure(sheet, "rest_between_reps_s", dose.rest_between_reps_s);
}

void write_ladder(const JsonSheet& sheet, const Protocol& protocol, const PlannedDose& dose) {
  if (!dose.ladder) return;
  write_figure(sheet, "rungs", {Range{dose.rung, dose.last_rung}, dose.rungs_origin});
  const Ladder& ladder = protocol.ladders[*dose.ladder];
  sheet.json.open_object("ladder");
  sheet.json.member("id", std::string_view(ladder.id));
  sheet.text("title", ladder.title);
  sheet.json.open_array("exercises", Layout::row);
  for (const PartialDose& rung : ladder.rungs) sheet.json.value(std::string_view(sheet.catalog[rung.exercise].id));
  sheet.json.close();
  write_list(sheet, "up_when", ladder.up_when);
  write_list(sheet, "limits", ladder.limits);
  sheet.provenance(ladder.provenance);
  sheet.json.close();
}

void write_load(const JsonSheet& sheet, const Plan& plan, const PlannedDose& dose) {
  if (!dose.load) return;
  sheet.word("load", load_id(plan.protocol(), *dose.load), dose.load_origin);
  if (dose.load->kind != LoadName::Kind::named) return;
  sheet.json.member("load_steps", dose.load_steps);
  const std::optional<LoadNow> now = load_now(plan, dose);
  if (!now) return;
  sheet.json.open_object("load_now", Layout::row);
  sheet.json.member("value", now->value);
  sheet.json.member("unit", now->unit);
  sheet.origin(now->origin);
  sheet.json.close();
}

}  // namespace

void write_dose(const JsonSheet& sheet, const Plan& plan, const Phase& phase, const PlannedDose& dose) {
  sheet.json.open_object();
  sheet.id("exercise", dose.exercise);
  if (dose.instead_of) sheet.word("instead_of", sheet.catalog[dose.instead_of].id, dose.substitution);
  sheet.json.member("workout", std::string_view(phase.workouts[dose.workout].id));
  write_volume(sheet, dose);
  write_load(sheet, plan, dose);
  sheet.json.member("volume_percent", dose.volume_percent);
  if (dose.side) sheet.word("side", name(*dose.side), dose.side_origin);
  if (dose.order) sheet.word("order", name(*dose.order), dose.order_origin);
  if (dose.to_failure) sheet.flag("to_failure", true, dose.to_failure_origin);
  write_ladder(sheet, plan.protocol(), dose);
  sheet.id("cite", dose.cite);
  sheet.json.close();
}

void write_routine(const JsonSheet& sheet, const Plan& plan, const Routine& routine) {
  const PhaseSpan& span = plan.phases[routine.phase];
  const Phase& phase = plan.phase_of(span);
  sheet.json.open_object();
  sheet.json.member("phase", std::string_view(phase.id));
  sheet.json.member("visit", span.visit);
  sheet.json.member("week", routine.week);
  sheet.json.member("week_of_phase", routine.week_of_phase);
  sheet.json.open_array("workouts", Layout::row);
  for (const Workout& workout : phase.workouts)
    if ((routine.workouts >> workout.number) & 1u) sheet.json.value(std::string_view(workout.id));
  sheet.json.close();
  sheet.json.member("length_min", static_cast<std::int64_t>(routine.length.count()));
  write_figure(sheet, "pain_max", routine.pain_max);
  sheet.json.open_array("doses");
  for (const PlannedDose& dose : plan.doses_of(routine)) write_dose(sheet, plan, phase, dose);
  sheet.json.close();
  sheet.json.close();
}

namespace {

// What the diary decided, and on what ground.
void write_ground(const JsonSheet& sheet, const Plan& plan, const Change& change) {
  const Protocol& protocol = plan.protocol();
  sheet.json.member("cause", name(change.cause));
  sheet.json.open_object("seen", Layout::row);
  std::string day;
  text::append_date(day, change.seen.date);
  sheet.json.member("date", std::string_view(day));
  sheet.json.member("slot", name(change.seen.slot));
  sheet.json.close();
  sheet.id("measure", change.measure);
  if (change.value) sheet.json.member("value", *change.value);
  if (change.bound) sheet.json.member("bound", *change.bound);
  if (change.limit) sheet.json.member("limit", std::string_view(limit_of(protocol, *change.limit).id));
  if (change.red_flag) sheet.json.member("red_flag", std::string_view(plan.catalog->red_flags[change.red_flag.value].id));
  if (change.ladder) sheet.json.member("ladder", std::string_view(protocol.ladders[*change.ladder].id));
  if (change.workouts == 0) return;
  sheet.json.open_array("workouts", Layout::row);
  for (std::uint8_t i = 0; i < 64; ++i)
    if (((change.workouts >> i) & 1u) != 0) sheet.json.value(workout_id(protocol, i));
  sheet.json.close();
}

}  // namespace

void write_change_members(const JsonSheet& sheet, const Plan& plan, const Change& change) {
  const ChangeRule& rule = rule_of(change);
  sheet.id("exercise", change.exercise);
  sheet.id("other", change.other);
  sheet.id("tag", change.tag);
  if (rule.asked) sheet.json.member("asked", change.asked);
  if (rule.given) sheet.json.member("given", change.given);
  if (rule.origin) sheet.origin(change.origin);
  if (is_from_diary(change)) write_ground(sheet, plan, change);
  sheet.json.member("projected", is_projected(plan, change));
  sheet.json.member("sentence", std::string_view(describe(plan, change)));
}

}  // namespace rehab
