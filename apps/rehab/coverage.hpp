// How complete protocols are, as a matrix for eyes and as data.
#pragma once

#include <string>

#include "rehab/review.hpp"

namespace app {

// 80 columns wide: one column a protocol, then what is missing in each, then where the numbers come from.
std::string coverage_text(const rehab::Coverage& coverage, bool color);
// The same as data: one object.
void append_coverage(std::string& out, const rehab::Coverage& coverage);

}  // namespace app
