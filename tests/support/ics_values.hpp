// Values of iCalendar, read strictly: dates, moments, durations, offsets.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "support/ics_model.hpp"

namespace ics_check {

// A DATE or DATE-TIME.
struct Moment {
  std::chrono::local_seconds time{};  // as it stands; of a date its midnight
  bool date_only = false, utc = false;
  std::string zone;  // of TZID
};

// None: malformed, or no real date. Takes VALUE and TZID from the property's parameters.
std::optional<Moment> moment_of(const Property& property);
// "-PT15M", "P1D", "PT1H30M"; none: malformed.
std::optional<std::chrono::seconds> duration_of(std::string_view text);
// "+0100"; none: malformed, or with seconds.
std::optional<std::chrono::minutes> offset_of(std::string_view text);
std::optional<unsigned> digits_of(std::string_view text);

}  // namespace ics_check
