#include "rehab/zone.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/tzif.hpp"

namespace {

using namespace std::chrono;
using rehab::Area;
using rehab::ClockPeriod;
using rehab::ClockTime;
using rehab::Diagnostic;
using rehab::Observance;
using rehab::read_zone;
using rehab::Result;
using rehab::ZoneClock;

constexpr local_days on(year_month_day date) { return local_days{date}; }

// Twelve weeks from `begin`.
ZoneClock clock_of(std::string_view name, local_days begin) {
  Result<ZoneClock> result = read_zone(name, begin, begin + weeks{12});
  REQUIRE(result.diagnostics.empty());
  REQUIRE(result);
  CHECK(result->name == name);
  return *result;
}

Diagnostic error_of(std::string_view name, local_days begin, local_days end) {
  const Result<ZoneClock> result = read_zone(name, begin, end);
  CHECK_FALSE(result);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].level == rehab::Level::error);
  return result.diagnostics[0];
}
Diagnostic error_of(std::string_view name) { return error_of(name, on(2026y / December / 1), on(2027y / February / 23)); }

Observance yearly(bool daylight, minutes from, minutes to, local_days day, minutes time, month m, weekday w, int nth) {
  return {daylight, from, to, day + time, true, m, w, nth};
}
Observance fixed(minutes offset) { return {false, offset, offset, on(1970y / January / 1), false, month{1}, weekday{}, 0}; }

using Pair = std::vector<Observance>;

// Whether the system's data says that a zone keeps its clocks between two days.
bool keeps_clocks(const std::string& name, local_days begin, local_days end) {
  const auto seconds_of = [](local_days day) { return std::int64_t{duration_cast<seconds>(day.time_since_epoch()).count()}; };
  const auto zone = tests::read_zone_file(name);
  return zone && zone->changes(seconds_of(begin), seconds_of(end)).empty();
}

}  // namespace

TEST_CASE("Berlin changes on the last Sundays of March and October") {
  const ZoneClock clock = clock_of("Europe/Berlin", on(2024y / March / 1));
  CHECK_FALSE(clock.utc);
  REQUIRE(clock.periods.size() == 2);
  CHECK(clock.periods[0].begin <= sys_days{2024y / February / 28});
  CHECK(clock.periods[0].offset == hours{1});
  CHECK(clock.periods[1] == ClockPeriod{sys_days{2024y / March / 31} + hours{1}, hours{2}});
  CHECK(clock.observances == Pair{yearly(true, 60min, 120min, on(1970y / March / 29), 120min, March, Sunday, -1),
                                  yearly(false, 120min, 60min, on(1970y / October / 25), 180min, October, Sunday, -1)});
}

TEST_CASE("New York changes on the second Sunday of March and the first of November") {
  CHECK(clock_of("America/New_York", on(2024y / October / 1)).observances ==
        Pair{yearly(true, -300min, -240min, on(1970y / March / 8), 120min, March, Sunday, 2),
             yearly(false, -240min, -300min, on(1970y / November / 1), 120min, November, Sunday, 1)});
}

TEST_CASE("in Dublin summer is daylight time, though its law says that winter is the exception") {
  CHECK(clock_of("Europe/Dublin", on(2024y / January / 10)).observances ==
        Pair{yearly(true, 0min, 60min, on(1970y / March / 29), 60min, March, Sunday, -1),
             yearly(false, 60min, 0min, on(1970y / October / 25), 120min, October, Sunday, -1)});
}

TEST_CASE("in Sydney daylight time spans the turn of the year") {
  CHECK(clock_of("Australia/Sydney", on(2024y / December / 1)).observances ==
        Pair{yearly(true, 600min, 660min, on(1970y / October / 4), 120min, October, Sunday, 1),
             yearly(false, 660min, 600min, on(1970y / April / 5), 180min, April, Sunday, 1)});
}

TEST_CASE("on Lord Howe the clocks change by half an hour") {
  const ZoneClock clock = clock_of("Australia/Lord_Howe", on(2024y / March / 1));
  CHECK(clock.observances == Pair{yearly(true, 630min, 660min, on(1970y / October / 4), 120min, October, Sunday, 1),
                                  yearly(false, 660min, 630min, on(1970y / April / 5), 120min, April, Sunday, 1)});
  const ClockTime doubled = resolve(clock, on(2024y / April / 7) + 100min);
  CHECK(doubled.clash == ClockTime::Clash::doubled);
  CHECK(doubled.utc == sys_days{2024y / April / 6} + hours{14} + 40min);
  CHECK(resolve(clock, on(2024y / April / 7) + 89min).clash == ClockTime::Clash::none);
  CHECK(resolve(clock, on(2024y / April / 7) + 120min).clash == ClockTime::Clash::none);
}

