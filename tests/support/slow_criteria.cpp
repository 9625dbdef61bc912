#include "support/slow_criteria.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rehab_test {

using namespace rehab;
using std::chrono::days;
using std::chrono::local_days;

std::vector<SlowGroup> slow_groups(const Catalog& catalog, const Case& intake, std::optional<Moment> as_of) {
  std::map<std::tuple<Moment, Moment>, SlowGroup> groups;
  const bool pain_measure =
      std::any_of(catalog->measures.begin(), catalog->measures.end(), [](const Measure& m) { return m.id == "pain"; });
  for (const Entry& entry : intake.diary) {
    if (as_of && entry.known() > *as_of) continue;
    SlowGroup& group = groups[{entry.known(), entry.moment()}];
    group.known = entry.known();
    group.at = entry.moment();
    if (entry.done) group.done = entry.done;
    if (entry.pain) group.pain = entry.pain;
    if (entry.pain && pain_measure) group.readings["pain"] = {"pain", static_cast<double>(*entry.pain)};
    for (const Reading& reading : entry.measured) group.readings[reading.measure] = reading;
    for (const std::string& flag : entry.red_flags) {
      if (std::find(group.red_flags.begin(), group.red_flags.end(), flag) == group.red_flags.end()) group.red_flags.push_back(flag);
    }
    const bool speaks = entry.pain || !entry.measured.empty() || !entry.red_flags.empty();
    if (!entry.cleared_by.empty()) {
      group.cleared = true;
      group.cleared_last = entry.red_flags.empty();
    } else if (speaks) {
      group.cleared_last = false;
    }
    if (entry.pause_until && *entry.pause_until >= group.known.date) group.pause_until = entry.pause_until;
  }
  std::vector<SlowGroup> out;
  for (const auto& [when, group] : groups) out.push_back(group);
  return out;
}

void SlowRow::add(bool met, Moment at) {
  if (!met) days = sessions = 0;
  if (last_date && at.date < *last_date) return;
  if (met && (!last_date || at.date > *last_date)) ++days;
  if (met) ++sessions;
  last_date = at.date;
  if (latest && at < latest_at) return;
  latest = met;
  latest_at = at;
}

bool SlowRow::fulfilled(const Criterion& criterion, Severity severity) const {
  return latest == true && days >= criterion.for_days.at(severity).value_or(0) && sessions >= criterion.for_sessions.value_or(0);
}

bool SlowBreaks::add(bool met, local_days date, const Criterion& criterion, Severity severity, bool mornings) {
  if (last_date && date < *last_date) return false;
  last_date = date;
  if (met) begin_anew();
  if (met) return false;
  if (mornings && last && date - *last > days{2}) begin_anew();
  if (!first) first = date;
  last = date;
  ++sessions;
  if (*last - *first + days{1} < days{criterion.for_days.at(severity).value_or(1)}) return false;
  if (sessions < criterion.for_sessions.value_or(1)) return false;
  begin_anew();
  return true;
}

double slow_change(const Measure& measure, double value, double baseline) {
  const double change = value - baseline;
  return std::abs(change) <= measure.noise.value_or(0) ? 0 : change;
}

namespace {

std::optional<int> norm_for(const Case& intake, const Measure& measure) {
  std::optional<int> out;
  if (!intake.age || !intake.sex) return out;
  for (const Measure::Norm& row : measure.norm) {
    if (row.age <= *intake.age) out = *intake.sex == Sex::male ? row.men : row.women;
  }
  return out;
}

}  // namespace

std::optional<bool> slow_verdict(const Catalog& catalog, const Case& intake, const Criterion& c, const SlowGroup& group,
                                 const std::map<std::string, SlowStart>& baselines) {
  const Measure& measure = catalog[c.measure];
  const auto found = group.readings.find(measure.id);
  if (found == group.readings.end()) return std::nullopt;
  const Reading& reading = found->second;
  if (c.weekly_change_max) return std::nullopt;  // judged at the end of the week
  if (c.pain_max && !group.pain) return std::nullopt;
  if (c.pain_max && *group.pain > *c.pain_max) return false;
  const SlowStart& start = baselines.at(measure.id);
  const bool better = c.change_max.value_or(0) < 0 || c.change_percent_max.value_or(0) < 0 || c.change_min.value_or(0) > 0;
  if (better && start.at == group.at) return std::nullopt;
  const bool symmetry = c.symmetry_percent && intake.side != Side::both;
  if (symmetry && !reading.other) return std::nullopt;
  const double value = reading.value;
  const double baseline = start.value;
  const double change = slow_change(measure, value, baseline);
  const std::optional<int> norm = c.norm_percent ? norm_for(intake, measure) : std::nullopt;
  bool met = true;
  if (symmetry) met = met && value * 100 >= *c.symmetry_percent * *reading.other;
  if (norm) {
    met = met && value * 100 >= *c.norm_percent * *norm;
  } else if (c.min) {
    met = met && value >= *c.min;
  }
  if (c.max) met = met && value <= *c.max;
  if (c.change_max && (*c.change_max >= 0 || baseline != 0)) met = met && change <= *c.change_max;
  if (c.change_min) met = met && change >= *c.change_min;
  if (c.change_percent_max && (*c.change_percent_max >= 0 || baseline != 0))
    met = met && change * 100 <= *c.change_percent_max * baseline;
  if (measure.unit == Measure::Unit::yes_no) met = met && value >= 1;
  return met;
}

}  // namespace rehab_test
