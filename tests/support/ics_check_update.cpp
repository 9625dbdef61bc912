// Two revisions of one calendar (RFC 5546 2.1.5).
#include <map>
#include <string>
#include <utility>

#include "support/ics_check.hpp"
#include "support/ics_values.hpp"

namespace ics_check {
namespace {

using Findings = std::vector<Finding>;

void report(Findings& findings, std::string_view code, std::size_t line, std::string what) {
  findings.push_back({std::string(code), line, std::move(what)});
}

void check_pair(const Component& before, const Component& after, Findings& findings) {
  const auto sequence = [](const Component& event) { return digits_of(event.value("SEQUENCE")).value_or(0); };
  if (sequence(after) < sequence(before)) report(findings, "U06", after.line, "SEQUENCE falls");
  for (const std::string_view name : {"DTSTAMP", "LAST-MODIFIED"})
    if (after.value(name) < before.value(name)) report(findings, "U06", after.line, std::string(name) + " falls");
  if (after.value("CREATED") != before.value("CREATED")) report(findings, "U07", after.line, "CREATED changes");
}

}  // namespace

std::vector<Finding> check_update(std::string_view before, std::string_view after) {
  Findings findings;
  const Component older = read(before, findings), newer = read(after, findings);
  if (older.value("UID") != newer.value("UID")) report(findings, "U08", newer.line, "another calendar");
  if (newer.value("LAST-MODIFIED") < older.value("LAST-MODIFIED")) report(findings, "U06", newer.line, "LAST-MODIFIED falls");
  std::map<std::string, const Component*> events;
  for (const Component* event : newer.all("VEVENT")) events[event->value("UID")] = event;
  for (const Component* event : older.all("VEVENT")) {
    const auto found = events.find(event->value("UID"));
    if (found == events.end()) {
      report(findings, "U09", newer.line, event->value("UID") + " is gone and not cancelled");
    } else {
      check_pair(*event, *found->second, findings);
    }
  }
  return findings;
}

}  // namespace ics_check
