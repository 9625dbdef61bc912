#include "plan/rest.hpp"

#include <algorithm>
#include <bit>

namespace rehab::plan {

using std::chrono::days;
using std::chrono::minutes;

namespace {

bool names(const std::vector<std::uint8_t>& numbers, std::uint8_t number) {
  return std::ranges::find(numbers, number) != numbers.end();
}

int recovery_days(const Plan& plan, const Workout& workout) {
  return workout.level ? plan.catalog[workout.level].recovery_days : 0;
}

const Workout* workout_numbered(const Phase& phase, int number) {
  const auto it = std::ranges::find(phase.workouts, number, [](const Workout& w) { return static_cast<int>(w.number); });
  return it == phase.workouts.end() ? nullptr : &*it;
}

}  // namespace

bool excludes(const Workout& a, const Workout& b) { return names(a.not_with, b.number) || names(b.not_with, a.number); }

int hours_between(const Workout& a, const Workout& b) {
  if (a.number == b.number) return std::max(a.min_hours_apart.value_or(0), b.min_hours_apart.value_or(0));
  int hours = 0;
  if (names(a.not_with, b.number)) hours = std::max(hours, a.min_hours_apart.value_or(0));
  if (names(b.not_with, a.number)) hours = std::max(hours, b.min_hours_apart.value_or(0));
  return hours;
}

int days_between(const Plan& plan, const Workout& a, const Workout& b) {
  const int one = recovery_days(plan, a), other = recovery_days(plan, b);
  return one == 0 || other == 0 ? 0 : std::max(one, other) + 1;
}

Rest::Rest(const Plan& plan, const Course& course, const Grid& grid, const Workout& workout)
    : plan_(plan), course_(course), grid_(grid), workout_(workout) {
  for (const Phase& phase : plan.protocol().phases) {
    for (const Workout& other : phase.workouts) {
      const int hours = hours_between(workout, other);
      const int level = days_between(plan, workout, other);
      if (hours == 0 && level == 0 && !excludes(workout, other)) continue;
      watched_ |= std::uint64_t{1} << other.number;
      reach_ = std::max({reach_, days{hours / 24 + 1}, days{level}});
    }
  }
}

bool Rest::clash(int day, Part part, int other_day, std::size_t other_part, std::uint64_t there) const {
  const Phase& phase = plan_.protocol().phases[course_.stretches[course_.at(other_day).stretch].phase];
  const days apart = std::chrono::abs(course_.at(day).date - course_.at(other_day).date);
  const auto clock = [&](int d, std::size_t p) { return course_.at(d).date + *plan_.intake.times[p]; };
  const minutes gap = std::chrono::abs(clock(day, static_cast<std::size_t>(part)) - clock(other_day, other_part));
  for (; there != 0; there &= there - 1) {
    const Workout* other = workout_numbered(phase, std::countr_zero(there));
    if (!other) continue;
    if (apart == days{0} && other->number != workout_.number && excludes(workout_, *other)) return true;
    if (gap < minutes{60 * hours_between(workout_, *other)}) return true;
    if (apart > days{0} && apart < days{days_between(plan_, workout_, *other)}) return true;
  }
  return false;
}

bool Rest::allows(int day, Part part) const {
  const auto date = [&](int d) { return course_.at(d).date; };
  const auto free = [&](int other) {
    const auto& parts = grid_[static_cast<std::size_t>(other)];
    for (std::size_t p = 0; p < parts.size(); ++p) {
      const std::uint64_t there = parts[p] & watched_;
      if (there != 0 && clash(day, part, other, p, there)) return false;
    }
    return true;
  };
  if (watched_ == 0) return true;
  for (int other = day; other >= 0 && date(day) - date(other) <= reach_; --other) {
    if (!free(other)) return false;
  }
  for (int other = day + 1; other < course_.days && date(other) - date(day) <= reach_; ++other) {
    if (!free(other)) return false;
  }
  return true;
}

}  // namespace rehab::plan
