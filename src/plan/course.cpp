#include "plan/course.hpp"

#include <algorithm>

#include "plan/ids.hpp"
#include "protocol/effective.hpp"

namespace rehab::plan {

using std::chrono::days;
using std::chrono::local_days;

namespace {

constexpr days longest_stay{366};  // from the first day to the last, days away included

// Extra days for persons with a tag, never past the twelve weeks that are left.
int extra_days(Plan& plan, const Phase& phase, std::uint16_t span, int planned, int room) {
  int asked = 0, given = 0;
  Change change;
  change.phase = span;
  for (const Extra& extra : phase.extra) {
    if (!has(plan.intake.tags, plan.catalog[extra.tag].id)) continue;
    const int now = std::min(extra.days, room - given);
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

void lay_phases(Plan& plan, Course& course) {
  const Protocol& protocol = plan.protocol();
  const Severity severity = plan.intake.severity;
  int left = most_days;
  for (const Phase& phase : protocol.phases) left -= planned_days(phase, severity).value_or(0);
  for (std::size_t i = 0; i < protocol.phases.size(); ++i) {
    const Phase& phase = protocol.phases[i];
    const auto planned = planned_days(phase, severity);
    if (!planned) continue;
    const std::uint16_t span = static_cast<std::uint16_t>(plan.phases.size());
    const int extra = extra_days(plan, phase, span, *planned, left);
    left -= extra;
    const int length = std::min(*planned + extra, most_days - course.days);  // a sound protocol has no more
    if (length <= 0) continue;
    course.stretches[span] = {static_cast<std::uint16_t>(i), course.days, course.days + length};
    for (int d = course.days; d < course.days + length; ++d)
      course.stretch[static_cast<std::size_t>(d)] = static_cast<std::uint8_t>(span);
    course.days += length;
    PhaseSpan& out = plan.phases.emplace_back();
    out.phase = static_cast<std::uint16_t>(i);
    out.planned = length;
    // Extra days are not skipped when someone is ready sooner.
    out.shortest = shortest_days(phase, severity).value_or(*planned) + extra;
    out.longest = std::max(longest_days(phase, severity).value_or(most_days), length);
  }
}

// The end of a range of days away that covers the date, if one does.
const DayRange* away_on(const Case& intake, local_days date) {
  const auto it = std::ranges::find_if(intake.away, [&](const DayRange& range) { return range.begin <= date && date < range.end; });
  return it == intake.away.end() ? nullptr : &*it;
}

void count_move(Plan& plan, std::size_t span, local_days from, days moved) {
  if (moved == days{0}) return;
  Change change;
  change.rule = Change::Rule::away_moved;
  change.date = from;
  change.phase = static_cast<std::uint16_t>(span);
  change.given = static_cast<int>(moved.count());
  plan.changes.push_back(change);
}

bool date_days(Plan& plan, Course& course) {
  const bool shift = plan.protocol().away == Protocol::Away::shift;
  local_days date = plan.intake.start;
  for (std::size_t d = 0; d < static_cast<std::size_t>(course.days); ++d) {
    const local_days planned = date;
    if (shift) {
      while (const DayRange* away = away_on(plan.intake, date)) date = away->end;
      count_move(plan, course.stretch[d], planned, date - planned);
    } else {
      course.off[d] = away_on(plan.intake, date) != nullptr;
    }
    if (date - plan.intake.start >= longest_stay) return false;
    course.date[d] = date;
    date += days{1};
  }
  return true;
}

}  // namespace

bool lay_course(Plan& plan, Course& course, std::vector<Diagnostic>& diagnostics) {
  lay_phases(plan, course);
  if (!date_days(plan, course)) {
    diagnostics.push_back({Level::error, Area::intake, "away", "", 0, 0, "away", "days away stretch the plan over more than a year",
                           "start after the long absence"});
    return false;
  }
  if (plan.phases.empty()) {
    diagnostics.push_back({Level::error, Area::intake, "severity", "", 0, 0, "severity",
                           "no phase of the protocol is for this severity", "choose another severity"});
    return false;
  }
  for (std::size_t span = 0; span < plan.phases.size(); ++span) {
    const Stretch& stretch = course.stretches[span];
    plan.phases[span].days = {course.date[static_cast<std::size_t>(stretch.first)],
                              course.date[static_cast<std::size_t>(stretch.end - 1)] + days{1}};
  }
  for (Change& change : plan.changes) {
    if (change.rule != Change::Rule::away_moved) change.date = plan.phases[change.phase].days.begin;
  }
  plan.weeks = (course.days + 6) / 7;
  plan.days = {plan.phases.front().days.begin, plan.phases.back().days.end};
  for (const int week : plan.protocol().severity[static_cast<std::size_t>(plan.intake.severity)]->review_weeks) {
    plan.reviews.push_back(course.date[static_cast<std::size_t>(std::min(7 * week, course.days) - 1)]);
  }
  return true;
}

}  // namespace rehab::plan
