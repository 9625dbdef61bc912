// What the diary decided, in one sentence for each rule and cause.
#include <array>
#include <string>

#include "export/change_rule.hpp"
#include "rehab/export.hpp"
#include "support/catch.hpp"
#include "support/sample.hpp"

using namespace rehab;

namespace {

using Rule = Change::Rule;
using Cause = Change::Cause;

Plan plan_with_rules() {
  CatalogData data = sample::catalog();
  Measure stiffness;
  stiffness.id = "stiffness";
  stiffness.title = "Stiffness";
  stiffness.asked = Measure::Asked::morning;
  data.measures.push_back(stiffness);
  RedFlag flag;
  flag.id = "clot";
  flag.ask = "Is the calf warm?";
  data.red_flags.push_back(flag);
  PainRule rule;
  rule.id = "rule";
  rule.mornings = 2;
  rule.breaches_to_review = 3;
  data.pain_rules.push_back(rule);
  Protocol& protocol = data.protocols[0];
  protocol.pain_rule = {static_cast<std::uint16_t>(data.pain_rules.size() - 1)};
  Limit limit;
  limit.id = "stiff";
  limit.criterion.measure = {static_cast<std::uint16_t>(data.measures.size() - 1)};
  limit.criterion.max = 4;
  limit.criterion.for_days = {false, {2, 2, 2}};
  limit.say = "Go slower.";
  Criterion gate = limit.criterion;
  gate.max = 3;
  gate.for_days = {};
  protocol.phases[0].move_on.insert(protocol.phases[0].move_on.begin(), gate);
  protocol.limits.insert(protocol.limits.begin(), limit);
  Plan out = sample::plan(sample::first_day, sample::berlin(), std::move(data));
  out.as_of = {day(2026, 9, 10), Slot::evening};
  return out;
}

const Plan& plan() {
  static const Plan made = plan_with_rules();
  return made;
}

// On Thursday 10 September, because of what was seen on Wednesday evening.
Change decision(Rule rule, Cause cause) {
  Change out;
  out.rule = rule;
  out.cause = cause;
  out.date = day(2026, 9, 10);
  out.seen = {day(2026, 9, 9), Slot::evening};
  out.exercise = {0};
  out.asked = 100;
  out.given = 1;
  out.origin = {{0}, Confidence::primary};
  return out;
}

std::string told(const Change& change) { return describe(plan(), change); }
std::string told(Rule rule, Cause cause = Cause::none) { return told(decision(rule, cause)); }

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("pain above the limit is told with what was felt and what is allowed", "[describe]") {
  Change lowered = decision(Rule::load_lowered, Cause::pain);
  lowered.value = 6;
  lowered.bound = 2;
  CHECK(told(lowered) ==
        "“Heel drop, knee straight” goes on with 1 step less load from Thu 10 Sep on, because your pain was 6 of 10 (Wed 9 Sep, "
        "evening), above the most that is allowed, 2 of 10 (Alfredson 1998).");
  lowered.value.reset();
  CHECK(contains(told(lowered), "because your pain was above the most that is allowed (Wed 9 Sep, evening)"));
}

TEST_CASE("mornings, failures and clean weeks are told with the numbers of the pain rule", "[describe]") {
  Change volume = decision(Rule::volume_lowered, Cause::mornings);
  volume.given = 50;
  volume.measure = plan().protocol().limits[0].criterion.measure;
  CHECK(told(volume) ==
        "“Heel drop, knee straight” is done with 50 % of its sets or repetitions from Thu 10 Sep on, not 100 %, because stiffness "
        "was above its starting level on 2 mornings in a row, the last time on Wed 9 Sep, evening (Alfredson 1998).");
  CHECK(contains(told(Rule::stopped, Cause::failures), "because it was too much 3 times in this phase"));
  CHECK(contains(told(Rule::load_returned, Cause::clean_week), "because for a week it was never too much"));
}

TEST_CASE("a criterion that is not met is told with what was found and what is asked for", "[describe]") {
  Change held = decision(Rule::held, Cause::criterion);
  held.given = 7;
  CHECK(contains(told(held), "goes on for 7 more days from Thu 10 Sep on, because not all that is asked for was shown"));
  held.measure = plan().protocol().limits[0].criterion.measure;
  held.value = 5;
  CHECK(contains(told(held), "because this is not met: Stiffness: at most 3 of 10 (found: 5 of 10, Wed 9 Sep, evening)"));
  held.cause = Cause::unknown;
  CHECK(contains(told(held), "because stiffness must be tested before the next phase and was not"));
  CHECK(contains(told(Rule::moved_on, Cause::criterion), "because all that is asked for was shown"));
  CHECK(contains(told(Rule::load_raised, Cause::criterion), "because all that is asked for was shown"));
  CHECK(contains(told(Rule::ended_unmet, Cause::criterion), "because not all that is asked for was shown"));
}

TEST_CASE("what is decided on days to come is told with the condition that it needs", "[describe]") {
  const auto to_come = [](Rule rule, Cause cause) {
    Change out = decision(rule, cause);
    out.date = day(2026, 9, 11);
    return out;
  };
  CHECK(contains(told(to_come(Rule::load_returned, Cause::clean_week)), "from Fri 11 Sep on, if for a week it is never too much."));
  for (const Rule rule : {Rule::moved_on, Rule::load_raised, Rule::rung_raised})
    CHECK(contains(told(to_come(rule, Cause::criterion)), ", if all that is asked for is shown by then"));
  Change held = to_come(Rule::held, Cause::criterion);
  CHECK(contains(told(held), ", if not all that is asked for is shown by then"));
  held.measure = plan().protocol().limits[0].criterion.measure;
  held.value = 5;
  CHECK(contains(told(held), ", if this is not met by then: Stiffness: at most 3 of 10 (found: 5 of 10, Wed 9 Sep, evening)"));
}

TEST_CASE("a limit is told as it was broken, a red flag as it was asked", "[describe]") {
  Change stopped = decision(Rule::stopped, Cause::limit);
  stopped.limit = 0;
  CHECK(contains(told(stopped),
                 "There are no sessions from Thu 10 Sep on until a clinician has cleared you, because stiffness is "
                 "above 4 of 10 on 2 days in a row"));
  stopped = decision(Rule::stopped, Cause::red_flag);
  stopped.red_flag = {static_cast<std::uint16_t>(plan().catalog->red_flags.size() - 1)};
  CHECK(contains(told(stopped), "because you answered yes to: “Is the calf warm?” (Alfredson 1998)."));
}

TEST_CASE("rest names its workouts, a pause its last day", "[describe]") {
  Change rested = decision(Rule::rested, Cause::none);
  rested.given = 48;
  const Workout& first = plan().phase_of(plan().phases[0]).workouts[0];
  rested.workouts = std::uint64_t{1} << first.number;
  CHECK(told(rested) == "“" + first.title + "”: 48 hours of rest, counted from Thu 10 Sep (Alfredson 1998).");
  Change paused = decision(Rule::paused, Cause::pause);
  paused.given = 5;
  CHECK(told(paused) == "You asked for a break: there are no sessions for 5 days, up to Mon 14 Sep.");
}

TEST_CASE("a rung is told by its number and its exercise", "[describe]") {
  Change up = decision(Rule::rung_raised, Cause::criterion);
  up.exercise = {};
  up.ladder = 0;
  up.asked = 1;
  up.given = 2;
  const Ladder& ladder = plan().protocol().ladders[0];
  const std::string title = plan().catalog[ladder.rungs[1].exercise].title;
  CHECK(contains(told(up), "becomes harder from Thu 10 Sep on: rung 2, “" + title + "”, in place of rung 1"));
}

TEST_CASE("what an exercise was exchanged for is what the sentence names", "[describe]") {
  Plan swapped = plan();
  for (PlannedDose& dose : swapped.doses) {
    if (dose.exercise != Index<Exercise>{0}) continue;
    dose.instead_of = dose.exercise;
    dose.exercise = {1};
  }
  CHECK(describe(swapped, decision(Rule::load_lowered, Cause::none)).starts_with("“" + plan().catalog->exercises[1].title + "”"));
}

TEST_CASE("every rule has a sentence for every cause", "[describe]") {
  for (auto rule = static_cast<std::size_t>(Rule::held); rule < change_rules.size(); ++rule)
    for (std::size_t cause = 0; cause < cause_names.size(); ++cause) {
      Change change = decision(static_cast<Rule>(rule), static_cast<Cause>(cause));
      const std::string plain = told(change);
      CAPTURE(change_rules[rule].id, cause_names[cause], plain);
      CHECK(plain.ends_with('.'));
      CHECK(!contains(plain, ".."));
      CHECK(!contains(plain, "  "));
      CHECK(contains(plain, "Alfredson 1998") == change_rules[rule].origin);
    }
}

TEST_CASE("the names of causes are all different", "[describe]") {
  for (std::size_t i = 0; i < cause_names.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) CHECK(cause_names[i] != cause_names[j]);
}
