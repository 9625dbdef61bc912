// What a dose is loaded with, as data.
#pragma once

#include <optional>
#include <string_view>

#include "rehab/plan.hpp"

namespace rehab {

// "bodyweight", "rm", or the id of a load.
std::string_view load_id(const Protocol& protocol, LoadName load);

// Today's load.
struct LoadNow {
  double value = 0;
  std::string_view unit;  // "kg", or "percent-1rm": per cent of one repetition maximum
  Origin origin;          // of the number that it starts from
};

// None: the protocol does not say where the load starts.
std::optional<LoadNow> load_now(const Plan& plan, const PlannedDose& dose);

}  // namespace rehab
