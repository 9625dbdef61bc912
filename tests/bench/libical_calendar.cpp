#include "libical_calendar.hpp"

#include <libical/ical.h>

namespace bench {

namespace {

std::string text(const char* value) { return value ? value : ""; }

icalcomponent* alarm(const Event& event) {
  icalcomponent* out = icalcomponent_new(ICAL_VALARM_COMPONENT);
  icalcomponent_add_property(out, icalproperty_new_action(ICAL_ACTION_DISPLAY));
  icalcomponent_add_property(out, icalproperty_new_description(event.summary.c_str()));
  icaltriggertype trigger{};
  trigger.duration = icaldurationtype_from_int(-600);
  icalcomponent_add_property(out, icalproperty_new_trigger(trigger));
  icalcomponent_add_property(out, icalproperty_new_uid((event.uid + "-alarm").c_str()));
  return out;
}

icalproperty* zoned(icalproperty* property) {
  icalproperty_add_parameter(property, icalparameter_new_tzid("Europe/Berlin"));
  return property;
}

icalcomponent* component(const Event& event) {
  icalcomponent* out = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  const icaltimetype stamp = icaltime_from_string("20261201T000000Z");
  icalcomponent_add_property(out, icalproperty_new_uid(event.uid.c_str()));
  icalcomponent_add_property(out, zoned(icalproperty_new_dtstart(icaltime_from_string(event.start.c_str()))));
  icalcomponent_add_property(out, zoned(icalproperty_new_dtend(icaltime_from_string(event.end.c_str()))));
  icalcomponent_add_property(out, icalproperty_new_dtstamp(stamp));
  icalcomponent_add_property(out, icalproperty_new_created(stamp));
  icalcomponent_add_property(out, icalproperty_new_lastmodified(stamp));
  icalcomponent_add_property(out, icalproperty_new_sequence(0));
  icalcomponent_add_property(out, icalproperty_new_summary(event.summary.c_str()));
  icalcomponent_add_property(out, icalproperty_new_description(event.description.c_str()));
  icalcomponent_add_property(out, icalproperty_new_categories(event.categories.c_str()));
  icalcomponent_add_property(out, icalproperty_new_class(ICAL_CLASS_PRIVATE));
  icalcomponent_add_property(out, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
  icalcomponent_add_property(out, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  icalcomponent_add_component(out, alarm(event));
  return out;
}

}  // namespace

std::vector<Event> events_of(const std::string& calendar) {
  std::vector<Event> out;
  icalcomponent* root = icalparser_parse_string(calendar.c_str());
  for (icalcomponent* e = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT); e;
       e = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT)) {
    Event& event = out.emplace_back();
    event.uid = text(icalcomponent_get_uid(e));
    event.summary = text(icalcomponent_get_summary(e));
    event.description = text(icalcomponent_get_description(e));
    event.start = text(icaltime_as_ical_string(icalcomponent_get_dtstart(e)));
    event.end = text(icaltime_as_ical_string(icalcomponent_get_dtend(e)));
    event.categories = "Rehabilitation";
  }
  icalcomponent_free(root);
  return out;
}

std::string write_with_libical(const std::vector<Event>& events) {
  icalcomponent* calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
  icalcomponent_add_property(calendar, icalproperty_new_prodid("-//rehab//rehab//EN"));
  for (const Event& event : events) icalcomponent_add_component(calendar, component(event));
  char* written = icalcomponent_as_ical_string_r(calendar);
  std::string out = text(written);
  icalmemory_free_buffer(written);
  icalcomponent_free(calendar);
  return out;
}

}  // namespace bench
