// The course of a plan: its phases in days, and the date of each day. Days away either move the rest or fall out.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

#include "rehab/plan.hpp"

namespace rehab::plan {

inline constexpr int most_days = 84;  // twelve weeks, counted in days of phases

// A phase as days [first, end) of the course.
struct Stretch {
  std::uint16_t phase = 0;  // index into Protocol::phases
  int first = 0, end = 0;
};

struct Course {
  int days = 0;
  std::array<std::chrono::local_days, most_days> date{};  // of each day
  std::array<bool, most_days> off{};                      // away, where days away fall out
  std::array<std::uint8_t, most_days> stretch{};          // of each day; index into `stretches`
  std::array<Stretch, most_days> stretches{};             // as many as Plan::phases
};

// Lays out the phases that `plan.intake` plays and fills `plan.phases`, `plan.weeks`, `plan.days`, `plan.reviews`; adds the changes
// for days away and for tags. False with a diagnostic if days away leave no room.
bool lay_course(Plan& plan, Course& course, std::vector<Diagnostic>& diagnostics);

}  // namespace rehab::plan
