// A protocol as JSON: its file, key by key, and all that it refers to. json_sheet.hpp has the conventions.
#include "export/json_knowledge.hpp"
#include "export/json_protocol.hpp"
#include "export/loads.hpp"
#include "protocol/effective.hpp"
#include "rehab/export.hpp"

namespace rehab {
namespace {

using Layout = text::JsonWriter::Layout;

Origin origin(const JsonSheet& sheet, const Provenance& provenance, std::string_view key) {
  return rehab::protocol::origin_of(*sheet.catalog, provenance, key);
}

// --- Doses -------------------------------------------------------------------------------------------------

void write_numbers(const JsonSheet& sheet, const Protocol& protocol, const DoseNumbers& n) {
  const Provenance& from = n.provenance;
  sheet.amount("sets", n.sets, from);
  sheet.amount("reps", n.reps, from);
  sheet.amount("hold_s", n.hold_s, from);
  sheet.amount("duration_min", n.duration_min, from);
  if (n.as_tolerated) sheet.flag("as_tolerated", true, origin(sheet, from, "as_tolerated"));
  sheet.amount("distance_m", n.distance_m, from);
  sheet.amount("effort_percent", n.effort_percent, from);
  sheet.tempo("tempo_s", n.tempo_s, origin(sheet, from, "tempo_s"));
  sheet.amount("rest_s", n.rest_s, from);
  sheet.amount("rest_between_reps_s", n.rest_between_reps_s, from);
  if (n.load) sheet.word("load", load_id(protocol, *n.load), origin(sheet, from, "load"));
  if (n.side) sheet.word("side", name(*n.side), origin(sheet, from, "side"));
  if (n.order) sheet.word("order", name(*n.order), origin(sheet, from, "order"));
  if (n.to_failure) sheet.flag("to_failure", *n.to_failure, origin(sheet, from, "to_failure"));
  sheet.number("weekly_rise_max_percent", n.weekly_rise_max_percent, from);
  sheet.provenance(from);
}

void write_partial(const JsonSheet& sheet, const Protocol& protocol, const PartialDose& dose) {
  sheet.id("exercise", dose.exercise);
  write_numbers(sheet, protocol, dose.numbers);
}

void write_dose(const JsonSheet& sheet, const Protocol& protocol, const Dose& dose) {
  sheet.json.open_object();
  sheet.ids("exercises", dose.exercises);
  if (dose.ladder) sheet.json.member("ladder", std::string_view(protocol.ladders[*dose.ladder].id));
  sheet.amount("rungs", dose.rungs, dose.numbers.provenance);
  write_numbers(sheet, protocol, dose.numbers);
  sheet.json.close();
}

// --- Phases ------------------------------------------------------------------------------------------------

void write_workout(const JsonSheet& sheet, const Protocol& protocol, const Workout& workout) {
  sheet.json.open_object();
  write_workout_rules(sheet, protocol, workout);
  if (!workout.only.empty()) {
    sheet.json.open_array("only", Layout::row);
    for (const Severity s : workout.only) sheet.json.value(name(s));
    sheet.json.close();
  }
  sheet.json.open_array("doses");
  for (const Dose& dose : workout.doses) write_dose(sheet, protocol, dose);
  sheet.json.close();
  sheet.json.close();
}

void write_extra(const JsonSheet& sheet, const Phase& phase) {
  if (phase.extra.empty()) return;
  sheet.json.open_array("extra");
  for (const Extra& extra : phase.extra) {
    sheet.json.open_object();
    sheet.id("tag", extra.tag);
    sheet.number("days", std::optional(extra.days), extra.provenance);
    sheet.provenance(extra.provenance);
    sheet.json.close();
  }
  sheet.json.close();
}

void write_phase(const JsonSheet& sheet, const Protocol& protocol, const Phase& phase) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(phase.id));
  sheet.text("title", phase.title);
  sheet.number("weeks", phase.weeks, phase.provenance);
  sheet.number("days", phase.days, phase.provenance);
  sheet.number("weeks_min", phase.weeks_min, phase.provenance);
  sheet.number("days_min", phase.days_min, phase.provenance);
  sheet.number("weeks_max", phase.weeks_max, phase.provenance);
  sheet.number("days_max", phase.days_max, phase.provenance);
  write_extra(sheet, phase);
  write_phase_rules(sheet, protocol, phase);
  sheet.json.open_array("workouts");
  for (const Workout& workout : phase.workouts)
    if (plays(workout, sheet.severity)) write_workout(sheet, protocol, workout);
  sheet.json.close();
  sheet.provenance(phase.provenance);
  sheet.json.close();
}

