#include "protocol/effective.hpp"

#include <algorithm>

namespace rehab::protocol {

namespace {

void take(Given<Amount>& into, const Amount& amount, const Provenance& from) {
  if (amount.stated()) into = {&amount, &from};
}

template <class T>
void take(Given<T>& into, const std::optional<T>& value, const Provenance& from) {
  if (value) into = {&*value, &from};
}

void take_all(EffectiveDose& dose, const DoseNumbers& numbers) {
  const Provenance& from = numbers.provenance;
  take(dose.sets, numbers.sets, from);
  take(dose.reps, numbers.reps, from);
  take(dose.hold_s, numbers.hold_s, from);
  take(dose.duration_min, numbers.duration_min, from);
  take(dose.distance_m, numbers.distance_m, from);
  take(dose.effort_percent, numbers.effort_percent, from);
  take(dose.rest_s, numbers.rest_s, from);
  take(dose.rest_between_reps_s, numbers.rest_between_reps_s, from);
  take(dose.tempo_s, numbers.tempo_s, from);
  take(dose.load, numbers.load, from);
  take(dose.side, numbers.side, from);
  take(dose.order, numbers.order, from);
  take(dose.to_failure, numbers.to_failure, from);
  take(dose.weekly_rise_max_percent, numbers.weekly_rise_max_percent, from);
  if (numbers.as_tolerated) dose.as_tolerated = {&numbers.as_tolerated, &from};
}

bool listed(const std::vector<std::string>& keys, std::string_view key) { return std::ranges::find(keys, key) != keys.end(); }

}  // namespace

int volumes(const DoseNumbers& numbers) {
  return (numbers.reps.stated() ? 1 : 0) + (numbers.hold_s.stated() ? 1 : 0) + (numbers.duration_min.stated() ? 1 : 0) +
         (numbers.as_tolerated ? 1 : 0);
}

EffectiveDose begin_dose(const DoseNumbers& numbers, Index<Exercise> exercise) {
  EffectiveDose dose;
  dose.exercise = exercise;
  take_all(dose, numbers);
  return dose;
}

void replace(EffectiveDose& dose, const PartialDose& partial) {
  if (volumes(partial.numbers) > 0) {
    dose.sets = dose.reps = dose.hold_s = dose.duration_min = dose.distance_m = {};
    dose.as_tolerated = {};
    if (partial.numbers.hold_s.stated()) dose.tempo_s = {};  // what is held still has no pace
  }
  dose.exercise = partial.exercise;
  take_all(dose, partial.numbers);
}

void complete(EffectiveDose& dose, const CatalogData& catalog, const Protocol& protocol) {
  const Exercise& exercise = catalog.exercises[dose.exercise.value];
  if (!dose.as_tolerated) {
    for (const Assumption& assumption : protocol.assume) {
      if (assumption.kind != exercise.kind) continue;
      if (!dose.tempo_s && assumption.tempo_s) dose.tempo_s = {&*assumption.tempo_s, nullptr};
      if (!dose.rest_s && assumption.rest_s.stated()) dose.rest_s = {&assumption.rest_s, nullptr};
      if (!dose.rest_between_reps_s && assumption.rest_between_reps_s.stated()) {
        dose.rest_between_reps_s = {&assumption.rest_between_reps_s, nullptr};
      }
      if (!dose.side && assumption.side) dose.side = {&*assumption.side, nullptr};
    }
  }
  if (exercise.legs == Exercise::Legs::two) {
    dose.side = {};
    dose.order = {};
  }
}

Origin origin_of(const CatalogData& catalog, const Provenance& provenance, std::string_view key) {
  if (!provenance.cite || listed(provenance.assumed, key)) return {};
  if (listed(provenance.needs_review, key)) return {provenance.cite, Confidence::unconfirmed};
  const bool second_hand =
      catalog.sources[provenance.cite.value].seen == Source::Seen::secondary || listed(provenance.secondary, key);
  return {provenance.cite, second_hand ? Confidence::secondary : Confidence::primary};
}

}  // namespace rehab::protocol
