#include "export/decision_list.hpp"

#include <algorithm>

#include "export/decision.hpp"
#include "export/text_page.hpp"
#include "export/words_of.hpp"
#include "rehab/export.hpp"

namespace rehab {
namespace {

std::string origin_of(const Plan& plan, const Change& change) {
  std::string out;
  append_origin(out, plan, change);
  return out;
}

void add_aside(const Words& words, std::string& text, const std::string& aside) {
  if (!aside.empty()) words.wrap(text, 0, "aside", "text", {{"aside", std::string_view(aside)}});
}

// Where all are decided by the same source, it is named once, behind the ground.
void tell_several(const Plan& plan, DecisionGroup& group, const std::string& because) {
  const Words words = words_of(plan.catalog);
  std::vector<std::string> origins;
  for (const Change* change : group.changes) origins.push_back(origin_of(plan, *change));
  const bool same = std::all_of(origins.begin(), origins.end(), [&](const std::string& o) { return o == origins.front(); });
  group.head = words.say("ground-follows", {{"because", std::string_view(because)}});
  if (same) add_aside(words, group.head, origins.front());
  words.wrap(group.head, 0, "ground-of-list", "text");
  group.head = sentence(std::move(group.head));
  for (std::size_t i = 0; i < group.changes.size(); ++i) {
    std::string line;
    append_decision(line, plan, *group.changes[i]);
    if (!same) add_aside(words, line, origins[i]);
    line = full_sentence(words, std::move(line));
    if (std::find(group.follows.begin(), group.follows.end(), line) == group.follows.end())
      group.follows.push_back(std::move(line));
  }
}

void add_says(const Plan& plan, DecisionGroup& group) {
  for (const Change* change : group.changes) {
    if (!change->limit) continue;
    const std::string_view say = limit_of(plan.protocol(), *change->limit).say;
    if (!say.empty() && std::find(group.says.begin(), group.says.end(), say) == group.says.end()) group.says.push_back(say);
  }
}

}  // namespace

std::vector<DecisionGroup> group_decisions(const Plan& plan, const std::vector<const Change*>& changes) {
  std::vector<DecisionGroup> out;
  std::vector<std::string> grounds;
  for (const Change* change : changes) {
    std::string because;
    append_ground(because, plan, *change);
    const auto same = because.empty() ? grounds.end() : std::find(grounds.begin(), grounds.end(), because);
    const auto at = static_cast<std::size_t>(same - grounds.begin());
    if (same == grounds.end()) {
      out.emplace_back();
      grounds.push_back(std::move(because));
    }
    out[at].changes.push_back(change);
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i].changes.size() > 1) {
      tell_several(plan, out[i], grounds[i]);
    } else {
      out[i].head = describe(plan, *out[i].changes.front());
    }
    add_says(plan, out[i]);
  }
  return out;
}

void print_group(Canvas& canvas, const DecisionGroup& group, std::size_t indent, Ink ink) {
  canvas.item(group.head, indent, ink);
  for (const std::string& line : group.follows) canvas.item(line, indent + 2, ink, "–");
  for (const std::string_view say : group.says) canvas.item(say, indent + 2, Ink::bold, "→");
}

}  // namespace rehab
