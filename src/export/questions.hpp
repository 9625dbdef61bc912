// What the rules of a plan want to know of a person.
#pragma once

#include <vector>

#include "rehab/plan.hpp"

namespace rehab {

// The measures that the protocol or a rule of the plan asks for at these times, in the order of the catalog.
std::vector<Index<Measure>> asked_of(const Plan& plan, Measure::Asked when);

}  // namespace rehab
