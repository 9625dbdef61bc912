#include "support/slow_planner.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace rehab_test {

using namespace rehab;
using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

namespace {

bool hard(const Catalog& catalog, const Workout& w) { return w.level && catalog[w.level].recovery_days > 0; }

bool names(const Workout& a, const Workout& b) {
  return std::find(a.not_with.begin(), a.not_with.end(), b.number) != a.not_with.end();
}

// May the two stand at these times?
bool compatible(const Catalog& catalog, const Workout& a, local_days da, minutes ta, const Workout& b, local_days db, minutes tb) {
  const auto apart = std::chrono::abs((da + ta) - (db + tb));
  const bool same_day = da == db;
  if (a.number == b.number) {
    const int hours = std::max(a.min_hours_apart.value_or(0), b.min_hours_apart.value_or(0));
    if (apart < std::chrono::hours{hours}) return false;
  } else {
    if (names(a, b) || names(b, a)) {
      if (same_day) return false;
    }
    if (names(a, b) && apart < std::chrono::hours{a.min_hours_apart.value_or(0)}) return false;
    if (names(b, a) && apart < std::chrono::hours{b.min_hours_apart.value_or(0)}) return false;
  }
  if (hard(catalog, a) && hard(catalog, b) && !same_day) {
    const int rest = std::max(catalog[a.level].recovery_days, catalog[b.level].recovery_days);
    if (std::chrono::abs(da - db) <= days{rest}) return false;
  }
  return true;
}

int number(const Case& intake, const Amount& amount, int week) { return amount.at(intake.severity, week)->lower(); }

// The parts of `at`, then the person's other parts by their distance from the first of `at`, the earlier first.
std::vector<Part> parts(const Case& intake, const Workout& workout, int week) {
  std::vector<Part> wishes = workout.at;
  for (int distance = 1; distance < 5; ++distance) {
    for (const int sign : {-1, 1}) {
      const int part = static_cast<int>(workout.at.front()) + sign * distance;
      if (part >= 0 && part < 5) wishes.push_back(static_cast<Part>(part));
    }
  }
  std::vector<Part> out;
  for (const Part part : wishes) {
    const bool has = intake.times[static_cast<std::size_t>(part)].has_value();
    const bool taken = std::find(out.begin(), out.end(), part) != out.end();
    if (has && !taken && static_cast<int>(out.size()) < number(intake, workout.times_per_day, week)) out.push_back(part);
  }
  return out;
}

std::vector<minutes> times(const Case& intake, const Workout& workout) {
  std::vector<minutes> most;
  for (int week = 1; week <= 12; ++week) {
    std::vector<minutes> now;
    for (const Part part : parts(intake, workout, week)) now.push_back(*intake.times[static_cast<std::size_t>(part)]);
    if (now.size() > most.size()) most = now;
  }
  return most;
}

struct Timed {
  const Workout& workout;
  std::vector<minutes> times;
};

// Do two weekday sets, repeated week after week, ever clash?
bool sets_fit(const Catalog& catalog, const Timed& a, const std::set<int>& days_a, const Timed& b, const std::set<int>& days_b) {
  const local_days origin = day(2000, 1, 1);
  for (const int x : days_a) {
    for (const int y : days_b) {
      for (const int shifted : {y - 7, y, y + 7}) {
        if (&a.workout == &b.workout && shifted == x) continue;
        // Sets are judged by whole weeks: a clash that only a gap above a week would cause is left to the days themselves.
        if (std::abs(shifted - x) >= 7) continue;
        for (const minutes ta : a.times) {
          for (const minutes tb : b.times) {
            if (!compatible(catalog, a.workout, origin + days{x}, ta, b.workout, origin + days{shifted}, tb)) return false;
          }
        }
      }
    }
  }
  return true;
}

int smallest_gap(const std::set<int>& set) {
  int gap = 7;
  for (const int x : set) {
    for (const int y : set) {
      if (x < y) gap = std::min({gap, y - x, 7 - (y - x)});
    }
  }
  return gap;
}

}  // namespace

