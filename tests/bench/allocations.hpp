// Counts every call of operator new in this program, and the octets that are in use.
#pragma once

#include <cstddef>
#include <cstdint>

namespace bench {

std::uint64_t allocations();  // so far
std::size_t octets_in_use();  // asked for by operator new and not given back yet

}  // namespace bench
