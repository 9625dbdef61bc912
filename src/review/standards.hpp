// The standards that protocols are held to, clause by clause, each with the keys that answer it.
#pragma once

#include <vector>

#include "rehab/review.hpp"
#include "review/survey.hpp"

namespace rehab::review {

// CERT: Slade and others 2016, Consensus on Exercise Reporting Template, 16 items, some in two parts.
std::vector<CoverageItem> cert_items(const Survey& survey);

// What a complete prescription says at least, field by field.
std::vector<CoverageItem> minimum_items(const Survey& survey);

}  // namespace rehab::review