bool does(const Case& intake, const Workout& workout) {
  const bool only =
      workout.only.empty() || std::find(workout.only.begin(), workout.only.end(), intake.severity) != workout.only.end();
  const bool wanted = !workout.optional || std::find(intake.with.begin(), intake.with.end(), workout.id) != intake.with.end();
  return only && wanted;
}

bool away_on(const Case& intake, local_days date) {
  return std::any_of(intake.away.begin(), intake.away.end(), [&](const DayRange& r) { return r.begin <= date && date < r.end; });
}

std::vector<std::size_t> played_phases(const Catalog& catalog, const Case& intake) {
  const Protocol& protocol = *catalog.find(intake.protocol);
  std::vector<std::size_t> out;
  for (std::size_t p = 0; p < protocol.phases.size(); ++p)
    if (planned_days(protocol.phases[p], intake.severity)) out.push_back(p);
  return out;
}

SlowLength slow_length(const Catalog& catalog, const Case& intake, std::size_t phase, int days_before) {
  const std::vector<Phase>& phases = catalog.find(intake.protocol)->phases;
  int room = 84 - days_before;
  for (std::size_t p = phase; p < phases.size(); ++p) room -= planned_days(phases[p], intake.severity).value_or(0);
  int more = 0;
  for (const Extra& extra : phases[phase].extra) {
    const bool has = std::find(intake.tags.begin(), intake.tags.end(), catalog[extra.tag].id) != intake.tags.end();
    if (has) more += extra.days;
  }
  more = std::min(more, std::max(0, room));
  const int planned = *planned_days(phases[phase], intake.severity) + more;
  const int shortest = *shortest_days(phases[phase], intake.severity) + more;
  return {planned, shortest, std::max(longest_days(phases[phase], intake.severity).value_or(84), planned)};
}

int SlowPlacer::week_of(const Workout& workout, const SlowDay& day) const {
  const auto back = visit_->back.find(workout.number);
  return std::max(1, day.amount - (back == visit_->back.end() ? 0 : back->second));
}

std::set<int> SlowPlacer::choose(const Workout& workout, int asked, int week) const {
  const auto timed = [&](const Workout& w) { return Timed{w, times(intake_, w)}; };
  const Timed mine = timed(workout);
  std::vector<std::set<int>> fitting;
  for (unsigned bits = 1; bits < 128; ++bits) {
    std::set<int> set;
    bool good = true;
    for (int d = 0; d < 7; ++d) {
      if ((bits >> d & 1u) == 0) continue;
      set.insert(d);
      good = good && intake_.days.contains(std::chrono::weekday{visit_->first + days{d}});
    }
    if (!good || static_cast<int>(set.size()) > asked || !sets_fit(catalog_, mine, set, mine, set)) continue;
    for (const auto& [other, by_week] : weekdays_)
      good = good && (by_week.count(week) == 0 || sets_fit(catalog_, mine, set, timed(*other), by_week.at(week)));
    if (good) fitting.push_back(set);
  }
  std::sort(fitting.begin(), fitting.end(), [](const auto& a, const auto& b) {
    if (a.size() != b.size()) return a.size() > b.size();
    if (smallest_gap(a) != smallest_gap(b)) return smallest_gap(a) > smallest_gap(b);
    return a < b;
  });
  return fitting.empty() ? std::set<int>{} : fitting.front();
}

bool SlowPlacer::allowed(const Workout& workout, local_days date, minutes time) const {
  return std::all_of(sessions_.begin(), sessions_.end(),
                     [&](const Stand& s) { return compatible(catalog_, workout, date, time, *s.workout, s.date, s.time); });
}

int SlowPlacer::try_day(const Workout& workout, const SlowDay& day) {
  int done = 0;
  for (const Part part : parts(intake_, workout, week_of(workout, day))) {
    const minutes time = *intake_.times[static_cast<std::size_t>(part)];
    if (!allowed(workout, day.date, time)) continue;
    sessions_.push_back({day.date, time, &workout});
    placed_[{day.date, part}].insert(workout.number);
    ++done;
  }
  return done;
}

