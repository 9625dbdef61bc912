// Every zone of the system against an independent reading of its files (support/tzif.hpp).
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rehab/zone.hpp"
#include "support/catch.hpp"
#include "support/tzif.hpp"

namespace {

using rehab::ClockTime;
using rehab::Observance;
using rehab::ZoneClock;
using tests::Onset;
using tests::Zone;

constexpr std::int64_t minute_s = 60, hour_s = 3600, day_s = 86400;

struct Plan {
  std::int64_t begin = 0, end = 0;  // days since 1970-01-01, half-open
};

struct NamedZone {
  std::string name;
  std::vector<std::string> links;
  Zone zone;
};

const std::vector<NamedZone>& zones() {
  static const std::vector<NamedZone> read = [] {
    std::vector<NamedZone> out;
    for (const auto& [name, links] : tests::all_zones()) {
      if (std::optional<Zone> zone = tests::read_zone_file(name)) out.push_back({name, links, *zone});
    }
    return out;
  }();
  return read;
}

// The first thing that is wrong, and how many are: a check for each minute would take longer than the work.
struct Faults {
  std::size_t count = 0;
  std::string first;
  void add(const std::string& what, const std::string& zone, std::int64_t when) {
    if (count++ == 0) first = what + " in " + zone + " at " + std::to_string(when);
  }
};

bool read(const std::string& name, const Plan& plan, ZoneClock& clock) {
  std::vector<rehab::Diagnostic> diagnostics;
  using std::chrono::days;
  using std::chrono::local_days;
  return rehab::read_zone(name, local_days{days{plan.begin}}, local_days{days{plan.end}}, clock, diagnostics) &&
         diagnostics.empty();
}

std::int64_t floor_day(std::int64_t seconds) { return seconds >= 0 ? seconds / day_s : -((-seconds + day_s - 1) / day_s); }

// --- local time to UTC ----------------------------------------------------------------------------------------------------------

struct Expected {
  std::int64_t utc = 0, local = 0;
  ClockTime::Clash clash = ClockTime::Clash::none;
};

// What `local` is: each offset of the days around is tried, and the zone asked whether it holds at that moment.
Expected expected(const Zone& zone, const std::vector<Onset>& near, std::int64_t local) {
  std::vector<std::int64_t> moments;
  const auto attempt = [&](std::int64_t offset) {
    const std::int64_t utc = local - offset;
    if (zone.offset(utc) == offset && std::find(moments.begin(), moments.end(), utc) == moments.end()) moments.push_back(utc);
  };
  for (const Onset& onset : near) {
    attempt(onset.offset);
    attempt(zone.offset(onset.at - 1));
  }
  if (!moments.empty()) {
    const auto clash = moments.size() > 1 ? ClockTime::Clash::doubled : ClockTime::Clash::none;
    return {*std::min_element(moments.begin(), moments.end()), local, clash};
  }
  for (const Onset& onset : near) {
    if (local >= onset.at + zone.offset(onset.at - 1) && local < onset.at + onset.offset) {
      return {onset.at, onset.at + onset.offset, ClockTime::Clash::gap};
    }
  }
  return {};
}

std::size_t sweep_change(const NamedZone& named, const Onset& change, ZoneClock& clock, Faults& faults) {
  const std::int64_t before = named.zone.offset(change.at - 1);
  const std::int64_t day = floor_day(change.at + before);
  if (!read(named.name, {day, day + 1}, clock)) return faults.add("unreadable", named.name, change.at), 0;
  const std::vector<Onset> near = named.zone.changes(change.at - 2 * day_s, change.at + 2 * day_s);
  const std::int64_t from = change.at + std::min(before, change.offset) - 4 * hour_s;
  const std::int64_t to = change.at + std::max(before, change.offset) + 4 * hour_s;
  std::size_t minutes = 0;
  for (std::int64_t local = from; local <= to; local += minute_s, ++minutes) {
    const Expected want = expected(named.zone, near, local);
    const ClockTime have = rehab::resolve(clock, std::chrono::local_seconds{std::chrono::seconds{local}});
    const bool same = have.utc.time_since_epoch().count() == want.utc && have.local.time_since_epoch().count() == want.local &&
                      have.clash == want.clash;
    if (!same) faults.add("wrong moment", named.name, local);
  }
  return minutes;
}

// --- what a calendar is told ----------------------------------------------------------------------------------------------------

int weekday_of(const Observance& observance) { return static_cast<int>(observance.weekday.c_encoding()); }
int month_of(const Observance& observance) { return static_cast<int>(static_cast<unsigned>(observance.month)); }

int year_of(std::int64_t day) {
  int year = 1970 + static_cast<int>(day / 366);
  while (tests::day_number(year + 1, 1, 1) <= day) ++year;
  while (tests::day_number(year, 1, 1) > day) --year;
  return year;
}

// RFC 5545 3.6.5: the observance whose onset came last holds; the onsets repeat from DTSTART on. Only the years around matter.
std::vector<Onset> onsets_of(const std::vector<Observance>& observances, int first_year, int last_year) {
  std::vector<Onset> out;
  for (const Observance& observance : observances) {
    const std::int64_t start = observance.onset.time_since_epoch().count();
    const std::int64_t from = observance.offset_from.count(), to = observance.offset_to.count();
    out.push_back({start - from, to});
    if (!observance.yearly) continue;
    for (int year = first_year; year <= last_year; ++year) {
      const std::int64_t day = tests::nth_weekday(year, month_of(observance), weekday_of(observance), observance.nth);
      const std::int64_t wall = day * day_s + (start - floor_day(start) * day_s);
      if (wall > start) out.push_back({wall - from, to});
    }
  }
  std::sort(out.begin(), out.end(), [](const Onset& a, const Onset& b) { return a.at < b.at; });
  return out;
}

// How Outlook reads a block: a daylight and a standard rule that hold in every year, whatever DTSTART and TZOFFSETFROM say.
std::vector<Onset> outlook_onsets(const std::vector<Observance>& observances, int first_year, int last_year) {
  std::vector<Onset> out;
  for (std::size_t i = 0; i < observances.size(); ++i) {
    const std::int64_t other = observances[observances.size() - 1 - i].offset_to.count(), to = observances[i].offset_to.count();
    const std::int64_t start = observances[i].onset.time_since_epoch().count();
    if (!observances[i].yearly) out.push_back({INT64_MIN, to});
    for (int year = first_year; observances[i].yearly && year <= last_year; ++year) {
      const std::int64_t day = tests::nth_weekday(year, month_of(observances[i]), weekday_of(observances[i]), observances[i].nth);
      out.push_back({day * day_s + (start - floor_day(start) * day_s) - other, to});
    }
  }
  std::sort(out.begin(), out.end(), [](const Onset& a, const Onset& b) { return a.at < b.at; });
  return out;
}

// The block as a reader sees it, compared with the zone every six hours and at each side of each change.
void compare(const NamedZone& named, const Plan& plan, const std::vector<Onset>& onsets, const std::string& what, Faults& faults) {
  const std::int64_t first = (plan.begin - 1) * day_s, last = (plan.end + 1) * day_s;  // local
  std::vector<std::int64_t> moments;
  for (std::int64_t utc = first - 27 * hour_s; utc < last + 27 * hour_s; utc += 6 * hour_s) moments.push_back(utc);
  for (const Onset& change : named.zone.changes(first - 27 * hour_s, last + 27 * hour_s)) {
    moments.push_back(change.at - 1);
    moments.push_back(change.at);
  }
  std::sort(moments.begin(), moments.end());
  std::size_t next = 0;
  for (const std::int64_t utc : moments) {
    const std::int64_t offset = named.zone.offset(utc);
    if (utc + offset < first || utc + offset >= last) continue;
    while (next < onsets.size() && onsets[next].at <= utc) ++next;
    if (next == 0 || onsets[next - 1].offset != offset) faults.add(what, named.name, utc);
  }
}

// RFC 5545 3.8.5.3: DTSTART is the first of its own recurrences.
bool onset_obeys_rule(const Observance& observance) {
  if (!observance.yearly) return observance.offset_from == observance.offset_to;
  const std::int64_t day = floor_day(observance.onset.time_since_epoch().count());
  return tests::nth_weekday(year_of(day), month_of(observance), weekday_of(observance), observance.nth) == day;
}

bool has_shape(const std::vector<Observance>& observances) {
  const auto whole = [](std::chrono::seconds offset) { return offset.count() % minute_s == 0; };
  if (!std::all_of(observances.begin(), observances.end(),
                   [&](const Observance& o) { return onset_obeys_rule(o) && whole(o.offset_from) && whole(o.offset_to); })) {
    return false;
  }
  if (observances.size() == 1) return !observances[0].yearly && !observances[0].daylight;
  return observances.size() == 2 && observances[0].daylight && !observances[1].daylight && observances[0].yearly &&
         observances[1].yearly && observances[0].offset_to > observances[0].offset_from &&
         observances[0].offset_from == observances[1].offset_to && observances[0].offset_to == observances[1].offset_from;
}

enum Kind { fixed, rule, planrule, irregular, utc, kinds };
using Counts = std::array<std::size_t, kinds>;

Kind kind_of(const ZoneClock& clock) {
  if (clock.utc) return utc;
  if (clock.observances.empty()) return irregular;
  if (clock.observances.size() == 1) return fixed;
  const std::int64_t day = floor_day(clock.observances[0].onset.time_since_epoch().count());
  return year_of(day) == 1970 ? rule : planrule;
}

// Periods that follow one another differ, and the first begins before the plan does, wherever on earth.
bool has_periods(const ZoneClock& clock, const Plan& plan) {
  const auto& periods = clock.periods;
  return !periods.empty() && periods[0].begin.time_since_epoch().count() <= (plan.begin - 2) * day_s &&
         std::adjacent_find(periods.begin(), periods.end(), [](const auto& a, const auto& b) {
           return a.offset == b.offset || a.begin >= b.begin;
         }) == periods.end();
}

void sweep_plan(const NamedZone& named, const Plan& plan, ZoneClock& clock, Counts& counts, Faults& faults) {
  if (!read(named.name, plan, clock)) return faults.add("unreadable", named.name, plan.begin * day_s);
  if (!has_periods(clock, plan)) faults.add("wrong periods", named.name, plan.begin * day_s);
  const Kind kind = kind_of(clock);
  ++counts[kind];
  if (kind == irregular || kind == utc) return;
  if (!has_shape(clock.observances)) faults.add("a block that readers do not know", named.name, plan.begin * day_s);
  const int first_year = year_of(plan.begin) - 2, last_year = year_of(plan.end) + 1;
  compare(named, plan, onsets_of(clock.observances, first_year, last_year), "wrong observance", faults);
  compare(named, plan, outlook_onsets(clock.observances, first_year, last_year), "wrong for Outlook", faults);
}

Counts sweep_plans(const std::vector<Plan>& plans, Faults& faults) {
  Counts counts{};
  ZoneClock clock;
  for (const NamedZone& named : zones()) {
    for (const Plan& plan : plans) sweep_plan(named, plan, clock, counts, faults);
  }
  return counts;
}

std::vector<Plan> twelve_weeks_from(std::int64_t first, std::int64_t last, std::int64_t step) {
  std::vector<Plan> plans;
  for (std::int64_t begin = first; begin <= last; begin += step) plans.push_back({begin, begin + 84});
  return plans;
}

std::string summary(const Counts& counts) {
  return "fixed " + std::to_string(counts[fixed]) + ", rule " + std::to_string(counts[rule]) + ", planrule " +
         std::to_string(counts[planrule]) + ", irregular " + std::to_string(counts[irregular]) + ", utc " +
         std::to_string(counts[utc]);
}

}  // namespace

