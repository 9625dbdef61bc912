#include "time/names.hpp"

#include <string>
#include <string_view>

#include "support/catch.hpp"

using rehab::time::is_utc;
using rehab::time::is_zone_name;
using rehab::time::unknown_zone;

namespace {

constexpr std::string_view known[] = {"America/Argentina/Buenos_Aires", "America/New_York", "Europe/Berlin", "Europe/London",
                                      "UTC"};

std::string hint(std::string_view name) { return unknown_zone(name, known).hint; }

}  // namespace

TEST_CASE("UTC and all its other names are UTC, neighbours are not") {
  for (const char* name : {"UTC", "UCT", "Zulu", "Universal", "GMT", "GMT0", "GMT+0", "GMT-0", "Greenwich", "Etc/UTC", "Etc/UCT",
                           "Etc/Zulu", "Etc/Universal", "Etc/GMT", "Etc/GMT0", "Etc/GMT+0", "Etc/GMT-0", "Etc/Greenwich"}) {
    CHECK(is_utc(name));
  }
  for (const char* name : {"", "utc", "Etc/GMT+1", "Europe/London", "Africa/Abidjan", "WET", "Iceland"}) CHECK_FALSE(is_utc(name));
}

TEST_CASE("files beside the zones are no zones") {
  for (const char* name : {"localtime", "posixrules", "Factory", "leapseconds", "leap-seconds.list", "tzdata.zi", "zone1970.tab",
                           "+VERSION", "right/UTC", "posix/Europe/Berlin", "../../etc/passwd", "Europe/Berl\xC3\xADn", ""}) {
    CHECK_FALSE(is_zone_name(name));
  }
  for (const char* name :
       {"Europe/Berlin", "Etc/GMT+12", "America/Port-au-Prince", "EST5EDT", "America/Argentina/ComodRivadavia"}) {
    CHECK(is_zone_name(name));
  }
}

TEST_CASE("an unknown zone is answered with the nearest one") {
  CHECK(hint("Eurpe/Berln") == "write `Europe/Berlin`");
  CHECK(hint("europe/berlin") == "write `Europe/Berlin`");
  CHECK(hint("EUROPE/BERLIN") == "write `Europe/Berlin`");
  CHECK(hint("Berlin") == "write `Europe/Berlin`");
  CHECK(hint("new york") == "write `America/New_York`");
  CHECK(hint("buenos_aires") == "write `America/Argentina/Buenos_Aires`");
  CHECK(hint("Mars/Olympus_Mons") == "write a name of the IANA time-zone database, such as `Europe/Berlin`");
}

TEST_CASE("a hostile name is neither repeated nor compared") {
  using namespace std::string_literals;
  for (const std::string& name : {std::string(10240, 'x'), "Europe/Berlin\0"s, "a\nBEGIN:VALARM"s, "\xE2\x80\xAE"s, "`"s}) {
    const rehab::Diagnostic error = unknown_zone(name, known);
    CHECK(error.message == "the time zone is not a name");
    CHECK(error.hint == "write a name of the IANA time-zone database, such as `Europe/Berlin`");
  }
  CHECK(unknown_zone("", known).message == "the time zone is empty");
}
