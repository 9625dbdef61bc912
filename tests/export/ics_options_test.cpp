// The options of a calendar: forms of time, alarms, neutral titles, feeds; what is refused; what it costs.
#include <string>
#include <vector>

#include "export/formats.hpp"
#include "support/catch.hpp"
#include "support/ics_check.hpp"
#include "support/ics_values.hpp"
#include "support/ics_zones.hpp"
#include "support/sample.hpp"

namespace {

namespace sample = rehab::sample;
using ics_check::Component;
using rehab::day;
using rehab::ExportOptions;
using rehab::Plan;
using std::chrono::hours;
using std::chrono::minutes;
using Form = ExportOptions::TimeForm;

struct Written {
  std::string text;
  bool written = false;
  std::vector<rehab::Diagnostic> diagnostics;

  Component event(std::size_t i = 0) const { return *ics_check::read(text).all("VEVENT").at(i); }
  // "DTSTART;TZID=Europe/Berlin:20260901T073000"
  std::string line(std::string_view name) const {
    for (const ics_check::LogicalLine& l : ics_check::unfold(text.substr(text.find("BEGIN:VEVENT"))))
      if (l.text.starts_with(name)) return l.text;
    return "";
  }
  std::string first_message() const { return diagnostics.empty() ? "" : diagnostics.front().message; }
};

Written write(const Plan& plan, const ExportOptions& options = {}) {
  Written w;
  w.written = rehab::append_ics(plan, options, w.text, w.diagnostics);
  if (w.written) CHECK(ics_check::list(ics_check::check(w.text)) == "");
  if (!w.written) CHECK(w.text.empty());
  return w;
}

Written write(const Plan& plan, Form form) {
  ExportOptions options;
  options.time_form = form;
  return write(plan, options);
}

Written with_alarm(std::optional<minutes> alarm) {
  ExportOptions options;
  options.alarm = alarm;
  return write(sample::plan(), options);
}

}  // namespace

TEST_CASE("a session is said in local time with its zone") {
  const Written w = write(sample::plan());
  CHECK(w.line("DTSTART") == "DTSTART;TZID=Europe/Berlin:20260901T073000");
  CHECK(w.line("DTEND") == "DTEND;TZID=Europe/Berlin:20260901T074500");
}

TEST_CASE("in UTC a session has its instant, and the calendar names the zone for Google") {
  const Written w = write(sample::plan(), Form::utc);
  CHECK(w.line("DTSTART") == "DTSTART:20260901T053000Z");
  CHECK(w.line("DTEND") == "DTEND:20260901T054500Z");
  CHECK(ics_check::read(w.text).value("X-WR-TIMEZONE") == "Europe/Berlin");
}

TEST_CASE("a floating session has no zone") {
  const Written w = write(sample::plan(), Form::floating);
  CHECK(w.line("DTSTART") == "DTSTART:20260901T073000");
  CHECK(w.text.find("Berlin") == std::string::npos);
}

TEST_CASE("a session of a whole day ends on the next day, says its part of the day, and has no alarm") {
  const Written w = write(sample::plan(), Form::all_day);
  CHECK(w.line("DTSTART") == "DTSTART;VALUE=DATE:20260901");
  CHECK(w.line("DTEND") == "DTEND;VALUE=DATE:20260902");
  CHECK(w.event(0).value("SUMMARY") == "Heel drops\\, slow (left)\\, morning");
  CHECK(w.event(1).value("SUMMARY") == "Heel drops\\, slow + Balance (left)\\, evening");
  CHECK(w.event().value("X-MICROSOFT-CDO-ALLDAYEVENT") == "TRUE");
  CHECK(w.text.find("VALARM") == std::string::npos);
}

TEST_CASE("a plan without a zone floats") {
  const Written w = write(sample::plan(sample::first_day, sample::no_zone()));
  CHECK(w.line("DTSTART") == "DTSTART:20260901T073000");
  CHECK(w.diagnostics.empty());
}

TEST_CASE("a plan without a zone cannot be said in UTC, and the user is told") {
  const Written w = write(sample::plan(sample::first_day, sample::no_zone()), Form::utc);
  CHECK(w.line("DTSTART") == "DTSTART:20260901T073000");
  CHECK(w.first_message() == "the plan has no time zone; its times are written as local times, not in UTC");
}

