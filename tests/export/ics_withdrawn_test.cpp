// Sessions that a revision has withdrawn, in the calendar of that revision.
#include <string>
#include <utility>
#include <vector>

#include "rehab/export.hpp"
#include "support/catch.hpp"
#include "support/ical_reader.hpp"
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
using rehab::Withdrawn;
using std::chrono::minutes;
using Form = ExportOptions::TimeForm;

// The second revision of the sample: its last `count` sessions are withdrawn.
struct Revised {
  Plan before = sample::plan(), plan = sample::plan();
  std::vector<Withdrawn> withdrawn;

  explicit Revised(std::size_t count) {
    plan.as_of = rehab::Moment{day(2026, 9, 9), rehab::Slot::evening};
    plan.revision = 2;
    const std::size_t kept = plan.sessions.size() - count;
    for (std::size_t i = kept; i < plan.sessions.size(); ++i) {
      const rehab::Session& session = plan.sessions[i];
      const rehab::Routine& routine = plan.routine_of(session);
      withdrawn.push_back({identity(plan, session), session, plan.span_of(session).phase, routine.workouts, routine.length, 0});
    }
    plan.sessions.resize(kept);
  }

  std::string calendar(ExportOptions options = {}) const {
    options.withdrawn = withdrawn;
    const auto text = rehab::export_plan(plan, "ics", options);
    INFO((text.diagnostics.empty() ? "" : text.diagnostics.front().message));
    REQUIRE(text);
    CHECK(ics_check::list(ics_check::check(*text)) == "");
    CHECK(ical_reader::complaints(*text).empty());
    return *text;
  }
};

std::vector<Component> cancelled_in(const std::string& calendar) {
  std::vector<Component> out;
  const Component whole = ics_check::read(calendar);
  for (const Component* event : whole.all("VEVENT"))
    if (event->value("STATUS") == "CANCELLED") out.push_back(*event);
  return out;
}

Component event_of(const std::string& calendar, const std::string& uid) {
  const Component whole = ics_check::read(calendar);
  for (const Component* event : whole.all("VEVENT"))
    if (event->value("UID") == uid) return *event;
  FAIL("no event " << uid);
  return {};
}

}  // namespace

TEST_CASE("what a revision withdraws is cancelled where it stood, so that an import takes it off") {
  const Revised revised(5);
  const std::string before = *rehab::export_plan(revised.before, "ics"), after = revised.calendar();
  const std::vector<Component> cancelled = cancelled_in(after);
  REQUIRE(cancelled.size() == 5);
  CHECK(ics_check::read(after).all("VEVENT").size() == 168);
  for (const Component& event : cancelled) {
    const Component was = event_of(before, event.value("UID"));
    for (const std::string_view same : {"DTSTART", "DTEND", "CATEGORIES", "CLASS", "CREATED"})
      CHECK(event.value(same) == was.value(same));
    CHECK(event.find("DTSTART")->parameter("TZID") == "Europe/Berlin");
    CHECK(event.value("SEQUENCE") == "2");
    CHECK(event.value("DTSTAMP") == "20260909T160000Z");
    CHECK(event.value("TRANSP") == "TRANSPARENT");
    CHECK(event.all("VALARM").empty());
  }
  CHECK(cancelled.back().value("SUMMARY") == "Cancelled: Heel drops\\, slow + Balance");
  CHECK(cancelled.back().value("DESCRIPTION") == "Your plan has changed\\, and this session is no longer part of it.");
  CHECK(ics_check::list(ics_check::check_update(before, after)) == "");
}

TEST_CASE("a calendar that drops what was withdrawn is no proper update for an import") {
  const Revised revised(5);
  const auto dropped = rehab::export_plan(revised.plan, "ics");
  REQUIRE(dropped);
  CHECK(ics_check::has(ics_check::check_update(revised.calendar(), *dropped), "U09"));
}

TEST_CASE("a plan of which nothing is left cancels all it had") {
  Revised revised(168);
  REQUIRE(revised.plan.sessions.empty());
  CHECK(cancelled_in(revised.calendar()).size() == 168);
  revised.withdrawn.clear();
  ExportOptions options;
  const auto none = rehab::export_plan(revised.plan, "ics", options);
  REQUIRE_FALSE(none);
  CHECK(none.diagnostics.front().message == "the plan has no session; there is nothing to write");
}

TEST_CASE("cancelled sessions keep the form of time") {
  const Revised revised(1);
  const std::string uid = cancelled_in(revised.calendar()).front().value("UID");
  for (const Form form : {Form::zoned, Form::utc, Form::floating, Form::all_day}) {
    ExportOptions options;
    options.time_form = form;
    const Component event = event_of(revised.calendar(options), uid);
    const Component was = event_of(*rehab::export_plan(revised.before, "ics", options), uid);
    for (const std::string_view same : {"DTSTART", "DTEND", "X-MICROSOFT-CDO-ALLDAYEVENT"})
      CHECK(event.value(same) == was.value(same));
    CHECK(event.value("SUMMARY") ==
          std::string("Cancelled: Heel drops\\, slow + Balance") + (form == Form::all_day ? "\\, evening" : ""));
  }
}

TEST_CASE("a neutral title does not tell what was cancelled, and a feed names its organizer") {
  ExportOptions options;
  options.neutral_titles = options.publish = true;
  const Component event = cancelled_in(Revised(1).calendar(options)).front();
  CHECK(event.value("SUMMARY") == "Cancelled: Session");
  CHECK(event.value("CATEGORIES") == "Training");
  CHECK(event.find("ORGANIZER") != nullptr);
}

TEST_CASE("a withdrawn session before and one behind all others bound the calendar too") {
  Revised revised(1);
  revised.withdrawn.front().session.utc = std::chrono::sys_days{std::chrono::January / 1 / 10'000};
  ExportOptions options;
  options.withdrawn = revised.withdrawn;
  const auto beyond = rehab::export_plan(revised.plan, "ics", options);
  REQUIRE_FALSE(beyond);
  CHECK(beyond.diagnostics.front().message == "the plan lies outside the years 1970 to 9999");
}

TEST_CASE("a withdrawn session behind the clock changes that its plan still knows ends after it begins") {
  Revised revised(1);
  Withdrawn& withdrawn = revised.withdrawn.front();
  revised.plan.clock.periods.resize(1);  // summer time only
  REQUIRE(withdrawn.session.date > day(2026, 10, 25));
  const std::string calendar = revised.calendar();
  const Component whole = ics_check::read(calendar), event = cancelled_in(calendar).front();
  CHECK(ics_check::instant_of(whole, *event.find("DTSTART")) == withdrawn.session.utc);
  CHECK(ics_check::instant_of(whole, *event.find("DTEND")) == withdrawn.session.utc + withdrawn.length);
}
