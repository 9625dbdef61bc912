// Explanations in another language: nothing fixed stays in English, and nothing but words differs. export/language_test.cpp says
// how.
#include <set>
#include <string>
#include <vector>

#include "rehab/explain.hpp"
#include "support/catch.hpp"
#include "support/eyes.hpp"
#include "support/other_alphabet.hpp"
#include "support/page_laws.hpp"

using namespace rehab;
using namespace rehab::other_alphabet;
using page_laws::unwrapped;
using std::chrono::days;

namespace {

// Looks at one explanation in both languages.
class Languages {
 public:
  void look(const Result<Explanation>& why, const Result<Explanation>& same) {
    REQUIRE(why);
    REQUIRE(same);
    const std::string text = explanation_text(*why, 100);
    find_english(unwrapped(text), ids_, left_);
    CHECK(words_in(back(text)) == words_in(back(explanation_text(*same, 100))));
    CHECK(back(explanation_json(*why)) == back(explanation_json(*same)));
    ++count_;
  }
  void finish(int least) const {
    CHECK(count_ >= least);
    CHECK(listed(left_) == "");
  }

 private:
  std::set<std::string> ids_ = ids_of(english());
  Left left_;
  int count_ = 0;
};

// The plain case, and those that make rungs stay closed, loads be lost and exercises be exchanged.
std::vector<Case> cases_like(const Case& plain) {
  std::vector<Case> out{plain, plain};
  out.back().equipment = {};
  for (const Tag& tag : foreign()->tags) {
    out.push_back(plain);
    out.back().tags = {tag.id};
  }
  return out;
}

}  // namespace

TEST_CASE("the explanation of a week has no fixed English in it", "[explain][language]") {
  Languages languages;
  for (const Case& like : eyes::all_cases()) {
    Case plain;
    plain.protocol = like.protocol;
    plain.severity = like.severity;
    for (const Case& intake : cases_like(plain)) {
      const Result<Plan> plan = undated_plan(foreign(), intake), same = undated_plan(english(), intake);
      REQUIRE(plan.value.has_value() == same.value.has_value());
      if (!plan) continue;
      for (const int week : {1, plan->weeks / 2, plan->weeks}) languages.look(explain_week(*plan, week), explain_week(*same, week));
    }
  }
  languages.finish(100);
}

TEST_CASE("the explanation of a day has no fixed English in it, with training and without", "[explain][language]") {
  Languages languages;
  std::set<NoTraining::Why> reasons;
  for (const Case& like : eyes::all_cases()) {
    Case intake = like;
    intake.start = day(2026, 12, 1);
    intake.days = Weekdays{};
    for (const auto weekday : {std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday, std::chrono::Friday})
      intake.days.insert(weekday);
    intake.away = {{day(2026, 12, 9), day(2026, 12, 11)}};
    intake.clearance = Clearance{other("a practice"), day(2026, 11, 30)};
    const Result<Plan> plan = make_plan(foreign(), intake), same = make_plan(english(), intake);
    REQUIRE(plan.value.has_value() == same.value.has_value());
    if (!plan) continue;
    for (const auto date : {plan->days.begin - days{1}, plan->days.begin, day(2026, 12, 5), day(2026, 12, 9), plan->days.end}) {
      const Result<Explanation> why = explain_day(*plan, date);
      if (why && why->no_training) reasons.insert(why->no_training->why);
      languages.look(why, explain_day(*same, date));
    }
    for (auto date = plan->days.begin; date < plan->days.begin + days{14}; date += days{1}) {
      const Result<Explanation> why = explain_day(*plan, date);
      if (!why || !why->no_training || why->no_training->why != NoTraining::Why::rest) continue;
      reasons.insert(NoTraining::Why::rest);
      languages.look(why, explain_day(*same, date));
      break;
    }
  }
  CHECK(reasons.size() == no_training_names.size());
  languages.finish(100);
}
