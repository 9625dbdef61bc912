// What `rehab log` says beside what it saved and what that changes.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "rehab/follow.hpp"

namespace app {

struct Arguments;

// Whoever has just said yes to a warning sign is told what to do, and how fast, before anything else: also with --quiet, and where
// nothing can be saved.
void tell_red_flags(const Arguments& arguments, const std::vector<std::string>& ids);

// The same where the entry has stopped the plan without a red flag.
void tell_stops(const Arguments& arguments, const rehab::Comparison& comparison);

// Whoever has just told of strong pain, and of no red flag, is asked for those of a session; also with --quiet.
void ask_about_strong_pain(const rehab::Plan& plan, const rehab::Entry& entry);

// What an entry must be answered with: that one does not train while the plan is stopped, and that nothing changes a plan that has
// ended.
std::vector<rehab::Diagnostic> cautions(const rehab::Comparison& comparison, const rehab::Entry& entry,
                                        std::chrono::local_days today);

}  // namespace app
