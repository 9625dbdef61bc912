// Ids that a case lists.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rehab::plan {

inline bool has(const std::vector<std::string>& ids, std::string_view id) { return std::ranges::find(ids, id) != ids.end(); }

// What to write in place of an id that there is not: the nearest name, or all of them if they are few.
std::string choice_hint(std::string_view id, std::span<const std::string_view> names);

}  // namespace rehab::plan
