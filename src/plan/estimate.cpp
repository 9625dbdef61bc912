#include "plan/estimate.hpp"

#include <algorithm>

namespace rehab::plan {

namespace {

constexpr int repetition_s = 4;  // where no tempo is stated
constexpr int as_tolerated_s = 10 * 60;
constexpr int metres_per_second = 3;  // an easy run
constexpr int walk_back_s = 30;       // after each run-through
constexpr int between_exercises_s = 60;

int most(const Figure& figure, int absent) { return figure.value ? figure.value->max : absent; }

int one_repetition(const PlannedDose& dose) {
  if (dose.distance_m.value) return dose.distance_m.value->max / metres_per_second + walk_back_s;
  const Tempo tempo = dose.tempo_s.value_or(Tempo{});
  const int stated = tempo.lift.value_or(0) + tempo.hold.value_or(0) + tempo.lower.value_or(0) + tempo.pass.value_or(0);
  return std::max(stated, repetition_s) + most(dose.rest_between_reps_s, 0);
}

int one_set(const PlannedDose& dose) {
  if (dose.as_tolerated) return as_tolerated_s;
  if (dose.duration_min.value) return 60 * dose.duration_min.value->max;
  if (dose.hold_s.value) return dose.hold_s.value->max;
  return most(dose.reps, 1) * one_repetition(dose);
}

int seconds(const Plan& plan, const PlannedDose& dose) {
  const int sets = most(dose.sets, 1);
  const bool both = dose.side == DoseSide::each || (dose.side && plan.intake.side == Side::both);
  return (sets * one_set(dose) + (sets - 1) * most(dose.rest_s, 0)) * (both ? 2 : 1);
}

int rest_after(const Plan& plan, const Routine& routine, const PlannedDose& dose) {
  const Workout& workout = plan.phase_of(plan.phases[routine.phase]).workouts[dose.workout];
  const auto stated = workout.rest_between_exercises_s.at(plan.intake.severity, routine.week_of_phase);
  return stated ? stated->max : between_exercises_s;
}

}  // namespace

std::chrono::minutes estimate(const Plan& plan, const Routine& routine) {
  constexpr int longest = 180 * 60;
  int total = 0;
  for (const PlannedDose& dose : plan.doses_of(routine))
    total = std::min(total + seconds(plan, dose) + rest_after(plan, routine, dose), longest);
  return std::chrono::minutes{std::max((total + 299) / 300 * 5, 5)};
}

}  // namespace rehab::plan
