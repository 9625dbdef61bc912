// The version of the library that is linked. That of the headers is in api.h: REHAB_VERSION_MAJOR, _MINOR, _PATCH.
#pragma once

#include <string_view>

#include "rehab/api.h"

namespace rehab {

// "0.1.0"; a program can compare it with the macros that it was compiled with.
REHAB_API std::string_view version();

}  // namespace rehab
