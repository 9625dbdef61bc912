#include "plan/replay.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

#include "plan/records.hpp"

namespace rehab::plan {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

namespace {

// The entries of the diary up to `as_of`, in the order in which they became known; sets as_of and revision.
void order_entries(Plan& plan, std::optional<Moment> as_of) {
  const std::vector<Entry>& diary = plan.intake.diary;
  plan.as_of = as_of;
  for (std::uint32_t i = 0; i < diary.size(); ++i) {
    const Moment known = diary[i].known();
    if (as_of && known > *as_of) continue;
    plan.known.push_back(i);
    if (!as_of && (!plan.as_of || known > *plan.as_of)) plan.as_of = known;
  }
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
    const Entry &x = diary[a], &y = diary[b];
    return std::tuple(x.known(), x.moment(), a) < std::tuple(y.known(), y.moment(), b);
  };
  if (!std::ranges::is_sorted(plan.known, earlier)) std::ranges::sort(plan.known, earlier);
  plan.revision = static_cast<int>(plan.known.size());
}

}  // namespace

Replay::Replay(Plan& plan, std::optional<Moment> as_of)
    : plan_(plan), protocol_(plan.protocol()), today_(plan.intake.start), finder_(plan.catalog->measures) {
  order_entries(plan, as_of);
}

void Replay::run() {
  const std::optional<std::uint16_t> first = next_played(plan_, -1);
  if (!first) return;
  begin_records();
  while (is_off(today_) && today_ - plan_.intake.start < longest_stay) today_ += days{1};
  begin_visit(*first, false);
  while (!over_ && find_next_day()) {
    if (!change_visit()) break;
    if (follows()) judge_week();
    if (halted_) continue;
    begin_week();
    if (follows()) step_rungs();
    if (!gate()) break;
    if (counted_ >= most_days) {
      end_with(Change::Rule::cut_short, Change::Cause::capacity, nullptr);
      break;
    }
    if (week_begins_ && !repeats_ && !visit_.held) ++visit_.week;
    live_day();
  }
  finish();
}

bool Replay::is_off(local_days date) const {
  if (protocol_.away != Protocol::Away::shift) return false;
  return away_on(plan_.intake, date) || is_paused(date);
}

// Goes on to the next day of a phase; what became known by its morning is taken in. False: there is none.
bool Replay::find_next_day() {
  for (;; today_ += days{1}) {
    take_in({today_, Slot::waking});
    if (halted_ && !cleared_ && next_ == plan_.known.size()) return false;
    if (today_ - plan_.intake.start >= longest_stay) {
      if (!halted_) end_with(Change::Rule::cut_short, Change::Cause::capacity, nullptr);
      return false;
    }
    if (halted_ && !cleared_) continue;
    if (cleared_) {
      halted_ = cleared_ = step_back_ = false;
      restart_ = resumes_ = true;
    }
    if (!is_off(today_)) return true;
  }
}

void Replay::begin_records() {
  if (!follows()) return;
  const CatalogData& catalog = *plan_.catalog;
  plan_.measures.assign(catalog.measures.size(), {});
  const auto pain = std::ranges::find(catalog.measures, "pain", &Measure::id);
  if (pain != catalog.measures.end()) pain_ = Index<Measure>{static_cast<std::uint16_t>(pain - catalog.measures.begin())};
  std::size_t count = protocol_.limits.size();
  for (const Phase& phase : protocol_.phases) count += phase.limits.size() + phase.move_on.size() + phase.enter.size();
  for (const Ladder& ladder : protocol_.ladders) count += ladder.up_when.size() + ladder.limits.size();
  for (const Load& load : protocol_.loads) count += load.step_when.size();
  plan_.criteria.assign(count, {});
}

// A visit that ended before its first day was none; the only one stays, unless `another` begins.
void Replay::drop_unlived_visit(bool another) {
  const auto number = static_cast<std::uint16_t>(plan_.phases.size() - 1);
  if (plan_.phases[number].days.begin != plan_.phases[number].days.end || (number == 0 && !another)) return;
  plan_.phases.pop_back();
  std::erase_if(plan_.changes, [number](const Change& c) { return c.phase == number && c.cause == Change::Cause::none; });
  for (Change& change : plan_.changes)
    if (change.phase == number && number > 0) --change.phase;
}

