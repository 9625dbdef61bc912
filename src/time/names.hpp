// The names of time zones: which mean UTC, which are none, and what to say about a mistyped one.
#pragma once

#include <span>
#include <string_view>

#include "rehab/diagnostic.hpp"

namespace rehab::time {

// UTC and its other names in the IANA database: "Zulu", "Etc/GMT+0", …
bool is_utc(std::string_view name);

// False for what no zone is called, and for files beside the zones ("localtime", "posixrules", "leap-seconds.list", "right/…").
bool is_zone_name(std::string_view name);

// The error for an unknown name, with the nearest of `known` as its hint.
//
//   unknown_zone("europe/berlin", known).hint == "write `Europe/Berlin`"
Diagnostic unknown_zone(std::string_view name, std::span<const std::string_view> known);

}  // namespace rehab::time
