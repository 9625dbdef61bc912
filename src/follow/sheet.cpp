#include "follow/sheet.hpp"

#include "export/json_protocol.hpp"

namespace rehab::follow {

using Layout = text::JsonWriter::Layout;

Sheet::Sheet(const Plan& plan, std::string_view format) : sheet(sheet_of(json_, plan, scratch_)) {
  open_page(json_, plan.catalog, format);
  write_plan(sheet, "plan");
}

std::string Sheet::close() {
  json_.close();
  out_ += '\n';
  return std::move(out_);
}

void write_plan(const PlanSheet& sheet, std::string_view key) {
  const Plan& plan = sheet.plan;
  sheet.json.open_object(key);
  sheet.uuid("id", plan.id);
  sheet.json.member("protocol", std::string_view(plan.protocol().id));
  sheet.json.member("severity", name(plan.intake.severity));
  sheet.range_of_days(plan.days);
  write_revision(sheet);
  sheet.json.close();
}

void write_brief(const PlanSheet& sheet, const Session& session) {
  const Routine& routine = sheet.plan.routine_of(session);
  sheet.json.open_object(Layout::row);
  write_when(sheet, session);
  sheet.json.open_array("workouts", Layout::row);
  for (const Workout& workout : sheet.plan.phase_of(sheet.plan.phases[routine.phase]).workouts)
    if (((routine.workouts >> workout.number) & 1u) != 0) sheet.json.value(std::string_view(workout.id));
  sheet.json.close();
  write_report(sheet, session);
  sheet.json.close();
}

void write_sessions(const PlanSheet& sheet, std::string_view key, std::span<const std::uint32_t> sessions) {
  sheet.json.open_array(key);
  for (const std::uint32_t i : sessions) write_brief(sheet, sheet.plan.sessions[i]);
  sheet.json.close();
}

void write_changes(const PlanSheet& sheet, std::string_view key, std::span<const std::uint32_t> changes) {
  sheet.json.open_array(key);
  for (const std::uint32_t i : changes) write_change(sheet, sheet.plan.changes[i]);
  sheet.json.close();
}

}  // namespace rehab::follow
