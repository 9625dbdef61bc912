#include "explain/figures.hpp"

#include <algorithm>
#include <utility>

#include "export/references.hpp"
#include "protocol/effective.hpp"

namespace rehab::explain {
namespace {

using protocol::origin_of;

void add(Rows& rows, Fact fact, FactValue value, const Origin& origin) { rows.push_back({fact, std::move(value), origin, {}, {}}); }

void add(Rows& rows, Fact fact, const Figure& figure) {
  if (figure.value) add(rows, fact, *figure.value, figure.origin);
}

template <class T>
void add(Rows& rows, Fact fact, const std::optional<T>& value, const Origin& origin) {
  if (value) add(rows, fact, FactValue(*value), origin);
}

// A number of a table, under its own key.
void add(Rows& rows, Fact fact, std::optional<double> number, const Catalog& catalog, const Provenance& from) {
  if (number) add(rows, fact, *number, origin_of(*catalog, from, name(fact)));
}

void add(Rows& rows, Fact fact, std::optional<int> number, const Catalog& catalog, const Provenance& from) {
  if (number) add(rows, fact, Range{*number, *number}, origin_of(*catalog, from, name(fact)));
}

void add(Rows& rows, Fact fact, std::optional<Range> range, const Catalog& catalog, const Provenance& from) {
  if (range) add(rows, fact, *range, origin_of(*catalog, from, name(fact)));
}

// Whose idea it is to do this exercise here.
Origin origin_of_exercise(const DosePlace& place) {
  const CatalogData& catalog = *place.plan.catalog;
  const Dose& written = place.written();
  if (place.dose.instead_of) return place.dose.substitution;
  if (written.ladder) {
    const Provenance& rung = place.protocol().ladders[*written.ladder].rungs[place.dose.rung - 1u].numbers.provenance;
    return rung.cite ? origin_of(catalog, rung, "exercise") : origin_of(catalog, written.numbers.provenance, "ladder");
  }
  return origin_of(catalog, written.numbers.provenance, written.exercises.size() > 1 ? "each" : "exercise");
}

const Substitute* substitute_of(const Protocol& protocol, Index<Exercise> exercise) {
  const auto it = std::ranges::find(protocol.instead, exercise, &Substitute::replaces);
  return it == protocol.instead.end() ? nullptr : &*it;
}

// The substitutes on the way to what is done in the end.
std::vector<const Provenance*> substitutes_of(const DosePlace& place) {
  const Protocol& protocol = place.protocol();
  const PlannedDose& dose = place.dose;
  std::vector<const Provenance*> out;
  if (!dose.instead_of) return out;
  Index<Exercise> at = dose.ladder ? protocol.ladders[*dose.ladder].rungs[dose.rung - 1u].exercise : dose.instead_of;
  while (at != dose.exercise && out.size() <= protocol.instead.size()) {
    const Substitute* next = substitute_of(protocol, at);
    if (next == nullptr) return {};
    out.push_back(&next->with.numbers.provenance);
    at = next->with.exercise;
  }
  return out;
}

FactValue value_in(const Rows& rows, Fact fact) {
  const auto it = std::ranges::find(rows, fact, &ExplainedFigure::fact);
  return it == rows.end() ? FactValue{} : it->value;
}

// Rows of nothing say that the exercise is left out, and no word on its numbers.
bool tells(const Rows& rows, Fact fact) { return !rows.empty() || fact == Fact::exercise; }

std::vector<ForWeeks> through_the_weeks(const std::vector<Rows>& weeks, const ExplainedFigure& row) {
  std::vector<ForWeeks> out;
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    const int week = static_cast<int>(i) + 1;
    FactValue value = tells(weeks[i], row.fact) ? value_in(weeks[i], row.fact) : out.empty() ? row.value : out.back().value;
    if (!out.empty() && out.back().value == value) {
      out.back().last = week;
    } else {
      out.push_back({week, week, std::move(value)});
    }
  }
  if (out.size() == 1) out.clear();
  return out;
}

// What the others state, and these rows do not.
void add_missing(Rows& rows, const Rows& theirs) {
  for (const ExplainedFigure& row : theirs)
    if (std::ranges::find(rows, row.fact, &ExplainedFigure::fact) == rows.end()) add(rows, row.fact, FactValue{}, {});
}

}  // namespace

Rows rows_of(const DosePlace& place) {
  const PlannedDose& dose = place.dose;
  Rows rows;
  add(rows, Fact::exercise, dose.exercise, origin_of_exercise(place));
  add(rows, Fact::sets, dose.sets);
  add(rows, Fact::reps, dose.reps);
  add(rows, Fact::hold_s, dose.hold_s);
  add(rows, Fact::duration_min, dose.duration_min);
  if (dose.as_tolerated) add(rows, Fact::as_tolerated, true, dose.as_tolerated_origin);
  add(rows, Fact::distance_m, dose.distance_m);
  add(rows, Fact::effort_percent, dose.effort_percent);
  if (dose.to_failure) add(rows, Fact::to_failure, true, dose.to_failure_origin);
  add(rows, Fact::tempo_s, dose.tempo_s, dose.tempo_origin);
  add(rows, Fact::rest_s, dose.rest_s);
  add(rows, Fact::rest_between_reps_s, dose.rest_between_reps_s);
  add(rows, Fact::side, dose.side, dose.side_origin);
  add(rows, Fact::order, dose.order, dose.order_origin);
  if (dose.ladder) add(rows, Fact::rungs, Range{dose.rung, dose.last_rung}, dose.rungs_origin);
  add(rows, Fact::load, dose.load, dose.load_origin);
  return rows;
}

