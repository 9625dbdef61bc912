// What to do today, as data:
//
//   "date", "state" (Today::State), "phase", "routines" (what is done today, each with its doses), "sessions" (each names its
//   routine by place), "ahead", "next", "stop", "decided", "questions" (only when they are due), "questions_again", "tests",
//   "to_note", and the "exercises" and "measures" that these refer to
#include <algorithm>

#include "export/json_knowledge.hpp"
#include "export/json_routine.hpp"
#include "export/references.hpp"
#include "follow/sheet.hpp"

namespace rehab {
namespace {

using Layout = text::JsonWriter::Layout;

struct Used {
  std::vector<std::uint32_t> routines;  // into Plan::routines
  std::vector<bool> exercises, measures;
};

Used used_by(const Plan& plan, const Today& today) {
  Used out{{}, std::vector<bool>(plan.catalog->exercises.size(), false), std::vector<bool>(plan.catalog->measures.size(), false)};
  for (const std::uint32_t i : today.sessions) {
    const std::uint32_t routine = plan.sessions[i].routine;
    if (std::find(out.routines.begin(), out.routines.end(), routine) == out.routines.end()) out.routines.push_back(routine);
    for (const PlannedDose& dose : plan.doses_of(plan.sessions[i])) out.exercises[dose.exercise.value] = true;
  }
  for (const TestDue& test : today.tests) out.measures[test.measure.value] = true;
  for (const Index<Measure> measure : today.to_note) out.measures[measure.value] = true;
  return out;
}

void write_stop(const PlanSheet& sheet, const Today& today) {
  if (!today.stop) return;
  const Change& stop = sheet.plan.changes[*today.stop];
  sheet.json.open_object("stop");
  sheet.json.key("decision");
  write_change(sheet, stop);
  if (stop.red_flag) {
    sheet.json.key("red_flag");
    write_json(sheet, sheet.catalog->red_flags[stop.red_flag.value]);
  }
  if (stop.limit) {
    sheet.json.key("limit");
    write_json(sheet, limit_of(sheet.plan.protocol(), *stop.limit));
  }
  sheet.json.close();
}

void write_training(const PlanSheet& sheet, const Today& today, const Used& used) {
  sheet.json.open_array("routines");
  for (const std::uint32_t i : used.routines) write_routine(sheet, sheet.plan, sheet.plan.routines[i]);
  sheet.json.close();
  sheet.json.open_array("sessions");
  for (const std::uint32_t i : today.sessions) {
    const Session& session = sheet.plan.sessions[i];
    const auto place = std::find(used.routines.begin(), used.routines.end(), session.routine) - used.routines.begin();
    write_session(sheet, session, place);
  }
  sheet.json.close();
  follow::write_sessions(sheet, "ahead", today.ahead);
  if (!today.next) return;
  sheet.json.key("next");
  follow::write_brief(sheet, sheet.plan.sessions[*today.next]);
}

void write_questions(const PlanSheet& sheet, const Today& today) {
  if (today.screening_again) sheet.date("questions_again", *today.screening_again);
  if (!today.screening) return;
  sheet.json.open_array("questions");
  for (const RedFlag* flag : red_flags_of(sheet.catalog, sheet.plan.protocol().condition)) write_json(sheet, *flag);
  sheet.json.close();
}

void write_to_note(const PlanSheet& sheet, const Today& today) {
  sheet.json.open_array("tests");
  for (const TestDue& test : today.tests) {
    sheet.json.open_object(Layout::row);
    sheet.id("measure", test.measure);
    sheet.date("from", test.from);
    if (test.last_done) sheet.date("last_done", *test.last_done);
    sheet.json.close();
  }
  sheet.json.close();
  sheet.ids("to_note", today.to_note);
}

}  // namespace

std::string today_json(const Plan& plan, std::chrono::local_days date) {
  const Today what = today(plan, date);
  const Used used = used_by(plan, what);
  follow::Sheet page(plan, "rehab-today");
  const PlanSheet& sheet = page.sheet;
  sheet.date("date", date);
  sheet.json.member("state", name(what.state));
  if (what.span) {
    sheet.json.open_object("phase");
    write_span(sheet, plan.phases[*what.span]);
    sheet.json.close();
  }
  write_training(sheet, what, used);
  write_stop(sheet, what);
  follow::write_changes(sheet, "decided", what.decided);
  write_questions(sheet, what);
  write_to_note(sheet, what);
  write_used(sheet, "exercises", plan.catalog->exercises, used.exercises);
  write_used(sheet, "measures", plan.catalog->measures, used.measures);
  return page.close();
}

}  // namespace rehab