void Replay::begin_visit(std::uint16_t phase, bool shortened) {
  if (!plan_.phases.empty()) drop_unlived_visit(true);
  const auto before = std::ranges::count(plan_.phases, phase, &PhaseSpan::phase);
  PhaseSpan& span = plan_.phases.emplace_back();
  span.phase = phase;
  span.visit = static_cast<std::uint16_t>(before + 1);
  span.days = {today_, today_};
  const PhaseLength length = length_of(plan_, phase, counted_);
  visit_ = {};
  visit_.first = day_;
  visit_.planned = shortened ? std::min(length.shortest, length.planned) : length.planned;
  visit_.shortest = shortened ? visit_.planned : length.shortest;
  visit_.longest = length.longest;
  visit_.cut = shortened ? length.planned < length.shortest : length.cut;
  span.planned = visit_.planned;
  span.shortest = visit_.shortest;
  span.longest = visit_.longest;
  ordinals_.fill(0);
  week_begins_ = repeats_ = false;
  circumstances_.behind.fill(0);
  if (follows()) {
    find_used();
    const auto forget = [&](const auto& list, const auto& of) {
      for (const auto& each : list) plan_.criteria[criterion_number(protocol_, of(each))] = {};
    };
    const auto itself = [](const Criterion& c) -> const Criterion& { return c; };
    forget(this->phase().limits, [](const Limit& limit) -> const Criterion& { return limit.criterion; });
    forget(this->phase().move_on, itself);
    if (const Phase* const next = next_phase()) forget(next->enter, itself);
    if (resumes_) {  // a clinician has looked at what was before
      for (CriterionRecord& record : plan_.criteria) begin_row_anew(record);
      bad_mornings_ = 0;
    }
    resumes_ = false;
  }
  placing_.begin(plan_);
  lay_out(true);
}

// Gives the rest of the visit its dates and weeks, and places its workouts.
void Replay::lay_out(bool telling) {
  const std::size_t span = plan_.phases.size() - 1;
  Stretch& stretch = course_.stretches[span];
  stretch = {plan_.phases.back().phase, visit_.first, day_ + visit_.planned - visit_.counted};
  if (day_ == visit_.first) plan_.phases.back().days = {today_, today_};
  const int week_today = visit_.last_week_begun / 7;
  local_days date = today_;
  for (int d = day_, k = visit_.counted; d < stretch.end; ++d, ++k, date += days{1}) {
    const local_days planned = d > day_ ? date : d > 0 ? course_.at(d - 1).date + days{1} : plan_.intake.start;
    while (is_off(date) && date - plan_.intake.start < longest_stay) date += days{1};
    if (telling && date != planned) tell_move(planned, date - planned);
    Course::Day& day = course_.at(d);
    day.date = date;
    day.off = protocol_.away == Protocol::Away::drop && away_on(plan_.intake, date);
    day.of_phase = static_cast<std::uint8_t>(k);
    day.week = static_cast<std::uint8_t>(visit_.week + (visit_.held ? 0 : std::max(0, k / 7 - week_today)));
    day.of_plan = static_cast<std::uint8_t>(counted_ + k - visit_.counted);
    day.uncounted = false;
    day.stretch = static_cast<std::uint16_t>(span);
  }
  course_.days = stretch.end;
  placing_.place(plan_, course_, circumstances_.behind, day_, telling, grid_);
  lay_anew_ = false;
}

// Days away that move the rest.
void Replay::tell_move(local_days from, days moved) {
  if (protocol_.away != Protocol::Away::shift || !away_on(plan_.intake, from)) return;
  Change& change = plan_.changes.emplace_back();
  change.rule = Change::Rule::away_moved;
  change.date = from;
  change.phase = static_cast<std::uint16_t>(plan_.phases.size() - 1);
  change.given = static_cast<int>(moved.count());
}

void Replay::live_day() {
  ramp_back();
  if (lay_anew_ || course_.at(day_).date != today_) {
    if (day_ == visit_.first) placing_.begin(plan_);
    lay_out(false);
  }
  plan_.phases.back().days.end = today_ + days{1};
  for (std::size_t part = 0; part < part_names.size(); ++part) live_part(static_cast<Part>(part));
  const bool off = course_.at(day_).off || is_paused(today_);
  if (!off) last_day_ = today_;
  counted_dates_[static_cast<std::size_t>(std::clamp(counted_, 0, most_days - 1))] = today_;
  ++visit_.counted;
  ++counted_;
  ++day_;
  today_ += days{1};
}

