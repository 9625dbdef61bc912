#include "rehab/zone.hpp"

#include <date/tz.h>

#include <algorithm>
#include <cassert>
#include <exception>
#include <new>
#include <string>
#include <utility>

#include "text/append.hpp"
#include "time/names.hpp"
#include "time/observances.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;
using time::ClockChange;
using time::last_known_year;

constexpr sys_seconds january_1(int y) { return sys_days{year{y} / 1 / 1}; }
constexpr local_days first_day{year{1970} / 1 / 1};
constexpr local_days after_last_day{year{10000} / 1 / 1};
constexpr local_days after_last_known{year{last_known_year + 1} / 1 / 1};

// No clock is further than 26 hours from UTC.
constexpr hours farthest{26};

// A stretch of days in UTC, wherever on earth they are.
struct Moments {
  sys_seconds begin, end;
};

Moments moments_around(local_days begin, local_days end) {
  return {sys_seconds{begin.time_since_epoch() - days{1} - farthest}, sys_seconds{end.time_since_epoch() + days{1} + farthest}};
}

Diagnostic zone_error(Area area, std::string_view code, std::string_view key) {
  Diagnostic error;
  error.area = area;
  error.code = code;
  error.key = key;
  return error;
}

Diagnostic missing_data() {
  Diagnostic error = zone_error(Area::environment, "time-zones", "zone");
  error.message = "the system's time-zone data is missing or cannot be read";
  error.hint = "install the system's time-zone data (tzdata)";
  return error;
}

Diagnostic cut_data(std::string_view name) {
  Diagnostic error = zone_error(Area::environment, "time-zones", "zone");
  error.message.append("the system's time-zone data is cut short: it does not say when the clocks of `")
      .append(name)
      .append("` change");
  error.hint = "install time-zone data in its full form, as `zic -b fat` writes it";
  return error;
}

Diagnostic outside_calendar() {
  Diagnostic error = zone_error(Area::intake, "zone", "start");
  error.message = "the plan lies outside of the years 1970 to 9999";
  error.hint = "choose a start from 1970-01-01 to 9998-12-31";
  return error;
}

Diagnostic past_known_years(std::string_view name, local_days end) {
  Diagnostic error = zone_error(Area::intake, "zone", "start");
  error.message = "the plan ends on ";
  text::append_date(error.message, end - days{1});
  error.message.append("; the clock changes of `").append(name).append("` are known to 2037-12-31");
  error.hint = "choose a start from which the plan ends by 2037-12-31";
  return error;
}

// Only after the list of zones has been read; `tzdb::locate_zone` is missing in some builds of the library.
const date::time_zone* find_zone(std::string_view name) {
  if (!time::is_zone_name(name)) return nullptr;
  try {
    return date::locate_zone(name);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return nullptr;
  }
}

Diagnostic unknown_zone(const date::tzdb& zones, std::string_view name) {
  std::vector<std::string_view> known;
  for (const date::time_zone& zone : zones.zones) known.push_back(zone.name());
#if !USE_OS_TZDB
  for (const date::time_zone_link& link : zones.links) known.push_back(link.name());
#endif
  known.erase(std::remove_if(known.begin(), known.end(), [](std::string_view zone) { return !time::is_zone_name(zone); }),
              known.end());
  return time::unknown_zone(name, known);
}

// Calls `visit` with each sys_info from `begin` to `end`. Do not read its `save`: with the system's files it is no amount of time.
template <class Visit>
void for_each_info(const date::time_zone& zone, Moments moments, Visit visit) {
  for (sys_seconds at = moments.begin; at < moments.end;) {
    const date::sys_info info = zone.get_info(at);
    visit(info);
    if (info.end <= at) return;
    at = info.end;
  }
}

bool lasts_for_ever(const date::sys_info& info) { return info.end > january_1(3000); }

// A few zones that are known to have changed their clocks in 2025.
struct Witness {
  std::string_view zone;
  seconds in_july;
};
constexpr Witness witnesses[] = {
    {"Europe/Berlin", hours{2}}, {"America/New_York", hours{-4}}, {"Europe/London", hours{1}}, {"America/Santiago", hours{-4}}};

bool any_witness_is_cut() {
  const sys_seconds july = sys_days{year{2025} / 7 / 1}, january = january_1(2025);
  return std::any_of(std::begin(witnesses), std::end(witnesses), [&](const Witness& witness) {
    const date::time_zone* zone = find_zone(witness.zone);
    return zone && (zone->get_info(july).offset != witness.in_july || zone->get_info(january).offset == witness.in_july);
  });
}

// Zone files may leave yearly changes to a rule at their end, which the date library does not read: its clocks then stand still
// from the last change that is listed. That looks like a zone that gave up changing, so other zones are asked.
bool is_cut(const date::time_zone& zone, const date::sys_info& info) {
  if (!lasts_for_ever(info) || info.begin < january_1(1970) || info.begin >= january_1(last_known_year)) return false;
  const date::sys_info before = zone.get_info(info.begin - seconds{1});
  return info.begin - before.begin < days{366} && any_witness_is_cut();
}

