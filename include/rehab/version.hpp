// The version of the headers and of the library.
#pragma once

#include <string_view>

#define REHAB_VERSION_MAJOR 0
#define REHAB_VERSION_MINOR 1
#define REHAB_VERSION_PATCH 0

namespace rehab {

// Of the library that is linked, "0.1.0"; a program can compare it with the macros it was compiled with.
std::string_view version();

}  // namespace rehab
