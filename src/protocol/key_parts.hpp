// Rows of the table of keys that several tables share; `Way` leads to the struct that holds them.
#pragma once

#include <array>

#include "protocol/key_makers.hpp"

namespace rehab::protocol {

template <auto... Way>
constexpr auto provenance_keys() {
  return std::array{
      reference<Way..., &Provenance::cite>("cite", Shelf::source,
                                           "the source of every number in this table that no list below names"),
      key<Way..., &Provenance::secondary>("secondary", Type::key_names, "keys seen only in a text that names the source"),
      key<Way..., &Provenance::needs_review>("needs_review", Type::key_names,
                                             "keys seen in no text, or on which texts disagree; `note` says what is open"),
      key<Way..., &Provenance::assumed>("assumed", Type::key_names, "keys that are ours; no source says them"),
      fixed(key<Way..., &Provenance::note>("note", Type::text, "for clinicians and reviewers; never printed for the patient")),
  };
}

template <auto... Way>
constexpr auto criterion_keys() {
  return std::array{
      required(
          reference<Way..., &Criterion::measure>("measure", Shelf::measure, "what is measured; a yes-no measure alone means yes")),
      sourced(number<Way..., &Criterion::min>("min", -999, 999, "at least")),
      sourced(number<Way..., &Criterion::max>("max", -999, 999, "at most")),
      sourced(whole<Way..., &Criterion::symmetry_percent>("symmetry_percent", 50, 100,
                                                          "the injured side, of the other; not applied when both are injured")),
      sourced(whole<Way..., &Criterion::norm_percent>(
          "norm_percent", 10, 150, "of the norm for age and sex, in place of `min`; `min` counts where either is unknown")),
      sourced(whole<Way..., &Criterion::change_max>(
          "change_max", -10, 10, "at most so far above the starting level; a negative one is not applied to a start of 0")),
      sourced(whole<Way..., &Criterion::change_min>("change_min", -50, 50, "at least so far above the starting level")),
      sourced(whole<Way..., &Criterion::change_percent_max>("change_percent_max", -100, 100,
                                                            "as change_max, in per cent of the starting level")),
      sourced(whole<Way..., &Criterion::weekly_change_max>("weekly_change_max", -10, 10,
                                                           "this week's worst, at most so far above last week's")),
      sourced(whole<Way..., &Criterion::pain_max>("pain_max", 0, 10, "the test counts only up to this pain")),
      sourced(bounded<Way..., &Criterion::for_days>("for_days", Type::by_severity, 1, 84, "so many days in a row")),
      sourced(whole<Way..., &Criterion::for_sessions>("for_sessions", 1, 20, "so many sessions in a row")),
      key<Way..., &Criterion::workout>("workout", Type::workout, "only sessions of this workout, and the mornings after them"),
  };
}

template <auto... Way>
constexpr auto number_keys() {
  return std::array{
      sourced(amount<Way..., &DoseNumbers::sets>("sets", 1, 10, "absent: one")),
      sourced(amount<Way..., &DoseNumbers::reps>("reps", 1, 100, "repetitions in a set")),
      sourced(amount<Way..., &DoseNumbers::hold_s>("hold_s", 1, 600, "stay still so long; `sets` then counts the holds")),
      sourced(amount<Way..., &DoseNumbers::duration_min>("duration_min", 1, 120, "keep moving so long")),
      key<Way..., &DoseNumbers::as_tolerated>("as_tolerated", Type::yes, "the source names the exercise and no amount"),
      sourced(amount<Way..., &DoseNumbers::distance_m>("distance_m", 5, 5000, "of one repetition")),
      sourced(amount<Way..., &DoseNumbers::effort_percent>("effort_percent", 10, 100, "of full speed")),
      sourced(key<Way..., &DoseNumbers::tempo_s>("tempo_s", Type::tempo,
                                                 "seconds of one repetition: lift, hold, lower (rolling: pass)")),
      sourced(amount<Way..., &DoseNumbers::rest_s>("rest_s", 0, 600, "between sets or holds")),
      sourced(amount<Way..., &DoseNumbers::rest_between_reps_s>("rest_between_reps_s", 0, 120, "between repetitions")),
      sourced(key<Way..., &DoseNumbers::load>(
          "load", Type::load, "`bodyweight`, `rm` (the weight that allows just these reps) or a `[load.*]` of the file")),
      sourced(choice<Way..., &DoseNumbers::side>("side", dose_side_names,
                                                 "the injured leg only, or each in turn; for exercises on one leg")),
      sourced(choice<Way..., &DoseNumbers::order>("order", side_order_names, "for side = each")),
      key<Way..., &DoseNumbers::to_failure>("to_failure", Type::boolean, "until no clean repetition is left; absent: never"),
      sourced(whole<Way..., &DoseNumbers::weekly_rise_max_percent>(
          "weekly_rise_max_percent", 1, 100, "sets × reps × distance may grow at most so much from week to week")),
  };
}

// `schema` goes nowhere: that it is 1 is all there is to know.
constexpr Key schema_key() {
  Key k;
  k.name = "schema";
  k.type = Type::whole;
  k.low = k.high = 1;
  k.required = true;
  k.meaning = "version of this language";
  k.read = [](Reader& reader, const document::Node& node, const Key& self, void*) {
    int version = 0;
    reader.value(node, self, version);
  };
  return k;
}

}  // namespace rehab::protocol