TEST_CASE("every minute around every clock change from 2024 to 2037 is the right moment in every zone") {
  Faults faults;
  std::size_t minutes = 0;
  ZoneClock clock;
  for (const NamedZone& named : zones()) {
    for (const Onset& change : named.zone.changes(tests::day_number(2024, 1, 1) * day_s, tests::day_number(2038, 1, 1) * day_s)) {
      minutes += sweep_change(named, change, clock, faults);
    }
  }
  CHECK(faults.first == "");
  CHECK(faults.count == 0);
  CHECK(minutes > 1000000);
}

TEST_CASE("a calendar that follows the block of a twelve-week plan shows the right time in every zone") {
  Faults faults;
  const Counts counts = sweep_plans(twelve_weeks_from(tests::day_number(2024, 1, 1), tests::day_number(2030, 12, 31), 28), faults);
  INFO(summary(counts));
  CHECK(faults.first == "");
  CHECK(faults.count == 0);
  const std::size_t all = counts[fixed] + counts[rule] + counts[planrule] + counts[irregular];
  CHECK(all > 10000);
  CHECK(counts[irregular] * 100 < all);  // rare enough to be answered with UTC
}

TEST_CASE("plans that begin or end on the day of a clock change, or next to it, have a right block in every zone") {
  Faults faults;
  Counts counts{};
  ZoneClock clock;
  for (const NamedZone& named : zones()) {
    for (const Onset& change : named.zone.changes(tests::day_number(2024, 1, 1) * day_s, tests::day_number(2037, 8, 1) * day_s)) {
      const std::int64_t day = floor_day(change.at + named.zone.offset(change.at - 1));
      for (const std::int64_t shift : {-1, 0, 1, 2}) {
        sweep_plan(named, {day + shift, day + shift + 84}, clock, counts, faults);
        sweep_plan(named, {day + shift - 84, day + shift}, clock, counts, faults);
      }
    }
  }
  INFO(summary(counts));
  CHECK(faults.first == "");
  CHECK(faults.count == 0);
  CHECK(counts[rule] > 1000);
}

