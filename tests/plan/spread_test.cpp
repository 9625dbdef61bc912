#include "plan/spread.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "support/catch.hpp"

using rehab::plan::Neighbour;
using rehab::plan::Spread;
using rehab::plan::WeekDays;

namespace {

std::vector<int> days_of(unsigned set) {
  std::vector<int> days;
  for (int d = 0; d < 7; ++d) {
    if ((set >> d & 1u) != 0) days.push_back(d);
  }
  return days;
}

// Distance on the circle of a week.
int around(int a, int b) {
  const int direct = std::abs(a - b);
  return std::min(direct, 7 - direct);
}

int gap_of(const std::vector<int>& days) {
  int gap = 7;
  for (std::size_t i = 0; i < days.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) gap = std::min(gap, around(days[i], days[j]));
  }
  return gap;
}

// The obvious slow way: list all subsets as sorted days, keep those that obey, sort by wish.
std::vector<int> oracle(const Spread& wanted) {
  std::vector<std::vector<int>> fitting;
  for (unsigned set = 1; set < 128; ++set) {
    const std::vector<int> days = days_of(set);
    bool fits = static_cast<int>(days.size()) <= wanted.count && gap_of(days) >= std::min(wanted.min_days, 7);
    for (const int d : days) fits = fits && (wanted.free >> d & 1) != 0;
    for (const Neighbour& other : wanted.neighbours) {
      for (const int a : days) {
        for (const int b : days_of(other.days)) {
          const int after = (a - b + 7) % 7, before = (b - a + 7) % 7;
          fits = fits && (a == b ? other.same_day : after >= std::min(other.after, 7) && before >= std::min(other.before, 7));
        }
      }
    }
    if (fits) fitting.push_back(days);
  }
  std::sort(fitting.begin(), fitting.end(), [](const auto& a, const auto& b) {
    if (a.size() != b.size()) return a.size() > b.size();
    if (gap_of(a) != gap_of(b)) return gap_of(a) > gap_of(b);
    return a < b;
  });
  return fitting.empty() ? std::vector<int>{} : fitting.front();
}

}  // namespace

TEST_CASE("three days of a free week lie two or three days apart, beginning with the first") {
  Spread wanted;
  wanted.count = 3;
  wanted.free = 0x7f;
  wanted.min_days = 2;
  CHECK(days_of(rehab::plan::spread(wanted)) == std::vector<int>{0, 2, 4});
}

TEST_CASE("too few free days give fewer days, never a broken distance") {
  Spread wanted;
  wanted.count = 3;
  wanted.free = 0b0000011;
  wanted.min_days = 2;
  CHECK(days_of(rehab::plan::spread(wanted)) == std::vector<int>{0});
  wanted.free = 0;
  CHECK(rehab::plan::spread(wanted) == 0);
}

TEST_CASE("the spread of a week is the one that an obvious search finds, for every set of free days") {
  for (unsigned free = 0; free < 128; ++free) {
    for (int count = 0; count <= 7; ++count) {
      for (int min_days = 1; min_days <= 8; ++min_days) {
        Spread wanted;
        wanted.count = count;
        wanted.free = static_cast<WeekDays>(free);
        wanted.min_days = min_days;
        CAPTURE(free, count, min_days);
        REQUIRE(days_of(rehab::plan::spread(wanted)) == oracle(wanted));
      }
    }
  }
}

TEST_CASE("days keep away from the days of other workouts as an obvious search does") {
  for (unsigned free = 1; free < 128; free += 3) {
    for (unsigned other = 1; other < 128; other += 2) {
      for (int apart = 0; apart < 16; ++apart) {
        for (const bool same_day : {false, true}) {
          const std::array neighbours{Neighbour{static_cast<WeekDays>(other), apart / 4, apart % 4, same_day}};
          Spread wanted;
          wanted.count = 3;
          wanted.free = static_cast<WeekDays>(free);
          wanted.min_days = 2;
          wanted.neighbours = neighbours;
          CAPTURE(free, other, apart, same_day);
          REQUIRE(days_of(rehab::plan::spread(wanted)) == oracle(wanted));
        }
      }
    }
  }
}
