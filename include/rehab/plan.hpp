// A plan: one protocol, dated, for one case.
//
//   rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, intake);
//   for (const rehab::Session& session : plan->sessions)
//     for (const rehab::PlannedDose& dose : plan->doses_of(session))
//       if (dose.reps.value) std::cout << plan->catalog[dose.exercise].title << ": " << dose.reps.value->max << " repetitions\n";
//
// A plan is flat: sessions are small rows, their content is a Routine shared by all sessions of the same week with the same
// workouts, and doses lie in one vector. Rows refer to each other by index, and each comment says into what: a Session leads to its
// Routine, a Routine to its doses and its PhaseSpan, a PhaseSpan to the Phase of the protocol. Beware of two kinds of phases: an
// index into Plan::phases is a visit on the calendar, one into Protocol::phases is what the paper prescribes. The members of Plan
// follow these ways.
//
// A plan owns all that is in it but the texts, and holds a copy of the catalog that has them: it may be copied, moved and kept
// longer than what it was made from. References into it live until it is changed. It is a value of its inputs: the same catalog and
// case give an equal plan everywhere. Texts are not in it; `exporters` write them from the catalog that the plan holds.
//
// The plan follows the diary of its case. Up to `as_of` it is lived: what happened there decides, and what was not reported is
// unknown. After it the plan projects: what is not known is taken to go as planned. An entry acts on slots after the one at which
// it became known, never on earlier ones; so nothing up to `as_of` ever changes, and planning again as of an earlier slot gives
// that earlier revision again, to the byte.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rehab/api.h"
#include "rehab/case.hpp"
#include "rehab/catalog.hpp"
#include "rehab/diagnostic.hpp"
#include "rehab/log.hpp"
#include "rehab/zone.hpp"

namespace rehab {

// 16 octets of a UUID in the order in which it is written.
using Uuid = std::array<std::uint8_t, 16>;

// A number of a dose with its origin; without a value the source does not say.
struct Figure {
  std::optional<Range> value;  // in the unit of the field that holds it
  Origin origin;               // of the value; it means nothing without one

  friend bool operator==(const Figure&, const Figure&) = default;
};

// One exercise of a routine, for this person in this week.
struct PlannedDose {
  Index<Exercise> exercise;    // always there
  Index<Exercise> instead_of;  // none: it is the protocol's own
  Origin substitution;         // of the exchange, where there is one
  std::uint16_t workout = 0;   // index into the phase's workouts
  std::uint16_t dose = 0;      // index into that workout's doses
  // How much, in one way of four (reps, hold_s, duration_min, as_tolerated), and how. It is what is to be done, after the diary.
  Figure sets;                          // of repetitions or holds; no value: one
  Figure reps;                          // in a set
  Figure hold_s;                        // seconds to stay still; `sets` counts the holds
  Figure duration_min;                  // minutes to keep moving
  Figure distance_m;                    // metres of one repetition
  Figure effort_percent;                // of full speed
  Figure rest_s;                        // seconds between sets or holds
  Figure rest_between_reps_s;           // seconds
  bool as_tolerated = false;            // the source names no amount
  Origin as_tolerated_origin;           // who says so
  std::optional<Tempo> tempo_s;         // seconds of one repetition; none: not stated
  Origin tempo_origin;                  // of the tempo
  std::optional<LoadName> load;         // none: not stated, or its equipment is missing
  Origin load_origin;                   // of the choice of a load
  std::optional<DoseSide> side;         // none for exercises on two legs
  Origin side_origin;                   // of the side
  std::optional<SideOrder> order;       // which leg begins; none: not stated
  Origin order_origin;                  // of the order
  bool to_failure = false;              // until no clean repetition is left
  Origin to_failure_origin;             // of this
  std::optional<std::uint16_t> ladder;  // index into Protocol::ladders; none: the dose is not on one
  std::uint16_t rung = 0;               // on a ladder: the rung to be on, 1-based; else 0
  std::uint16_t last_rung = 0;          // on a ladder: the last that is open and possible, 1-based; else 0
  // What the diary made of it. `sets`, `reps` and the like are as they are to be done, after this.
  std::uint8_t volume_percent = 100;  // of the protocol's, sets first
  std::int16_t load_steps = 0;        // above (below: negative) the load that the person began with
  std::optional<double> load_now;  // today's load in the load's own unit (kg, per cent of one maximum), where its start is stated

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
  std::uint16_t standing = 0;       // how often loads, rungs and volumes had changed before; tells routines of one week apart
  std::uint32_t first_dose = 0;     // into Plan::doses
  std::uint32_t doses = 0;          // how many
  std::chrono::minutes length{};    // an estimate for the calendar, not a dose
  Figure pain_max;                  // the most pain allowed; no value: only limits count