Rows load_rows_of(const DosePlace& place) {
  Rows rows;
  const Load* load = place.load();
  if (load == nullptr) return rows;
  const Catalog& catalog = place.plan.catalog;
  const Provenance& from = load->provenance;
  add(rows, Fact::start_kg, load->start_kg, catalog, from);
  add(rows, Fact::start_percent, load->start_percent, catalog, from);
  add(rows, Fact::step_kg, load->step_kg, catalog, from);
  add(rows, Fact::step_percent, load->step_percent, catalog, from);
  add(rows, Fact::step_days, load->step_days, catalog, from);
  add(rows, Fact::max_kg, load->max_kg, catalog, from);
  add(rows, Fact::max_percent, load->max_percent, catalog, from);
  return rows;
}

Rows rows_of(const Catalog& catalog, const Workout& workout, Severity severity, int week) {
  Rows rows;
  const Provenance& from = workout.provenance;
  add(rows, Fact::times_per_day, workout.times_per_day.at(severity, week), catalog, from);
  add(rows, Fact::days_per_week, workout.days_per_week.at(severity, week), catalog, from);
  add(rows, Fact::min_hours_apart, workout.min_hours_apart, catalog, from);
  add(rows, Fact::rest_between_exercises_s, workout.rest_between_exercises_s.at(severity, week), catalog, from);
  return rows;
}

Rows length_rows_of(const Catalog& catalog, const Phase& phase, Severity severity) {
  Rows rows;
  if (phase.weeks) add(rows, Fact::weeks, phase.weeks->at(severity), catalog, phase.provenance);
  if (phase.days) add(rows, Fact::days, phase.days->at(severity), catalog, phase.provenance);
  return rows;
}

Rows pain_rows_of(const Catalog& catalog, const Protocol& protocol, const Phase& phase, Severity severity, int week) {
  Rows rows;
  const std::optional<Range> most = phase.pain_max.at(severity, week);
  add(rows, Fact::pain_max, most, catalog, phase.provenance);
  const Index<PainRule> index = pain_rule_of(protocol, phase);
  if (!index) return rows;
  const PainRule& rule = catalog[index];
  if (!most) add(rows, Fact::pain_max, rule.pain_max, catalog, rule.provenance);
  add(rows, Fact::pain_safe, rule.pain_safe, catalog, rule.provenance);
  add(rows, Fact::mornings, rule.mornings, catalog, rule.provenance);
  add(rows, Fact::weekly_rise_max, rule.weekly_rise_max, catalog, rule.provenance);
  return rows;
}

std::vector<Fact> not_stated_in(const DosePlace& place) {
  const PlannedDose& dose = place.dose;
  const Exercise& exercise = place.plan.catalog[dose.exercise];
  using Kind = Exercise::Kind;
  const bool counted = dose.reps.value || dose.hold_s.value;
  const bool several = dose.sets.value && dose.sets.value->max > 1;
  const bool loaded = exercise.kind == Kind::strength || exercise.kind == Kind::isometric || exercise.kind == Kind::plyometric;
  std::vector<Fact> out;
  const auto want = [&out](bool wanted, bool stated, Fact fact) {
    if (wanted && !stated) out.push_back(fact);
  };
  want(counted, dose.sets.value.has_value(), Fact::sets);
  want(exercise.kind == Kind::strength && dose.reps.value, dose.tempo_s.has_value(), Fact::tempo_s);
  want(several, dose.rest_s.value.has_value(), Fact::rest_s);
  want(counted && exercise.legs == Exercise::Legs::one, dose.side.has_value(), Fact::side);
  want(counted && loaded, dose.load.has_value(), Fact::load);
  return out;
}

std::vector<const Provenance*> tables_of(const DosePlace& place) {
  std::vector<const Provenance*> out{&place.written().numbers.provenance};
  if (place.dose.ladder) {
    const Ladder& ladder = place.protocol().ladders[*place.dose.ladder];
    out.push_back(&ladder.provenance);
    out.push_back(&ladder.rungs[place.dose.rung - 1u].numbers.provenance);
  }
  for (const Provenance* table : substitutes_of(place)) out.push_back(table);
  if (const Load* load = place.load()) out.push_back(&load->provenance);
  return out;
}

void compare(Rows& rows, const std::array<std::optional<Rows>, severities.size()>& others, const std::vector<Rows>& weeks) {
  for (const std::optional<Rows>& theirs : others)
    if (theirs) add_missing(rows, *theirs);
  for (const Rows& week : weeks) add_missing(rows, week);
  std::ranges::sort(rows, {}, &ExplainedFigure::fact);
  for (ExplainedFigure& row : rows) {
    for (const Severity s : severities) {
      const std::optional<Rows>& theirs = others[static_cast<std::size_t>(s)];
      if (!theirs || !tells(*theirs, row.fact)) continue;
      if (FactValue value = value_in(*theirs, row.fact); value != row.value) row.severities.push_back({s, std::move(value)});
    }
    row.weeks = through_the_weeks(weeks, row);
  }
}

}  // namespace rehab::explain
