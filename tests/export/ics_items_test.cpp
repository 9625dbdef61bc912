// A calendar in one file for each event, as a CalDAV server and a folder of khal and vdirsyncer hold it.
#include <set>
#include <string>
#include <vector>

#include "rehab/export.hpp"
#include "support/catch.hpp"
#include "support/ical_reader.hpp"
#include "support/ics_check.hpp"
#include "support/sample.hpp"
#include "text/digest.hpp"

namespace {

namespace sample = rehab::sample;
using rehab::CalendarItem;
using rehab::ExportOptions;
using rehab::Plan;
using Form = ExportOptions::TimeForm;

std::string calendar_of(const Plan& plan, const ExportOptions& options = {}) {
  const auto calendar = rehab::export_plan(plan, "ics", options);
  REQUIRE(calendar);
  return *calendar;
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

// The bytes from the first event's first line to the last event's last.
std::string events_of(const std::string& calendar) {
  const std::size_t begin = calendar.find("BEGIN:VEVENT"), end = calendar.rfind("END:VCALENDAR");
  return begin == std::string::npos ? "" : calendar.substr(begin, end - begin);
}

std::string without(std::string text, const std::string& line) {
  const std::size_t at = text.find(line);
  return at == std::string::npos ? text : text.erase(at, line.size());
}

}  // namespace

TEST_CASE("every event of a calendar is one item, with its bytes, in its order") {
  for (const Form form : {Form::zoned, Form::utc, Form::floating, Form::all_day}) {
    ExportOptions options;
    options.time_form = form;
    const Plan plan = sample::plan();
    const std::string calendar = calendar_of(plan, options);
    std::string id, events;
    rehab::text::append_uuid(id, plan.id);
    for (const CalendarItem& item : rehab::calendar_items(calendar))
      events += without(events_of(item.text), "X-REHAB-PLAN:" + id + "\r\n");
    CHECK(events == events_of(calendar));
  }
}

TEST_CASE("every item is a whole calendar of its own, which independent readers read alike") {
  for (const Form form : {Form::zoned, Form::utc, Form::floating, Form::all_day}) {
    ExportOptions options;
    options.time_form = form;
    const std::string calendar = calendar_of(sample::plan(), options);
    std::vector<std::string> read;
    for (const CalendarItem& item : rehab::calendar_items(calendar)) {
      REQUIRE(ics_check::list(ics_check::check(item.text)) == "");
      REQUIRE(count(item.text, "BEGIN:VEVENT") == 1);
      REQUIRE(count(item.text, "BEGIN:VTIMEZONE") == (form == Form::zoned ? 1 : 0));
      REQUIRE(ics_check::read(item.text).all("VEVENT").at(0)->value("UID") == item.uid);
      const std::vector<std::string> events = ical_reader::events(item.text);
      read.insert(read.end(), events.begin(), events.end());
    }
    std::sort(read.begin(), read.end());
    CHECK(read == ical_reader::events(calendar));
  }
}

TEST_CASE("an item has nothing that a server forbids or that names the calendar") {
  ExportOptions options;
  options.publish = true;
  options.time_form = Form::utc;
  for (const CalendarItem& item : rehab::calendar_items(calendar_of(sample::plan(), options))) {
    const std::string head = item.text.substr(0, item.text.find("BEGIN:VEVENT"));
    REQUIRE(head == "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rehab//rehab//EN\r\nCALSCALE:GREGORIAN\r\n");
  }
}

TEST_CASE("the first UID of an item is that of its event, which is all that some programs look for") {
  for (const CalendarItem& item : rehab::calendar_items(calendar_of(sample::plan()))) {
    const std::size_t at = item.text.find("\r\nUID:");
    REQUIRE(item.text.substr(at + 6, item.uid.size()) == item.uid);
  }
}

TEST_CASE("every item says of which plan it is") {
  Plan other = sample::plan();
  other.id[0] ^= 1;
  std::set<std::string> marks;
  for (const Plan& plan : {sample::plan(), other})
    for (const CalendarItem& item : rehab::calendar_items(calendar_of(plan)))
      marks.insert(ics_check::read(item.text).all("VEVENT").at(0)->value("X-REHAB-PLAN"));
  std::string id;
  rehab::text::append_uuid(id, sample::plan().id);
  CHECK(marks.size() == 2);
  CHECK(marks.contains(id));
}

TEST_CASE("texts that look like lines of a calendar do not cut it") {
  for (std::size_t pad = 0; pad <= 80; ++pad) {
    rehab::CatalogData data = sample::catalog();
    const std::string hostile = std::string(pad, 'a') + "END:VEVENT\r\nEND:VEVENT\nUID:x\nBEGIN:VEVENT\nEND:VTIMEZONE";
    data.pain_rules[0].say = hostile;
    data.protocols[0].title = data.protocols[0].summary = hostile;
    const std::string calendar = calendar_of(sample::plan(sample::first_day, sample::berlin(), data));
    const std::vector<CalendarItem> items = rehab::calendar_items(calendar);
    REQUIRE(items.size() == 168);
    REQUIRE(ics_check::list(ics_check::check(items.front().text)) == "");
    REQUIRE(ics_check::unescape(ics_check::read(items.front().text).all("VEVENT").at(0)->value("DESCRIPTION")).find("UID:x") !=
            std::string::npos);
  }
}

TEST_CASE("what is no calendar has no items") {
  CHECK(rehab::calendar_items("").empty());
  CHECK(rehab::calendar_items("BEGIN:VEVENT").empty());
  CHECK(rehab::calendar_items("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a").empty());
  CHECK(rehab::calendar_items("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT").empty());
}

TEST_CASE("a calendar that is cut off has the items that are whole") {
  const std::string calendar = calendar_of(sample::plan());
  const std::vector<CalendarItem> all = rehab::calendar_items(calendar);
  const std::size_t second = calendar.find("BEGIN:VEVENT", calendar.find("END:VEVENT"));
  for (std::size_t end = 0; end < second; ++end) {
    const std::vector<CalendarItem> items = rehab::calendar_items(std::string_view(calendar).substr(0, end));
    REQUIRE(items.size() <= 1);
    if (!items.empty()) REQUIRE(items.front() == all.front());
  }
}
