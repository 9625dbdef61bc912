// What libical makes of a calendar, as readers.py does with other readers.
#pragma once

#include <string>
#include <vector>

namespace ical_reader {

// "UID start end" for every event, in UTC, sorted.
std::vector<std::string> events(const std::string& file);

// What libical's own check of the rules finds (RFC 5545 and 5546), one line each.
std::vector<std::string> complaints(const std::string& file);

}  // namespace ical_reader
