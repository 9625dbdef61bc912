#include "export/ics_zone.hpp"

#include <string>

#include "support/catch.hpp"
#include "support/sample.hpp"

namespace {

namespace sample = rehab::sample;
using rehab::day;
using rehab::ZoneClock;
using std::chrono::local_seconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr local_seconds first{rehab::sample::first_day};

std::string written(const ZoneClock& clock) {
  std::string out;
  rehab::ics::append_vtimezone(out, clock);
  return out;
}

}  // namespace

TEST_CASE("a zone with clock changes is one pair of open-ended yearly rules") {
  CHECK(written(sample::new_york()) ==
        "BEGIN:VTIMEZONE\r\n"
        "TZID:America/New_York\r\n"
        "BEGIN:DAYLIGHT\r\n"
        "DTSTART:19700308T020000\r\n"
        "TZOFFSETFROM:-0500\r\n"
        "TZOFFSETTO:-0400\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n"
        "END:DAYLIGHT\r\n"
        "BEGIN:STANDARD\r\n"
        "DTSTART:19701101T020000\r\n"
        "TZOFFSETFROM:-0400\r\n"
        "TZOFFSETTO:-0500\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n"
        "END:STANDARD\r\n"
        "END:VTIMEZONE\r\n");
}

TEST_CASE("a zone without clock changes is one observance without a rule") {
  CHECK(written(sample::kolkata()) ==
        "BEGIN:VTIMEZONE\r\n"
        "TZID:Asia/Kolkata\r\n"
        "BEGIN:STANDARD\r\n"
        "DTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0530\r\n"
        "TZOFFSETTO:+0530\r\n"
        "END:STANDARD\r\n"
        "END:VTIMEZONE\r\n");
}

TEST_CASE("a negative offset of less than an hour keeps its sign") {
  ZoneClock clock = sample::kolkata();
  clock.observances[0].offset_from = clock.observances[0].offset_to = -minutes{30};
  CHECK(written(clock).find("TZOFFSETTO:-0030\r\n") != std::string::npos);
}

TEST_CASE("what readers would misread is not said: no rules, odd seconds, odd names, times before every onset") {
  CHECK(rehab::ics::can_say(sample::berlin(), first));
  CHECK_FALSE(rehab::ics::can_say(sample::unsayable(), first));
  ZoneClock odd_seconds = sample::kolkata(), odd_name = sample::kolkata();
  odd_seconds.observances[0].offset_to = -seconds{44 * 60 + 30};
  CHECK_FALSE(rehab::ics::can_say(odd_seconds, first));
  odd_name.name = "Asia/Kol;kata";
  CHECK_FALSE(rehab::ics::can_say(odd_name, first));
  CHECK_FALSE(rehab::ics::can_say(sample::berlin(), day(1970, 1, 15)));
}

TEST_CASE("a name that is safe in a parameter has letters, digits and / _ + - only") {
  for (const std::string name : {"Europe/Berlin", "Etc/GMT+5", "America/Port-au-Prince", "America/Argentina/ComodRivadavia"})
    CHECK(rehab::ics::is_plain_name(name));
  for (const std::string& name : {std::string(), std::string("a b"), std::string("a:b"), std::string("a\nb"), std::string("Zürich"),
                                  std::string("a\0b", 3), std::string(41, 'a')})
    CHECK_FALSE(rehab::ics::is_plain_name(name));
}
