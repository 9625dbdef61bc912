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
    if (!entry.cleared_by.empty()) group.cleared = true;
    if (entry.pause_until) group.pause_until = entry.pause_until;
  }
  std::vector<SlowGroup> out;
  for (const auto& [when, group] : groups) out.push_back(group);
  return out;
}

void SlowRow::add(bool met, Moment at) {
  if (!latest || at >= latest_at) {
    latest = met;
    latest_at = at;
  }
  sessions = met ? sessions + 1 : 0;
  if (!met) {
    days = 0;
  } else if (!last_date || at.date > *last_date) {
    ++days;
  }
  last_date = std::max(at.date, last_date.value_or(at.date));
}

bool SlowRow::fulfilled(const Criterion& criterion, Severity severity) const {
  return latest == true && days >= criterion.for_days.at(severity).value_or(0) && sessions >= criterion.for_sessions.value_or(0);
}

bool SlowBreaks::add(bool met, local_days date, const Criterion& criterion, Severity severity) {
  if (met) {
    if (!last || date >= *last) *this = {};  // what is logged late and was good does not end a row that came after it
    return false;
  }
  if (!first) first = date;
  last = std::max(date, last.value_or(date));
  ++sessions;
  const std::optional<int> so_many_days = criterion.for_days.at(severity);
  if (so_many_days && date - *first + days{1} < days{*so_many_days}) return false;
  if (criterion.for_sessions && sessions < *criterion.for_sessions) return false;
  *this = {};
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
                                 const std::map<std::string, double>& baselines) {
  const Measure& measure = catalog[c.measure];
  const auto found = group.readings.find(measure.id);
  if (found == group.readings.end()) return std::nullopt;
  const Reading& reading = found->second;
  const bool yes_no = measure.unit == Measure::Unit::yes_no;
  if (c.weekly_change_max && !c.min && !c.max && !c.symmetry_percent && !c.norm_percent && !c.change_max && !c.change_min &&
      !c.change_percent_max)
    return std::nullopt;  // judged at the end of the week
  if (c.pain_max && !group.pain) return std::nullopt;
  const bool symmetry = c.symmetry_percent && intake.side != Side::both;
  if (symmetry && !reading.other) return std::nullopt;
  const double value = reading.value;
  const double baseline = baselines.at(measure.id);
  const double change = slow_change(measure, value, baseline);
  const std::optional<int> norm = c.norm_percent ? norm_for(intake, measure) : std::nullopt;
  bool met = true;
  if (c.pain_max) met = met && *group.pain <= *c.pain_max;
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
  if (yes_no) met = met && value >= 1;
  return met;
}

}  // namespace rehab_test
