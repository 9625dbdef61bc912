// What all protocols share: sources, equipment, exercises, measures, conditions, tags, red flags, pain rules, levels.
//
// These are transcriptions of the catalog files (protocols/*.toml without phases), key by key; the language of those files is in
// README.md, every key with its bounds in protocols/LANGUAGE.md. Entries are found by id when files are read and by `Index` ever
// after, so a reference can never dangle:
//
//   const rehab::Exercise& exercise = catalog[dose.exercise];
//   const rehab::Source& source = catalog[exercise.provenance.cite];
//
// Three fields are the same wherever they stand. `id`: the name in files and messages, lower-case words with hyphens, the only one
// of its kind. `title`: what the person reads, in the language of the catalog. `provenance`: where the numbers of the entry come
// from. Of an optional field, none means that the file does not say; an empty list or text means the same.
//
// Every enumeration has its words, those of files and JSON, in a table in the order of the enumerators, and `name` gives one of
// them: urgency_names, name(RedFlag::Urgency::same_day), which is "same-day".
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/amount.hpp"

namespace rehab {

// A place in one of the catalog's vectors, or none. It means something only with the catalog that it came from, and with the other
// languages of the same files.
template <class T>
struct Index {
  static constexpr std::uint16_t none = 0xffff;  // the value of an index that leads nowhere
  std::uint16_t value = none;                    // 0-based; `none`: there is nothing

  // Whether there is something. catalog[index] must not be asked where there is not.
  explicit operator bool() const { return value != none; }
  friend auto operator<=>(const Index&, const Index&) = default;
};

// A text that numbers come from. What was not seen is absent.
struct Source {
  std::string id;
  std::vector<std::string> authors;  // in the order of the title page
  std::optional<int> year;           // of publication, 1900 to 2100
  std::string title;                 // in its own language; never translated
  std::string journal;               // or publisher
  std::string volume;                // with the issue, if it has one
  std::string pages;                 // "360–366", or an article number
  std::string doi;                   // "10.1000/abc", without https://
  std::string pmid;                  // number in PubMed
  std::string part;                  // the table or appendix that the numbers are from
  // What kind of text it is.
  enum class Kind : std::uint8_t {
    study,             // an observation or a trial without chance in it
    randomised_trial,  // a trial in which chance chose the treatment
    review,            // of other studies
    guideline,         // of a society or an authority
    consensus,         // of experts who were asked
    method,            // how something is measured
    toolkit,           // material of a programme
    handout,           // a sheet for patients
    article            // any other text
  } kind{};
  // Who has read it.
  enum class Seen : std::uint8_t {
    primary,   // the text itself was read
    secondary  // only a text that names it was; all of its numbers count as second-hand
  } seen{};
  std::vector<std::string> needs_review;  // keys of this entry that are not confirmed
  std::string note;                       // for clinicians and reviewers
};

// Where the numbers of one table come from: `cite` for all of them, except those that a list names.
struct Provenance {
  Index<Source> cite;                     // none: every number is in `assumed`, or the table has none
  std::vector<std::string> secondary;     // keys that were read only in a text that names the source
  std::vector<std::string> needs_review;  // keys that were read nowhere, or on which texts disagree; `note` says what is open
  std::vector<std::string> assumed;       // keys that no source says: ours
  std::string note;                       // for clinicians and reviewers, never for the patient
};

// The origin of one number.
struct Origin {
  Index<Source> source;                         // none: assumed
  Confidence confidence = Confidence::assumed;  // how sure it is

  friend bool operator==(const Origin&, const Origin&) = default;
};

// What one may lack at home. Walls, chairs and stairs are not equipment.
struct Equipment {
  std::string id, title;
};

// Something that is true of a person and that rules protocols or exercises out.
struct Tag {
  std::string id;
  std::string ask;         // the question to the person, answered with yes where the tag holds
  bool clearance = false;  // no plan of any kind without a clinician
  Provenance provenance;
};

// A posture, for drawing only: degrees seen from the side, 0 is upright with the foot flat.
struct Pose {
  std::optional<int> trunk;  // forwards; below 0: backwards; none: not said of the other leg, whose trunk is the same
  int hip = 0;               // bent; below 0: stretched backwards
  int knee = 0;              // bent
  int ankle = 0;             // toes up; below 0: toes down

