#include "support/sample.hpp"

#include <utility>

namespace rehab::sample {
namespace {

using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

template <class T>
Index<T> at(std::size_t i) {
  return Index<T>{static_cast<std::uint16_t>(i)};
}

constexpr std::size_t heel_drop = 0, heel_raise = 1, stance = 2, walk = 3;
constexpr std::size_t alfredson = 0, praet = 1, handout = 2;

Origin cited(std::size_t source) { return {at<Source>(source), Confidence::primary}; }
Origin assumed() { return {{}, Confidence::assumed}; }

Figure figure(std::optional<int> least, int most, Origin origin) { return {Range{least, most}, origin}; }
Figure figure(int number, Origin origin) { return figure(number, number, origin); }

Source source(std::string id, std::vector<std::string> authors, std::optional<int> year, std::string title) {
  Source s;
  s.id = std::move(id);
  s.authors = std::move(authors);
  s.year = year;
  s.title = std::move(title);
  return s;
}

Exercise exercise(std::string id, std::string title, Exercise::Kind kind, Exercise::Legs legs) {
  Exercise e;
  e.id = std::move(id);
  e.title = std::move(title);
  e.kind = kind;
  e.legs = legs;
  return e;
}

Load pack() {
  Load load;
  load.id = "pack";
  load.title = "Backpack";
  load.kind = Load::Kind::kg;
  load.step_kg = 5;
  load.max_kg = 60;
  load.step_days = 7;
  load.provenance.cite = at<Source>(praet);
  Criterion free_of_pain;
  free_of_pain.measure = at<Measure>(0);
  free_of_pain.max = 0;
  free_of_pain.for_days.numbers = {7, 7, 7};
  load.step_when.push_back(free_of_pain);
  return load;
}

Ladder raises() {
  Ladder ladder;
  ladder.id = "raises";
  ladder.title = "Heel raises";
  ladder.rungs.resize(2);
  ladder.rungs[0].exercise = at<Exercise>(heel_raise);
  ladder.rungs[1].exercise = at<Exercise>(heel_drop);
  return ladder;
}

Workout workout(std::string id, std::string title, std::uint8_t number) {
  Workout w;
  w.id = std::move(id);
  w.title = std::move(title);
  w.number = number;
  return w;
}

Phase phase(std::string id, std::string title) {
  Phase p;
  p.id = std::move(id);
  p.title = std::move(title);
  p.workouts = {workout("drops", "Heel drops, slow", 0), workout("balance", "Balance", 1)};
  return p;
}

PlannedDose drop_dose() {
  PlannedDose dose;
  dose.exercise = at<Exercise>(heel_drop);
  dose.sets = figure(3, cited(alfredson));
  dose.reps = figure(15, cited(alfredson));
  dose.rest_s = figure(60, 120, assumed());
  dose.tempo_s = Tempo{{}, {}, 3, {}};
  dose.tempo_origin = assumed();
  dose.side = DoseSide::injured;
  dose.side_origin = cited(alfredson);
  dose.load = LoadName{LoadName::Kind::named, 0};
  dose.load_origin = cited(alfredson);
  dose.cite = at<Source>(alfredson);
  return dose;
}

PlannedDose ladder_dose() {
  PlannedDose dose;
  dose.exercise = at<Exercise>(heel_raise);
  dose.ladder = 0;
  dose.rung = 1;
  dose.last_rung = 2;
  dose.reps = figure({}, 15, cited(alfredson));
  dose.sets = figure(3, {at<Source>(praet), Confidence::unconfirmed});
  dose.cite = at<Source>(praet);
  return dose;
}

PlannedDose balance_dose() {
  PlannedDose dose;
  dose.exercise = at<Exercise>(stance);
  dose.instead_of = at<Exercise>(walk);
  dose.substitution = assumed();
  dose.workout = 1;
  dose.sets = figure(3, cited(handout));
  dose.hold_s = figure(30, 45, cited(handout));
  dose.side = DoseSide::each;
  dose.side_origin = cited(handout);
  dose.order = SideOrder::other_first;
  dose.order_origin = cited(handout);
  dose.cite = at<Source>(handout);
  return dose;
}

// One routine for the mornings and one for the evenings of a week.
void add_week(Plan& plan, int week) {
  for (const bool evening : {false, true}) {
    Routine routine;
    routine.phase = static_cast<std::uint16_t>(week <= 6 ? 0 : 1);
    routine.week = static_cast<std::uint16_t>(week);
    routine.week_of_phase = static_cast<std::uint16_t>(week <= 6 ? week : week - 6);
    routine.workouts = evening ? 3 : 1;
    routine.first_dose = static_cast<std::uint32_t>(plan.doses.size());
    routine.length = minutes{evening ? 25 : 15};
    routine.pain_max = figure(5, cited(praet));
    plan.doses.push_back(drop_dose());
    plan.doses.push_back(ladder_dose());
    if (evening) plan.doses.push_back(balance_dose());
    routine.doses = static_cast<std::uint32_t>(plan.doses.size()) - routine.first_dose;
    plan.routines.push_back(routine);
  }
}

Session session(const Plan& plan, local_days date, minutes time, Part part, std::size_t ordinal) {
  Session s;
  s.date = date;
  s.part = part;
  s.ordinal = static_cast<std::uint16_t>(ordinal);
  const ClockTime clock = resolve(plan.clock, date + time);
  s.time = std::chrono::duration_cast<minutes>(clock.local - date);
  s.utc = clock.utc;
  return s;
}

void add_sessions(Plan& plan, local_days start) {
  for (std::size_t i = 0; i < 84; ++i) {
    const local_days date = start + std::chrono::days{static_cast<int>(i)};
    plan.sessions.push_back(session(plan, date, minutes{7 * 60 + 30}, Part::morning, i % 42));
    plan.sessions.back().routine = static_cast<std::uint32_t>(i / 7 * 2);
    plan.sessions.push_back(session(plan, date, hours{18}, Part::evening, i % 42));
    plan.sessions.back().routine = static_cast<std::uint32_t>(i / 7 * 2 + 1);
  }
}

sys_seconds utc_moment(int year, unsigned month, unsigned date, int hour) {
  return sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(date)} + hours{hour};
}

Observance yearly(bool daylight, int from, int to, unsigned month, int nth, local_days date, int hour) {
  Observance o;
  o.daylight = daylight;
  o.offset_from = hours{from};
  o.offset_to = hours{to};
  o.onset = date + hours{hour};
  o.yearly = true;
  o.month = std::chrono::month{month};
  o.weekday = std::chrono::Sunday;
  o.nth = nth;
  return o;
}

ZoneClock fixed(std::string name, seconds offset) {
  ZoneClock clock;
  clock.name = std::move(name);
  clock.periods = {{utc_moment(1970, 1, 1, 0) - std::chrono::days{2}, offset}};
  Observance o;
  o.offset_from = o.offset_to = offset;
  clock.observances = {o};
  return clock;
}

}  // namespace

