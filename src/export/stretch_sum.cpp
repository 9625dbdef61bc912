#include "export/stretch_sum.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "export/clauses.hpp"
#include "text/append.hpp"

namespace rehab {

using protocol::StretchWeek;

namespace {

// As exercises call them; by Exercise::Muscle.
constexpr std::array<std::string_view, muscle_names.size()> plain_names{
    "upper calf", "lower calf", "shin", "outer lower leg", "back of the thigh", "front of the thigh", "buttock", "foot"};

void append_seconds(std::string& out, int seconds) {
  text::append_number(out, static_cast<std::int64_t>(seconds));
  out += " s";
}

}  // namespace

StretchWeek fullest_stretch_week(const CatalogData& catalog, const Protocol& protocol, const Phase& phase, Severity severity) {
  StretchWeek fullest;
  const protocol::Forms forms(catalog, protocol);
  for (const StretchWeek& week : protocol::stretch_weeks(catalog, forms, phase, severity)) fullest.keep_longer(week);
  return fullest;
}

StretchWeek fullest_stretch_week(const Plan& plan, std::uint16_t span) {
  StretchWeek fullest, week;
  int last_week = 0;
  for (const Session& session : plan.sessions) {
    const Routine& routine = plan.routine_of(session);
    if (routine.phase != span) continue;
    if (routine.week_of_phase != last_week) week = {};
    last_week = routine.week_of_phase;
    for (const PlannedDose& dose : plan.doses_of(routine)) {
      const Exercise& exercise = plan.catalog[dose.exercise];
      week.add(exercise, protocol::stretch_seconds(exercise, dose.sets.value, dose.hold_s.value));
    }
    fullest.keep_longer(week);
  }
  return fullest;
}

bool append_stretch_sum(std::string& out, const CatalogData& catalog, const StretchWeek& week) {
  if (!week.any()) return false;
  out += "in the fullest week, on one leg: ";
  wording::Clauses clauses(out, ", ");
  for (std::size_t m = 0; m < week.seconds.size(); ++m) {
    if (week.seconds[m] == 0) continue;
    (clauses.next() += plain_names[m]) += ' ';
    append_seconds(out, week.seconds[m]);
  }
  const std::optional<int>& ceiling = catalog.weekly_stretch.max_s_per_muscle;
  if (!ceiling) return true;
  const bool above = *std::ranges::max_element(week.seconds) > *ceiling;
  out += above ? "; this is more than the ceiling of " : "; the ceiling is ";
  append_seconds(out, *ceiling);
  out += " a week for a muscle";
  return true;
}

}  // namespace rehab
