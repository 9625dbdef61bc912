#include "time/observances.hpp"

#include <chrono>
#include <vector>

#include "support/catch.hpp"

namespace {

using namespace std::chrono;
using rehab::Observance;
using rehab::time::ClockChange;
using rehab::time::ObservanceFinder;

template <class Date>
constexpr local_days on(Date date) {
  return local_days{date};
}

constexpr seconds winter = hours{1}, summer = hours{2};

// Local wall-clock time before the change.
ClockChange change(local_seconds wall, seconds from, seconds to) { return {sys_seconds{wall.time_since_epoch() - from}, from, to}; }
ClockChange forward(local_days day) { return change(day + hours{2}, winter, summer); }
ClockChange back(local_days day) { return change(day + hours{3}, summer, winter); }

std::vector<Observance> observances(local_days begin, local_days end, const std::vector<ClockChange>& changes, seconds offset) {
  ObservanceFinder finder(begin, end);
  for (const ClockChange& c : changes) finder.add(c);
  std::vector<Observance> out;
  finder.write(offset, out);
  return out;
}

// The last Sundays of March and October from `first` to `last`.
std::vector<ClockChange> european_years(int first, int last) {
  std::vector<ClockChange> out;
  for (int y = first; y <= last; ++y) {
    out.push_back(forward(on(year{y} / March / Sunday[std::chrono::last])));
    out.push_back(back(on(year{y} / October / Sunday[std::chrono::last])));
  }
  return out;
}

constexpr local_days spring = on(2026y / March / 1), summer_end = on(2026y / May / 24);

}  // namespace

TEST_CASE("changes that follow one rule for years become a pair from 1970 on") {
  const auto pair = observances(spring, summer_end, european_years(2025, 2030), winter);
  REQUIRE(pair.size() == 2);
  CHECK(pair[0] == Observance{true, winter, summer, on(1970y / March / 29) + hours{2}, true, March, Sunday, -1});
  CHECK(pair[1] == Observance{false, summer, winter, on(1970y / October / 25) + hours{3}, true, October, Sunday, -1});
}

TEST_CASE("a fourth Sunday that is not always the last is said as the fourth") {
  std::vector<ClockChange> changes;
  for (int y = 2025; y <= 2030; ++y) {
    changes.push_back(forward(on(year{y} / March / Sunday[4])));
    changes.push_back(back(on(year{y} / October / Sunday[1])));
  }
  const auto pair = observances(spring, summer_end, changes, winter);
  REQUIRE(pair.size() == 2);
  CHECK(pair[0].nth == 4);
  CHECK(pair[1].nth == 1);
}

TEST_CASE("a rule that begins or ends near the plan holds from the year before the plan") {
  const auto pair = observances(spring, summer_end, european_years(2026, 2030), winter);  // 2025 had no changes
  REQUIRE(pair.size() == 2);
  CHECK(pair[0].onset == on(2025y / March / 30) + hours{2});
  CHECK(pair[1].onset == on(2025y / October / 26) + hours{3});
  CHECK(observances(spring, summer_end, european_years(2025, 2026), winter) == pair);
}

TEST_CASE("a zone that changes elsewhere in time has one fixed observance") {
  const local_days begin = on(2026y / November / 1), end = on(2026y / December / 1);
  const auto fixed = observances(begin, end, {forward(on(2026y / March / 29))}, summer);
  REQUIRE(fixed.size() == 1);
  CHECK(fixed[0] == Observance{false, summer, summer, on(1970y / January / 1)});
}

TEST_CASE("the day before and the day after the plan count as the plan") {
  const ClockChange once = change(on(2026y / March / 1) + hours{12}, winter, summer);
  const auto size = [&](local_days begin, local_days end) { return observances(begin, end, {once}, winter).size(); };
  CHECK(size(on(2026y / March / 2), summer_end) == 0);
  CHECK(size(on(2026y / March / 3), summer_end) == 1);
  CHECK(size(on(2026y / January / 1), on(2026y / March / 1)) == 0);
  CHECK(size(on(2026y / January / 1), on(2026y / February / 28)) == 1);
}

TEST_CASE("a change without its counterpart, a second one in a year, or one in a year without cannot be said") {
  const auto size = [](const std::vector<ClockChange>& changes) { return observances(spring, summer_end, changes, winter).size(); };
  const ClockChange march = forward(on(2026y / March / 29)), october = back(on(2026y / October / 25));
  CHECK(size({march, october}) == 2);
  CHECK(size({march}) == 0);
  CHECK(size({march, october, change(on(2026y / December / 6), winter, summer)}) == 0);
  CHECK(size({march, change(on(2026y / October / 25), summer, hours{0})}) == 0);
  CHECK(size({back(on(2026y / March / 29)), change(on(2026y / October / 25), winter, hours{3})}) == 0);

  const local_days over_the_year = on(2027y / February / 1);
  CHECK(observances(spring, over_the_year, {march, october}, winter).empty());
  std::vector<ClockChange> twice_in_a_year{march, october, march, october};
  CHECK(observances(spring, over_the_year, twice_in_a_year, winter).empty());
}

TEST_CASE("offsets with seconds are left to UTC") {
  const local_days begin = on(1971y / June / 1), end = on(1971y / July / 1);
  CHECK(observances(begin, end, {}, -seconds{2670}).empty());
  CHECK(observances(begin, end, {}, -seconds{2700}).size() == 1);
}

TEST_CASE("a plan in 1970 has a pair that began before it") {
  const auto pair = observances(on(1970y / January / 5), on(1970y / March / 1), european_years(1969, 1974), winter);
  REQUIRE(pair.size() == 2);
  CHECK(pair[0].onset == on(1969y / March / 30) + hours{2});
  CHECK(pair[1].onset == on(1969y / October / 26) + hours{3});
}
