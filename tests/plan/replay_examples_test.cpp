// What a diary makes of a plan, one example at a time: what was written, and what came of it.
#include <algorithm>
#include <set>
#include <string>

#include "support/catch.hpp"
#include "support/small_protocol.hpp"

using namespace rehab;
using rehab_test::just;
using rehab_test::person;
using rehab_test::Small;
using std::chrono::days;
using std::chrono::local_days;
using Rule = Change::Rule;

namespace {

Plan made(const Catalog& catalog, const Case& intake) {
  Result<Plan> plan = make_plan(catalog, intake);
  REQUIRE(plan);
  return std::move(*plan);
}

Entry at(local_days date, Slot slot) {
  Entry entry;
  entry.date = date;
  entry.slot = slot;
  return entry;
}

Entry not_done(local_days date) {
  Entry entry = at(date, Slot::bedtime);
  entry.done = Done::none;
  return entry;
}

int count(const Plan& plan, Rule rule) {
  return static_cast<int>(
      std::count_if(plan.changes.begin(), plan.changes.end(), [rule](const Change& c) { return c.rule == rule; }));
}

// One exercise each morning, in a phase of so many days.
Small daily(int length) {
  Small small;
  small.phase("phase", length);
  small.workout("raises", {Part::morning}, 1, 7);
  small.dose(small.exercise("heel-raise"), 3, 10);
  return small;
}

Case strain() {
  Case intake;
  intake.protocol = "calf-strain";
  intake.severity = Severity::moderate;
  intake.side = Side::left;
  intake.start = day(2026, 12, 1);
  return intake;
}

// The sessions that lie at or before a slot.
std::vector<Uuid> until(const Plan& plan, Moment moment) {
  std::vector<Uuid> out;
  for (const Session& s : plan.sessions)
    if (Moment{s.date, slot_of(s.part)} <= moment) out.push_back(identity(plan, s));
  return out;
}

}  // namespace

TEST_CASE("a strain that hurts too much on an evening rests two days and goes on more lightly") {
  const Catalog catalog = builtin_catalog();
  Case intake = strain();
  const Plan before = made(catalog, intake);
  const Moment evening{intake.start + days{9}, Slot::evening};
  Entry entry = at(evening.date, evening.slot);
  entry.pain = 6;  // 2 is the most allowed there
  intake.diary = {entry};
  const Plan after = made(catalog, intake);
  CHECK(until(after, evening) == until(before, evening));
  std::set<std::string> rested;
  for (const Session& s : after.sessions) {
    if (s.date + s.time <= evening.date + std::chrono::hours{18} || s.date + s.time >= evening.date + std::chrono::hours{18 + 48})
      continue;
    for (const Workout& w : after.phase_of(after.span_of(s)).workouts)
      if ((after.routine_of(s).workouts >> w.number & 1) != 0) rested.insert(w.id);
  }
  CHECK(rested == std::set<std::string>{"aerobic"});  // not the bouts, which hurt
  const auto back = std::find_if(after.sessions.begin(), after.sessions.end(),
                                 [&](const Session& s) { return s.date == evening.date + days{2} && s.part == Part::evening; });
  REQUIRE(back != after.sessions.end());
  for (const PlannedDose& dose : after.doses_of(*back)) {
    if (dose.ladder) CHECK(dose.volume_percent == 50);           // on the lowest rung already
    if (!dose.ladder && dose.load) CHECK(dose.load_steps == 0);  // nobody knows whether there is an easier band
  }
  CHECK(count(after, Rule::rested) == 1);
  CHECK(count(after, Rule::volume_returned) > 0);
}

TEST_CASE("three missed days: nothing moves, the end moves three days, or the week comes again") {
  struct Outcome {
    Protocol::Missed missed;
    int last_day;  // of the plan, from its start
    int sessions;
  };
  for (const Outcome& outcome : {Outcome{Protocol::Missed::skip, 14, 14}, Outcome{Protocol::Missed::shift, 17, 17},
                                 Outcome{Protocol::Missed::repeat_week, 21, 21}}) {
    Small small = daily(14);
    small.protocol.missed = outcome.missed;
    Case intake = person();
    const Plan before = made(small.catalog(), intake);
    for (const int d : {1, 2, 3}) intake.diary.push_back(not_done(intake.start + days{d}));
    const Plan after = made(small.catalog(), intake);
    INFO(name(outcome.missed));
    CHECK(after.days.end == intake.start + days{outcome.last_day});
    CHECK(static_cast<int>(after.sessions.size()) == outcome.sessions);
    std::set<Uuid> ids;
    for (const Session& s : after.sessions) ids.insert(identity(after, s));
    for (const Session& s : before.sessions) CHECK(ids.count(identity(before, s)) == 1);
  }
}

