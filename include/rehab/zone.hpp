// A time zone as one plan needs it: what the clocks do between two days, and how a calendar can say so.
//
//   using namespace std::chrono;
//   rehab::Result<rehab::ZoneClock> clock =
//       rehab::read_zone("Europe/Berlin", rehab::day(2026, 3, 1), rehab::day(2026, 4, 1));
//   rehab::resolve(*clock, rehab::day(2026, 3, 29) + 2h + 30min).local;  // 03:00: there was no 02:30
//   rehab::resolve(*clock, rehab::day(2026, 3, 30) + 7h + 30min).utc;    // 05:30
//
// `read_zone` is the only function of the library that touches the machine: it reads the system's time-zone data, a zone when it is
// named for the first time, and what was read is kept for the life of the program. Any number of threads may call it. `make_plan`
// and `withdrawn` call it where a case names a zone; nobody else needs to.
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
  std::chrono::sys_seconds begin;  // in UTC
  std::chrono::seconds offset;     // local time less UTC: east of Greenwich above 0

  friend bool operator==(const ClockPeriod&, const ClockPeriod&) = default;
};

// One observance of a VTIMEZONE: every year on the nth weekday of a month, or for ever.
struct Observance {
  bool daylight = false;               // whether daylight saving begins, or the standard time
  std::chrono::seconds offset_from{};  // local time less UTC, before
  std::chrono::seconds offset_to{};    // and after
  std::chrono::local_seconds onset{};  // wall-clock time with `offset_from`; in 1970 unless the rule holds only near the plan
  bool yearly = false;                 // with the three below; else a single fixed observance
  std::chrono::month month{1};         // of the rule
  std::chrono::weekday weekday{};      // of the rule
  int nth = 0;                         // 1 to 4 from the start of the month, -1: the last

  friend bool operator==(const Observance&, const Observance&) = default;
};

// The clocks of one zone for some days.
struct ZoneClock {
  std::string name;                     // as asked for; "": no zone
  bool utc = false;                     // UTC and its other names: times are written with Z, no VTIMEZONE
  std::vector<ClockPeriod> periods;     // rising; the first begins at or before the first moment asked for
  std::vector<Observance> observances;  // one, or a pair (daylight first); empty: the zone cannot be said that way, use UTC

  friend bool operator==(const ZoneClock&, const ZoneClock&) = default;
};

// A local time on the clock of the zone.
struct ClockTime {
  std::chrono::sys_seconds utc;      // the instant
  std::chrono::local_seconds local;  // as asked, or the end of the gap that it fell into
  // What a change of the clocks did to it.
  enum class Clash : std::uint8_t {
    none,     // it is there once
    gap,      // the clocks were put forward over it
    doubled,  // they were put back over it: the first of the two is taken
  } clash = Clash::none;
};

// The clocks of `name` for the days from `begin` to before `end`, and a day on either side. Errors, all with Area::environment or
// Area::intake: an unknown name (hint: the nearest), a plan before 1970, or past 2037 in a zone whose clocks change, time-zone data
// that is missing or cut short. UTC needs no data.
REHAB_API Result<ZoneClock> read_zone(std::string_view name, std::chrono::local_days begin, std::chrono::local_days end);

// The same into an object that is reused: true if it succeeded. Allocates nothing for a zone that it has held before.
REHAB_API bool read_zone(std::string_view name, std::chrono::local_days begin, std::chrono::local_days end, ZoneClock& out,
                         std::vector<Diagnostic>& diagnostics);

// What a local time means on these clocks, which must cover it; without any period it is taken as UTC. Never fails: a time in a gap
// moves to the end of the gap, of a doubled one the first is taken.
REHAB_API ClockTime resolve(const ZoneClock& clock, std::chrono::local_seconds local);

}  // namespace rehab
