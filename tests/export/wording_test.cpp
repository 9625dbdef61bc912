#include "export/wording.hpp"

#include <string>

#include "support/catch.hpp"
#include "support/sample.hpp"

namespace {

namespace sample = rehab::sample;
namespace wording = rehab::wording;
using rehab::Confidence;
using rehab::Criterion;
using rehab::Figure;
using rehab::Load;
using rehab::Measure;
using rehab::PlannedDose;
using rehab::Range;
using rehab::Side;
using rehab::SideOrder;

const rehab::Origin cited{rehab::Index<rehab::Source>{0}, Confidence::primary};

Figure figure(std::optional<int> least, int most) { return {Range{least, most}, cited}; }
Figure figure(int number) { return figure(number, number); }

std::string range(std::optional<int> least, int most) {
  std::string out;
  wording::append_range(out, rehab::Words(), Range{least, most});
  return out;
}

std::string words(const PlannedDose& dose, std::optional<Side> side = Side::left) {
  rehab::Plan plan = sample::plan();
  plan.intake.side = side;
  std::string out;
  const bool said = wording::append_dose(out, plan, dose);
  CHECK(said == !out.empty());
  return out;
}

std::string load(const Load& load) {
  rehab::CatalogData data = sample::catalog();
  data.protocols[0].loads = {load};
  const rehab::Catalog catalog(data);
  std::string out;
  wording::append_load(out, catalog, catalog->protocols[0], {rehab::LoadName::Kind::named, 0}, rehab::Severity::mild);
  return out;
}

std::string criterion(Measure::Unit unit, Criterion asked) {
  rehab::CatalogData data = sample::catalog();
  data.measures[0].title = "Heel raise";
  data.measures[0].unit = unit;
  asked.measure = rehab::Index<Measure>{0};
  const rehab::Catalog catalog(data);
  std::string out;
  wording::append_criterion(out, catalog, catalog->protocols[0], asked, rehab::Severity::mild);
  return out;
}

rehab::Source source(std::vector<std::string> authors, std::optional<int> year, std::string title, std::string id) {
  rehab::Source s;
  s.authors = std::move(authors);
  s.year = year;
  s.title = std::move(title);
  s.id = std::move(id);
  return s;
}

std::string citation(const rehab::Source& s) {
  std::string out;
  wording::append_source(out, s);
  return out;
}

}  // namespace

TEST_CASE("a range is said as it is printed in papers") {
  CHECK(range(15, 15) == "15");
  CHECK(range(60, 120) == "60–120");
  CHECK(range({}, 15) == "up to 15");
}

TEST_CASE("a volume is said in sets, repetitions, holds, minutes, metres") {
  PlannedDose dose;
  CHECK(words(dose) == "");
  dose.reps = figure(10);
  CHECK(words(dose) == "10 repetitions");
  dose.reps = figure(1);
  CHECK(words(dose) == "1 repetition");
  dose.reps = figure(10, 15);
  dose.sets = figure(2, 3);
  CHECK(words(dose) == "2–3 × 10–15");
  dose.reps = figure({}, 15);
  CHECK(words(dose) == "2–3 × up to 15, as tolerated");
  dose.reps = figure(5);
  dose.distance_m = figure(80);
  dose.effort_percent = figure(50, 60);
  CHECK(words(dose) == "2–3 × 5 × 80 m at 50–60 % of full speed");
}

TEST_CASE("holds, durations and what has no amount") {
  PlannedDose hold, minutes, open, sets;
  hold.hold_s = figure(30, 45);
  CHECK(words(hold) == "30–45 s hold");
  hold.sets = figure(5);
  hold.to_failure = true;
  CHECK(words(hold) == "5 × 30–45 s hold, to failure");
  minutes.duration_min = figure(10, 20);
  CHECK(words(minutes) == "10–20 min");
  open.as_tolerated = true;
  CHECK(words(open) == "as tolerated");
  sets.sets = figure(3);
  CHECK(words(sets) == "3 sets");
}

TEST_CASE("what a source does not say is not printed, and a zero that it says is") {
  PlannedDose dose;
  dose.reps = figure(10);
  dose.tempo_s = rehab::Tempo{};
  CHECK(words(dose) == "10 repetitions");
  dose.tempo_s = rehab::Tempo{3, 2, 3, {}};
  dose.rest_between_reps_s = figure(2);
  dose.rest_s = figure(0);
  dose.sets = figure(2);
  CHECK(words(dose) == "2 × 10, lift in 3 s, hold 2 s, lower in 3 s, rest 2 s between repetitions, no rest between sets");
}

