// What the diary made of a dose: today's load, rung and volume, and how they go down and up.
#pragma once

#include <cstdint>
#include <optional>

#include "plan/place.hpp"
#include "rehab/plan.hpp"

namespace rehab::plan {

// What a routine is prescribed with beside the protocol.
struct Circumstances {
  WeeksBehind behind{};
  int ramp_percent = 100;  // of the volume, after days off
};

// The one of this exercise (as the protocol names it) or ladder, with this load; null: it is as the protocol begins.
const Standing* find_standing(const Plan& plan, Index<Exercise> exercise, std::optional<std::uint16_t> ladder,
                              const std::optional<LoadName>& load);
// The same of a planned dose, made if there is none.
Standing& standing_of(Plan& plan, const PlannedDose& dose);

// Per cent of the protocol's volume that are left after being lowered so often to `percent`, at least 1.
int volume_after(int times, int percent);
int volume_of(const Standing& standing);

// The load so many steps from the start, in its unit, never below 0; none: its start or its step is not stated.
std::optional<double> load_after(const Load& load, int steps);
// Down is only what is above nothing: a weight that is known, or one that the planner has raised. A person may have begun with an
// empty bag or the lightest band.
bool can_go_down(const Load& load, int steps);
bool can_go_up(const Load& load, int steps);

// Takes a part of the dose's volume, sets first: then repetitions, else the hold, else the duration.
void take_volume(PlannedDose& dose, int percent);

}  // namespace rehab::plan
