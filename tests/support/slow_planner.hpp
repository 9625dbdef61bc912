// The obvious slow planner: the rules of placing, written down once more with nothing in mind but the rules. The oracle of the
// laws.
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

// Empty also where the fast planner refuses (days away beyond a year).
Placed slow_plan(const rehab::Catalog& catalog, const rehab::Case& intake);

}  // namespace rehab_test
