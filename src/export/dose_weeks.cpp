#include "export/dose_weeks.hpp"

#include <algorithm>
#include <utility>

#include "export/wording.hpp"

namespace rehab {
namespace {

bool same_place(const PlannedDose& a, const PlannedDose& b) {
  return a.workout == b.workout && a.dose == b.dose && a.exercise == b.exercise && a.instead_of == b.instead_of;
}

void extend(const Plan& plan, DoseWeeks& course, const PlannedDose& dose, int week) {
  std::string volume, whole;
  wording::append_volume(volume, dose);
  wording::append_dose(whole, plan, dose);
  std::string rest = whole.substr(std::min(volume.size(), whole.size()));
  if (rest.starts_with(", ")) rest.erase(0, 2);
  extend(course.volume, week, std::move(volume));
  extend(course.rest, week, std::move(rest));
}

}  // namespace

void extend(std::vector<Spell>& spells, int week, std::string words) {
  if (!spells.empty() && spells.back().words == words) {
    spells.back().last = std::max(spells.back().last, week);
  } else {
    spells.push_back({week, week, std::move(words)});
  }
}

std::string weeks_of(const Spell& spell) {
  std::string out = spell.first == spell.last ? "week " : "weeks ";
  wording::append_range(out, {spell.first, spell.last});
  return out;
}

std::vector<DoseWeeks> dose_weeks_of(const Plan& plan, std::uint16_t span) {
  std::vector<DoseWeeks> out;
  for (const Routine& routine : plan.routines) {
    if (routine.phase != span) continue;
    for (const PlannedDose& dose : plan.doses_of(routine)) {
      const auto known = std::find_if(out.begin(), out.end(), [&](const DoseWeeks& c) { return same_place(*c.dose, dose); });
      DoseWeeks& course = known == out.end() ? out.emplace_back(DoseWeeks{&dose, {}, {}}) : *known;
      extend(plan, course, dose, routine.week_of_phase);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const DoseWeeks& a, const DoseWeeks& b) {
    return a.dose->workout != b.dose->workout ? a.dose->workout < b.dose->workout : a.dose->dose < b.dose->dose;
  });
  return out;
}

}  // namespace rehab
