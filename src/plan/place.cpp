#include "plan/place.hpp"

#include <algorithm>
#include <bit>

#include "plan/ids.hpp"
#include "protocol/effective.hpp"

namespace rehab::plan {

using std::chrono::days;
using std::chrono::local_days;

bool takes_part(const Case& intake, const Workout& workout) {
  return workout.is_for(intake.severity) && (!workout.optional || has(intake.with, workout.id));
}

std::uint64_t workouts_for(const Case& intake, const Phase& phase) {
  std::uint64_t workouts = 0;
  for (const Workout& workout : phase.workouts)
    if (takes_part(intake, workout)) workouts |= std::uint64_t{1} << workout.number;
  return workouts;
}

Parts parts_for(const Case& intake, const Workout& workout) {
  Parts out;
  const auto add = [&](Part part) {
    const auto end = out.part.begin() + static_cast<std::ptrdiff_t>(out.count);
    if (intake.times[static_cast<std::size_t>(part)] && std::find(out.part.begin(), end, part) == end) out.part[out.count++] = part;
  };
  if (workout.at.empty()) return out;
  for (const Part part : workout.at) add(part);
  const int wanted = static_cast<int>(workout.at.front());
  for (int away = 1; away < static_cast<int>(part_names.size()); ++away) {
    if (wanted - away >= 0) add(static_cast<Part>(wanted - away));
    if (wanted + away < static_cast<int>(part_names.size())) add(static_cast<Part>(wanted + away));
  }
  return out;
}

namespace {

// The week that begins with the phase's first day, as offsets from it.
WeekDays free_days(const Case& intake, local_days first) {
  WeekDays free = 0;
  for (int i = 0; i < 7; ++i) {
    if (intake.days.contains(std::chrono::weekday{first + days{i}})) free = static_cast<WeekDays>(free | 1u << i);
  }
  return free;
}

}  // namespace

// The days of one visit from one of them on.
class PhasePlacing {
 public:
  PhasePlacing(Placing& visit, Plan& plan, const Course& course, const WeeksBehind& behind, int from, bool telling, Grid& grid)
      : visit_(visit),
        plan_(plan),
        course_(course),
        behind_(behind),
        from_(from),
        telling_(telling),
        span_(plan.phases.size() - 1),
        stretch_(course.stretches[span_]),
        phase_(plan.protocol().phases[stretch_.phase]),
        grid_(grid),
        first_(course.at(stretch_.first).date) {}

  void run() {
    for (int d = from_; d < stretch_.end; ++d) grid_[static_cast<std::size_t>(d)].fill(0);
    for (std::size_t w = 0; w < std::min(phase_.workouts.size(), most_workouts); ++w) {
      if (takes_part(plan_.intake, phase_.workouts[w])) workout(w);
    }
  }

 private:
  static constexpr std::size_t most_workouts = Placing::most_workouts;

  // The week of the visit, 0-based, by the days that counted.
  std::size_t week_of(int d) const { return course_.at(d).of_phase / 7u; }
  // Days in that week: seven, or fewer in the last.
  int days_in_week_of(int d) const {
    return std::min(7, course_.at(stretch_.end - 1).of_phase + 1 - static_cast<int>(week_of(d)) * 7);
  }
  // The week that the numbers go by.
  int number_week(const Workout& workout, int d) const { return week_for(course_.at(d).week, workout, behind_); }

  int asked_days(const Workout& workout, int week) const { return range_at(workout.days_per_week, week); }
  int asked_times(const Workout& workout, int week) const { return range_at(workout.times_per_day, week); }
  int range_at(const Amount& amount, int week) const {
    const auto range = amount.at(plan_.intake.severity, week);
    return range ? range->lower() : 0;
  }

  void workout(std::size_t w) {
    const Workout& workout = phase_.workouts[w];
    const Rest rest(plan_, course_, grid_, workout);
    parts_ = parts_for(plan_.intake, workout);
    fewest_days_ = fewest_times_ = {};
    int placed = stood_before(workout), left_out = 0, in_week = stood_in_week_before(workout), away = 0;
    local_days first_left_out{};
    for (int d = from_; d < stretch_.end; ++d) {
      const std::size_t week = week_of(d);
      if (d == from_ || week != week_of(d - 1)) {
        if (d != from_) in_week = 0;
        choose_days(w, week, d);
      }
      const local_days date = course_.at(d).date;
      const int offset = static_cast<int>((date - first_).count() % 7);
      if ((chosen(w, week) >> offset & 1) == 0 || in_week >= share(w, d)) continue;
      const int numbers = number_week(workout, d);
      if (course_.at(d).off) {
        away += std::min(asked_times(workout, numbers), static_cast<int>(parts_.count));
        continue;
      }
      const auto [done, missed] = place_day(workout, rest, d, numbers);
      if (missed > 0 && left_out == 0) first_left_out = date;
      placed += done;
      left_out += missed;
      if (done > 0) ++in_week;
    }
    const int once = placed == 0 ? place_once(workout, rest) : -1;
    if (telling_) report(w, placed, left_out, first_left_out, away, once);
  }