bool changes_in_last_known_years(const date::time_zone& zone) {
  const sys_seconds begin = january_1(last_known_year - 1);
  const seconds offset = zone.get_info(begin).offset;
  bool changes = false;
  for_each_info(zone, {begin, january_1(last_known_year + 1)},
                [&](const date::sys_info& info) { changes = changes || info.offset != offset; });
  return changes;
}

void add_period(std::vector<ClockPeriod>& periods, Moments cover, const date::sys_info& info) {
  if (info.end <= cover.begin || info.begin >= cover.end) return;
  if (!periods.empty() && periods.back().offset == info.offset) return;  // only the zone's abbreviation changes
  periods.push_back({std::max(info.begin, cover.begin), info.offset});
}

// False if the data is cut short. One walk over the years serves the periods and the observances.
bool read_clock(const date::time_zone& zone, local_days begin, local_days end, ZoneClock& out) {
  out.periods.reserve(4);  // as many as twelve weeks have seen, so that a reused clock stays as large
  out.observances.reserve(2);
  time::ObservanceFinder finder(begin, end);
  const Moments cover = moments_around(begin, end);
  const Moments years{std::min(cover.begin, january_1(finder.first_year()) - farthest),
                      std::max(cover.end, january_1(finder.last_year() + 1) + farthest)};
  seconds offset{};
  bool first = true, cut = false;
  for_each_info(zone, years, [&](const date::sys_info& info) {
    if (!first && info.offset != offset) finder.add({info.begin, offset, info.offset});
    first = false;
    offset = info.offset;
    add_period(out.periods, cover, info);
    cut = cut || is_cut(zone, info);
  });
  const ClockTime start = resolve(out, begin);
  finder.write(start.local.time_since_epoch() - start.utc.time_since_epoch(), out.observances);
  return !cut;
}

bool read_utc(local_days begin, local_days end, ZoneClock& out) {
  out.utc = true;
  out.periods.push_back({moments_around(begin, end).begin, seconds{0}});
  return true;
}

bool fail(std::vector<Diagnostic>& diagnostics, Diagnostic error) {
  diagnostics.push_back(std::move(error));
  return false;
}

bool read_named(std::string_view name, local_days begin, local_days end, ZoneClock& out, std::vector<Diagnostic>& diagnostics) {
  const date::tzdb& zones = date::get_tzdb();
  if (zones.zones.empty()) return fail(diagnostics, missing_data());
  const date::time_zone* zone = find_zone(name);
  if (!zone) return fail(diagnostics, unknown_zone(zones, name));
  if (end > after_last_known && changes_in_last_known_years(*zone)) return fail(diagnostics, past_known_years(name, end));
  return read_clock(*zone, begin, end, out) || fail(diagnostics, cut_data(name));
}

}  // namespace

bool read_zone(std::string_view name, local_days begin, local_days end, ZoneClock& out, std::vector<Diagnostic>& diagnostics) {
  assert(begin <= end);
  out.name.clear();
  out.utc = false;
  out.periods.clear();
  out.observances.clear();
  if (begin < first_day || end > after_last_day) return fail(diagnostics, outside_calendar());
  out.name = name;
  if (time::is_utc(name)) return read_utc(begin, end, out);
  try {
    return read_named(name, begin, end, out, diagnostics);
  } catch (const std::bad_alloc&) {  // no fault of the data
    throw;
  } catch (const std::exception&) {
    return fail(diagnostics, missing_data());
  }
}

Result<ZoneClock> read_zone(std::string_view name, local_days begin, local_days end) {
  Result<ZoneClock> result;
  ZoneClock clock;
  if (read_zone(name, begin, end, clock, result.diagnostics)) result.value = std::move(clock);
  return result;
}

ClockTime resolve(const ZoneClock& clock, local_seconds local) {
  const auto& periods = clock.periods;
  if (periods.empty()) return {sys_seconds{local.time_since_epoch()}, local};
  const auto in_period = [&](std::size_t i) { return sys_seconds{local.time_since_epoch() - periods[i].offset}; };

  // The first period that is not over at `local`.
  std::size_t i = 0;
  while (i + 1 < periods.size() && in_period(i) >= periods[i + 1].begin) ++i;

  const sys_seconds utc = in_period(i);
  if (i > 0 && utc < periods[i].begin) {  // the period before is over and this one has not begun
    return {periods[i].begin, local_seconds{periods[i].begin.time_since_epoch() + periods[i].offset}, ClockTime::Clash::gap};
  }
  const bool again = i + 1 < periods.size() && in_period(i + 1) >= periods[i + 1].begin;
  return {utc, local, again ? ClockTime::Clash::doubled : ClockTime::Clash::none};
}

}  // namespace rehab
