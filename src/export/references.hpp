// What a plan or a protocol refers to in its catalog, so that an export holds that and nothing else.
#pragma once

#include <optional>
#include <vector>

#include "rehab/plan.hpp"

namespace rehab {

// One truth for each entry of the catalog's vectors, in their order.
struct References {
  std::vector<bool> sources, equipment, tags, exercises, measures, pain_rules, levels;
};

References references_of(const Plan& plan);

// With a severity, only what that one meets.
References references_of(const Catalog& catalog, const Protocol& protocol, std::optional<Severity> severity);

// Whether the phase is played by this severity; without one, by any.
bool plays(const Phase& phase, std::optional<Severity> severity);
bool plays(const Workout& workout, std::optional<Severity> severity);

// Whether the card belongs to a phase of the plan, or to the whole of it.
bool gives_advice(const Plan& plan, const Advice& advice);

// The red flags that stop a plan for this condition, in the order to ask in: by urgency, and of each those of the screening before
// those of a session.
std::vector<const RedFlag*> red_flags_of(const Catalog& catalog, Index<Condition> condition);

}  // namespace rehab
