// The obvious slow replay: what a diary makes of a plan, written down once more, one day after the other, with nothing in mind but
// the rules. The oracle of the planner.
//
//   slow_differences(*plan, slow_replay(catalog, intake, as_of))   // "": the two agree
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "rehab/rehab.hpp"

namespace rehab_test {

struct SlowDose {
  std::uint16_t workout = 0, dose = 0;  // as in PlannedDose
  int volume = 100, rung = 0, steps = 0;

  friend auto operator<=>(const SlowDose&, const SlowDose&) = default;
};

struct SlowSession {
  std::chrono::local_days date{};
  rehab::Part part{};
  std::uint64_t workouts = 0;
  int ordinal = 0;
  std::size_t phase = 0;  // index into Protocol::phases
  int visit = 0;
  std::vector<SlowDose> doses;
  std::optional<rehab::Done> done;
  std::optional<int> pain;

  friend bool operator==(const SlowSession&, const SlowSession&) = default;
};

struct SlowSpan {
  std::size_t phase = 0;
  int visit = 1;
  std::chrono::local_days begin{}, end{};

  friend bool operator==(const SlowSpan&, const SlowSpan&) = default;
};

struct SlowChange {
  std::chrono::local_days date{};
  std::size_t span = 0;
  rehab::Change::Rule rule{};
  rehab::Change::Cause cause{};

  friend auto operator<=>(const SlowChange&, const SlowChange&) = default;
};

// Exercise or ladder (the other is -1) and its load, load raised and lowered, rung reached, rungs lowered, volume lowered.
using SlowStanding = std::tuple<int, int, int, int, int, int, int, int>;

struct SlowResult {
  std::vector<SlowSpan> spans;
  std::vector<SlowSession> sessions;
  std::vector<SlowChange> changes;
  std::vector<SlowStanding> standings;  // only those that differ from the beginning
  rehab::Plan::Ending ending{};
};

SlowResult slow_replay(const rehab::Catalog& catalog, const rehab::Case& intake, std::optional<rehab::Moment> as_of);

// The same of a plan.
SlowResult result_of(const rehab::Plan& plan);

// The first few differences, for eyes; empty: none.
std::string slow_differences(const SlowResult& plan, const SlowResult& slow);

}  // namespace rehab_test
