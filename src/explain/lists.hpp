// What several severities or weeks get, said in one list.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "explain/fill.hpp"
#include "export/clauses.hpp"
#include "rehab/amount.hpp"

namespace rehab::explain::words {

inline std::string names_of(const std::vector<Severity>& severities) {
  std::string out;
  wording::Clauses clauses(out, ", ");
  for (const Severity s : severities) clauses.next() += name(s);
  return out;
}

// "mild: 3 sets; moderate, severe: 2 sets": those that get the same together.
class BySeverityList {
 public:
  void add(Severity severity, std::string words) {
    const auto same = std::find_if(groups_.begin(), groups_.end(), [&](const Group& g) { return g.words == words; });
    Group& group = same != groups_.end() ? *same : groups_.emplace_back(Group{{}, std::move(words)});
    group.severities.push_back(severity);
  }
  bool empty() const { return groups_.empty(); }
  std::string words() const {
    std::string out;
    wording::Clauses clauses(out, "; ");
    for (const Group& group : groups_) clauses.next() += fill("{0}: {1}", {names_of(group.severities), group.words});
    return out;
  }

 private:
  struct Group {
    std::vector<Severity> severities;
    std::string words;
  };
  std::vector<Group> groups_;
};

inline std::string in_weeks(int first, int last) {
  return first == last ? fill("week {0}", {number(first)}) : fill("weeks {0}–{1}", {number(first), number(last)});
}

}  // namespace rehab::explain::words
