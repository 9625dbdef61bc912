// A plan: one protocol, dated, for one case.
//
//   rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, intake);
//   for (const rehab::Session& session : plan->sessions)
//     for (const rehab::PlannedDose& dose : plan->doses_of(session)) ...
//
// A plan is flat: sessions are small rows, their content is a Routine shared by all sessions of the same week with the same
// workouts, and doses lie in one vector. It is a value of its inputs: the same catalog and case give an equal plan everywhere.
// Texts are not in it; `exporters` write them from the catalog that the plan holds.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rehab/case.hpp"
#include "rehab/catalog.hpp"
#include "rehab/diagnostic.hpp"
#include "rehab/zone.hpp"

namespace rehab {

using Uuid = std::array<std::uint8_t, 16>;

// A number of a dose with its origin; without a value the source does not say.
struct Figure {
  std::optional<Range> value;
  Origin origin;

  friend bool operator==(const Figure&, const Figure&) = default;
};

// One exercise of a routine, for this person in this week.
struct PlannedDose {
  Index<Exercise> exercise;
  Index<Exercise> instead_of;  // none: it is the protocol's own
  Origin substitution;         // of the exchange, where there is one
  std::uint16_t workout = 0;   // index into the phase's workouts
  std::uint16_t dose = 0;      // index into that workout's doses
  Figure sets, reps, hold_s, duration_min, distance_m, effort_percent, rest_s, rest_between_reps_s;
  bool as_tolerated = false;  // the source names no amount
  Origin as_tolerated_origin;
  std::optional<Tempo> tempo_s;
  Origin tempo_origin;
  std::optional<LoadName> load;
  Origin load_origin;
  std::optional<DoseSide> side;  // none for exercises on two legs
  Origin side_origin;
  std::optional<SideOrder> order;
  Origin order_origin;
  bool to_failure = false;
  Origin to_failure_origin;
  // For a dose on a ladder: the rung it starts on and the last that is open, 1-based.
  std::optional<std::uint16_t> ladder;  // index into Protocol::ladders
  std::uint16_t rung = 0, last_rung = 0;
  Origin rungs_origin;  // of which rungs are open
  Index<Source> cite;   // the dose as a whole

  friend bool operator==(const PlannedDose&, const PlannedDose&) = default;
};

// What is done in a session.
struct Routine {
  std::uint16_t phase = 0;          // index into Plan::phases
  std::uint16_t week = 0;           // of the plan, 1-based, counted in days of phases
  std::uint16_t week_of_phase = 0;  // 1-based
  std::uint64_t workouts = 0;       // bit i: Workout::number i
  std::uint32_t first_dose = 0;     // into Plan::doses
  std::uint32_t doses = 0;          // how many
  std::chrono::minutes length{};    // an estimate for the calendar, not a dose
  Figure pain_max;                  // the most pain allowed; no value: only limits count

  friend bool operator==(const Routine&, const Routine&) = default;
};

// A routine at a date and time.
struct Session {
  std::chrono::local_days date{};
  std::chrono::minutes time{};     // since local midnight, where the clocks show it (moved out of a clock-change gap)
  std::chrono::sys_seconds utc{};  // the same instant; without a zone, as if the zone were UTC
  Part part{};
  std::uint16_t ordinal = 0;  // how many sessions this visit of the phase had in this part before
  std::uint32_t routine = 0;  // into Plan::routines

  friend bool operator==(const Session&, const Session&) = default;
};

// A phase on the calendar.
struct PhaseSpan {
  std::uint16_t phase = 0;  // index into Protocol::phases
  std::uint16_t visit = 1;  // how often the phase was entered
  DayRange days;
  int planned = 0, shortest = 0, longest = 0;  // in days of the phase

  friend bool operator==(const PhaseSpan&, const PhaseSpan&) = default;
};

// A decision of the planner that differs from the protocol's plain letter, or that the person should know.
struct Change {
  enum class Rule : std::uint8_t {
    fewer_days,         // `workout` gets `given` days a week, not `asked`: too few free days that keep its rest
    fewer_times,        // `workout` gets `given` times a day, not `asked`: the person has no more parts of the day
    placed_once,        // `workout` would never have fallen into a short phase and was placed on one day
    never_placed,       // `workout` found no day in the phase
    rest_kept,          // `workout` was left out `given` times, first on `date`: it would break rest between sessions
    away_dropped,       // `given` sessions of the phase fall into days away and are left out
    away_moved,         // days away move the rest of the phase by `given` days
    equipment_swapped,  // `exercise` became `other`: equipment is missing
    equipment_dropped,  // `exercise` is left out: equipment is missing
    load_dropped,       // `exercise` is done without its load: equipment is missing
    tag_swapped,        // `exercise` became `other`: a tag forbids it
    tag_dropped,        // `exercise` is left out: a tag forbids it
    phase_longer,       // the phase is `given` days longer for a tag
    phase_cut,          // the phase is `given` days long, not `asked`: a plan has at most twelve weeks
    gap_moved,          // the session of `date` moves to the end of a clock-change gap
    doubled_first,      // the session of `date` is at the first of two equal clock times
  } rule{};
  std::chrono::local_days date{};
  std::uint16_t phase = 0;               // index into Plan::phases
  std::optional<std::uint16_t> workout;  // index into the phase's workouts
  Index<Exercise> exercise, other;
  Index<Tag> tag;
  int asked = 0, given = 0;
  Origin origin;  // of the rule

  friend bool operator==(const Change&, const Change&) = default;
};

struct Plan {
  Catalog catalog;
  std::uint16_t protocol_index = 0;
  Case intake;
  Uuid id{};         // from the case's own id and the protocol, or a hash of the protocol and the intake
  int revision = 0;  // how many diary entries were known
  int weeks = 0;     // planned, 2 to 12
  DayRange days;     // the first day to the day after the last
  std::vector<PhaseSpan> phases;
  std::vector<PlannedDose> doses;
  std::vector<Routine> routines;
  std::vector<Session> sessions;                 // by time
  std::vector<Change> changes;                   // by date, then phase, rule, workout, exercise
  std::vector<std::chrono::local_days> reviews;  // a clinician looks on these days
  ZoneClock clock;

  const Protocol& protocol() const { return catalog->protocols[protocol_index]; }
  const Phase& phase_of(const PhaseSpan& span) const { return protocol().phases[span.phase]; }
  const Routine& routine_of(const Session& session) const { return routines[session.routine]; }
  const PhaseSpan& span_of(const Session& session) const { return phases[routine_of(session).phase]; }
  std::span<const PlannedDose> doses_of(const Routine& routine) const {
    return std::span(doses).subspan(routine.first_dose, routine.doses);
  }
  std::span<const PlannedDose> doses_of(const Session& session) const { return doses_of(routine_of(session)); }
};

// Makes the plan. Errors: Area::intake for what the case asks and cannot have (no free day, a start before 1970, an unknown id …),
// Area::refused for what needs a clinician (a red flag, a tag, a missing clearance, a severity that is referred), Area::environment
// for time zones. Every error is reported, not the first.
Result<Plan> make_plan(const Catalog& catalog, const Case& intake);

// The same into a plan that is reused; true if it succeeded, else `out` is unspecified but valid. Allocates nothing once `out` has
// held a plan of this size.
bool make_plan(const Catalog& catalog, const Case& intake, Plan& out, std::vector<Diagnostic>& diagnostics);

// The lasting identity of a session: a UUID (version 5) of the plan's id and its place in the protocol (phase, visit, part,
// ordinal), never of its date. A session that moves keeps it.
Uuid identity(const Plan& plan, const Session& session);

}  // namespace rehab
