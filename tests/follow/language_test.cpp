// The pages of a followed plan in another language: nothing fixed stays in English, and nothing but words differs.
// export/language_test.cpp says how.
#include <set>
#include <string>

#include "export/change_rule.hpp"
#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "support/followed.hpp"
#include "support/other_alphabet.hpp"
#include "support/page_laws.hpp"

using namespace rehab;
using namespace rehab::other_alphabet;
using std::chrono::days;

namespace {

// Those of measures are printed as they are typed into a diary, those of rules as they stand in data.
std::set<std::string> ids() {
  std::set<std::string> out = ids_of(english());
  for (const Measure& measure : english()->measures) out.insert(measure.id);
  for (const ChangeRule& rule : change_rules) out.emplace(rule.id);
  return out;
}

// A moderate case with a diary, or without one.
Case person(const Catalog& catalog, std::string_view protocol, int length = 0, int last_pain = 1) {
  Case out = followed::person(catalog, protocol, length, last_pain);
  out.clearance->by = other(out.clearance->by);
  return out;
}

// Looks at one page in both languages.
class Languages {
 public:
  void look(const std::string& text, const std::string& same) {
    find_english(page_laws::unwrapped(text), ids_, left_);
    CHECK(words_in(back(text)) == words_in(back(same)));
    ++count_;
  }
  void finish(int least) const {
    CHECK(count_ >= least);
    CHECK(listed(left_) == "");
  }

 private:
  std::set<std::string> ids_ = ids();
  Left left_;
  int count_ = 0;
};

// All decisions there can be, each for every cause, with all that a decision may name.
void decide_all(Plan& plan) {
  for (auto rule = static_cast<std::size_t>(Change::Rule::held); rule < change_rules.size(); ++rule)
    for (std::size_t cause = 0; cause < cause_names.size(); ++cause)
      for (const bool full : {false, true}) {
        Change change;
        change.rule = static_cast<Change::Rule>(rule);
        change.cause = static_cast<Change::Cause>(cause);
        change.date = followed::first_day + days{5};
        change.seen = {followed::first_day + days{4}, static_cast<Slot>(cause % 6)};
        change.asked = 3;
        change.given = 2;
        if (full) {
          change.exercise = plan.doses[0].exercise;
          change.measure = {0};
          change.value = 6;
          change.bound = 2;
          change.red_flag = {0};
          change.workouts = 1;
          if (!plan.protocol().limits.empty()) change.limit = 0;
          if (!plan.protocol().ladders.empty()) change.ladder = 0;
        }
        plan.changes.push_back(change);
      }
}

}  // namespace

TEST_CASE("all decisions of a diary are told without fixed English", "[language]") {
  Languages languages;
  for (const std::string_view protocol : {"calf-strain", "achilles-midportion-silbernagel"}) {
    const Plan before = followed::plan(foreign(), person(foreign(), protocol));
    const Plan same_before = followed::plan(english(), person(english(), protocol));
    Plan plan = before, same = same_before;
    decide_all(plan);
    decide_all(same);
    languages.look(history_text(plan, 100), history_text(same, 100));
    languages.look(comparison_text(compare(before, plan), 100), comparison_text(compare(same_before, same), 100));
  }
  languages.finish(4);
}

TEST_CASE("the pages of a followed plan have no fixed English in them", "[language]") {
  Languages languages;
  for (const std::string_view protocol : {"calf-strain", "achilles-midportion-heavy-slow-resistance", "ankle-balance"})
    for (const int last_pain : {1, 9}) {
      const Plan plan = followed::plan(foreign(), person(foreign(), protocol, 16, last_pain));
      const Plan same = followed::plan(english(), person(english(), protocol, 16, last_pain));
      for (int d = -1; d < 90; d += 3)
        languages.look(today_text(plan, followed::first_day + days{d}, 100), today_text(same, followed::first_day + days{d}, 100));
      languages.look(progress_text(plan, 100), progress_text(same, 100));
      languages.look(history_text(plan, 100), history_text(same, 100));
      ExportOptions options;
      options.today = followed::first_day + days{16};
      languages.look(*export_plan(plan, "text", options), *export_plan(same, "text", options));
    }
  languages.finish(100);
}
