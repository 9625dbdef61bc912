// The decisions of the diary, by date.
#include <algorithm>
#include <vector>

#include "export/change_rule.hpp"
#include "export/clauses.hpp"
#include "export/decision.hpp"
#include "export/decision_list.hpp"
#include "export/json_plan.hpp"
#include "follow/page.hpp"
#include "follow/sheet.hpp"

namespace rehab {
namespace {

using wording::Clauses;

class HistoryPage {
 public:
  HistoryPage(const Plan& plan, std::string& out, int width, bool color)
      : plan_(plan), page_(plan, out, width, color), canvas_(page_.canvas), words_(page_.words) {}

  void print() {
    canvas_.title(words_["history-title"]);
    canvas_.paragraph(known());
    if (!print_some(false)) canvas_.paragraph(words_["history-none"]);
    print_some(true);
  }

 private:
  std::string known() const {
    if (!plan_.as_of) return words_.say("history-no-diary");
    const auto moment = [this](std::string& to) { append_moment(to, words_, *plan_.as_of); };
    return words_.say("history-revision", {{"n", plan_.revision}, {"moment", moment}});
  }

  bool print_some(bool projected) {
    std::vector<const Change*> day;
    bool any = false;
    for (const Change& change : plan_.changes) {
      if (!is_from_diary(change) || is_projected(plan_, change) != projected) continue;
      if (!any && projected) canvas_.heading(words_["history-ahead"]);
      any = true;
      if (!day.empty() && day.front()->date != change.date) print_day(day);
      day.push_back(&change);
    }
    if (!day.empty()) print_day(day);
    return any;
  }

  // Takes the decisions of a day.
  void print_day(std::vector<const Change*>& changes) {
    std::string day;
    append_full_day(day, words_, changes.front()->date);
    canvas_.subheading(day);
    for (const DecisionGroup& group : group_decisions(plan_, changes)) print_one(group);
    changes.clear();
  }

  void print_one(const DecisionGroup& group) {
    std::vector<std::string_view> rules;
    for (const Change* change : group.changes)
      if (std::find(rules.begin(), rules.end(), rule_of(*change).id) == rules.end()) rules.push_back(rule_of(*change).id);
    std::string ids, seen;
    Clauses clauses(ids, words_.glue("list"));
    for (const std::string_view rule : rules) clauses.next() += rule;
    std::string small = words_.say("history-rule", {{"n", rules.size()}, {"rule", std::string_view(ids)}});
    const Change& first = *group.changes.front();
    append_moment(seen, words_, first.seen);
    // What decides on days to come was not seen yet.
    if (plan_.as_of && first.seen <= *plan_.as_of && group.head.find(seen) == std::string::npos)
      words_.wrap(small, 0, "list-parts", "a", {{"b", words_.say("history-seen", {{"moment", std::string_view(seen)}})}});
    print_group(canvas_, group, 2, Ink::plain);
    canvas_.paragraph(small, 4, Ink::dim);
  }

  const Plan& plan_;
  follow::Page page_;
  Canvas& canvas_;
  const Words words_;
};

}  // namespace

std::string history_text(const Plan& plan, int width, bool color) {
  std::string out;
  HistoryPage(plan, out, width, color).print();
  return out;
}

std::string history_json(const Plan& plan) {
  follow::Sheet page(plan, "rehab-history");
  const PlanSheet& sheet = page.sheet;
  for (const bool projected : {false, true}) {
    sheet.json.open_array(projected ? "projected" : "decided");
    for (const Change& change : plan.changes)
      if (is_from_diary(change) && is_projected(plan, change) == projected) write_change(sheet, change);
    sheet.json.close();
  }
  return page.close();
}

}  // namespace rehab
