// A plan that is stopped or ended early says so first, with what to do, and never looks finished.
#include "export/standstill.hpp"

#include <string>

#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "support/followed.hpp"
#include "support/page_laws.hpp"

using namespace rehab;
using std::chrono::days;
using std::chrono::local_days;

namespace {

const Catalog& catalog() {
  static const Catalog read = builtin_catalog();
  return read;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
std::string unwrapped(const std::string& text) { return page_laws::unwrapped(text); }

Entry entry(int day, Slot slot) {
  Entry out;
  out.date = followed::first_day + days{day};
  out.slot = slot;
  return out;
}

Plan followed_by(std::vector<Entry> diary) {
  Case intake = followed::person("calf-strain");
  intake.diary = std::move(diary);
  return followed::plan(catalog(), intake);
}

// Two signs at once on the eleventh day.
Plan stopped() {
  Entry signs = entry(10, Slot::evening);
  signs.red_flags = {catalog()->red_flags[1].id, catalog()->red_flags[0].id};
  return followed_by({signs});
}

// Of a protocol that asks for more than is ever shown.
Plan unmet() {
  Case intake = followed::person("calf-strain", Severity::mild);
  for (int day = 0; day < 40; ++day) {
    Entry test = entry(day, Slot::evening);
    test.measured = {{"walking-limp", 0}};
    for (const Measure& measure : catalog()->measures)
      if (measure.title == "Walking with a mild limp or none") test.measured = {{measure.id, 0}};
    intake.diary.push_back(test);
  }
  return followed::plan(catalog(), intake);
}

std::string page(const Plan& plan) { return unwrapped(*export_plan(plan, "text")); }

}  // namespace

TEST_CASE("a stopped plan says so on top of its page, with what to do about every sign, and gives no advice for afterwards",
          "[standstill]") {
  const Plan plan = stopped();
  const std::string text = page(plan);
  const std::size_t told = text.find("The plan is stopped. Do not train.");
  REQUIRE(told != std::string::npos);
  CHECK(told < text.find("Your plan"));
  for (const int flag : {0, 1}) {
    const std::size_t act = text.find(catalog()->red_flags[static_cast<std::size_t>(flag)].act);
    CHECK(act > told);
    CHECK(act < text.find("Your plan"));
  }
  CHECK_FALSE(contains(text, unwrapped(plan.protocol().after)));
  CHECK_FALSE(contains(text, "can end between"));
  CHECK(contains(text, "stopped on Fri 11 Dec; it goes on only when a clinician has cleared you."));
  CHECK(contains(page(followed::plan(catalog(), followed::person("calf-strain"))), unwrapped(plan.protocol().after)));
}

TEST_CASE("today and the explanation of a stopped plan begin with the stop and with every sign", "[standstill]") {
  const Plan plan = stopped();
  const local_days later = followed::first_day + days{12};
  const std::string now = unwrapped(today_text(plan, later)), why = unwrapped(explanation_text(*explain_day(plan, later)));
  for (const std::string& text : {now, why}) {
    CHECK(contains(text, "The plan is stopped. Do not train."));
    CHECK(contains(text, catalog()->red_flags[0].act));
    CHECK(contains(text, catalog()->red_flags[1].act));
  }
  CHECK(open_stops(plan).size() == 2);
  CHECK(open_stops(plan, followed::first_day).empty());
}

TEST_CASE("a calendar of a stopped plan warns that it is stopped", "[standstill]") {
  const auto warnings = [](const Plan& plan) {
    std::string out;
    std::vector<Diagnostic> diagnostics;
    find_exporter("ics")->append(plan, {}, out, diagnostics);
    return diagnostics;
  };
  const std::vector<Diagnostic> told = warnings(stopped());
  REQUIRE(told.size() == 1);
  CHECK(told[0].level == Level::warning);
  CHECK(told[0].code == "stopped");
  CHECK(warnings(followed::plan(catalog(), followed::person("calf-strain"))).empty());
}

TEST_CASE("a plan that ended before its last phase was done asks for a review and gives no advice for afterwards", "[standstill]") {
  const Plan plan = unmet();
  REQUIRE(plan.ending == Plan::Ending::review);
  CHECK_FALSE(is_finished(plan));
  const std::string text = page(plan), now = unwrapped(today_text(plan, plan.days.end + days{3}));
  CHECK_FALSE(contains(text, unwrapped(plan.protocol().after)));
  CHECK_FALSE(contains(now, unwrapped(plan.protocol().after)));
  CHECK(contains(now, "have a clinician look before you go on"));
}

TEST_CASE("a rest that the diary made necessary is the reason of a day without a session", "[standstill]") {
  Entry bad = entry(8, Slot::evening);
  bad.done = Done::all;
  bad.pain = 6;
  const Plan plan = followed_by({bad});
  CHECK(contains(why_no_session(plan, followed::first_day + days{9}), "48 hours of rest, counted from Wed 9 Dec"));
  CHECK_FALSE(contains(why_no_session(plan, followed::first_day + days{9}), "rest is part of the plan"));
  CHECK(contains(why_no_session(plan, followed::first_day + days{20}), "rest is part of the plan"));
}

TEST_CASE("a session of today that may not have been done yet is left out when its workouts rest", "[standstill]") {
  Entry bad = entry(8, Slot::afternoon);
  bad.done = Done::all;
  bad.pain = 6;
  const Plan plan = followed_by({bad});
  const std::string text = unwrapped(today_text(plan, followed::first_day + days{8}));
  CHECK(contains(text, "Not done yet? Leave it out: Small bouts."));
  CHECK_FALSE(contains(unwrapped(today_text(followed_by({}), followed::first_day + days{8})), "Not done yet?"));
}
