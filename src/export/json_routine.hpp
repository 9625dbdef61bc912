// What is done in a session, as JSON: every number of every dose with its origin. See json_sheet.hpp for the conventions.
#pragma once

#include "export/json_sheet.hpp"
#include "rehab/plan.hpp"

namespace rehab {

// One object.
void write_routine(const JsonSheet& sheet, const Plan& plan, const Routine& routine);

// One object; `phase` is the routine's.
void write_dose(const JsonSheet& sheet, const Plan& plan, const Phase& phase, const PlannedDose& dose);

// Members of a change beside its rule and place: exercises, tag, numbers, origin, and the sentence.
void write_change_members(const JsonSheet& sheet, const Plan& plan, const Change& change);

}  // namespace rehab
