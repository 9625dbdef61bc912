// Identities that last: of a plan by its intake, of a session by its place in the protocol.
#pragma once

#include "rehab/plan.hpp"

namespace rehab::plan {

// From the case's own id and the protocol, or a hash of all that the plan is made of: the protocol's bytes and the intake. The
// order of lists and the way that days away are cut into ranges do not matter.
Uuid identify(const Protocol& protocol, const Case& intake);

}  // namespace rehab::plan