TEST_CASE("in Casablanca the clocks of one Ramadan are a pair of that year only") {
  CHECK(clock_of("Africa/Casablanca", on(2024y / February / 1)).observances ==
        Pair{yearly(true, 0min, 60min, on(2023y / April / 9), 120min, April, Sunday, 2),
             yearly(false, 60min, 0min, on(2023y / March / 12), 180min, March, Sunday, 2)});
}

TEST_CASE("in Cairo midnight does not exist on a Friday of April") {
  const ZoneClock clock = clock_of("Africa/Cairo", on(2024y / March / 20));
  CHECK(clock.observances.size() == 2);
  const ClockTime midnight = resolve(clock, on(2024y / April / 26));
  CHECK(midnight.clash == ClockTime::Clash::gap);
  CHECK(midnight.local == on(2024y / April / 26) + hours{1});
  CHECK(midnight.utc == sys_days{2024y / April / 25} + hours{22});
}

TEST_CASE("zones that keep their clocks have one fixed observance") {
  CHECK(clock_of("Asia/Kolkata", on(2024y / January / 1)).observances == Pair{fixed(330min)});
  CHECK(clock_of("America/Sao_Paulo", on(2024y / January / 1)).observances == Pair{fixed(-180min)});
  CHECK(clock_of("Etc/GMT+12", on(2024y / January / 1)).observances == Pair{fixed(-720min)});
  CHECK(clock_of("Iceland", on(2024y / January / 1)).observances == Pair{fixed(0min)});
}

TEST_CASE("Sao Paulo had yearly changes until 2019, and its old plans know them") {
  const ZoneClock clock = clock_of("America/Sao_Paulo", on(2018y / October / 1));
  REQUIRE(clock.periods.size() == 2);
  CHECK(clock.periods[1] == ClockPeriod{sys_days{2018y / November / 4} + hours{3}, -hours{2}});
}

TEST_CASE("in Gaza the clocks follow Ramadan: a pair holds for one year, and no rule for a plan over the new year") {
  const ZoneClock spring = clock_of("Asia/Gaza", on(2023y / April / 10));
  REQUIRE(spring.periods.size() == 2);
  CHECK(spring.periods[1] == ClockPeriod{sys_days{2023y / April / 29}, hours{3}});
  CHECK(spring.observances == Pair{yearly(true, 120min, 180min, on(2022y / April / 30), 120min, April, Saturday, -1),
                                   yearly(false, 180min, 120min, on(2022y / October / 29), 120min, October, Saturday, -1)});
  CHECK(clock_of("Asia/Gaza", on(2023y / October / 20)).observances.empty());
}

TEST_CASE("Vancouver changes its clocks for the last time in 2026") {
  if (!keeps_clocks("America/Vancouver", on(2026y / June / 1), on(2030y / January / 1))) {
    WARN("the system's time-zone data is older than that");
    return;
  }
  CHECK(clock_of("America/Vancouver", on(2026y / January / 20)).observances.empty());
  const ZoneClock later = clock_of("America/Vancouver", on(2026y / September / 1));  // only the abbreviation changes in November
  CHECK(later.periods.size() == 1);
  CHECK(later.observances == Pair{fixed(-420min)});
  CHECK(clock_of("America/Vancouver", on(2045y / June / 1)).observances == Pair{fixed(-420min)});
}

TEST_CASE("UTC has neither observances nor an end") {
  for (const char* name : {"UTC", "Etc/UTC", "GMT", "Zulu", "Etc/GMT", "UCT", "Universal", "Greenwich", "Etc/GMT+0", "GMT0"}) {
    const ZoneClock clock = clock_of(name, on(2090y / December / 1));
    CHECK(clock.utc);
    CHECK(clock.observances.empty());
    REQUIRE(clock.periods.size() == 1);
    CHECK(clock.periods[0].offset == hours{0});
  }
}

TEST_CASE("a time in the gap moves to its end, a doubled one is the first") {
  const ZoneClock clock = clock_of("Europe/Berlin", on(2024y / March / 1));
  const local_days day = on(2024y / March / 31);
  const auto at = [&](minutes time) { return resolve(clock, day + time); };
  CHECK(at(119min).clash == ClockTime::Clash::none);
  for (const minutes time : {120min, 150min, 179min}) {
    CHECK(at(time).clash == ClockTime::Clash::gap);
    CHECK(at(time).local == day + 180min);
    CHECK(at(time).utc == sys_days{2024y / March / 31} + hours{1});
  }
  CHECK(at(180min).clash == ClockTime::Clash::none);
  CHECK(at(180min).utc == sys_days{2024y / March / 31} + hours{1});

  const ZoneClock autumn = clock_of("Europe/Berlin", on(2024y / October / 1));
  const local_days sunday = on(2024y / October / 27);
  CHECK(resolve(autumn, sunday + 119min).clash == ClockTime::Clash::none);
  CHECK(resolve(autumn, sunday + 120min).clash == ClockTime::Clash::doubled);
  CHECK(resolve(autumn, sunday + 150min).utc == sys_days{2024y / October / 27} + 30min);
  CHECK(resolve(autumn, sunday + 150min).local == sunday + 150min);
  CHECK(resolve(autumn, sunday + 180min).clash == ClockTime::Clash::none);
  CHECK(resolve(autumn, sunday + 180min).utc == sys_days{2024y / October / 27} + hours{2});
}

