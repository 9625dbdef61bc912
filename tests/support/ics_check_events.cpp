// Events, alarms, and the forms of values.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "support/ics_check.hpp"
#include "support/ics_values.hpp"

namespace ics_check {
namespace {

using Findings = std::vector<Finding>;

void report(Findings& findings, std::string_view code, std::size_t line, std::string what) {
  findings.push_back({std::string(code), line, std::move(what)});
}

// --- Values
// ----------------------------------------------------------------------------------------------------------------------------

const std::set<std::string_view> moments{"DTSTART", "DTEND", "DUE", "DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED"};
const std::set<std::string_view> in_utc{"DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED"};
const std::set<std::string_view> texts{"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "COMMENT"};
const std::map<std::string_view, std::set<std::string_view>> enumerations{
    {"STATUS", {"CONFIRMED", "TENTATIVE", "CANCELLED"}},
    {"TRANSP", {"OPAQUE", "TRANSPARENT"}},
    {"CLASS", {"PUBLIC", "PRIVATE", "CONFIDENTIAL"}},
    {"X-MICROSOFT-CDO-BUSYSTATUS", {"FREE", "BUSY", "TENTATIVE", "OOF"}},
    {"X-MICROSOFT-CDO-ALLDAYEVENT", {"TRUE", "FALSE"}}};

bool is_escaped(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ';' || text[i] == ',') return false;
    if (text[i] != '\\') continue;
    ++i;
    if (i == text.size() || std::string_view("\\;,nN").find(text[i]) == std::string_view::npos) return false;
  }
  return true;
}

void check_moment(const Property& p, Findings& findings) {
  const std::optional<Moment> moment = moment_of(p);
  if (!moment) return report(findings, "V02", p.line, p.name + " is no real date or time: " + p.value);
  if (in_utc.contains(p.name) && (!moment->utc || !moment->zone.empty()))
    report(findings, "V06", p.line, p.name + " is not in UTC");
  if (!moment->zone.empty() && (moment->utc || moment->date_only))
    report(findings, "V07", p.line, p.name + " has a TZID beside Z or a DATE");
  const std::set<std::string> names_of_utc{"UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "Z"};
  if (names_of_utc.contains(moment->zone)) report(findings, "V07", p.line, p.name + " has TZID=" + moment->zone);
  const bool looks_like_date = p.value.size() == 8;
  if (looks_like_date && !moment->date_only) report(findings, "V02", p.line, p.name + " is a DATE without VALUE=DATE");
}

void check_value(const Property& p, Findings& findings) {
  if (p.value.empty()) report(findings, "X01", p.line, p.name + " is empty");
  if (moments.contains(p.name)) check_moment(p, findings);
  if (texts.contains(p.name) && !is_escaped(p.value)) report(findings, "V01", p.line, p.name + " is not escaped");
  if (p.name == "CATEGORIES" && p.value.find('\\') != std::string::npos) report(findings, "V13", p.line, "CATEGORIES is escaped");
  const auto allowed = enumerations.find(p.name);
  if (allowed != enumerations.end() && !allowed->second.contains(p.value))
    report(findings, "P06", p.line, p.name + " is " + p.value);
}

// --- Events
// ----------------------------------------------------------------------------------------------------------------------------

void check_counts(const Component& event, Findings& findings) {
  for (const std::string_view one : {"UID", "DTSTAMP", "DTSTART"})
    if (event.count(one) != 1) report(findings, "P02", event.line, "not exactly one " + std::string(one));
  for (const std::string_view once : {"SUMMARY", "DESCRIPTION", "CLASS", "STATUS", "TRANSP", "SEQUENCE", "CREATED", "LAST-MODIFIED",
                                      "ORGANIZER", "CATEGORIES", "DTEND"})
    if (event.count(once) > 1) report(findings, "P03", event.line, std::string(once) + " more than once");
  if (event.find("DTEND") && event.find("DURATION")) report(findings, "P04", event.line, "DTEND and DURATION");
  if (!event.find("DTEND")) report(findings, "P10", event.line, "no DTEND");
  for (const std::string_view never : {"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})
    if (event.find(never)) report(findings, "R00", event.line, std::string(never) + " in an event of a plan");
  if (event.value("SUMMARY").empty()) report(findings, "X01", event.line, "no SUMMARY");
  if (unescape(event.value("SUMMARY")).find('\n') != std::string::npos)
    report(findings, "X02", event.line, "SUMMARY has more than one line");
  if (event.value("CLASS") != "PRIVATE") report(findings, "P12", event.line, "health data that is not private");
}

void check_span(const Component& event, Findings& findings) {
  const Property *start_line = event.find("DTSTART"), *end_line = event.find("DTEND");
  if (!start_line || !end_line) return;
  const std::optional<Moment> start = moment_of(*start_line), end = moment_of(*end_line);
  if (!start || !end) return;
  if (start->date_only != end->date_only || start->utc != end->utc || start->zone != end->zone)
    return report(findings, "V05", event.line, "DTSTART and DTEND differ in kind");
  if (end->time <= start->time) report(findings, "V04", event.line, "DTEND is not later than DTSTART");
  const bool day_long = event.value("X-MICROSOFT-CDO-ALLDAYEVENT") == "TRUE";
  if (day_long != start->date_only) report(findings, "X04", event.line, "X-MICROSOFT-CDO-ALLDAYEVENT is not what DTSTART is");
  const bool free = event.value("X-MICROSOFT-CDO-BUSYSTATUS") == "FREE";
  if (free != (event.value("TRANSP") == "TRANSPARENT")) report(findings, "X04", event.line, "BUSYSTATUS is not what TRANSP is");
}

void check_revision(const Component& event, Findings& findings) {
  if (!digits_of(event.value("SEQUENCE"))) report(findings, "U04", event.line, "SEQUENCE is missing or no number");
  const std::string created = event.value("CREATED"), modified = event.value("LAST-MODIFIED"), stamp = event.value("DTSTAMP");
  if (created > modified || modified > stamp)
    report(findings, "U05", event.line, "CREATED ≤ LAST-MODIFIED ≤ DTSTAMP does not hold");
}

void check_cancelled(const Component& event, Findings& findings) {
  if (event.value("STATUS") != "CANCELLED") return;
  if (!event.all("VALARM").empty()) report(findings, "A08", event.line, "an alarm of a cancelled event");
  if (event.value("TRANSP") != "TRANSPARENT") report(findings, "P13", event.line, "a cancelled event that takes time");
}

// --- Alarms
// ----------------------------------------------------------------------------------------------------------------------------

void check_trigger(const Component& alarm, const Property& trigger, Findings& findings) {
  const std::optional<std::chrono::seconds> before = duration_of(trigger.value);
  if (!before) return report(findings, "A04", trigger.line, "TRIGGER is no duration: " + trigger.value);
  if (before->count() > 0) report(findings, "A05", trigger.line, "TRIGGER is after the start");
  if (before->count() % 60 != 0) report(findings, "A04", trigger.line, "TRIGGER is not in whole minutes");
  if ((alarm.find("DURATION") != nullptr) != (alarm.find("REPEAT") != nullptr))
    report(findings, "A03", alarm.line, "DURATION and REPEAT go together");
}

void check_alarm(const Component& alarm, Findings& findings) {
  if (alarm.count("ACTION") != 1 || alarm.count("TRIGGER") != 1)
    report(findings, "A01", alarm.line, "not one ACTION and one TRIGGER");
  if (alarm.value("ACTION") != "DISPLAY") report(findings, "A02", alarm.line, "ACTION is not DISPLAY");
  if (!alarm.find("DESCRIPTION")) report(findings, "A02", alarm.line, "DISPLAY without DESCRIPTION");
  for (const std::string_view never : {"ACKNOWLEDGED", "RELATED-TO", "PROXIMITY", "X-WR-ALARMUID", "ATTENDEE"})
    if (alarm.find(never)) report(findings, "A06", alarm.line, std::string(never) + " belongs to clients");
  if (const Property* trigger = alarm.find("TRIGGER")) check_trigger(alarm, *trigger, findings);
}

}  // namespace

void check_values(const Component& component, Findings& findings) {
  for (const Property& p : component.properties) check_value(p, findings);
  for (const Component& c : component.components) check_values(c, findings);
}

void check_event(const Component& event, Findings& findings) {
  check_counts(event, findings);
  check_span(event, findings);
  check_revision(event, findings);
  check_cancelled(event, findings);
}

void check_alarms(const Component& event, Findings& findings) {
  const std::vector<const Component*> alarms = event.all("VALARM");
  if (alarms.size() > 1) report(findings, "O04", event.line, "more than one alarm");
  const Property* start = event.find("DTSTART");
  if (!alarms.empty() && start && start->parameter("VALUE") == "DATE")
    report(findings, "A07", event.line, "an alarm of a whole day");
  for (const Component* alarm : alarms) check_alarm(*alarm, findings);
}

}  // namespace ics_check