  friend bool operator==(const Pose&, const Pose&) = default;
};

// One exercise: how it is done, and with what. How much is said by doses.
struct Exercise {
  std::string id, title;
  // What it is for. A protocol may assume tempo and rests for all exercises of a kind.
  enum class Kind : std::uint8_t {
    mobility,    // moving a joint through its range
    stretch,     // holding at the end of the range
    isometric,   // holding against a load
    strength,    // moving against a load
    balance,     // standing where it is hard to
    plyometric,  // hops and jumps
    aerobic,     // for the breath, as on a bicycle
    run,         // running and what leads to it
    massage,     // by hand or on a roller
    nerve,       // sliding a nerve
    adjunct      // what is done beside training; it must say what trials found
  } kind{};
  // Legs that work at a time.
  enum class Legs : std::uint8_t {
    one,  // a dose then has a side
    two   // both together
  } legs{};
  // How the knee is held.
  enum class Knee : std::uint8_t {
    straight,  // works more on gastrocnemius
    bent       // works more on soleus
  };
  std::optional<Knee> knee;  // none: not said, or it moves
  // How deep the ankle bends, the shallowest first.
  enum class Reach : std::uint8_t {
    floor,        // the heel never goes below the forefoot
    below_floor,  // it does
    full          // to the end of the range
  };
  std::optional<Reach> range;  // none: no question of this exercise
  // What one stands, sits or lies on.
  enum class Surface : std::uint8_t { floor, step, foam, wobble_board, grass, wall, chair, bed, machine } surface{};
  // How one is placed.
  enum class Posture : std::uint8_t { standing, sitting, long_sitting, lying, kneeling, walking, running } posture{};
  // What one holds on to.
  enum class Support : std::uint8_t { none, wall, chair, rail } support{};
  // What works or is stretched; `foot` is the small muscles of the foot.
  enum class Muscle : std::uint8_t { gastrocnemius, soleus, tibialis_anterior, peroneals, hamstrings, quadriceps, gluteals, foot };
  std::vector<Muscle> muscles;              // the first is the main one
  std::vector<Index<Equipment>> equipment;  // all of it is needed
  std::vector<Index<Tag>> avoid;            // persons it is left out for
  std::string setup;                        // how to begin: the start position
  std::vector<std::string> steps;           // one movement a line
  std::string breath;                       // how to breathe
  std::string feel;                         // what one should feel, and where
  std::string mistake;                      // the common one
  std::string evidence;                     // what trials found; only adjuncts must say it
  Pose start_deg;                           // the working leg at the start
  Pose end_deg;                             // and at the end of the movement
  std::optional<Pose> other_deg;            // the leg that does not work; none: as the other
  Provenance provenance;
};

// What a person can report or test.
struct Measure {
  std::string id, title;
  std::string ask;  // the question to the person
  // What the answer counts.
  enum class Unit : std::uint8_t {
    score,    // 0 to 10, whole
    count,    // how many
    kg,       // kilograms
    cm,       // centimetres
    s,        // seconds
    degrees,  // of an angle
    yes_no    // 1 or 0; yes is good
  } unit{};
  // When it is asked.
  enum class Asked : std::uint8_t {
    session,  // after a session
    morning,  // each morning
    week,     // once a week
    test      // when a criterion or a review needs it
  } asked{};
  bool sides = false;              // asked for left and right
  std::vector<std::string> how;    // steps of the test, one a line
  std::optional<int> retest_days;  // not sooner, in days; none: not stated
  std::optional<double> noise;     // a change up to this is none, in the unit; none: not known
  // What is usual from an age on, in the unit of the measure.
  struct Norm {
    int age = 0;    // years, from this age on
    int men = 0;    // for men
    int women = 0;  // for women
  };
  std::vector<Norm> norm;  // by rising age; empty: there is none
  Provenance provenance;
};

// An injury or an illness that protocols are for.
struct Condition {
  std::string id, title;
  std::vector<std::string> also;               // other names
  std::optional<int> weeks_min;                // no protocol for it is shorter; none: no such bound
  std::vector<Exercise::Reach> forbid_ranges;  // no exercise in any of its protocols is so deep or deeper
  bool clearance = false;                      // no plan for it without a clinician
  bool often_both_sides = false;  // where it is not, both sides at once are a sign of an illness behind it and need clearance
  std::array<std::vector<std::string>, 3> signs;  // by severity: what it looks like
  Provenance provenance;
};

// A question whose yes stops every plan until a clinician has cleared it.
struct RedFlag {
  std::string id, title;
  std::string ask;  // the question to the person
  std::string act;  // what to do when the answer is yes
  // How soon a clinician must look, the soonest first.
  enum class Urgency : std::uint8_t {
    emergency,  // now
    same_day,   // today
    urgent,     // within days
    soon        // before training goes on
  } urgency{};
  // When it is asked. Whenever a yes comes, the plan stops.
  enum class Moment : std::uint8_t {
    screening,  // before the plan, and again as `Screening` says
    session     // after a session, of what was felt in it
  } moment = Moment::screening;
  std::vector<Index<Condition>> conditions;  // none: every condition, but for those in `except`
  std::vector<Index<Condition>> except;      // where the answer is yes by nature: a torn tendon has a gap
  Provenance provenance;

