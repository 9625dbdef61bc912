// A plan is data: its sessions, their exercises, and numbers with their origin, without parsing any text.
#include <cstdio>

#include "rehab/rehab.hpp"

int main() {
  rehab::Case intake{
      .protocol = "achilles-midportion-alfredson", .severity = rehab::Severity::mild, .start = rehab::day(2026, 12, 1)};
  intake.equipment = {"step"};  // no backpack: the planner says what it changes
  const rehab::Result<rehab::Plan> plan = rehab::make_plan(rehab::builtin_catalog(), intake);
  if (!plan) return 1;

  const rehab::Session& first = plan->sessions.front();
  for (const rehab::PlannedDose& dose : plan->doses_of(first)) {
    const rehab::Exercise& exercise = plan->catalog[dose.exercise];
    std::printf("%s: %d x %d (%s)\n", exercise.title.c_str(), dose.sets.value->max, dose.reps.value->max,
                rehab::name(dose.reps.origin.confidence).data());
  }
  for (const rehab::Change& change : plan->changes) std::printf("%s\n", rehab::describe(*plan, change).c_str());
}
