// Rest between sessions: hours between workouts, days after hard days, workouts that never share a day. Hours are counted on the
// wall clock.
#pragma once

#include <chrono>
#include <cstdint>

#include "plan/course.hpp"
#include "rehab/plan.hpp"

namespace rehab::plan {

// Does one of the two name the other in `not_with`?
bool excludes(const Workout& a, const Workout& b);
// Hours that must lie between a session of one and a session of the other; 0: none.
int hours_between(const Workout& a, const Workout& b);
// Days from a day with one to the next day with the other, where both are medium or high; 0: any.
int days_between(const Plan& plan, const Workout& a, const Workout& b);

// Which workouts stand in each part of each day of the course: bit i is Workout::number i.
using Grid = std::array<std::array<std::uint64_t, part_names.size()>, most_course_days>;

// What stands so far, seen from one workout.
class Rest {
 public:
  Rest(const Plan& plan, const Course& course, const Grid& grid, const Workout& workout);

  // May the workout stand in this part of this day of the course?
  bool allows(int day, Part part) const;

 private:
  bool clash(int day, Part part, int other_day, std::size_t other_part, std::uint64_t there) const;

  const Plan& plan_;
  const Course& course_;
  const Grid& grid_;
  const Workout& workout_;
  std::uint64_t watched_ = 0;   // numbers of workouts that any rule ties to this one
  std::chrono::days reach_{0};  // how far a rule can reach
};

}  // namespace rehab::plan
