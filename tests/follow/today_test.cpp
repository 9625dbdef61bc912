#include <algorithm>
#include <nlohmann/json.hpp>

#include "export/references.hpp"
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

Plan plain() { return followed::plan(catalog(), followed::person("calf-strain")); }

// What the planner knows of a diary, without planning by it: for what is shown of entries themselves.
void know(Plan& plan, const Entry& entry) {
  plan.known.push_back(static_cast<std::uint32_t>(plan.intake.diary.size()));
  plan.intake.diary.push_back(entry);
  plan.as_of = std::max(plan.as_of.value_or(entry.known()), entry.known());
  plan.revision = static_cast<int>(plan.known.size());
}

Entry entry(local_days date, Slot slot) {
  Entry out;
  out.date = date;
  out.slot = slot;
  return out;
}

Change stop_on(local_days date, Slot slot) {
  Change out;
  out.rule = Change::Rule::stopped;
  out.cause = Change::Cause::red_flag;
  out.red_flag = {0};
  out.date = date;
  out.seen = {date, slot};
  return out;
}

std::string page(const Plan& plan, local_days date) { return page_laws::unwrapped(today_text(plan, date)); }
bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool tests_for(const Today& today, std::string_view measure) {
  return std::any_of(today.tests.begin(), today.tests.end(), [&](const TestDue& t) { return catalog()[t.measure].id == measure; });
}

}  // namespace

TEST_CASE("a day of training lists its sessions and the six days after it", "[today]") {
  const Plan plan = plain();
  const Today what = today(plan, followed::first_day + days{1});
  CHECK(what.state == Today::State::training);
  CHECK(what.span == 0);
  REQUIRE(!what.sessions.empty());
  for (const std::uint32_t i : what.sessions) CHECK(plan.sessions[i].date == what.date);
  for (const std::uint32_t i : what.ahead) {
    CHECK(plan.sessions[i].date > what.date);
    CHECK(plan.sessions[i].date <= what.date + days{6});
  }
  const auto in_week = std::count_if(plan.sessions.begin(), plan.sessions.end(),
                                     [&](const Session& s) { return s.date > what.date && s.date <= what.date + days{6}; });
  CHECK(what.ahead.size() == static_cast<std::size_t>(in_week));
  REQUIRE(what.next);
  CHECK(*what.next == what.ahead.front());
}

TEST_CASE("before the first day the page says when the plan begins, after the last how it goes on", "[today]") {
  const Plan plan = plain();
  CHECK(today(plan, plan.days.begin - days{1}).state == Today::State::before_start);
  CHECK(contains(page(plan, plan.days.begin - days{1}), "The plan begins on Tue 1 Dec 2026. The next is on Tue 1 Dec"));
  CHECK(today(plan, plan.days.end).state == Today::State::over);
  const std::string after = page(plan, plan.days.end);
  CHECK(contains(after, "The plan is over: its last day was"));
  CHECK(contains(after, page_laws::unwrapped(plan.protocol().after)));
  CHECK(contains(after, "What comes next:"));
}

TEST_CASE("what was reported stands beside its session, and what is done needs no steps", "[today]") {
  Plan plan = plain();
  const local_days date = followed::first_day + days{1};
  CHECK(!contains(page(plan, date), "✓"));
  for (Session& session : plan.sessions)
    if (session.date == date && session.part == Part::morning) {
      session.done = Done::all;
      session.pain = 2;
    }
  CHECK(contains(page(plan, date), "✓ 07:30 done, pain 2 of 10."));
  const std::string steps = catalog()[plan.doses_of(followed::session(plan, date, Part::morning)).front().exercise].steps.front();
  CHECK(contains(page(plan, date), page_laws::unwrapped(steps)));
  for (Session& session : plan.sessions)
    if (session.date == date) session.done = Done::part;
  CHECK(contains(page(plan, date), "07:30 done in part, pain 2 of 10"));
  CHECK(!contains(page(plan, date), page_laws::unwrapped(steps)));
}

