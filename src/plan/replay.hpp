// One pass over the days of a plan: places its sessions, and follows the diary while it does. Nothing looks back through the diary:
// what it has shown is kept in records, and what is past is never touched.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "plan/course.hpp"
#include "plan/ids.hpp"
#include "plan/place.hpp"
#include "plan/prescribe.hpp"
#include "plan/standing.hpp"
#include "rehab/plan.hpp"

namespace rehab::plan {

// One visit of a phase.
struct Visit {
  int first = 0;                               // day of the course
  int counted = 0;                             // days of the phase before today
  int planned = 0, shortest = 0, longest = 0;  // in counted days; `planned` grows with holds
  bool cut = false;                            // it would last longer if twelve weeks had room
  int week = 1;                                // for numbers that go by week
  bool held = false;                           // its weeks do not advance any more
  Moment held_since{};
  int last_week_begun = 0;  // the day, counted, with which its latest week began
  int breaches = 0;
  bool missed_in_week = false, breach_in_week = false;
};

// Entries of one slot that became known at one slot, as one.
struct Group {
  Moment seen, known;
  std::uint32_t number = 0;  // 1-based
  std::span<const std::uint32_t> entries;
  std::optional<Done> done;
  std::optional<int> pain;
  bool pause = false, cleared = false, flagged = false;
  bool cleared_last = false;  // the clearance stands behind all that it was about
  bool measured = false;
  bool weekly = false;  // no entries: a week of the plan has ended
  std::chrono::local_days pause_until{};
  // The sessions that it is about: [first, end) of Plan::sessions, and their workouts.
  std::size_t first_session = 0, end_session = 0;
  std::uint64_t workouts = 0;
};

class Replay {
 public:
  Replay(Plan& plan, std::optional<Moment> as_of);

  // Fills the plan: phases, sessions, routines, doses, changes, records, the ending.
  void run();

 private:
  // replay.cpp: the days
  bool find_next_day();
  bool is_off(std::chrono::local_days date) const;
  bool is_paused(std::chrono::local_days date) const { return paused_until_ && date <= *paused_until_; }
  void begin_visit(std::uint16_t phase, bool shortened);
  void begin_records();
  void drop_unlived_visit(bool another);
  void lay_out(bool telling);
  void tell_move(std::chrono::local_days from, std::chrono::days moved);
  void live_day();
  void live_part(Part part);
  std::uint64_t without_resting(std::uint64_t workouts, Part part) const;
  std::uint32_t routine_of(const Routine& wanted);
  void ramp_back();
  void finish();
  void tell_what_lies_outside();
  void report_the_rest();
  void set_ends();
  std::chrono::local_days walk(std::chrono::local_days from, int days) const;

  // decisions.cpp: what is decided at the beginning of a day
  bool change_visit();
  void begin_week();
  void repeat_week();
  void give_back();
  bool give_back(Standing& standing);
  int rung_of(std::uint16_t ladder);
  void step_loads();
  void step_load(std::uint16_t load);
  void step_rungs();
  void step_rung(std::uint16_t ladder);
  bool may_step_up() const;
  bool gate();
  bool all_fulfilled(const std::vector<Criterion>& criteria) const;
  void begin_rows_anew(const std::vector<Criterion>& criteria);
  bool all_shown() const;
  struct Blocked {
    const Criterion* by = nullptr;
    bool unknown = false;
  };
  Blocked blocked() const;
  bool holds_back(const Criterion& criterion, bool must_be_known) const;
  bool hold(Change::Cause cause, Moment moment, const Criterion* criterion);
  int room() const;
  void end_with(Change::Rule rule, Change::Cause cause, const Criterion* criterion);

  // take_in.cpp: what became known. Of more than 64 ladders or loads the later ones are taken to be in use always.
  static bool is_used(std::uint64_t set, std::size_t i) { return i >= 64 || (set >> i & 1) != 0; }
  void take_in(Moment until);
  void take_in(Group& group);
  void merge(Group& group);
  void find_sessions(Group& group);
  void clear(const Group& group);
  bool is_of_the_past(const Group& group) const;
  void mark_sessions(const Group& group);
  void report(const Group& group);
  void repeat_day(const Group& group);
  void answer(const Group& group, std::size_t measure, double value, std::optional<double> other);
  bool is_spoken_of(const Group& group, Index<Measure> measure) const;
  bool breaks_pain_limit(const Group& group, double& allowed) const;
  bool breaks_mornings(const Group& group);
  template <class Do>
  void for_each_active(Do&& what);
  void judge_criteria(const Group& group);
  void judge_week();
  void judge_one(const Criterion& criterion, CriterionRecord& record, const Group& group, bool raises);
  bool is_done_whole(const Group& group) const;
  bool is_about(const Criterion& criterion, const Group& group) const;
  void find_used();

