// Which weekdays a workout falls on: as far apart as the free days allow.
#pragma once

#include <cstdint>
#include <span>

namespace rehab::plan {

// Days of a week counted from a phase's first day: bit i is the day i after it, 0 to 6, and the same day of every later week.
using WeekDays = std::uint8_t;

// Another workout's days that this one must keep away from.
struct Neighbour {
  WeekDays days = 0;
  int after = 0;          // days from a day of the other to the next day of this one, at least
  int before = 0;         // days from a day of this one to the next day of the other, at least
  bool same_day = false;  // but they may share a day

  friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

struct Spread {
  int count = 0;  // how many days a week are asked for
  WeekDays free = 0;
  int min_days = 1;  // between days of this workout, around the week
  std::span<const Neighbour> neighbours;
};

// The subset of `free` with `count` days that keeps every distance and has the largest smallest gap around the week; of equals
// the one whose days come first. If none of that size does, the next smaller size: never a broken distance. 0: none at all.
WeekDays spread(const Spread& wanted);

}  // namespace rehab::plan
