// What only the machine knows: its zone, the time, which time-zone data it has. The library never asks; the app does, here.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "rehab/zone.hpp"

namespace app {

// The system's zone: where /etc/localtime points, else what /etc/timezone says. TZ is not asked: it may hold anything, and what is
// unknown would silently be UTC.
std::optional<std::string> system_zone();

// The clock, or REHAB_NOW where it is set: an instant in UTC, as 2026-12-09T17:30:00Z. It is there for tests, and to try out what
// another day would bring.
std::chrono::sys_seconds now();
bool clock_is_readable();  // false: REHAB_NOW is set to something else

// A UUID of random bits (version 4), for a new case.
std::string random_uuid();

// What the clocks of a zone show at `moment`; in UTC if there is no such zone, which `make_plan` will say.
std::chrono::local_seconds local_time_in(const std::string& zone, std::chrono::sys_seconds moment);

// The date at `moment` on the clocks of a zone.
std::chrono::local_days date_at(const rehab::ZoneClock& clock, std::chrono::sys_seconds moment);

// The date that they show.
std::chrono::local_days date_in(const std::string& zone, std::chrono::sys_seconds moment);

// "2026f"; "unknown" if the data does not say.
std::string zone_data_version();

// The names of all zones, sorted; none if the data does not list them.
std::vector<std::string> zone_names();

}  // namespace app