TEST_CASE("a day off says why, and when the next session is", "[today]") {
  Case intake = followed::person("calf-strain");
  intake.away = {{followed::first_day + days{3}, followed::first_day + days{5}}};
  Plan plan = followed::plan(catalog(), intake);
  const local_days away = followed::first_day + days{3};
  CHECK(today(plan, away).state == Today::State::away);
  CHECK(contains(page(plan, away), "No session today: you are away. The next is on"));
  Entry pause = entry(followed::first_day + days{6}, Slot::evening);
  pause.pause_until = followed::first_day + days{8};
  know(plan, pause);
  std::erase_if(plan.sessions, [&](const Session& s) {
    return s.date > followed::first_day + days{6} && s.date <= followed::first_day + days{8};
  });
  CHECK(today(plan, followed::first_day + days{6}).state == Today::State::training);
  CHECK(today(plan, followed::first_day + days{7}).state == Today::State::paused);
  CHECK(today(plan, followed::first_day + days{8}).state == Today::State::paused);
  CHECK(today(plan, followed::first_day + days{9}).state != Today::State::paused);
  CHECK(contains(page(plan, followed::first_day + days{8}), "No session today: you asked for a break."));
}

TEST_CASE("a stop that nobody has cleared says what to do and shows no exercise", "[today]") {
  Plan plan = plain();
  const local_days date = followed::first_day + days{5};
  plan.changes.push_back(stop_on(date, Slot::midday));
  plan.ending = Plan::Ending::stopped;
  const RedFlag& flag = plan.catalog->red_flags[0];
  CHECK(today(plan, date - days{1}).state == Today::State::training);
  for (const local_days halted : {date, date + days{2}, plan.days.end + days{3}}) {
    const Today what = today(plan, halted);
    CHECK(what.state == Today::State::halted);
    CHECK(what.tests.empty());
    const std::string text = page(plan, halted);
    CHECK(contains(text, "! The plan is stopped. Do not train."));
    CHECK(contains(text, page_laws::unwrapped(flag.act)));
    CHECK(contains(text, "when a clinician has cleared you"));
    CHECK(!contains(text, " 1. "));
  }
  CHECK(nlohmann::json::parse(today_json(plan, date))["stop"]["red_flag"]["act"] == flag.act);
}

TEST_CASE("after a clearance the plan goes on, until the next stop", "[today]") {
  Plan plan = plain();
  plan.changes.push_back(stop_on(followed::first_day + days{5}, Slot::midday));
  Change cleared = stop_on(followed::first_day + days{8}, Slot::waking);
  cleared.rule = Change::Rule::cleared;
  plan.changes.push_back(cleared);
  CHECK(today(plan, followed::first_day + days{7}).state == Today::State::halted);
  CHECK(today(plan, followed::first_day + days{8}).state == Today::State::training);
  plan.changes.push_back(stop_on(followed::first_day + days{8}, Slot::evening));
  CHECK(today(plan, followed::first_day + days{8}).state == Today::State::halted);
}

TEST_CASE("the safety questions are due in their rhythm and before each phase after the first", "[today]") {
  const Plan plan = plain();
  const int every = plan.catalog->screening.every_days;
  REQUIRE(every > 1);
  REQUIRE(plan.catalog->screening.at_each_phase);
  for (local_days date = plan.days.begin; date < plan.days.end; date += days{1}) {
    const bool new_phase =
        std::any_of(plan.phases.begin(), plan.phases.end(), [&](const PhaseSpan& span) { return span.days.begin == date; });
    const Today what = today(plan, date);
    const bool due = (date - plan.days.begin).count() % every == 0 || new_phase;
    CHECK(what.screening == (due && date != plan.days.begin));
    CHECK(contains(page(plan, date), "First the safety questions") == what.screening);
    if (what.screening_again) CHECK(today(plan, *what.screening_again).screening);
  }
  CHECK(contains(page(plan, followed::first_day + days{1}), "The safety questions come again on"));
}

