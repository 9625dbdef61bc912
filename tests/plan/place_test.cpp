#include "plan/place.hpp"

#include "support/catch.hpp"
#include "support/small_protocol.hpp"

using namespace rehab;
using rehab_test::dates;
using rehab_test::just;
using rehab_test::person;
using rehab_test::rules;
using rehab_test::sessions;
using rehab_test::Small;
using Rule = Change::Rule;

namespace {

Weekdays only(std::initializer_list<unsigned> days) {
  Weekdays out;
  for (const unsigned d : days) out.insert(std::chrono::weekday{d});
  return out;
}

Plan plan_of(const Small& small, const Case& intake) {
  Result<Plan> plan = make_plan(small.catalog(), intake);
  REQUIRE(plan);
  return *plan;
}

Small one_workout(int days, int times_per_day, int days_per_week, std::vector<Part> at = {Part::morning}) {
  Small small;
  small.phase("phase", days);
  small.workout("train", std::move(at), times_per_day, days_per_week);
  small.dose(small.exercise("exercise"), 3, 15);
  return small;
}

}  // namespace

TEST_CASE("three days a week lie evenly, counted from the first day of the phase") {
  CHECK(dates(plan_of(one_workout(14, 1, 3), person())) == "Tue 1 Dec, Thu 3 Dec, Sat 5 Dec, Tue 8 Dec, Thu 10 Dec, Sat 12 Dec");
}

TEST_CASE("two free days with three asked and 48 hours of rest give two, and it is told") {
  Small small = one_workout(7, 1, 3);
  small.protocol.phases[0].workouts[0].min_hours_apart = 48;
  Case intake = person();
  intake.days = only({1, 4});  // Monday and Thursday
  const Plan plan = plan_of(small, intake);
  CHECK(dates(plan) == "Thu 3 Dec, Mon 7 Dec");
  REQUIRE(rules(plan) == std::vector{Rule::fewer_days});
  CHECK(plan.changes[0].asked == 3);
  CHECK(plan.changes[0].given == 2);
}

TEST_CASE("two free days that stand too close give one: rest is never broken to reach a number") {
  Small small = one_workout(7, 1, 3);
  small.protocol.phases[0].workouts[0].min_hours_apart = 48;
  Case intake = person();
  intake.days = only({2, 3});
  CHECK(dates(plan_of(small, intake)) == "Tue 1 Dec");
}

TEST_CASE("48 hours are counted by the clock: an evening and the morning two days later are too close") {
  Small small;
  small.phase("first", 3);
  small.workout("train", {Part::evening}, 1, 1).min_hours_apart = 48;
  const auto exercise = small.exercise("exercise");
  small.dose(exercise, 3, 15);
  small.phase("second", 4);
  small.workout("train", {Part::morning}, 1, 7).min_hours_apart = 48;
  small.dose(exercise, 3, 15);
  Case intake = person();
  intake.days = only({4, 6});  // the first phase ends on Thursday, the second begins on Friday
  CHECK(sessions(plan_of(small, intake)) == "Thu 3 Dec 18:00 train");
}

TEST_CASE("in a phase of three days with two free ones, a weekly workout that would fall outside stands once") {
  Small small = one_workout(3, 1, 1);
  small.workout("second", {Part::morning}, 1, 1).not_with = {0};
  small.dose(small.exercise("other"), 1, 1);
  Case intake = person();
  intake.days = only({2, 3});
  const Plan plan = plan_of(small, intake);
  CHECK(sessions(plan) == "Tue 1 Dec 07:30 train; Wed 2 Dec 07:30 second");
}

TEST_CASE("part of a week gets its share of the days, rounded up") {
  CHECK(dates(plan_of(one_workout(10, 1, 3), person())) == "Tue 1 Dec, Thu 3 Dec, Sat 5 Dec, Tue 8 Dec, Thu 10 Dec");
  CHECK(dates(plan_of(one_workout(9, 1, 5), person())) ==
        "Tue 1 Dec, Wed 2 Dec, Thu 3 Dec, Fri 4 Dec, Sat 5 Dec, Tue 8 Dec, Wed 9 Dec");
}

TEST_CASE("workouts that share no day keep apart, and the one named first keeps its day") {
  Small small = one_workout(7, 1, 1);
  Workout& run = small.workout("run", {Part::morning}, 1, 2);
  run.not_with = {0};
  run.min_hours_apart = 48;
  small.dose(small.exercise("other"), 1, 1);
  CHECK(sessions(plan_of(small, person())) == "Tue 1 Dec 07:30 train; Thu 3 Dec 07:30 run; Sun 6 Dec 07:30 run");
}

TEST_CASE("days after a high day rest from medium and high days, and light days do not count") {
  Small small;
  for (const int days : {0, 2, 3}) {
    DayLevel& level = small.data.levels.emplace_back();
    level.id = "level";
    level.recovery_days = days;
  }
  small.phase("phase", 7);
  small.workout("high", {Part::morning}, 1, 1).level.value = 2;
  small.dose(small.exercise("a"), 1, 1);
  small.workout("medium", {Part::morning}, 1, 7).level.value = 1;
  small.dose(small.exercise("b"), 1, 1);
  small.workout("light", {Part::evening}, 1, 2).level.value = 0;
  small.dose(small.exercise("c"), 1, 1);
  // The high day is Tuesday; the next medium day is four days later at the soonest, or the same day.
  CHECK(sessions(plan_of(small, person())) == "Tue 1 Dec 07:30 high medium; Tue 1 Dec 18:00 light; Fri 4 Dec 18:00 light");
}

TEST_CASE("a person without the preferred part of the day gets the nearest other, since parts are convenience and no dose") {
  Case intake = person();
  intake.times[static_cast<std::size_t>(Part::evening)].reset();
  CHECK(sessions(plan_of(one_workout(1, 1, 7, {Part::evening}), intake)) == "Tue 1 Dec 15:30 train");
  intake.times = {};
  intake.times[0] = std::chrono::minutes{6 * 60};
  const Plan plan = plan_of(one_workout(1, 2, 7, {Part::evening, Part::morning}), intake);
  CHECK(sessions(plan) == "Tue 1 Dec 06:00 train");
  CHECK(rules(plan) == std::vector{Rule::fewer_times});
}

TEST_CASE("the week in which most is missing is told, not only the first") {
  Small small = one_workout(14, 1, 7, {Part::morning, Part::evening});
  small.protocol.phases[0].workouts[0].times_per_day.weeks[0] = {Range{1, 1}, Range{2, 2}};
  Case intake = person();
  intake.times = {};
  intake.times[0] = std::chrono::minutes{6 * 60};
  const Plan plan = plan_of(small, intake);
  REQUIRE(rules(plan) == std::vector{Rule::fewer_times});
  CHECK(plan.changes[0].asked == 2);
  CHECK(plan.changes[0].date == day(2026, 12, 8));
}

TEST_CASE("optional workouts come only when they are wanted, and workouts of other severities never") {
  Small small = one_workout(7, 1, 1);
  small.workout("extra", {Part::morning}, 1, 1).optional = true;
  small.dose(small.exercise("b"), 1, 1);
  small.workout("severe", {Part::morning}, 1, 1).only = {Severity::severe};
  small.dose(small.exercise("c"), 1, 1);
  Case intake = person();
  CHECK(sessions(plan_of(small, intake)) == "Tue 1 Dec 07:30 train");
  intake.with = {"extra"};
  CHECK(sessions(plan_of(small, intake)) == "Tue 1 Dec 07:30 train extra");
}
