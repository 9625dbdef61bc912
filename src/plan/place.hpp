// Puts each workout on days and parts of the day. Rest is never broken to reach a number; the workout named first keeps its day.
#pragma once

#include <array>
#include <cstdint>

#include "plan/course.hpp"
#include "rehab/plan.hpp"

namespace rehab::plan {

// Which workouts stand in each part of each day of the course: bit i is Workout::number i.
using Grid = std::array<std::array<std::uint64_t, part_names.size()>, most_days>;

// Adds a change for every workout that gets less than the protocol asks.
void place_workouts(Plan& plan, const Course& course, Grid& grid);

// The parts of the day for a workout, the preferred first: those of `at` that the person has, then, since `at` is convenience and
// no dose, the person's other parts, the nearest to the first of `at` first, of two the earlier.
struct Parts {
  std::array<Part, part_names.size()> part{};
  std::size_t count = 0;
};
Parts parts_for(const Case& intake, const Workout& workout);

// Does the plan's person do this workout: of this severity, and wanted if it is optional?
bool takes_part(const Case& intake, const Workout& workout);

}  // namespace rehab::plan
