// Who checks the checker: each of its codes must find a defect planted for it, and none may be found in a good calendar.
#include "support/ics_check.hpp"

#include <string>
#include <utility>
#include <vector>

#include "export/formats.hpp"
#include "support/catch.hpp"
#include "support/sample.hpp"

namespace {

std::string calendar(const rehab::ExportOptions& options = {}) {
  std::string out;
  std::vector<rehab::Diagnostic> diagnostics;
  rehab::append_ics(rehab::sample::plan(), options, out, diagnostics);
  return out;
}

struct Defect {
  std::string_view code, was, is;  // the first `was` becomes `is`; {event}, {alarm}: the UIDs of the first event and its alarm
};

// clang-format off
const std::vector<Defect> defects{
    {"B01", "BEGIN:VCALENDAR", "\r\nBEGIN:VCALENDAR"},
    {"B02", "BEGIN:VCALENDAR", "\xEF\xBB\xBF" "BEGIN:VCALENDAR"},
    {"B03", "Zw\xC3\xB6lf", "Zw\xF6lf"},
    {"B04", "Heel drops", "Heel\x07" "drops"},
    {"B04", "Heel drops", "Heel\x7F" "drops"},
    {"B05", "Heel drops", "Heel\xE2\x80\xA8" "drops"},
    {"B05", "Heel drops", "Heel\xE2\x80\xAE" "drops"},
    {"B05", "Heel drops", "\xEF\xBB\xBFHeel drops"},
    {"L01", "STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\n"},
    {"L01", "Heel drops", "Heel\r drops"},
    {"L02", "SUMMARY:", "SUMMARY:seventy-five octets are the most that a line may hold and these are more"},
    {"L03", "Zw\xC3\xB6lf", "Zw\xC3\r\n \xB6lf"},
    {"L05", "STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\r\n\r\n"},
    {"L06", "SUMMARY:Heel", "SUMMARY:\r\n\tHeel"},
    {"L08", "STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\r\n \r\n"},
    {"L08", "STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\r\n  \r\n"},
    {"L09", "SUMMARY:Heel", "SUMMARY:Heel\r\n \xCC\x88"},
    {"L09", "drops\\, slow", "drops\\\r\n , slow"},
    {"S01", "STATUS:CONFIRMED", "STATUS CONFIRMED"},
    {"S01", "STATUS:CONFIRMED", ":CONFIRMED"},
    {"S01", "DTSTART;TZID=", "DTSTART;TZID:"},
    {"S02", "END:VALARM\r\n", ""},
    {"S02", "BEGIN:VEVENT\r\n", ""},
    {"S03", "BEGIN:VCALENDAR\r\n", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\r\n"},
    {"S03", "END:VCALENDAR\r\n", "END:VCALENDAR\r\nX-LATE:1\r\n"},
    {"S05", "BEGIN:VEVENT\r\n", "BEGIN:VALARM\r\nUID:a\r\nEND:VALARM\r\nBEGIN:VEVENT\r\n"},
    {"S06", "END:VTIMEZONE\r\n", "END:VTIMEZONE\r\nX-LATE:1\r\n"},
    {"S07", "END:VEVENT\r\n", "END:VEVENT\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Rome\r\nEND:VTIMEZONE\r\n"},
    {"P01", "VERSION:2.0\r\n", ""},
    {"P01", "VERSION:2.0", "VERSION:0.1.0"},
    {"P01", "PRODID:-//rehab//rehab//EN\r\n", ""},
    {"P02", "DTSTAMP:20260901T000000Z\r\n", ""},
    {"P02", "UID:{event}\r\n", ""},
    {"P03", "STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\r\nSTATUS:CONFIRMED\r\n"},
    {"P03", "COLOR:seagreen\r\n", "COLOR:seagreen\r\nCOLOR:red\r\n"},
    {"P03", "CATEGORIES:Rehabilitation\r\n", "CATEGORIES:Rehabilitation\r\nCATEGORIES:Other\r\n"},
    {"P04", "SEQUENCE:0\r\n", "SEQUENCE:0\r\nDURATION:PT15M\r\n"},
    {"P06", "STATUS:CONFIRMED", "STATUS:DONE"},
    {"P06", "CALSCALE:GREGORIAN", "CALSCALE:JULIAN"},
    {"P09", "DTSTART;TZID=Europe/Berlin:", "DTSTART;TZID=Europe,Berlin:"},
    {"P09", "DTSTART;TZID=Europe/Berlin:", "DTSTART;TZID=\"Europe/Berlin:"},
    {"P10", "DTEND;TZID=Europe/Berlin:20260901T074500\r\n", ""},
    {"P11", "CALSCALE:GREGORIAN\r\n", "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"},
    {"P11", "CALSCALE:GREGORIAN\r\n", "CALSCALE:GREGORIAN\r\nMETHOD:REQUEST\r\n"},
    {"P12", "CLASS:PRIVATE", "CLASS:PUBLIC"},
    {"V01", "drops\\, slow", "drops, slow"},
    {"V01", "drops\\, slow", "drops\\: slow"},
    {"V01", "1998\\; Praet", "1998; Praet"},
    {"V02", "20260901T073000", "20260931T073000"},
    {"V02", "20260901T073000", "2026091T73000"},
    {"V02", "20260901T073000", "20260901T243000"},
    {"V02", "DTSTAMP:20260901T000000Z", "DTSTAMP:undefined"},
    {"V04", "DTEND;TZID=Europe/Berlin:20260901T074500", "DTEND;TZID=Europe/Berlin:20260901T073000"},
    {"V05", "DTEND;TZID=Europe/Berlin:20260901T074500", "DTEND:20260901T074500Z"},
    {"V05", "DTEND;TZID=Europe/Berlin:20260901T074500", "DTEND;VALUE=DATE:20260902"},
    {"V06", "DTSTAMP:20260901T000000Z", "DTSTAMP:20260901T000000"},
    {"V06", "CREATED:20260901T000000Z", "CREATED;TZID=Europe/Berlin:20260901T000000"},
    {"V07", "DTSTART;TZID=Europe/Berlin:20260901T073000", "DTSTART;TZID=Europe/Berlin:20260901T073000Z"},
    {"V07", "DTSTART;TZID=Europe/Berlin:20260901T073000", "DTSTART;TZID=UTC:20260901T073000"},
    {"V11", "COLOR:seagreen", "COLOR:#2E8B57"},
    {"V12", "REFRESH-INTERVAL;VALUE=DURATION:P1D", "REFRESH-INTERVAL:P1D"},
    {"V12", "REFRESH-INTERVAL;VALUE=DURATION:P1D", "REFRESH-INTERVAL;VALUE=DURATION:1D"},
    {"V13", "CATEGORIES:Rehabilitation", "CATEGORIES:Rehabilitation\\,Exercise"},
    {"V14", "COLOR:seagreen\r\n", "COLOR:seagreen\r\nX-WR-TIMEZONE:Europe/Berlin\r\n"},
    {"U02", "UID:{event}", "UID:{event}@example.org"},
    {"U03", "UID:{alarm}\r\n", ""},
    {"U03", "UID:{alarm}", "UID:{event}"},
    {"U04", "SEQUENCE:0\r\n", ""},
    {"U04", "SEQUENCE:0\r\n", "SEQUENCE:-1\r\n"},
    {"U05", "CREATED:20260901T000000Z", "CREATED:20260902T000000Z"},
    {"X01", "STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\r\nLOCATION:\r\n"},
    {"X01", "SUMMARY:Heel drops\\, slow (left)\r\n", ""},
    {"X02", "SUMMARY:Heel", "SUMMARY:Heel\\n"},
    {"X03", "NAME:Heel drops", "NAME:Toe drops"},
    {"X04", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"},
    {"X04", "STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n"},
    {"T01", "DTEND;TZID=Europe/Berlin:", "DTEND;TZID=Europe/Rome:"},
    {"T01", "TZID:Europe/Berlin", "TZID:Europe/berlin"},
    {"T02", "DTSTART:19700329T020000", "DTSTART:19700329T020000Z"},
    {"T03", "TZID:Europe/Berlin", "TZID:Europe/Rome"},
    {"T05", "TZOFFSETFROM:+0100\r\n", ""},
    {"T06", "DTSTART;TZID=Europe/Berlin:20260901T073000", "DTSTART;TZID=Europe/Berlin:20260329T023000"},
    {"T07", "DTSTART;TZID=Europe/Berlin:20260901T073000", "DTSTART;TZID=Europe/Berlin:19700101T073000"},
    {"T08", "BEGIN:VEVENT\r\n", "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"},
    {"T10", "DTSTART:19700329T020000", "DTSTART:19700328T020000"},
    {"T11", "TZOFFSETTO:+0200", "TZOFFSETTO:+0000"},
    {"O01", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=3"},
    {"O01", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RDATE:20260329T020000"},
    {"O01", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n", ""},
    {"O01", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20270101T000000Z"},
    {"O09", "TZOFFSETTO:+0200", "TZOFFSETTO:+020000"},
    {"O04", "BEGIN:VALARM\r\n", "BEGIN:VALARM\r\nUID:a\r\nACTION:DISPLAY\r\nDESCRIPTION:b\r\nTRIGGER:-PT1M\r\nEND:VALARM\r\nBEGIN:VALARM\r\n"},
    {"A01", "TRIGGER:-PT10M\r\n", ""},
    {"A02", "ACTION:DISPLAY", "ACTION:EMAIL"},
    {"A02", "ACTION:DISPLAY\r\nDESCRIPTION:", "ACTION:DISPLAY\r\nX-DESCRIPTION:"},
    {"A03", "TRIGGER:-PT10M\r\n", "TRIGGER:-PT10M\r\nREPEAT:2\r\n"},
    {"A04", "TRIGGER:-PT10M", "TRIGGER:-PT1H30"},
    {"A04", "TRIGGER:-PT10M", "TRIGGER:-PT90S"},
    {"A04", "TRIGGER:-PT10M", "TRIGGER:RELATED=END:-PT10M"},
    {"A05", "TRIGGER:-PT10M", "TRIGGER:PT7H30M"},
    {"A06", "TRIGGER:-PT10M\r\n", "TRIGGER:-PT10M\r\nX-WR-ALARMUID:a\r\n"},
    {"R00", "SEQUENCE:0\r\n", "SEQUENCE:0\r\nRRULE:FREQ=DAILY\r\n"},
    {"R00", "SEQUENCE:0\r\n", "SEQUENCE:0\r\nEXDATE:\r\n"},
};
// clang-format on

std::string with(std::string file, std::string_view was, std::string_view is) {
  const std::size_t at = file.find(was);
  return at == std::string::npos ? std::string{} : file.replace(at, was.size(), is);
}

std::string event_uid(const std::string& file, std::size_t i) { return ics_check::read(file).all("VEVENT").at(i)->value("UID"); }
std::string alarm_uid(const std::string& file) {
  return ics_check::read(file).all("VEVENT").at(0)->all("VALARM").at(0)->value("UID");
}

std::string filled(std::string text, const std::string& file) {
  for (const auto& [word, uid] : {std::pair<std::string, std::string>{"{event}", event_uid(file, 0)}, {"{alarm}", alarm_uid(file)}})
    if (const std::size_t at = text.find(word); at != std::string::npos) text.replace(at, word.size(), uid);
  return text;
}

using Form = rehab::ExportOptions::TimeForm;

}  // namespace

TEST_CASE("nothing is found in the calendars that we write") {
  for (const Form form : {Form::zoned, Form::utc, Form::floating, Form::all_day})
    for (const bool publish : {false, true}) {
      rehab::ExportOptions options;
      options.time_form = form;
      options.publish = publish;
      CHECK(ics_check::list(ics_check::check(calendar(options))) == "");
    }
}

TEST_CASE("every rule of the checker finds the defect planted for it") {
  const std::string good = calendar();
  for (const Defect& defect : defects) {
    INFO(defect.code << ": " << defect.was << " -> " << defect.is);
    const std::string bad = with(good, filled(std::string(defect.was), good), filled(std::string(defect.is), good));
    REQUIRE_FALSE(bad.empty());
    const auto findings = ics_check::check(bad);
    INFO(ics_check::list(findings));
    CHECK(ics_check::has(findings, defect.code));
  }
}

TEST_CASE("the checker finds what concerns the whole file") {
  const std::string good = calendar();
  CHECK(ics_check::has(ics_check::check(good.substr(0, good.size() - 2)), "L04"));
  CHECK(ics_check::has(ics_check::check("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"), "S04"));
  CHECK(ics_check::has(ics_check::check(""), "S03"));
  CHECK(ics_check::has(ics_check::check(with(good, event_uid(good, 1), event_uid(good, 0))), "U01"));
  std::string swollen = "END:STANDARD\r\n";
  for (int i = 0; i < 3; ++i)
    swollen += "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n";
  CHECK(ics_check::has(ics_check::check(with(good, "END:STANDARD\r\n", swollen)), "G04"));
}

TEST_CASE("the checker finds a cancelled event with an alarm, or that takes time") {
  const std::string cancelled = with(calendar(), "STATUS:CONFIRMED", "STATUS:CANCELLED");
  CHECK(ics_check::has(ics_check::check(cancelled), "A08"));
  CHECK_FALSE(ics_check::has(ics_check::check(cancelled), "P13"));
  CHECK(ics_check::has(ics_check::check(with(cancelled, "TRANSP:TRANSPARENT", "TRANSP:OPAQUE")), "P13"));
}

TEST_CASE("the checker of revisions finds what falls, what changes, and what is gone") {
  const std::string good = calendar();
  CHECK(ics_check::list(ics_check::check_update(good, good)) == "");
  const std::string later = with(good, "SEQUENCE:0", "SEQUENCE:1");
  CHECK(ics_check::list(ics_check::check_update(good, later)) == "");
  CHECK(ics_check::has(ics_check::check_update(later, good), "U06"));
  const std::string stamped = with(good, "DTSTAMP:20260901T000000Z", "DTSTAMP:20260902T000000Z");
  CHECK(ics_check::list(ics_check::check_update(good, stamped)) == "");
  CHECK(ics_check::has(ics_check::check_update(stamped, good), "U06"));
  CHECK(ics_check::has(ics_check::check_update(good, with(good, "CREATED:20260901", "CREATED:20260902")), "U07"));
  CHECK(ics_check::has(ics_check::check_update(good, with(good, "UID:", "UID:a")), "U08"));
  CHECK(ics_check::has(ics_check::check_update(good, with(good, "UID:" + event_uid(good, 3), "UID:a")), "U09"));
}

TEST_CASE("an alarm of a whole day is found") {
  rehab::ExportOptions options;
  options.time_form = Form::all_day;
  const std::string alarm =
      "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:a\r\nTRIGGER:-PT10M\r\nUID:b\r\nEND:VALARM\r\nEND:VEVENT\r\n";
  CHECK(ics_check::has(ics_check::check(with(calendar(options), "END:VEVENT\r\n", alarm)), "A07"));
}
