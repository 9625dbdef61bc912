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

// Does the plan's person do this workout: of this severity, and wanted if it is optional?
bool takes_part(const Case& intake, const Workout& workout);

}  // namespace rehab::plan