TEST_CASE("the tests of a gate are due from the last day of the phase's shortest time", "[today]") {
  const Plan plan = plain();
  const PhaseSpan& span = plan.phases[1];
  const local_days due = span.days.begin + days{span.shortest - 1};
  REQUIRE(due - days{7} >= span.days.begin);
  REQUIRE(plan.phase_of(span).move_on.size() + plan.phase_of(plan.phases[2]).enter.size() > 0);
  CHECK(!tests_for(today(plan, due - days{7}), "two-leg-heel-raise"));
  CHECK(tests_for(today(plan, due - days{6}), "two-leg-heel-raise"));
  CHECK(tests_for(today(plan, due), "two-leg-heel-raise"));
  CHECK(contains(page(plan, due), "Due now ☐ Heel raises on two legs: at least 25 without pain two-leg-heel-raise"));
  CHECK(contains(page(plan, due - days{1}), "☐ Heel raises on two legs"));
  CHECK(!contains(page(plan, due - days{1}), "Due now"));
  for (local_days date = span.days.begin; date < span.days.end; date += days{1})
    for (const TestDue& test : today(plan, date).tests) CHECK(catalog()[test.measure].asked == Measure::Asked::test);
}

TEST_CASE("a test that was done in this visit is due again only when its time has come, or before the end of a hold", "[today]") {
  Plan plan = plain();
  const PhaseSpan span = plan.phases[1];
  const local_days done = span.days.begin + days{span.shortest - 1};
  Entry test = entry(done, Slot::midday);
  test.measured = {{"two-leg-heel-raise", 10}};
  know(plan, test);
  const std::optional<int> retest = [&] {
    for (const Measure& measure : catalog()->measures)
      if (measure.id == "two-leg-heel-raise") return measure.retest_days;
    return std::optional<int>();
  }();
  const auto due_on = [&](local_days date) {
    const std::vector<TestDue> tests = today(plan, date).tests;
    const auto found =
        std::find_if(tests.begin(), tests.end(), [](const TestDue& t) { return catalog()[t.measure].id == "two-leg-heel-raise"; });
    return found == tests.end() ? std::optional<local_days>() : found->from;
  };
  CHECK(due_on(done) == (retest && *retest < 7 ? std::optional(done + days{*retest}) : std::nullopt));
  Change held;
  held.rule = Change::Rule::held;
  held.date = done + days{1};
  held.phase = 1;
  held.given = 7;
  plan.changes.push_back(held);
  plan.phases[1].days.end += days{7};
  plan.phases[2].days.begin += days{7};
  CHECK(due_on(done + days{1}) == done + days{7});
}

TEST_CASE("what the diary decided on the day, or in the evening before, stands first", "[today]") {
  Plan plan = plain();
  Change held;
  held.rule = Change::Rule::paused;
  held.date = followed::first_day + days{2};
  held.seen = {followed::first_day + days{1}, Slot::evening};
  held.given = 2;
  plan.changes.push_back(held);
  CHECK(today(plan, followed::first_day + days{2}).decided.size() == 1);
  CHECK(today(plan, followed::first_day + days{3}).decided.empty());
  CHECK(contains(page(plan, followed::first_day + days{2}), "What is new • You asked for a break"));
  plan.changes.back().seen = {followed::first_day + days{2}, Slot::evening};
  CHECK(today(plan, followed::first_day + days{3}).decided.size() == 1);
}

TEST_CASE("the safety questions say which red flag a yes is, and do not come again on the first day", "[today]") {
  const Plan plan = plain();
  CHECK_FALSE(today(plan, followed::first_day).screening);
  local_days due = followed::first_day + days{1};
  while (!today(plan, due).screening) due += days{1};
  const std::string text = page(plan, due);
  for (const RedFlag* flag : red_flags_of(catalog(), plan.protocol().condition))
    CHECK(contains(text, "If yes, report the red flag " + flag->id + "."));
}
