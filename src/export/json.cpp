// A plan as JSON, whole: what was asked, the protocol's frame, dated phases, routines, sessions, changes, and every table that
// these refer to. json_sheet.hpp has the conventions; sessions stand one a line:
//
//   {"id": "…", "date": "2026-12-01", "time": "07:30", "zone": "Europe/Berlin", "local": "2026-12-01T07:30:00+01:00",
//    "utc": "2026-12-01T06:30:00Z", "part": "morning", "ordinal": 0, "routine": 0}
//
// Without a zone there is neither `zone` nor `utc`, and `local` has no offset. `done` (all, part, none) and `pain` (0 to 10) stand
// where they were reported.
//
// What a plan says beside its protocol:
// - plan: `revision`, how many diary entries were known; `as_of`, the last lived slot, absent where nothing was lived; `ending`:
//   continue, review or stopped;
// - case: all that was asked when the plan was made, and nothing of the diary;
// - a phase: `last_day` is projected, `earliest_last_day` and `latest_last_day` if all goes at its shortest or its longest;
// - a dose: `sets`, `reps` and the like as they are to be done; of these, `volume_percent` is what is left of the protocol's,
//   `load_steps` how many steps the load is above (below: negative) where the person began, `load_now` today's load; `rungs` goes
//   from the rung that the dose begins on to the last that is open;
// - a change: `rule`, and of a decision of the diary `cause`, `seen` (the slot that decided), `measure`, `value` and `bound`,
//   `limit`, `red_flag`, `ladder`, `workouts`.
#include <string>

#include "export/formats.hpp"
#include "export/json_knowledge.hpp"
#include "export/json_plan.hpp"
#include "export/json_protocol.hpp"
#include "export/json_routine.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

using std::chrono::local_days;
using std::chrono::minutes;
using Layout = text::JsonWriter::Layout;

// --- What was asked ----------------------------------------------------------------------------------------

void write_times(const PlanSheet& sheet) {
  sheet.json.open_object("times", Layout::row);
  for (std::size_t i = 0; i < part_names.size(); ++i)
    if (const std::optional<minutes>& time = sheet.plan.intake.times[i]) sheet.time(part_names[i], *time);
  sheet.json.close();
}

void write_free_days(const PlanSheet& sheet) {
  const Case& intake = sheet.plan.intake;
  sheet.json.open_array("days", Layout::row);
  for (unsigned i = 1; i <= 7; ++i)
    if (intake.days.contains(std::chrono::weekday{i})) sheet.json.value(weekday_names[i % 7]);
  sheet.json.close();
  if (intake.away.empty()) return;
  sheet.json.open_array("away");
  for (const DayRange& range : intake.away) {
    sheet.json.open_object(Layout::row);
    sheet.range_of_days(range);
    sheet.json.close();
  }
  sheet.json.close();
}

void write_case(const PlanSheet& sheet) {
  const Case& intake = sheet.plan.intake;
  sheet.json.open_object("case");
  sheet.text("id", intake.id);
  sheet.json.member("protocol", std::string_view(intake.protocol));
  sheet.json.member("severity", name(intake.severity));
  if (intake.side) sheet.json.member("side", name(*intake.side));
  if (intake.age) sheet.json.member("age", *intake.age);
  if (intake.sex) sheet.json.member("sex", name(*intake.sex));
  sheet.date("start", intake.start);
  sheet.text("zone", intake.zone);
  write_times(sheet);
  write_free_days(sheet);
  if (intake.equipment) {
    sheet.json.open_array("equipment", Layout::row);
    for (const std::string& id : *intake.equipment) sheet.json.value(std::string_view(id));
    sheet.json.close();
  }
  sheet.texts("with", intake.with);
  sheet.texts("tags", intake.tags);
  if (intake.clearance) {
    sheet.json.open_object("clearance", Layout::row);
    sheet.json.member("by", std::string_view(intake.clearance->by));
    sheet.date("on", intake.clearance->on);
    sheet.json.close();
  }
  sheet.json.close();
}

// --- The whole ---------------------------------------------------------------------------------------------

void write_plan(const PlanSheet& sheet) {
  const Plan& plan = sheet.plan;
  sheet.json.open_object("plan");
  sheet.uuid("id", plan.id);
  write_revision(sheet);
  sheet.json.member("weeks", plan.weeks);
  sheet.range_of_days(plan.days);
  sheet.json.member("sessions", static_cast<std::int64_t>(plan.sessions.size()));
  sheet.json.open_array("review_days", Layout::row);
  for (const local_days day : plan.reviews) {
    sheet.scratch.clear();
    text::append_date(sheet.scratch, day);
    sheet.json.value(std::string_view(sheet.scratch));
  }
  sheet.json.close();
  sheet.json.close();
}

// Whether a dose of the plan has this load: index into Protocol::loads.
bool is_lifted(const Plan& plan, std::size_t load) {
  return std::any_of(plan.doses.begin(), plan.doses.end(), [load](const PlannedDose& dose) {
    return dose.load && dose.load->kind == LoadName::Kind::named && dose.load->load == load;
  });
}

void write_texts(const PlanSheet& sheet, const References& used) {
  const Protocol& protocol = sheet.plan.protocol();
  sheet.json.open_array("loads");
  for (std::size_t i = 0; i < protocol.loads.size(); ++i)
    if (is_lifted(sheet.plan, i)) write_json(sheet, protocol.loads[i]);
  sheet.json.close();
  sheet.json.open_array("advice");
  for (const Advice& advice : protocol.advice)
    if (gives_advice(sheet.plan, advice)) write_json(sheet, advice);
  sheet.json.close();
  write_tables(sheet, protocol, used);
}

template <class T, class Write>
void write_each(const PlanSheet& sheet, std::string_view key, const std::vector<T>& list, const Write& write) {
  sheet.json.open_array(key);
  for (const T& entry : list) write(sheet, entry);
  sheet.json.close();
}

}  // namespace

bool append_json(const Plan& plan, const ExportOptions&, std::string& out, std::vector<Diagnostic>&) {
  text::JsonWriter json(out);
  std::string scratch;
  const PlanSheet sheet = sheet_of(json, plan, scratch);
  open_page(json, plan.catalog, "rehab-plan");
  write_plan(sheet);
  write_case(sheet);
  json.open_object("protocol");
  write_frame(sheet, plan.protocol());
  json.close();
  write_each(sheet, "phases", plan.phases, write_phase);
  write_each(sheet, "routines", plan.routines,
             [](const PlanSheet& s, const Routine& routine) { write_routine(s, s.plan, routine); });
  write_each(sheet, "sessions", plan.sessions,
             [](const PlanSheet& s, const Session& session) { write_session(s, session, session.routine); });
  write_each(sheet, "changes", plan.changes, write_change);
  write_texts(sheet, references_of(plan));
  json.close();
  out += '\n';
  return true;
}

}  // namespace rehab
