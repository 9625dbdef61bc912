#include "support/random_diaries.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace rehab_test {

namespace {

using namespace rehab;
using std::chrono::days;

int between(int low, int high) { return *rc::gen::inRange(low, high + 1); }
bool chance(int percent) { return between(1, 100) <= percent; }
Range just(int number) { return {number, number}; }

BySeverity by_severity(int low, int high) {
  BySeverity out;
  out.by_severity = chance(30);
  const int same = between(low, high);
  for (auto& number : out.numbers) number = out.by_severity ? between(low, high) : same;
  return out;
}

Amount amount(int low, int high) {
  Amount out;
  out.by_severity = chance(20);
  for (auto& weeks : out.weeks) {
    const int count = chance(30) ? 3 : 1;
    for (int i = 0; i < count; ++i) weeks.push_back(just(between(low, high)));
    if (!out.by_severity) break;
  }
  return out;
}

// --- What protocols share ---

enum Asked : std::uint16_t { pain, morning_pain, stiffness, raises, walks, girth, effort, measures };

Measure measure(const char* id, Measure::Unit unit, Measure::Asked asked) {
  Measure out;
  out.id = id;
  out.unit = unit;
  out.asked = asked;
  if (unit != Measure::Unit::yes_no && chance(40)) out.noise = between(1, 3) * 0.5;
  return out;
}

void add_measures(CatalogData& data) {
  data.measures = {measure("pain", Measure::Unit::score, Measure::Asked::session),
                   measure("morning-pain", Measure::Unit::score, Measure::Asked::morning),
                   measure("stiffness", Measure::Unit::score, Measure::Asked::morning),
                   measure("raises", Measure::Unit::count, Measure::Asked::test),
                   measure("walks", Measure::Unit::yes_no, Measure::Asked::test),
                   measure("girth", Measure::Unit::cm, Measure::Asked::week),
                   measure("effort", Measure::Unit::score, Measure::Asked::session)};
  data.measures[raises].sides = true;
  data.measures[raises].norm = {{20, 30, 20}, {50, 20, 10}};
}

void fill(PainRule& rule) {
  if (chance(50)) rule.pain_safe = between(0, 2);
  if (chance(85)) rule.pain_max = between(2, 5);
  if (chance(70)) {
    rule.mornings = between(1, 3);
    rule.mornings_of = {{morning_pain}};
    if (chance(30)) rule.mornings_of.push_back({stiffness});
  }
  if (chance(40)) {
    rule.weekly_rise_of = {{pain}};
    if (chance(50)) rule.weekly_rise_of.push_back({stiffness});
    if (chance(90)) rule.weekly_rise_max = between(0, 2);
  }
  if (chance(60)) rule.lower_load_steps = between(1, 2);
  if (chance(70)) rule.lower_volume_percent = chance(70) ? 50 : between(20, 90);
  if (chance(70)) rule.rest_hours = amount(12, 96);
  if (chance(60)) rule.breaches_to_review = between(1, 4);
}

void add_knowledge(CatalogData& data) {
  add_measures(data);
  data.pain_rules.emplace_back().id = "other-rule";
  for (PainRule& rule : data.pain_rules) fill(rule);
  data.conditions.front().often_both_sides = true;  // else both at once need clearance
  for (const char* id : {"flag-one", "flag-two"}) data.red_flags.emplace_back().id = id;
  for (int i = 4; i < 8; ++i) data.exercises.emplace_back().id = "rung-" + std::to_string(i);
  constexpr std::array kinds{Exercise::Kind::strength, Exercise::Kind::mobility, Exercise::Kind::run};
  for (Exercise& exercise : data.exercises) exercise.kind = kinds[static_cast<std::size_t>(between(0, 2))];
}

// --- Criteria ---

void ask_score(Criterion& c) {
  const int kind = between(0, 4);
  if (kind <= 1) c.max = between(0, 5);
  if (kind >= 1 && kind <= 2) c.change_max = between(-1, 2);
  if (kind == 3) c.change_percent_max = between(-50, 50);
  if (kind == 4) c.weekly_change_max = between(0, 2);
}

void ask_count(Criterion& c) {
  if (chance(70)) c.min = between(2, 20);
  if (chance(20)) c.change_min = between(0, 5);
  if (c.measure == Index<Measure>{raises}) {
    if (chance(30)) c.symmetry_percent = between(50, 100);
    if (chance(30)) c.norm_percent = between(30, 100);
    if (chance(20)) c.pain_max = between(0, 3);
  }
  if (!c.min && !c.change_min && !c.symmetry_percent && !c.norm_percent) c.min = 5;
}

Criterion criterion(const Protocol& protocol) {
  Criterion out;
  out.measure.value = static_cast<std::uint16_t>(between(0, measures - 1));
  switch (out.measure.value) {
    case walks:
      break;
    case raises:
    case girth:
      ask_count(out);
      break;
    default:
      ask_score(out);
  }
  if (chance(20)) out.for_days = by_severity(1, 5);
  if (chance(20)) out.for_sessions = between(1, 3);
  if (!out.weekly_change_max && chance(25)) {
    const Phase& phase = protocol.phases[static_cast<std::size_t>(between(0, static_cast<int>(protocol.phases.size()) - 1))];
    if (!phase.workouts.empty()) out.workout = phase.workouts.front().id;
  }
  return out;
}

std::vector<Criterion> criteria(const Protocol& protocol, int percent) {
  std::vector<Criterion> out;
  while (out.size() < 3 && chance(percent)) out.push_back(criterion(protocol));
  return out;
}

Limit limit(const Protocol& protocol) {
  Limit out;
  out.id = "limit";
  out.criterion = criterion(protocol);
  out.otherwise = static_cast<Limit::Otherwise>(between(0, 5));
  if (out.otherwise == Limit::Otherwise::stop && chance(60)) out.otherwise = Limit::Otherwise::lower;  // else few get far
  if (out.otherwise == Limit::Otherwise::restart && chance(70)) out.rest_days = between(1, 10);
  return out;
}

std::vector<Limit> limits(const Protocol& protocol, int percent) {
  std::vector<Limit> out;
  while (out.size() < 3 && chance(percent)) out.push_back(limit(protocol));
  return out;
}

// --- What is lifted, and how it grows ---

Load load(const Protocol& protocol, int number) {
  Load out;
  out.id = "load-" + std::to_string(number);
  out.kind = static_cast<Load::Kind>(between(0, 2));
  if (out.kind == Load::Kind::kg) {
    if (chance(60)) out.start_kg = between(0, 20);
    if (chance(80)) out.step_kg = between(1, 10);
    if (!out.step_kg && out.start_kg && chance(50)) out.step_percent = between(1, 20);
    if (chance(60)) out.max_kg = out.start_kg.value_or(0) + between(0, 30);
  }
  if (out.kind == Load::Kind::percent_1rm) {
    out.start_percent = between(40, 70);
    if (chance(70)) out.step_percent = between(1, 20);
    if (chance(70)) out.max_percent = between(70, 100);
  }
  if (chance(50)) out.step_days = between(1, 21);
  if (chance(20)) out.equipment = {{1}};
  if (chance(30)) out.required = true;
  out.step_when = criteria(protocol, 60);
  return out;
}

Ladder ladder(const Protocol& protocol, int number) {
  Ladder out;
  out.id = "ladder-" + std::to_string(number);
  const int rungs = between(2, 4);
  for (int i = 0; i < rungs; ++i) out.rungs.emplace_back().exercise.value = static_cast<std::uint16_t>(4 + i);
  if (chance(20)) out.rungs.back().exercise.value = 1;  // needs a step
  out.up_when = criteria(protocol, 60);
  out.limits = limits(protocol, 15);
  return out;
}

void vary(Dose& dose, const Protocol& protocol) {
  if (!protocol.loads.empty() && chance(50))
    dose.numbers.load =
        LoadName{LoadName::Kind::named, static_cast<std::uint16_t>(between(0, static_cast<int>(protocol.loads.size()) - 1))};
  const int kind = between(0, 5);
  if (kind == 0) std::swap(dose.numbers.reps, dose.numbers.hold_s);
  if (kind == 1) std::swap(dose.numbers.reps, dose.numbers.duration_min);
  if (kind == 2) dose.numbers.sets = {};
}

void climb(Dose& dose, std::uint16_t which, const Ladder& ladder) {
  dose.exercises.clear();
  dose.ladder = which;
  if (chance(30)) return;
  const int rungs = static_cast<int>(ladder.rungs.size());
  const int low = between(1, rungs);
  dose.rungs.weeks[0] = {Range{low, between(low, rungs)}};
}

void vary_doses(Phase& phase, const Protocol& protocol) {
  std::uint16_t next = 0;  // a ladder stands once in a phase
  for (Workout& workout : phase.workouts) {
    if (chance(40)) {
      workout.doses.push_back(workout.doses.front());
      workout.doses.back().exercises = {{static_cast<std::uint16_t>(between(4, 7))}};
    }
    for (Dose& dose : workout.doses) {
      vary(dose, protocol);
      if (next < protocol.ladders.size() && chance(50)) climb(dose, next, protocol.ladders[next]), ++next;
    }
  }
}

// --- Phases ---

void set_lengths(Phase& phase) {
  BySeverity shortest = *phase.days, longest = *phase.days;
  for (auto& n : shortest.numbers) {
    if (n) n = between(1, *n);
  }
  for (auto& n : longest.numbers) {
    if (n) n = *n + between(0, 21);
  }
  if (chance(60)) phase.days_min = shortest;
  if (chance(60)) phase.days_max = longest;
}

Protocol lively(Protocol out) {
  out.missed = static_cast<Protocol::Missed>(between(0, 2));
  out.end = chance(70) ? Protocol::End::proceed : Protocol::End::review;
  for (int i = between(0, 2); i > 0; --i) out.loads.push_back(load(out, i));
  for (int i = between(0, 2); i > 0; --i) out.ladders.push_back(ladder(out, i));
  out.limits = limits(out, 20);
  for (Phase& phase : out.phases) {
    set_lengths(phase);
    vary_doses(phase, out);
    if (chance(30)) phase.pain_rule.value = 1;
    if (chance(40)) phase.pain_max = amount(1, 6);
    phase.move_on = criteria(out, 30);
    phase.enter = criteria(out, 25);
    phase.limits = limits(out, 25);
  }
  return out;
}

// --- Diaries ---

// What a person is like who keeps one.
struct Keeper {
  int reports = 60, late = 10, tests = 20, misses = 10, odd = 2;  // per cent
  int most_pain = 2;
};

Keeper keeper() {
  Keeper out;
  out.reports = between(5, 90);
  out.late = chance(50) ? 0 : between(5, 40);
  out.tests = between(0, 50);
  out.misses = chance(40) ? 0 : between(2, 30);
  out.odd = chance(50) ? 0 : between(1, 6);
  out.most_pain = between(0, 3);
  return out;
}

int ache(const Keeper& who) { return chance(90) ? between(0, who.most_pain) : between(0, 10); }

Reading reading(const Keeper& who, std::uint16_t which, const CatalogData& data) {
  Reading out{data.measures[which].id, 0};
  switch (which) {
    case raises:
      out.value = between(0, 30);
      if (chance(60)) out.other = between(0, 30);
      break;
    case walks:
      out.value = chance(70) ? 1 : 0;
      break;
    case girth:
      out.value = between(20, 40) * 0.5;
      break;
    default:
      out.value = ache(who);
  }
  return out;
}

void measure_some(Entry& entry, const Keeper& who, const CatalogData& data) {
  const bool waking = entry.slot == Slot::waking;
  if (waking || chance(5)) entry.measured.push_back(reading(who, morning_pain, data));
  if (waking && chance(50)) entry.measured.push_back(reading(who, stiffness, data));
  for (const std::uint16_t which : {raises, walks, girth}) {
    if (chance(who.tests)) entry.measured.push_back(reading(who, which, data));
  }
  if (!waking && chance(20)) entry.measured.push_back(reading(who, effort, data));
}

void be_odd(Entry& entry, const Keeper& who) {
  if (chance(who.odd)) entry.red_flags = {chance(50) ? "flag-one" : "flag-two"};
  if (chance(who.odd)) entry.pause_until = entry.date + days{between(0, 9)};
  if (chance(3 * who.odd)) entry.cleared_by = "doctor";
}

void log_late(Entry& entry, const Keeper& who) {
  if (!chance(who.late)) return;
  const int slots = static_cast<int>(entry.slot) + between(0, chance(70) ? 8 : 60);
  entry.logged = Moment{entry.date + days{slots / 6}, static_cast<Slot>(slots % 6)};
}

Entry entry(const Keeper& who, std::chrono::local_days date, Slot slot, const CatalogData& data) {
  Entry out;
  out.date = date;
  out.slot = slot;
  if (slot != Slot::waking) {
    if (chance(80)) out.done = chance(who.misses) ? Done::none : chance(85) ? Done::all : Done::part;
    if (chance(80)) out.pain = ache(who);
  }
  measure_some(out, who, data);
  be_odd(out, who);
  log_late(out, who);
  return out;
}

std::vector<Entry> diary(const Situation& s) {
  const Keeper who = keeper();
  const int length = chance(70) ? between(0, 30) : between(0, 95);
  std::vector<Entry> out;
  for (int d = 0; d < length; ++d) {
    if (chance(who.reports)) out.push_back(entry(who, s.intake.start + days{d}, Slot::waking, *s.catalog));
    const Slot slot = chance(50) ? Slot::bedtime : static_cast<Slot>(between(1, 5));
    if (chance(who.reports)) out.push_back(entry(who, s.intake.start + days{d}, slot, *s.catalog));
    if (out.empty() || !chance(5)) continue;
    Entry again = entry(who, out.back().date, out.back().slot, *s.catalog);  // a correction, at the same slot
    again.logged = out.back().logged;
    out.push_back(again);
  }
  const auto swaps = chance(50) ? static_cast<int>(out.size()) : 0;
  for (int i = 0; i < swaps; ++i)
    std::swap(out[static_cast<std::size_t>(i)], out[static_cast<std::size_t>(between(0, static_cast<int>(out.size()) - 1))]);
  return out;
}

}  // namespace

