// What is done: the doses of a routine for one person, with missing equipment and tags taken into account.
#pragma once

#include "rehab/plan.hpp"

namespace rehab::plan {

// Appends the doses of `routine` (its phase, weeks and workouts are set) to `plan.doses`, fills the rest of the routine, and adds a
// change for each exercise that is replaced or left out, once a phase.
void prescribe(Plan& plan, Routine& routine);

}  // namespace rehab::plan
