#include "export/json_plan.hpp"

#include <cstdlib>

#include "export/change_rule.hpp"
#include "export/json_protocol.hpp"
#include "export/json_routine.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;
using Layout = text::JsonWriter::Layout;

// The planner's own ending, or the protocol's.
std::string_view ending_of(const Plan& plan) {
  if (plan.ending == Plan::Ending::stopped) return "stopped";
  return name(plan.ending == Plan::Ending::review ? Protocol::End::review : plan.protocol().end);
}

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

}  // namespace

void PlanSheet::date(std::string_view key, local_days day) const {
  scratch.clear();
  text::append_date(scratch, day);
  json.member(key, std::string_view(scratch));
}

void PlanSheet::time(std::string_view key, minutes since_midnight) const {
  scratch.clear();
  text::append_time(scratch, since_midnight);
  json.member(key, std::string_view(scratch));
}

void PlanSheet::uuid(std::string_view key, const Uuid& id) const {
  scratch.clear();
  text::append_uuid(scratch, id);
  json.member(key, std::string_view(scratch));
}

void PlanSheet::range_of_days(const DayRange& range) const {
  date("first_day", range.begin);
  date("last_day", range.end - days{1});
}

void PlanSheet::moment(std::string_view key, const Moment& moment) const {
  json.open_object(key, Layout::row);
  date("date", moment.date);
  json.member("slot", name(moment.slot));
  json.close();
}

PlanSheet sheet_of(text::JsonWriter& json, const Plan& plan, std::string& scratch) {
  return {{json, plan.catalog, plan.intake.severity}, plan, scratch};
}

void write_revision(const PlanSheet& sheet) {
  sheet.json.member("revision", sheet.plan.revision);
  if (sheet.plan.as_of) sheet.moment("as_of", *sheet.plan.as_of);
  sheet.json.member("ending", ending_of(sheet.plan));
}

void write_span(const PlanSheet& sheet, const PhaseSpan& span) {
  const Phase& phase = sheet.plan.phase_of(span);
  sheet.json.member("id", std::string_view(phase.id));
  sheet.json.member("visit", span.visit);
  sheet.text("title", phase.title);
  sheet.range_of_days(span.days);
  sheet.date("earliest_last_day", span.earliest_end - days{1});
  sheet.date("latest_last_day", span.latest_end - days{1});
}

void write_phase(const PlanSheet& sheet, const PhaseSpan& span) {
  const Phase& phase = sheet.plan.phase_of(span);
  sheet.json.open_object();
  write_span(sheet, span);
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

void write_when(const PlanSheet& sheet, const Session& session) {
  const std::string& zone = sheet.plan.intake.zone;
  sheet.uuid("id", identity(sheet.plan, session));
  sheet.date("date", session.date);
  sheet.time("time", session.time);
  sheet.text("zone", zone);
  write_local(sheet, session);
  if (!zone.empty()) write_utc(sheet, session);
  sheet.json.member("part", name(session.part));
  sheet.json.member("ordinal", session.ordinal);
}

void write_report(const PlanSheet& sheet, const Session& session) {
  if (session.done) sheet.json.member("done", name(*session.done));
  if (session.pain) sheet.json.member("pain", *session.pain);
}

void write_session(const PlanSheet& sheet, const Session& session, std::int64_t routine) {
  sheet.json.open_object(Layout::row);
  write_when(sheet, session);
  sheet.json.member("routine", routine);
  write_report(sheet, session);
  sheet.json.close();
}

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

}  // namespace rehab
