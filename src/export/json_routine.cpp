#include "export/json_routine.hpp"

#include "export/change_rule.hpp"
#include "export/json_knowledge.hpp"
#include "export/json_protocol.hpp"
#include "rehab/export.hpp"

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
  if (dose.as_tolerated) sheet.json.member("as_tolerated", true);
  write_figure(sheet, "distance_m", dose.distance_m);
  write_figure(sheet, "effort_percent", dose.effort_percent);
  sheet.tempo("tempo_s", dose.tempo_s, dose.tempo_origin);
  write_figure(sheet, "rest_s", dose.rest_s);
  write_figure(sheet, "rest_between_reps_s", dose.rest_between_reps_s);
}

void write_ladder(const JsonSheet& sheet, const Protocol& protocol, const PlannedDose& dose) {
  if (!dose.ladder) return;
  const Ladder& ladder = protocol.ladders[*dose.ladder];
  sheet.json.open_object("ladder");
  sheet.json.member("id", std::string_view(ladder.id));
  sheet.text("title", ladder.title);
  sheet.json.member("rung", dose.rung);
  sheet.json.member("last_rung", dose.last_rung);
  sheet.json.open_array("exercises", Layout::row);
  for (const PartialDose& rung : ladder.rungs) sheet.json.value(std::string_view(sheet.catalog[rung.exercise].id));
  sheet.json.close();
  write_list(sheet, "up_when", ladder.up_when);
  write_list(sheet, "limits", ladder.limits);
  sheet.provenance(ladder.provenance);
  sheet.json.close();
}

void write_dose(const JsonSheet& sheet, const Protocol& protocol, const Phase& phase, const PlannedDose& dose) {
  sheet.json.open_object();
  sheet.id("exercise", dose.exercise);
  if (dose.instead_of) sheet.word("instead_of", sheet.catalog[dose.instead_of].id, dose.substitution);
  sheet.json.member("workout", std::string_view(phase.workouts[dose.workout].id));
  write_volume(sheet, dose);
  if (dose.load) sheet.word("load", load_id(protocol, *dose.load), dose.load_origin);
  if (dose.side) sheet.word("side", name(*dose.side), dose.side_origin);
  if (dose.order) sheet.word("order", name(*dose.order), dose.order_origin);
  sheet.json.member("to_failure", dose.to_failure);
  write_ladder(sheet, protocol, dose);
  sheet.id("cite", dose.cite);
  sheet.json.close();
}

}  // namespace

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
  for (const PlannedDose& dose : plan.doses_of(routine)) write_dose(sheet, plan.protocol(), phase, dose);
  sheet.json.close();
  sheet.json.close();
}

void write_change_members(const JsonSheet& sheet, const Plan& plan, const Change& change) {
  const ChangeRule& rule = rule_of(change);
  sheet.id("exercise", change.exercise);
  sheet.id("other", change.other);
  sheet.id("tag", change.tag);
  if (rule.asked) sheet.json.member("asked", change.asked);
  if (rule.given) sheet.json.member("given", change.given);
  if (rule.origin) sheet.origin(change.origin);
  sheet.json.member("sentence", std::string_view(describe(plan, change)));
}

}  // namespace rehab
