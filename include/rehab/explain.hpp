// Why a plan says what it says: for each number of a day or of a week the way from the paper to the number.
//
//   rehab::Case intake{.protocol = "achilles-midportion-alfredson", .severity = rehab::Severity::moderate};
//   rehab::Result<rehab::Plan> plan = rehab::undated_plan(rehab::builtin_catalog(), intake);
//   rehab::Result<rehab::Explanation> why = rehab::explain_week(*plan, 3);
//   const rehab::ExplainedFigure& sets = why->phases[0].workouts[0].doses[0].figures[1];
//
//   sets.fact;        // Fact::sets
//   sets.value;       // Range 2..2
//   sets.origin;      // assumed: no source says it
//   sets.severities;  // severe: 3, in the same week of the phase
//   sets.weeks;       // weeks 1 to 2: 3; week 3: 2
//
// An explanation is a value: rows of numbers, and places in the plan that it holds. It is made from the plan's own doses and from
// what the planner prescribes to the other severities and in the other weeks, for the same equipment and tags. Texts are not in it;
// `explanation_text` and `explanation_json` write them.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rehab/api.h"
#include "rehab/diagnostic.hpp"
#include "rehab/plan.hpp"

namespace rehab {

// What a number is of, under its key in a protocol file, in the order of reading. The key carries the unit.
enum class Fact : std::uint8_t {
  // of a dose
  exercise,             // which one
  sets,                 // of repetitions or holds
  reps,                 // in a set
  hold_s,               // seconds of one hold
  duration_min,         // minutes
  as_tolerated,         // the source names no amount
  distance_m,           // metres of one repetition
  effort_percent,       // of full speed
  to_failure,           // until no clean repetition is left
  tempo_s,              // seconds of one repetition
  rest_s,               // seconds between sets or holds
  rest_between_reps_s,  // seconds
  side,                 // the injured leg or each
  order,                // which leg begins
  rungs,                // of its ladder, that are open
  load,                 // with what it is loaded
  // of the load of a dose
  start_kg,       // where it begins
  start_percent,  // the same, of one repetition maximum
  step_kg,        // one step
  step_percent,   // the same, of the load at the time
  step_days,      // at most one step in so many days
  max_kg,         // the most
  max_percent,    // the same, of one repetition maximum
  // of a workout
  times_per_day,             // sessions a day
  days_per_week,             // days with it
  min_hours_apart,           // between its sessions
  rest_between_exercises_s,  // seconds
  // of a phase
  weeks,            // its planned length, where the source counts weeks
  days,             // the same, where it counts days
  pain_max,         // the most pain allowed, 0 to 10
  pain_safe,        // up to this it is safe
  mornings,         // so many in a row above the starting level are a breach
  weekly_rise_max,  // of the week's worst
};
// clang-format off
inline constexpr std::array<std::string_view, 33> fact_names{
    "exercise", "sets", "reps", "hold_s", "duration_min", "as_tolerated", "distance_m", "effort_percent", "to_failure", "tempo_s",
    "rest_s", "rest_between_reps_s", "side", "order", "rungs", "load",
    "start_kg", "start_percent", "step_kg", "step_percent", "step_days", "max_kg", "max_percent",
    "times_per_day", "days_per_week", "min_hours_apart", "rest_between_exercises_s",
    "weeks", "days", "pain_max", "pain_safe", "mornings", "weekly_rise_max"};
// clang-format on
constexpr std::string_view name(Fact v) { return fact_names[static_cast<std::size_t>(v)]; }

// std::monostate: not stated. For `rungs` the range goes from the rung that is begun with to the last that is open.
using FactValue = std::variant<std::monostate, Range, double, bool, Tempo, LoadName, DoseSide, SideOrder, Index<Exercise>>;

// What another severity gets in the same week of the phase; one whose phase has no such week is not compared.
struct ForSeverity {
  Severity severity{};  // whose
  FactValue value;      // not stated: none for this severity

  friend bool operator==(const ForSeverity&, const ForSeverity&) = default;
};

// What some weeks of the phase in a row get.
struct ForWeeks {
  int first = 0, last = 0;  // 1-based, inclusive
  FactValue value;          // the same in all of them

  friend bool operator==(const ForWeeks&, const ForWeeks&) = default;
};

// A number, or a choice that is as good as one, with all that decides it.
struct ExplainedFigure {
  Fact fact{};                          // what it is of
  FactValue value;                      // not stated only where another severity or week has a number
  Origin origin;                        // where it comes from
  std::vector<ForSeverity> severities;  // only those that get something else
  std::vector<ForWeeks> weeks;          // all weeks of the phase; empty: the same in each

