// A plan as JSON, whole: what was asked, the protocol's frame, dated phases, routines, sessions, changes, and every table that
// these refer to. json_sheet.hpp has the conventions; sessions stand one a line:
//
//   {"id": "…", "date": "2026-12-01", "time": "07:30", "zone": "Europe/Berlin", "local": "2026-12-01T07:30:00+01:00",
//    "utc": "2026-12-01T06:30:00Z", "part": "morning", "ordinal": 0, "routine": 0}
//
// Without a zone there is neither `zone` nor `utc`, and `local` has no offset.
#include <cstdlib>
#include <string>

#include "export/change_rule.hpp"
#include "export/formats.hpp"
#include "export/json_knowledge.hpp"
#include "export/json_protocol.hpp"
#include "export/json_routine.hpp"
#include "export/words_of.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;
using Layout = text::JsonWriter::Layout;

// One string is reused for every date, time and id of a plan.
struct PlanSheet : JsonSheet {
  const Plan& plan;
  std::string& scratch;

  void date(std::string_view key, local_days day) const {
    scratch.clear();
    text::append_date(scratch, day);
    json.member(key, std::string_view(scratch));
  }
  void time(std::string_view key, minutes since_midnight) const {
    scratch.clear();
    text::append_time(scratch, since_midnight);
    json.member(key, std::string_view(scratch));
  }
  void uuid(std::string_view key, const Uuid& id) const {
    scratch.clear();
    text::append_uuid(scratch, id);
    json.member(key, std::string_view(scratch));
  }
  void range_of_days(const DayRange& range) const {
    date("first_day", range.begin);
    date("last_day", range.end - days{1});
  }
};

// --- Times -------------------------------------------------------------------------------------------------

void append_offset(std::string& out, seconds offset) {
  const auto whole = std::chrono::duration_cast<minutes>(offset).count();
  out += whole < 0 ? '-' : '+';
  text::append_padded(out, std::abs(whole) / 60, 2);
  out += ':';
  text::append_padded(out, std::abs(whole) % 60, 2);
}

void append_clock(std::string& out, local_days date, minutes time) {
  text::append_date(out, date);
  out += 'T';
  text::append_time(out, time);
  out += ":00";
}

void write_local(const PlanSheet& sheet, const Session& session) {
  std::string& out = sheet.scratch;
  const auto utc = std::chrono::local_seconds{session.utc.time_since_epoch()};
  out.clear();
  append_clock(out, session.date, session.time);
  if (!sheet.plan.intake.zone.empty()) append_offset(out, session.date + session.time - utc);
  sheet.json.member("local", std::string_view(out));
}

void write_utc(const PlanSheet& sheet, const Session& session) {
  const auto utc = std::chrono::local_seconds{session.utc.time_since_epoch()};
  const auto date = std::chrono::floor<days>(utc);
  sheet.scratch.clear();
  append_clock(sheet.scratch, date, std::chrono::duration_cast<minutes>(utc - date));
  sheet.scratch += 'Z';
  sheet.json.member("utc", std::string_view(sheet.scratch));
}

void write_session(const PlanSheet& sheet, const Session& session) {
  const std::string& zone = sheet.plan.intake.zone;
  sheet.json.open_object(Layout::row);
  sheet.uuid("id", identity(sheet.plan, session));
  sheet.date("date", session.date);
  sheet.time("time", session.time);
  sheet.text("zone", zone);
  write_local(sheet, session);
  if (!zone.empty()) write_utc(sheet, session);
  sheet.json.member("part", name(session.part));
  sheet.json.member("ordinal", session.ordinal);
  sheet.json.member("routine", static_cast<std::int64_t>(session.routine));
  sheet.json.close();
}

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
  sheet.texts("red_flags", intake.red_flags);
  if (intake.clearance) {
    sheet.json.open_object("clearance", Layout::row);
    sheet.json.member("by", std::string_view(intake.clearance->by));
    sheet.date("on", intake.clearance->on);
    sheet.json.close();
  }
  sheet.json.close();
}

// --- Phases ------------------------------------------------------------------------------------------------

void write_phase(const PlanSheet& sheet, const PhaseSpan& span) {
  const Phase& phase = sheet.plan.phase_of(span);
  sheet.json.open_object();
  sheet.json.member("id", std::string_view(phase.id));
  sheet.json.member("visit", span.visit);
  sheet.text("title", phase.title);
  sheet.range_of_days(span.days);
  sheet.json.member("planned_days", span.planned);
  sheet.json.member("shortest_days", span.shortest);
  sheet.json.member("longest_days", span.longest);
  write_phase_rules(sheet, sheet.plan.protocol(), phase);
  sheet.json.open_array("workouts");
  for (const Workout& workout : phase.workouts) {
    if (!plays(workout, sheet.severity)) continue;
    sheet.json.open_object();
    write_workout_rules(sheet, sheet.plan.protocol(), workout);
    sheet.json.close();
  }
  sheet.json.close();
  sheet.provenance(phase.provenance);
  sheet.json.close();
}

// --- Changes -----------------------------------------------------------------------------------------------

void write_change(const PlanSheet& sheet, const Change& change) {
  const PhaseSpan& span = sheet.plan.phases[change.phase];
  const Phase& phase = sheet.plan.phase_of(span);
  sheet.json.open_object();
  sheet.json.member("rule", rule_of(change).id);
  sheet.date("date", change.date);
  sheet.json.member("phase", std::string_view(phase.id));
  sheet.json.member("visit", span.visit);
  if (change.workout) sheet.json.member("workout", std::string_view(phase.workouts[*change.workout].id));
  write_change_members(sheet, sheet.plan, change);
  sheet.json.close();
}

// --- The whole ---------------------------------------------------------------------------------------------

void write_span(const PlanSheet& sheet) {
  const Plan& plan = sheet.plan;
  sheet.json.open_object("plan");
  sheet.uuid("id", plan.id);
  sheet.json.member("revision", plan.revision);
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
  const PlanSheet sheet{{json, plan.catalog, plan.intake.severity}, plan, scratch};
  json.open_object();
  json.member("format", "rehab-plan");
  json.member("format_version", 1);
  json.member("disclaimer", words_of(plan.catalog)["disclaimer"]);
  write_span(sheet);
  write_case(sheet);
  json.open_object("protocol");
  write_frame(sheet, plan.protocol());
  json.close();
  write_each(sheet, "phases", plan.phases, write_phase);
  write_each(sheet, "routines", plan.routines,
             [](const PlanSheet& s, const Routine& routine) { write_routine(s, s.plan, routine); });
  write_each(sheet, "sessions", plan.sessions, write_session);
  write_each(sheet, "changes", plan.changes, write_change);
  write_texts(sheet, references_of(plan));
  json.close();
  out += '\n';
  return true;
}

}  // namespace rehab