Situation random_ahead() {
  const Situation plain = random_situation();
  CatalogData data = *plain.catalog;
  add_knowledge(data);
  data.protocols.front() = lively(data.protocols.front());
  Situation out{Catalog(data), plain.intake};
  if (chance(40)) {
    out.intake.age = between(10, 80);
    out.intake.sex = chance(50) ? Sex::female : Sex::male;
  }
  if (chance(70)) out.intake.side = static_cast<Side>(between(0, 2));
  return out;
}

Situation random_lived() {
  Situation out = random_ahead();
  out.intake.diary = diary(out);
  return out;
}

rc::Gen<Situation> drawn(Situation (*draw)()) {
  return rc::gen::withSize([draw](int size) {
    constexpr int full = 100;
    return rc::gen::noShrink(rc::gen::resize(size % 5 == 0 ? size : full, rc::gen::exec(draw)));
  });
}

Situation with_diary(const Situation& situation, std::vector<Entry> diary) {
  Situation out = situation;
  out.intake.diary = std::move(diary);
  return out;
}

namespace {

// Tries the situation without each thing of a list.
template <class List>
void thin(Situation& s, const std::function<bool(const Situation&)>& breaks, List list) {
  for (std::size_t i = 0; i < list(s).size();) {
    Situation less = s;
    list(less).erase(list(less).begin() + static_cast<std::ptrdiff_t>(i));
    if (breaks(less)) {
      s = less;
    } else {
      ++i;
    }
  }
}

// Tries the situation with a changed protocol.
template <class Change>
void with_less(Situation& s, const std::function<bool(const Situation&)>& breaks, Change change) {
  CatalogData data = *s.catalog;
  change(data.protocols.front(), data);
  const Situation less{Catalog(data), s.intake};
  if (breaks(less)) s = less;
}

void thin_protocol(Situation& s, const std::function<bool(const Situation&)>& breaks) {
  with_less(s, breaks, [](Protocol& p, CatalogData&) { p.limits.clear(); });
  with_less(s, breaks, [](Protocol& p, CatalogData&) { p.missed = Protocol::Missed::skip; });
  for (std::size_t i = 0; i < s.catalog->protocols.front().phases.size(); ++i) {
    with_less(s, breaks, [i](Protocol& p, CatalogData&) { p.phases[i].limits.clear(); });
    with_less(s, breaks, [i](Protocol& p, CatalogData&) { p.phases[i].move_on.clear(); });
    with_less(s, breaks, [i](Protocol& p, CatalogData&) { p.phases[i].enter.clear(); });
    with_less(s, breaks, [i](Protocol& p, CatalogData&) { p.phases[i].extra.clear(); });
    with_less(s, breaks, [i](Protocol& p, CatalogData&) { p.phases[i].pain_rule = {}; });
    for (std::size_t w = s.catalog->protocols.front().phases[i].workouts.size(); w-- > 0;) {
      with_less(s, breaks, [&](Protocol& p, CatalogData&) {
        p.phases[i].workouts.erase(p.phases[i].workouts.begin() + static_cast<std::ptrdiff_t>(w));
      });
    }
  }
  for (std::size_t i = s.catalog->protocols.front().phases.size(); i-- > 1;)
    with_less(s, breaks, [&](Protocol& p, CatalogData&) { p.phases.erase(p.phases.begin() + static_cast<std::ptrdiff_t>(i)); });
  with_less(s, breaks, [](Protocol&, CatalogData& data) {
    for (PainRule& rule : data.pain_rules) rule.weekly_rise_of.clear();
  });
  with_less(s, breaks, [](Protocol&, CatalogData& data) {
    for (PainRule& rule : data.pain_rules) rule.mornings_of.clear();
  });
}

}  // namespace

Situation smallest(Situation s, const std::function<bool(const Situation&)>& breaks) {
  thin(
      s, breaks, [](Situation & t) -> auto& { return t.intake.diary; });
  thin(
      s, breaks, [](Situation & t) -> auto& { return t.intake.away; });
  thin_protocol(s, breaks);
  for (std::size_t i = 0; i < s.intake.diary.size(); ++i) {
    thin(
        s, breaks, [i](Situation & t) -> auto& { return t.intake.diary[i].measured; });
    for (const auto& change : std::vector<std::function<void(Entry&)>>{
             [](Entry& e) { e.done.reset(); }, [](Entry& e) { e.pain.reset(); }, [](Entry& e) { e.logged.reset(); },
             [](Entry& e) { e.pause_until.reset(); }, [](Entry& e) { e.cleared_by.clear(); }}) {
      Situation less = s;
      change(less.intake.diary[i]);
      if (!(less.intake.diary[i] == s.intake.diary[i]) && breaks(less)) s = less;
    }
  }
  thin(
      s, breaks, [](Situation & t) -> auto& { return t.intake.diary; });
  thin_protocol(s, breaks);
  return s;
}

}  // namespace rehab_test
