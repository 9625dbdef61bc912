// The sample plan through the C API.
#pragma once

#include <cstdint>

namespace bench {

// Makes it, and gives it back.
void plan_in_c();
// Walks every session with all of its doses; a sum of what was found, so that nothing is left out.
std::int64_t walk_in_c();

}  // namespace bench