  friend bool operator==(const ExplainedFigure&, const ExplainedFigure&) = default;
};

// A dose with the way to each of its numbers.
struct ExplainedDose {
  std::uint32_t dose = 0;                    // into Plan::doses; the first of the part
  std::vector<ExplainedFigure> figures;      // by Fact; each that the plan states once
  std::vector<Fact> not_stated;              // that one would want to know and no source says
  std::optional<std::uint16_t> closed_rung;  // 1-based: the next one, which the protocol opens and this person cannot do
  // Into Plan::changes: what this dose took the place of, or lost, and why; and what the diary made of its load, rung or volume up
  // to the explained day. The figures are the protocol's; the dose of the plan holds what is to be done after these.
  std::vector<std::uint32_t> changes;
  std::vector<std::string> notes;  // of the authors
};

// A workout, as far as the explained day or week has it.
struct ExplainedWorkout {
  std::uint16_t workout = 0;             // index into the phase's workouts
  std::vector<std::uint32_t> sessions;   // into Plan::sessions
  std::vector<ExplainedFigure> figures;  // how often, how far apart, rests between exercises
  std::vector<ExplainedDose> doses;      // empty: nothing of it is left, or it is no day for it
  std::vector<Severity> not_for;         // play the phase, and do not have this workout in it
  std::vector<std::uint32_t> changes;    // into Plan::changes
  std::vector<std::string> notes;        // of the authors
};

// Weeks of a phase in which the explained numbers are the same.
struct ExplainedPhase {
  std::uint16_t span = 0;                  // index into Plan::phases
  int first_week = 0, last_week = 0;       // of the phase, 1-based, inclusive
  std::vector<ExplainedWorkout> workouts;  // in the order of the phase
  std::vector<ExplainedFigure> figures;    // its length, and how much pain is allowed
  std::vector<Severity> not_for;           // skip the phase
  std::vector<std::uint32_t> changes;      // into Plan::changes
  std::vector<std::string> notes;          // of the authors, on the phase
  std::vector<std::string> pain_notes;     // and on its pain rule
};

// A source that the explained numbers cite.
struct ExplainedSource {
  Index<Source> source;                 // always there
  std::vector<std::uint16_t> evidence;  // into Protocol::evidence: what this source found
};

// Where another severity is at the beginning of the explained week.
struct OtherCourse {
  Severity severity{};                 // which
  std::optional<std::uint16_t> phase;  // index into Protocol::phases; none: its plan is over
  int week_of_phase = 0;               // 1-based
};

// A day or a week without training.
struct NoTraining {
  // What keeps it free.
  enum class Why : std::uint8_t {
    before_start,  // the plan has not begun
    after_end,     // it is over
    away,          // the person is away, as the case says
    not_free,      // no free day for training
    rest,          // free, and the plan has no session on it
  } why{};
  std::optional<std::uint32_t> next;  // into Plan::sessions; none: no training follows
};
inline constexpr std::array<std::string_view, 5> no_training_names{"before-start", "after-end", "away", "not-free", "rest"};
constexpr std::string_view name(NoTraining::Why v) { return no_training_names[static_cast<std::size_t>(v)]; }

// A day or a week, explained. It holds the plan that its indices lead into.
struct Explanation {
  Plan plan;                                    // a copy of the one that was asked about
  std::optional<std::chrono::local_days> date;  // none: the whole week
  int week = 0;                                 // of the plan, 1-based; 0: the date is outside of the plan
  std::vector<ExplainedPhase> phases;           // by time
  std::vector<OtherCourse> others;              // by severity
  std::vector<ExplainedSource> sources;         // all that is cited, in the order of reading
  std::optional<NoTraining> no_training;        // none: there is training
};

// A plan that is nobody's, to look into a protocol: for the severity, equipment, tags and free days of the case, from some Monday
// on. Its days away and its zone do not count, and no clearance is asked for. It has no dates: the start of its case is
// `not_given`, and those that it holds mean nothing. Errors are those of `make_plan`.
REHAB_API Result<Plan> undated_plan(const Catalog& catalog, const Case& intake);
// Whether its dates mean something: an undated plan has none.
inline bool is_dated(const Plan& plan) { return plan.intake.start != not_given; }

// All training of a week of the plan, 1-based. Error, Area::intake: the plan has no such week.
REHAB_API Result<Explanation> explain_week(const Plan& plan, int week);

// The training of a day, inside of the plan or outside; on a day without any, why, and what comes next. Error, Area::intake: the
// plan has no dates.
REHAB_API Result<Explanation> explain_day(const Plan& plan, std::chrono::local_days date);

// For eyes, in the language of the plan's catalog. `width` in columns, 40 to 200, of which at most 100 are used; `color` is ANSI.
REHAB_API std::string explanation_text(const Explanation& explanation, int width = 80, bool color = false);

// As data.
REHAB_API std::string explanation_json(const Explanation& explanation);

}  // namespace rehab