  friend bool operator==(const Routine&, const Routine&) = default;
};

// A routine at a date and time.
struct Session {
  std::chrono::local_days date{};  // on the clock of the zone
  std::chrono::minutes time{};     // since local midnight, where the clocks show it (moved out of a clock-change gap)
  std::chrono::sys_seconds utc{};  // the same instant; without a zone, as if the zone were UTC
  Part part{};                     // of the day, as planned; the clock may have moved it
  std::uint16_t ordinal = 0;       // how many sessions this visit of the phase had in this part before
  std::uint32_t routine = 0;       // into Plan::routines
  std::optional<Done> done;        // as reported by now; none: not reported
  std::optional<int> pain;         // the same, 0 to 10

  friend bool operator==(const Session&, const Session&) = default;
};

// A phase on the calendar.
struct PhaseSpan {
  std::uint16_t phase = 0;                     // index into Protocol::phases
  std::uint16_t visit = 1;                     // how often the phase was entered
  DayRange days;                               // from its first day to the day after its last
  int planned = 0, shortest = 0, longest = 0;  // in days of the phase, of this visit
  // The day after the last, if from now on everything goes at its shortest, or at its longest; `days.end` is projected. For what is
  // over all three are the same.
  std::chrono::local_days earliest_end{}, latest_end{};

  friend bool operator==(const PhaseSpan&, const PhaseSpan&) = default;
};

// A decision of the planner that differs from the protocol's plain letter, or that the person should know.
struct Change {
  // What was decided. The fields that a rule names here hold its particulars.
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
    gap_moved,  // the session of `date` moves to the end of a clock-change gap, from `asked` to `given` (minutes since midnight)
    doubled_first,  // the session of `date` is at the first of two equal clock times, `given`
    // What the diary decided; `cause`, `seen`, `measure`, `value` and `bound` say on what ground.
    held,             // the phase goes on for `given` days: a criterion is not met
    moved_on,         // the phase ends `given` days before its planned end: all that it asks is met
    stepped_back,     // the phase before begins again
    restarted,        // the phase begins again after `given` days of rest; with `workouts`, only these do
    week_repeated,    // the week comes again
    day_repeated,     // the day comes again: its session was missed
    load_lowered,     // the load of `exercise`, by `given` steps
    rung_lowered,     // from rung `asked` to rung `given` of `ladder`
    volume_lowered,   // of `exercise`, or of `ladder`: from `asked` to `given` per cent
    load_returned,    // one step back up, never above what it was before it was lowered
    rung_returned,    // the same
    volume_returned,  // the same
    load_raised,      // the load of `exercise` by a step, to step `given`: its rule is met
    rung_raised,      // from rung `asked` to rung `given` of `ladder`: its rule is met
    rested,           // `workouts` rest for `given` hours from `seen` on
    paused,           // no sessions for `given` days
    ramped,           // after `asked` days off the volume begins at `given` per cent
    clinician_asked,  // a clinician should look; the plan goes on
    stopped,          // no sessions until a clinician has cleared it
    cleared,          // a clinician has; the phase begins again
    cut_short,        // twelve weeks (or a year with all days off) are used up before the last phase is over
    ended_unmet,      // the phase has reached its longest and a criterion is not met; the plan ends with a review
    entry_outside,    // `given` diary entries lie after the last day; they are kept and change nothing
  } rule{};
  // Why the diary decided so.
  enum class Cause : std::uint8_t {
    none,         // it was decided when the plan was made
    pain,         // above the most that is allowed
    mornings,     // so many in a row above the starting level
    weekly_rise,  // above last week's
    limit,        // `limit` is broken
    criterion,    // measured; met or not, as the rule says
    unknown,      // a criterion that must be measured was not
    missed,       // a session was not done
    red_flag,     // `red_flag`
    failures,     // so many breaches in one visit of the phase: `given`
    clearance,    // a clinician has cleared it
    pause,        // Entry::pause_until
    days_off,     // days in a row without training
    clean_week,   // a week without a breach
    capacity,     // no days are left
  } cause = Cause::none;
  std::chrono::local_days date{};        // the day that it is told under
  std::uint16_t phase = 0;               // index into Plan::phases
  std::optional<std::uint16_t> workout;  // index into the phase's workouts
  Index<Exercise> exercise;              // of which it is said; none: of no single one
  Index<Exercise> other;                 // what it became
  Index<Tag> tag;                        // that forbids or asks for it
  int asked = 0;                         // what was asked for, or was before, as the rule says
  int given = 0;                         // what it got, or became
  Origin origin;                         // of the rule
  Moment seen{};                         // of the entry (or the day's beginning) that decided
  Index<Measure> measure;                // none: pain, or no measure at all
  std::optional<double> value, bound;    // what was found, and what was asked for
  std::optional<std::uint16_t> ladder;   // index into Protocol::ladders
  std::optional<std::uint16_t> limit;    // for limit_of
  Index<RedFlag> red_flag;               // none: no red flag
  std::uint64_t workouts = 0;            // bit i: Workout::number i

