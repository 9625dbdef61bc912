#include <algorithm>

#include "protocol/check.hpp"

namespace rehab::protocol {

using document::Node;

namespace {

bool pulls_the_tendon(const Exercise& exercise) {
  return std::ranges::any_of(
      exercise.muscles, [](Exercise::Muscle m) { return m == Exercise::Muscle::gastrocnemius || m == Exercise::Muscle::soleus; });
}

}  // namespace

void check_ranges(const CatalogData& catalog, const Protocol& protocol, std::span<const Node* const> used, Report& report) {
  const Condition& condition = catalog.conditions[protocol.condition.value];
  if (condition.forbid_ranges.empty()) return;
  // What forbids a depth forbids what is deeper.
  const Exercise::Reach shallowest = *std::ranges::min_element(condition.forbid_ranges);
  for (std::size_t e = 0; e < used.size(); ++e) {
    const Exercise& exercise = catalog.exercises[e];
    if (!used[e]) continue;
    if (exercise.range && *exercise.range >= shallowest) {
      report.error(*used[e], "forbidden",
                   joined({quote(exercise.id), " goes ", name(*exercise.range), ", which ", quote(condition.id), " forbids"}),
                   "take an exercise of another range");
    } else if (exercise.kind == Exercise::Kind::stretch && pulls_the_tendon(exercise) &&
               std::max(exercise.start_deg.ankle, exercise.end_deg.ankle) > 0) {
      // A stretch goes to the end of what it stretches, whatever its range is called.
      report.error(*used[e], "forbidden",
                   joined({quote(exercise.id), " stretches the calf with the ankle bent past square; ", quote(condition.id),
                           " forbids such depth"}),
                   "take it out, or take a stretch that keeps the foot square");
    }
  }
}

}  // namespace rehab::protocol
