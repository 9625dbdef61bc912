// A protocol: what a paper or a document prescribes, phase by phase, every number with its origin.
//
// The structs below are the transcription of one protocol file, key by key; the language is described in README.md ("Write a
// protocol"), every key with its bounds in protocols/LANGUAGE.md. They are filled by `read_catalog`, checked, and never change
// afterwards, so what is said here of bounds and of "exactly one" holds in every catalog that was read.
//
//   for (const rehab::Phase& phase : protocol.phases)
//     if (auto days = rehab::planned_days(phase, rehab::Severity::mild)) std::cout << phase.title << ": " << *days << " days\n";
//
// A protocol is not a plan: it has no dates, and its doses are for everybody. `make_plan` chooses from it for one person.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/amount.hpp"
#include "rehab/api.h"
#include "rehab/knowledge.hpp"

namespace rehab {

// The parts of a day, in their order. They match FHIR's MORN, NOON, AFT, EVE and HS. A case gives each its clock time.
enum class Part : std::uint8_t { morning, midday, afternoon, evening, bedtime };
inline constexpr std::array<std::string_view, 5> part_names{"morning", "midday", "afternoon", "evening", "bedtime"};
constexpr std::string_view name(Part p) { return part_names[static_cast<std::size_t>(p)]; }

// What a measure must show. All that is said must hold. Bounds are inclusive, in the unit of the measure where no other is named.
// With none of them, a measure that is answered with yes or no must be a yes.
struct Criterion {
  Index<Measure> measure;                 // what is looked at; always there
  std::optional<double> min, max;         // the answer itself
  std::optional<int> symmetry_percent;    // at least: the injured side, of the other; not applied when both are injured
  std::optional<int> norm_percent;        // at least: of the norm for age and sex; in place of `min` where both are known
  std::optional<int> change_max;          // at most so far above the starting level; a negative one is not applied to a start of 0
  std::optional<int> change_min;          // at least so far above the starting level
  std::optional<int> change_percent_max;  // as change_max, in per cent of the starting level
  std::optional<int> weekly_change_max;   // this week's worst, at most so far above last week's
  std::optional<int> pain_max;            // 0 to 10: the test counts only up to this pain
  BySeverity for_days;                    // so many days in a row
  std::optional<int> for_sessions;        // so many sessions in a row
  std::string workout;                    // id: only its sessions, and the mornings after them; "": all
  Provenance provenance;
};

// A criterion that must keep holding, and what happens otherwise. The gravest wins.
struct Limit {
  std::string id;       // names the rule in a change of the plan
  Criterion criterion;  // what must hold
  // What happens when it does not. The gravest is done, from `hold` to `stop`; `review` beside any other than `stop`.
  enum class Otherwise : std::uint8_t {
    hold,       // nothing rises, the phase goes on
    lower,      // less load, a lower rung or less volume
    restart,    // the phase begins again; of a criterion on one workout: that workout, at its first week
    step_back,  // the phase before begins again
    review,     // a clinician is asked, once a visit of the phase; the plan goes on
    stop        // no session until a clinician has cleared it
  } otherwise{};
  std::optional<int> rest_days;  // of `restart`: days of rest first; none: no rest
  std::string say;               // to the person, without numbers; may be ""
};

// What a dose is loaded with: nothing stated, the body's own weight, the weight that allows just these repetitions, or one of
// `Protocol::loads`.
struct LoadName {
  // Which of these; that nothing is stated is said by there being no LoadName.
  enum class Kind : std::uint8_t {
    bodyweight,          // the body's own weight and no more
    repetition_maximum,  // the weight that allows just these repetitions
    named                // one of `Protocol::loads`
  } kind{};
  std::uint16_t load = 0;  // index into Protocol::loads, for `named`; else 0

