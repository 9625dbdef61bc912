// The course of a plan: the days of its phases, one after the other, and the date of each. Days away either move the rest or fall
// out.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

#include "rehab/plan.hpp"

namespace rehab::plan {

inline constexpr int most_days = 84;                              // twelve weeks, counted in days of phases
inline constexpr std::chrono::days longest_stay{366};             // from the first day to the last, days away included
inline constexpr std::size_t most_course_days = 366 + most_days;  // days that did not count, too, and what is planned after them

// A visit of a phase as days [first, end) of the course. The end moves while the visit goes on.
struct Stretch {
  std::uint16_t phase = 0;  // index into Protocol::phases
  int first = 0, end = 0;
};

struct Course {
  struct Day {
    std::chrono::local_days date{};
    bool off = false;           // away, where days away fall out
    std::uint8_t of_phase = 0;  // days of the visit before it, counted
    std::uint8_t week = 1;      // of the phase, for numbers that go by week; held and repeated weeks do not advance it
    std::uint8_t of_plan = 0;   // days of the plan before it, counted
    bool uncounted = false;     // its session was missed, so it comes again
    std::uint16_t stretch = 0;  // index into `stretches`
  };
  int days = 0;  // that are laid out
  std::array<Day, most_course_days> day;
  std::array<Stretch, most_course_days> stretches;  // as many as Plan::phases

  const Day& at(int d) const { return day[static_cast<std::size_t>(d)]; }
  Day& at(int d) { return day[static_cast<std::size_t>(d)]; }
};

// The range of days away that covers the date; null: none does.
const DayRange* away_on(const Case& intake, std::chrono::local_days date);

// How long a phase is planned now, and what it says about it.
struct PhaseLength {
  int planned = 0, shortest = 0, longest = 0;  // in days
  bool cut = false;                            // fewer days are left than it asks for
};

// With extra days for the person's tags, of which it tells in changes of the span: never past the twelve weeks. `counted`: days of
// the plan before it. `plan.phases` has the span already.
PhaseLength length_of(Plan& plan, std::uint16_t phase, int counted);

// Fills `plan.phases` as the protocol plans them, one after the other without days away, and tells of extra days.
void lay_plain_phases(Plan& plan);

// The next phase that this severity plays after `phase`, and the one before it; none: there is none.
std::optional<std::uint16_t> next_played(const Plan& plan, int phase);
std::optional<std::uint16_t> played_before(const Plan& plan, int phase);

// Whether the plain plan, without a diary, would last longer than `longest_stay`.
bool stays_too_long(const Plan& plan);

}  // namespace rehab::plan
