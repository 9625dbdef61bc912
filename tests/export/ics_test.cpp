// Calendars as users and their programs get them. The first part goes through 25 bugs of other generators, one by one.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "export/formats.hpp"
#include "support/catch.hpp"
#include "support/ics_check.hpp"
#include "support/ics_values.hpp"
#include "support/ics_zones.hpp"
#include "support/sample.hpp"

namespace {

namespace sample = rehab::sample;
using ics_check::Component;
using rehab::day;
using rehab::Plan;
using std::chrono::hours;
using std::chrono::minutes;
using Form = rehab::ExportOptions::TimeForm;

struct Written {
  std::string text;
  bool written = false;
  std::vector<rehab::Diagnostic> diagnostics;
};

Written write(const Plan& plan, const rehab::ExportOptions& options = {}) {
  Written w;
  w.written = rehab::append_ics(plan, options, w.text, w.diagnostics);
  return w;
}

Written write(const Plan& plan, Form form) {
  rehab::ExportOptions options;
  options.time_form = form;
  return write(plan, options);
}

// Writes, and expects that neither we nor the strict checker have anything to complain of.
std::string clean(const Plan& plan, const rehab::ExportOptions& options = {}) {
  const Written w = write(plan, options);
  CHECK(w.written);
  CHECK(w.diagnostics.empty());
  CHECK(ics_check::list(ics_check::check(w.text)) == "");
  return w.text;
}

Component first_event(const std::string& file) { return *ics_check::read(file).all("VEVENT").at(0); }
std::string text_of(const Component& component, std::string_view name) { return ics_check::unescape(component.value(name)); }

// The sample with another title of its first workout.
Plan titled(const std::string& title) {
  rehab::CatalogData data = sample::catalog();
  for (rehab::Phase& phase : data.protocols[0].phases) phase.workouts[0].title = title;
  return sample::plan(sample::first_day, sample::berlin(), data);
}

// The sample with other words in its pain rule.
Plan saying(const std::string& words) {
  rehab::CatalogData data = sample::catalog();
  data.pain_rules[0].say = words;
  return sample::plan(sample::first_day, sample::berlin(), data);
}

std::set<std::string> uids(const std::string& file) {
  std::set<std::string> all;
  const Component calendar = ics_check::read(file);
  for (const Component* event : calendar.all("VEVENT")) all.insert(event->value("UID"));
  return all;
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

}  // namespace

// --- 25 bugs of others
// -----------------------------------------------------------------------------------------------------------------

TEST_CASE("1: a fold never splits a code point") {
  for (std::size_t pad = 40; pad <= 80; ++pad) {
    const std::string title = std::string(pad, 'a') + "📞 call";
    CHECK(text_of(first_event(clean(titled(title))), "SUMMARY") == title + " (left)");
  }
}

TEST_CASE("2: a title and a text of forty emoji survive") {
  std::string emoji;
  for (int i = 0; i < 40; ++i) emoji += "👩‍⚕️";
  CHECK(text_of(first_event(clean(titled(emoji))), "SUMMARY") == emoji + " (left)");
  CHECK(text_of(first_event(clean(saying(emoji))), "DESCRIPTION").find(emoji) != std::string::npos);
}

TEST_CASE("3: a line feed at the end of a full line leaves no blank line") {
  for (std::size_t pad = 0; pad <= 80; ++pad) clean(saying(std::string(pad, 'a') + "\n"));
}

TEST_CASE("4: a fold at a line feed does not destroy the character after it") {
  for (std::size_t pad = 40; pad <= 110; ++pad) {
    const std::string words = std::string(pad, 'a') + "\n•tail";
    CHECK(text_of(first_event(clean(saying(words))), "DESCRIPTION").find(words) != std::string::npos);
  }
}

TEST_CASE("5: lines count octets, and the text of an alarm is escaped") {
  const std::string title = "Wadenheben übers Geländer, später Ferse höher; für Füße";
  const Component event = first_event(clean(titled(title)));
  CHECK(event.all("VALARM").at(0)->value("DESCRIPTION") == "Wadenheben übers Geländer\\, später Ferse höher\\; für Füße (left)");
  CHECK(event.value("SEQUENCE") == "0");
}

TEST_CASE("6: the backslash is escaped first") {
  CHECK(first_event(clean(titled("a\\b;c,d"))).value("SUMMARY") == "a\\\\b\\;c\\,d (left)");
}

TEST_CASE("7: text with line breaks cannot become a property or an alarm") {
  for (const std::string end : {"\n", "\r\n", "\r", "\u2028"}) {
    const std::string hostile = "a" + end + "BEGIN:VALARM" + end + "TRIGGER:-PT1M" + end + "END:VALARM" + end + "Note: b";
    const std::string file = clean(saying(hostile));
    CHECK(count(file, "\nTRIGGER:-PT1M") == 0);
    CHECK(first_event(file).all("VALARM").size() == 1);
    CHECK(first_event(clean(titled(hostile))).all("VALARM").size() == 1);
  }
}

TEST_CASE("8: a title with a line break is one line") {
  CHECK(first_event(clean(titled("Heel\ndrops\r\nslow"))).value("SUMMARY") == "Heel drops slow (left)");
}

TEST_CASE("9: nothing unsafe gets into a parameter") {
  for (const std::string name :
       {"Europe/Ber:lin", "Europe;Berlin", "a,b", "a\"b", "a\r\nBEGIN:VALARM", "Zürich", "Europe/Berlin "}) {
    rehab::ZoneClock clock = sample::berlin();
    clock.name = name;
    const Written w = write(sample::plan(sample::first_day, clock));
    CHECK(w.written);
    CHECK(ics_check::list(ics_check::check(w.text)) == "");
    CHECK(count(w.text, "TZID") == 0);
    REQUIRE(w.diagnostics.size() == 1);
    CHECK(w.diagnostics[0].level == rehab::Level::warning);
  }
}

TEST_CASE("10: categories are one line, not escaped") {
  const std::string file = clean(sample::plan());
  CHECK(count(file, "\r\nCATEGORIES:Rehabilitation\r\n") == 168);
  CHECK(count(file, "\r\nCATEGORIES") == 168);
}

TEST_CASE("11: a plan in UTC has Z and no VTIMEZONE") {
  const std::string file = clean(sample::plan(sample::first_day, sample::utc()));
  CHECK(first_event(file).value("DTSTART") == "20260901T073000Z");
  CHECK(count(file, "TZID") == 0);
  CHECK(count(file, "VTIMEZONE") == 0);
}

TEST_CASE("12: DTSTAMP is in UTC in every form") {
  for (const Form form : {Form::zoned, Form::utc, Form::floating, Form::all_day}) {
    rehab::ExportOptions options;
    options.time_form = form;
    CHECK(count(clean(sample::plan(), options), "\r\nDTSTAMP:20260901T000000Z\r\n") == 168);
  }
}

TEST_CASE("13: no value has both TZID and Z") {
  for (const Form form : {Form::zoned, Form::utc}) {
    const Component calendar = ics_check::read(write(sample::plan(), form).text);
    for (const Component* event : calendar.all("VEVENT"))
      for (const ics_check::Property& p : event->properties) CHECK_FALSE((p.parameter("TZID") && p.value.ends_with('Z')));
  }
}

TEST_CASE("14: every TZID has its VTIMEZONE, before its use") {
  const std::string file = clean(sample::plan());
  CHECK(file.find("\r\nTZID:Europe/Berlin\r\n") < file.find("DTSTART;TZID=Europe/Berlin:"));
  CHECK(count(file, "DTSTART;TZID=Europe/Berlin:") == 168);
  CHECK(count(file, "DTEND;TZID=Europe/Berlin:") == 168);
}

TEST_CASE("15, 16: a zone is a pair of yearly rules with a weekday, or has no rule") {
  const std::string berlin = clean(sample::plan());
  CHECK(count(berlin, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n") == 1);
  CHECK(count(berlin, "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n") == 1);
  CHECK(count(berlin, "RDATE") == 0);
  const std::string new_york = clean(sample::plan(day(2026, 9, 1), sample::new_york()));
  CHECK(count(new_york, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n") == 1);
  const std::string kolkata = clean(sample::plan(day(2026, 9, 1), sample::kolkata()));
  CHECK(count(kolkata, "RRULE") == 0);
  CHECK(count(kolkata, "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\n") == 1);
}

TEST_CASE("17: a zone takes at most 25 lines") {
  const std::string file = clean(sample::plan());
  const std::size_t begin = file.find("BEGIN:VTIMEZONE"), end = file.find("END:VTIMEZONE");
  CHECK(count(file.substr(begin, end - begin), "\n") <= 24);
}

TEST_CASE("18: a plan in January lies after an onset") {
  const Component calendar = ics_check::read(clean(sample::plan(day(2027, 1, 1))));
  const Component& event = *calendar.all("VEVENT").at(0);
  CHECK(ics_check::instant_of(calendar, *event.find("DTSTART")) ==
        std::chrono::sys_days{std::chrono::January / 1 / 2027} + minutes{390});
}

TEST_CASE("19: a plan across a clock change keeps its local time and its instants") {
  for (const auto& [start, clock] : {std::pair{day(2027, 3, 26), sample::berlin()},
                                     {day(2026, 10, 23), sample::berlin()},
                                     {day(2026, 10, 30), sample::new_york()}}) {
    const Plan plan = sample::plan(start, clock);
    const Component calendar = ics_check::read(clean(plan));
    const auto events = calendar.all("VEVENT");
    REQUIRE(events.size() == plan.sessions.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
      CHECK(events[i]->value("DTSTART").ends_with(i % 2 == 0 ? "T073000" : "T180000"));
      CHECK(ics_check::instant_of(calendar, *events[i]->find("DTSTART")) == plan.sessions[i].utc);
      const minutes length = plan.routine_of(plan.sessions[i]).length;
      CHECK(ics_check::instant_of(calendar, *events[i]->find("DTEND")) == plan.sessions[i].utc + length);
    }
  }
}

TEST_CASE("20: a zone with changes has both observances, and DAYLIGHT is the one ahead") {
  const Component calendar = ics_check::read(clean(sample::plan()));
  const Component& zone = *calendar.all("VTIMEZONE").at(0);
  CHECK(zone.all("DAYLIGHT").at(0)->value("TZOFFSETTO") == "+0200");
  CHECK(zone.all("STANDARD").at(0)->value("TZOFFSETTO") == "+0100");
}

TEST_CASE("21: two exports have the same bytes") { CHECK(clean(sample::plan()) == clean(sample::plan())); }

TEST_CASE("22: two plans share no UID, two revisions share all") {
  const Plan plan = sample::plan();
  Plan revised = sample::plan(day(2026, 9, 2)), other = sample::plan();
  revised.revision = 7;
  other.id[0] ^= 1;
  std::set<std::string> both = uids(clean(plan));
  CHECK(both == uids(clean(revised)));
  CHECK(first_event(clean(revised)).value("SEQUENCE") == "7");
  both.merge(uids(clean(other)));
  CHECK(both.size() == 2 * 168);
}

TEST_CASE("23, 24: no event recurs, so no bound or exception can be typed wrongly") {
  const Component calendar = ics_check::read(clean(sample::plan()));
  for (const Component* event : calendar.all("VEVENT"))
    for (const std::string_view never : {"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}) CHECK(event->find(never) == nullptr);
}

TEST_CASE("25: version, stamp, length, identity, content, zone and alarm are there") {
  const Component calendar = ics_check::read(clean(sample::plan()));
  CHECK(calendar.value("VERSION") == "2.0");
  const Component& event = *calendar.all("VEVENT").at(0);
  CHECK(event.value("DTSTAMP") == "20260901T000000Z");
  CHECK(event.value("DTSTART") == "20260901T073000");
  CHECK(event.value("DTEND") == "20260901T074500");
  CHECK(event.value("UID").size() == 36);
  CHECK(event.all("VALARM").at(0)->value("TRIGGER") == "-PT10M");
  CHECK(calendar.all("VEVENT").size() == 168);
}
