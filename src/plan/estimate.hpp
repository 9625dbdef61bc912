// How long a session takes, for the calendar. An estimate of ours, not a dose: no source states it.
#pragma once

#include <chrono>

#include "rehab/plan.hpp"

namespace rehab::plan {

// From the upper ends of the doses' ranges, in steps of 5 minutes, 5 to 180.
std::chrono::minutes estimate(const Plan& plan, const Routine& routine);

}  // namespace rehab::plan