TEST_CASE("a zone whose changes a calendar cannot say is written in UTC, with a warning") {
  const Written w = write(sample::plan(sample::first_day, sample::unsayable()));
  CHECK(w.line("DTSTART") == "DTSTART:20260901T053000Z");
  REQUIRE(w.diagnostics.size() == 1);
  CHECK(w.diagnostics[0].level == rehab::Level::warning);
  CHECK(w.first_message() == "a calendar cannot say the clock changes of `Africa/Casablanca`; times are written in UTC");
}

TEST_CASE("a session that would end in a clock-change gap ends after it") {
  // 01:50 and fifteen minutes in the night in which 02:00 becomes 03:00.
  const Written w = write(sample::plan_with_session(day(2027, 3, 28), minutes{110}));
  CHECK(w.line("DTSTART") == "DTSTART;TZID=Europe/Berlin:20270328T015000");
  CHECK(w.line("DTEND") == "DTEND;TZID=Europe/Berlin:20270328T030500");
}

TEST_CASE("a session that ends in the second of two equal hours ends later, never before its start") {
  // 02:50 for the first time; fifteen minutes later the clocks show 02:05 for the second time.
  const Written w = write(sample::plan_with_session(day(2026, 10, 25), minutes{170}));
  CHECK(w.line("DTSTART") == "DTSTART;TZID=Europe/Berlin:20261025T025000");
  CHECK(w.line("DTEND") == "DTEND;TZID=Europe/Berlin:20261025T030500");
}

TEST_CASE("a session without a length lasts a minute") {
  Plan plan = sample::plan();
  for (rehab::Routine& routine : plan.routines) routine.length = minutes{0};
  CHECK(write(plan).line("DTEND") == "DTEND;TZID=Europe/Berlin:20260901T073100");
}

