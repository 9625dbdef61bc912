#include "protocol/lengths.hpp"

#include <algorithm>

namespace rehab {

namespace {

std::optional<int> days_of(const std::optional<BySeverity>& weeks, const std::optional<BySeverity>& days, Severity severity) {
  if (days) return days->at(severity);
  if (weeks && weeks->at(severity)) return 7 * *weeks->at(severity);
  return std::nullopt;
}

}  // namespace

std::optional<int> planned_days(const Phase& phase, Severity severity) { return days_of(phase.weeks, phase.days, severity); }

std::optional<int> shortest_days(const Phase& phase, Severity severity) {
  const auto planned = planned_days(phase, severity);
  if (!planned) return std::nullopt;
  const auto shortest = days_of(phase.weeks_min, phase.days_min, severity);
  return shortest ? shortest : planned;
}

std::optional<int> longest_days(const Phase& phase, Severity severity) {
  if (!planned_days(phase, severity)) return std::nullopt;
  return days_of(phase.weeks_max, phase.days_max, severity);
}

int protocol::longest_weeks(const Phase& phase, Severity severity) {
  constexpr int most_days = 168;
  int days = longest_days(phase, severity).value_or(planned_days(phase, severity).value_or(0));
  for (const Extra& extra : phase.extra) days = std::min(days + extra.days, most_days);
  return (days + 6) / 7;
}

}  // namespace rehab
