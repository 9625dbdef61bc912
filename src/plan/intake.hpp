// What a case may ask for. Everything that is wrong is reported, with the nearest name where there is one.
#pragma once

#include <vector>

#include "rehab/case.hpp"
#include "rehab/catalog.hpp"
#include "rehab/diagnostic.hpp"

namespace rehab::plan {

// The protocol of the case, or null with the reasons: Area::intake for what cannot be, Area::refused for what needs a clinician.
const Protocol* check_intake(const Catalog& catalog, const Case& intake, std::vector<Diagnostic>& diagnostics);

// Whether a plan for this severity, which is offered, is made for nobody without a clinician's clearance.
bool needs_clearance(const Catalog& catalog, const Protocol& protocol, Severity severity);

}  // namespace rehab::plan
