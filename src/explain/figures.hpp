// The rows of an explanation: the numbers of a dose, a workout and a phase, each with its origin.
#pragma once

#include <vector>

#include "rehab/explain.hpp"

namespace rehab::explain {

using Rows = std::vector<ExplainedFigure>;

// A planned dose and the phase that it stands in: an index into Plan::phases.
struct DosePlace {
  const Plan& plan;
  std::uint16_t span;
  const PlannedDose& dose;

  const Protocol& protocol() const { return plan.protocol(); }
  const Workout& workout() const { return plan.phase_of(plan.phases[span]).workouts[dose.workout]; }
  const Dose& written() const { return workout().doses[dose.dose]; }
  // The load with numbers of its own, or null.
  const Load* load() const {
    return dose.load && dose.load->kind == LoadName::Kind::named ? &protocol().loads[dose.load->load] : nullptr;
  }
};

// All that is stated of a dose, but the numbers of its load, which are the same for everyone.
Rows rows_of(const DosePlace& place);
Rows load_rows_of(const DosePlace& place);
// How often a workout comes, and how far apart.
Rows rows_of(const Catalog& catalog, const Workout& workout, Severity severity, int week_of_phase);
// How long a phase is; how much pain it allows.
Rows length_rows_of(const Catalog& catalog, const Phase& phase, Severity severity);
Rows pain_rows_of(const Catalog& catalog, const Protocol& protocol, const Phase& phase, Severity severity, int week_of_phase);

// What one would want to know of such a dose, and is not stated.
std::vector<Fact> not_stated_in(const DosePlace& place);

// The tables that a dose is made of: its own, its ladder's and rung's, those of its substitutes, its load's.
std::vector<const Provenance*> tables_of(const DosePlace& place);

// Fills in who gets something else, and in which weeks. `others`: the rows of the other severities, none for those that take no
// part; empty rows: they get nothing. `weeks`: the rows of each week of the phase.
void compare(Rows& rows, const std::array<std::optional<Rows>, severities.size()>& others, const std::vector<Rows>& weeks);

}  // namespace rehab::explain
