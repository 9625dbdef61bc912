// Independent readers accept our calendars and agree with the plan on every start and end in UTC: libical, python3-icalendar,
// python3-vobject, and our own reading of the VTIMEZONE. A reader that is missing is skipped with a printed line, in CI it is a
// failure.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "rehab/export.hpp"
#include "support/catch.hpp"
#include "support/ical_reader.hpp"
#include "support/ics_check.hpp"
#include "support/ics_zones.hpp"
#include "support/sample.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"

namespace {

namespace sample = rehab::sample;
using rehab::day;
using rehab::Plan;
using std::chrono::sys_seconds;
using Lines = std::optional<std::vector<std::string>>;
using Form = rehab::ExportOptions::TimeForm;

std::string calendar_of(const Plan& plan, Form form = Form::zoned) {
  rehab::ExportOptions options;
  options.time_form = form;
  const auto calendar = rehab::export_plan(plan, "ics", options);
  REQUIRE(calendar);
  return *calendar;
}

std::string in_utc(sys_seconds moment) {
  std::string text;
  rehab::text::append_compact_time(text, std::chrono::local_seconds{moment.time_since_epoch()});
  return text + "Z";
}

std::vector<std::string> planned(const Plan& plan) {
  std::vector<std::string> lines;
  for (const rehab::Session& session : plan.sessions) {
    std::string line;
    rehab::text::append_uuid(line, rehab::identity(plan, session));
    lines.push_back(line + " " + in_utc(session.utc) + " " + in_utc(session.utc + plan.routine_of(session).length));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

// The same of what a revision has withdrawn.
void add_cancelled(std::vector<std::string>& lines, const std::vector<rehab::Withdrawn>& withdrawn) {
  for (const rehab::Withdrawn& w : withdrawn) {
    std::string line;
    rehab::text::append_uuid(line, w.id);
    lines.push_back(line + " " + in_utc(w.session.utc) + " " + in_utc(w.session.utc + w.length));
  }
  std::sort(lines.begin(), lines.end());
}

// What a command prints; none: it ends with 3 (not installed) or cannot be started.
Lines lines_of(const std::string& command) {
  std::FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return {};
  std::string text;
  std::array<char, 4096> part{};
  for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;) text.append(part.data(), n);
  const int status = pclose(pipe);
  constexpr int not_installed = 3 << 8, no_such_command = 127 << 8;
  if (status == not_installed || status == no_such_command) return {};
  CHECK(status == 0);
  std::vector<std::string> lines;
  for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
    lines.push_back(text.substr(at, end - at));
  return lines;
}

// A file that is gone when its test is.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& content) {
    std::array<char, 32> pattern{"/tmp/rehab-readers-XXXXXX"};
    const int descriptor = mkstemp(pattern.data());
    REQUIRE(descriptor >= 0);
    path_ = pattern.data();
    std::FILE* file = fdopen(descriptor, "wb");
    std::fwrite(content.data(), 1, content.size(), file);
    std::fclose(file);
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Lines read_with_python(const std::string& library, const std::string& calendar) {
  const TemporaryFile file(calendar);
  return lines_of("/usr/bin/python3 " REHAB_SOURCE_DIR "/tests/support/readers.py " + library + " " + file.path());
}

void check_reader(const std::string& reader, const Lines& read, const std::vector<std::string>& expected) {
  if (!read && !std::getenv("CI")) {
    std::printf("SKIPPED: %s is not installed, so it has not read our calendars\n", reader.c_str());
    return;
  }
  INFO(reader);
  REQUIRE(read);
  CHECK(*read == expected);
}

void check_readers(const std::string& calendar, const std::vector<std::string>& expected) {
  check_reader("python3-icalendar", read_with_python("icalendar", calendar), expected);
  check_reader("python3-vobject", read_with_python("vobject", calendar), expected);
  check_reader("libical", ical_reader::events(calendar), expected);
}

struct Trip {
  std::string zone;
  std::chrono::local_days start;
};

// Plans over clock changes in both directions, on both hemispheres, in winter-time zones that count backwards, and without changes.
const std::vector<Trip> trips{
    {"Europe/Berlin", day(2026, 9, 1)},        {"Europe/Berlin", day(2027, 1, 10)},    {"America/New_York", day(2026, 9, 20)},
    {"Australia/Lord_Howe", day(2026, 8, 20)}, {"America/Santiago", day(2026, 7, 20)}, {"Europe/Dublin", day(2027, 1, 31)},
    {"Asia/Kathmandu", day(2026, 12, 1)},      {"Pacific/Chatham", day(2027, 2, 1)},   {"Africa/Casablanca", day(2027, 1, 1)}};

Plan plan_in(const Trip& trip) {
  const auto clock = rehab::read_zone(trip.zone, trip.start, trip.start + std::chrono::days{85});
  REQUIRE(clock);
  return sample::plan(trip.start, *clock);
}

}  // namespace

TEST_CASE("independent readers agree with the plan on every instant, in zones of all kinds") {
  for (const Trip& trip : trips) {
    INFO(trip.zone);
    const Plan plan = plan_in(trip);
    const std::string calendar = calendar_of(plan);
    CHECK(ics_check::list(ics_check::check(calendar)) == "");
    check_readers(calendar, planned(plan));
  }
}

TEST_CASE("independent readers agree on the calendar of every protocol and severity") {
  const rehab::Catalog catalog = rehab::builtin_catalog();
  int plans = 0;
  for (const rehab::Protocol& protocol : catalog->protocols) {
    for (const rehab::Severity severity : rehab::severities) {
      const auto& offer = protocol.severity[static_cast<std::size_t>(severity)];
      if (!offer || !offer->weeks) continue;
      rehab::Case intake{.protocol = protocol.id, .severity = severity, .start = day(2027, 1, 4), .zone = "Europe/Berlin"};
      intake.clearance = rehab::Clearance{"a practice", day(2027, 1, 1)};
      const auto plan = rehab::make_plan(catalog, intake);
      REQUIRE(plan);
      INFO(protocol.id << " " << rehab::name(severity));
      const std::string calendar = calendar_of(*plan);
      CHECK(ics_check::list(ics_check::check(calendar)) == "");
      check_readers(calendar, planned(*plan));
      check_reader("libical", ical_reader::complaints(calendar), {});
      ++plans;
    }
  }
  CHECK(plans >= 38);
}

TEST_CASE("every golden calendar passes the strict check, and independent readers agree on it") {
  int calendars = 0;
  for (const auto& entry : std::filesystem::directory_iterator(REHAB_SOURCE_DIR "/tests/golden")) {
    if (entry.path().extension() != ".ics") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string calendar{std::istreambuf_iterator<char>(file), {}};
    INFO(entry.path().filename());
    CHECK(ics_check::list(ics_check::check(calendar)) == "");
    const Lines events = ical_reader::events(calendar);
    REQUIRE(events);
    CHECK(events->size() > 30);
    check_reader("python3-icalendar", read_with_python("icalendar", calendar), *events);
    check_reader("python3-vobject", read_with_python("vobject", calendar), *events);
    ++calendars;
  }
  CHECK(calendars == 3);
}

TEST_CASE("independent readers agree on a revision that a diary made, with what was done and what was withdrawn") {
  rehab::Case intake{.protocol = "calf-strain", .severity = rehab::Severity::moderate, .start = day(2026, 12, 1)};
  intake.zone = "Europe/Berlin";
  rehab::Entry painful{.date = day(2026, 12, 9), .slot = rehab::Slot::evening, .done = rehab::Done::part, .pain = 8};
  rehab::Entry ill{.date = day(2026, 12, 14), .slot = rehab::Slot::midday, .pause_until = day(2026, 12, 17)};
  intake.diary = {painful, ill};
  const auto plan = rehab::make_plan(rehab::builtin_catalog(), intake);
  const auto withdrawn = rehab::withdrawn(rehab::builtin_catalog(), intake);
  REQUIRE(plan);
  REQUIRE(withdrawn);
  CHECK_FALSE(withdrawn->empty());
  rehab::ExportOptions options;
  options.withdrawn = *withdrawn;
  const auto calendar = rehab::export_plan(*plan, "ics", options);
  REQUIRE(calendar);
  CHECK(ics_check::list(ics_check::check(*calendar)) == "");
  std::vector<std::string> expected = planned(*plan);
  add_cancelled(expected, *withdrawn);
  check_readers(*calendar, expected);
  check_reader("libical", ical_reader::complaints(*calendar), {});
}

TEST_CASE("independent readers agree on plans in UTC") {
  check_readers(calendar_of(sample::plan(), Form::utc), planned(sample::plan()));
}

TEST_CASE("libical finds no rule broken, also in a feed") {
  for (const bool publish : {false, true}) {
    rehab::ExportOptions options;
    options.publish = publish;
    const auto calendar = rehab::export_plan(sample::plan(), "ics", options);
    REQUIRE(calendar);
    check_reader("libical", ical_reader::complaints(*calendar), {});
  }
}

TEST_CASE("our reading of a VTIMEZONE agrees with the zone's clocks at every hour of a plan") {
  for (const Trip& trip : trips) {
    INFO(trip.zone);
    const Plan plan = plan_in(trip);
    const ics_check::Component calendar = ics_check::read(calendar_of(plan));
    if (calendar.all("VTIMEZONE").empty()) continue;
    for (std::chrono::local_seconds t = plan.days.begin; t < plan.days.end; t += std::chrono::minutes{30}) {
      if (rehab::resolve(plan.clock, t).clash == rehab::ClockTime::Clash::gap) continue;
      const auto offset = ics_check::offset_at(*calendar.all("VTIMEZONE").at(0), t);
      REQUIRE(offset);
      REQUIRE(sys_seconds{t.time_since_epoch() - *offset} == rehab::resolve(plan.clock, t).utc);
    }
  }
}
