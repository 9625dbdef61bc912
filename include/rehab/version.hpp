// The version of the library that is linked. That of the headers is in api.h: REHAB_VERSION_MAJOR, _MINOR, _PATCH.
//
//   const std::string built_with = std::to_string(REHAB_VERSION_MAJOR) + "." + std::to_string(REHAB_VERSION_MINOR);
//   if (!rehab::version().starts_with(built_with + ".")) return 1;  // a shared library of another version was found
//
// While the first number is 0 another second one may break what was built against this one, afterwards only another first.
#pragma once

#include <string_view>

#include "rehab/api.h"

namespace rehab {

// "0.1.0": three numbers with dots. The text lives as long as the program.
REHAB_API std::string_view version();

}  // namespace rehab
