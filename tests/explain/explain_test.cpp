#include "rehab/explain.hpp"

#include <algorithm>
#include <string>

#include "rehab/export.hpp"
#include "support/catch.hpp"
#include "support/eyes.hpp"
#include "support/small_protocol.hpp"

using namespace rehab;
using rehab_test::just;
using rehab_test::person;
using rehab_test::Small;
using std::chrono::days;

namespace {

Explanation week_of(const Plan& plan, int week) {
  Result<Explanation> why = explain_week(plan, week);
  REQUIRE(why);
  return *std::move(why);
}

Explanation day_of(const Plan& plan, std::chrono::local_days date) {
  Result<Explanation> why = explain_day(plan, date);
  REQUIRE(why);
  return *std::move(why);
}

Plan planned(const Catalog& catalog, const Case& intake) {
  Result<Plan> plan = make_plan(catalog, intake);
  REQUIRE(plan);
  return *std::move(plan);
}

Plan undated(std::string_view protocol, Severity severity, std::optional<std::vector<std::string>> equipment = {}) {
  Case intake;
  intake.protocol = protocol;
  intake.severity = severity;
  intake.equipment = std::move(equipment);
  Result<Plan> plan = undated_plan(eyes::builtin(), intake);
  REQUIRE(plan);
  return *std::move(plan);
}

const ExplainedFigure* find(const std::vector<ExplainedFigure>& figures, Fact fact) {
  const auto it = std::find_if(figures.begin(), figures.end(), [fact](const ExplainedFigure& f) { return f.fact == fact; });
  return it == figures.end() ? nullptr : &*it;
}

FactValue range(int min, int max) { return Range{min, max}; }

}  // namespace

TEST_CASE("the example of the header holds", "[explain]") {
  const Case intake{.protocol = "achilles-midportion-alfredson", .severity = Severity::moderate};
  const Result<Plan> plan = undated_plan(builtin_catalog(), intake);
  REQUIRE(plan);
  CHECK_FALSE(export_plan(*plan, "ics"));  // it has no dates to print
  const Explanation why = week_of(*plan, 3);
  const ExplainedFigure& sets = why.phases[0].workouts[0].doses[0].figures[1];
  CHECK(sets.fact == Fact::sets);
  CHECK(sets.value == range(2, 2));
  CHECK(sets.origin == Origin{});
  CHECK(sets.severities == std::vector<ForSeverity>{{Severity::severe, range(3, 3)}});
  CHECK(sets.weeks == std::vector<ForWeeks>{{1, 2, range(3, 3)}, {3, 3, range(2, 2)}});
}

TEST_CASE("a number of a workout and of a phase tells what other severities get and how long they take", "[explain]") {
  const Explanation why = week_of(undated("achilles-midportion-alfredson", Severity::severe), 4);
  REQUIRE(why.phases.size() == 1);
  const ExplainedPhase& phase = why.phases[0];
  CHECK(phase.not_for == std::vector{Severity::mild});
  CHECK(find(phase.figures, Fact::weeks)->severities == std::vector<ForSeverity>{{Severity::moderate, range(3, 3)}});
  const ExplainedFigure& times = *find(phase.workouts[0].figures, Fact::times_per_day);
  CHECK(times.value == range(2, 2));
  CHECK(times.severities.empty());  // moderate has no fourth week of this phase
  CHECK(times.weeks == std::vector<ForWeeks>{{1, 3, range(1, 1)}, {4, 4, range(2, 2)}});
  REQUIRE(why.others.size() == 2);
  CHECK(why.others[0].severity == Severity::mild);
  CHECK(why.others[0].week_of_phase == 4);
  CHECK(why.others[1].phase == std::uint16_t{1});
  CHECK(why.others[1].week_of_phase == 1);
}

TEST_CASE("weeks of a phase with the same numbers are one part, others are two", "[explain]") {
  const Explanation same = week_of(undated("calf-strain", Severity::moderate), 2);
  REQUIRE(same.phases.size() == 1);
  CHECK(same.phases[0].first_week == 1);
  CHECK(same.phases[0].last_week == 2);
  Small small;
  const Index<Exercise> raise = small.exercise("raise");
  small.phase("warm-up", 3);
  small.workout("raises", {Part::morning}, 1, 7);
  small.dose(raise, 1, 5);
  small.phase("main", 14);
  small.workout("raises", {Part::morning}, 1, 7);
  small.dose(raise, 1, 5).numbers.reps.weeks[0] = {Range{10, 10}, Range{12, 12}};
  const Explanation differs = week_of(planned(small.catalog(), person()), 2);
  REQUIRE(differs.phases.size() == 2);
  CHECK(find(differs.phases[0].workouts[0].doses[0].figures, Fact::reps)->value == range(10, 10));
  CHECK(find(differs.phases[1].workouts[0].doses[0].figures, Fact::reps)->value == range(12, 12));
  CHECK(week_of(planned(small.catalog(), person()), 1).phases.size() == 2);
}

