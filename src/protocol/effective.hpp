// The numbers of one exercise as they count in the end: the workout's dose, what a rung of a ladder or a substitute replaces in it,
// then what the protocol assumes for its kind of exercise. Points into the protocol; copies nothing.
#pragma once

#include <array>
#include <string_view>

#include "rehab/catalog.hpp"
#include "rehab/knowledge.hpp"
#include "rehab/protocol.hpp"

namespace rehab::protocol {

// A value and the table it stands in; `from` is null for what [assume.*] says.
template <class T>
struct Given {
  const T* value = nullptr;
  const Provenance* from = nullptr;

  explicit operator bool() const { return value != nullptr; }
};

struct EffectiveDose {
  Index<Exercise> exercise;
  Given<Amount> sets, reps, hold_s, duration_min, distance_m, effort_percent, rest_s, rest_between_reps_s;
  Given<bool> as_tolerated;
  Given<Tempo> tempo_s;
  Given<LoadName> load;
  Given<DoseSide> side;
  Given<SideOrder> order;
  Given<bool> to_failure;
  Given<int> weekly_rise_max_percent;

  // How many of reps, hold_s, duration_min, as_tolerated: one, in a sound dose.
  int volumes() const { return (reps ? 1 : 0) + (hold_s ? 1 : 0) + (duration_min ? 1 : 0) + (as_tolerated ? 1 : 0); }
};

// A dose says how much in exactly one of these ways.
inline constexpr std::array<std::string_view, 4> volume_names{"reps", "hold_s", "duration_min", "as_tolerated"};

// How many of them are written.
int volumes(const DoseNumbers& numbers);

// Starts a dose with what its table says.
EffectiveDose begin_dose(const DoseNumbers& numbers, Index<Exercise> exercise);
// Replaces what `partial` names; one that names a volume replaces the whole volume.
void replace(EffectiveDose& dose, const PartialDose& partial);
// Fills in what is assumed for the exercise's kind, and drops the side of an exercise on two legs.
void complete(EffectiveDose& dose, const CatalogData& catalog, const Protocol& protocol);

// Where the value of `key` in a table with this provenance comes from.
Origin origin_of(const CatalogData& catalog, const Provenance& provenance, std::string_view key);

}  // namespace rehab::protocol
