// What is done: the doses of a routine for one person, with missing equipment and tags taken into account.
#pragma once

#include <cstdint>

#include "plan/standing.hpp"
#include "rehab/plan.hpp"

namespace rehab::plan {

// Appends the doses of `routine` (its phase, weeks and workouts are set) to `plan.doses`, fills the rest of the routine, and adds a
// change for each exercise that is replaced or left out, once a phase, if `telling`. Loads, rungs and volumes are those of
// `plan.standings`.
void prescribe(Plan& plan, Routine& routine, const Circumstances& circumstances, bool telling = true);

// The most pain that the phase allows in this week of it; no value: only limits count.
Figure most_pain(const Plan& plan, const Phase& phase, int week_of_phase);

// Weeks of a phase, 1-based, inclusive.
struct Weeks {
  int first = 1, last = 0;
};

// A plan of one phase alone, with a routine of all these workouts in each week: what is prescribed there, whatever the days allow.
// It has no days and no sessions. `protocol` is an index into the catalog's, `phase` into the protocol's.
Plan prescribe_phase(const Catalog& catalog, std::uint16_t protocol, const Case& intake, std::uint16_t phase, Weeks weeks,
                     std::uint64_t workouts);

}  // namespace rehab::plan
