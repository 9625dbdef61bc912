// The same calendar as our exporter's, built and written with libical: the yardstick.
#pragma once

#include <string>
#include <vector>

namespace bench {

struct Event {
  std::string uid, summary, description, categories;
  std::string start, end;  // 20261201T073000, in the zone
};

// The events of a calendar in our own form, read back with libical.
std::vector<Event> events_of(const std::string& calendar);

// One VCALENDAR with these events, each with the properties and the alarm that ours have. Returns its text.
std::string write_with_libical(const std::vector<Event>& events);

}  // namespace bench
