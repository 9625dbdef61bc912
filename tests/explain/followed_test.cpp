// Every day and every week of a plan with a diary can be explained, however long a phase was held, and however often it began
// again.
#include "support/followed.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>

#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "support/random_diaries.hpp"

using namespace rehab;
using std::chrono::days;

namespace {

// Whether each day and each week has an explanation that names a week of the plan and writes its pages.
bool is_explained(const Plan& plan) {
  for (auto date = plan.days.begin - days{3}; date < plan.days.end + days{3}; date += days{1}) {
    const Result<Explanation> why = explain_day(plan, date);
    if (!why || why->week > plan.weeks || explanation_text(*why).empty() || explanation_json(*why).empty()) return false;
  }
  for (int week = 1; week <= plan.weeks; ++week) {
    const Result<Explanation> why = explain_week(plan, week);
    if (!why || explanation_text(*why).empty()) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a week beyond those that the protocol plans for a phase is explained as it is lived", "[explain]") {
  const Catalog catalog = builtin_catalog();
  Case intake = followed::person("calf-strain");
  Entry tests, run, morning;
  tests.date = followed::first_day + days{41};
  tests.slot = Slot::evening;
  tests.pain = 0;
  tests.measured = {{"walks-10-min-free", 1}, {"one-leg-heel-raise", 26, 26}, {"jump-pain", 0},
                    {"hop-pain", 0},          {"standing-strength", 30, 30},  {"seated-strength", 30, 30}};
  run.date = followed::first_day + days{42};
  run.slot = Slot::morning;
  run.done = Done::all;
  run.pain = 2;
  morning.date = followed::first_day + days{43};
  morning.slot = Slot::waking;
  morning.measured = {{"pain-next-morning", 2}};
  intake.diary = {tests, run, morning};
  const Plan plan = followed::plan(catalog, intake);
  const auto is_beyond = [&](const Session& session) {
    return (session.date - plan.span_of(session).days.begin).count() >= plan.span_of(session).planned;
  };
  CHECK(std::any_of(plan.sessions.begin(), plan.sessions.end(), is_beyond));
  CHECK(is_explained(plan));
}

TEST_CASE("every day of every built-in plan with a diary is explained", "[explain]") {
  const Catalog catalog = builtin_catalog();
  for (const Protocol& protocol : catalog->protocols)
    for (const int diary : {9, 40, 80}) {
      Case intake = followed::person(catalog, protocol.id, diary, 5);
      const Result<Plan> plan = make_plan(catalog, intake);
      CAPTURE(protocol.id, diary);
      if (plan) CHECK(is_explained(*plan));
    }
}

TEST_CASE("every day of random plans with a random diary is explained", "[explain]") {
  if (std::getenv("RC_PARAMS") == nullptr) setenv("RC_PARAMS", "max_success=300", 1);
  CHECK(rc::check("each day has an explanation", [] {
    const rehab_test::Situation s = rehab_test::random_lived();
    const Result<Plan> plan = make_plan(s.catalog, s.intake);
    RC_PRE(static_cast<bool>(plan));
    RC_ASSERT(is_explained(*plan));
  }));
}
