// Counts every call of operator new in this program.
#pragma once

#include <cstdint>

namespace bench {

std::uint64_t allocations();  // so far

}  // namespace bench
