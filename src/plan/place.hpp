// Puts each workout on days and parts of the day. Rest is never broken to reach a number; the workout named first keeps its day.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "plan/course.hpp"
#include "plan/rest.hpp"
#include "plan/spread.hpp"
#include "rehab/plan.hpp"

namespace rehab::plan {

// By Workout::number: how many weeks a workout is behind its phase, because it began again.
using WeeksBehind = std::array<std::uint8_t, 64>;

// The week of the phase for a workout's numbers, 1-based.
constexpr int week_for(int week_of_phase, const Workout& workout, const WeeksBehind& behind) {
  const int week = week_of_phase - behind[workout.number % 64];
  return week < 1 ? 1 : week;
}

// One visit of a phase. Which weekdays a workout has stays as it was chosen for a week, however often its rest is placed anew.
class Placing {
 public:
  // For the last of `plan.phases`.
  void begin(const Plan& plan);

  // Places days [from, end) of the visit; those before are left alone. Tells a change for every workout that gets less than the
  // protocol asks, if `telling`.
  void place(Plan& plan, const Course& course, const WeeksBehind& behind, int from, bool telling, Grid& grid);

 private:
  friend class PhasePlacing;
  static constexpr std::size_t most_workouts = 32;  // of a phase; read_catalog holds to it
  static constexpr std::size_t most_weeks = most_days / 7;

  std::array<std::array<WeekDays, most_weeks>, most_workouts> chosen_{};
  std::array<std::array<std::int8_t, most_weeks>, most_workouts> asked_{};  // days a week; -1: not chosen yet
};

// The parts of the day for a workout, the preferred first: those of `at` that the person has, then, since `at` is convenience and
// no dose, the person's other parts, the nearest to the first of `at` first, of two the earlier.
struct Parts {
  std::array<Part, part_names.size()> part{};
  std::size_t count = 0;
};
Parts parts_for(const Case& intake, const Workout& workout);

// Does the plan's person do this workout: of this severity, and wanted if it is optional?
bool takes_part(const Case& intake, const Workout& workout);
// All of the phase that take part: bit i is Workout::number i.
std::uint64_t workouts_for(const Case& intake, const Phase& phase);

}  // namespace rehab::plan
