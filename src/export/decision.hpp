// What the diary made the planner decide, and on what ground, as clauses of a sentence.
#pragma once

#include <string>

#include "rehab/plan.hpp"
#include "words/words.hpp"

namespace rehab {

// "“Heel raise” goes on with 1 step less load from Thu 10 Dec on"
void append_decision(std::string& out, const Plan& plan, const Change& change);

// The ground alone: "because your pain was 6 of 10 (Wed 9 Dec, evening), above the most that is allowed, 2 of 10". False: the
// decision itself says it all. Of a decision that is only projected: "if for a week it is never too much".
bool append_ground(std::string& out, const Plan& plan, const Change& change);

// Who says that it is decided so: "Alfredson 1998, second-hand". False: nobody needs to.
bool append_origin(std::string& out, const Plan& plan, const Change& change);

// Puts the ground around the decision that `out` holds: "…, because your pain was 6 of 10 (Wed 9 Dec, evening), above the most
// that is allowed, 2 of 10". Where the decision itself says it all, nothing.
void add_ground(std::string& out, const Plan& plan, const Change& change);

// "Wed 9 Dec, evening"
void append_moment(std::string& out, const Words& words, const Moment& moment);

// What was found, in the unit of the change's measure: "6 of 10", "12", "yes".
void append_found(std::string& out, const Catalog& catalog, Index<Measure> measure, double value);

}  // namespace rehab
