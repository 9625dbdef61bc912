// Today's load of a dose as data: in its own unit, with the origin of the number that it starts from.
#pragma once

#include <optional>
#include <string_view>

#include "rehab/plan.hpp"

namespace rehab {

struct LoadNow {
  double value = 0;
  std::string_view unit;  // "kg", or "percent-1rm": per cent of one repetition maximum
  Origin origin;
};

// None: the protocol does not say where the load starts.
std::optional<LoadNow> load_now(const Plan& plan, const PlannedDose& dose);

}  // namespace rehab
