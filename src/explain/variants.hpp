// What a phase gives to the other severities and in its other weeks, for the same equipment and tags: prescribed by the planner, so
// that nothing is said here that it would not plan.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "explain/figures.hpp"

namespace rehab::explain {

// The phases of a plan for another severity with the same tags; only their lengths count. None if it is not offered.
std::vector<PhaseSpan> course_for(const Plan& plan, Severity severity);

class Variants {
 public:
  // Of the phase that `span`, an index into Plan::phases, stands for, seen from one of its weeks.
  Variants(const Plan& plan, std::uint16_t span, int week_of_phase);

  // The rows, with who gets something else.
  Rows phase() const;
  Rows workout(const Workout& workout) const;
  Rows dose(const PlannedDose& dose) const;

  // Severities that have a plan, but not this phase; that have the phase, but not this workout.
  std::vector<Severity> skip_phase() const;
  std::vector<Severity> skip(const Workout& workout) const;

  // Exchanged and left out in this very week. Their phase is 0.
  const std::vector<Change>& changes() const { return this_week_.changes; }

 private:
  using Others = std::array<std::optional<Rows>, severities.size()>;

  bool plays(Severity severity, int week = 1) const { return weeks_[static_cast<std::size_t>(severity)] >= week; }
  bool has(const Workout& workout, Severity severity) const;
  const Plan& prescribed(Severity severity) const { return plans_[static_cast<std::size_t>(severity)]; }
  const PlannedDose* find(Severity severity, int week, const PlannedDose& like) const;
  Rows dose_rows(Severity severity, int week, const PlannedDose& like) const;

  template <class Takes, class RowsOf>
  Rows compared(Takes takes_part, RowsOf rows_of) const;

  const Plan& plan_;
  const Phase& phase_;
  int week_;
  std::array<int, severities.size()> weeks_{};  // of the phase; 0: it is skipped
  std::array<Plan, severities.size()> plans_;   // one routine a week, with every workout
  Plan this_week_;
};

}  // namespace rehab::explain
