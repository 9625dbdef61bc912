#include "plan/records.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace rehab::plan {

using std::chrono::days;
using std::chrono::local_days;

namespace {

// The norm for the person's age and sex; none: it is not known.
std::optional<int> norm_of(const Plan& plan, const Measure& measure) {
  if (!plan.intake.age || !plan.intake.sex) return {};
  std::optional<int> norm;
  for (const Measure::Norm& row : measure.norm)
    if (row.age <= *plan.intake.age) norm = *plan.intake.sex == Sex::male ? row.men : row.women;
  return norm;
}

// Whether it wants to be better than at the start.
bool asks_for_change(const Criterion& c) {
  return c.change_max.value_or(0) < 0 || c.change_percent_max.value_or(0) < 0 || c.change_min.value_or(0) > 0;
}

bool within_bounds(const Plan& plan, const Criterion& c, const Measure& measure, double value) {
  if (c.max && value > *c.max) return false;
  const std::optional<int> norm = c.norm_percent ? norm_of(plan, measure) : std::nullopt;
  if (norm) return 100 * value >= double{1} * *c.norm_percent * *norm;
  return !c.min || value >= *c.min;
}

// A negative bound asks to be better than at the start, which nobody can be who started with nothing.
bool change_is_allowed(const Criterion& c, double change, double first) {
  if (c.change_max && !(*c.change_max < 0 && first == 0) && change > *c.change_max) return false;
  if (c.change_min && change < *c.change_min) return false;
  if (c.change_percent_max && !(*c.change_percent_max < 0 && first == 0) && 100 * change > *c.change_percent_max * first)
    return false;
  return true;
}

}  // namespace

double change_from(const Measure& measure, double value, double from) {
  const double change = value - from;
  return std::abs(change) <= measure.noise.value_or(0) ? 0 : change;
}

void record(MeasureRecord& record, const Measure& measure, double value, std::optional<double> other, Moment seen, int week) {
  if (!record.first) {
    record.first = value;
    record.first_seen = seen;
  }
  if (!record.latest || seen >= record.latest_seen) {
    record.latest = value;
    record.other = other;
    record.latest_seen = seen;
  }
  record.said = value;
  record.said_at = seen;
  record.said_other = other;
  const auto slot = static_cast<std::size_t>(week % 3);
  if (week < record.week[slot]) return;
  if (week > record.week[slot]) record.worst[slot].reset();
  record.week[slot] = week;
  if (!record.worst[slot] || badness(measure, value) > badness(measure, *record.worst[slot])) record.worst[slot] = value;
}

std::optional<double> worst_of_week(const MeasureRecord& record, int week) {
  if (week < 0) return {};
  const auto slot = static_cast<std::size_t>(week % 3);
  return record.week[slot] == week ? record.worst[slot] : std::nullopt;
}

std::optional<bool> judge(const Plan& plan, const Criterion& c, const MeasureRecord& record, std::optional<int> pain) {
  const Measure& measure = plan.catalog[c.measure];
  const double value = record.said;
  if (c.pain_max) {
    if (!pain) return {};
    if (*pain > *c.pain_max) return false;
  }
  if (measure.unit == Measure::Unit::yes_no) return value >= 1;
  if (record.first_seen == record.said_at && asks_for_change(c)) return {};  // nothing to compare with yet
  bool met =
      within_bounds(plan, c, measure, value) && change_is_allowed(c, change_from(measure, value, *record.first), *record.first);
  if (c.symmetry_percent && plan.intake.side != Side::both) {
    if (!record.said_other) return {};
    met = met && 100 * value >= *c.symmetry_percent * *record.said_other;
  }
  return met;
}

std::optional<bool> judge_week(const Plan& plan, const Criterion& c, const MeasureRecord& record, int week) {
  const std::optional<double> now = worst_of_week(record, week), before = worst_of_week(record, week - 1);
  if (!now || !before) return {};
  return change_from(plan.catalog[c.measure], *now, *before) <= *c.weekly_change_max;
}

namespace {

// Of what is asked every morning a single one may go untold; two in a row end the row.
constexpr days longest_gap{2};

void note_broken(CriterionRecord& record, const Measure& measure, local_days date) {
  const bool gap = measure.asked == Measure::Asked::morning && record.broken_until && date - *record.broken_until > longest_gap;
  if (!record.broken_since || gap) {
    record.broken_since = date;
    record.broken_sessions = 0;
  }
  record.broken_until = date;
  ++record.broken_sessions;
}

}  // namespace

void note(CriterionRecord& record, const Measure& measure, bool met, double value, Moment seen) {
  if (!met) record.days = record.sessions = 0;
  if (record.last_day && seen.date < *record.last_day) return;  // told late: it ends a good row, and is no part of another
  if (met) {
    if (!record.last_day || seen.date > *record.last_day) ++record.days;
    ++record.sessions;
    record.broken_since.reset();
    record.broken_sessions = 0;
  } else {
    note_broken(record, measure, seen.date);
  }
  record.last_day = seen.date;
  if (record.measured && seen < record.seen) return;
  record.measured = true;
  record.met = met;
  record.value = value;
  record.seen = seen;
}

void begin_row_anew(CriterionRecord& record) {
  record.measured = record.met = false;
  record.days = record.sessions = record.broken_sessions = 0;
  record.broken_since.reset();
  record.broken_until.reset();
}

bool is_fulfilled(const Criterion& c, const CriterionRecord& record, Severity severity) {
  return record.measured && record.met && record.days >= c.for_days.at(severity).value_or(0) &&
         record.sessions >= c.for_sessions.value_or(0);
}

bool is_on_the_way(const Criterion& c, const CriterionRecord& record, Severity severity) {
  return record.measured && record.met && !is_fulfilled(c, record, severity);
}

bool is_broken(const Criterion& c, const CriterionRecord& record, Severity severity) {
  if (!record.broken_since || !record.broken_until) return false;
  const int days_broken = static_cast<int>((*record.broken_until - *record.broken_since).count()) + 1;
  return days_broken >= c.for_days.at(severity).value_or(1) && record.broken_sessions >= c.for_sessions.value_or(1);
}

}  // namespace rehab::plan

namespace rehab {

std::size_t criterion_number(const Protocol& protocol, const Criterion& criterion) {
  std::size_t number = 0;
  const auto among = [&](const auto& list, const auto& of) {
    for (const auto& entry : list) {
      if (&of(entry) == &criterion) return true;
      ++number;
    }
    return false;
  };
  const auto in_limits = [&](const std::vector<Limit>& l) {
    return among(l, [](const Limit& e) -> const Criterion& { return e.criterion; });
  };
  const auto in_criteria = [&](const std::vector<Criterion>& l) {
    return among(l, [](const Criterion& e) -> const Criterion& { return e; });
  };
  if (in_limits(protocol.limits)) return number;
  for (const Phase& phase : protocol.phases)
    if (in_limits(phase.limits) || in_criteria(phase.move_on) || in_criteria(phase.enter)) return number;
  for (const Ladder& ladder : protocol.ladders)
    if (in_criteria(ladder.up_when) || in_limits(ladder.limits)) return number;
  for (const Load& load : protocol.loads)
    if (in_criteria(load.step_when)) return number;
  assert(false);
  return number;
}

}  // namespace rehab
