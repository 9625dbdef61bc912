// Any texts in a plan, with any options: the strict checker finds nothing in the calendar, and all formats are valid UTF-8.
#include <fuzzer/FuzzedDataProvider.h>

#include <chrono>
#include <string>
#include <string_view>

#include "expect.hpp"
#include "rehab/rehab.hpp"
#include "support/ics_check.hpp"
#include "support/sample.hpp"
#include "text/utf8.hpp"

namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

// Domain text is valid UTF-8 (the reader sees to it); controls, quotes and line ends of all kinds are left in.
std::string draw_text(FuzzedDataProvider& bytes) {
  std::string text = bytes.ConsumeRandomLengthString(300);
  for (std::size_t bad; (bad = rehab::text::first_invalid_utf8(text)) != std::string_view::npos;) text[bad] = '?';
  return text;
}

rehab::CatalogData draw_catalog(FuzzedDataProvider& bytes) {
  rehab::CatalogData data = rehab::sample::catalog();
  for (rehab::Exercise& exercise : data.exercises) {
    exercise.title = draw_text(bytes);
    exercise.setup = draw_text(bytes);
    exercise.steps = {draw_text(bytes), draw_text(bytes)};
    exercise.mistake = draw_text(bytes);
  }
  for (rehab::Source& source : data.sources) {
    source.title = draw_text(bytes);
    source.authors = {draw_text(bytes)};
    source.doi = draw_text(bytes);
  }
  for (rehab::PainRule& rule : data.pain_rules) rule.say = draw_text(bytes);
  for (rehab::Protocol& protocol : data.protocols) {
    protocol.id = draw_text(bytes);
    protocol.title = draw_text(bytes);
    protocol.version = draw_text(bytes);
    protocol.language = draw_text(bytes);
    for (rehab::Load& load : protocol.loads) load.title = draw_text(bytes);
    for (rehab::Ladder& ladder : protocol.ladders) ladder.title = draw_text(bytes);
    for (rehab::Phase& phase : protocol.phases) {
      phase.title = draw_text(bytes);
      for (rehab::Workout& workout : phase.workouts) workout.title = draw_text(bytes);
    }
  }
  return data;
}

rehab::ZoneClock draw_clock(FuzzedDataProvider& bytes) {
  switch (bytes.ConsumeIntegralInRange(0, 5)) {
    case 0:
      return rehab::sample::berlin();
    case 1:
      return rehab::sample::new_york();
    case 2:
      return rehab::sample::kolkata();
    case 3:
      return rehab::sample::utc();
    case 4:
      return rehab::sample::unsayable();
    default:
      return rehab::sample::no_zone();
  }
}

rehab::ExportOptions draw_options(FuzzedDataProvider& bytes) {
  rehab::ExportOptions options;
  options.time_form = static_cast<rehab::ExportOptions::TimeForm>(bytes.ConsumeIntegralInRange(0, 3));
  options.alarm.reset();
  if (bytes.ConsumeBool()) options.alarm = minutes{bytes.ConsumeIntegralInRange(-10, 41000)};
  options.neutral_titles = bytes.ConsumeBool();
  options.publish = bytes.ConsumeBool();
  if (bytes.ConsumeBool())
    options.stamp = std::chrono::sys_seconds{seconds{bytes.ConsumeIntegralInRange<long long>(-100000000000, 300000000000)}};
  if (bytes.ConsumeBool()) options.today = rehab::sample::first_day + days{bytes.ConsumeIntegralInRange(-100, 200)};
  options.width = bytes.ConsumeIntegralInRange(30, 210);
  options.color = bytes.ConsumeBool();
  return options;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  const rehab::ExportOptions options = draw_options(bytes);
  const rehab::ZoneClock clock = draw_clock(bytes);
  rehab::Plan plan = rehab::sample::plan(rehab::sample::first_day, clock, draw_catalog(bytes));
  plan.sessions.resize(bytes.ConsumeIntegralInRange<std::size_t>(0, 12));
  for (const rehab::Exporter& exporter : rehab::exporters()) {
    const auto made = rehab::export_plan(plan, exporter.name, options);
    expect(made.value.has_value() != rehab::has_errors(made.diagnostics), "a text comes back exactly when there is no error");
    if (!made) continue;
    expect(rehab::text::first_invalid_utf8(*made) == std::string_view::npos, "what is exported is valid UTF-8");
    if (exporter.name != "ics") continue;
    const std::string findings = ics_check::list(ics_check::check(*made));
    expect(findings.empty(), findings.c_str());
    expect(count(*made, "\r\nBEGIN:VEVENT\r\n") == plan.sessions.size(), "one event for each session, and none from a text");
    const bool alarmed = options.alarm && options.time_form != rehab::ExportOptions::TimeForm::all_day;
    expect(count(*made, "\r\nBEGIN:VALARM\r\n") == (alarmed ? plan.sessions.size() : 0), "one alarm for each event, or none");
  }
  return 0;
}
