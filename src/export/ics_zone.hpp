// The VTIMEZONE of a plan's clock (RFC 5545 3.6.5): one fixed observance, or one DAYLIGHT and one STANDARD with open-ended yearly
// rules. That is the only shape that every reader understands; what it cannot say is better written in UTC.
#pragma once

#include <chrono>
#include <string>

#include "rehab/zone.hpp"

namespace rehab::ics {

// Whether a calendar can say this clock for local times from `first` on.
bool can_say(const ZoneClock& clock, std::chrono::local_seconds first);

// Whether the name may stand in a parameter as it is: letters, digits and / _ + -, at most 40 of them, as all IANA names are.
bool is_plain_name(const std::string& zone);

// `clock` must be one that `can_say` allows.
void append_vtimezone(std::string& out, const ZoneClock& clock);

}  // namespace rehab::ics
