#include "plan/prescribe.hpp"

#include "support/catch.hpp"
#include "support/small_protocol.hpp"

using namespace rehab;
using rehab_test::just;
using rehab_test::person;
using rehab_test::rules;
using rehab_test::Small;
using Rule = Change::Rule;

namespace {

struct Raises {
  Small small;
  Index<Equipment> step = small.equipment("step"), pack = small.equipment("pack");
  Index<Tag> unsafe = small.tag("unsafe");
  Index<Exercise> on_step = small.exercise("on-step"), on_floor = small.exercise("on-floor"), seated = small.exercise("seated");

  Raises() {
    small[on_step].equipment = {step};
    small[on_step].avoid = {unsafe};
    small[on_floor].avoid = {unsafe};
    small.phase("phase", 7);
    small.workout("raises", {Part::morning}, 1, 7);
    small.dose(on_step, 3, 15);
  }
  Dose& dose() { return small.protocol.phases[0].workouts[0].doses[0]; }
  void instead(Index<Exercise> of, Index<Exercise> with, int reps) {
    Substitute swap;
    swap.replaces = of;
    swap.with.exercise = with;
    if (reps > 0) swap.with.numbers.reps = just(reps);
    swap.with.numbers.provenance.assumed = {"exercise", "reps"};
    small.protocol.instead.push_back(swap);
  }
  Plan plan(const Case& intake) {
    Result<Plan> made = make_plan(small.catalog(), intake);
    REQUIRE(made);
    return *made;
  }
  PlannedDose first(const Case& intake) { return plan(intake).doses.front(); }
};

Case without_equipment() {
  Case intake = person();
  intake.equipment.emplace();
  return intake;
}

}  // namespace

TEST_CASE("missing equipment is replaced by the declared substitute with its own dose, and it is told once a phase") {
  Raises raises;
  raises.instead(raises.on_step, raises.on_floor, 20);
  const Plan plan = raises.plan(without_equipment());
  const PlannedDose& dose = plan.doses.front();
  CHECK(dose.exercise == raises.on_floor);
  CHECK(dose.instead_of == raises.on_step);
  CHECK(dose.reps.value == Range{20, 20});
  CHECK(dose.reps.origin == Origin{});
  CHECK_FALSE(dose.sets.value);  // a substitute that names a volume replaces the whole volume
  CHECK(rules(plan) == std::vector{Rule::equipment_swapped});
}

TEST_CASE("a substitute without a volume keeps the dose that it stands in for") {
  Raises raises;
  raises.instead(raises.on_step, raises.on_floor, 0);
  const PlannedDose dose = raises.first(without_equipment());
  CHECK(dose.sets.value == Range{3, 3});
  CHECK(dose.reps.value == Range{15, 15});
}

TEST_CASE("a substitute that is held still has no pace") {
  Raises raises;
  const Tempo slow{{}, {}, 3, {}};
  raises.dose().numbers.tempo_s = slow;
  raises.instead(raises.on_step, raises.on_floor, 0);
  CHECK(raises.first(without_equipment()).tempo_s == slow);
  raises.small.protocol.instead[0].with.numbers.hold_s = just(30);
  const PlannedDose held = raises.first(without_equipment());
  CHECK(held.hold_s.value == Range{30, 30});
  CHECK_FALSE(held.tempo_s);
}

TEST_CASE("substitutes are followed until one suits, for equipment and for tags alike") {
  Raises raises;
  raises.instead(raises.on_step, raises.on_floor, 0);
  raises.instead(raises.on_floor, raises.seated, 0);
  Case intake = without_equipment();
  intake.tags = {"unsafe"};
  const Plan plan = raises.plan(intake);
  CHECK(plan.doses.front().exercise == raises.seated);
  CHECK(rules(plan) == std::vector{Rule::tag_swapped});
}

TEST_CASE("without a substitute the exercise is left out, and a plan of which nothing is left is no plan") {
  Raises raises;
  const Result<Plan> plan = make_plan(raises.small.catalog(), without_equipment());
  CHECK_FALSE(plan);
  REQUIRE(plan.diagnostics.size() == 1);
  CHECK(plan.diagnostics[0].code == "days");
  raises.small.dose(raises.seated, 1, 10);
  CHECK(rules(raises.plan(without_equipment())) == std::vector{Rule::equipment_dropped});
}

TEST_CASE("a load without its equipment falls away, and with it the dose where the load is required") {
  for (const bool required : {false, true}) {
    Raises raises;
    raises.small.dose(raises.seated, 1, 10);
    Load load;
    load.id = "pack";
    load.equipment = {raises.pack};
    load.required = required;
    raises.small.protocol.loads.push_back(load);
    raises.dose().numbers.load = LoadName{LoadName::Kind::named, 0};
    Case intake = person();
    intake.equipment = {"step"};
    const Plan plan = raises.plan(intake);
    CHECK(plan.doses.front().exercise == (required ? raises.seated : raises.on_step));
    CHECK_FALSE(plan.doses.front().load);
    CHECK(rules(plan) == std::vector{required ? Rule::equipment_dropped : Rule::load_dropped});
  }
}

