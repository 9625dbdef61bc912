#include <cctype>
#include <string>

#include "export/change_rule.hpp"
#include "rehab/export.hpp"
#include "support/catch.hpp"
#include "support/sample.hpp"

using namespace rehab;

namespace {

Plan plan_with_words() {
  CatalogData data = sample::catalog();
  data.equipment = {{"machine", "A seated machine"}, {"step", "A step"}};
  data.exercises[0].equipment = {{0}, {1}};
  Tag tag;
  tag.id = "before";
  tag.ask = "Have you strained this calf before?";
  data.tags.push_back(tag);
  Plan plan = sample::plan(sample::first_day, sample::berlin(), std::move(data));
  plan.intake.equipment = {"step"};
  return plan;
}

Change change(Change::Rule rule) {
  Change out;
  out.rule = rule;
  out.date = day(2027, 3, 28);
  out.workout = 1;
  out.exercise = {0};
  out.other = {1};
  out.tag = {0};
  out.asked = 47;
  out.given = 23;
  return out;
}

std::string told(Change::Rule rule) { return describe(plan_with_words(), change(rule)); }

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("every rule has one sentence that holds the numbers which the rule states", "[describe]") {
  for (std::size_t i = 0; i < change_rules.size(); ++i) {
    const std::string sentence = told(static_cast<Change::Rule>(i));
    CAPTURE(change_rules[i].id, sentence);
    CHECK(sentence.size() > 20);
    CHECK(sentence.ends_with('.'));
    CHECK(sentence.find('\n') == std::string::npos);
    CHECK((std::isdigit(static_cast<unsigned char>(sentence[0])) || std::isupper(static_cast<unsigned char>(sentence[0])) ||
           sentence.starts_with("“")));
    CHECK(contains(sentence, "47") == change_rules[i].asked);
    CHECK(contains(sentence, "23") == change_rules[i].given);
  }
}

TEST_CASE("the ids of rules are all different", "[describe]") {
  for (std::size_t i = 0; i < change_rules.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) CHECK(change_rules[i].id != change_rules[j].id);
}

TEST_CASE("sentences name the workout, the phase and the reason", "[describe]") {
  CHECK(told(Change::Rule::fewer_days) ==
        "“Balance” in the phase “Load early” comes on 23 days a week, not 47: no more of your days are free.");
  CHECK(told(Change::Rule::fewer_times) ==
        "“Balance” in the phase “Load early” comes 23 times a day, not 47: your day has no clock time for the others.");
  CHECK(told(Change::Rule::phase_cut) == "The phase “Load early” is 23 days long, not 47: a plan has at most twelve weeks.");
  CHECK(told(Change::Rule::away_moved) ==
        "Your days away move the rest of the phase “Load early” and all that follows by 23 days.");
}

TEST_CASE("rest is the reason for fewer days only where a rule asks for rest") {
  const auto told_with = [](const auto& set) {
    CatalogData data = sample::catalog();
    set(data.protocols[0].phases[0].workouts);
    return describe(sample::plan(sample::first_day, sample::berlin(), std::move(data)), change(Change::Rule::fewer_days));
  };
  const std::string rest = "with the rest that it needs";
  CHECK(!contains(told_with([](auto&) {}), rest));
  CHECK(contains(told_with([](auto& workouts) { workouts[1].min_hours_apart = 48; }), rest));
  CHECK(contains(told_with([](auto& workouts) { workouts[1].level = {0}; }), rest));
  CHECK(contains(told_with([](auto& workouts) { workouts[1].not_with = {0}; }), rest));
  CHECK(contains(told_with([](auto& workouts) { workouts[0].not_with = {1}; }), rest));
}

TEST_CASE("an exchange names both exercises and the equipment that is missing, and only that", "[describe]") {
  CHECK(told(Change::Rule::equipment_swapped) ==
        "“Heel raise on two legs” takes the place of “Heel drop, knee straight”, because equipment is missing: a seated machine "
        "(assumed, not from a source).");
  CHECK(told(Change::Rule::tag_swapped) ==
        "“Heel raise on two legs” takes the place of “Heel drop, knee straight”, because you answered yes to: “Have you strained "
        "this "
        "calf before?” (assumed, not from a source).");
}

TEST_CASE("a rule with a source names it", "[describe]") {
  Change cited = change(Change::Rule::phase_longer);
  cited.origin = {{0}, Confidence::secondary};
  CHECK(describe(plan_with_words(), cited) ==
        "The phase “Load early” is 23 days longer, because you answered yes to: “Have you strained this calf before?” (Alfredson "
        "1998, "
        "second-hand).");
}

TEST_CASE("one is not many", "[describe]") {
  Change one = change(Change::Rule::away_dropped);
  one.given = 1;
  CHECK(describe(plan_with_words(), one) == "1 session in the phase “Load early” falls on days when you are away and is left out.");
}

TEST_CASE("a change of a session's clock time names the day", "[describe]") {
  CHECK(contains(told(Change::Rule::gap_moved), "Sun 28 Mar 2027"));
  CHECK(contains(told(Change::Rule::doubled_first), "Sun 28 Mar 2027"));
}