  bool stands(const Workout& workout, int d) const {
    const auto& parts = grid_[static_cast<std::size_t>(d)];
    return std::ranges::any_of(parts, [&](std::uint64_t there) { return (there >> workout.number & 1) != 0; });
  }
  // Days of the visit before `from_` on which it stands.
  int stood_before(const Workout& workout) const {
    int count = 0;
    for (int d = stretch_.first; d < from_; ++d) count += stands(workout, d) ? 1 : 0;
    return count;
  }
  int stood_in_week_before(const Workout& workout) const {
    int count = 0;
    for (int d = from_ - 1; d >= stretch_.first && week_of(d) == week_of(from_); --d)
      count += stands(workout, d) && !course_.at(d).uncounted ? 1 : 0;
    return count;
  }

  WeekDays& chosen(std::size_t w, std::size_t week) { return visit_.chosen_[w][week]; }
  WeekDays chosen(std::size_t w, std::size_t week) const { return visit_.chosen_[w][week]; }

  // A part of a week gets its share, rounded up.
  int share(std::size_t w, int d) const { return (visit_.asked_[w][week_of(d)] * days_in_week_of(d) + 6) / 7; }

  struct Count {
    int done = 0, missed = 0;
  };

  Count place_day(const Workout& workout, const Rest& rest, int d, int week) {
    Count count;
    const std::size_t times = std::min(static_cast<std::size_t>(asked_times(workout, week)), parts_.count);
    for (const Part part : std::span(parts_.part).first(times)) {
      if (rest.allows(d, part)) {
        grid_[static_cast<std::size_t>(d)][static_cast<std::size_t>(part)] |= std::uint64_t{1} << workout.number;
        ++count.done;
      } else {
        ++count.missed;
      }
    }
    return count;
  }

  // A phase in which the workout would never fall has it on the first free day that keeps the distances. -1: there is none.
  int place_once(const Workout& workout, const Rest& rest) {
    for (int d = from_; d < stretch_.end; ++d) {
      const bool free = plan_.intake.days.contains(std::chrono::weekday{course_.at(d).date});
      const int week = number_week(workout, d);
      if (!free || course_.at(d).off || asked_days(workout, week) == 0) continue;
      if (place_day(workout, rest, d, week).done > 0) return d;
    }
    return -1;
  }

  // What keeps the workout from days of those named before it, in this week.
  std::size_t find_neighbours(std::size_t w, std::size_t week, std::array<Neighbour, most_workouts>& out) const {
    const Workout& workout = phase_.workouts[w];
    std::size_t count = 0;
    for (std::size_t other = 0; other < w; ++other) {
      const Workout& theirs = phase_.workouts[other];
      const int hours = hours_between(workout, theirs);
      const int level = days_between(plan_, workout, theirs);
      const bool never_together = excludes(workout, theirs);
      const Neighbour neighbour{chosen(other, week), std::max(day_gap(theirs, workout, hours), level),
                                std::max(day_gap(workout, theirs, hours), level), !never_together};
      if (neighbour.days != 0 && (never_together || neighbour.after > 1 || neighbour.before > 1)) out[count++] = neighbour;
    }
    return count;
  }

  // The weekdays that were chosen for this week, or those of the week before, serve again unless the number of days changed, or, of
  // the week before, a neighbour's days.
  void choose_days(std::size_t w, std::size_t week, int d) {
    const Workout& workout = phase_.workouts[w];
    const int asked = asked_days(workout, number_week(workout, d));
    auto& asked_before = visit_.asked_[w];
    if (asked_before[week] != asked) {
      chosen(w, week) = serves_again(w, week, asked) ? chosen(w, week - 1) : spread_days(w, week, asked);
      asked_before[week] = static_cast<std::int8_t>(asked);
    }
    note_shortfall(w, week, d);
  }

  bool serves_again(std::size_t w, std::size_t week, int asked) const {
    // In a visit that is laid out anew the week before may have been chosen beside other neighbours.
    if (!telling_ || week == 0 || visit_.asked_[w][week - 1] != asked) return false;
    std::array<Neighbour, most_workouts> neighbours, before;
    const std::size_t count = find_neighbours(w, week, neighbours);
    return find_neighbours(w, week - 1, before) == count &&
           std::equal(neighbours.begin(), neighbours.begin() + static_cast<std::ptrdiff_t>(count), before.begin());
  }

