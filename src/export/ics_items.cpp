// A calendar in one file for each event (RFC 4791 4.1): the same bytes, each event with the head and the time zone that it needs.
//
// The file is ours, so it may be cut at its lines: what begins a line is a name, never a text, since texts are escaped and folded.
#include <array>

#include "rehab/export.hpp"

namespace rehab {
namespace {

constexpr std::string_view line_end = "\r\n", event_begin = "BEGIN:VEVENT\r\n";
constexpr std::size_t none = std::string_view::npos;

// Where the first line begins that starts with `begin`.
std::size_t find_line(std::string_view text, std::string_view begin) {
  std::size_t at = text.find(begin);
  while (at != none && at > 0 && text[at - 1] != '\n') at = text.find(begin, at + 1);
  return at;
}

// From the line that starts with `begin` to the line that starts with `end`, both included; "": there is no such part.
std::string_view part(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t first = find_line(text, begin);
  if (first == none) return {};
  text.remove_prefix(first);
  const std::size_t last = find_line(text, end);
  const std::size_t last_end = last == none ? none : text.find(line_end, last);
  return last_end == none ? std::string_view{} : text.substr(0, last_end + line_end.size());
}

std::string_view line(std::string_view text, std::string_view name) { return part(text, name, name); }

std::string_view value(std::string_view text, std::string_view name) {
  const std::string_view whole = line(text, name);
  return whole.empty() ? whole : whole.substr(name.size(), whole.size() - name.size() - line_end.size());
}

// What names and colours a calendar is left to the server. METHOD is forbidden there, and some programs take the first UID of a
// file for that of its event.
std::string head_of(std::string_view calendar) {
  constexpr std::array<std::string_view, 4> kept{"BEGIN:VCALENDAR", "VERSION:", "PRODID:", "CALSCALE:"};
  std::string out;
  for (const std::string_view name : kept) out += line(calendar, name);
  out += part(calendar, "BEGIN:VTIMEZONE", "END:VTIMEZONE");
  ((out += event_begin) += "X-REHAB-PLAN:") += value(calendar, "UID:");
  return out += line_end;
}

}  // namespace

std::vector<CalendarItem> calendar_items(std::string_view calendar) {
  std::vector<CalendarItem> out;
  const std::string head = head_of(calendar.substr(0, find_line(calendar, event_begin)));
  for (;;) {
    const std::string_view event = part(calendar, event_begin, "END:VEVENT");
    if (event.empty()) return out;
    CalendarItem& item = out.emplace_back();
    item.uid = value(event, "UID:");
    ((item.text = head) += event.substr(event_begin.size())) += "END:VCALENDAR\r\n";
    calendar.remove_prefix(static_cast<std::size_t>(event.data() - calendar.data()) + event.size());
  }
}

}  // namespace rehab
