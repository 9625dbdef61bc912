// A protocol: what a paper or a document prescribes, phase by phase, every number with its origin.
//
// The structs below are the transcription of one protocol file, key by key; the language is described in README.md ("Write a
// protocol"). They are filled by `read_catalog`, checked, and never change afterwards.
//
//   for (const rehab::Phase& phase : protocol.phases)
//     if (auto days = rehab::planned_days(phase, rehab::Severity::mild)) ...
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

// The parts of a day, in their order. They match FHIR's MORN, NOON, AFT, EVE and HS.
enum class Part : std::uint8_t { morning, midday, afternoon, evening, bedtime };
inline constexpr std::array<std::string_view, 5> part_names{"morning", "midday", "afternoon", "evening", "bedtime"};
constexpr std::string_view name(Part p) { return part_names[static_cast<std::size_t>(p)]; }

// What a measure must show. All that is said must hold. Bounds are inclusive.
struct Criterion {
  Index<Measure> measure;
  std::optional<double> min, max;
  std::optional<int> symmetry_percent;  // the injured side, of the other
  std::optional<int> norm_percent;      // of the norm for age and sex; in place of `min` where both are known
  std::optional<int> change_max;        // above the starting level
  std::optional<int> change_min;
  std::optional<int> change_percent_max;  // of the starting level
  std::optional<int> weekly_change_max;   // this week's worst above last week's
  std::optional<int> pain_max;            // the test counts only up to this pain
  BySeverity for_days;                    // in a row
  std::optional<int> for_sessions;        // in a row
  std::string workout;                    // only its sessions, and the mornings after them
  Provenance provenance;
};

// A criterion that must keep holding, and what happens otherwise. The gravest wins.
struct Limit {
  std::string id;
  Criterion criterion;
  enum class Otherwise : std::uint8_t { hold, lower, restart, step_back, review, stop } otherwise{};
  std::optional<int> rest_days;
  std::string say;
};

// What a dose is loaded with: nothing stated, the body's own weight, the weight that allows just these repetitions, or one of
// `Protocol::loads`.
struct LoadName {
  enum class Kind : std::uint8_t { bodyweight, repetition_maximum, named } kind{};
  std::uint16_t load = 0;  // index into Protocol::loads, for `named`

  friend bool operator==(const LoadName&, const LoadName&) = default;
};

struct Load {
  std::string id, title;
  enum class Kind : std::uint8_t { kg, band, percent_1rm } kind{};
  std::vector<Index<Equipment>> equipment;
  bool required = false;  // missing equipment: the dose falls away too
  std::optional<double> start_kg, step_kg, max_kg;
  std::optional<int> start_percent, max_percent;  // of one repetition maximum
  std::optional<double> step_percent;             // of the load at the time
  std::optional<int> step_days;                   // at most one step in so many days
  std::vector<Criterion> step_when;               // all must hold; none: the planner never steps by itself
  Provenance provenance;
};

// Seconds of one repetition; a part that is absent is not stated.
struct Tempo {
  std::optional<int> lift, hold, lower, pass;

  friend bool operator==(const Tempo&, const Tempo&) = default;
};

enum class DoseSide : std::uint8_t { injured, each };
enum class SideOrder : std::uint8_t { other_first, injured_first, alternate };

// The numbers of a dose, as written: whole in a dose, partial in a rung or a substitute.
struct DoseNumbers {
  Amount sets;                        // absent: one
  Amount reps;                        // in a set
  Amount hold_s;                      // seconds; `sets` then counts the holds
  Amount duration_min;                // minutes
  bool as_tolerated = false;          // the source names no amount
  Amount distance_m, effort_percent;  // of one repetition; of full speed
  std::optional<Tempo> tempo_s;
  Amount rest_s;  // between sets or holds
  Amount rest_between_reps_s;
  std::optional<LoadName> load;
  std::optional<DoseSide> side;
  std::optional<SideOrder> order;
  std::optional<bool> to_failure;
  std::optional<int> weekly_rise_max_percent;  // of sets × reps × distance, from week to week
  Provenance provenance;
};

struct PartialDose {
  Index<Exercise> exercise;
  DoseNumbers numbers;
};

// Variants of one exercise, the easiest first.
struct Ladder {
  std::string id, title;
  std::vector<Criterion> up_when;  // none: when a whole session stayed within the pain limit
  std::vector<Limit> limits;
  std::vector<PartialDose> rungs;
  Provenance provenance;
};

// What replaces an exercise where its equipment is missing or a tag forbids it. May chain.
struct Substitute {
  Index<Exercise> replaces;
  PartialDose with;
};