bool SlowPlacer::stands(const Workout& workout, local_days date) const {
  return std::any_of(sessions_.begin(), sessions_.end(), [&](const Stand& s) { return s.date == date && s.workout == &workout; });
}

bool SlowPlacer::place_in_week(const Workout& workout, int week) {
  std::vector<SlowDay> mine;
  for (const SlowDay& d : visit_->days) {
    if (d.index / 7 == week && (d.counted || !d.lived)) mine.push_back(d);
  }
  const auto to_come = std::find_if(mine.begin(), mine.end(), [](const SlowDay& d) { return !d.lived; });
  int used = static_cast<int>(
      std::count_if(mine.begin(), mine.end(), [&](const SlowDay& d) { return d.lived && stands(workout, d.date); }));
  bool any = used > 0;
  if (to_come == mine.end()) return any;
  const int asked = number(intake_, workout.days_per_week, week_of(workout, *to_come));
  Chosen& chosen = chosen_[{&workout, week}];
  if (chosen.asked != asked) chosen = {asked, choose(workout, asked, week)};
  const std::set<int>& set = chosen.days;
  weekdays_[&workout][week] = set;
  const int share = (asked * std::min(7, visit_->length - 7 * week) + 6) / 7;
  for (auto d = to_come; d != mine.end() && used < share; ++d) {
    const int offset = static_cast<int>((d->date - visit_->first).count() % 7);
    if (set.count(offset) == 0 || d->away) continue;
    if (try_day(workout, *d) == 0) continue;
    ++used;
    any = true;
  }
  return any;
}

void SlowPlacer::place_workout(const Workout& workout) {
  bool any =
      std::any_of(visit_->days.begin(), visit_->days.end(), [&](const SlowDay& d) { return d.lived && stands(workout, d.date); });
  weekdays_[&workout];
  for (int week = 0; 7 * week < visit_->length; ++week) any = place_in_week(workout, week) || any;
  for (const SlowDay& d : visit_->days) {
    if (any) break;
    if (d.lived || d.away || !intake_.days.contains(std::chrono::weekday{d.date})) continue;
    any = try_day(workout, d) > 0;
  }
}

void SlowPlacer::place(const SlowVisit& visit) {
  visit_ = &visit;
  weekdays_.clear();
  const auto to_come = std::find_if(visit.days.begin(), visit.days.end(), [](const SlowDay& d) { return !d.lived; });
  if (to_come == visit.days.end()) return;
  forget(to_come->date);
  if (to_come == visit.days.begin()) chosen_.clear();
  for (const Workout& workout : visit.phase->workouts) {
    if (does(intake_, workout)) place_workout(workout);
  }
}

void SlowPlacer::forget(local_days from) {
  std::erase_if(sessions_, [&](const Stand& s) { return s.date >= from; });
  std::erase_if(placed_, [&](const auto& entry) { return entry.first.first >= from; });
}

Placed slow_plan(const Catalog& catalog, const Case& intake) {
  const Protocol& protocol = *catalog.find(intake.protocol);
  SlowPlacer placer(catalog, intake);
  local_days date = intake.start;
  int days_before = 0;
  for (const std::size_t phase : played_phases(catalog, intake)) {
    SlowVisit visit;
    visit.phase = &protocol.phases[phase];
    visit.length = slow_length(catalog, intake, phase, days_before).planned;
    days_before += visit.length;
    for (int k = 0; k < visit.length; ++k, date += days{1}) {
      while (protocol.away == Protocol::Away::shift && away_on(intake, date)) date += days{1};
      visit.days.push_back({date, k, k / 7 + 1, away_on(intake, date)});
    }
    visit.first = visit.days.front().date;
    placer.place(visit);
  }
  return placer.placed();
}

}  // namespace rehab_test