TEST_CASE("equipment that is missing is told where it changes something", "[explain]") {
  const Explanation why = week_of(undated("calf-strain", Severity::severe, std::vector<std::string>{"backpack"}), 8);
  const ExplainedWorkout& strength = why.phases[0].workouts[0];
  REQUIRE(strength.doses.size() == 3);
  const ExplainedDose& seated = strength.doses[1];
  REQUIRE(seated.changes.size() == 1);
  CHECK(why.plan.changes[seated.changes[0]].rule == Change::Rule::equipment_swapped);
  CHECK(describe(why.plan, why.plan.changes[seated.changes[0]]).starts_with("“Heel raise, sitting” takes the place of"));
  CHECK(find(seated.figures, Fact::exercise)->origin == Origin{});
  CHECK(find(seated.figures, Fact::reps)->origin.confidence == Confidence::secondary);  // of the exercise that it replaces
  CHECK(find(seated.figures, Fact::step_kg)->value == FactValue{5.0});
  CHECK(strength.doses[0].changes.empty());
}

TEST_CASE("an exercise that is left out is told with its workout, in the weeks that ask for it", "[explain]") {
  Small small;
  const Index<Exercise> raise = small.exercise("raise"), swing = small.exercise("swing");
  small[swing].equipment = {small.equipment("bell")};
  small.phase("main", 14);
  small.workout("all", {Part::morning}, 1, 7);
  small.dose(raise, 1, 5);
  small.dose(swing, 1, 5);
  Case intake = person();
  intake.equipment.emplace();
  const Explanation why = day_of(planned(small.catalog(), intake), day(2026, 12, 3));
  const ExplainedWorkout& all = why.phases[0].workouts[0];
  CHECK(all.doses.size() == 1);
  REQUIRE(all.changes.size() == 1);
  CHECK(why.plan.changes[all.changes[0]].rule == Change::Rule::equipment_dropped);
}

TEST_CASE("a rung that the protocol opens and the person cannot do is named", "[explain]") {
  const auto closed = [](std::vector<std::string> equipment) {
    const Explanation why = week_of(undated("calf-strain", Severity::mild, std::move(equipment)), 2);
    return why.phases[0].workouts[0].doses[0].closed_rung;
  };
  CHECK(closed({}) == std::uint16_t{4});
  CHECK(closed({"step"}) == std::nullopt);
}

TEST_CASE("what no source states is listed, and not filled", "[explain]") {
  const Explanation why = week_of(undated("calf-strain", Severity::moderate), 2);
  const ExplainedDose& press = why.phases[0].workouts[0].doses[0];
  CHECK(press.not_stated == std::vector{Fact::sets, Fact::tempo_s});
  for (const Fact fact : press.not_stated) CHECK(find(press.figures, fact) == nullptr);
}

TEST_CASE("a load that is missing is told, and is not called not stated", "[explain]") {
  const auto raises = [](std::vector<std::string> equipment) {
    return week_of(undated("achilles-midportion-alfredson", Severity::mild, std::move(equipment)), 1)
        .phases[0]
        .workouts[0]
        .doses[0];
  };
  CHECK(find(raises({"step", "backpack"}).figures, Fact::load) != nullptr);
  const ExplainedDose without = raises({"step"});
  CHECK(find(without.figures, Fact::load) == nullptr);
  CHECK(without.changes.size() == 1);
  CHECK(without.not_stated.empty());
}

TEST_CASE("a number that only another severity has is not stated here", "[explain]") {
  Small small;
  const Index<Exercise> raise = small.exercise("raise");
  small.phase("main", 14);
  small.workout("all", {Part::morning}, 1, 7);
  Amount& rest = small.dose(raise, 2, 5).numbers.rest_s;
  rest.by_severity = true;
  rest.weeks[2] = {Range{60, 60}};
  const Explanation why = week_of(planned(small.catalog(), person()), 1);
  const ExplainedDose& dose = why.phases[0].workouts[0].doses[0];
  const ExplainedFigure& row = *find(dose.figures, Fact::rest_s);
  CHECK(row.value == FactValue{});
  CHECK(row.severities == std::vector<ForSeverity>{{Severity::severe, range(60, 60)}});
  CHECK(std::find(dose.not_stated.begin(), dose.not_stated.end(), Fact::rest_s) == dose.not_stated.end());
}

TEST_CASE("the pain that is allowed comes from the phase, else from the pain rule", "[explain]") {
  const auto pain = [](std::string_view protocol) {
    const Explanation why = week_of(undated(protocol, Severity::moderate), 3);
    return *find(why.phases[0].figures, Fact::pain_max);
  };
  CHECK(pain("calf-strain").origin == Origin{});
  const ExplainedFigure monitored = pain("achilles-midportion-alfredson");
  CHECK(monitored.value == range(5, 5));
  CHECK(eyes::builtin()[monitored.origin.source].id == "silbernagel-2007");
  CHECK(monitored.origin.confidence == Confidence::secondary);
}

