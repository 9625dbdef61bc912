#include <set>
#include <string>

#include "rehab/explain.hpp"
#include "rehab/export.hpp"
#include "support/catch.hpp"
#include "support/sample.hpp"

namespace {

rehab::Diagnostic refused(std::string_view format) {
  const auto result = rehab::export_plan(rehab::sample::plan(), format);
  CHECK_FALSE(result);
  REQUIRE(result.diagnostics.size() == 1);
  return result.diagnostics[0];
}

}  // namespace

TEST_CASE("the formats have different names, the one for eyes first") {
  std::set<std::string_view> names;
  for (const rehab::Exporter& exporter : rehab::exporters()) {
    names.insert(exporter.name);
    CHECK(rehab::find_exporter(exporter.name) == &exporter);
    CHECK_FALSE(exporter.what.empty());
  }
  CHECK(names.size() == rehab::exporters().size());
  CHECK(rehab::exporters()[0].name == "text");
  CHECK(rehab::find_exporter("ICS") == nullptr);
}

TEST_CASE("a plan is exported by the name of the format") {
  const auto calendar = rehab::export_plan(rehab::sample::plan(), "ics");
  REQUIRE(calendar);
  CHECK(calendar->starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK(calendar.diagnostics.empty());
}

TEST_CASE("an unknown format is an error that names the nearest, or all") {
  CHECK(refused("isc").message == "unknown format `isc`");
  CHECK(refused("isc").hint == "write `ics`");
  CHECK(refused("spreadsheet").hint == "choose one of text, ics, json, csv");
}

TEST_CASE("an exporter that refuses leaves no half text") {
  const auto result = rehab::export_plan(rehab::Plan{}, "ics");
  CHECK_FALSE(result);
  CHECK(result.diagnostics.size() == 1);
}

TEST_CASE("a plan that is stopped before its first session says so, but in a calendar") {
  rehab::Case intake{.protocol = "calf-strain", .start = rehab::day(2026, 12, 1)};
  intake.diary.push_back({.date = intake.start, .slot = rehab::Slot::waking, .red_flags = {"deep-vein-clot"}});
  const auto plan = rehab::make_plan(rehab::builtin_catalog(), intake);
  REQUIRE(plan);
  REQUIRE(plan->sessions.empty());

  const auto text = rehab::export_plan(*plan, "text");
  REQUIRE(text);
  CHECK(text->find("! The plan is stopped. Do not train.") != std::string::npos);
  CHECK(text->find("30 Nov") == std::string::npos);  // the day before the first
  const auto data = rehab::export_plan(*plan, "json");
  REQUIRE(data);
  CHECK(data->find("\"ending\": \"stopped\"") != std::string::npos);
  CHECK(rehab::export_plan(*plan, "csv"));

  const auto calendar = rehab::export_plan(*plan, "ics");
  REQUIRE_FALSE(calendar);
  CHECK(calendar.diagnostics.front().message == "the plan is stopped before its first session; no calendar can say that");
  CHECK(rehab::explain_week(*plan, 1).diagnostics.front().hint == "read the plan as text: it is stopped");
}