  // Whether it is asked of people with this condition.
  bool concerns(Index<Condition> condition) const {
    const auto names = [condition](const std::vector<Index<Condition>>& list) {
      return std::find(list.begin(), list.end(), condition) != list.end();
    };
    return conditions.empty() ? !names(except) : names(conditions);
  }
};

// When the red flags are asked again.
struct Screening {
  int every_days = 0;          // counted from the plan's first day; 0: the catalog says nothing
  bool at_each_phase = false;  // on the first day of each phase too
  Provenance provenance;
};

// How much pain is allowed, and what happens above it. Pain is a whole number from 0 to 10: [0, safe] is safe, (safe, max]
// acceptable, above max a breach.
struct PainRule {
  std::string id, title;
  std::string say;                             // one line for every session, without numbers
  std::optional<int> pain_safe;                // none: the source draws no such line
  std::optional<int> pain_max;                 // during and after; none: only limits count
  std::optional<int> mornings;                 // so many in a row above the starting level are a breach; fewer hold the load
  std::vector<Index<Measure>> mornings_of;     // what is compared with the starting level
  std::vector<Index<Measure>> weekly_rise_of;  // what must not rise from week to week
  // By so much may this week's worst lie above last week's; more is a breach, but where it is still within `pain_safe`.
  std::optional<int> weekly_rise_max;
  std::optional<int> lower_load_steps;      // on a breach, where there is a load or rung to drop: so many steps
  std::optional<int> lower_volume_percent;  // else so much is taken of the volume, until a week without a breach
  Amount rest_hours;                        // after a breach
  std::optional<int> breaches_to_review;    // so many in one visit of a phase stop the plan until a clinician has cleared it
  Provenance provenance;
};

// How hard a day was.
struct DayLevel {
  std::string id, title;
  Amount pain_during;     // that is usual on such a day, 0 to 10
  Amount pain_after;      // and after it
  int recovery_days = 0;  // until the next medium or high day
  Provenance provenance;
};

// How much stretching is too much; a warning to authors, no rule of plans.
struct WeeklyStretch {
  std::optional<int> max_s_per_muscle;  // seconds of one leg, a week; none: the catalog says nothing
  Provenance provenance;
};

inline constexpr std::array<std::string_view, 9> source_kind_names{
    "study", "randomised-trial", "review", "guideline", "consensus", "method", "toolkit", "handout", "article"};
inline constexpr std::array<std::string_view, 2> seen_names{"primary", "secondary"};
inline constexpr std::array<std::string_view, 11> exercise_kind_names{
    "mobility", "stretch", "isometric", "strength", "balance", "plyometric", "aerobic", "run", "massage", "nerve", "adjunct"};
inline constexpr std::array<std::string_view, 2> legs_names{"one", "two"};
inline constexpr std::array<std::string_view, 2> knee_names{"straight", "bent"};
inline constexpr std::array<std::string_view, 3> reach_names{"floor", "below-floor", "full"};
inline constexpr std::array<std::string_view, 9> surface_names{"floor", "step",  "foam", "wobble-board", "grass",
                                                               "wall",  "chair", "bed",  "machine"};
inline constexpr std::array<std::string_view, 7> posture_names{"standing", "sitting", "long-sitting", "lying",
                                                               "kneeling", "walking", "running"};
inline constexpr std::array<std::string_view, 4> support_names{"none", "wall", "chair", "rail"};
inline constexpr std::array<std::string_view, 8> muscle_names{"gastrocnemius", "soleus",     "tibialis-anterior", "peroneals",
                                                              "hamstrings",    "quadriceps", "gluteals",          "foot"};
inline constexpr std::array<std::string_view, 7> unit_names{"score", "count", "kg", "cm", "s", "degrees", "yes-no"};
inline constexpr std::array<std::string_view, 4> asked_names{"session", "morning", "week", "test"};
inline constexpr std::array<std::string_view, 4> urgency_names{"emergency", "same-day", "urgent", "soon"};
inline constexpr std::array<std::string_view, 2> moment_names{"screening", "session"};

constexpr std::string_view name(Source::Kind v) { return source_kind_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Source::Seen v) { return seen_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Exercise::Kind v) { return exercise_kind_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Exercise::Legs v) { return legs_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Exercise::Knee v) { return knee_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Exercise::Reach v) { return reach_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Exercise::Surface v) { return surface_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Exercise::Posture v) { return posture_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Exercise::Support v) { return support_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Exercise::Muscle v) { return muscle_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Measure::Unit v) { return unit_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(Measure::Asked v) { return asked_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(RedFlag::Urgency v) { return urgency_names[static_cast<std::size_t>(v)]; }
constexpr std::string_view name(RedFlag::Moment v) { return moment_names[static_cast<std::size_t>(v)]; }

}  // namespace rehab
