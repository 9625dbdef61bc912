// The formats, one function each. All append to `out`; on an error they append nothing and return false.
#pragma once

#include <string>
#include <vector>

#include "rehab/export.hpp"

namespace rehab {

// For eyes: what and why, a bar of phases, the sessions week by week.
bool append_text(const Plan& plan, const ExportOptions& options, std::string& out, std::vector<Diagnostic>& diagnostics);

// iCalendar (RFC 5545, 7986, 9074): one VEVENT a session, one VTIMEZONE at most. Errors: a plan without sessions, an alarm or a
// stamp out of bounds. Warning: a zone whose clock changes a calendar cannot say; its times are then written in UTC.
// An all-day event has no alarm: calendars count it from midnight, some from that of UTC.
bool append_ics(const Plan& plan, const ExportOptions& options, std::string& out, std::vector<Diagnostic>& diagnostics);

// For programs: everything that the plan knows.
bool append_json(const Plan& plan, const ExportOptions& options, std::string& out, std::vector<Diagnostic>& diagnostics);

// For spreadsheets and statistics: a row for each exercise of each session. csv.cpp tells the columns.
bool append_csv(const Plan& plan, const ExportOptions& options, std::string& out, std::vector<Diagnostic>& diagnostics);

}  // namespace rehab
