// What is done in a session, as JSON: every number of every dose with its origin. See json_sheet.hpp for the conventions.
#pragma once

#include "export/json_sheet.hpp"
#include "rehab/plan.hpp"

namespace rehab {

// One object.
void write_routine(const JsonSheet& sheet, const Plan& plan, const Routine& routine);

}  // namespace rehab