// What is assumed for every dose of one kind of exercise that says nothing.
struct Assumption {
  Exercise::Kind kind{};
  std::optional<Tempo> tempo_s;
  Amount rest_s, rest_between_reps_s;
  std::optional<DoseSide> side;
};

struct Dose {
  std::vector<Index<Exercise>> exercises;  // each gets this dose; empty: `ladder` names them
  std::optional<std::uint16_t> ladder;     // index into Protocol::ladders
  Amount rungs;                            // open here, 1-based; absent: all
  DoseNumbers numbers;
};

// Exercises done together.
struct Workout {
  std::string id, title;
  std::uint8_t number = 0;     // the same for the same id in all phases of the protocol; below 64
  bool optional = false;       // only when asked for
  std::vector<Severity> only;  // none: all severities of the phase
  std::vector<Part> at;        // the preferred first; convenience, not dose: a person without them gets others
  Amount times_per_day, days_per_week;
  std::optional<int> min_hours_apart;  // between its sessions, also across phases, and to those of `not_with`
  std::vector<std::uint8_t> not_with;  // numbers of workouts that it never shares a day with
  Index<DayLevel> level;
  Amount rest_between_exercises_s;
  std::vector<Dose> doses;
  Provenance provenance;

  // Of those who play the phase.
  bool is_for(Severity severity) const { return only.empty() || std::find(only.begin(), only.end(), severity) != only.end(); }
};

struct Extra {
  Index<Tag> tag;
  int days = 0;
  Provenance provenance;
};

struct Phase {
  std::string id, title;
  std::vector<std::string> goals;
  std::optional<BySeverity> weeks, days;  // planned length, exactly one; a severity that is not named skips the phase
  std::optional<BySeverity> weeks_min, days_min, weeks_max, days_max;
  std::vector<Extra> extra;
  Index<PainRule> pain_rule;  // none: the protocol's
  Amount pain_max;            // in place of the pain rule's
  std::vector<Criterion> enter, move_on;
  std::vector<Limit> limits;
  std::vector<Workout> workouts;
  Provenance provenance;
};

struct SeverityOffer {
  std::optional<int> weeks;  // 2 to 12
  std::string refer;         // no plan for this severity, but what to do; exactly one of weeks, refer
  std::vector<std::string> signs;
  bool clearance = false;
  std::vector<int> review_weeks;  // weeks at whose end a clinician looks
  Provenance provenance;
};

struct Advice {
  std::string id, title;
  std::vector<std::string> lines;
  enum class Weight : std::uint8_t { trial, guideline, expert, opinion } weight{};
  std::vector<std::string> phases;  // ids; none: the whole plan
  Provenance provenance;
};

struct Evidence {
  std::string id, finding;
  Provenance provenance;
};

struct RampBack {
  int after_days_off = 0, over_days = 0, start_percent = 0;
  Provenance provenance;
};

struct Protocol {
  std::string id, version, language, licence;
  std::string title, summary, population;
  Index<Condition> condition;
  enum class Supervision : std::uint8_t { self, clinician } supervision{};
  enum class Setting : std::uint8_t { home, gym, clinic };
  std::vector<Setting> setting;
  Index<PainRule> pain_rule;
  enum class Missed : std::uint8_t { skip, shift, repeat_week } missed = Missed::skip;
  enum class Away : std::uint8_t { shift, drop } away = Away::shift;
  std::vector<Index<Measure>> asks;
  std::vector<Index<Tag>> not_for, clearance_for;
  std::vector<std::string> clearance_asks;
  enum class End : std::uint8_t { proceed, review } end{};  // "continue" or "review"
  std::string after;
  std::vector<std::string> next;  // ids of protocols
  std::array<std::optional<SeverityOffer>, 3> severity;
  std::vector<Assumption> assume;
  std::vector<Load> loads;
  std::vector<Ladder> ladders;
  std::vector<Substitute> instead;
  std::optional<RampBack> ramp_back;
  std::vector<Limit> limits;
  std::vector<Phase> phases;
  std::vector<Advice> advice;
  std::vector<Evidence> evidence;
  std::string hash;  // of the file's bytes, 40 hexadecimal digits
};

// How long the phase is planned for this severity, in days; none: the severity skips it.
REHAB_API std::optional<int> planned_days(const Phase& phase, Severity severity);
// The earliest end, when `move_on` is met; as planned where nothing is said.
REHAB_API std::optional<int> shortest_days(const Phase& phase, Severity severity);
// The longest hold; none where nothing is said: until week 12 of the plan.
REHAB_API std::optional<int> longest_days(const Phase& phase, Severity severity);

// The pain rule that holds in this phase.
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