TEST_CASE("a repeated week asks for the amounts of the week before") {
  Small small;
  small.phase("phase", 14);
  small.workout("raises", {Part::morning}, 1, 7);
  small.dose(small.exercise("heel-raise"), 3, 10).numbers.reps.weeks[0] = {Range{5, 5}, Range{8, 8}};
  small.protocol.missed = Protocol::Missed::repeat_week;
  Case intake = person();
  intake.diary = {not_done(intake.start + days{3})};
  const Plan plan = made(small.catalog(), intake);
  const auto reps = [&](int d) {
    const auto s = std::find_if(plan.sessions.begin(), plan.sessions.end(),
                                [&](const Session& x) { return x.date == intake.start + days{d}; });
    return s == plan.sessions.end() ? 0 : plan.doses_of(*s).front().reps.value->max;
  };
  CHECK(reps(6) == 5);
  CHECK(reps(7) == 5);
  CHECK(reps(13) == 5);
  CHECK(reps(14) == 8);
  CHECK(reps(20) == 8);
}

TEST_CASE("who shows all that is asked moves on early, and later sessions keep their identities") {
  const Catalog catalog = builtin_catalog();
  Case intake = strain();
  const Plan before = made(catalog, intake);
  const auto phase = [](const Plan& plan, std::string_view id) {
    return *std::find_if(plan.phases.begin(), plan.phases.end(), [&](const PhaseSpan& s) { return plan.phase_of(s).id == id; });
  };
  Entry entry = at(intake.start + days{1}, Slot::waking);  // the shortest of the first phase
  entry.measured = {{"walks-with-mild-limp", 1}, {"swelling-not-rising", 1}};
  intake.diary = {entry};
  const Plan after = made(catalog, intake);
  CHECK(count(after, Rule::moved_on) == 1);
  CHECK(phase(before, "early-load").days.begin == intake.start + days{3});
  CHECK(phase(after, "early-load").days.begin == intake.start + days{1});
  std::set<Uuid> ids;
  for (const Session& s : before.sessions) ids.insert(identity(before, s));
  for (const Session& s : after.sessions) CHECK(ids.count(identity(after, s)) == 1);
  const Result<std::vector<Withdrawn>> withdrawn = rehab::withdrawn(catalog, intake);
  REQUIRE(withdrawn);
  CHECK(!withdrawn->empty());
  for (const Withdrawn& w : *withdrawn) CHECK(w.phase == 0);  // the rest of the phase that was left
}

TEST_CASE("days away move the rest of the plan or fall out of it") {
  for (const auto& [rule, end, sessions] : {std::tuple{Protocol::Away::shift, 13, 10}, std::tuple{Protocol::Away::drop, 10, 7}}) {
    Small small = daily(10);
    small.protocol.away = rule;
    Case intake = person();
    intake.away = {{intake.start + days{4}, intake.start + days{7}}};
    const Plan plan = made(small.catalog(), intake);
    CHECK(plan.days.end == intake.start + days{end});
    CHECK(static_cast<int>(plan.sessions.size()) == sessions);
  }
}

TEST_CASE("a pause moves the rest of the plan from the slot on at which it became known") {
  Small small = daily(10);
  Case intake = person();
  Entry ill = at(intake.start + days{3}, Slot::waking);
  ill.pause_until = intake.start + days{5};
  intake.diary = {ill};
  const Plan plan = made(small.catalog(), intake);
  CHECK(plan.days.end == intake.start + days{13});
  for (const Session& s : plan.sessions) CHECK((s.date < ill.date || s.date > *ill.pause_until));
  CHECK(plan.sessions.size() == 10);
}

TEST_CASE("what is logged late changes nothing up to the slot at which it was logged") {
  Small small = daily(28);
  small.data.pain_rules[0].pain_max = 3;
  small.data.pain_rules[0].lower_volume_percent = 50;
  Case intake = person();
  Entry entry = at(intake.start + days{5}, Slot::bedtime);
  entry.pain = 7;
  entry.logged = Moment{intake.start + days{9}, Slot::bedtime};
  intake.diary = {entry};
  const Plan plan = made(small.catalog(), intake);
  for (const Session& s : plan.sessions) {
    const int volume = plan.doses_of(s).front().volume_percent;
    INFO((s.date - intake.start).count());
    if (s.date <= intake.start + days{9}) CHECK(volume == 100);
    if (s.date == intake.start + days{10}) CHECK(volume == 50);
  }
}

TEST_CASE("a red flag at midday empties the rest of the day, and a clearance begins the phase again") {
  Small small;
  small.phase("phase", 28);
  small.workout("raises", {Part::morning, Part::afternoon}, 2, 7);
  small.dose(small.exercise("heel-raise"), 3, 10);
  small.data.red_flags.emplace_back().id = "numb";
  Case intake = person();
  Entry flag = at(intake.start + days{12}, Slot::midday);
  flag.red_flags = {"numb"};
  intake.diary = {flag};
  const Plan stopped = made(small.catalog(), intake);
  CHECK(stopped.ending == Plan::Ending::stopped);
  CHECK(stopped.sessions.back().date == flag.date);
  CHECK(stopped.sessions.back().part == Part::morning);

  Entry cleared = at(intake.start + days{20}, Slot::bedtime);
  cleared.cleared_by = "orthopaedic practice";
  intake.diary.push_back(cleared);
  const Plan plan = made(small.catalog(), intake);
  CHECK(plan.ending == Plan::Ending::proceed);
  REQUIRE(plan.phases.size() == 2);
  CHECK(plan.phases[0].visit == 1);
  CHECK(plan.phases[1].visit == 2);
  CHECK(plan.phases[1].days.begin == intake.start + days{21});
  CHECK(plan.phases[1].days.end == intake.start + days{49});
}