void Replay::live_part(Part part) {
  take_in({today_, static_cast<Slot>(part)});  // the slot before the part
  const std::uint64_t placed = grid_[static_cast<std::size_t>(day_)][static_cast<std::size_t>(part)];
  if (placed == 0) return;
  const Course::Day& day = course_.at(day_);
  // The place is counted also where nothing is left to do, so that what falls out does not rename what follows.
  const std::uint16_t ordinal = ordinals_[static_cast<std::size_t>(part)]++;
  if (halted_ || is_paused(today_)) return;
  Routine wanted;
  wanted.phase = static_cast<std::uint16_t>(plan_.phases.size() - 1);
  wanted.week = static_cast<std::uint16_t>(counted_ / 7 + 1);
  wanted.week_of_phase = day.week;
  wanted.workouts = without_resting(placed, part);
  wanted.standing = standing_;
  if (wanted.workouts == 0) return;
  const std::uint32_t routine = routine_of(wanted);
  if (plan_.routines[routine].doses == 0) return;
  Session& session = plan_.sessions.emplace_back();
  session.date = today_;
  session.time = *plan_.intake.times[static_cast<std::size_t>(part)];
  session.part = part;
  session.ordinal = ordinal;
  session.routine = routine;
}

std::uint64_t Replay::without_resting(std::uint64_t workouts, Part part) const {
  const auto now = today_ + *plan_.intake.times[static_cast<std::size_t>(part)];
  for (std::uint64_t left = workouts & resting_; left != 0; left &= left - 1) {
    const int number = std::countr_zero(left);
    if (now < rest_until_[static_cast<std::size_t>(number)]) workouts &= ~(std::uint64_t{1} << number);
  }
  return workouts;
}

// The routine of these workouts in this week, made at its first session.
std::uint32_t Replay::routine_of(const Routine& wanted) {
  for (std::size_t i = plan_.routines.size(); i-- > 0;) {
    const Routine& routine = plan_.routines[i];
    if (routine.phase != wanted.phase || routine.week != wanted.week) break;
    if (routine.week_of_phase == wanted.week_of_phase && routine.workouts == wanted.workouts && routine.standing == wanted.standing)
      return static_cast<std::uint32_t>(i);
  }
  Routine routine = wanted;
  prescribe(plan_, routine, circumstances_);
  plan_.routines.push_back(routine);
  return static_cast<std::uint32_t>(plan_.routines.size() - 1);
}

// After many days off the volume begins below the usual and comes back day by day.
void Replay::ramp_back() {
  if (!protocol_.ramp_back) return;
  const RampBack& ramp = *protocol_.ramp_back;
  const int off = last_day_ ? static_cast<int>((today_ - *last_day_).count()) - 1 : 0;
  const bool back = !course_.at(day_).off && !is_paused(today_);
  if (back && off >= ramp.after_days_off) {
    ramp_day_ = 0;
    Change& change = decide(Change::Rule::ramped, Change::Cause::days_off, {today_, Slot::waking});
    change.asked = off;
    change.given = ramp.start_percent;
  } else if (ramp_day_ >= 0) {
    ++ramp_day_;
  }
  if (ramp_day_ >= ramp.over_days) ramp_day_ = -1;
  const int percent = ramp_day_ < 0 ? 100 : ramp.start_percent + (100 - ramp.start_percent) * ramp_day_ / ramp.over_days;
  if (percent == circumstances_.ramp_percent) return;
  circumstances_.ramp_percent = percent;
  ++standing_;
}

void Replay::finish() {
  drop_unlived_visit(false);
  report_the_rest();
  plan_.weeks = (counted_ + 6) / 7;
  plan_.days = {plan_.phases.front().days.begin, plan_.phases.back().days.end};
  if (halted_) plan_.ending = Plan::Ending::stopped;
  for (const int week : protocol_.severity[static_cast<std::size_t>(severity())]->review_weeks) {
    if (counted_ > 0) plan_.reviews.push_back(counted_dates_[static_cast<std::size_t>(std::min(7 * week, counted_) - 1)]);
  }
  tell_what_lies_outside();
  set_ends();
}

