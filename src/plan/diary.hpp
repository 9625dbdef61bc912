// What a diary may say. No message holds what it says.
#pragma once

#include <vector>

#include "rehab/case.hpp"
#include "rehab/catalog.hpp"
#include "rehab/diagnostic.hpp"

namespace rehab::plan {

// Everything that is wrong, with Area::intake, code "diary" and the place as key: "diary[3].pain", counted from 1.
void check_diary(const Catalog& catalog, const Case& intake, std::vector<Diagnostic>& diagnostics);

}  // namespace rehab::plan
