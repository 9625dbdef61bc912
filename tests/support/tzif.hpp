// The clocks of a zone read straight from the system's zone files (RFC 9636), without the date library: the judge of
// rehab/zone.hpp.
//
//   std::optional<tests::Zone> berlin = tests::read_zone_file("Europe/Berlin");
//   berlin->offset(1751328000) == 7200
//
// Reads the 64-bit part of a file and its footer, a POSIX TZ rule, which says what happens after the last listed change.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

// From `at` (seconds since 1970 in UTC) on, local time is UTC + `offset` seconds.
struct Onset {
  std::int64_t at = 0;
  std::int64_t offset = 0;
};

struct Zone {
  std::int64_t first_offset = 0;
  std::vector<Onset> onsets;  // rising, each with another offset than the one before, to the year 2050

  std::int64_t offset(std::int64_t utc) const;
  // The onsets in [from, to).
  std::vector<Onset> changes(std::int64_t from, std::int64_t to) const;
};

// Days since 1970-01-01.
std::int64_t day_number(int year, int month, int day);
// The nth weekday (0: Sunday) of a month, counted from its start, or from its end if `nth` is negative: -1 is the last.
std::int64_t nth_weekday(int year, int month, int weekday, int nth);

// Nothing if the bytes are no zone file.
std::optional<Zone> parse_tzif(std::string_view bytes);
std::optional<Zone> read_zone_file(const std::string& name);

// Each file of the system's zone folder that is a zone, as one name and the others with the same content.
std::map<std::string, std::vector<std::string>> all_zones();

}  // namespace tests