  // effects.cpp: what follows from it
  struct Breach {
    bool happened = false;
    Change::Cause cause{};
    Index<Measure> measure;
    std::optional<double> value, bound;
    bool of_sessions = false, of_phase = false;  // whom it is about: the group's sessions, all loaded workouts of the phase
  };
  struct Broken {
    const Limit& limit;
    std::uint16_t place;  // for limit_of
    CriterionRecord& record;
    std::optional<std::uint16_t> ladder;  // whose limit it is
  };
  template <class Do>
  void for_each_broken(const Group& group, Do&& what);
  void act(const Group& group, const Breach& breach);
  void execute(const Broken& broken, const Group& group);
  bool has_asked(const Broken& broken) const;
  void restart_workout(const Broken& broken, const Group& group);
  void count(const Breach& breach, const Group& group);
  void commit(const Breach& breach, const Group& group);
  void rest_until(std::uint64_t workouts, std::chrono::local_time<std::chrono::minutes> until);
  void rest(std::uint64_t workouts, const Change& why, const Group& group);
  void lower_for(const Broken& broken, const Group& group, const Change& why);
  void lower_phase(std::uint64_t workouts, const Change& why);
  void lower(const PlannedDose& dose, const Change& why);
  void lower_ladder(std::uint16_t ladder, const Change& why);
  bool lower_rung(const PlannedDose& dose, const Change& why);
  bool lower_load(const PlannedDose& dose, const Change& why);
  bool lower_volume(const PlannedDose& dose, const Change& why);
  Change& lowered(Change::Rule rule, const PlannedDose& dose, const Change& why);
  void stop(const Change& why);
  Change ground_of(const Broken& broken, const Group& group) const;
  Change ground_of(const Breach& breach, const Group& group) const;
  std::uint64_t loaded_workouts() const;
  std::uint64_t numbered(std::string_view workout) const;

  // One change more, of the present visit, that begins to act at `moment`.
  Change& decide(Change::Rule rule, Change::Cause cause, Moment moment);
  void give_ground(Change& change, const Criterion& criterion) const;

  // Doses of these workouts of the phase as they would be today; `use` gets each.
  template <class Use>
  void for_each_dose(std::uint64_t workouts, Use&& use);

  const Phase& phase() const { return plan_.phase_of(plan_.phases.back()); }
  const Phase* next_phase() const;
  const PainRule& pain_rule() const { return plan_.catalog[pain_rule_of(protocol_, phase())]; }
  std::uint64_t taking_part() const { return workouts_for(plan_.intake, phase()); }
  const Entry& entry(std::uint32_t index) const { return plan_.intake.diary[index]; }
  Severity severity() const { return plan_.intake.severity; }
  // Before anything was told nothing is decided by silence.
  bool is_lived(Moment moment) const { return follows() && moment >= entry(plan_.known.front()).known() && moment <= *plan_.as_of; }
  std::chrono::local_time<std::chrono::minutes> clock(Moment moment) const;
  int plan_week(std::chrono::local_days date) const;
  const CriterionRecord& record_of(const Criterion& criterion) const;
  bool follows() const { return !plan_.known.empty(); }

  Plan& plan_;
  const Protocol& protocol_;
  Course course_;
  Grid grid_;
  Placing placing_;
  Circumstances circumstances_;

  Visit visit_;
  std::chrono::local_days today_;
  int day_ = 0;      // of the course
  int counted_ = 0;  // days of the plan before today
  std::array<std::uint16_t, part_names.size()> ordinals_{};
  std::uint16_t standing_ = 0;  // how often a dose has changed
  bool lay_anew_ = false;
  bool over_ = false;

  std::size_t next_ = 0;  // of Plan::known
  std::uint32_t groups_ = 0;
  MeasureFinder finder_;
  std::optional<Index<Measure>> pain_;
  bool halted_ = false, cleared_ = false, step_back_ = false, restart_ = false;
  bool resumes_ = false;  // the next visit begins after a clearance
  std::optional<std::chrono::local_days> paused_until_, last_day_;
  std::optional<std::chrono::local_days> last_lowered_;  // a breach, or a limit that lowered or restarted something
  Moment stopped_{};                                     // what the newest stop was about
  std::optional<std::chrono::local_days> last_morning_;
  bool last_morning_bad_ = false;
  int bad_mornings_ = 0;
  std::array<std::chrono::local_time<std::chrono::minutes>, 64> rest_until_;
  std::uint64_t resting_ = 0;                        // workouts with a rest that may not be over
  std::uint64_t clean_ladders_ = 0;                  // that a whole session within the pain limit was reported of
  std::uint64_t used_ladders_ = 0, used_loads_ = 0;  // by the phase
  std::uint16_t stamp_ = 0;                          // of the standings that the present group changes
  int ramp_day_ = -1;                                // days since the return; -1: no ramp
  bool week_begins_ = false, repeats_ = false;       // today
  std::array<std::chrono::local_days, most_days> counted_dates_;
};

template <class Use>
void Replay::for_each_dose(std::uint64_t workouts, Use&& use) {
  Routine routine;
  routine.phase = static_cast<std::uint16_t>(plan_.phases.size() - 1);
  routine.week_of_phase = static_cast<std::uint16_t>(visit_.week);
  routine.workouts = workouts;
  const std::size_t first = plan_.doses.size();
  prescribe(plan_, routine, circumstances_, false);  // a look tells nothing, so that no change moves under one who writes it
  for (std::size_t i = first; i < first + routine.doses; ++i) {
    const PlannedDose dose = plan_.doses[i];
    use(dose);
  }
  plan_.doses.resize(first);
}

}  // namespace rehab::plan
