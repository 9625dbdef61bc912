// A strict checker of iCalendar bytes, for what no packaged reader notices: line ends, line lengths, folds, escapes, forms of
// values, time zones, alarms. Every finding has the code of its rule:
//
//   B bytes · L lines · S structure · P properties · V values · T time zones · A alarms · U identity and revision · X texts · O old
//   clients · R recurrence
//
//   REQUIRE(ics_check::list(ics_check::check(calendar)) == "");
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/ics_model.hpp"

namespace ics_check {

// What is wrong with the file, by line; the parts of it:
std::vector<Finding> check(std::string_view file);

void check_bytes(std::string_view file, std::vector<Finding>& findings);
void check_calendar(const Component& calendar, std::vector<Finding>& findings);
void check_zones(const Component& calendar, std::vector<Finding>& findings);
void check_event(const Component& event, std::vector<Finding>& findings);
void check_alarms(const Component& event, std::vector<Finding>& findings);
void check_values(const Component& component, std::vector<Finding>& findings);

// What is wrong with `after` as a later revision of `before`, by line of `after`: an event that is gone and not cancelled, a
// SEQUENCE or DTSTAMP that falls, a CREATED that changes, another calendar.
std::vector<Finding> check_update(std::string_view before, std::string_view after);

bool has(const std::vector<Finding>& findings, std::string_view code);
// "L02 line 7: 76 octets\n…"; "" if all is well.
std::string list(const std::vector<Finding>& findings);

}  // namespace ics_check