TEST_CASE("the last plans before 2038 have a right block in every zone") {
  Faults faults;
  const std::int64_t end = tests::day_number(2038, 1, 1);
  std::vector<Plan> plans = twelve_weeks_from(tests::day_number(2036, 11, 1), end - 84, 14);
  plans.push_back({end - 84, end});
  const Counts counts = sweep_plans(plans, faults);
  INFO(summary(counts));
  CHECK(faults.first == "");
  CHECK(faults.count == 0);
  CHECK(counts[rule] > 100);
}

TEST_CASE("plans of the past, back to 1970, have a right block or none in every zone") {
  Faults faults;
  const Counts counts = sweep_plans(twelve_weeks_from(tests::day_number(1970, 1, 2), tests::day_number(2023, 12, 1), 200), faults);
  INFO(summary(counts));
  CHECK(faults.first == "");
  CHECK(faults.count == 0);
}

TEST_CASE("another name of a zone gives the same clocks under that name") {
  const std::int64_t begin = tests::day_number(2026, 2, 2);
  std::string differing;
  std::size_t links = 0;
  for (const NamedZone& named : zones()) {
    ZoneClock clock;
    if (!read(named.name, {begin, begin + 84}, clock)) differing += named.name + " ";
    for (const std::string& link : named.links) {
      ZoneClock other;
      const bool same = read(link, {begin, begin + 84}, other) && other.name == link && other.utc == clock.utc &&
                        other.periods == clock.periods && other.observances == clock.observances;
      if (!same) differing += link + " ";
      ++links;
    }
  }
  CHECK(differing == "");
  CHECK(zones().size() + links > 300);
}