  friend bool operator==(const Change&, const Change&) = default;
};

// How far one exercise, or one ladder, is from where the protocol begins. What was lowered comes back notch by notch, the last kind
// first: the volume, then the rung, then the load.
struct Standing {
  Index<Exercise> exercise;               // as the protocol names it, before any substitute; none: it is a ladder
  std::optional<std::uint16_t> ladder;    // index into Protocol::ladders
  std::optional<std::uint16_t> load;      // of an exercise: index into Protocol::loads
  int load_raised = 0, load_lowered = 0;  // steps
  int rung = 0;                           // the highest that was reached, 1-based; 0: where the phase begins
  int rungs_lowered = 0;                  // rungs that were taken back
  int volume_lowered = 0;                 // times that a part was taken of the volume
  int volume_part = 100;                  // that part, in per cent: the smallest of the pain rules that took it
  std::uint16_t changed = 0;              // Routine::standing of the first routine that has this

  friend bool operator==(const Standing&, const Standing&) = default;
};

// What the diary has shown of one measure.
struct MeasureRecord {
  std::optional<double> first, latest;  // `first` is the starting level that changes are counted from
  std::optional<double> other;          // the other leg's, of the latest
  Moment first_seen{}, latest_seen{};   // when these were seen
  // The worst of a week of the plan (seven days from its start), 0-based, for the three newest weeks: of week w in [w % 3].
  std::array<std::optional<double>, 3> worst{};
  std::array<int, 3> week{-1, -1, -1};  // which week that is; -1: none
  std::uint32_t answer = 0;             // number of the group of entries that spoke of it last, 1-based; 0: none did
  double said = 0;                      // what that group said
  std::optional<double> said_other;     // and of the other leg
  Moment said_at{};                     // and when

  friend bool operator==(const MeasureRecord&, const MeasureRecord&) = default;
};

// What the diary has shown of one criterion; for those of a phase, in its present visit.
struct CriterionRecord {
  bool measured = false, met = false;                                 // the latest answer
  Moment seen{};                                                      // of the latest answer
  std::optional<double> value;                                        // what was found then
  int days = 0, sessions = 0;                                         // met in a row
  int broken_sessions = 0;                                            // not met in a row
  std::optional<std::chrono::local_days> broken_since, broken_until;  // the first and the last of these
  std::optional<std::chrono::local_days> last_day;                    // that counted
  std::optional<std::chrono::local_days> acted;                       // of a load's first: when the load rose last

  friend bool operator==(const CriterionRecord&, const CriterionRecord&) = default;
};

// One protocol, dated, for one case.
struct Plan {
  Catalog catalog;                   // that it was made with, and whose language it speaks
  std::uint16_t protocol_index = 0;  // into CatalogData::protocols
  Case intake;                       // a copy of the case
  Uuid id{};                         // from the case's own id and the protocol, or a hash of the protocol and the intake
  // How the plan ends: as the protocol says (Protocol::end, which may ask for a review too), with a review because of what the
  // diary showed, or in a stop that nobody has cleared.
  enum class Ending : std::uint8_t {
    proceed,  // Protocol::after says how it goes on
    review,   // a clinician looks
    stopped,  // no session until a clinician has cleared it
  } ending{};
  std::optional<Moment> as_of;                   // the last lived slot; none: nothing was lived
  int revision = 0;                              // how many diary entries were known
  int weeks = 0;                                 // planned, 2 to 12; 0: stopped before its first day
  DayRange days;                                 // the first day to the day after the last
  std::vector<PhaseSpan> phases;                 // visits of phases, by time
  std::vector<PlannedDose> doses;                // of one routine after the other
  std::vector<Routine> routines;                 // in the order in which they first come
  std::vector<Session> sessions;                 // by time
  std::vector<Change> changes;                   // by date, then phase, rule, workout, exercise
  std::vector<std::chrono::local_days> reviews;  // a clinician looks on these days
  std::vector<std::uint32_t> known;              // indices into intake.diary, in the order in which entries became known
  // By the end of the plan; empty where no entry is known.
  std::vector<MeasureRecord> measures;    // of each of the catalog's measures
  std::vector<CriterionRecord> criteria;  // in the order of `criterion_number`
  std::vector<Standing> standings;        // of what is not as the protocol begins

