// What a VTIMEZONE says, worked out from its rules as RFC 5545 3.6.5 tells readers to.
#pragma once

#include <chrono>
#include <optional>

#include "support/ics_model.hpp"

namespace ics_check {

// The offset at a local time; of two equal times the first. None: before every onset.
std::optional<std::chrono::minutes> offset_at(const Component& zone, std::chrono::local_seconds time);
// Whether no clock of the zone ever shows this time.
bool is_in_gap(const Component& zone, std::chrono::local_seconds time);
// Start or end of an event in UTC; none: floating, a date, or a zone that is not declared.
std::optional<std::chrono::sys_seconds> instant_of(const Component& calendar, const Property& property);

}  // namespace ics_check
