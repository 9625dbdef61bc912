#include <cassert>

#include "rehab/plan.hpp"

namespace rehab {

const Limit& limit_of(const Protocol& protocol, std::uint16_t limit) {
  std::size_t i = limit;
  const auto in = [&i](const std::vector<Limit>& limits) -> const Limit* {
    if (i < limits.size()) return &limits[i];
    i -= limits.size();
    return nullptr;
  };
  if (const Limit* const found = in(protocol.limits)) return *found;
  for (const Phase& phase : protocol.phases)
    if (const Limit* const found = in(phase.limits)) return *found;
  for (const Ladder& ladder : protocol.ladders)
    if (const Limit* const found = in(ladder.limits)) return *found;
  assert(false);
  return protocol.limits.front();
}

}  // namespace rehab