// Once the plan is over nothing changes it any more, but what was done in it may still be told.
void Replay::report_the_rest() {
  for (const std::uint32_t index : std::span(plan_.known).subspan(next_)) {
    Group group;
    group.seen = entry(index).moment();
    group.done = entry(index).done;
    group.pain = entry(index).pain;
    find_sessions(group);
    mark_sessions(group);
  }
}

void Replay::tell_what_lies_outside() {
  int count = 0;
  Moment first{};
  for (const std::uint32_t index : plan_.known) {
    const Entry& e = entry(index);
    if (e.date < plan_.days.end || !e.cleared_by.empty() || !e.red_flags.empty() || (halted_ && e.moment() == stopped_)) continue;
    if (count++ == 0 || e.moment() < first) first = e.moment();
  }
  if (count > 0) decide(Change::Rule::entry_outside, Change::Cause::none, first).given = count;
}

// The day after so many days of a phase from `from` on.
local_days Replay::walk(local_days from, int count) const {
  const local_days last = plan_.intake.start + longest_stay;
  for (local_days date = from; count > 0 && date < last; date += days{1}) {
    if (is_off(date)) continue;
    --count;
    from = date + days{1};
  }
  return from;
}

void Replay::set_ends() {
  const Moment* lived = plan_.as_of ? &*plan_.as_of : nullptr;
  std::size_t present = 0;
  for (std::size_t i = 0; i < plan_.phases.size(); ++i)
    if (lived && plan_.phases[i].days.begin <= lived->date) present = i;
  for (std::size_t i = 0; i < present; ++i) plan_.phases[i].earliest_end = plan_.phases[i].latest_end = plan_.phases[i].days.end;
  local_days earliest{}, latest{};
  int counted = 0;  // by the end of what is lived
  for (std::size_t i = present; i < plan_.phases.size(); ++i) {
    PhaseSpan& span = plan_.phases[i];
    int of_phase = 0;
    if (i == present) {
      earliest = latest = lived ? std::max(span.days.begin, lived->date + days{1}) : span.days.begin;
      const Stretch& stretch = course_.stretches[i];
      const int end = std::min(stretch.end, day_);
      int d = stretch.first;
      while (d < end && course_.at(d).date < earliest) ++d;
      const bool is_last = i + 1 == plan_.phases.size();
      of_phase = d < end ? course_.at(d).of_phase : is_last ? visit_.counted : course_.at(end - 1).of_phase + 1;
      counted = d < end ? course_.at(d).of_plan : is_last ? counted_ : course_.at(end - 1).of_plan + 1;
    }
    const int longest = std::max(0, std::min(span.longest - of_phase, most_days - counted));
    earliest = walk(earliest, std::max(0, span.shortest - of_phase));
    latest = walk(latest, longest);
    counted += longest;
    if (lived && span.days.end <= lived->date) earliest = latest = span.days.end;  // the plan was over before
    span.earliest_end = earliest = std::min(earliest, span.days.end);
    span.latest_end = std::max(latest, span.days.end);
  }
}

std::chrono::local_time<minutes> Replay::clock(Moment moment) const {
  if (moment.slot == Slot::waking) return moment.date + minutes{0};
  const std::size_t part = static_cast<std::size_t>(moment.slot) - 1;
  return moment.date + plan_.intake.times[part].value_or(*usual_times[part]);
}

int Replay::plan_week(local_days date) const { return static_cast<int>((date - plan_.intake.start).count() / 7); }

const Phase* Replay::next_phase() const {
  const std::optional<std::uint16_t> next = next_played(plan_, plan_.phases.back().phase);
  return next ? &protocol_.phases[*next] : nullptr;
}

const CriterionRecord& Replay::record_of(const Criterion& criterion) const {
  return plan_.criteria[criterion_number(protocol_, criterion)];
}

Change& Replay::decide(Change::Rule rule, Change::Cause cause, Moment moment) {
  Change& change = plan_.changes.emplace_back();
  change.rule = rule;
  change.cause = cause;
  change.date = moment.date;
  change.seen = moment;
  change.phase = static_cast<std::uint16_t>(plan_.phases.size() - 1);
  return change;
}

}  // namespace rehab::plan
