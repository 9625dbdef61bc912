// What one looks at while a plan runs: what to do today, what was decided and why, how it went, and what a new entry changed.
//
//   rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, intake);  // as of the last entry
//   rehab::today_text(*plan, rehab::day(2026, 12, 9));                    // what to do, step by step
//   rehab::history_text(*plan);                                           // the decisions of the diary, by date
//   rehab::progress_text(*plan);                                          // planned beside done, pain, measures
//
//   intake.diary.push_back(entry);
//   rehab::Result<rehab::Plan> next = rehab::make_plan(catalog, intake);
//   rehab::comparison_text(rehab::compare(*plan, *next));  // what the entry changed, or that nothing did
//
// Each page is there as a value (places in the plan, dates, numbers), for eyes and as JSON. The functions are pure: the same plan
// and date give the same bytes. `width` in columns, 40 to 200, of which at most 100 are used; `color` is ANSI. Texts speak the
// language of the plan's catalog. Notes of the diary are never in them.
//
// Values point into the plan by index and hold no copy of it, but for a Comparison, which holds both. The plan must have dates
// (`is_dated`). What an index leads to is found in the plan that was asked, and in its catalog:
//
//   const rehab::Today day = rehab::today(*plan, rehab::day(2026, 12, 9));
//   if (day.stop) std::cout << rehab::describe(*plan, plan->changes[*day.stop]) << '\n';
//   for (const std::uint32_t session : day.sessions)
//     for (const rehab::PlannedDose& dose : plan->doses_of(plan->sessions[session]))
//       std::cout << plan->catalog[dose.exercise].title << '\n';
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/api.h"
#include "rehab/export.hpp"
#include "rehab/plan.hpp"

namespace rehab {

// --- Today -----------------------------------------------------------------------------------------------------------------------

// A test that the present phase asks for before the next may begin.
struct TestDue {
  Index<Measure> measure;                            // what is tested
  std::chrono::local_days from{};                    // from this day on; never before the phase's shortest time is nearly over
  std::optional<std::chrono::local_days> last_done;  // in this visit of the phase

  friend bool operator==(const TestDue&, const TestDue&) = default;
};

// What a day asks for. Outside of the plan and while it is halted no test is due and nothing is to be noted.
struct Today {
  // How the day stands.
  enum class State : std::uint8_t {
    before_start,  // the plan has not begun
    training,      // there is at least one session
    rest,          // the plan has no session on this day
    away,          // as the case says
    paused,        // by an entry of the diary
    halted,        // stopped, and nobody has cleared it: do not train
    over,          // the plan has ended
  } state{};
  std::chrono::local_days date{};       // as asked
  std::optional<std::uint16_t> span;    // into Plan::phases; none: outside of the plan
  std::vector<std::uint32_t> sessions;  // into Plan::sessions, of this day; halted in its midst: what stood before
  std::vector<std::uint32_t> ahead;     // into Plan::sessions, of the six days after it; by time
  std::optional<std::uint32_t> next;    // into Plan::sessions, the first after this day; none: no session follows
  // Into Plan::changes: what halted it, the most urgent; none: nothing did. RedFlag::act or Limit::say tells what to do.
  std::optional<std::uint32_t> stop;
  std::vector<std::uint32_t> decided;  // into Plan::changes: what the diary decided on this day, or after waking on the day before
  std::optional<std::chrono::local_days> screening_again{};  // the next day after this one on which they are due; none: never
  bool screening = false;                                    // the safety questions (red flags) are due again on this day
  std::vector<TestDue> tests;                                // due on this day, or in the six after it; by day, then measure
  std::vector<Index<Measure>> to_note;  // what the rules ask for after a session, each morning, once a week; in this order

  friend bool operator==(const Today&, const Today&) = default;
};
inline constexpr std::array<std::string_view, 7> today_names{"before-start", "training", "rest", "away",
                                                             "paused",       "halted",   "over"};
constexpr std::string_view name(Today::State v) { return today_names[static_cast<std::size_t>(v)]; }

// What a day asks for. Any date will do: the host says which is today. A plan as of an earlier slot tells what was known then.
REHAB_API Today today(const Plan& plan, std::chrono::local_days date);
// For eyes: the sessions step by step, what was decided, what to ask and to test.
REHAB_API std::string today_text(const Plan& plan, std::chrono::local_days date, int width = 80, bool color = false);
// The same as data.
REHAB_API std::string today_json(const Plan& plan, std::chrono::local_days date);

// --- History ---------------------------------------------------------------------------------------------------------------------

// What the diary decided so far, and what it decides on days to come if nothing else is reported: each with its date, rule, what
// was seen, what it did, and who says so.
REHAB_API std::string history_text(const Plan& plan, int width = 80, bool color = false);
// The same as data.
REHAB_API std::string history_json(const Plan& plan);

// --- Progress --------------------------------------------------------------------------------------------------------------------

// A week of the calendar, from the plan's first day on.
struct WeekDone {
  DayRange days;                    // seven, of the last week those that are left
  int planned = 0;                  // sessions that stand; what a decision cancelled is not among them
  int lived = 0;                    // of these, up to Plan::as_of
  int all = 0, part = 0, none = 0;  // of the lived, as reported
  // Lived sessions of which nobody said how much was done.
  int unreported() const { return lived - all - part - none; }

