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

struct Day {
  local_days date;
  bool away = false;
  std::size_t phase = 0;
  int day_of_phase = 0;
};

struct Session {
  local_days date;
  minutes time;
  const Workout* workout;
};

bool away_on(const Case& intake, local_days date) {
  return std::any_of(intake.away.begin(), intake.away.end(), [&](const DayRange& r) { return r.begin <= date && date < r.end; });
}

std::vector<Day> lay_out(const Catalog& catalog, const Protocol& protocol, const Case& intake) {
  int planned = 0;
  for (const Phase& phase : protocol.phases) planned += planned_days(phase, intake.severity).value_or(0);
  int room = 84 - planned;
  std::vector<Day> out;
  local_days date = intake.start;
  for (std::size_t p = 0; p < protocol.phases.size(); ++p) {
    int length = planned_days(protocol.phases[p], intake.severity).value_or(0);
    for (const Extra& extra : protocol.phases[p].extra) {
      const bool has = std::find(intake.tags.begin(), intake.tags.end(), catalog[extra.tag].id) != intake.tags.end();
      if (length == 0 || !has) continue;
      const int more = std::min(extra.days, room);
      length += more;
      room -= more;
    }
    for (int k = 0; k < length; ++k) {
      while (protocol.away == Protocol::Away::shift && away_on(intake, date)) date += days{1};
      out.push_back({date, away_on(intake, date), p, k});
      date += days{1};
    }
  }
  return out;
}

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

class SlowPlanner {
 public:
  SlowPlanner(const Catalog& catalog, const Case& intake)
      : catalog_(catalog), intake_(intake), protocol_(*catalog.find(intake.protocol)), days_(lay_out(catalog, protocol_, intake)) {}

  Placed run() {
    for (std::size_t p = 0; p < protocol_.phases.size(); ++p) {
      weekdays_.clear();
      for (const Workout& workout : protocol_.phases[p].workouts) {
        const bool only =
            workout.only.empty() || std::find(workout.only.begin(), workout.only.end(), intake_.severity) != workout.only.end();
        const bool wanted =
            !workout.optional || std::find(intake_.with.begin(), intake_.with.end(), workout.id) != intake_.with.end();
        if (only && wanted) place(p, workout);
      }
    }
    return placed_;
  }

 private:
  int number(const Amount& amount, int week) const { return amount.at(intake_.severity, week)->lower(); }

  // The parts of `at`, then the person's other parts by their distance from the first of `at`, the earlier first.
  std::vector<Part> parts(const Workout& workout, int week) const {
    std::vector<Part> wishes = workout.at;
    for (int distance = 1; distance < 5; ++distance) {
      for (const int sign : {-1, 1}) {
        const int part = static_cast<int>(workout.at.front()) + sign * distance;
        if (part >= 0 && part < 5) wishes.push_back(static_cast<Part>(part));
      }
    }
    std::vector<Part> out;
    for (const Part part : wishes) {
      const bool has = intake_.times[static_cast<std::size_t>(part)].has_value();
      const bool taken = std::find(out.begin(), out.end(), part) != out.end();
      if (has && !taken && static_cast<int>(out.size()) < number(workout.times_per_day, week)) out.push_back(part);
    }
    return out;
  }

  std::vector<minutes> times(const Workout& workout) const {
    std::vector<minutes> most;
    for (int week = 1; week <= 12; ++week) {
      std::vector<minutes> now;
      for (const Part part : parts(workout, week)) now.push_back(*intake_.times[static_cast<std::size_t>(part)]);
      if (now.size() > most.size()) most = now;
    }
    return most;
  }

  // Do two weekday sets, repeated week after week, ever clash?
  bool sets_fit(const Workout& a, const std::set<int>& days_a, const Workout& b, const std::set<int>& days_b) const {
    const local_days origin = day(2000, 1, 1);
    for (const int x : days_a) {
      for (const int y : days_b) {
        for (int week = -5; week <= 5; ++week) {
          const int shifted = y + 7 * week;
          if (&a == &b && shifted == x) continue;
          for (const minutes ta : times(a)) {
            for (const minutes tb : times(b)) {
              // Sets are judged by whole weeks: a clash that only a gap above a week would cause is left to the days themselves.
              if (std::abs(shifted - x) >= 7) continue;
              if (!compatible(catalog_, a, origin + days{x}, ta, b, origin + days{shifted}, tb)) return false;
            }
          }
        }
      }
    }
    return true;
  }

