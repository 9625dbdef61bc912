// The decisions of the diary, by date.
#include <vector>

#include "export/change_rule.hpp"
#include "export/decision.hpp"
#include "export/json_plan.hpp"
#include "follow/page.hpp"
#include "follow/sheet.hpp"

namespace rehab {
namespace {

// What was seen decides on lived days; on the others it is decided if nothing else is reported.
bool is_projected(const Plan& plan, const Change& change) { return !plan.as_of || *plan.as_of < change.seen; }

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
    std::optional<std::chrono::local_days> date;
    for (const Change& change : plan_.changes) {
      if (!is_from_diary(change) || is_projected(plan_, change) != projected) continue;
      if (!date && projected) canvas_.heading(words_["history-ahead"]);
      if (date != change.date) print_day(change.date);
      date = change.date;
      print_one(change);
    }
    return date.has_value();
  }

  void print_day(std::chrono::local_days date) {
    std::string day;
    append_full_day(day, words_, date);
    canvas_.subheading(day);
  }

  void print_one(const Change& change) {
    canvas_.item(describe(plan_, change), 2);
    const auto seen = [&](std::string& to) { append_moment(to, words_, change.seen); };
    std::string small = words_.say("history-rule", {{"rule", rule_of(change).id}});
    words_.wrap(small, 0, "list-parts", "a", {{"b", words_.say("history-seen", {{"moment", seen}})}});
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
