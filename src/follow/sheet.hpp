// What the pages of this folder share as JSON. Conventions: export/json_sheet.hpp. Each page begins with what it is and of which
// revision of which plan:
//
//   {"format": "rehab-history", "format_version": 2, "plan": {"id": "…", "protocol": "calf-strain", "severity": "moderate",
//    "first_day": "…", "last_day": "…", "revision": 5, "as_of": {"date": "2026-12-09", "slot": "evening"}, "ending": "continue"}, …
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "export/json_plan.hpp"
#include "rehab/follow.hpp"

namespace rehab::follow {

class Sheet {
  std::string out_, scratch_;
  text::JsonWriter json_{out_};

 public:
  // Opens the object of the page and writes its beginning.
  Sheet(const Plan& plan, std::string_view format);
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  // Closes it; the sheet is done with.
  std::string close();

  // A plan beside that of the page.
  PlanSheet of(const Plan& plan) { return sheet_of(json_, plan, scratch_); }

  const PlanSheet sheet;
};

// Members of the object that is open: which revision of which plan.
void write_plan(const PlanSheet& sheet, std::string_view key);

// An array of sessions, each with the ids of its workouts.
void write_sessions(const PlanSheet& sheet, std::string_view key, std::span<const std::uint32_t> sessions);

// One object: a session with its workouts. It has no routine.
void write_brief(const PlanSheet& sheet, const Session& session);

// An array of decisions.
void write_changes(const PlanSheet& sheet, std::string_view key, std::span<const std::uint32_t> changes);

}  // namespace rehab::follow