  friend bool operator==(const LoadName&, const LoadName&) = default;
};

// A load with its steps. What is absent is not stated.
struct Load {
  std::string id, title;
  // In what it is counted.
  enum class Kind : std::uint8_t {
    kg,          // by the keys in kg
    band,        // a step is the next colour; there is no number
    percent_1rm  // by the keys in per cent of one repetition maximum
  } kind{};
  std::vector<Index<Equipment>> equipment;  // missing: the dose stays, without the load
  bool required = false;                    // missing equipment: the dose falls away too
  std::optional<double> start_kg;           // none: no load at first
  std::optional<double> step_kg;            // one step
  std::optional<double> max_kg;             // the most
  std::optional<int> start_percent;         // of one repetition maximum
  std::optional<int> max_percent;           // of one repetition maximum
  std::optional<double> step_percent;       // one step, of the load at the time
  std::optional<int> step_days;             // at most one step in so many days
  std::vector<Criterion> step_when;         // all must hold; none: the planner never steps by itself
  Provenance provenance;
};

// Seconds of one repetition; a part that is absent is not stated.
struct Tempo {
  std::optional<int> lift;   // on the way up
  std::optional<int> hold;   // at the top
  std::optional<int> lower;  // on the way down
  std::optional<int> pass;   // of a roller: once along the muscle

  friend bool operator==(const Tempo&, const Tempo&) = default;
};

// Which leg does an exercise that works one leg.
enum class DoseSide : std::uint8_t {
  injured,  // the injured one only
  each      // each in turn, so many sets each
};
// Of `each`: which leg begins.
enum class SideOrder : std::uint8_t {
  other_first,    // the other leg begins
  injured_first,  // the injured leg begins
  alternate       // the legs take turns
};

// The numbers of a dose, as written: whole in a dose, partial in a rung or a substitute. A dose says how much in exactly one of
// `reps`, `hold_s`, `duration_min` and `as_tolerated`. An amount that is not stated() is absent.
struct DoseNumbers {
  Amount sets;                                 // of repetitions or holds; absent: one
  Amount reps;                                 // in a set
  Amount hold_s;                               // seconds to stay still; `sets` then counts the holds
  Amount duration_min;                         // minutes to keep moving
  bool as_tolerated = false;                   // the source names no amount
  Amount distance_m;                           // metres of one repetition
  Amount effort_percent;                       // of full speed
  std::optional<Tempo> tempo_s;                // seconds of one repetition
  Amount rest_s;                               // seconds between sets or holds
  Amount rest_between_reps_s;                  // seconds
  std::optional<LoadName> load;                // none: not stated
  std::optional<DoseSide> side;                // none: not stated, or an exercise on two legs
  std::optional<SideOrder> order;              // only for DoseSide::each; none: not stated
  std::optional<bool> to_failure;              // until no clean repetition is left; none: not stated, so never
  std::optional<int> weekly_rise_max_percent;  // of sets × reps × distance, from week to week; none: no such bound
  Provenance provenance;
};

// An exercise with the numbers that it replaces in a dose; what it does not name stays as in the dose.
struct PartialDose {
  Index<Exercise> exercise;  // always there
  DoseNumbers numbers;       // one that says how much replaces the whole of how much
};

// Variants of one exercise, the easiest first.
struct Ladder {
  std::string id, title;
  std::vector<Criterion> up_when;  // all: one rung up; none: when a whole session stayed within the pain limit
  std::vector<Limit> limits;       // watched on this ladder; Limit::Otherwise::lower is one rung down
  std::vector<PartialDose> rungs;  // 1 to 20; numbers of rungs are 1-based everywhere
  Provenance provenance;
};

// What replaces an exercise where its equipment is missing or a tag forbids it. May chain: what replaces it may be replaced.
struct Substitute {
  Index<Exercise> replaces;  // what cannot be done
  PartialDose with;          // what is done instead
};

// What is assumed for every dose of one kind of exercise that says nothing. No source says it: Confidence::assumed.
struct Assumption {
  Exercise::Kind kind{};         // of which exercises
  std::optional<Tempo> tempo_s;  // seconds of one repetition; none: nothing is assumed
  Amount rest_s;                 // seconds between sets or holds
  Amount rest_between_reps_s;    // seconds
  std::optional<DoseSide> side;  // for exercises on one leg
};

// One line of a workout: an exercise, several that get the same, or a ladder, with how much of it.
struct Dose {
  std::vector<Index<Exercise>> exercises;  // each gets this dose; empty: `ladder` names them
  std::optional<std::uint16_t> ladder;     // index into Protocol::ladders
  Amount rungs;                            // open here, 1-based; absent: all
  DoseNumbers numbers;                     // how much, with where it comes from
};

// Exercises done together.
struct Workout {
  std::string id, title;
  std::uint8_t number = 0;             // the same for the same id in all phases of the protocol; below 64
  bool optional = false;               // only when asked for
  std::vector<Severity> only;          // none: all severities of the phase
  std::vector<Part> at;                // the preferred first; convenience, not dose: a person without them gets others
  Amount times_per_day;                // 1 to 5: the first so many of `at`
  Amount days_per_week;                // 1 to 7; of a part of a week its share, rounded up
  std::optional<int> min_hours_apart;  // between its sessions, also across phases, and to those of `not_with`
  std::vector<std::uint8_t> not_with;  // numbers of workouts that it never shares a day with
  Index<DayLevel> level;               // how hard its day is; none: not stated
  Amount rest_between_exercises_s;     // seconds
  std::vector<Dose> doses;             // in the order of doing
  Provenance provenance;

