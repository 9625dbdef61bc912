// Decisions of the diary for eyes: what has the same ground is told together, the ground once, then all that follows from it.
//
//   • Because your pain was 6 of 10 (Wed 9 Dec, evening), above the most that is allowed, 2 of 10, this follows (Silbernagel 2007):
//     – “Heel raise” goes on with 1 step less load from Thu 10 Dec on
//     – “Heel raises”: 48 hours of rest, counted from Wed 9 Dec
//   → Leave running for a week.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/canvas.hpp"
#include "rehab/plan.hpp"

namespace rehab {

struct DecisionGroup {
  std::string head;                  // of one decision its sentence, else the ground
  std::vector<std::string> follows;  // of several, one for each
  std::vector<const Change*> changes;
  std::vector<std::string_view> says;  // of the limits that were broken: what the person is to do
};

// In the order of the first decision of each.
std::vector<DecisionGroup> group_decisions(const Plan& plan, const std::vector<const Change*>& changes);

void print_group(Canvas& canvas, const DecisionGroup& group, std::size_t indent, Ink ink);

}  // namespace rehab
