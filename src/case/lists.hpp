// What both writers of cases say of lists: of the same name a file holds but one, and a week begins on Monday.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "rehab/case.hpp"

namespace rehab::case_file {

// Calls `take` with each entry whose name does not stand again behind it: of two the later counts.
template <class T, class Name, class Take>
void each_once(const std::vector<T>& entries, Name name, Take take) {
  for (auto it = entries.begin(); it != entries.end(); ++it) {
    const bool again = std::any_of(it + 1, entries.end(), [&](const T& later) { return later.*name == (*it).*name; });
    if (!again) take(*it);
  }
}

inline std::vector<std::string> without_repeats(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& one : texts) {
    if (std::ranges::find(out, one) == out.end()) out.push_back(one);
  }
  return out;
}

// From Monday on.
inline std::vector<std::string> names_of(Weekdays days) {
  std::vector<std::string> out;
  for (unsigned i = 1; i <= weekday_names.size(); ++i) {
    const unsigned day = i % 7;
    if (days.contains(std::chrono::weekday{day})) out.emplace_back(weekday_names[day]);
  }
  return out;
}

}  // namespace rehab::case_file
