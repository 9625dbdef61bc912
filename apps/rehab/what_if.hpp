// Entries that nobody made, to see what they would change.
//
//   pain=6 on 2026-12-10, one-leg-heel-raise=12/25 on 2026-12-20, done=none on 2026-12-21 evening
#pragma once

#include <vector>

#include "rehab/plan.hpp"

namespace app {

struct Arguments;
struct OwnCase;

// Those of `--what-if`, by time. What cannot be read is a problem; ids are left to the library, but for their units.
std::vector<rehab::Entry> read_what_if(const Arguments& arguments, const rehab::Catalog& catalog,
                                       std::vector<rehab::Diagnostic>& problems);

// Prints what they would change, as text or JSON, against the plan as of the first of them. Returns the exit code.
int put_what_if(const Arguments& arguments, const OwnCase& own, const std::vector<rehab::Entry>& entries, bool json, int width);

}  // namespace app
