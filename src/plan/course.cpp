#include "plan/course.hpp"

#include <algorithm>

#include "plan/ids.hpp"
#include "protocol/effective.hpp"

namespace rehab::plan {

using std::chrono::days;
using std::chrono::local_days;

namespace {

// Days that the phases from `phase` on are planned for.
int planned_from(const Plan& plan, std::size_t phase) {
  int sum = 0;
  const std::vector<Phase>& phases = plan.protocol().phases;
  for (; phase < phases.size(); ++phase) sum += planned_days(phases[phase], plan.intake.severity).value_or(0);
  return sum;
}

// Extra days for persons with a tag, never past the twelve weeks that are left.
int extra_days(Plan& plan, const Phase& phase, int planned, int room) {
  int asked = 0, given = 0;
  Change change;
  change.phase = static_cast<std::uint16_t>(plan.phases.size() - 1);
  change.date = plan.phases.back().days.begin;
  for (const Extra& extra : phase.extra) {
    if (!has(plan.intake.tags, plan.catalog[extra.tag].id)) continue;
    const int now = std::clamp(room - given, 0, extra.days);
    change.tag = extra.tag;
    change.origin = protocol::origin_of(*plan.catalog, extra.provenance, "days");
    asked += extra.days;
    given += now;
    if (now == 0) continue;
    change.rule = Change::Rule::phase_longer;
    change.asked = extra.days;
    change.given = now;
    plan.changes.push_back(change);
  }
  if (given < asked) {
    change.rule = Change::Rule::phase_cut;
    change.asked = planned + asked;
    change.given = planned + given;
    plan.changes.push_back(change);
  }
  return given;
}

}  // namespace

const DayRange* away_on(const Case& intake, local_days date) {
  const auto it = std::ranges::find_if(intake.away, [&](const DayRange& range) { return range.begin <= date && date < range.end; });
  return it == intake.away.end() ? nullptr : &*it;
}

PhaseLength length_of(Plan& plan, std::uint16_t phase, int counted) {
  const Phase& asked = plan.protocol().phases[phase];
  const Severity severity = plan.intake.severity;
  const int planned = planned_days(asked, severity).value_or(0);
  const int extra = extra_days(plan, asked, planned, most_days - counted - planned_from(plan, phase));
  PhaseLength length;
  length.planned = std::min(planned + extra, most_days - counted);
  length.cut = length.planned < planned + extra;
  // Extra days are not skipped when someone is ready sooner.
  length.shortest = shortest_days(asked, severity).value_or(planned) + extra;
  length.longest = std::max(longest_days(asked, severity).value_or(most_days), length.planned);
  return length;
}

void lay_plain_phases(Plan& plan) {
  int counted = 0;
  for (std::optional<std::uint16_t> phase = next_played(plan, -1); phase && counted < most_days;
       phase = next_played(plan, *phase)) {
    PhaseSpan& span = plan.phases.emplace_back();
    span.phase = *phase;
    span.days.begin = plan.intake.start + days{counted};
    const PhaseLength length = length_of(plan, *phase, counted);
    span.planned = length.planned;
    span.shortest = length.shortest;
    span.longest = length.longest;
    counted += length.planned;
    span.days.end = span.earliest_end = span.latest_end = plan.intake.start + days{counted};
  }
}

std::optional<std::uint16_t> next_played(const Plan& plan, int phase) {
  const std::vector<Phase>& phases = plan.protocol().phases;
  for (std::size_t i = static_cast<std::size_t>(phase + 1); i < phases.size(); ++i)
    if (planned_days(phases[i], plan.intake.severity)) return static_cast<std::uint16_t>(i);
  return {};
}

std::optional<std::uint16_t> played_before(const Plan& plan, int phase) {
  while (--phase >= 0)
    if (planned_days(plan.protocol().phases[static_cast<std::size_t>(phase)], plan.intake.severity))
      return static_cast<std::uint16_t>(phase);
  return {};
}

bool stays_too_long(const Plan& plan) {
  if (plan.protocol().away != Protocol::Away::shift || plan.intake.away.empty()) return false;
  int left = planned_from(plan, 0);
  for (const Phase& phase : plan.protocol().phases) {
    if (!planned_days(phase, plan.intake.severity)) continue;
    for (const Extra& extra : phase.extra)
      if (has(plan.intake.tags, plan.catalog[extra.tag].id)) left += extra.days;
  }
  left = std::min(left, most_days);
  for (local_days date = plan.intake.start; left > 0; date += days{1}, --left) {
    while (const DayRange* away = away_on(plan.intake, date)) date = away->end;
    if (date - plan.intake.start >= longest_stay) return true;
  }
  return false;
}

}  // namespace rehab::plan
