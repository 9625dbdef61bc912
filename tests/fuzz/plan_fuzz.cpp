// Any case for the built-in protocols: it is refused with a reason, or every law of a plan holds.
#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "expect.hpp"
#include "rehab/rehab.hpp"

namespace {

using std::chrono::days;
using std::chrono::minutes;

const rehab::Catalog& catalog() {
  static const rehab::Catalog builtin = rehab::builtin_catalog();
  return builtin;
}

// Mostly an id that exists.
template <class T>
std::string draw_id(FuzzedDataProvider& bytes, const std::vector<T>& known) {
  if (known.empty() || bytes.ConsumeIntegralInRange(0, 31) == 0) return bytes.ConsumeRandomLengthString(12);
  return known[bytes.ConsumeIntegralInRange<std::size_t>(0, known.size() - 1)].id;
}

template <class T>
std::vector<std::string> draw_ids(FuzzedDataProvider& bytes, const std::vector<T>& known, std::size_t most) {
  std::vector<std::string> ids(bytes.ConsumeIntegralInRange<std::size_t>(0, most));
  for (std::string& id : ids) id = draw_id(bytes, known);
  return ids;
}

std::string draw_zone(FuzzedDataProvider& bytes) {
  static constexpr std::array<const char*, 10> zones{
      "",    "Europe/Berlin",     "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
      "UTC", "Africa/Casablanca", "America/Santiago", "Pacific/Apia",        "Europe/Dublin"};
  if (bytes.ConsumeIntegralInRange(0, 31) == 0) return bytes.ConsumeRandomLengthString(20);
  return zones[bytes.ConsumeIntegralInRange<std::size_t>(0, zones.size() - 1)];
}

std::chrono::local_days draw_day(FuzzedDataProvider& bytes) {
  const bool odd = bytes.ConsumeIntegralInRange(0, 15) == 0;
  return rehab::day(2026, 1, 1) + days{odd ? bytes.ConsumeIntegralInRange(-800000, 800000) : bytes.ConsumeIntegralInRange(0, 4100)};
}

rehab::PartTimes draw_times(FuzzedDataProvider& bytes) {
  if (bytes.ConsumeBool()) return rehab::usual_times;
  rehab::PartTimes times;
  int earliest = 0;
  for (auto& time : times) {
    if (!bytes.ConsumeBool()) continue;
    earliest = bytes.ConsumeIntegralInRange(earliest, std::max(earliest, 1445));  // a little past midnight is a mistake
    time = minutes{earliest++};
  }
  return times;
}

rehab::Case draw_case(FuzzedDataProvider& bytes) {
  rehab::Case intake;
  intake.protocol = draw_id(bytes, catalog()->protocols);
  intake.severity = static_cast<rehab::Severity>(bytes.ConsumeIntegralInRange(0, 2));
  if (bytes.ConsumeBool()) intake.side = static_cast<rehab::Side>(bytes.ConsumeIntegralInRange(0, 2));
  intake.start = draw_day(bytes);
  intake.zone = draw_zone(bytes);
  intake.times = draw_times(bytes);
  if (bytes.ConsumeBool()) {
    intake.days = {};
    for (unsigned day = 0; day < 7; ++day)
      if (bytes.ConsumeBool()) intake.days.insert(std::chrono::weekday{day});
  }
  intake.away.resize(bytes.ConsumeIntegralInRange<std::size_t>(0, 6));
  for (rehab::DayRange& range : intake.away) {
    range.begin = intake.start + days{bytes.ConsumeIntegralInRange(-10, 90)};
    range.end = range.begin + days{bytes.ConsumeIntegralInRange(-1, 30)};
  }
  if (bytes.ConsumeBool()) intake.equipment = draw_ids(bytes, catalog()->equipment, 12);
  intake.tags = draw_ids(bytes, catalog()->tags, bytes.ConsumeBool() ? 3 : 0);
  intake.red_flags = draw_ids(bytes, catalog()->red_flags, bytes.ConsumeIntegralInRange(0, 7) == 0 ? 2 : 0);
  if (bytes.ConsumeIntegralInRange(0, 3) > 0)
    intake.clearance = rehab::Clearance{"practice", intake.start - days{bytes.ConsumeIntegralInRange(-3, 30)}};
  if (bytes.ConsumeBool()) intake.with.push_back(bytes.ConsumeRandomLengthString(16));
  return intake;
}

bool away(const rehab::Case& intake, std::chrono::local_days date) {
  return std::ranges::any_of(intake.away, [&](const rehab::DayRange& r) { return r.begin <= date && date < r.end; });
}

// Whether anything but days away lies between two days.
bool gap(const rehab::Case& intake, std::chrono::local_days begin, std::chrono::local_days end) {
  if (end < begin) return true;
  for (; begin < end; begin += days{1})
    if (!away(intake, begin)) return true;
  return false;
}

bool moved_by_the_clock(const rehab::Plan& plan, std::chrono::local_days date) {
  return std::ranges::any_of(plan.changes,
                             [&](const rehab::Change& c) { return c.rule == rehab::Change::Rule::gap_moved && c.date == date; });
}

void expect_lawful(const rehab::Plan& plan, const rehab::Session& session) {
  const rehab::Case& intake = plan.intake;
  expect(plan.days.begin <= session.date && session.date < plan.days.end, "a session lies inside the plan");
  expect(intake.days.contains(std::chrono::weekday{session.date}), "a session lies on a free weekday");
  expect(!away(intake, session.date), "no session lies on a day away");
  const auto asked = intake.times[static_cast<std::size_t>(session.part)];
  expect(asked.has_value(), "a session lies in a part of the day that the person has");
  expect(*asked == session.time || moved_by_the_clock(plan, session.date),
         "a session is at the time asked for, or moved with a note");
  expect(session.routine < plan.routines.size(), "a session has a routine");
  expect(!plan.doses_of(session).empty(), "a session has something to do");
  const rehab::PhaseSpan& span = plan.span_of(session);
  expect(span.days.begin <= session.date && session.date < span.days.end, "a session lies inside its phase");
}

void expect_lawful(const rehab::Plan& plan) {
  expect(plan.weeks >= 2 && plan.weeks <= 12, "a plan has 2 to 12 weeks");
  expect(!gap(plan.intake, plan.intake.start, plan.days.begin), "a plan starts when the case says, or after days away");
  expect(std::ranges::is_sorted(plan.sessions, {}, &rehab::Session::utc), "sessions are in order of time");
  std::set<rehab::Uuid> ids;
  for (const rehab::Session& session : plan.sessions) {
    expect_lawful(plan, session);
    expect(ids.insert(rehab::identity(plan, session)).second, "no two sessions share an identity");
  }
  auto begin = plan.days.begin;
  for (const rehab::PhaseSpan& span : plan.phases) {
    expect(span.days.begin < span.days.end && !gap(plan.intake, begin, span.days.begin), "only days away lie between phases");
    begin = span.days.end;
  }
  expect(begin == plan.days.end, "the phases fill the plan");
  for (const rehab::Routine& routine : plan.routines)
    expect(routine.first_dose + routine.doses <= plan.doses.size() && routine.phase < plan.phases.size(),
           "routines point into the plan");
  for (const rehab::Change& change : plan.changes) expect(!rehab::describe(plan, change).empty(), "a change can be told");
}

bool same(const rehab::Plan& a, const rehab::Plan& b) {
  return a.id == b.id && a.sessions == b.sessions && a.routines == b.routines && a.doses == b.doses && a.phases == b.phases &&
         a.changes == b.changes && a.reviews == b.reviews && a.clock == b.clock;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static rehab::Plan reused;
  FuzzedDataProvider bytes(data, size);
  const rehab::Case intake = draw_case(bytes);
  const auto plan = rehab::make_plan(catalog(), intake);
  expect(plan.value.has_value() != rehab::has_errors(plan.diagnostics), "a plan comes back exactly when there is no error");
  std::vector<rehab::Diagnostic> diagnostics;
  const bool made = rehab::make_plan(catalog(), intake, reused, diagnostics);
  expect(made == plan.value.has_value() && diagnostics == plan.diagnostics, "a reused plan meets the same errors");
  if (!plan) return 0;
  expect(same(*plan, reused), "a reused plan is the same plan");
  expect_lawful(*plan);
  return 0;
}
