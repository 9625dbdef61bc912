// How long a phase can last, for what counts its weeks.
#pragma once

#include "rehab/protocol.hpp"

namespace rehab::protocol {

// In weeks, begun ones whole: the longest hold, and what tags add; at most 24, twice a plan.
int longest_weeks(const Phase& phase, Severity severity);

}  // namespace rehab::protocol