  static int smallest_gap(const std::set<int>& set) {
    int gap = 7;
    for (const int x : set) {
      for (const int y : set) {
        if (x < y) gap = std::min({gap, y - x, 7 - (y - x)});
      }
    }
    return gap;
  }

  std::set<int> choose(local_days first, const Workout& workout, int asked, int week) const {
    std::vector<std::set<int>> fitting;
    for (unsigned bits = 1; bits < 128; ++bits) {
      std::set<int> set;
      bool good = true;
      for (int d = 0; d < 7; ++d) {
        if ((bits >> d & 1u) == 0) continue;
        set.insert(d);
        good = good && intake_.days.contains(std::chrono::weekday{first + days{d}});
      }
      if (!good || static_cast<int>(set.size()) > asked || !sets_fit(workout, set, workout, set)) continue;
      for (const auto& [other, by_week] : weekdays_)
        good = good && (by_week.count(week) == 0 || sets_fit(workout, set, *other, by_week.at(week)));
      if (good) fitting.push_back(set);
    }
    std::sort(fitting.begin(), fitting.end(), [](const auto& a, const auto& b) {
      if (a.size() != b.size()) return a.size() > b.size();
      if (smallest_gap(a) != smallest_gap(b)) return smallest_gap(a) > smallest_gap(b);
      return a < b;
    });
    return fitting.empty() ? std::set<int>{} : fitting.front();
  }

  bool allowed(const Workout& workout, local_days date, minutes time) const {
    return std::all_of(sessions_.begin(), sessions_.end(),
                       [&](const Session& s) { return compatible(catalog_, workout, date, time, *s.workout, s.date, s.time); });
  }

  int try_day(const Workout& workout, const Day& day, int week) {
    int done = 0;
    for (const Part part : parts(workout, week)) {
      const minutes time = *intake_.times[static_cast<std::size_t>(part)];
      if (!allowed(workout, day.date, time)) continue;
      sessions_.push_back({day.date, time, &workout});
      placed_[{day.date, part}].insert(workout.number);
      ++done;
    }
    return done;
  }

  void place(std::size_t p, const Workout& workout) {
    std::vector<Day> mine;
    for (const Day& d : days_) {
      if (d.phase == p) mine.push_back(d);
    }
    if (mine.empty()) return;
    const int length = static_cast<int>(mine.size());
    for (int week = 1; week <= (length + 6) / 7; ++week) {
      const std::set<int> set = choose(mine.front().date, workout, number(workout.days_per_week, week), week);
      chosen_[week] = set;
    }
    int placed = 0;
    for (int week = 1; week <= (length + 6) / 7; ++week) {
      const int in_week = std::min(7, length - 7 * (week - 1));
      const int share = (number(workout.days_per_week, week) * in_week + 6) / 7;
      int used = 0;
      for (const Day& d : mine) {
        if (d.day_of_phase / 7 + 1 != week || used == share) continue;
        const int offset = static_cast<int>((d.date - mine.front().date).count() % 7);
        if (chosen_[week].count(offset) == 0 || d.away) continue;
        const int done = try_day(workout, d, week);
        placed += done;
        if (done > 0) ++used;
      }
    }
    for (const Day& d : mine) {
      if (placed > 0) break;
      if (d.away || !intake_.days.contains(std::chrono::weekday{d.date})) continue;
      placed += try_day(workout, d, d.day_of_phase / 7 + 1);
    }
    weekdays_[&workout] = chosen_;
    chosen_.clear();
  }

  const Catalog& catalog_;
  const Case& intake_;
  const Protocol& protocol_;
  std::vector<Day> days_;
  std::vector<Session> sessions_;
  std::map<const Workout*, std::map<int, std::set<int>>> weekdays_;
  std::map<int, std::set<int>> chosen_;
  Placed placed_;
};

}  // namespace

Placed slow_plan(const Catalog& catalog, const Case& intake) { return SlowPlanner(catalog, intake).run(); }

}  // namespace rehab_test
