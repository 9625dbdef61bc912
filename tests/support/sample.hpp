// A small catalog and plans built by hand, for tests of what comes after planning.
//
//   rehab::Plan plan = rehab::sample::plan();   // 12 weeks from 2026-09-01 in Berlin, mornings and evenings: 168 sessions
//
// Texts hold umlauts, an emoji, commas, and lines longer than any fold; the doses hold every kind of number.
#pragma once

#include <chrono>
#include <string>

#include "rehab/plan.hpp"

namespace rehab::sample {

inline constexpr std::chrono::local_days first_day = day(2026, 9, 1);

// Two phases (six weeks each): heel drops with a backpack on a ladder, and balance in the evening. Change it before `plan(data)`.
CatalogData catalog();

// Berlin from 2026 to 2027, New York in 2026, a zone without changes, UTC, and one whose changes a calendar cannot say.
ZoneClock berlin();
ZoneClock new_york();
ZoneClock kolkata();
ZoneClock utc();
ZoneClock unsayable();
ZoneClock no_zone();

Plan plan(std::chrono::local_days start = first_day, const ZoneClock& clock = berlin(), CatalogData data = catalog());

// The same plan with one session only, at `date` and `time`.
Plan plan_with_session(std::chrono::local_days date, std::chrono::minutes time, const ZoneClock& clock = berlin());

}  // namespace rehab::sample
