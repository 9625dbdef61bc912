// A plan is data: its sessions, their exercises, and numbers with their origin, without parsing any text.
#include <cstdio>

#include "rehab/rehab.hpp"

int main() {
  rehab::Case intake{.protocol = "calf-strain", .severity = rehab::Severity::mild, .start = rehab::day(2026, 12, 1)};
  intake.equipment = {"step"};  // no band, no bicycle: the planner says what it changes
  const rehab::Result<rehab::Plan> plan = rehab::make_plan(rehab::builtin_catalog(), intake);
  for (const rehab::Diagnostic& d : plan.diagnostics) std::fputs(rehab::render(d).c_str(), stderr);
  if (!plan) return 1;

  for (const rehab::Session& session : plan->sessions) {
    for (const rehab::PlannedDose& dose : plan->doses_of(session)) {
      std::printf("%s", plan->catalog[dose.exercise].title.c_str());
      // What the source does not say is absent, never 0.
      if (dose.sets.value && dose.reps.value) std::printf(": %d x %d", dose.sets.value->max, dose.reps.value->max);
      if (dose.reps.value) std::printf(" (repetitions %s)", rehab::name(dose.reps.origin.confidence).data());
      std::printf("\n");
    }
  }
  for (const rehab::Change& change : plan->changes) std::printf("%s\n", rehab::describe(*plan, change).c_str());

  rehab::Entry entry{.date = rehab::day(2026, 12, 10), .slot = rehab::Slot::evening, .done = rehab::Done::all, .pain = 6};
  intake.diary.push_back(entry);
  auto next = rehab::make_plan(plan->catalog, intake);
  if (next) std::printf("%s", rehab::comparison_text(rehab::compare(*plan, *next)).c_str());
}