  // Whether people of this severity have it, of those who play the phase.
  bool is_for(Severity severity) const { return only.empty() || std::find(only.begin(), only.end(), severity) != only.end(); }
};

// A phase is longer for persons with a tag.
struct Extra {
  Index<Tag> tag;  // for whom; always there
  int days = 0;    // 1 to 84 more; never past week 12 of the plan
  Provenance provenance;
};

// A stretch of the protocol with a goal. Its planned, shortest and longest time in days: see `planned_days` and its neighbours.
struct Phase {
  std::string id, title;
  std::vector<std::string> goals;                 // one a line, without numbers
  std::optional<BySeverity> weeks, days;          // planned length, exactly one; a severity that is not named skips the phase
  std::optional<BySeverity> weeks_min, days_min;  // the earliest end, when `move_on` is met; none: as planned
  std::optional<BySeverity> weeks_max, days_max;  // the longest hold; none: until week 12 of the plan
  std::vector<Extra> extra;                       // who needs longer
  Index<PainRule> pain_rule;                      // none: the protocol's
  Amount pain_max;                                // 0 to 10, in place of the pain rule's
  std::vector<Criterion> enter;                   // all must be measured and met, else the phase before is held
  std::vector<Criterion> move_on;                 // all met: may end early; one unmet: held; one not measured: ends as planned
  std::vector<Limit> limits;                      // watched in this phase, beside the protocol's
  std::vector<Workout> workouts;                  // in the order of the day; at most 32
  Provenance provenance;
};

// What a protocol has for one severity.
struct SeverityOffer {
  std::optional<int> weeks;        // 2 to 12: the sum of the phases
  std::string refer;               // no plan for this severity, but what to do; exactly one of weeks, refer
  std::vector<std::string> signs;  // in place of the condition's; none: those of the condition
  bool clearance = false;          // needs a clinician's release
  std::vector<int> review_weeks;   // weeks at whose end a clinician looks, 1-based
  Provenance provenance;
};

// A card of text, to read beside the plan.
struct Advice {
  std::string id, title;
  std::vector<std::string> lines;  // one sentence or more each
  // How much stands behind it, the most first.
  enum class Weight : std::uint8_t {
    trial,      // a trial of this
    guideline,  // a guideline says so
    expert,     // experts agree
    opinion     // somebody's experience
  } weight{};
  std::vector<std::string> phases;  // ids; none: the whole plan
  Provenance provenance;
};

// What a source found about the protocol: why one may believe in it, or should not.
struct Evidence {
  std::string id;       // lower-case words with hyphens
  std::string finding;  // one sentence or more
  Provenance provenance;
};

// How volume comes back after a long break.
struct RampBack {
  int after_days_off = 0;  // 3 to 84: after a break of so many days
  int over_days = 0;       // 1 to 28: until it is whole again
  int start_percent = 0;   // 10 to 100, of the volume: where it begins
  Provenance provenance;
};

// One protocol file.
struct Protocol {
  std::string id;              // the name of its file
  std::string version;         // "1.0.0"; a case pins it
  std::string language;        // of its file, "en" or "de-AT"; a translated catalog has other texts all the same
  std::string licence;         // an SPDX id
  std::string title;           // plain words, the common name in brackets
  std::string summary;         // one or two sentences for the patient
  std::string population;      // who was studied; "": not known
  Index<Condition> condition;  // decides forbidden ranges, red flags, signs of severity; always there
  // Who leads.
  enum class Supervision : std::uint8_t {
    self,      // the person alone
    clinician  // every severity needs a clinician's clearance
  } supervision{};
  // A place to train at.
  enum class Setting : std::uint8_t { home, gym, clinic };
  std::vector<Setting> setting;  // where it can be done
  Index<PainRule> pain_rule;     // of all phases that have none of their own; always there
  // What becomes of a missed session.
  enum class Missed : std::uint8_t {
    skip,        // it is left out
    shift,       // it moves the rest
    repeat_week  // its week comes again
  } missed = Missed::skip;
  // What becomes of days away.
  enum class Away : std::uint8_t {
    shift,  // they move the rest
    drop    // their sessions fall out
  } away = Away::shift;
  std::vector<Index<Measure>> asks;         // measures to log although no criterion uses them
  std::vector<Index<Tag>> not_for;          // persons it is refused to
  std::vector<Index<Tag>> clearance_for;    // persons who need a clinician's release
  std::vector<std::string> clearance_asks;  // what the release must say besides who and when
  // How its plans end when the last phase's `move_on` is met or not asked; unmet, they end with a review.
  enum class End : std::uint8_t {
    proceed,  // "continue"
    review    // a clinician looks
  } end{};
  std::string after;                                     // what to do after the last day
  std::vector<std::string> next;                         // ids of protocols that may follow; the catalog may lack them
  std::array<std::optional<SeverityOffer>, 3> severity;  // by Severity; none: the protocol is not for it
  std::vector<Assumption> assume;                        // at most one for each kind of exercise
  std::vector<Load> loads;                               // in the order of the file; LoadName::load leads into them
  std::vector<Ladder> ladders;                           // in the order of the file; Dose::ladder leads into them
  std::vector<Substitute> instead;                       // at most one for each exercise
  std::optional<RampBack> ramp_back;                     // none: volume is whole at once after a break
  std::vector<Limit> limits;                             // watched in all phases
  std::vector<Phase> phases;                             // in order; a severity plays those that have a length for it
  std::vector<Advice> advice;                            // in the order of the file
  std::vector<Evidence> evidence;                        // in the order of the file
  std::string hash;                                      // of the file's bytes, 40 hexadecimal digits
};

// How long the phase is planned for this severity, in days; none: the severity skips it. What Phase::extra adds for a person is not
// in it, nor in the two below: PhaseSpan has the lengths that a plan counts with.
REHAB_API std::optional<int> planned_days(const Phase& phase, Severity severity);
// The earliest end in days, when `move_on` is met; as planned where nothing is said; none: the severity skips it.
REHAB_API std::optional<int> shortest_days(const Phase& phase, Severity severity);
// The longest hold in days; none where nothing is said (until week 12 of the plan), and where the severity skips it.
REHAB_API std::optional<int> longest_days(const Phase& phase, Severity severity);

// The pain rule that holds in this phase: its own, else the protocol's. There always is one.
inline Index<PainRule> pain_rule_of(const Protocol& protocol, const Phase& phase) {
  return phase.pain_rule ? phase.pain_rule : protocol.pain_rule;
}

inline constexpr std::array<std::string_view, 6> otherwise_names{"hold", "lower", "restart", "step-back", "review", "stop"};
inline constexpr std::array<std::string_view, 3> load_kind_names{"kg", "band", "percent-1rm"};
inline constexpr std::array<std::string_view, 2> dose_side_names{"injured", "each"};
inline constexpr std::array<std::string_view, 3> side_order_names{"other-first", "injured-first", "alternate"};
inline constexpr std::array<std::string_view, 4> weight_names{"trial", "guideline", "expert", "opinion"};
inline constexpr std::array<std::string_view, 2> supervision_names{"self", "clinician"};
inline constexpr std::array<std::string_view, 3> setting_names{"home", "gym", "clinic"};
inline constexpr std::array<std::string_view, 3> missed_names{"skip", "shift", "repeat-week"};
inline constexpr std::array<std::string_view, 2> away_names{"shift", "drop"};
inline constexpr std::array<std::string_view, 2> end_names{"continue", "review"};

constexpr std::string_view name(Limit::Otherwise v) { return otherwise_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Load::Kind v) { return load_kind_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(DoseSide v) { return dose_side_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(SideOrder v) { return side_order_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Advice::Weight v) { return weight_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Protocol::Supervision v) { return supervision_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Protocol::Setting v) { return setting_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Protocol::Missed v) { return missed_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Protocol::Away v) { return away_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Protocol::End v) { return end_names[static_cast<std::size_t>(v)]; }

}  // namespace rehab