TEST_CASE("a clinician's clearance that comes with a new red flag does not clear it") {
  Small small = daily(28);
  small.data.red_flags.emplace_back().id = "numb";
  Case intake = person();
  Entry both = at(intake.start + days{2}, Slot::bedtime);
  both.red_flags = {"numb"};
  both.cleared_by = "doctor";
  intake.diary = {both};
  CHECK(made(small.catalog(), intake).ending == Plan::Ending::stopped);
}

TEST_CASE("one good reading climbs one rung, not one a day") {
  Small small;
  Measure test;
  test.id = "raises";
  test.unit = Measure::Unit::count;
  test.asked = Measure::Asked::test;
  small.data.measures = {test};
  Ladder ladder;
  ladder.id = "ladder";
  for (const char* id : {"one", "two", "three", "four"}) ladder.rungs.emplace_back().exercise = small.exercise(id);
  ladder.up_when.emplace_back().measure.value = 0;
  ladder.up_when.back().min = 10;
  small.protocol.ladders = {ladder};
  small.phase("phase", 14);
  small.workout("raises", {Part::morning}, 1, 7);
  Dose& dose = small.dose(small.exercise("none"), 3, 10);
  dose.exercises.clear();
  dose.ladder = 0;
  Case intake = person();
  Entry entry = at(intake.start, Slot::bedtime);
  entry.measured = {{"raises", 12}};
  intake.diary = {entry};
  const Plan plan = made(small.catalog(), intake);
  CHECK(plan.doses_of(plan.sessions[1]).front().rung == 2);
  CHECK(plan.doses_of(plan.sessions.back()).front().rung == 2);
}

TEST_CASE("pain lowers a ladder whose dose has a load of its own, each time anew") {
  Small small;
  small.data.pain_rules[0].pain_max = 3;
  small.data.pain_rules[0].lower_volume_percent = 50;
  Load pack;
  pack.id = "pack";
  pack.kind = Load::Kind::kg;
  small.protocol.loads = {pack};
  Ladder ladder;
  ladder.id = "ladder";
  for (const char* id : {"one", "two"}) ladder.rungs.emplace_back().exercise = small.exercise(id);
  small.protocol.ladders = {ladder};
  small.phase("phase", 14);
  small.workout("raises", {Part::morning}, 1, 7);
  Dose& dose = small.dose(small.exercise("none"), 3, 10);
  dose.exercises.clear();
  dose.ladder = 0;
  dose.numbers.load = LoadName{LoadName::Kind::named, 0};
  Case intake = person();
  for (const int d : {0, 3}) {
    intake.diary.push_back(at(intake.start + days{d}, Slot::bedtime));
    intake.diary.back().pain = 8;
  }
  const Plan plan = made(small.catalog(), intake);
  CHECK(plan.doses_of(plan.sessions[1]).front().volume_percent == 50);
  CHECK(plan.doses_of(plan.sessions[4]).front().volume_percent == 25);
}

TEST_CASE("a rung that comes back is told with both rungs, however much was told before it") {
  Small small;
  small.data.pain_rules[0].pain_max = 3;
  const Index<Equipment> board = small.equipment("board");
  Ladder ladder;
  ladder.id = "ladder";
  for (const char* id : {"one", "two", "three"}) ladder.rungs.emplace_back().exercise = small.exercise(id);
  const Index<Exercise> hardest = ladder.rungs.back().exercise;
  small[hardest].equipment = {board};
  Substitute& instead = small.protocol.instead.emplace_back();
  instead.replaces = hardest;
  instead.with.exercise = small.exercise("three-without");
  small.protocol.ladders = {ladder};
  for (const auto& [phase, length] : {std::pair{"first", 10}, std::pair{"second", 14}}) {
    small.phase(phase, length);
    small.workout("raises", {Part::morning}, 1, 7);
    Dose& dose = small.dose(small.exercise("none"), 3, 10);
    dose.exercises.clear();
    dose.ladder = 0;
    dose.rungs = just(3);
  }
  Case intake = person();
  intake.equipment.emplace();
  intake.diary = {at(intake.start + days{8}, Slot::bedtime)};
  intake.diary.back().pain = 8;
  for (int told = 0; told < 20; ++told) {  // at some of them the list of changes is full and moves
    const Plan plan = made(small.catalog(), intake);
    const auto back =
        std::find_if(plan.changes.begin(), plan.changes.end(), [](const Change& c) { return c.rule == Rule::rung_returned; });
    REQUIRE(back != plan.changes.end());
    CHECK(back->asked == 2);
    CHECK(back->given == 3);
    intake.diary.push_back(at(intake.start + days{1}, Slot::bedtime));
    intake.diary.back().pause_until = intake.start + days{1};
    intake.diary.back().logged = Moment{intake.start + days{1 + told % 5}, Slot::bedtime};
  }
}
