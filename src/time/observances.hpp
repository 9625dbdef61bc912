// How a calendar can say what the clocks of a zone do during a plan: the observances of a VTIMEZONE (RFC 5545 3.6.5).
//
//   ObservanceFinder finder(begin, end);
//   for (const ClockChange& change : changes) finder.add(change);
//   finder.write(offset, observances);  // a pair, one, or none: the zone cannot be said that way
//
// Half of all readers understand one shape only: a single fixed observance, or one DAYLIGHT and one STANDARD that each begin every
// year on the nth weekday of a month, without an end and without RDATE. So a zone is said in that shape or not at all.
//
// The finder keeps running totals, not the changes: it never allocates.
#pragma once

#include <chrono>
#include <vector>

#include "rehab/zone.hpp"

namespace rehab::time {

// The last year whose clock changes the system's zone files list.
inline constexpr int last_known_year = 2037;

// At `at` the clocks go from UTC + `from` to UTC + `to`; never equal.
struct ClockChange {
  std::chrono::sys_seconds at;
  std::chrono::seconds from, to;
};

// The changes in one direction, as far as they are one yearly rule.
struct YearlyChange {
  std::chrono::seconds from{}, to{};
  std::chrono::month month{1};
  std::chrono::weekday weekday{};
  std::chrono::seconds time{};  // since local midnight, wall-clock time with `from`
  unsigned places = 0;          // a bit for each nth weekday that fits all of them: 0 to 3 for 1st to 4th, 4 for the last
  int years = 0;                // how many, one a year without a hole; places are 0 if there is a hole

  void add(const ClockChange& change, int years_before);
};

// What changes in the years from `first` to `last`, inclusive.
struct YearlyPair {
  int first = 0, last = -1;
  YearlyChange rise, fall;

  void add(const ClockChange& change);
  // Each year has one rise and one fall, which undo each other.
  bool fits() const;
};

class ObservanceFinder {
 public:
  // For a plan on the days from `begin` to before `end`.
  ObservanceFinder(std::chrono::local_days begin, std::chrono::local_days end);

  // The finder wants all changes from the begin of `first_year` to the end of `last_year`, in order of time.
  int first_year() const { return window.first; }
  int last_year() const { return window.last; }
  void add(const ClockChange& change);

  // `offset`: the zone's at the begin of the plan.
  void write(std::chrono::seconds offset, std::vector<Observance>& out) const;

 private:
  std::chrono::local_seconds begin, end;  // the plan and a day on either side
  bool changes = false;                   // between the two
  YearlyPair window;                      // from the year before the plan to four after it: a rule that holds for good
  YearlyPair plan;                        // the plan's years
};

}  // namespace rehab::time
