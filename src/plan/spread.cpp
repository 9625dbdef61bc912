#include "plan/spread.hpp"

#include <algorithm>
#include <bit>

namespace rehab::plan {

namespace {

constexpr int days_a_week = 7;

constexpr WeekDays rotate(WeekDays days, int by) {
  const unsigned wide = static_cast<unsigned>(days) | static_cast<unsigned>(days) << days_a_week;
  return static_cast<WeekDays>(wide >> by & 0x7fu);
}

// The smallest distance between two days of the set, around the week; of a single day: the week.
constexpr int smallest_gap(WeekDays days) {
  for (int gap = 1; gap < days_a_week; ++gap) {
    if ((days & rotate(days, gap)) != 0) return gap;
  }
  return days_a_week;
}

bool clear_of(WeekDays days, const Neighbour& other) {
  if (!other.same_day && (days & other.days) != 0) return false;
  for (int gap = 1; gap < days_a_week; ++gap) {
    if (gap < other.after && (rotate(days, gap) & other.days) != 0) return false;
    if (gap < other.before && (days & rotate(other.days, gap)) != 0) return false;
  }
  return true;
}

// The set whose days come first: the first difference has the day in the earlier set.
bool earlier(WeekDays a, WeekDays b) {
  const unsigned difference = static_cast<unsigned>(a ^ b);
  return difference != 0 && (a >> std::countr_zero(difference) & 1) != 0;
}

}  // namespace

WeekDays spread(const Spread& wanted) {
  WeekDays best = 0;
  int best_count = 0, best_gap = 0;
  const int most = std::min(wanted.count, days_a_week);
  for (unsigned candidate = 1; candidate < 1u << days_a_week; ++candidate) {
    const WeekDays days = static_cast<WeekDays>(candidate);
    const int count = std::popcount(candidate);
    if ((days & ~wanted.free) != 0 || count > most || count < best_count) continue;
    const int gap = smallest_gap(days);
    if (gap < std::min(wanted.min_days, days_a_week)) continue;
    if (!std::ranges::all_of(wanted.neighbours, [&](const Neighbour& other) { return clear_of(days, other); })) continue;
    const bool better = count > best_count || gap > best_gap || (gap == best_gap && earlier(days, best));
    if (!better) continue;
    best = days;
    best_count = count;
    best_gap = gap;
  }
  return best;
}

}  // namespace rehab::plan
