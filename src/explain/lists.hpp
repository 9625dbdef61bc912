// What several severities or weeks get, said in one list.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "export/clauses.hpp"
#include "export/names.hpp"
#include "export/wording.hpp"

namespace rehab::explain {

// "mild, severe"
inline std::string names_of(const Words& words, const std::vector<Severity>& severities) {
  std::string out;
  wording::Clauses clauses(out, words.glue("list"));
  for (const Severity s : severities) clauses.next() += name(words, s);
  return out;
}

// "mild: 3 sets; moderate, severe: 2 sets": those that get the same together.
class BySeverityList {
 public:
  void add(Severity severity, std::string text) {
    const auto same = std::find_if(groups_.begin(), groups_.end(), [&](const Group& g) { return g.text == text; });
    Group& group = same != groups_.end() ? *same : groups_.emplace_back(Group{{}, std::move(text)});
    group.severities.push_back(severity);
  }
  bool empty() const { return groups_.empty(); }
  std::string said(const Words& words) const {
    std::string out;
    wording::Clauses clauses(out, words.glue("list-parts"));
    for (const Group& group : groups_)
      words.append(clauses.next(), "labelled", {{"label", names_of(words, group.severities)}, {"text", group.text}});
    return out;
  }

 private:
  struct Group {
    std::vector<Severity> severities;
    std::string text;
  };
  std::vector<Group> groups_;
};

// "week 3", "weeks 1–2", or what another phrase makes of such weeks.
inline std::string in_weeks(const Words& words, int first, int last) {
  const Range weeks{first, last};
  return words.say("weeks-of-phase", {{"n", last - first + 1}, {"weeks", wording::Ranged{words, weeks}}});
}

}  // namespace rehab::explain
