// What all protocols share: sources, equipment, exercises, measures, conditions, tags, red flags, pain rules, levels.
//
// These are transcriptions of the catalog files (protocols/*.toml without phases); the language of those files is in README.md.
// Entries are found by id when files are read and by `Index` ever after, so a reference can never dangle:
//
//   const rehab::Exercise& exercise = catalog[dose.exercise];
//   const rehab::Source& source = catalog[dose.provenance.cite];
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

// A place in one of the catalog's vectors, or none.
template <class T>
struct Index {
  static constexpr std::uint16_t none = 0xffff;
  std::uint16_t value = none;

  explicit operator bool() const { return value != none; }
  friend auto operator<=>(const Index&, const Index&) = default;
};

// A text that numbers come from. What was not seen is absent.
struct Source {
  std::string id;
  std::vector<std::string> authors;
  std::optional<int> year;
  std::string title, journal, volume, pages, doi, pmid;
  std::string part;  // the table or appendix that the numbers are from
  enum class Kind : std::uint8_t {
    study,
    randomised_trial,
    review,
    guideline,
    consensus,
    method,
    toolkit,
    handout,
    article
  } kind{};
  enum class Seen : std::uint8_t { primary, secondary } seen{};  // secondary: only through a text that names it
  std::vector<std::string> needs_review;                         // keys of this entry that are not confirmed
  std::string note;
};

// Where the numbers of one table come from: `cite` for all of them, except those that a list names.
struct Provenance {
  Index<Source> cite;
  std::vector<std::string> secondary, needs_review, assumed;  // names of keys
  std::string note;                                           // for clinicians and reviewers, never for the patient
};

// The origin of one number.
struct Origin {
  Index<Source> source;  // none: assumed
  Confidence confidence = Confidence::assumed;

  friend bool operator==(const Origin&, const Origin&) = default;
};

struct Equipment {
  std::string id, title;
};

// Something that is true of a person and that rules protocols or exercises out.
struct Tag {
  std::string id, ask;
  bool clearance = false;  // no plan of any kind without a clinician
  Provenance provenance;
};

// Degrees seen from the side, + forwards, bent, bent, toes up; 0 is upright with the foot flat. For drawing only.
struct Pose {
  std::optional<int> trunk;
  int hip = 0, knee = 0, ankle = 0;

  friend bool operator==(const Pose&, const Pose&) = default;
};

struct Exercise {
  std::string id, title;
  enum class Kind : std::uint8_t {
    mobility,
    stretch,
    isometric,
    strength,
    balance,
    plyometric,
    aerobic,
    run,
    massage,
    nerve,
    adjunct
  } kind{};
  enum class Legs : std::uint8_t { one, two } legs{};  // working at a time
  enum class Knee : std::uint8_t { straight, bent };
  std::optional<Knee> knee;
  enum class Reach : std::uint8_t { floor, below_floor, full };
  std::optional<Reach> range;  // floor: the heel never goes below the forefoot; full: to the end of the range
  enum class Surface : std::uint8_t { floor, step, foam, wobble_board, grass, wall, chair, bed, machine } surface{};
  enum class Posture : std::uint8_t { standing, sitting, long_sitting, lying, kneeling, walking, running } posture{};
  enum class Support : std::uint8_t { none, wall, chair, rail } support{};
  enum class Muscle : std::uint8_t { gastrocnemius, soleus, tibialis_anterior, peroneals, hamstrings, quadriceps, gluteals, foot };
  std::vector<Muscle> muscles;              // the first is the main one
  std::vector<Index<Equipment>> equipment;  // all of it is needed
  std::vector<Index<Tag>> avoid;            // persons it is left out for
  std::string setup;
  std::vector<std::string> steps;  // one movement a line
  std::string breath, feel, mistake;
  std::string evidence;  // what trials found; only adjuncts must say it
  Pose start_deg, end_deg;
  std::optional<Pose> other_deg;  // the leg that does not work; none: as the other
  Provenance provenance;
};

// What a person can report or test.
struct Measure {
  std::string id, title, ask;
  enum class Unit : std::uint8_t { score, count, kg, cm, s, degrees, yes_no } unit{};  // score: 0 to 10; yes-no: yes is good
  enum class Asked : std::uint8_t { session, morning, week, test } asked{};
  bool sides = false;  // asked for left and right
  std::vector<std::string> how;
  std::optional<int> retest_days;
  std::optional<double> noise;  // a change up to this is none
  struct Norm {
    int age = 0;  // from this age on
    int men = 0, women = 0;
  };
  std::vector<Norm> norm;  // by rising age
  Provenance provenance;
};

struct Condition {
  std::string id, title;
  std::vector<std::string> also;  // other names
  std::optional<int> weeks_min;   // no protocol for it is shorter
  std::vector<Exercise::Reach> forbid_ranges;
  bool clearance = false;
  bool often_both_sides = false;  // where it is not, both sides at once are a sign of an illness behind it and need clearance
  std::array<std::vector<std::string>, 3> signs;  // by severity
  Provenance provenance;
};

// A question whose yes stops every plan until a clinician has cleared it.
struct RedFlag {
  std::string id, title, ask, act;
  enum class Urgency : std::uint8_t { emergency, same_day, urgent, soon } urgency{};
  enum class Moment : std::uint8_t { screening, session } moment = Moment::screening;
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

struct Screening {
  int every_days = 0;
  bool at_each_phase = false;
  Provenance provenance;
};

// Pain is a whole number from 0 to 10: [0, safe] is safe, (safe, max] acceptable, above max a breach.
struct PainRule {
  std::string id, title, say;
  std::optional<int> pain_safe, pain_max;
  std::optional<int> mornings;              // so many in a row above the starting level are a breach
  std::vector<Index<Measure>> mornings_of;  // what is compared with the starting level
  std::vector<Index<Measure>> weekly_rise_of;
  std::optional<int> weekly_rise_max;
  std::optional<int> lower_load_steps, lower_volume_percent;  // on a breach
  Amount rest_hours;
  std::optional<int> breaches_to_review;
  Provenance provenance;
};

// How hard a day was.
struct DayLevel {
  std::string id, title;
  Amount pain_during, pain_after;
  int recovery_days = 0;  // until the next medium or high day
  Provenance provenance;
};

struct WeeklyStretch {
  std::optional<int> max_s_per_muscle;  // one leg, a week
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
