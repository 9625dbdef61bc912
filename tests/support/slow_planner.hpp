// The obvious slow planner: the rules of placing, written down once more with nothing in mind but the rules. The oracle of the
// laws, and the ground of the slow replay.
#pragma once

#include <chrono>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "rehab/rehab.hpp"

namespace rehab_test {

// Which workouts (by number) stand at a date and part of the day.
using Placed = std::map<std::pair<std::chrono::local_days, rehab::Part>, std::set<int>>;

// A day of a phase, lived or to come.
struct SlowDay {
  std::chrono::local_days date{};
  int index = 0;        // of the days that count, from 0
  int amount = 1;       // week whose amounts are asked for
  bool away = false;    // nothing falls here
  bool lived = false;   // stays as it is
  bool counted = true;  // else a day that comes again
};

// One visit of a phase.
struct SlowVisit {
  const rehab::Phase* phase = nullptr;
  std::chrono::local_days first{};  // weekdays are counted from here
  int length = 0;                   // in days that count
  std::vector<SlowDay> days;
  std::map<int, int> back;  // by number of the workout: weeks that it lags behind
};

class SlowPlacer {
 public:
  SlowPlacer(const rehab::Catalog& catalog, const rehab::Case& intake) : catalog_(catalog), intake_(intake) {}

  // Places the visit's workouts on its days to come, in place of what was placed there before.
  void place(const SlowVisit& visit);

  // Takes away what was placed from this date on.
  void forget(std::chrono::local_days from);

  const Placed& placed() const { return placed_; }

 private:
  struct Stand {
    std::chrono::local_days date;
    std::chrono::minutes time;
    const rehab::Workout* workout;
  };

  int week_of(const rehab::Workout& workout, const SlowDay& day) const;
  std::set<int> choose(const rehab::Workout& workout, int asked, int week) const;
  bool allowed(const rehab::Workout& workout, std::chrono::local_days date, std::chrono::minutes time) const;
  int try_day(const rehab::Workout& workout, const SlowDay& day);
  bool stands(const rehab::Workout& workout, std::chrono::local_days date) const;
  void place_workout(const rehab::Workout& workout);
  bool place_in_week(const rehab::Workout& workout, int week);

  const rehab::Catalog& catalog_;
  const rehab::Case& intake_;
  const SlowVisit* visit_ = nullptr;
  std::vector<Stand> sessions_;
  std::map<const rehab::Workout*, std::map<int, std::set<int>>> weekdays_;  // by week of the visit, from 0
  // As first chosen, unless another number of days is asked for.
  struct Chosen {
    int asked = -1;
    std::set<int> days;
  };
  std::map<std::pair<const rehab::Workout*, int>, Chosen> chosen_;
  Placed placed_;
};

// Does the case's person do this workout?
bool does(const rehab::Case& intake, const rehab::Workout& workout);

bool away_on(const rehab::Case& intake, std::chrono::local_days date);

// The phases that the case plays: indices into Protocol::phases.
std::vector<std::size_t> played_phases(const rehab::Catalog& catalog, const rehab::Case& intake);

// How long a phase is for the case when it begins after so many days, with the days that tags add as far as there is room.
struct SlowLength {
  int planned = 0, shortest = 0, longest = 0;
};
SlowLength slow_length(const rehab::Catalog& catalog, const rehab::Case& intake, std::size_t phase, int days_before);

// Empty also where the fast planner refuses (days away beyond a year).
Placed slow_plan(const rehab::Catalog& catalog, const rehab::Case& intake);

}  // namespace rehab_test
