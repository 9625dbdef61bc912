#include "export/stretch_sum.hpp"

#include "support/catch.hpp"
#include "support/small_protocol.hpp"

using namespace rehab;
using namespace rehab_test;

namespace {

// Twice a day for two weeks: 2 × 30 s for the calf with the knee straight, and, if asked for, 1 × 60 s with the knee bent.
Small stretching() {
  Small small;
  const auto upper = small.exercise("upper"), lower = small.exercise("lower");
  for (const auto e : {upper, lower}) small[e].kind = Exercise::Kind::stretch;
  small[upper].muscles = {Exercise::Muscle::gastrocnemius};
  small[lower].muscles = {Exercise::Muscle::soleus};
  small.phase("only", 14);
  const auto hold = [&](Index<Exercise> exercise, int sets, int seconds) {
    DoseNumbers& numbers = small.dose(exercise, sets, 1).numbers;
    numbers.reps = {};
    numbers.hold_s = just(seconds);
  };
  small.workout("twice", {Part::morning, Part::evening}, 2, 7);
  hold(upper, 2, 30);
  small.workout("more", {Part::midday}, 1, 7).optional = true;
  hold(lower, 1, 60);
  small.data.weekly_stretch.max_s_per_muscle = 600;
  return small;
}

std::string of_plan(const Case& who) {
  const Result<Plan> plan = make_plan(stretching().catalog(), who);
  REQUIRE(plan);
  std::string out = "nothing";
  if (std::string line; append_stretch_sum(line, plan->catalog, fullest_stretch_week(*plan, 0))) out = line;
  return out;
}

}  // namespace

TEST_CASE("a plan tells the stretching of the sessions that it has, in the fullest week") {
  Case who = person();
  CHECK(of_plan(who) ==
        "in the fullest week, on one leg: upper calf 840 s; this is more than the ceiling of 600 s a week for a muscle");
  who.with = {"more"};
  who.days = {};
  for (const auto day : {std::chrono::Monday, std::chrono::Thursday}) who.days.insert(day);
  CHECK(of_plan(who) ==
        "in the fullest week, on one leg: upper calf 240 s, lower calf 120 s; the ceiling is 600 s a week for a muscle");
}

TEST_CASE("a protocol tells the stretching of all that it offers") {
  Small small = stretching();
  const auto week = fullest_stretch_week(small.data, small.protocol, small.protocol.phases.front(), Severity::mild);
  std::string line;
  CHECK(append_stretch_sum(line, Catalog(small.data), week));
  CHECK(line ==
        "in the fullest week, on one leg: upper calf 840 s, lower calf 420 s; this is more than the ceiling of 600 s a week for a "
        "muscle");
  small.data.weekly_stretch = {};
  line.clear();
  append_stretch_sum(line, Catalog(small.data), week);
  CHECK(line == "in the fullest week, on one leg: upper calf 840 s, lower calf 420 s");
}

TEST_CASE("a phase without stretches says nothing of them") {
  std::string line;
  CHECK_FALSE(append_stretch_sum(line, Catalog(stretching().data), {}));
  CHECK(line.empty());
}

TEST_CASE("show and the plan's text print the sum where a phase stretches") {
  const Catalog catalog = builtin_catalog();
  const std::string shown = show_protocol(catalog, *catalog.find("calf-strain"), Severity::mild);
  CHECK(shown.find("\nStretching    in the fullest week, on one leg: upper calf 540 s, lower calf") != std::string::npos);
  Case who = person();
  who.protocol = "calf-strain";
  who.severity = Severity::moderate;
  const auto text = [&] { return *export_plan(*make_plan(catalog, who), "text"); };
  CHECK(text().find("\nStretching ") == std::string::npos);
  who.with = {"stretch"};
  CHECK(text().find("\nStretching in the fullest week, on one leg: upper calf 450 s, lower calf 450 s;") != std::string::npos);
}
