// A time zone as one plan needs it: what the clocks do between two days, and how a calendar can say so.
//
//   rehab::Result<rehab::ZoneClock> clock = rehab::read_zone("Europe/Berlin", begin, end);
//   rehab::resolve(*clock, local).utc
//
// `read_zone` is the only function of the library that touches the machine: it reads the system's time-zone data.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/api.h"
#include "rehab/diagnostic.hpp"

namespace rehab {

// From `begin` on, local time is UTC + `offset`.
struct ClockPeriod {
  std::chrono::sys_seconds begin;
  std::chrono::seconds offset;

  friend bool operator==(const ClockPeriod&, const ClockPeriod&) = default;
};

// One observance of a VTIMEZONE: every year on the nth weekday of a month, or for ever.
struct Observance {
  bool daylight = false;
  std::chrono::seconds offset_from{}, offset_to{};
  std::chrono::local_seconds onset{};  // wall-clock time with `offset_from`; in 1970 unless the rule holds only near the plan
  bool yearly = false;                 // with the three below; else a single fixed observance
  std::chrono::month month{1};
  std::chrono::weekday weekday{};
  int nth = 0;  // 1 to 4 from the start of the month, -1: the last

  friend bool operator==(const Observance&, const Observance&) = default;
};

struct ZoneClock {
  std::string name;                     // as asked for; "": no zone
  bool utc = false;                     // UTC and its other names: times are written with Z, no VTIMEZONE
  std::vector<ClockPeriod> periods;     // rising; the first begins at or before the first moment asked for
  std::vector<Observance> observances;  // one, or a pair (daylight first); empty: the zone cannot be said that way, use UTC

  friend bool operator==(const ZoneClock&, const ZoneClock&) = default;
};

// A local time on the clock of the zone.
struct ClockTime {
  std::chrono::sys_seconds utc;
  std::chrono::local_seconds local;                                            // as asked, or the end of the gap that it fell into
  enum class Clash : std::uint8_t { none, gap, doubled } clash = Clash::none;  // doubled: the first of the two is taken
};

// The clocks of `name` for the days from `begin` to before `end`, and a day on either side. Errors, all with Area::environment or
// Area::intake: an unknown name (hint: the nearest), a plan before 1970, or past 2037 in a zone whose clocks change, time-zone data
// that is missing or cut short. UTC needs no data.
REHAB_API Result<ZoneClock> read_zone(std::string_view name, std::chrono::local_days begin, std::chrono::local_days end);

// The same into an object that is reused: true if it succeeded. Allocates nothing for a zone that it has held before.
REHAB_API bool read_zone(std::string_view name, std::chrono::local_days begin, std::chrono::local_days end, ZoneClock& out,
                         std::vector<Diagnostic>& diagnostics);

// `clock` must cover `local`. Never fails: a time in a gap moves to the end of the gap, of a doubled one the first is taken.
REHAB_API ClockTime resolve(const ZoneClock& clock, std::chrono::local_seconds local);

}  // namespace rehab