  friend bool operator==(const WeekDone&, const WeekDone&) = default;
};

// One answer.
struct Point {
  Moment at{};                    // what it is about, not when it was logged
  double value = 0;               // in the measure's unit; of pain 0 to 10
  std::optional<double> other{};  // the other leg's; none: not tested

  friend bool operator==(const Point&, const Point&) = default;
};

// All answers to one measure's question, by time; at one slot the one that counts.
struct Course {
  Index<Measure> measure;     // none: pain, in a catalog that has no such measure
  std::vector<Point> points;  // never empty
  // The last against the first, as far as the catalog knows the measure's noise.
  enum class Verdict : std::uint8_t {
    single,        // there is only one
    unknown,       // they differ, and nobody knows how much of that is noise
    same,          // they are equal
    within_noise,  // they differ by no more than the measure's noise
    beyond_noise,  // they differ by more
  } verdict{};
  // The last less the first, in the measure's unit.
  double change() const { return points.back().value - points.front().value; }

  friend bool operator==(const Course&, const Course&) = default;
};
inline constexpr std::array<std::string_view, 5> verdict_names{"single", "unknown", "same", "within-noise", "beyond-noise"};
constexpr std::string_view name(Course::Verdict v) { return verdict_names[static_cast<std::size_t>(v)]; }

// How it went. Of a plan without diary, or of which nothing was lived, all is empty.
struct Progress {
  std::vector<WeekDone> weeks;      // up to the one that Plan::as_of is in; none: nothing was lived
  int days_lived = 0;               // days up to Plan::as_of
  int days_reported = 0;            // of these, with an answer of any kind
  std::optional<Course> pain;       // none: never reported
  std::vector<Course> courses;      // in the order of the catalog: each morning, once a week, after a session, tests
  std::optional<int> pain_allowed;  // the most that the last lived session allows, 0 to 10; none: no number is stated

  friend bool operator==(const Progress&, const Progress&) = default;
};

// How it went up to Plan::as_of.
REHAB_API Progress progress(const Plan& plan);
// For eyes: sessions by week, then pain and each measure.
REHAB_API std::string progress_text(const Plan& plan, int width = 80, bool color = false);
// The same as data.
REHAB_API std::string progress_json(const Plan& plan);

// --- What changed ----------------------------------------------------------------------------------------------------------------

// One dose of a phase that is another in sessions that both plans have: what is to be done, not who says so. Sessions in a row with
// the same dose before and the same dose after are one change; where either becomes another, the next begins.
struct DoseChange {
  std::uint32_t before = 0, after = 0;      // into Plan::doses, of the first session
  std::uint16_t phase = 0;                  // index into Protocol::phases
  std::chrono::local_days first{}, last{};  // dates in the plan after
  int sessions = 0;                         // that have it, at least 1

  friend bool operator==(const DoseChange&, const DoseChange&) = default;
};

// A session of both plans, on another day or at another time.
struct Move {
  std::uint32_t before = 0, after = 0;  // into Plan::sessions

  friend bool operator==(const Move&, const Move&) = default;
};

// A phase's visit, on other days.
struct PhaseMove {
  std::optional<std::uint16_t> before;  // into Plan::phases of the plan before; none: it is new
  std::optional<std::uint16_t> after;   // into Plan::phases of the plan after; none: it falls away

  friend bool operator==(const PhaseMove&, const PhaseMove&) = default;
};

// Of what lies after the lived part of the earlier plan: what is lived does not change.
struct Comparison {
  Plan before, after;                    // copies of those that were compared
  std::vector<std::uint32_t> cancelled;  // into before.sessions
  std::vector<std::uint32_t> added;      // into after.sessions
  std::vector<Move> refilled;            // sessions of both plans that lose or gain a workout; by time in the plan after
  std::vector<Move> moved;               // by time in the plan before
  std::vector<DoseChange> doses;         // by first day, one for each stretch of sessions
  std::vector<PhaseMove> phases;         // by time
  std::vector<std::uint32_t> reasons;    // into after.changes: decisions of the diary that the plan before had not
  bool ends_otherwise = false;           // Plan::ending

  // Reports alone change nothing: what was done is in the sessions, the plan goes on as it was.
  bool same() const {
    return cancelled.empty() && added.empty() && moved.empty() && refilled.empty() && doses.empty() && phases.empty() &&
           reasons.empty() && !ends_otherwise;
  }
};

// What the later plan has otherwise than the earlier. Both are plans of the same course (Plan::id), of the same catalog; sessions
// are compared by their lasting identity. To try an entry, compare with a plan of a copy of the case:
//
//   rehab::Case tried = intake;
//   tried.diary.push_back(entry);
//   if (rehab::Result<rehab::Plan> then = rehab::make_plan(catalog, tried))
//     std::cout << rehab::comparison_text(rehab::compare(*plan, *then), 80, false, true);
REHAB_API Comparison compare(const Plan& before, const Plan& after);
// For eyes, at most about a screen: what belongs together is one line. `what_if`: of an entry that is only tried, so that the title
// asks what would change.
REHAB_API std::string comparison_text(const Comparison& comparison, int width = 80, bool color = false, bool what_if = false);
// The same as data.
REHAB_API std::string comparison_json(const Comparison& comparison);

}  // namespace rehab