TEST_CASE("a day without training says why, and what comes next", "[explain]") {
  Case intake = eyes::intake("calf-strain", Severity::mild);
  intake.days = {};
  for (const auto d : {std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday, std::chrono::Friday, std::chrono::Sunday})
    intake.days.insert(d);
  intake.away = {{day(2026, 12, 11), day(2026, 12, 12)}};
  const Plan plan = planned(eyes::builtin(), intake);
  const auto why = [&](std::chrono::local_days date) { return day_of(plan, date).no_training.value().why; };
  using Why = NoTraining::Why;
  CHECK(why(day(2026, 11, 30)) == Why::before_start);
  CHECK(why(day(2026, 12, 10)) == Why::not_free);
  CHECK(why(day(2026, 12, 11)) == Why::away);
  CHECK(why(plan.days.end) == Why::after_end);
  CHECK(!day_of(plan, day(2026, 12, 1)).no_training);

  const Explanation before = day_of(plan, day(2026, 11, 30));
  CHECK(before.no_training->next == std::uint32_t{0});
  CHECK(before.week == 0);
  CHECK(before.phases.empty());
  CHECK(!day_of(plan, plan.days.end).no_training->next);
  CHECK(plan.sessions[*day_of(plan, day(2026, 12, 10)).no_training->next].date > day(2026, 12, 11));
}

TEST_CASE("a day of rest shows how often its week asks for what", "[explain]") {
  const Plan plan = eyes::plan("calf-strain", Severity::mild);
  const Explanation why = day_of(plan, day(2026, 12, 9));
  REQUIRE(why.no_training);
  CHECK(why.no_training->why == NoTraining::Why::rest);
  CHECK(plan.sessions[*why.no_training->next].date == day(2026, 12, 10));
  REQUIRE(why.phases.size() == 1);
  CHECK(plan.phase_of(plan.phases[why.phases[0].span]).id == "endurance");
  CHECK(why.phases[0].workouts.size() == 2);
  for (const ExplainedWorkout& workout : why.phases[0].workouts) {
    CHECK(find(workout.figures, Fact::days_per_week) != nullptr);
    CHECK(workout.doses.empty());
  }
}

TEST_CASE("a day of rest after days away lies in the right week of its phase", "[explain]") {
  Small small;
  small.phase("main", 21);
  small.workout("all", {Part::morning}, 1, 2);
  small.dose(small.exercise("raise"), 1, 5);
  Case intake = person();
  intake.away = {{day(2026, 12, 2), day(2026, 12, 12)}};
  const Plan plan = planned(small.catalog(), intake);
  for (auto date = plan.days.begin; date < plan.days.end; date += days{1}) {
    const Explanation why = day_of(plan, date);
    if (!why.no_training || why.no_training->why != NoTraining::Why::rest) continue;
    const int day_of_plan = static_cast<int>((date - plan.days.begin).count()) - (date >= day(2026, 12, 12) ? 10 : 0);
    CHECK(why.week == day_of_plan / 7 + 1);
    CHECK(why.phases.at(0).first_week == why.week);
  }
}

TEST_CASE("a week outside of the plan is told with those that there are", "[explain]") {
  const Plan plan = undated("calf-strain", Severity::mild);
  for (const int week : {-1, 0, 4, 1000}) {
    const Result<Explanation> why = explain_week(plan, week);
    REQUIRE(!why);
    CHECK(why.diagnostics.at(0).area == Area::intake);
    CHECK(why.diagnostics.at(0).message == "there is no week " + std::to_string(week) + " in this plan");
    CHECK(why.diagnostics.at(0).hint == "name a week from 1 to 3");
  }
}

TEST_CASE("a plan without dates asks for no clearance, and has no days to explain", "[explain]") {
  const Plan plan = undated("calf-strain", Severity::severe);
  CHECK(!is_dated(plan));
  CHECK(!plan.intake.clearance);
  CHECK(explain_day(plan, day(2026, 12, 1)).diagnostics.at(0).message == "the plan has no dates");
  CHECK(is_dated(eyes::plan("calf-strain", Severity::severe)));
  Case intake;
  intake.protocol = "calf-strain";
  intake.red_flags = {"deep-vein-clot"};
  CHECK(!undated_plan(eyes::builtin(), intake));  // what stops a plan stops this one too
}

TEST_CASE("a plan without dates prescribes what a dated one prescribes", "[explain]") {
  for (const Case& intake : eyes::all_cases()) {
    const Plan dated = eyes::plan(intake), undated_one = undated(intake.protocol, intake.severity);
    for (int week = 1; week <= dated.weeks; ++week) {
      const Explanation a = week_of(dated, week), b = week_of(undated_one, week);
      REQUIRE(a.phases.size() == b.phases.size());
      for (std::size_t p = 0; p < a.phases.size(); ++p) CHECK(a.phases[p].figures == b.phases[p].figures);
    }
  }
}

TEST_CASE("a phase that is longer for a tag says so", "[explain]") {
  Case intake = eyes::intake("calf-strain", Severity::mild);
  intake.tags = {"previous-calf-strain"};
  const Plan plan = planned(eyes::builtin(), intake);
  const Explanation why = week_of(plan, plan.weeks);
  const std::vector<std::uint32_t>& changes = why.phases.back().changes;
  REQUIRE(changes.size() == 1);
  CHECK(plan.changes[changes[0]].rule == Change::Rule::phase_longer);
}
