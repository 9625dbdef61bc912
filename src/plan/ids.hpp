// Ids that a case lists.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/knowledge.hpp"

namespace rehab::plan {

inline bool has(const std::vector<std::string>& ids, std::string_view id) { return std::ranges::find(ids, id) != ids.end(); }

// What to write in place of an id that there is not: the nearest name, or all of them if they are few.
std::string choice_hint(std::string_view id, std::span<const std::string_view> names);

// Finds measures by id. A diary asks the same questions day after day, so what was found last at the same place of an entry is
// tried first.
class MeasureFinder {
 public:
  explicit MeasureFinder(const std::vector<Measure>& measures) : measures_(&measures) {}

  // As many as there are measures: there is none.
  std::size_t find(std::string_view id, std::size_t place) {
    std::size_t& last = last_[place % last_.size()];
    if (last < measures_->size() && (*measures_)[last].id == id) return last;
    const auto found = std::ranges::find(*measures_, id, &Measure::id);
    return last = static_cast<std::size_t>(found - measures_->begin());
  }

 private:
  const std::vector<Measure>* measures_;
  std::array<std::size_t, 8> last_{};
};

}  // namespace rehab::plan
