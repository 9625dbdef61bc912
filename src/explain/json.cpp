// An explanation as JSON; export/json_sheet.hpp has the conventions. A number is a row of its own:
//
//   {"of": "sets", "value": {"min": 2, "max": 2}, "confidence": "assumed",
//    "severities": [{"severity": "severe", "value": {"min": 3, "max": 3}}],
//    "weeks": [{"first": 1, "last": 2, "value": {"min": 3, "max": 3}}, {"first": 3, "last": 3, "value": {"min": 2, "max": 2}}]}
//
// Without `value`: not stated. `severities` are those that get something else, `weeks` those of the phase where they differ.
#include "explain/figures.hpp"
#include "export/change_rule.hpp"
#include "export/json_knowledge.hpp"
#include "export/json_plan.hpp"
#include "export/json_routine.hpp"
#include "export/loads.hpp"
#include "export/wording.hpp"
#include "plan/intake.hpp"
#include "rehab/explain.hpp"

namespace rehab {
namespace explain {
namespace {

using Layout = text::JsonWriter::Layout;

struct Sheet : PlanSheet {
  const Explanation& why;
};

// --- Rows

void write_value(const Sheet&, std::monostate) {}

void write_value(const Sheet& sheet, const Range& range) {
  sheet.json.open_object("value");
  sheet.range(range);
  sheet.json.close();
}

void write_value(const Sheet& sheet, const Tempo& tempo) {
  sheet.json.open_object("value");
  if (tempo.lift) sheet.json.member("lift", *tempo.lift);
  if (tempo.hold) sheet.json.member("hold", *tempo.hold);
  if (tempo.lower) sheet.json.member("lower", *tempo.lower);
  if (tempo.pass) sheet.json.member("pass", *tempo.pass);
  sheet.json.close();
}

void write_value(const Sheet& sheet, double number) { sheet.json.member("value", number); }
void write_value(const Sheet& sheet, bool truth) { sheet.json.member("value", truth); }
void write_value(const Sheet& sheet, const LoadName& load) { sheet.json.member("value", load_id(sheet.plan.protocol(), load)); }
void write_value(const Sheet& sheet, DoseSide side) { sheet.json.member("value", name(side)); }
void write_value(const Sheet& sheet, SideOrder order) { sheet.json.member("value", name(order)); }
void write_value(const Sheet& sheet, Index<Exercise> exercise) { sheet.id("value", exercise); }

void write(const Sheet& sheet, const FactValue& value) {
  std::visit([&sheet](const auto& shown) { write_value(sheet, shown); }, value);
}

void write(const Sheet& sheet, const ForSeverity& other) {
  sheet.json.open_object();
  sheet.json.member("severity", name(other.severity));
  write(sheet, other.value);
  sheet.json.close();
}

void write(const Sheet& sheet, const ForWeeks& spell) {
  sheet.json.open_object();
  sheet.json.member("first", spell.first);
  sheet.json.member("last", spell.last);
  write(sheet, spell.value);
  sheet.json.close();
}

template <class T>
void write_all(const Sheet& sheet, std::string_view key, const std::vector<T>& list) {
  if (list.empty()) return;
  sheet.json.open_array(key);
  for (const T& entry : list) write(sheet, entry);
  sheet.json.close();
}

void write(const Sheet& sheet, const ExplainedFigure& figure) {
  sheet.json.open_object(Layout::row);
  sheet.json.member("of", name(figure.fact));
  write(sheet, figure.value);
  if (figure.value != FactValue{}) sheet.origin(figure.origin);
  write_all(sheet, "severities", figure.severities);
  write_all(sheet, "weeks", figure.weeks);
  sheet.json.close();
}

// --- What they stand in

template <class T>
void write_names(const Sheet& sheet, std::string_view key, const std::vector<T>& list) {
  if (list.empty()) return;
  sheet.json.open_array(key, Layout::row);
  for (const T entry : list) sheet.json.value(name(entry));
  sheet.json.close();
}

void write_changes(const Sheet& sheet, const std::vector<std::uint32_t>& list) {
  if (list.empty()) return;
  sheet.json.open_array("changes");
  for (const std::uint32_t i : list) {
    const Change& change = sheet.plan.changes[i];
    if (is_dated(sheet.plan)) {
      write_change(sheet, change);
      continue;
    }
    sheet.json.open_object();
    sheet.json.member("rule", rule_of(change).id);
    write_change_members(sheet, sheet.plan, change);
    sheet.json.close();
  }
  sheet.json.close();
}

void write_ladder(const Sheet& sheet, const DosePlace& place) {
  if (!place.dose.ladder) return;
  const Ladder& ladder = place.protocol().ladders[*place.dose.ladder];
  sheet.json.open_object("ladder");
  sheet.json.member("id", std::string_view(ladder.id));
  write_list(sheet, "up_when", ladder.up_when);
  sheet.json.close();
}

void write_dose(const Sheet& sheet, std::uint16_t span, const ExplainedDose& dose) {
  const DosePlace place{sheet.plan, span, sheet.plan.doses[dose.dose]};
  sheet.json.open_object();
  sheet.id("exercise", place.dose.exercise);
  sheet.id("instead_of", place.dose.instead_of);
  sheet.id("cite", place.dose.cite);
  write_all(sheet, "figures", dose.figures);
  write_names(sheet, "not_stated", dose.not_stated);
  write_ladder(sheet, place);
  if (dose.closed_rung) sheet.json.member("closed_rung", *dose.closed_rung);
  if (const Load* load = place.load()) write_list(sheet, "step_when", load->step_when);
  write_changes(sheet, dose.changes);
  sheet.texts("notes", dose.notes);
  sheet.json.close();
}

void write_sessions(const Sheet& sheet, const ExplainedWorkout& workout) {
  if (workout.sessions.empty() || !is_dated(sheet.plan)) return;
  sheet.json.open_array("sessions");
  for (const std::uint32_t i : workout.sessions) {
    const Session& session = sheet.plan.sessions[i];
    sheet.json.open_object(Layout::row);
    write_when(sheet, session);
    write_report(sheet, session);
    sheet.json.close();
  }
  sheet.json.close();
}

void write_workout(const Sheet& sheet, std::uint16_t span, const ExplainedWorkout& workout) {
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(sheet.plan.phase_of(sheet.plan.phases[span]).workouts[workout.workout].id));
  write_sessions(sheet, workout);
  write_all(sheet, "figures", workout.figures);
  write_names(sheet, "not_for", workout.not_for);
  sheet.json.open_array("doses");
  for (const ExplainedDose& dose : workout.doses) write_dose(sheet, span, dose);
  sheet.json.close();
  write_changes(sheet, workout.changes);
  sheet.texts("notes", workout.notes);
  sheet.json.close();
}

void write(const Sheet& sheet, const ExplainedPhase& phase) {
  const Phase& written = sheet.plan.phase_of(sheet.plan.phases[phase.span]);
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(written.id));
  sheet.json.member("first_week", phase.first_week);
  sheet.json.member("last_week", phase.last_week);
  sheet.json.open_array("workouts");
  for (const ExplainedWorkout& workout : phase.workouts) write_workout(sheet, phase.span, workout);
  sheet.json.close();
  write_all(sheet, "figures", phase.figures);
  write_names(sheet, "not_for", phase.not_for);
  write_list(sheet, "limits", written.limits);
  write_changes(sheet, phase.changes);
  sheet.texts("notes", phase.notes);
  sheet.texts("pain_notes", phase.pain_notes);
  sheet.json.close();
}

void write(const Sheet& sheet, const OtherCourse& other) {
  sheet.json.open_object(Layout::row);
  sheet.json.member("severity", name(other.severity));
  if (other.phase) {
    sheet.json.member("phase", std::string_view(sheet.plan.protocol().phases[*other.phase].id));
    sheet.json.member("week_of_phase", other.week_of_phase);
  }
  sheet.json.close();
}

void write(const Sheet& sheet, const ExplainedSource& cited) {
  sheet.json.open_object();
  sheet.json.key("source");
  write_json(sheet, sheet.catalog[cited.source]);
  sheet.json.open_array("evidence");
  for (const std::uint16_t e : cited.evidence) write_json(sheet, sheet.plan.protocol().evidence[e]);
  sheet.json.close();
  sheet.json.close();
}

// --- The whole

void write_no_training(const Sheet& sheet) {
  if (!sheet.why.no_training) return;
  sheet.json.open_object("no_training", Layout::row);
  sheet.json.member("why", name(sheet.why.no_training->why));
  if (sheet.why.no_training->next && is_dated(sheet.plan))
    sheet.date("next", sheet.plan.sessions[*sheet.why.no_training->next].date);
  sheet.json.close();
}

void write_head(const Sheet& sheet) {
  const Protocol& protocol = sheet.plan.protocol();
  sheet.json.member("protocol", std::string_view(protocol.id));
  sheet.json.member("version", std::string_view(protocol.version));
  sheet.text("hash", protocol.hash);
  sheet.json.member("severity", name(sheet.plan.intake.severity));
  sheet.json.member("needs_clearance", plan::needs_clearance(sheet.catalog, protocol, sheet.plan.intake.severity));
  if (sheet.why.date) sheet.date("date", *sheet.why.date);
  if (sheet.why.week > 0) sheet.json.member("week", sheet.why.week);
  sheet.json.member("weeks", sheet.plan.weeks);
}

}  // namespace
}  // namespace explain

std::string explanation_json(const Explanation& explanation) {
  std::string out, scratch;
  text::JsonWriter json(out);
  const explain::Sheet sheet{sheet_of(json, explanation.plan, scratch), explanation};
  open_page(json, explanation.plan.catalog, "rehab-explanation");
  explain::write_head(sheet);
  explain::write_no_training(sheet);
  explain::write_all(sheet, "phases", explanation.phases);
  explain::write_all(sheet, "others", explanation.others);
  explain::write_all(sheet, "sources", explanation.sources);
  json.close();
  out += '\n';
  return out;
}

}  // namespace rehab