CatalogData catalog() {
  CatalogData data;
  data.sources = {source("alfredson-1998", {"Alfredson", "Pietilä", "Jonsson"}, 1998, ""),
                  source("praet-2019", {"Praet"}, 2019, "Loading; a review"), source("handout", {}, {}, "A handout, undated")};
  data.exercises = {exercise("heel-drop", "Heel drop, knee straight", Exercise::Kind::strength, Exercise::Legs::one),
                    exercise("heel-raise", "Heel raise on two legs", Exercise::Kind::strength, Exercise::Legs::two),
                    exercise("stance", "Einbeinstand für später 🦶🏽", Exercise::Kind::balance, Exercise::Legs::one),
                    exercise("wobble", "Wobble board", Exercise::Kind::balance, Exercise::Legs::one)};
  Measure pain;
  pain.id = "pain";
  pain.title = "Pain while training";
  data.measures.push_back(pain);
  PainRule rule;
  rule.id = "monitoring";
  rule.say =
      "Some pain is allowed during and after training, if it has settled by the next morning and neither pain nor stiffness grows.";
  rule.pain_max = 5;
  data.pain_rules.push_back(rule);
  Protocol protocol;
  protocol.id = "sample";
  protocol.title = "Heel drops, twice a day";
  protocol.summary = "Zwölf Wochen; every day. With a backpack that gets heavier as the pain allows, knee straight and bent.";
  protocol.pain_rule = at<PainRule>(0);
  protocol.loads = {pack()};
  protocol.ladders = {raises()};
  protocol.phases = {phase("load", "Load early"), phase("later", "Später schwerer")};
  data.protocols.push_back(std::move(protocol));
  return data;
}