TEST_CASE("a skipped day is a gap of a day, and a clock without periods is UTC") {
  const ZoneClock samoa = clock_of("Pacific/Apia", on(2011y / December / 1));
  const ClockTime skipped = resolve(samoa, on(2011y / December / 30) + hours{7});
  CHECK(skipped.clash == ClockTime::Clash::gap);
  CHECK(skipped.local == on(2011y / December / 31));

  const ClockTime none = resolve(ZoneClock{}, on(2026y / January / 1) + hours{7});
  CHECK(none.utc == sys_days{2026y / January / 1} + hours{7});
  CHECK(none.clash == ClockTime::Clash::none);
}

TEST_CASE("unknown and hostile zone names are errors with a hint") {
  const Diagnostic typo = error_of("Eurpe/Berln");
  CHECK(typo.area == Area::intake);
  CHECK(typo.code == "zone");
  CHECK(typo.key == "zone");
  CHECK(typo.message == "unknown time zone `Eurpe/Berln`");
  CHECK(typo.hint == "write `Europe/Berlin`");

  CHECK(error_of("europe/berlin").hint == "write `Europe/Berlin`");  // names are exact
  CHECK(error_of("../../etc/passwd").message == "unknown time zone `../../etc/passwd`");
  CHECK(error_of("").message == "the time zone is empty");
  CHECK(error_of(std::string(10240, 'A')).message == "the time zone is not a name");
  CHECK(error_of(std::string_view("Europe/Berlin\0", 14)).message == "the time zone is not a name");
  for (const char* name : {"posixrules", "localtime", "Factory", "tzdata.zi", "right/UTC", "/usr/share/zoneinfo/UTC", "Europe",
                           "Europe/", "Europe//Berlin", "leapseconds", "iso3166.tab", " UTC", "UTC ", "CEST"}) {
    CHECK(error_of(name).message == "unknown time zone `" + std::string(name) + "`");
  }
}

TEST_CASE("a plan past 2037 is an error where clocks change, and only there") {
  const local_days last_begin = on(2037y / October / 9), end = on(2038y / January / 1);
  CHECK(read_zone("Europe/Berlin", last_begin, end));

  const Diagnostic error = error_of("Europe/Berlin", last_begin + days{1}, end + days{1});
  CHECK(error.area == Area::intake);
  CHECK(error.code == "zone");
  CHECK(error.key == "start");
  CHECK(error.message == "the plan ends on 2038-01-01; the clock changes of `Europe/Berlin` are known to 2037-12-31");
  CHECK(error.hint == "choose a start from which the plan ends by 2037-12-31");
  CHECK(error_of("Australia/Sydney", on(2045y / May / 1), on(2045y / July / 1)).key == "start");

  CHECK(read_zone("Asia/Kolkata", on(2050y / January / 1), on(2050y / March / 1))->observances == Pair{fixed(330min)});
  CHECK(read_zone("America/Sao_Paulo", on(2038y / January / 1), on(2038y / March / 1))->observances == Pair{fixed(-180min)});
}

TEST_CASE("a plan lies between 1970 and 9999") {
  for (const char* name : {"Europe/Berlin", "UTC"}) {
    CHECK(read_zone(name, on(1970y / January / 1), on(1970y / March / 26)));
    const Diagnostic error = error_of(name, on(1969y / December / 31), on(1970y / March / 25));
    CHECK(error.key == "start");
    CHECK(error.message == "the plan lies outside of the years 1970 to 9999");
    CHECK(error.hint == "choose a start from 1970-01-01 to 9998-12-31");
  }
  CHECK(read_zone("UTC", on(9999y / December / 1), on(10000y / January / 1)));
  CHECK(error_of("Asia/Kolkata", on(9999y / December / 1), on(10000y / January / 2)).key == "start");
}

TEST_CASE("a reused clock equals a fresh one, also after an error") {
  ZoneClock reused;
  std::vector<Diagnostic> diagnostics;
  const local_days begin = on(2024y / March / 1), end = on(2024y / May / 24);
  for (const char* name : {"Europe/Berlin", "UTC", "Nowhere", "Africa/Casablanca", "Asia/Kolkata", "Europe/Berlin"}) {
    const bool read = read_zone(name, begin, end, reused, diagnostics);
    const Result<ZoneClock> fresh = read_zone(name, begin, end);
    CHECK(read == bool{fresh});
    if (fresh) CHECK(reused == *fresh);
  }
  CHECK(diagnostics.size() == 1);
}
