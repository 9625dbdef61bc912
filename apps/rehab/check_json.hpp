// What `rehab check` found, as data.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "rehab/review.hpp"

namespace app {

// `files`: how many were checked. `coverage`: null where it was not asked for, or nothing could be read.
std::string check_json(std::size_t files, std::span<const rehab::Diagnostic> found, const rehab::Coverage* coverage);

}  // namespace app