// --- Loads, ladders, substitutes ---------------------------------------------------------------------------

void write_ladder(const JsonSheet& sheet, const Protocol& protocol, const Ladder& ladder) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(ladder.id));
  sheet.text("title", ladder.title);
  write_list(sheet, "up_when", ladder.up_when);
  write_list(sheet, "limits", ladder.limits);
  sheet.json.open_array("rungs");
  for (const PartialDose& rung : ladder.rungs) {
    sheet.json.open_object();
    write_partial(sheet, protocol, rung);
    sheet.json.close();
  }
  sheet.json.close();
  sheet.provenance(ladder.provenance);
  sheet.json.close();
}

void write_substitute(const JsonSheet& sheet, const Protocol& protocol, const Substitute& substitute) {
  sheet.json.open_object();
  sheet.id("replaces", substitute.replaces);
  write_partial(sheet, protocol, substitute.with);
  sheet.json.close();
}

// What is assumed has no source and no provenance: it is ours by its place.
void write_assumption(const JsonSheet& sheet, const Protocol&, const Assumption& a) {
  const Provenance ours;
  sheet.json.open_object();
  sheet.json.member("kind", name(a.kind));
  sheet.tempo("tempo_s", a.tempo_s, {});
  sheet.amount("rest_s", a.rest_s, ours);
  sheet.amount("rest_between_reps_s", a.rest_between_reps_s, ours);
  if (a.side) sheet.word("side", name(*a.side), {});
  sheet.json.close();
}

template <class T>
void write_each(const JsonSheet& sheet, const Protocol& protocol, std::string_view key, const std::vector<T>& list,
                void (*write)(const JsonSheet&, const Protocol&, const T&)) {
  sheet.json.open_array(key);
  for (const T& entry : list) write(sheet, protocol, entry);
  sheet.json.close();
}

void write_ramp(const JsonSheet& sheet, const RampBack& ramp) {
  sheet.json.open_object("ramp_back");
  sheet.number("after_days_off", std::optional(ramp.after_days_off), ramp.provenance);
  sheet.number("over_days", std::optional(ramp.over_days), ramp.provenance);
  sheet.number("start_percent", std::optional(ramp.start_percent), ramp.provenance);
  sheet.provenance(ramp.provenance);
  sheet.json.close();
}

}  // namespace

std::string show_protocol_json(const Catalog& catalog, const Protocol& protocol, std::optional<Severity> severity) {
  std::string out;
  text::JsonWriter json(out);
  const JsonSheet sheet{json, catalog, severity};
  open_page(json, catalog, "rehab-protocol");
  json.open_object("protocol");
  write_frame(sheet, protocol);
  write_each(sheet, protocol, "assume", protocol.assume, write_assumption);
  write_list(sheet, "loads", protocol.loads);
  write_each(sheet, protocol, "ladders", protocol.ladders, write_ladder);
  write_each(sheet, protocol, "instead", protocol.instead, write_substitute);
  if (protocol.ramp_back) write_ramp(sheet, *protocol.ramp_back);
  json.open_array("phases");
  for (const Phase& phase : protocol.phases)
    if (plays(phase, severity)) write_phase(sheet, protocol, phase);
  json.close();
  write_list(sheet, "advice", protocol.advice);
  write_list(sheet, "evidence", protocol.evidence);
  json.close();
  write_tables(sheet, protocol, references_of(catalog, protocol, severity));
  json.close();
  out += '\n';
  return out;
}

}  // namespace rehab