TEST_CASE("a ladder starts on the lowest open rung that suits, else on the nearest easier one, and names what comes next") {
  Raises raises;
  Ladder ladder;
  ladder.id = "raises";
  ladder.rungs = {{raises.seated, {}}, {raises.on_floor, {}}, {raises.on_step, {}}};
  raises.small.protocol.ladders.push_back(ladder);
  raises.dose().exercises.clear();
  raises.dose().ladder = 0;
  raises.dose().rungs.weeks[0] = {Range{2, 3}};
  const PlannedDose whole = raises.first(person());
  CHECK(whole.exercise == raises.on_floor);
  CHECK(whole.rung == 2);
  CHECK(whole.last_rung == 3);
  CHECK(raises.first(without_equipment()).last_rung == 2);
  Case unsafe = person();
  unsafe.tags = {"unsafe"};
  const Plan easier = raises.plan(unsafe);
  CHECK(easier.doses.front().exercise == raises.seated);
  CHECK(easier.doses.front().rung == 1);
  CHECK(rules(easier) == std::vector{Rule::tag_swapped});
}

TEST_CASE("what is assumed for a kind of exercise fills in what the dose leaves open, and is marked") {
  Raises raises;
  Assumption assumption;
  assumption.kind = Exercise::Kind::strength;
  assumption.rest_s = just(60);
  assumption.tempo_s = Tempo{std::nullopt, std::nullopt, 3, std::nullopt};
  assumption.side = DoseSide::injured;
  raises.small.protocol.assume.push_back(assumption);
  raises.dose().numbers.rest_s = just(90);
  const PlannedDose dose = raises.first(person());
  CHECK(dose.rest_s.value == Range{90, 90});
  CHECK(dose.rest_s.origin.confidence == Confidence::primary);
  CHECK(dose.tempo_s->lower == 3);
  CHECK(dose.tempo_origin.confidence == Confidence::assumed);
  CHECK(dose.side == DoseSide::injured);
  raises.small[raises.on_step].legs = Exercise::Legs::two;
  CHECK_FALSE(raises.first(person()).side);
}

TEST_CASE("every number says how sure it is") {
  Raises raises;
  Provenance& from = raises.dose().numbers.provenance;
  from.secondary = {"sets"};
  from.needs_review = {"reps"};
  const PlannedDose dose = raises.first(person());
  CHECK(dose.sets.origin == Origin{{0}, Confidence::secondary});
  CHECK(dose.reps.origin == Origin{{0}, Confidence::unconfirmed});
  raises.small.data.sources[0].seen = Source::Seen::secondary;
  from.secondary.clear();
  CHECK(raises.first(person()).sets.origin.confidence == Confidence::secondary);
}

TEST_CASE("doses and pain limits follow severity and week, and the last week listed holds on") {
  Raises raises;
  raises.small.protocol.phases[0].days->numbers.fill(21);
  raises.dose().numbers.reps.by_severity = true;
  raises.dose().numbers.reps.weeks = {std::vector{Range{10, 10}, Range{12, 12}}, {Range{1, 1}}, {Range{2, 2}}};
  raises.small.protocol.phases[0].pain_max.weeks[0] = {Range{2, 2}, Range{3, 3}};
  const Plan plan = raises.plan(person());
  REQUIRE(plan.routines.size() == 3);
  CHECK(plan.doses_of(plan.routines[0])[0].reps.value == Range{10, 10});
  CHECK(plan.doses_of(plan.routines[2])[0].reps.value == Range{12, 12});
  CHECK(plan.routines[0].pain_max.value == Range{2, 2});
  CHECK(plan.routines[2].pain_max.value == Range{3, 3});
}

TEST_CASE("an amount that is left open, work to failure and open rungs have an origin too") {
  Raises raises;
  Ladder& ladder = raises.small.protocol.ladders.emplace_back();
  ladder.id = "ladder";
  for (const Index<Exercise> exercise : {raises.on_floor, raises.on_step}) ladder.rungs.emplace_back().exercise = exercise;
  Dose& dose = raises.dose();
  dose.exercises.clear();
  dose.ladder = std::uint16_t{0};
  dose.numbers.sets = dose.numbers.reps = {};
  dose.numbers.as_tolerated = true;
  dose.numbers.to_failure = true;
  dose.numbers.provenance.secondary = {"as_tolerated"};
  dose.numbers.provenance.assumed = {"to_failure", "rungs"};
  const Origin first_hand{{0}, Confidence::primary}, second_hand{{0}, Confidence::secondary};
  PlannedDose planned = raises.first(person());
  CHECK(planned.as_tolerated_origin == second_hand);
  CHECK(planned.to_failure_origin == Origin{});
  CHECK(planned.rungs_origin == Origin{});  // the ladder's own: it cites nothing
  dose.rungs = just(1);
  CHECK(raises.first(person()).rungs_origin == Origin{});
  dose.numbers.provenance.assumed = {"to_failure"};
  CHECK(raises.first(person()).rungs_origin == first_hand);
}