TEST_CASE("a single set has no rest between sets, and none of it is called assumed") {
  const rehab::Plan plan = sample::plan();
  PlannedDose dose;
  dose.reps = figure(10);
  dose.rest_s = {Range{60, 60}, {{}, Confidence::assumed}};
  std::string assumed;
  for (const int sets : {0, 1}) {
    if (sets != 0) dose.sets = figure(sets);
    CHECK(words(dose) == (sets == 0 ? "10 repetitions" : "1 × 10"));
    CHECK_FALSE(wording::append_assumed(assumed, plan, dose));
  }
  dose.sets = figure(1, 2);
  CHECK(words(dose) == "1–2 × 10, rest 60 s");
  CHECK(wording::append_assumed(assumed, plan, dose));
  CHECK(assumed == "assumed, not from the source: rest");
}

TEST_CASE("a side is the injured leg's, as far as it is known") {
  PlannedDose dose;
  dose.side = rehab::DoseSide::injured;
  CHECK(words(dose, Side::left) == "left leg");
  CHECK(words(dose, Side::right) == "right leg");
  CHECK(words(dose, Side::both) == "each leg");
  CHECK(words(dose, {}) == "the injured leg");
}

TEST_CASE("an order of legs is said with the legs it is about") {
  PlannedDose dose;
  dose.side = rehab::DoseSide::each;
  dose.order = SideOrder::other_first;
  CHECK(words(dose, Side::left) == "each leg, right leg first");
  CHECK(words(dose, Side::both) == "each leg");
  CHECK(words(dose, {}) == "each leg, the other leg first");
  dose.order = SideOrder::injured_first;
  CHECK(words(dose, Side::right) == "each leg, right leg first");
  dose.order = SideOrder::alternate;
  CHECK(words(dose, Side::both) == "each leg, in turn");
}

TEST_CASE("a load says where it starts, how it steps, and where it ends") {
  Load pack;
  pack.title = "BOSU with sand";
  CHECK(load(pack) == "BOSU with sand");
  pack.title = "Backpack";
  pack.start_kg = 2.5;
  pack.step_kg = 5;
  pack.max_kg = 60;
  CHECK(load(pack) == "backpack: from 2.5 kg, in steps of 5 kg; never more than 60 kg");
  Load percent;
  percent.title = "Leg press";
  percent.kind = Load::Kind::percent_1rm;
  percent.start_percent = 70;
  percent.step_percent = 2.5;
  percent.step_days = 1;
  CHECK(load(percent) == "leg press: from 70 % of the most you can lift once, in steps of 2.5 %, at most once a day");
}

TEST_CASE("a load with a rule for its steps says the rule in the order of doing") {
  Load pack;
  pack.title = "Backpack";
  pack.step_kg = 5;
  pack.max_kg = 60;
  pack.step_days = 7;
  Criterion calm, no_worse;
  calm.measure = no_worse.measure = {0};
  calm.max = 0;
  no_worse.change_max = 0;
  calm.for_days.numbers = no_worse.for_days.numbers = {7, 7, 7};
  pack.step_when = {calm, no_worse};
  CHECK(
      load(pack) ==
      "backpack: add 5 kg, at most once in 7 days, only after 7 days in a row with no pain while training and pain while training "
      "no higher than at the start of this plan; never more than 60 kg");
  // Times that differ are said one by one.
  pack.step_when[1].for_days.numbers = {3, 3, 3};
  pack.max_kg.reset();
  pack.step_days.reset();
  CHECK(load(pack) ==
        "backpack: add 5 kg, only when pain while training is 0 of 10 for 7 days and pain while training is no higher than at the "
        "start of this plan for 3 days");
  // Only an end.
  Load end;
  end.title = "Backpack";
  end.max_kg = 20;
  CHECK(load(end) == "backpack: never more than 20 kg");
}

TEST_CASE("a dose whose load is missing is done with the body's weight, and only that dose") {
  rehab::Plan plan = sample::plan();
  PlannedDose dose = plan.doses[0];
  dose.load.reset();
  rehab::Change dropped;
  dropped.rule = rehab::Change::Rule::load_dropped;
  dropped.exercise = dose.exercise;
  dropped.workout = dose.workout;
  const auto said = [&plan](const PlannedDose& d) {
    std::string out;
    wording::append_dose(out, plan, d);
    return out;
  };
  CHECK(said(dose) == "3 × 15, lower in 3 s, rest 60–120 s, left leg");
  plan.changes = {dropped};
  CHECK(said(dose) == "3 × 15, lower in 3 s, rest 60–120 s, left leg, body weight");
  CHECK(said(plan.doses[1]) == "3 × up to 15, as tolerated");
}

