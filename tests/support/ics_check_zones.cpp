// Time zones: that they are declared, sound, of the one shape that all readers understand, and used.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "support/ics_check.hpp"
#include "support/ics_values.hpp"
#include "support/ics_zones.hpp"

namespace ics_check {
namespace {

using namespace std::chrono;
using Findings = std::vector<Finding>;

void report(Findings& findings, std::string_view code, std::size_t line, std::string what) {
  findings.push_back({std::string(code), line, std::move(what)});
}

constexpr std::array<std::string_view, 7> weekday_names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

// FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
struct Rule {
  month in{1};
  weekday on{};
  int nth = 0;

  local_days in_year(year y) const {
    return nth < 0 ? local_days{y / in / on[last]} : local_days{y / in / on[static_cast<unsigned>(nth)]};
  }
};

std::optional<Rule> rule_of(std::string_view text) {
  constexpr std::string_view head = "FREQ=YEARLY;BYMONTH=", middle = ";BYDAY=";
  if (!text.starts_with(head)) return {};
  text.remove_prefix(head.size());
  const std::size_t end = text.find(middle);
  const std::optional<unsigned> m = digits_of(text.substr(0, end));
  if (end == std::string_view::npos || !m || *m < 1 || *m > 12) return {};
  text.remove_prefix(end + middle.size());
  const bool from_end = text.starts_with('-');
  if (from_end) text.remove_prefix(1);
  if (text.size() != 3) return {};
  const std::optional<unsigned> nth = digits_of(text.substr(0, 1));
  const auto day = std::find(weekday_names.begin(), weekday_names.end(), text.substr(1));
  if (!nth || *nth < 1 || *nth > 4 || (from_end && *nth != 1) || day == weekday_names.end()) return {};
  return Rule{month{*m}, weekday{static_cast<unsigned>(day - weekday_names.begin())}, from_end ? -1 : static_cast<int>(*nth)};
}

struct Onset {
  local_seconds time{};  // on the clock before
  minutes from{}, to{};
};

std::optional<Moment> start_of(const Component& observance) {
  const Property* start = observance.find("DTSTART");
  return start ? moment_of(*start) : std::nullopt;
}

// The last onset at or before `time`.
std::optional<Onset> last_onset(const Component& observance, local_seconds time) {
  const auto start = start_of(observance);
  const auto from = offset_of(observance.value("TZOFFSETFROM")), to = offset_of(observance.value("TZOFFSETTO"));
  if (!start || !from || !to || start->time > time) return {};
  Onset onset{start->time, *from, *to};
  const std::optional<Rule> rule = rule_of(observance.value("RRULE"));
  if (!rule) return onset;
  const auto clock = start->time - floor<days>(start->time);
  const year now = year_month_day{floor<days>(time)}.year();
  for (const year y : {now - years{1}, now}) {
    const local_seconds at = rule->in_year(y) + clock;
    if (at <= time && at >= start->time) onset.time = at;
  }
  return onset;
}

std::optional<Onset> last_onset_of_zone(const Component& zone, local_seconds time) {
  std::optional<Onset> last;
  for (const Component& observance : zone.components) {
    const std::optional<Onset> onset = last_onset(observance, time);
    if (onset && (!last || onset->time > last->time)) last = onset;
  }
  return last;
}

const Component* zone_of(const Component& calendar, std::string_view name) {
  for (const Component* zone : calendar.all("VTIMEZONE"))
    if (zone->value("TZID") == name) return zone;
  return nullptr;
}

void check_observance(const Component& observance, Findings& findings) {
  for (const std::string_view one : {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"})
    if (observance.count(one) != 1) report(findings, "T05", observance.line, "not exactly one " + std::string(one));
  const std::optional<Moment> start = start_of(observance);
  if (start && (start->utc || start->date_only || !start->zone.empty()))
    report(findings, "T02", observance.line, "DTSTART of an observance is not local");
  for (const std::string_view name : {"TZOFFSETFROM", "TZOFFSETTO"})
    if (!offset_of(observance.value(name))) report(findings, "O09", observance.line, std::string(name) + " is not ±HHMM");
  if (observance.find("RDATE")) report(findings, "O01", observance.line, "RDATE is not read by Outlook");
  const Property* rule_line = observance.find("RRULE");
  if (!rule_line) return;
  const std::optional<Rule> rule = rule_of(rule_line->value);
  if (!rule) return report(findings, "O01", rule_line->line, "not a plain yearly rule: " + rule_line->value);
  if (start && rule->in_year(year_month_day{floor<days>(start->time)}.year()) != floor<days>(start->time))
    report(findings, "T10", observance.line, "the first onset does not fit its own rule");
}

void check_pair(const Component& zone, Findings& findings) {
  const auto daylight = zone.all("DAYLIGHT"), standard = zone.all("STANDARD");
  if (daylight.size() > 1 || standard.size() != 1)
    return report(findings, "O01", zone.line, "not one STANDARD and at most one DAYLIGHT");
  const bool yearly = standard[0]->find("RRULE") != nullptr;
  if (yearly != !daylight.empty() || (!daylight.empty() && !daylight[0]->find("RRULE")))
    report(findings, "O01", zone.line, "a pair needs two rules, a fixed zone none");
  if (daylight.empty()) return;
  const auto summer = offset_of(daylight[0]->value("TZOFFSETTO")), winter = offset_of(standard[0]->value("TZOFFSETTO"));
  if (summer && winter && *summer <= *winter) report(findings, "T11", zone.line, "DAYLIGHT is not ahead of STANDARD");
  if (daylight[0]->value("TZOFFSETFROM") != standard[0]->value("TZOFFSETTO") ||
      standard[0]->value("TZOFFSETFROM") != daylight[0]->value("TZOFFSETTO"))
    report(findings, "T11", zone.line, "the offsets of the pair do not meet");
}

std::size_t lines_of(const Component& zone) {
  std::size_t n = 2 + zone.properties.size();
  for (const Component& c : zone.components) n += lines_of(c);
  return n;
}

void check_zone(const Component& zone, const std::set<std::string>& used, std::set<std::string>& declared, Findings& findings) {
  const std::string name = zone.value("TZID");
  if (zone.count("TZID") != 1 || name.empty()) report(findings, "T05", zone.line, "not one TZID");
  if (!declared.insert(name).second) report(findings, "T08", zone.line, "TZID " + name + " declared twice");
  if (!used.contains(name)) report(findings, "T03", zone.line, "TZID " + name + " is not used");
  if (zone.components.empty()) return report(findings, "T05", zone.line, "no observance");
  for (const Component& observance : zone.components) check_observance(observance, findings);
  check_pair(zone, findings);
  if (lines_of(zone) > 25) report(findings, "G04", zone.line, "more than 25 lines");
}

void check_use(const Component& calendar, const Property& p, const std::set<std::string>& declared, Findings& findings) {
  const std::optional<std::string> name = p.parameter("TZID");
  if (!name) return;
  if (!declared.contains(*name)) return report(findings, "T01", p.line, "TZID " + *name + " is not declared");
  const std::optional<Moment> moment = moment_of(p);
  const Component* zone = zone_of(calendar, *name);
  if (!moment || !zone) return;
  if (!offset_at(*zone, moment->time)) report(findings, "T07", p.line, p.name + " lies before every onset");
  if (is_in_gap(*zone, moment->time)) report(findings, "T06", p.line, p.name + " lies in a clock-change gap");
}

}  // namespace

std::optional<minutes> offset_at(const Component& zone, local_seconds time) {
  const std::optional<Onset> onset = last_onset_of_zone(zone, time);
  if (!onset) return {};
  return onset->to;
}

bool is_in_gap(const Component& zone, local_seconds time) {
  const std::optional<Onset> onset = last_onset_of_zone(zone, time);
  return onset && time < onset->time + (onset->to - onset->from);
}

std::optional<sys_seconds> instant_of(const Component& calendar, const Property& property) {
  const std::optional<Moment> moment = moment_of(property);
  if (!moment || moment->date_only) return {};
  if (moment->utc) return sys_seconds{moment->time.time_since_epoch()};
  const Component* zone = zone_of(calendar, moment->zone);
  const std::optional<minutes> offset = zone ? offset_at(*zone, moment->time) : std::nullopt;
  if (!offset) return {};
  return sys_seconds{moment->time.time_since_epoch() - *offset};
}

void check_zones(const Component& calendar, Findings& findings) {
  std::set<std::string> used, declared;
  for (const Component* event : calendar.all("VEVENT"))
    for (const Property& p : event->properties)
      if (const auto name = p.parameter("TZID")) used.insert(*name);
  for (const Component* zone : calendar.all("VTIMEZONE")) check_zone(*zone, used, declared, findings);
  for (const Component* event : calendar.all("VEVENT"))
    for (const Property& p : event->properties) check_use(calendar, p, declared, findings);
}

}  // namespace ics_check
