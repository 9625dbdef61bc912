// The whole and its structure; the parts are in ics_check_*.cpp.
#include "support/ics_check.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "support/ics_values.hpp"

namespace ics_check {
namespace {

using Findings = std::vector<Finding>;

void report(Findings& findings, std::string_view code, std::size_t line, std::string what) {
  findings.push_back({std::string(code), line, std::move(what)});
}

// --- Structure
// -------------------------------------------------------------------------------------------------------------------------

// Which component may lie in which.
const std::multimap<std::string_view, std::string_view> homes{
    {"VTIMEZONE", "VCALENDAR"}, {"VEVENT", "VCALENDAR"},   {"VTODO", "VCALENDAR"},   {"VALARM", "VEVENT"},
    {"VALARM", "VTODO"},        {"STANDARD", "VTIMEZONE"}, {"DAYLIGHT", "VTIMEZONE"}};

void check_nesting(const Component& parent, Findings& findings) {
  for (const Component& child : parent.components) {
    const auto [begin, end] = homes.equal_range(child.name);
    const bool at_home = std::any_of(begin, end, [&](const auto& home) { return home.second == parent.name; });
    if (!at_home) report(findings, "S05", child.line, child.name + " inside " + parent.name);
    check_nesting(child, findings);
  }
}

void check_order(const Component& calendar, Findings& findings) {
  if (calendar.components.empty()) return report(findings, "S04", calendar.line, "no component");
  const std::size_t first = calendar.components.front().line;
  for (const Property& p : calendar.properties)
    if (p.line > first) report(findings, "S06", p.line, p.name + " after the first component");
  bool events = false;
  for (const Component& c : calendar.components) {
    events |= c.name == "VEVENT";
    if (c.name == "VTIMEZONE" && events) report(findings, "S07", c.line, "VTIMEZONE after an event");
  }
}

// --- Properties of the calendar
// --------------------------------------------------------------------------------------------------------

void check_twins(const Component& calendar, std::string_view standard, std::string_view common, Findings& findings) {
  if (calendar.value(standard) != calendar.value(common))
    report(findings, "X03", calendar.line, std::string(standard) + " and " + std::string(common) + " differ");
}

void check_refresh(const Component& calendar, Findings& findings) {
  const Property* refresh = calendar.find("REFRESH-INTERVAL");
  if (!refresh) return;
  const auto interval = duration_of(refresh->value);
  if (refresh->parameter("VALUE") != "DURATION" || !interval || interval->count() <= 0)
    report(findings, "V12", refresh->line, "REFRESH-INTERVAL is no positive DURATION");
  if (calendar.value("X-PUBLISHED-TTL") != refresh->value) report(findings, "X03", refresh->line, "X-PUBLISHED-TTL differs");
}

bool is_color_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void check_color(const Component& calendar, Findings& findings) {
  if (const Property* color = calendar.find("COLOR"); color && !is_color_name(color->value))
    report(findings, "V11", color->line, "COLOR is no CSS name");
}

void check_zone_name(const Component& calendar, Findings& findings) {
  const Property* zone = calendar.find("X-WR-TIMEZONE");
  if (!zone) return;
  if (zone->value.empty() || zone->value.find_first_of(" ;,:\\") != std::string::npos)
    report(findings, "V14", zone->line, "X-WR-TIMEZONE is no IANA name");
  if (!calendar.all("VTIMEZONE").empty()) report(findings, "V14", zone->line, "X-WR-TIMEZONE beside a VTIMEZONE");
}

void check_publish(const Component& calendar, Findings& findings) {
  const Property* method = calendar.find("METHOD");
  if (!method) return;
  if (method->value != "PUBLISH") report(findings, "P11", method->line, "METHOD is not PUBLISH");
  for (const Component* event : calendar.all("VEVENT"))
    if (!event->find("ORGANIZER")) report(findings, "P11", event->line, "PUBLISH without ORGANIZER");
}

// --- Identity
// --------------------------------------------------------------------------------------------------------------------------

void check_uids(const Component& component, std::set<std::string>& seen, Findings& findings) {
  for (const Component& c : component.components) {
    if (c.name == "VEVENT" || c.name == "VALARM") {
      const Property* uid = c.find("UID");
      const std::string code = c.name == "VEVENT" ? "U01" : "U03";
      if (!uid) report(findings, c.name == "VEVENT" ? "P02" : "U03", c.line, c.name + " without UID");
      if (uid && !seen.insert(uid->value).second) report(findings, code, uid->line, "UID " + uid->value + " a second time");
      if (uid && (uid->value.size() > 255 || uid->value.find_first_of("@. ") != std::string::npos))
        report(findings, "U02", uid->line, "UID is long or names a host");
    }
    check_uids(c, seen, findings);
  }
}

}  // namespace

void check_calendar(const Component& calendar, Findings& findings) {
  if (calendar.count("VERSION") != 1 || calendar.value("VERSION") != "2.0" || calendar.properties.front().name != "VERSION")
    report(findings, "P01", calendar.line, "VERSION is not 2.0, once, first");
  if (calendar.count("PRODID") != 1 || calendar.value("PRODID").empty()) report(findings, "P01", calendar.line, "not one PRODID");
  for (const std::string_view once : {"CALSCALE", "METHOD", "UID", "LAST-MODIFIED", "COLOR", "REFRESH-INTERVAL", "X-WR-CALNAME"})
    if (calendar.count(once) > 1) report(findings, "P03", calendar.line, std::string(once) + " more than once");
  if (!calendar.value("CALSCALE").empty() && calendar.value("CALSCALE") != "GREGORIAN")
    report(findings, "P06", calendar.line, "CALSCALE is not GREGORIAN");
  check_nesting(calendar, findings);
  check_order(calendar, findings);
  check_twins(calendar, "NAME", "X-WR-CALNAME", findings);
  check_twins(calendar, "DESCRIPTION", "X-WR-CALDESC", findings);
  check_refresh(calendar, findings);
  check_color(calendar, findings);
  check_zone_name(calendar, findings);
  check_publish(calendar, findings);
  std::set<std::string> uids;
  check_uids(calendar, uids, findings);
}

std::vector<Finding> check(std::string_view file) {
  Findings findings;
  check_bytes(file, findings);
  const Component calendar = read(file, findings);
  if (calendar.properties.empty()) {
    report(findings, "P01", 1, "no VERSION");
  } else {
    check_calendar(calendar, findings);
  }
  check_zones(calendar, findings);
  check_values(calendar, findings);
  for (const Component* event : calendar.all("VEVENT")) {
    check_event(*event, findings);
    check_alarms(*event, findings);
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.line < b.line; });
  return findings;
}

bool has(const Findings& findings, std::string_view code) {
  return std::any_of(findings.begin(), findings.end(), [code](const Finding& f) { return f.code == code; });
}

std::string list(const Findings& findings) {
  std::string text;
  for (const Finding& f : findings) text += f.code + " line " + std::to_string(f.line) + ": " + f.what + "\n";
  return text;
}

}  // namespace ics_check
