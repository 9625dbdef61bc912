#include "support/small_protocol.hpp"

#include <algorithm>

#include "export/dates.hpp"
#include "text/append.hpp"

namespace rehab_test {

using namespace rehab;

Amount just(int number) {
  Amount out;
  out.weeks[0] = {Range{number, number}};
  return out;
}

Small::Small() {
  data.sources.emplace_back().id = "somebody-2000";
  data.conditions.emplace_back().id = "condition";
  data.pain_rules.emplace_back().id = "rule";
  protocol.id = "small";
  protocol.version = "1.0.0";
  protocol.condition.value = protocol.pain_rule.value = 0;
  for (auto& offer : protocol.severity) offer.emplace().weeks = 12;
}

Index<Equipment> Small::equipment(const std::string& id) {
  data.equipment.push_back({id, id});
  return {static_cast<std::uint16_t>(data.equipment.size() - 1)};
}

Index<Tag> Small::tag(const std::string& id, bool clearance) {
  Tag& tag = data.tags.emplace_back();
  tag.id = id;
  tag.clearance = clearance;
  return {static_cast<std::uint16_t>(data.tags.size() - 1)};
}

Index<Exercise> Small::exercise(const std::string& id) {
  Exercise& exercise = data.exercises.emplace_back();
  exercise.id = exercise.title = id;
  exercise.kind = Exercise::Kind::strength;
  return {static_cast<std::uint16_t>(data.exercises.size() - 1)};
}

Phase& Small::phase(const std::string& id, int days) {
  Phase& phase = protocol.phases.emplace_back();
  phase.id = phase.title = id;
  phase.days.emplace().numbers.fill(days);
  return phase;
}

Workout& Small::workout(const std::string& id, std::vector<Part> at, int times_per_day, int days_per_week) {
  int number = 0;
  bool known = false;
  for (const Phase& phase : protocol.phases) {
    for (const Workout& other : phase.workouts) {
      if (known) continue;
      known = other.id == id;
      number = known ? other.number : std::max(number, other.number + 1);
    }
  }
  Workout& workout = protocol.phases.back().workouts.emplace_back();
  workout.id = workout.title = id;
  workout.number = static_cast<std::uint8_t>(number);
  workout.at = std::move(at);
  workout.times_per_day = just(times_per_day);
  workout.days_per_week = just(days_per_week);
  return workout;
}

Dose& Small::dose(Index<Exercise> exercise, int sets, int reps) {
  Dose& dose = protocol.phases.back().workouts.back().doses.emplace_back();
  dose.exercises = {exercise};
  dose.numbers.sets = just(sets);
  dose.numbers.reps = just(reps);
  dose.numbers.provenance.cite.value = 0;
  return dose;
}

Catalog Small::catalog() const {
  CatalogData all = data;
  all.protocols.push_back(protocol);
  return Catalog(all);
}

Case person() {
  Case out;
  out.protocol = "small";
  out.start = day(2026, 12, 1);
  return out;
}

std::string dates(const Plan& plan) {
  std::string out;
  for (const Session& session : plan.sessions) {
    if (!out.empty()) out += ", ";
    append_day(out, Words(), session.date);
  }
  return out;
}

std::string sessions(const Plan& plan) {
  std::string out;
  for (const Session& session : plan.sessions) {
    if (!out.empty()) out += "; ";
    append_day(out, Words(), session.date);
    out += ' ';
    text::append_time(out, session.time);
    for (const Workout& workout : plan.phase_of(plan.span_of(session)).workouts) {
      if ((plan.routine_of(session).workouts >> workout.number & 1) != 0) (out += ' ') += workout.id;
    }
  }
  return out;
}

std::vector<Change::Rule> rules(const Plan& plan) {
  std::vector<Change::Rule> out;
  for (const Change& change : plan.changes) out.push_back(change.rule);
  return out;
}

}  // namespace rehab_test
