// Ids that a case lists.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace rehab::plan {

inline bool has(const std::vector<std::string>& ids, std::string_view id) { return std::ranges::find(ids, id) != ids.end(); }

}  // namespace rehab::plan
