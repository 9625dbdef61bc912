// The rows of a plan as JSON: dates, phases, sessions, decisions. See json_sheet.hpp for the conventions.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "export/json_sheet.hpp"
#include "rehab/plan.hpp"

namespace rehab {

// One string is reused for every date, time and id of a plan.
struct PlanSheet : JsonSheet {
  const Plan& plan;
  std::string& scratch;

  void date(std::string_view key, std::chrono::local_days day) const;
  void time(std::string_view key, std::chrono::minutes since_midnight) const;
  void uuid(std::string_view key, const Uuid& id) const;
  void range_of_days(const DayRange& range) const;                // first_day, last_day
  void moment(std::string_view key, const Moment& moment) const;  // {"date": "2026-12-09", "slot": "evening"}
};

// A sheet for the words and the severity of the plan.
PlanSheet sheet_of(text::JsonWriter& json, const Plan& plan, std::string& scratch);

// Members of the object that is open: which revision of the plan it is, as of when, and how it ends.
void write_revision(const PlanSheet& sheet);

// One object each. `routine` is what the session calls its content by.
void write_phase(const PlanSheet& sheet, const PhaseSpan& span);
void write_session(const PlanSheet& sheet, const Session& session, std::int64_t routine);
void write_change(const PlanSheet& sheet, const Change& change);

// Members of a session: which it is and when, in local time and in UTC; what was reported of it.
void write_when(const PlanSheet& sheet, const Session& session);
void write_report(const PlanSheet& sheet, const Session& session);

// Members that tell a visit of a phase from others: id, visit, title, days, ends.
void write_span(const PlanSheet& sheet, const PhaseSpan& span);

}  // namespace rehab
