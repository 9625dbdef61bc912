// How long each muscle is stretched in a week: the one place for the check of protocols and for what readers are told. Counted are
// the holds of exercises of kind stretch, on one leg, in seconds.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "protocol/forms.hpp"
#include "rehab/catalog.hpp"
#include "rehab/knowledge.hpp"
#include "rehab/protocol.hpp"

namespace rehab::protocol {

struct StretchWeek {
  std::array<int, muscle_names.size()> seconds{};  // by Exercise::Muscle

  // Every muscle of the exercise gets `more`.
  void add(const Exercise& exercise, int more);
  void add(const StretchWeek& other, int times = 1);
  // Of each muscle the longer of the two.
  void keep_longer(const StretchWeek& other);
  bool any() const;
};

// Seconds in one session; none for what is no stretch, or is not held.
int stretch_seconds(const Exercise& exercise, const std::optional<Range>& sets, const std::optional<Range>& hold_s);

// The weeks of a phase as the protocol writes it: longest holds, most sessions, everything optional, and of exercises that stand
// for each other the one that stretches longest.
std::vector<StretchWeek> stretch_weeks(const CatalogData& catalog, const Forms& forms, const Phase& phase, Severity severity);

}  // namespace rehab::protocol
