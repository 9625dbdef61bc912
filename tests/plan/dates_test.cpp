// The arithmetic of dates, over every start of a 400-year cycle of the calendar.
#include <array>

#include "plan/course.hpp"
#include "rehab/rehab.hpp"
#include "support/catch.hpp"

using namespace rehab;
using std::chrono::days;
using std::chrono::local_days;

namespace {

// A calendar that knows nothing but the lengths of months and that 1 January 2000 was a Saturday.
struct Almanac {
  int year = 2000, month = 1, day = 1, weekday = 6;  // 0 is Sunday

  void next() {
    constexpr std::array lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const int length = lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
    weekday = (weekday + 1) % 7;
    if (++day <= length) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

Catalog one_workout(int days_a_week, int weeks) {
  CatalogData data;
  data.sources.emplace_back().id = "somebody-2000";
  Exercise exercise;
  exercise.id = "exercise";
  data.exercises.push_back(exercise);
  data.conditions.emplace_back().id = "condition";
  data.pain_rules.emplace_back().id = "rule";
  Workout workout;
  workout.id = "workout";
  workout.at = {Part::morning};
  workout.times_per_day.weeks[0] = {Range{1, 1}};
  workout.days_per_week.weeks[0] = {Range{days_a_week, days_a_week}};
  Dose dose;
  dose.exercises = {{0}};
  dose.numbers.reps.weeks[0] = {Range{10, 10}};
  dose.numbers.provenance.cite.value = 0;
  workout.doses.push_back(dose);
  Phase phase;
  phase.id = "phase";
  phase.weeks.emplace().numbers.fill(weeks);
  phase.workouts.push_back(workout);
  Protocol protocol;
  protocol.id = "protocol";
  protocol.condition.value = protocol.pain_rule.value = 0;
  for (auto& offer : protocol.severity) offer.emplace().weeks = weeks;
  protocol.phases.push_back(phase);
  data.protocols.push_back(protocol);
  return Catalog(data);
}

Weekdays weekdays(unsigned set) {
  Weekdays out;
  for (unsigned d = 0; d < 7; ++d) {
    if ((set >> d & 1u) != 0) out.insert(std::chrono::weekday{d});
  }
  return out;
}

}  // namespace

TEST_CASE("every day of 400 years has the date and the weekday of an almanac, and every plan from 2 to 12 weeks its last day") {
  Almanac almanac;
  std::array<Almanac, 85> ahead{};  // the next twelve weeks
  for (std::size_t i = 1; i < ahead.size(); ++i) {
    ahead[i] = ahead[i - 1];
    ahead[i].next();
  }
  const local_days first = day(2000, 1, 1);
  bool all = true;
  for (int n = 0; n < 146'097; ++n) {
    const local_days date = first + days{n};
    const std::chrono::year_month_day ymd{date};
    all = all && static_cast<int>(ymd.year()) == almanac.year &&
          static_cast<unsigned>(ymd.month()) == static_cast<unsigned>(almanac.month) &&
          static_cast<unsigned>(ymd.day()) == static_cast<unsigned>(almanac.day);
    all = all && day(almanac.year, static_cast<unsigned>(almanac.month), static_cast<unsigned>(almanac.day)) == date;
    for (unsigned set = 1; set < 128; ++set) {
      all = all && weekdays(set).contains(std::chrono::weekday{date}) == ((set >> almanac.weekday & 1u) != 0);
    }
    for (int weeks = 2; weeks <= 12; ++weeks) {
      // Week 1 is days 0 to 6, so the last day is start + 7 × weeks − 1.
      const Almanac& last = ahead[static_cast<std::size_t>((n + 7 * weeks - 1) % 85)];
      const std::chrono::year_month_day end{date + days{7 * weeks - 1}};
      all = all && static_cast<int>(end.year()) == last.year &&
            static_cast<unsigned>(end.day()) == static_cast<unsigned>(last.day) &&
            static_cast<unsigned>(end.month()) == static_cast<unsigned>(last.month);
    }
    Almanac next = ahead[static_cast<std::size_t>((n + 84) % 85)];
    next.next();
    ahead[static_cast<std::size_t>(n % 85)] = next;
    almanac.next();
  }
  CHECK(all);
  CHECK(almanac.year == 2400);
}

// Placing sees a date only through its weekday (above, for every date), so seven starts stand for all of them.
TEST_CASE("every weekday of the start, set of free days and length gives the days that counting gives") {
  for (int weeks = 2; weeks <= 12; ++weeks) {
    const Catalog catalog = one_workout(7, weeks);
    Case intake;
    intake.protocol = "protocol";
    Plan plan;
    std::vector<Diagnostic> diagnostics;
    for (int weekday = 0; weekday < 7; ++weekday) {
      intake.start = day(2026, 11, 29) + days{weekday};
      for (unsigned set = 1; set < 128; ++set) {
        intake.days = weekdays(set);
        REQUIRE(make_plan(catalog, intake, plan, diagnostics));
        std::size_t next = 0;
        bool same = plan.days.end - plan.days.begin == days{7 * weeks};
        for (int n = 0; n < 7 * weeks; ++n) {
          if ((set >> ((weekday + n) % 7) & 1u) == 0) continue;
          same = same && next < plan.sessions.size() && plan.sessions[next].date == intake.start + days{n};
          ++next;
        }
        CAPTURE(weeks, weekday, set);
        REQUIRE(same);
        REQUIRE(next == plan.sessions.size());
      }
    }
  }
}