  WeekDays spread_days(std::size_t w, std::size_t week, int asked) const {
    const Workout& workout = phase_.workouts[w];
    std::array<Neighbour, most_workouts> neighbours;
    const std::size_t count = find_neighbours(w, week, neighbours);
    Spread wanted;
    wanted.count = asked;
    wanted.free = free_days(plan_.intake, first_);
    wanted.min_days =
        std::max({1, day_gap(workout, workout, workout.min_hours_apart.value_or(0)), days_between(plan_, workout, workout)});
    wanted.neighbours = std::span(neighbours).first(count);
    return spread(wanted);
  }

  // The week in which most is missing is the one that is told.
  void note_shortfall(std::size_t w, std::size_t week, int d) {
    const Workout& workout = phase_.workouts[w];
    const local_days date = course_.at(d).date;
    const auto note = [date](Shortfall& most, int asked, int given) {
      if (asked - given > most.asked - most.given) most = {asked, given, date};
    };
    note(fewest_days_, visit_.asked_[w][week], std::popcount(chosen(w, week)));
    note(fewest_times_, asked_times(workout, number_week(workout, d)), static_cast<int>(parts_.count));
  }

  // Whole days that keep so many hours from the last time of one to the first time of the other.
  int day_gap(const Workout& from, const Workout& to, int hours) const {
    if (hours == 0) return 0;
    const auto minutes = std::chrono::minutes{hours * 60} + span_of_day(from).second - span_of_day(to).first;
    return static_cast<int>((minutes.count() + 24 * 60 - 1) / (24 * 60));
  }

  std::pair<std::chrono::minutes, std::chrono::minutes> span_of_day(const Workout& workout) const {
    int times = 0;
    for (int week = 1; week <= most_days / 7; ++week) times = std::max(times, asked_times(workout, week));
    const Parts parts = parts_for(plan_.intake, workout);
    std::optional<std::chrono::minutes> first, last;
    for (const Part part : std::span(parts.part).first(std::min(static_cast<std::size_t>(times), parts.count))) {
      const std::chrono::minutes time = *plan_.intake.times[static_cast<std::size_t>(part)];
      first = std::min(first.value_or(time), time);
      last = std::max(last.value_or(time), time);
    }
    return {first.value_or(std::chrono::minutes{0}), last.value_or(std::chrono::minutes{0})};
  }

  Change& add(std::size_t w, Change::Rule rule, local_days date) {
    Change& change = plan_.changes.emplace_back();
    change.rule = rule;
    change.date = date;
    change.phase = static_cast<std::uint16_t>(span_);
    change.workout = static_cast<std::uint16_t>(w);
    change.origin = protocol::origin_of(*plan_.catalog, phase_.workouts[w].provenance, "min_hours_apart");
    return change;
  }

  // Of days a week or times a day.
  struct Shortfall {
    int asked = 0, given = 0;
    local_days from{};
  };

  void tell(std::size_t w, Change::Rule rule, const Shortfall& shortfall) {
    if (shortfall.asked == shortfall.given) return;
    Change& change = add(w, rule, shortfall.from);
    change.asked = shortfall.asked;
    change.given = shortfall.given;
  }

  void report(std::size_t w, int placed, int left_out, local_days first_left_out, int away, int once) {
    if (placed > 0) {
      tell(w, Change::Rule::fewer_days, fewest_days_);
      tell(w, Change::Rule::fewer_times, fewest_times_);
    }
    if (away > 0) add(w, Change::Rule::away_dropped, first_).given = away;
    if (once >= 0) {
      add(w, Change::Rule::placed_once, course_.at(once).date).given = 1;
    } else if (placed == 0) {
      add(w, Change::Rule::never_placed, first_);
    } else if (left_out > 0) {
      add(w, Change::Rule::rest_kept, first_left_out).given = left_out;
    }
  }

  Placing& visit_;
  Plan& plan_;
  const Course& course_;
  const WeeksBehind& behind_;
  int from_;
  bool telling_;
  std::size_t span_;
  Stretch stretch_;
  const Phase& phase_;
  Grid& grid_;
  local_days first_;
  Parts parts_;  // of the workout that is placed
  Shortfall fewest_days_, fewest_times_;
};

void Placing::begin(const Plan& plan) {
  const std::size_t workouts = plan.phase_of(plan.phases.back()).workouts.size();
  for (std::size_t w = 0; w < std::min(workouts, most_workouts); ++w) {
    asked_[w].fill(-1);
    chosen_[w].fill(0);
  }
}

void Placing::place(Plan& plan, const Course& course, const WeeksBehind& behind, int from, bool telling, Grid& grid) {
  PhasePlacing(*this, plan, course, behind, from, telling, grid).run();
}

}  // namespace rehab::plan
