// The planner's rules as data: a stable id, and which of a Change's numbers the rule states. The sentences are `describe`
// (rehab/export.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "rehab/export.hpp"

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
    {"held", false, true, true},
    {"moved-on", false, true, true},
    {"stepped-back", false, false, true},
    {"restarted", false, false, true},
    {"week-repeated", false, true, false},
    {"day-repeated", false, false, false},
    {"load-lowered", false, true, true},
    {"rung-lowered", true, true, true},
    {"volume-lowered", true, true, true},
    {"load-returned", false, true, false},
    {"rung-returned", true, true, false},
    {"volume-returned", true, true, false},
    {"load-raised", false, true, true},
    {"rung-raised", true, true, true},
    {"rested", false, true, true},
    {"paused", false, true, false},
    {"ramped", true, true, true},
    {"clinician-asked", false, false, true},
    {"stopped", false, false, true},
    {"cleared", false, false, false},
    {"cut-short", false, false, false},
    {"ended-unmet", false, false, true},
    {"entry-outside", false, true, false},
}};
static_assert(change_rules.size() == static_cast<std::size_t>(Change::Rule::entry_outside) + 1);

// By Change::Cause.
inline constexpr std::array<std::string_view, 15> cause_names{"none",      "pain",    "mornings", "weekly-rise", "limit",
                                                              "criterion", "unknown", "missed",   "red-flag",    "failures",
                                                              "clearance", "pause",   "days-off", "clean-week",  "capacity"};
static_assert(cause_names.size() == static_cast<std::size_t>(Change::Cause::capacity) + 1);
constexpr std::string_view name(Change::Cause cause) { return cause_names[static_cast<std::size_t>(cause)]; }

constexpr const ChangeRule& rule_of(const Change& change) { return change_rules[static_cast<std::size_t>(change.rule)]; }

// On days to come it is decided so if nothing else is reported.
inline bool is_projected(const Plan& plan, const Change& change) {
  return is_from_diary(change) && (!plan.as_of || plan.as_of->date < change.date);
}

}  // namespace rehab