TEST_CASE("an alarm may be anything from the start to four weeks before, or nothing") {
  CHECK(with_alarm(minutes{0}).event().all("VALARM").at(0)->value("TRIGGER") == "-PT0M");
  CHECK(with_alarm(minutes{40'320}).event().all("VALARM").at(0)->value("TRIGGER") == "-PT40320M");
  CHECK(with_alarm({}).event().all("VALARM").empty());
}

TEST_CASE("options out of bounds are errors, and nothing is written") {
  const Written early = with_alarm(minutes{-1}), late = with_alarm(minutes{40'321});
  CHECK(early.first_message() == "alarm is -1 minutes before the start; a calendar takes 0 to 40320");
  CHECK(late.first_message() == "alarm is 40321 minutes before the start; a calendar takes 0 to 40320");
  CHECK_FALSE(early.written);
  CHECK_FALSE(late.written);
  ExportOptions options;
  options.stamp = std::chrono::sys_days{std::chrono::January / 1 / 12'000};
  CHECK(write(sample::plan(), options).first_message() == "stamp is outside the years 1970 to 9999");
  options.alarm = minutes{-1};
  CHECK(write(sample::plan(), options).diagnostics.size() == 2);
}

TEST_CASE("a plan without sessions is an error, not an empty calendar") {
  Plan plan = sample::plan();
  plan.sessions.clear();
  const Written w = write(plan);
  CHECK_FALSE(w.written);
  CHECK(w.first_message() == "the plan has no session; a calendar needs one");
  CHECK_FALSE(write(Plan{}).written);
}

TEST_CASE("a stamp dates the revision, whatever the plan's first day") {
  ExportOptions options;
  options.stamp = std::chrono::sys_days{std::chrono::November / 20 / 2026} + hours{9};
  const Component event = write(sample::plan(), options).event();
  for (const std::string_view name : {"DTSTAMP", "CREATED", "LAST-MODIFIED"}) CHECK(event.value(name) == "20261120T090000Z");
}

TEST_CASE("neutral titles tell a stranger nothing") {
  ExportOptions options;
  options.neutral_titles = true;
  for (const Form form : {Form::zoned, Form::all_day}) {
    options.time_form = form;
    const Written w = write(sample::plan(), options);
    const Component calendar = ics_check::read(w.text), event = w.event();
    CHECK(event.value("SUMMARY") == "Session");
    CHECK(event.value("CATEGORIES") == "Training");
    CHECK(calendar.value("NAME") == "Training plan");
    CHECK(calendar.value("DESCRIPTION").find("eel drop") == std::string::npos);
    for (const Component* alarm : event.all("VALARM")) CHECK(alarm->value("DESCRIPTION") == "Session");
    CHECK(event.value("DESCRIPTION").find("Heel drop") != std::string::npos);
  }
}

TEST_CASE("a past session says what was done, and is marked when all of it was") {
  Plan plan = sample::plan();
  plan.sessions[0].done = rehab::Done::all;
  plan.sessions[0].pain = 2;
  plan.sessions[2].done = rehab::Done::none;
  const Written w = write(plan), plain = write(sample::plan());
  CHECK(w.event(0).value("SUMMARY") == "✓ Heel drops\\, slow (left)");
  CHECK(w.event(0).value("DESCRIPTION") == "Done: all of it. Pain: 2 of 10.\\n\\n" + plain.event(0).value("DESCRIPTION"));
  CHECK(w.event(2).value("SUMMARY") == "Heel drops\\, slow (left)");
  CHECK(w.event(2).value("DESCRIPTION") == "Not done.\\n\\n" + plain.event(2).value("DESCRIPTION"));
  for (const std::size_t other : {1u, 3u, 4u})
    CHECK(w.event(other).value("DESCRIPTION") == plain.event(other).value("DESCRIPTION"));
}

TEST_CASE("sessions of one routine that were reported alike say the same, others do not") {
  Plan plan = sample::plan();
  for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
    if (i % 4 != 3) plan.sessions[i].done = static_cast<rehab::Done>(i % 4);
    if (i % 13 != 12) plan.sessions[i].pain = static_cast<int>(i % 13 % 11);
  }
  const Written w = write(plan);
  const Component calendar = ics_check::read(w.text);
  const auto events = calendar.all("VEVENT");
  for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
    Plan one = plan;
    one.sessions = {plan.sessions[i]};
    const Component alone = write(one).event();
    REQUIRE(alone.value("SUMMARY") == events[i]->value("SUMMARY"));
    REQUIRE(alone.value("DESCRIPTION") == events[i]->value("DESCRIPTION"));
  }
}

TEST_CASE("a neutral title has no mark either") {
  ExportOptions options;
  options.neutral_titles = true;
  Plan plan = sample::plan();
  plan.sessions[0].done = rehab::Done::all;
  CHECK(write(plan, options).event().value("SUMMARY") == "Session");
}

TEST_CASE("a feed has a method and an organizer that is no person") {
  ExportOptions options;
  options.publish = true;
  const Written w = write(sample::plan(), options);
  const Component calendar = ics_check::read(w.text);
  CHECK(calendar.value("METHOD") == "PUBLISH");
  CHECK(w.event().value("ORGANIZER") == "urn:uuid:" + calendar.value("UID"));
  CHECK(write(sample::plan()).text.find("METHOD") == std::string::npos);
  CHECK(write(sample::plan()).text.find("ORGANIZER") == std::string::npos);
}

TEST_CASE("nobody is named: neither who cleared the plan nor the case") {
  Plan plan = sample::plan();
  plan.intake.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
  plan.intake.clearance = rehab::Clearance{"Dr. Example\r\nBEGIN:VALARM", day(2026, 8, 30)};
  CHECK(write(plan).text == write(sample::plan()).text);
}

TEST_CASE("what was in the string stays in front of the calendar, also when there is an error") {
  std::string out = "kept";
  std::vector<rehab::Diagnostic> diagnostics;
  REQUIRE(rehab::append_ics(sample::plan(), {}, out, diagnostics));
  CHECK(out == "kept" + write(sample::plan()).text);
  out = "kept";
  CHECK_FALSE(rehab::append_ics(Plan{}, {}, out, diagnostics));
  CHECK(out == "kept");
}

TEST_CASE("more kinds of sessions than are remembered are still all written right") {
  Plan plan = sample::plan();
  const std::vector<rehab::Routine> routines = plan.routines;
  for (int i = 0; i < 30; ++i) plan.routines.insert(plan.routines.end(), routines.begin(), routines.end());
  const std::string expected = write(sample::plan()).text;
  // Every session gets a routine of its own with the same content, and all of them fall on few places.
  for (std::size_t i = 0; i < plan.sessions.size(); ++i)
    plan.sessions[i].routine += static_cast<std::uint32_t>(routines.size() * (i % 30));
  CHECK(write(plan).text == expected);
}

TEST_CASE("a reused string grows no further") {
  const Plan plan = sample::plan();
  std::string out;
  std::vector<rehab::Diagnostic> diagnostics;
  rehab::append_ics(plan, {}, out, diagnostics);
  const std::size_t capacity = out.capacity();
  const char* const place = out.data();
  out.clear();
  rehab::append_ics(plan, {}, out, diagnostics);
  CHECK(out.capacity() == capacity);
  CHECK(out.data() == place);
}
