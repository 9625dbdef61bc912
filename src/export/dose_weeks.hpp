// The doses of a phase through its weeks: what changes from week to week, and what stays.
#pragma once

#include <string>
#include <vector>

#include "rehab/plan.hpp"
#include "words/words.hpp"

namespace rehab {

// What is said for some weeks in a row.
struct Spell {
  int first = 0, last = 0;  // weeks of the phase, 1-based, inclusive
  std::string words;

  friend bool operator==(const Spell&, const Spell&) = default;
};

// Lengthens the last spell if it says the same, else begins another.
void extend(std::vector<Spell>& spells, int week, std::string words);

// "week 3", "weeks 4–12"
std::string weeks_of(const Words& words, const Spell& spell);

// One exercise of a workout through the weeks of a phase.
struct DoseWeeks {
  const PlannedDose* dose = nullptr;  // of the first week that has several sets, for its rest; else of the first
  std::vector<Spell> volume, manner;  // how much; and all but that
};

// In the order of the workouts and of their doses. `span` is an index into Plan::phases.
std::vector<DoseWeeks> dose_weeks_of(const Plan& plan, std::uint16_t span);

}  // namespace rehab
