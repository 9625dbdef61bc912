#include <algorithm>
#include <nlohmann/json.hpp>

#include "rehab/follow.hpp"
#include "support/catch.hpp"
#include "support/followed.hpp"
#include "support/page_laws.hpp"

using namespace rehab;
using std::chrono::days;
using std::chrono::local_days;

namespace {

const Catalog& catalog() {
  static const Catalog read = builtin_catalog();
  return read;
}

// A course with an id of its own: its sessions keep their identities whatever the case says.
Case course() {
  Case intake = followed::person("calf-strain");
  intake.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
  return intake;
}
Plan plain() { return followed::plan(catalog(), course()); }

// Away for three days from the fifth on, which moves all that follows.
Plan later() {
  Case intake = course();
  intake.away = {{followed::first_day + days{4}, followed::first_day + days{7}}};
  return followed::plan(catalog(), intake);
}

// Pain of 8 in the evening, so many days after the first.
Entry too_much(int day) {
  Entry out;
  out.date = followed::first_day + days{day};
  out.slot = Slot::evening;
  out.pain = 8;
  return out;
}

std::string page(const Comparison& what) { return page_laws::unwrapped(comparison_text(what)); }
bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("a plan compared with itself is the same", "[compare]") {
  const Comparison what = compare(plain(), plain());
  CHECK(what.same());
  CHECK(comparison_text(what) == "Nothing changed in the plan.\n");
}

TEST_CASE("a report alone changes nothing", "[compare]") {
  Plan reported = plain();
  reported.sessions[0].done = Done::all;
  reported.sessions[0].pain = 1;
  reported.as_of = Moment{followed::first_day, Slot::evening};
  CHECK(compare(plain(), reported).same());
}

TEST_CASE("sessions that move keep their identity and are told in one line for each distance", "[compare]") {
  const Comparison what = compare(plain(), later());
  CHECK(!what.same());
  REQUIRE(!what.moved.empty());
  for (const Move& move : what.moved)
    CHECK(identity(what.before, what.before.sessions[move.before]) == identity(what.after, what.after.sessions[move.after]));
  CHECK(contains(page(what), " sessions come 3 days later, the first on Tue 8 Dec in place of Sat 5 Dec."));
  CHECK(contains(page(what), "The plan ends on"));
}

TEST_CASE("only what lies after the lived part of the earlier plan is compared", "[compare]") {
  Plan before = plain();
  Plan after = before;
  after.sessions.erase(after.sessions.begin());
  REQUIRE(compare(before, after).cancelled.size() == 1);
  before.as_of = Moment{before.sessions[0].date, slot_of(before.sessions[0].part)};
  CHECK(compare(before, after).same());
}

TEST_CASE("sessions that are cancelled or new are told by phase with their days", "[compare]") {
  const Plan before = plain();
  Plan after = before;
  const local_days from = followed::first_day + days{4}, to = followed::first_day + days{6};
  const auto gone = std::erase_if(after.sessions, [&](const Session& s) { return s.date >= from && s.date <= to; });
  REQUIRE(gone > 1);
  const Comparison what = compare(before, after);
  CHECK(what.cancelled.size() == gone);
  CHECK(what.added.empty());
  const std::string& phase = before.phase_of(before.span_of(before.sessions[what.cancelled.front()])).title;
  CHECK(contains(page(what), phase + ": " + std::to_string(gone) + " sessions are cancelled, 5 Dec – 7 Dec."));
  CHECK(compare(after, before).added.size() == gone);
  CHECK(contains(page(compare(after, before)), " sessions are new, 5 Dec – 7 Dec."));
}

TEST_CASE("a dose that is lowered is told once for all its sessions, with both numbers", "[compare]") {
  const Plan before = plain();
  Plan after = before;
  const Routine routine = after.routines[after.sessions.back().routine];
  PlannedDose& dose = after.doses[routine.first_dose];
  REQUIRE(dose.sets.value);
  dose.volume_percent = 50;
  dose.sets.value = Range{1, 1};
  const Comparison what = compare(before, after);
  REQUIRE(what.doses.size() == 1);
  CHECK(what.doses[0].sessions >= 1);
  CHECK(what.cancelled.empty());
  CHECK(contains(page(what), catalog()[dose.exercise].title + ", from"));
  CHECK(contains(page(what), "lowered to 50 % of the usual sets or repetitions, not 3 ×"));
  const nlohmann::json data = nlohmann::json::parse(comparison_json(what));
  CHECK(data["doses"][0]["after"]["volume_percent"] == 50);
  CHECK(data["doses"][0]["before"]["volume_percent"] == 100);
}

TEST_CASE("a dose that goes down and comes back is told for each stretch of days with what is done on them", "[compare]") {
  Case intake = followed::person("achilles-midportion-alfredson");
  const Plan before = followed::plan(catalog(), intake);
  intake.diary = {too_much(4), too_much(7)};
  const Comparison what = compare(before, followed::plan(catalog(), intake));
  REQUIRE(what.doses.size() > 2);
  for (const DoseChange& change : what.doses) {
    const PlannedDose &from = before.doses[change.before], &to = what.after.doses[change.after];
    int alike = 0;
    for (const Session& session : what.after.sessions) {
      if (session.date < change.first || session.date > change.last || what.after.span_of(session).phase != change.phase) continue;
      for (const PlannedDose& dose : what.after.doses_of(session)) {
        if (dose.exercise != to.exercise) continue;
        CHECK(dose.volume_percent == to.volume_percent);
        CHECK(dose.reps.value == to.reps.value);
        ++alike;
      }
    }
    CHECK(change.sessions == alike);
    CHECK(from.volume_percent == 100);
  }
  const auto is_earlier = [](const DoseChange& a, const DoseChange& b) { return a.first < b.first; };
  CHECK(std::is_sorted(what.doses.begin(), what.doses.end(), is_earlier));
  CHECK(contains(page(what), "lowered to 25 %"));
  CHECK(contains(page(what), "lowered to 50 %"));
}

TEST_CASE("the origin of a number is no change of the plan", "[compare]") {
  const Plan before = plain();
  Plan after = before;
  for (PlannedDose& dose : after.doses) {
    dose.sets.origin = {};
    dose.last_rung += 1;
  }
  CHECK(compare(before, after).same());
}

TEST_CASE("a session that loses a workout is not cancelled", "[compare]") {
  const Plan before = plain();
  Plan after = before;
  const std::uint32_t routine = after.sessions[0].routine;
  const auto sessions =
      std::count_if(after.sessions.begin(), after.sessions.end(), [&](const Session& s) { return s.routine == routine; });
  const std::uint64_t all = after.routines[routine].workouts, rest = all & (all - 1);
  after.routines[routine].workouts = rest;
  const Comparison what = compare(before, after);
  CHECK(what.cancelled.empty());
  CHECK(what.refilled.size() == static_cast<std::size_t>(sessions));
  CHECK(contains(page(what), " without “"));
  CHECK(contains(page(compare(after, before)), " now have “"));
}

TEST_CASE("a stop stands first, with its reason", "[compare]") {
  const Plan before = plain();
  Plan after = before;
  Change stop;
  stop.rule = Change::Rule::stopped;
  stop.cause = Change::Cause::red_flag;
  stop.red_flag = {0};
  stop.date = followed::first_day + days{3};
  stop.seen = {stop.date, Slot::midday};
  after.changes.push_back(stop);
  after.ending = Plan::Ending::stopped;
  const Comparison what = compare(before, after);
  CHECK(what.ends_otherwise);
  REQUIRE(what.reasons.size() == 1);
  CHECK(page(what).starts_with("What changed in the plan"));
  CHECK(contains(page(what), "! The plan is stopped: do not train before a clinician has cleared you."));
  CHECK(contains(page(what), "Why • There are no sessions from Fri 4 Dec on"));
}

TEST_CASE("a phase that comes again, falls away or ends on another day is told as that", "[compare]") {
  const Plan before = plain();
  Plan after = before;
  after.phases[1].visit = 2;
  const std::string text = page(compare(before, after));
  const std::string& title = before.phase_of(before.phases[1]).title;
  CHECK(contains(text, "“" + title + "” falls away."));
  CHECK(contains(text, "“" + title + "” comes again: "));
  after = before;
  after.phases[1].days.end += days{7};
  CHECK(contains(page(compare(before, after)), "“" + title + "” ends on "));
}

TEST_CASE("a comparison is at most about a screen", "[compare]") {
  const Plan before = plain();
  Plan after = later();
  for (std::size_t i = 0; i < after.doses.size(); ++i) after.doses[i].volume_percent = 60;
  for (int i = 0; i < 30; ++i) {
    Change change;
    change.rule = Change::Rule::day_repeated;
    change.date = followed::first_day + days{i};
    after.changes.push_back(change);
  }
  const std::string text = comparison_text(compare(before, after));
  CHECK(std::count(text.begin(), text.end(), '\n') < 80);
  CHECK(contains(page(compare(before, after)), "And 22 more."));
}

TEST_CASE("a decision whose ground alone has moved is told no second time, and a try is titled as one", "[compare]") {
  const Catalog all = builtin_catalog();
  const Plan plan = followed::plan(all, followed::person("calf-strain"));
  Change held;
  held.rule = Change::Rule::held;
  held.cause = Change::Cause::unknown;
  held.date = followed::first_day + days{20};
  held.seen = {held.date, Slot::waking};
  held.given = 7;
  Plan before = plan, after = plan;
  before.changes.push_back(held);
  held.cause = Change::Cause::criterion;
  after.changes.push_back(held);
  CHECK(compare(before, after).reasons.empty());
  after.changes.back().given = 3;
  const Comparison other = compare(before, after);
  REQUIRE(other.reasons.size() == 1);
  CHECK(comparison_text(other).find("What changed in the plan") != std::string::npos);
  CHECK(comparison_text(other, 80, false, true).find("What would change in the plan") != std::string::npos);
  CHECK(comparison_text(compare(plan, plan), 80, false, true).find("Nothing would change") != std::string::npos);
}