  ZoneClock clock;  // of the case's zone; without a zone it is empty

  // The protocol that it was made from.
  const Protocol& protocol() const { return catalog->protocols[protocol_index]; }
  // What the protocol says of a visit's phase.
  const Phase& phase_of(const PhaseSpan& span) const { return protocol().phases[span.phase]; }
  // What is done in a session of this plan.
  const Routine& routine_of(const Session& session) const { return routines[session.routine]; }
  // The visit of a phase that a session of this plan belongs to.
  const PhaseSpan& span_of(const Session& session) const { return phases[routine_of(session).phase]; }
  // The doses of a routine or a session of this plan, in the order of doing, for as long as the plan is not changed:
  std::span<const PlannedDose> doses_of(const Routine& routine) const {
    return std::span(doses).subspan(routine.first_dose, routine.doses);
  }
  std::span<const PlannedDose> doses_of(const Session& session) const { return doses_of(routine_of(session)); }
};

// The limit that Change::limit names: the protocol's, then those of the phases, then those of the ladders, counted through. There
// must be one of this number.
//
//   if (change.limit) std::cout << rehab::limit_of(plan->protocol(), *change.limit).say;
REHAB_API const Limit& limit_of(const Protocol& protocol, std::uint16_t limit);

// The place of a criterion in `Plan::criteria`; it must be one of the protocol's own objects: of its limits, of a phase's limits,
// move_on or enter, of a ladder's up_when or limits, of a load's step_when.
REHAB_API std::size_t criterion_number(const Protocol& protocol, const Criterion& criterion);

// Makes the plan as of `as_of`, by default the last slot at which an entry became known; entries that became known later are left
// out. Errors: Area::intake for what the case asks and cannot have (no free day, a start before 1970, an unknown id …),
// Area::refused for what needs a clinician (a red flag, a tag, a missing clearance, a severity that is referred), Area::environment
// for time zones. Every error is reported, not the first. Warnings, beside a plan, tell of a case that leaves little of the
// protocol. Tells `log` of "sessions planned" and "changes". It takes microseconds without a diary; a diary costs what it is long.
REHAB_API Result<Plan> make_plan(const Catalog& catalog, const Case& intake, std::optional<Moment> as_of = {}, const Log& log = {});

// The same into a plan that is reused; true if it succeeded, else `out` is unspecified but valid. Allocates nothing once `out` has
// held a plan of this size.
REHAB_API bool make_plan(const Catalog& catalog, const Case& intake, Plan& out, std::vector<Diagnostic>& diagnostics,
                         std::optional<Moment> as_of = {});

// The lasting identity of a session: a UUID (version 5) of the plan's id and its place in the protocol (phase, visit, part,
// ordinal), never of its date. A session that moves keeps it. It is the UID of its event in a calendar. The session must be one of
// the plan's. With an id in the case it outlives changes of the case too (other times, days away), so that what an app keeps
// beside a session is found again:
//
//   std::map<rehab::Uuid, bool> reminded;
//   for (const rehab::Session& session : plan->sessions) reminded[rehab::identity(*plan, session)];
REHAB_API Uuid identity(const Plan& plan, const Session& session);

// A session that an earlier revision of the plan had and this one has not.
struct Withdrawn {
  Uuid id{};                      // identity() in the plan that had it
  Session session;                // as it stood last; `routine` means nothing here
  std::uint16_t phase = 0;        // index into Protocol::phases
  std::uint64_t workouts = 0;     // those of which something was to be done; bit i: Workout::number i
  std::chrono::minutes length{};  // of its routine
  int revision = 0;               // the last that had it

  friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
};

// All sessions of all earlier revisions that the plan as of `as_of` no longer has, by time, then id: what a calendar must cancel.
// There is a revision for every slot at which an entry became known, and one before the first, and all of them are planned again:
// it costs as many plans, and nothing has to be kept. Only a calendar that was exported before needs it. Errors are those of
// `make_plan`.
//
//   rehab::Result<std::vector<rehab::Withdrawn>> gone = rehab::withdrawn(catalog, intake);
//   rehab::ExportOptions options;
//   if (gone) options.withdrawn = *gone;
//   rehab::Result<std::string> calendar = rehab::export_plan(*plan, "ics", options);
REHAB_API Result<std::vector<Withdrawn>> withdrawn(const Catalog& catalog, const Case& intake, std::optional<Moment> as_of = {});

}  // namespace rehab
