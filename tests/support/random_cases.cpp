#include "support/random_cases.hpp"

#include <algorithm>
#include <string>

namespace rehab_test {

namespace {

using namespace rehab;

int between(int low, int high) { return *rc::gen::inRange(low, high + 1); }
bool chance(int percent) { return between(1, 100) <= percent; }

Amount amount(int low, int high) {
  const auto range = [&] {
    const int a = between(low, high), b = between(low, high);
    return a < b && chance(30) ? Range{a, b} : Range{a, a};
  };
  Amount out;
  out.by_severity = chance(30);
  for (auto& weeks : out.weeks) {
    const int count = chance(30) ? between(1, 3) : 1;
    for (int i = 0; i < count; ++i) weeks.push_back(range());
    if (!out.by_severity) break;
  }
  return out;
}

Workout workout(int number, int others) {
  Workout out;
  out.id = "workout-" + std::to_string(number);
  out.title = "Workout";
  out.number = static_cast<std::uint8_t>(number);
  out.optional = chance(15);
  if (chance(15)) out.only = {static_cast<Severity>(between(0, 2))};
  for (std::size_t part = 0; part < part_names.size(); ++part) {
    if (chance(60)) out.at.push_back(static_cast<Part>(part));
  }
  if (out.at.empty()) out.at.push_back(Part::morning);
  if (chance(40)) std::reverse(out.at.begin(), out.at.end());
  out.times_per_day = amount(1, static_cast<int>(out.at.size()));
  out.days_per_week = amount(1, 7);
  if (chance(50)) out.min_hours_apart = between(1, 168);
  if (others > 1 && chance(30)) {
    const int other = between(0, others - 1);
    if (other != number) out.not_with.push_back(static_cast<std::uint8_t>(other));
  }
  if (chance(30)) out.level.value = static_cast<std::uint16_t>(between(0, 2));
  Dose dose;
  dose.exercises.push_back({static_cast<std::uint16_t>(between(0, 3))});
  dose.numbers.reps = amount(1, 100);
  dose.numbers.sets = amount(1, 10);
  dose.numbers.provenance.cite.value = 0;
  out.doses.push_back(dose);
  return out;
}

Phase phase(int number, int workouts) {
  Phase out;
  out.id = "phase-" + std::to_string(number);
  out.title = "Phase";
  BySeverity length;
  length.by_severity = chance(30);
  if (length.by_severity) {
    for (auto& days : length.numbers) {
      if (chance(80)) days = between(1, 20);
    }
  } else {
    length.numbers.fill(between(1, 20));
  }
  out.days = length;
  if (chance(20)) out.extra.push_back({{0}, between(1, 60), {}});
  const int count = between(1, 3);
  int next = between(0, workouts - 1);
  for (int i = 0; i < count && next < workouts; ++i, next += between(1, 2)) out.workouts.push_back(workout(next, workouts));
  return out;
}

CatalogData knowledge() {
  CatalogData data;
  Source source;
  source.id = "somebody-2000";
  data.sources.push_back(source);
  for (const char* id : {"step", "band"}) data.equipment.push_back({id, id});
  Tag tag;
  tag.id = "special";
  data.tags.push_back(tag);
  for (int i = 0; i < 4; ++i) {
    Exercise exercise;
    exercise.id = "exercise-" + std::to_string(i);
    exercise.title = "Exercise";
    if (i == 1) exercise.equipment = {{0}};
    if (i == 2) exercise.equipment = {{0}, {1}};
    if (i == 3) exercise.avoid = {{0}};
    data.exercises.push_back(exercise);
  }
  data.conditions.emplace_back().id = "condition";
  data.pain_rules.emplace_back().id = "rule";
  for (const int days : {0, 2, 3}) {
    DayLevel level;
    level.id = "level-" + std::to_string(days);
    level.recovery_days = days;
    data.levels.push_back(level);
  }
  return data;
}

Protocol protocol() {
  Protocol out;
  out.id = "random";
  out.version = "1.0.0";
  out.title = "Random";
  out.condition.value = 0;
  out.pain_rule.value = 0;
  out.away = chance(50) ? Protocol::Away::shift : Protocol::Away::drop;
  const int workouts = between(1, 6);
  const int phases = between(1, 4);
  for (int i = 0; i < phases; ++i) out.phases.push_back(phase(i, workouts));
  // At least one phase is for everybody, so that a plan is never empty of phases.
  out.phases.front().days->by_severity = false;
  out.phases.front().days->numbers.fill(between(1, 20));
  for (auto& offer : out.severity) offer.emplace().weeks = 12;
  if (chance(50)) {
    Substitute swap;
    swap.replaces.value = 2;
    swap.with.exercise.value = 0;
    swap.with.numbers.reps = amount(1, 5);
    out.instead.push_back(swap);
  }
  return out;
}

Case intake(const Protocol& protocol) {
  Case out;
  out.protocol = protocol.id;
  out.severity = static_cast<Severity>(between(0, 2));
  out.start = day(2026, 1, 1) + std::chrono::days{between(0, 3000)};
  Weekdays days;
  for (unsigned d = 0; d < 7; ++d) {
    if (chance(60)) days.insert(std::chrono::weekday{d});
  }
  if (days.empty()) days = Weekdays::all();
  out.days = days;
  for (auto& time : out.times) {
    if (chance(10)) time.reset();
  }
  if (std::none_of(out.times.begin(), out.times.end(), [](const auto& t) { return t.has_value(); })) out.times = usual_times;
  const int ranges = chance(50) ? between(0, 4) : 0;
  for (int i = 0; i < ranges; ++i) {
    const auto begin = out.start + std::chrono::days{between(-5, 90)};
    out.away.push_back({begin, begin + std::chrono::days{between(1, 20)}});
  }
  if (chance(50)) {
    out.equipment.emplace();
    for (const char* id : {"step", "band"}) {
      if (chance(50)) out.equipment->push_back(id);
    }
  }
  if (chance(30)) out.tags = {"special"};
  for (const Phase& phase : protocol.phases) {
    for (const Workout& workout : phase.workouts) {
      if (workout.optional && chance(50) && std::find(out.with.begin(), out.with.end(), workout.id) == out.with.end())
        out.with.push_back(workout.id);
    }
  }
  return out;
}

}  // namespace

Situation random_situation() {
  CatalogData data = knowledge();
  data.protocols.push_back(protocol());
  Situation out{Catalog(data), {}};
  out.intake = intake(out.catalog->protocols.front());
  return out;
}

}  // namespace rehab_test
