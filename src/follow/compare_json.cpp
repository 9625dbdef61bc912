// What changed from one revision of a plan to the next, as data: "plan" (the one after), "before", "same", "reasons", and what
// became of sessions, doses and phases.
#include "export/json_routine.hpp"
#include "follow/sheet.hpp"

namespace rehab {
namespace {

using Layout = text::JsonWriter::Layout;

void write_moves(const PlanSheet& before, const PlanSheet& after, std::string_view key, const std::vector<Move>& moves) {
  after.json.open_array(key);
  for (const Move& move : moves) {
    after.json.open_object(Layout::row);
    after.json.key("before");
    follow::write_brief(before, before.plan.sessions[move.before]);
    after.json.key("after");
    follow::write_brief(after, after.plan.sessions[move.after]);
    after.json.close();
  }
  after.json.close();
}

void write_one(const PlanSheet& sheet, std::string_view key, const Phase& phase, const PlannedDose& dose) {
  sheet.json.key(key);
  write_dose(sheet, sheet.plan, phase, dose);
}

void write_doses(const PlanSheet& before, const PlanSheet& after, const std::vector<DoseChange>& doses) {
  after.json.open_array("doses");
  for (const DoseChange& change : doses) {
    after.json.open_object();
    const Phase& phase = after.plan.protocol().phases[change.phase];
    after.json.member("phase", std::string_view(phase.id));
    after.date("first_day", change.first);
    after.date("last_day", change.last);
    after.json.member("sessions", change.sessions);
    write_one(before, "before", phase, before.plan.doses[change.before]);
    write_one(after, "after", phase, after.plan.doses[change.after]);
    after.json.close();
  }
  after.json.close();
}

void write_visit(const PlanSheet& sheet, std::string_view key, std::optional<std::uint16_t> span) {
  if (!span) return;
  sheet.json.open_object(key);
  write_span(sheet, sheet.plan.phases[*span]);
  sheet.json.close();
}

void write_phases(const PlanSheet& before, const PlanSheet& after, const std::vector<PhaseMove>& phases) {
  after.json.open_array("phases");
  for (const PhaseMove& move : phases) {
    after.json.open_object();
    write_visit(before, "before", move.before);
    write_visit(after, "after", move.after);
    after.json.close();
  }
  after.json.close();
}

}  // namespace

std::string comparison_json(const Comparison& comparison) {
  follow::Sheet page(comparison.after, "rehab-comparison");
  const PlanSheet& after = page.sheet;
  const PlanSheet before = page.of(comparison.before);
  follow::write_plan(before, "before");
  after.json.member("same", comparison.same());
  follow::write_changes(after, "reasons", comparison.reasons);
  follow::write_sessions(before, "cancelled", comparison.cancelled);
  follow::write_sessions(after, "added", comparison.added);
  write_moves(before, after, "moved", comparison.moved);
  write_moves(before, after, "refilled", comparison.refilled);
  write_doses(before, after, comparison.doses);
  write_phases(before, after, comparison.phases);
  return page.close();
}

}  // namespace rehab
