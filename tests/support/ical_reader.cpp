#include "support/ical_reader.hpp"

#include <libical/ical.h>

#include <algorithm>

namespace ical_reader {

namespace {

// The zone of the file's own VTIMEZONE, never one that libical brings.
icaltimezone* zone_of(icalcomponent* calendar, icalproperty* property) {
  icalparameter* parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
  return parameter ? icalcomponent_get_timezone(calendar, icalparameter_get_tzid(parameter)) : nullptr;
}

std::string in_utc(icalcomponent* calendar, icalproperty* property) {
  icaltimetype time = icalvalue_get_datetime(icalproperty_get_value(property));
  if (icaltimezone* zone = zone_of(calendar, property)) {
    icaltimezone_convert_time(&time, zone, icaltimezone_get_utc_timezone());
    time.zone = icaltimezone_get_utc_timezone();
  }
  return icaltime_as_ical_string(time);
}

void collect_errors(icalcomponent* component, std::vector<std::string>& found) {
  for (icalproperty* p = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); p;
       p = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY))
    found.emplace_back(icalproperty_as_ical_string(p));
  for (icalcomponent* c = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); c;
       c = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
    collect_errors(c, found);
}

}  // namespace

std::vector<std::string> events(const std::string& file) {
  std::vector<std::string> lines;
  icalcomponent* calendar = icalparser_parse_string(file.c_str());
  if (!calendar) return lines;
  for (icalcomponent* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    std::string line = icalcomponent_get_uid(event);
    for (const icalproperty_kind kind : {ICAL_DTSTART_PROPERTY, ICAL_DTEND_PROPERTY})
      (line += ' ') += in_utc(calendar, icalcomponent_get_first_property(event, kind));
    lines.push_back(std::move(line));
  }
  icalcomponent_free(calendar);
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> complaints(const std::string& file) {
  std::vector<std::string> found;
  icalcomponent* calendar = icalparser_parse_string(file.c_str());
  if (!calendar) return {"no calendar"};
  icalrestriction_check(calendar);
  collect_errors(calendar, found);
  icalcomponent_free(calendar);
  return found;
}

}  // namespace ical_reader
