// Identities that last: of a plan by its intake, of a session by its place in the protocol.
#pragma once

#include "rehab/plan.hpp"

namespace rehab::plan {

// The case's own id, or a hash of everything that the plan depends on.
Uuid identify(const Protocol& protocol, const Case& intake);

}  // namespace rehab::plan
