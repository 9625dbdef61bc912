// The planner's rules as data: a stable id, and which of a Change's numbers the rule states. The sentences are `describe`
// (rehab/export.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "rehab/plan.hpp"

namespace rehab {

struct ChangeRule {
  std::string_view id;
  bool asked, given;  // numbers that it states
  bool origin;        // it follows a number or an exchange of the protocol
};

// By Change::Rule.
inline constexpr std::array<ChangeRule, 39> change_rules{{
    {"fewer-days", true, true, false},
    {"fewer-times", true, true, false},
    {"placed-once", false, false, false},
    {"never-placed", false, false, false},
    {"rest-kept", false, true, true},
    {"away-dropped", false, true, false},
    {"away-moved", false, true, false},
    {"equipment-swapped", false, false, true},
    {"equipment-dropped", false, false, false},
    {"load-dropped", false, false, false},
    {"tag-swapped", false, false, true},
    {"tag-dropped", false, false, false},
    {"phase-longer", false, true, true},
    {"phase-cut", true, true, false},
    {"gap-moved", false, false, false},
    {"doubled-first", false, false, false},
    {"held", false, true, false},
    {"moved-on", false, true, false},
    {"stepped-back", false, false, false},
    {"restarted", false, false, false},
    {"week-repeated", false, true, false},
    {"day-repeated", false, false, false},
    {"load-lowered", false, true, false},
    {"rung-lowered", true, true, false},
    {"volume-lowered", true, true, false},
    {"load-returned", false, true, false},
    {"rung-returned", true, true, false},
    {"volume-returned", true, true, false},
    {"load-raised", false, true, false},
    {"rung-raised", true, true, false},
    {"rested", false, true, false},
    {"paused", false, true, false},
    {"ramped", true, true, false},
    {"clinician-asked", false, false, false},
    {"stopped", false, false, false},
    {"cleared", false, false, false},
    {"cut-short", false, false, false},
    {"ended-unmet", false, false, false},
    {"entry-outside", false, true, false},
}};
static_assert(change_rules.size() == static_cast<std::size_t>(Change::Rule::entry_outside) + 1);

constexpr const ChangeRule& rule_of(const Change& change) { return change_rules[static_cast<std::size_t>(change.rule)]; }

}  // namespace rehab
