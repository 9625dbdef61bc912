#include "export/ics_zone.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "export/ics_lines.hpp"
#include "text/append.hpp"

namespace rehab::ics {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<std::string_view, 7> weekdays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

bool is_whole_minutes(seconds offset) { return offset % minutes{1} == seconds{0}; }

// +0100. Seconds would be legal, but Outlook refuses them.
void append_offset(std::string& out, std::string_view name, seconds offset) {
  const minutes size = std::chrono::duration_cast<minutes>(std::chrono::abs(offset));
  out += name;
  out += offset < seconds{0} ? '-' : '+';
  text::append_padded(out, size / hours{1}, 2);
  text::append_padded(out, (size % hours{1}).count(), 2);
  out += line_end;
}

void append_rule(std::string& out, const Observance& observance) {
  out += "RRULE:FREQ=YEARLY;BYMONTH=";
  text::append_number(out, static_cast<std::int64_t>(static_cast<unsigned>(observance.month)));
  out += ";BYDAY=";
  text::append_number(out, static_cast<std::int64_t>(observance.nth));
  out += weekdays[observance.weekday.c_encoding()];
  out += line_end;
}

void append_observance(std::string& out, const Observance& observance) {
  const std::string_view kind = observance.daylight ? "DAYLIGHT" : "STANDARD";
  append_line(out, "BEGIN", kind);
  out += "DTSTART:";
  text::append_compact_time(out, observance.onset);
  out += line_end;
  append_offset(out, "TZOFFSETFROM:", observance.offset_from);
  append_offset(out, "TZOFFSETTO:", observance.offset_to);
  if (observance.yearly) append_rule(out, observance);
  append_line(out, "END", kind);
}

}  // namespace

bool is_plain_name(const std::string& zone) {
  const auto is_plain = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' || c == '+' ||
           c == '-';
  };
  return !zone.empty() && zone.size() <= 40 && std::all_of(zone.begin(), zone.end(), is_plain);
}

bool can_say(const ZoneClock& clock, std::chrono::local_seconds first) {
  const auto is_sayable = [](const Observance& o) { return is_whole_minutes(o.offset_from) && is_whole_minutes(o.offset_to); };
  // A time before every onset has no offset at all: some readers take it as UTC.
  const auto is_earlier = [first](const Observance& o) { return o.onset <= first; };
  return is_plain_name(clock.name) && std::any_of(clock.observances.begin(), clock.observances.end(), is_earlier) &&
         std::all_of(clock.observances.begin(), clock.observances.end(), is_sayable);
}

void append_vtimezone(std::string& out, const ZoneClock& clock) {
  append_line(out, "BEGIN", "VTIMEZONE");
  append_line(out, "TZID", clock.name);
  for (const Observance& observance : clock.observances) append_observance(out, observance);
  append_line(out, "END", "VTIMEZONE");
}

}  // namespace rehab::ics
