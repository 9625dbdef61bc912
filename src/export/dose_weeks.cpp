#include "export/dose_weeks.hpp"

#include <algorithm>
#include <utility>

#include "export/wording.hpp"
#include "export/words_of.hpp"

namespace rehab {
namespace {

bool same_place(const PlannedDose& a, const PlannedDose& b) {
  return a.workout == b.workout && a.dose == b.dose && a.exercise == b.exercise && a.instead_of == b.instead_of;
}

bool has_sets(const PlannedDose& dose) { return dose.sets.value && dose.sets.value->max > 1; }

DoseWeeks& course_of(std::vector<DoseWeeks>& courses, const PlannedDose& dose) {
  const auto known =
      std::find_if(courses.begin(), courses.end(), [&dose](const DoseWeeks& c) { return same_place(*c.dose, dose); });
  return known == courses.end() ? courses.emplace_back(DoseWeeks{&dose, {}, {}}) : *known;
}

void extend(const Plan& plan, DoseWeeks& course, const PlannedDose& dose, int week) {
  std::string volume, manner;
  wording::append_volume(volume, words_of(plan.catalog), dose);
  extend(course.volume, week, std::move(volume));
  // A week of one set has no rest of its own, but what is said once for all weeks must say it.
  PlannedDose shown = dose;
  shown.sets = course.dose->sets;
  wording::append_manner(manner, plan, shown);
  extend(course.manner, week, std::move(manner));
}

}  // namespace

void extend(std::vector<Spell>& spells, int week, std::string words) {
  if (!spells.empty() && spells.back().words == words) {
    spells.back().last = std::max(spells.back().last, week);
  } else {
    spells.push_back({week, week, std::move(words)});
  }
}

std::string weeks_of(const Words& words, const Spell& spell) {
  const Range weeks{spell.first, spell.last};
  return words.say("weeks-of-phase", {{"n", spell.last - spell.first + 1}, {"weeks", wording::Ranged{words, weeks}}});
}

std::vector<DoseWeeks> dose_weeks_of(const Plan& plan, std::uint16_t span) {
  std::vector<DoseWeeks> out;
  for (const Routine& routine : plan.routines) {
    if (routine.phase != span) continue;
    for (const PlannedDose& dose : plan.doses_of(routine)) {
      DoseWeeks& course = course_of(out, dose);
      if (has_sets(dose) && !has_sets(*course.dose)) course.dose = &dose;
    }
  }
  for (const Routine& routine : plan.routines) {
    if (routine.phase != span) continue;
    for (const PlannedDose& dose : plan.doses_of(routine)) extend(plan, course_of(out, dose), dose, routine.week_of_phase);
  }
  std::stable_sort(out.begin(), out.end(), [](const DoseWeeks& a, const DoseWeeks& b) {
    return a.dose->workout != b.dose->workout ? a.dose->workout < b.dose->workout : a.dose->dose < b.dose->dose;
  });
  return out;
}

}  // namespace rehab
