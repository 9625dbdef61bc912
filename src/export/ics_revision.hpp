// Which revision of a plan a calendar holds (RFC 5545 3.8.7). All of it comes from the plan, nothing from a clock: the same plan
// says the same, and an old revision says again what it said.
//
// SEQUENCE counts the diary entries that were known. Two calendars of one count, one planned as of a later slot, differ in DTSTAMP:
// of equal SEQUENCE the later DTSTAMP counts (RFC 5546 2.1.5).
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "rehab/export.hpp"

namespace rehab::ics {

struct Revision {
  std::chrono::sys_seconds created{}, modified{};
  int sequence = 0;
};

// Modified when the options say; else at the last lived slot, but not before the midnight (UTC) of the plan's first day, at which
// it was created.
Revision revision_of(const Plan& plan, const ExportOptions& options);

// DTSTAMP, CREATED, LAST-MODIFIED, SEQUENCE.
void append_revision(std::string& out, const Revision& revision);

// "DTSTAMP:20260901T000000Z"; `name` with its colon.
void append_utc(std::string& out, std::string_view name, std::chrono::sys_seconds moment);

}  // namespace rehab::ics