ZoneClock berlin() {
  ZoneClock clock;
  clock.name = "Europe/Berlin";
  clock.periods = {{utc_moment(2025, 10, 26, 1), hours{1}},
                   {utc_moment(2026, 3, 29, 1), hours{2}},
                   {utc_moment(2026, 10, 25, 1), hours{1}},
                   {utc_moment(2027, 3, 28, 1), hours{2}}};
  clock.observances = {yearly(true, 1, 2, 3, -1, day(1970, 3, 29), 2), yearly(false, 2, 1, 10, -1, day(1970, 10, 25), 3)};
  return clock;
}

ZoneClock new_york() {
  ZoneClock clock;
  clock.name = "America/New_York";
  clock.periods = {
      {utc_moment(2025, 11, 2, 6), hours{-5}}, {utc_moment(2026, 3, 8, 7), hours{-4}}, {utc_moment(2026, 11, 1, 6), hours{-5}}};
  clock.observances = {yearly(true, -5, -4, 3, 2, day(1970, 3, 8), 2), yearly(false, -4, -5, 11, 1, day(1970, 11, 1), 2)};
  return clock;
}

ZoneClock kolkata() { return fixed("Asia/Kolkata", minutes{330}); }

ZoneClock utc() {
  ZoneClock clock = fixed("Etc/UTC", seconds{0});
  clock.utc = true;
  clock.observances.clear();
  return clock;
}

ZoneClock unsayable() {
  ZoneClock clock = berlin();
  clock.name = "Africa/Casablanca";
  clock.observances.clear();
  return clock;
}

ZoneClock no_zone() {
  ZoneClock clock;
  clock.periods = {{utc_moment(1970, 1, 1, 0) - std::chrono::days{2}, seconds{0}}};
  return clock;
}

Plan plan(local_days start, const ZoneClock& clock, CatalogData data) {
  Plan plan;
  plan.catalog = Catalog(std::move(data));
  plan.intake.protocol = plan.protocol().id;
  plan.intake.severity = Severity::moderate;
  plan.intake.side = Side::left;
  plan.intake.start = start;
  plan.intake.zone = clock.name;
  plan.clock = clock;
  plan.weeks = 12;
  plan.days = {start, start + std::chrono::days{84}};
  plan.phases = {PhaseSpan{0, 1, {start, start + std::chrono::days{42}}, 42, 42, 42},
                 PhaseSpan{1, 1, {start + std::chrono::days{42}, plan.days.end}, 42, 42, 42}};
  for (std::size_t i = 0; i < plan.id.size(); ++i) plan.id[i] = static_cast<std::uint8_t>(17 * i + 3);
  for (int week = 1; week <= 12; ++week) add_week(plan, week);
  add_sessions(plan, start);
  return plan;
}

Plan plan_with_session(local_days date, minutes time, const ZoneClock& clock) {
  Plan one = plan(date, clock);
  one.sessions.resize(1);
  const std::uint32_t routine = one.sessions[0].routine;
  one.sessions[0] = session(one, date, time, Part::morning, 0);
  one.sessions[0].routine = routine;
  return one;
}

}  // namespace rehab::sample
