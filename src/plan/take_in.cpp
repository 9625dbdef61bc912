// What became known, group by group.
#include <algorithm>

#include "plan/records.hpp"
#include "plan/replay.hpp"

namespace rehab::plan {

using std::chrono::days;
using std::chrono::local_days;

void Replay::take_in(Moment until) {
  while (next_ < plan_.known.size()) {
    const std::span rest = std::span(plan_.known).subspan(next_);
    const Entry& first = entry(rest.front());
    if (first.known() > until) return;
    std::size_t count = 1;
    while (count < rest.size() && entry(rest[count]).known() == first.known() && entry(rest[count]).moment() == first.moment())
      ++count;
    Group group;
    group.entries = rest.first(count);
    group.seen = first.moment();
    group.known = first.known();
    group.number = ++groups_;
    next_ += count;
    take_in(group);
  }
}

void Replay::take_in(Group& group) {
  merge(group);
  find_sessions(group);
  if (group.cleared) clear(group);
  if (group.pause) {
    paused_until_ = group.pause_until;  // the latest word counts: a pause may end sooner
    Change& change = decide(Change::Rule::paused, Change::Cause::pause, group.known);
    change.seen = group.seen;
    change.given = static_cast<int>((group.pause_until - group.known.date).count());
    lay_anew_ = true;
  }
  report(group);
  Breach breach;
  double allowed = 0;
  if (group.pain && breaks_pain_limit(group, allowed)) {
    breach.happened = true;
    breach.cause = Change::Cause::pain;
    breach.measure = pain_.value_or(Index<Measure>{});
    breach.value = *group.pain;
    breach.bound = allowed;
    breach.of_sessions = group.first_session != group.end_session;
    breach.of_phase = !breach.of_sessions || is_of_the_past(group);
  }
  if (breaks_mornings(group)) {
    if (!breach.happened) breach.cause = Change::Cause::mornings;
    breach.happened = breach.of_phase = true;
  }
  judge_criteria(group);
  act(group, breach);
  if (group.cleared_last) clear(group);
}

// A clinician who looked before the stop has not seen what stopped the plan.
void Replay::clear(const Group& group) {
  if (!halted_ || cleared_ || group.seen < stopped_) return;
  cleared_ = true;
  decide(Change::Rule::cleared, Change::Cause::clearance, group.known).seen = group.seen;
}

// Of several answers to one question the last in the diary counts.
void Replay::merge(Group& group) {
  for (std::size_t i = group.entries.size(); i-- > 0;) {
    const Entry& e = entry(group.entries[i]);
    if (!group.done) group.done = e.done;
    if (!group.pause && e.pause_until && *e.pause_until >= group.known.date) {
      group.pause = true;
      group.pause_until = *e.pause_until;
    }
    const bool last = !group.cleared && !group.flagged && !group.pain && !group.measured;
    if (!e.cleared_by.empty() && e.red_flags.empty() && last) group.cleared_last = true;
    group.measured = group.measured || !e.measured.empty();
    group.cleared = group.cleared || !e.cleared_by.empty();
    group.flagged = group.flagged || !e.red_flags.empty();
    if (!group.pain) group.pain = e.pain;
    for (std::size_t r = e.measured.size(); r-- > 0;) {
      const Reading& reading = e.measured[r];
      answer(group, finder_.find(reading.measure, r), reading.value, reading.other);
    }
  }
  if (group.pain && pain_) answer(group, pain_->value, *group.pain, {});
}

void Replay::answer(const Group& group, std::size_t measure, double value, std::optional<double> other) {
  if (measure >= plan_.measures.size()) return;  // `check_diary` has told of it
  MeasureRecord& of = plan_.measures[measure];
  if (of.answer == group.number) return;
  of.answer = group.number;
  record(of, plan_.catalog->measures[measure], value, other, group.seen, plan_week(group.seen.date));
}

// The session of that slot; where there is none, all of the day up to it.
void Replay::find_sessions(Group& group) {
  std::size_t end = plan_.sessions.size();
  while (end > 0 && plan_.sessions[end - 1].date > group.seen.date) --end;
  while (end > 0 && plan_.sessions[end - 1].date == group.seen.date && slot_of(plan_.sessions[end - 1].part) > group.seen.slot)
    --end;
  std::size_t first = end;
  while (first > 0 && plan_.sessions[first - 1].date == group.seen.date) --first;
  if (first < end && slot_of(plan_.sessions[end - 1].part) == group.seen.slot) first = end - 1;
  group.first_session = first;
  group.end_session = end;
  for (std::size_t i = first; i < end; ++i) group.workouts |= plan_.routine_of(plan_.sessions[i]).workouts;
}

// Told so late that its sessions are of another visit than the present one.
bool Replay::is_of_the_past(const Group& group) const {
  const auto present = static_cast<std::uint16_t>(plan_.phases.size() - 1);
  for (std::size_t i = group.first_session; i < group.end_session; ++i)
    if (plan_.routine_of(plan_.sessions[i]).phase != present) return true;
  return false;
}

// What was done is told also once the plan is over and nothing changes it any more.
void Replay::mark_sessions(const Group& group) {
  for (std::size_t i = group.first_session; i < group.end_session; ++i) {
    if (group.done) plan_.sessions[i].done = group.done;
    if (group.pain) plan_.sessions[i].pain = group.pain;
  }
}

void Replay::report(const Group& group) {
  mark_sessions(group);
  bool present = false;
  for (std::size_t i = group.first_session; i < group.end_session; ++i) {
    const Session& session = plan_.sessions[i];
    present = present || plan_.routine_of(session).phase + std::size_t{1} == plan_.phases.size();
    const Figure& allowed = plan_.routine_of(session).pain_max;
    if (group.done != Done::all || !group.pain || !allowed.value || *group.pain > allowed.value->max) continue;
    for (const PlannedDose& dose : plan_.doses_of(session))
      if (dose.ladder && *dose.ladder < 64) clean_ladders_ |= std::uint64_t{1} << *dose.ladder;
  }
  if (!present || !group.done || group.done == Done::all) return;
  // A week is done when all of it was done.
  if (group.done == Done::none || protocol_.missed == Protocol::Missed::repeat_week) visit_.missed_in_week = true;
  if (group.done == Done::none && protocol_.missed == Protocol::Missed::shift) repeat_day(group);
}

// A missed day does not count: it comes again. Each day of the visit only once.
void Replay::repeat_day(const Group& group) {
  int d = visit_.first;
  while (d <= day_ && d < course_.days && course_.at(d).date != group.seen.date) ++d;
  if (d > day_ || d >= course_.days || course_.at(d).uncounted) return;
  course_.at(d).uncounted = true;
  --visit_.counted;
  --counted_;
  lay_anew_ = true;
  decide(Change::Rule::day_repeated, Change::Cause::missed, group.known).seen = group.seen;
}

bool Replay::is_spoken_of(const Group& group, Index<Measure> measure) const {
  return measure && plan_.measures[measure.value].answer == group.number;
}

bool Replay::breaks_pain_limit(const Group& group, double& allowed) const {
  std::optional<int> most;
  for (std::size_t i = group.first_session; i < group.end_session; ++i) {
    const Figure& figure = plan_.routine_of(plan_.sessions[i]).pain_max;
    if (figure.value) most = std::min(most.value_or(figure.value->max), figure.value->max);
  }
  if (group.first_session == group.end_session) {
    if (const Figure figure = most_pain(plan_, phase(), visit_.week); figure.value) most = figure.value->max;
  }
  allowed = most.value_or(10);
  return most && *group.pain > *most;
}

bool Replay::breaks_mornings(const Group& group) {
  const PainRule& rule = pain_rule();
  bool asked = false, bad = false;
  for (const Index<Measure> measure : rule.mornings_of) {
    if (!is_spoken_of(group, measure)) continue;
    asked = true;
    const MeasureRecord& record = plan_.measures[measure.value];
    bad = bad || change_from(plan_.catalog[measure], record.said, *record.first) > 0;
  }
  if (!asked || !rule.mornings) return false;
  const local_days date = group.seen.date;
  if (!last_morning_ || date > *last_morning_) {
    bad_mornings_ = bad ? bad_mornings_ + 1 : 0;
    last_morning_ = date;
    last_morning_bad_ = bad;
  } else if (date == *last_morning_ && bad && !last_morning_bad_) {
    ++bad_mornings_;
    last_morning_bad_ = true;
  }
  if (bad_mornings_ < *rule.mornings) return false;
  bad_mornings_ = 0;
  return true;
}

// Criteria that are asked now; `what` gets each with its record, and whether it makes a load or a rung rise.
template <class Do>
void Replay::for_each_active(Do&& what) {
  std::size_t number = 0;
  const auto limits = [&](const std::vector<Limit>& list, bool active) {
    for (const Limit& limit : list) {
      if (active) what(limit.criterion, plan_.criteria[number], false);
      ++number;
    }
  };
  const auto criteria = [&](const std::vector<Criterion>& list, bool active, bool raises = false) {
    for (const Criterion& criterion : list) {
      if (active) what(criterion, plan_.criteria[number], raises);
      ++number;
    }
  };
  limits(protocol_.limits, true);
  const Phase *const here = &phase(), *const next = next_phase();
  for (const Phase& each : protocol_.phases) {
    limits(each.limits, &each == here);
    criteria(each.move_on, &each == here);
    criteria(each.enter, &each == next);
  }
  for (std::size_t i = 0; i < protocol_.ladders.size(); ++i) {
    criteria(protocol_.ladders[i].up_when, is_used(used_ladders_, i), true);
    limits(protocol_.ladders[i].limits, is_used(used_ladders_, i));
  }
  for (std::size_t i = 0; i < protocol_.loads.size(); ++i) criteria(protocol_.loads[i].step_when, is_used(used_loads_, i), true);
}

void Replay::judge_criteria(const Group& group) {
  for_each_active(
      [&](const Criterion& criterion, CriterionRecord& record, bool raises) { judge_one(criterion, record, group, raises); });
}

// On the first day of a week of the plan: what must not rise from week to week.
void Replay::judge_week() {
  if (today_ == plan_.intake.start || (today_ - plan_.intake.start).count() % 7 != 0) return;
  const int ended = plan_week(today_) - 1;
  Group group;
  group.seen = group.known = {today_, Slot::waking};
  group.number = ++groups_;
  group.weekly = true;
  Breach breach;
  const PainRule& rule = pain_rule();
  for (const Index<Measure> measure : rule.weekly_rise_of) {
    const MeasureRecord& of = plan_.measures[measure.value];
    const std::optional<double> now = worst_of_week(of, ended), before = worst_of_week(of, ended - 1);
    if (breach.happened || !rule.weekly_rise_max || !now || !before) continue;
    if (change_from(plan_.catalog[measure], *now, *before) <= *rule.weekly_rise_max) continue;
    if (plan_.catalog[measure].unit == Measure::Unit::score && *now <= rule.pain_safe.value_or(-1)) continue;  // safe as it is
    breach.happened = breach.of_phase = true;
    breach.cause = Change::Cause::weekly_rise;
    breach.measure = measure;
    breach.value = *now;
    breach.bound = *before + *rule.weekly_rise_max;
  }
  for_each_active([&](const Criterion& criterion, CriterionRecord& record, bool) {
    if (!criterion.weekly_change_max) return;
    const MeasureRecord& of = plan_.measures[criterion.measure.value];
    if (const std::optional<bool> met = plan::judge_week(plan_, criterion, of, ended))
      note(record, plan_.catalog[criterion.measure], *met, *worst_of_week(of, ended), group.seen);
  });
  act(group, breach);
}

void Replay::judge_one(const Criterion& criterion, CriterionRecord& record, const Group& group, bool raises) {
  const bool of_session = plan_.catalog[criterion.measure].asked == Measure::Asked::session;
  if (raises && of_session && !is_done_whole(group)) return;
  if (criterion.weekly_change_max || !is_spoken_of(group, criterion.measure) || !is_about(criterion, group)) return;
  const MeasureRecord& said = plan_.measures[criterion.measure.value];
  if (const std::optional<bool> met = judge(plan_, criterion, said, group.pain))
    note(record, plan_.catalog[criterion.measure], *met, said.said, group.seen);
}

// What was done in part, or not at all, shows nothing of what may rise.
bool Replay::is_done_whole(const Group& group) const {
  for (std::size_t i = group.first_session; i < group.end_session; ++i)
    if (plan_.sessions[i].done != Done::all) return false;
  return group.first_session != group.end_session;
}

// Of a criterion for one workout's sessions and the mornings after them.
bool Replay::is_about(const Criterion& criterion, const Group& group) const {
  if (criterion.workout.empty()) return true;
  const std::uint64_t workout = numbered(criterion.workout);
  if (plan_.catalog[criterion.measure].asked == Measure::Asked::session) return (group.workouts & workout) != 0;
  for (std::size_t i = plan_.sessions.size(); i-- > 0 && plan_.sessions[i].date >= group.seen.date - days{1};) {
    const Session& session = plan_.sessions[i];
    if (session.date == group.seen.date - days{1} && (plan_.routine_of(session).workouts & workout) != 0) return true;
  }
  return false;
}

// Which ladders and loads the phase's doses are on, in themselves, on their rungs or in a substitute.
void Replay::find_used() {
  used_ladders_ = used_loads_ = 0;
  const std::uint64_t workouts = taking_part();
  const auto use_load = [&](const DoseNumbers& numbers) {
    if (numbers.load && numbers.load->kind == LoadName::Kind::named && numbers.load->load < 64)
      used_loads_ |= std::uint64_t{1} << numbers.load->load;
  };
  for (const Workout& workout : phase().workouts) {
    if ((workouts >> workout.number & 1) == 0) continue;
    for (const Dose& dose : workout.doses) {
      use_load(dose.numbers);
      if (!dose.ladder) continue;
      if (*dose.ladder < 64) used_ladders_ |= std::uint64_t{1} << *dose.ladder;
      for (const PartialDose& rung : protocol_.ladders[*dose.ladder].rungs) use_load(rung.numbers);
    }
  }
  for (const Substitute& substitute : protocol_.instead) use_load(substitute.with.numbers);
}

// The workout of this id, as a set of one; in whatever phase it stands.
std::uint64_t Replay::numbered(std::string_view id) const {
  for (const Phase& each : protocol_.phases)
    for (const Workout& workout : each.workouts)
      if (workout.id == id) return std::uint64_t{1} << workout.number;
  return 0;
}

}  // namespace rehab::plan
