// How long a phase stretches each muscle in a week, for the reader: many stretches a day are easily more than does any good.
//
//   std::string line;
//   append_stretch_sum(line, catalog, fullest_stretch_week(plan, span));
//   // "in the fullest week, on one leg: upper calf 540 s, lower calf 540 s; the ceiling is 600 s a week for a muscle"
#pragma once

#include <cstdint>
#include <string>

#include "protocol/stretch.hpp"
#include "rehab/plan.hpp"

namespace rehab {

// Of each muscle its longest week: as a protocol writes the phase, all that is optional included; and as a plan has it.
protocol::StretchWeek fullest_stretch_week(const CatalogData& catalog, const Protocol& protocol, const Phase& phase,
                                           Severity severity);
protocol::StretchWeek fullest_stretch_week(const Plan& plan, std::uint16_t span);

// False: nothing is stretched, and nothing is appended.
bool append_stretch_sum(std::string& out, const Catalog& catalog, const protocol::StretchWeek& week);

}  // namespace rehab
