// Real plans of the built-in protocols, and a hostile catalog, for tests of what people and programs read.
#pragma once

#include <string_view>
#include <vector>

#include "rehab/rehab.hpp"

namespace rehab::eyes {

// Read once.
const Catalog& builtin();

// From Tuesday 2026-12-01 in Berlin, left leg, cleared.
Case intake(std::string_view protocol, Severity severity);

// Fails the test if there is no plan.
Plan plan(const Case& intake, const Catalog& catalog = builtin());
Plan plan(std::string_view protocol, Severity severity);

// Every protocol of the built-in catalog with every severity for which there is a plan.
std::vector<Case> all_cases();

// The built-in catalog with terminal controls, direction marks, broken UTF-8, and words of 300 letters in its texts.
Catalog hostile();

}  // namespace rehab::eyes