TEST_CASE("loads without numbers have words") {
  PlannedDose dose;
  dose.load = rehab::LoadName{rehab::LoadName::Kind::bodyweight, 0};
  CHECK(words(dose) == "body weight");
  dose.load = rehab::LoadName{rehab::LoadName::Kind::repetition_maximum, 0};
  CHECK(words(dose) == "the weight that allows just these repetitions");
}

TEST_CASE("a criterion is said with the unit of its measure") {
  Criterion least, between, none;
  least.min = 25;
  least.symmetry_percent = 90;
  least.pain_max = 2;
  CHECK(criterion(Measure::Unit::count, least) ==
        "heel raise is at least 25 and at least 90 % of the other side with pain at most 2 of 10");
  between.min = 10;
  between.max = 12;
  between.for_sessions = 2;
  CHECK(criterion(Measure::Unit::cm, between) == "heel raise is 10–12 cm in 2 sessions in a row");
  none.max = 0;
  none.for_days.numbers = {1, 1, 1};
  CHECK(criterion(Measure::Unit::score, none) == "heel raise is 0 of 10 for 1 day");
  CHECK(criterion(Measure::Unit::yes_no, Criterion{}) == "heel raise: yes");
}

TEST_CASE("a norm takes the place of the least number, and stands alone where there is none") {
  Criterion least, alone;
  least.min = 25;
  least.norm_percent = 80;
  least.symmetry_percent = 90;
  CHECK(criterion(Measure::Unit::count, least) ==
        "heel raise is at least 25 (or 80 % of the number for your age and sex) and at least 90 % of the other side");
  alone.norm_percent = 80;
  CHECK(criterion(Measure::Unit::count, alone) == "heel raise is at least 80 % of the norm for your age and sex");
}

TEST_CASE("a criterion on a change says against what") {
  Criterion same, lower, halved, weekly;
  same.change_max = 0;
  same.workout = "drops";
  CHECK(criterion(Measure::Unit::score, same) == "heel raise is no higher than at the start of this plan (heel drops, slow only)");
  lower.change_max = -1;
  CHECK(criterion(Measure::Unit::score, lower) == "heel raise is at least 1 below the start of this plan");
  halved.change_percent_max = -50;
  CHECK(criterion(Measure::Unit::score, halved) == "heel raise is at least 50 % below the start of this plan");
  weekly.weekly_change_max = 2;
  CHECK(criterion(Measure::Unit::score, weekly) == "heel raise is at most 2 above the week before");
}

TEST_CASE("a citation is the first author and the year, or whatever there is") {
  CHECK(citation(source({"Alfredson", "Pietilä"}, 1998, "Heavy load", "alfredson-1998")) == "Alfredson 1998");
  CHECK(citation(source({}, 2020, "Toolkit", "bc-toolkit")) == "Toolkit 2020");
  CHECK(citation(source({}, {}, "", "bc-toolkit")) == "bc-toolkit");
}

TEST_CASE("a rung that is the last in its phase has nothing above it") {
  rehab::Plan plan = sample::plan();
  PlannedDose dose = plan.doses[1];
  dose.rung = 2;
  std::string out;
  CHECK(wording::append_rung(out, plan, dose));
  CHECK(out == "rung 2, the last in this phase");
  CHECK_FALSE(wording::append_rung(out, plan, plan.doses[0]));
}

TEST_CASE("only numbers that are stated are named as assumed or not confirmed") {
  const rehab::Plan plan = sample::plan();
  std::string out;
  CHECK_FALSE(wording::append_unconfirmed(out, plan, plan.doses[0]));
  CHECK_FALSE(wording::append_assumed(out, plan, PlannedDose{}));
  CHECK(out == "");
}

TEST_CASE("a pain limit says where it is ours") {
  rehab::Plan plan = sample::plan();
  std::string out;
  plan.routines[0].pain_max = {Range{2, 2}, {{}, Confidence::assumed}};
  CHECK(wording::append_pain_line(out, plan, plan.routines[0]));
  CHECK(out.starts_with("pain at most 2 of 10 while training and after (this limit is assumed, not from the source). Some pain"));
  plan.routines[0].pain_max = figure(0);
  out.clear();
  wording::append_pain_line(out, plan, plan.routines[0]);
  CHECK(out.starts_with("no pain while training or after. "));
}

TEST_CASE("a workout of which nothing is left for the person has no name in a session") {
  rehab::Plan plan = sample::plan();
  plan.routines[1].doses = 2;  // the balance dose is the third
  std::string out;
  wording::append_workouts(out, plan, plan.routines[1]);
  CHECK(out == "Heel drops, slow");
}

TEST_CASE("a plan with one phase does not count its phases") {
  rehab::Plan plan = sample::plan();
  plan.phases.resize(1);
  std::string out;
  wording::append_phase_line(out, plan, plan.routines[2]);
  CHECK(out == "Load early, week 2 of 12");
}
