#include "follow/days.hpp"

#include <algorithm>
#include <cstddef>

namespace rehab::follow {

using std::chrono::days;
using std::chrono::local_days;

std::optional<std::uint16_t> span_on(const Plan& plan, local_days date) {
  std::optional<std::uint16_t> found;
  if (date < plan.days.begin || date >= plan.days.end) return found;
  for (std::size_t i = 0; i < plan.phases.size(); ++i)
    if (plan.phases[i].days.begin <= date) found = static_cast<std::uint16_t>(i);
  return found;
}

bool is_away(const Plan& plan, local_days date) {
  const std::vector<DayRange>& away = plan.intake.away;
  return std::any_of(away.begin(), away.end(), [date](const DayRange& r) { return r.begin <= date && date < r.end; });
}

bool is_paused(const Plan& plan, local_days date) {
  const std::vector<const Entry*> entries = entries_of(plan);
  return std::any_of(entries.begin(), entries.end(),
                     [date](const Entry* e) { return e->pause_until && e->known().date < date && date <= *e->pause_until; });
}

local_days day_of_phase(const Plan& plan, const PhaseSpan& span, int count) {
  if (plan.protocol().away == Protocol::Away::drop) return span.days.begin + days{count};
  const auto is_off = [&](local_days d) { return is_away(plan, d) || is_paused(plan, d); };
  local_days day = span.days.begin;
  // Ends even where someone is away for ever.
  for (int left = count, tries = 0; tries < 4000 && (left > 0 || is_off(day)); ++tries, day += days{1})
    if (!is_off(day)) --left;
  return day;
}

std::vector<const Entry*> entries_of(const Plan& plan) {
  std::vector<const Entry*> out;
  for (const std::uint32_t i : plan.known) out.push_back(&plan.intake.diary[i]);
  return out;
}

}  // namespace rehab::follow
