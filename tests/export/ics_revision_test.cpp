// Which revision a calendar is, and that it comes from the plan alone.
#include "export/ics_revision.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rehab/export.hpp"
#include "support/catch.hpp"
#include "support/ics_check.hpp"
#include "support/ics_model.hpp"
#include "support/sample.hpp"

namespace {

namespace sample = rehab::sample;
using rehab::day;
using rehab::ExportOptions;
using rehab::Moment;
using rehab::Plan;
using rehab::Slot;

Plan lived(Moment as_of, int revision, Plan plan = sample::plan()) {
  plan.as_of = as_of;
  plan.revision = revision;
  return plan;
}

std::string calendar_of(const Plan& plan, const ExportOptions& options = {}) {
  const auto calendar = rehab::export_plan(plan, "ics", options);
  REQUIRE(calendar);
  CHECK(ics_check::list(ics_check::check(*calendar)) == "");
  return *calendar;
}

// "DTSTAMP CREATED LAST-MODIFIED SEQUENCE" of the first event, which all others share.
std::string revision_of(const Plan& plan, const ExportOptions& options = {}) {
  const ics_check::Component calendar = ics_check::read(calendar_of(plan, options));
  const auto told = [](const ics_check::Component& event) {
    return event.value("DTSTAMP") + " " + event.value("CREATED") + " " + event.value("LAST-MODIFIED") + " " +
           event.value("SEQUENCE");
  };
  std::string first;
  for (const ics_check::Component* event : calendar.all("VEVENT")) {
    if (first.empty()) first = told(*event);
    REQUIRE(told(*event) == first);
  }
  CHECK(calendar.value("LAST-MODIFIED") == calendar.all("VEVENT").at(0)->value("LAST-MODIFIED"));
  return first;
}

}  // namespace

TEST_CASE("a plan without a diary is dated by its first day") {
  CHECK(revision_of(sample::plan()) == "20260901T000000Z 20260901T000000Z 20260901T000000Z 0");
}

TEST_CASE("a revision is dated by the last lived slot, on the clocks of the plan, and numbered by what was known") {
  CHECK(revision_of(lived({day(2026, 9, 9), Slot::evening}, 3)) == "20260909T160000Z 20260901T000000Z 20260909T160000Z 3");
  CHECK(revision_of(lived({day(2026, 11, 9), Slot::evening}, 40)) == "20261109T170000Z 20260901T000000Z 20261109T170000Z 40");
  CHECK(revision_of(lived({day(2026, 9, 10), Slot::waking}, 4)) == "20260909T220000Z 20260901T000000Z 20260909T220000Z 4");
}

TEST_CASE("a slot is at the person's own time, and at the usual one if it is not the person's") {
  Plan plan = sample::plan();
  plan.intake.times[static_cast<std::size_t>(rehab::Part::morning)] = std::chrono::minutes{390};
  plan.intake.times[static_cast<std::size_t>(rehab::Part::afternoon)].reset();
  CHECK(revision_of(lived({day(2026, 9, 10), Slot::morning}, 5, plan)).starts_with("20260910T043000Z "));
  CHECK(revision_of(lived({day(2026, 9, 10), Slot::afternoon}, 5, plan)).starts_with("20260910T133000Z "));
}

TEST_CASE("without a zone a slot is at its local time") {
  const Plan plan = sample::plan(sample::first_day, sample::no_zone());
  CHECK(revision_of(lived({day(2026, 9, 9), Slot::evening}, 1, plan)).starts_with("20260909T180000Z"));
}

TEST_CASE("no revision is dated before the plan") {
  const std::string first = "20260901T000000Z 20260901T000000Z 20260901T000000Z 1";
  CHECK(revision_of(lived({day(2026, 9, 1), Slot::waking}, 1)) == first);  // 22:00 UTC of the day before
  CHECK(revision_of(lived({day(2026, 8, 1), Slot::evening}, 1)) == first);
  CHECK(revision_of(lived({std::chrono::local_days::min(), Slot::waking}, 1)) == first);
}

TEST_CASE("a revision dated beyond all calendars is an error") {
  for (const auto date : {day(9999, 12, 31), std::chrono::local_days::max()}) {
    const auto calendar = rehab::export_plan(lived({date, Slot::evening}, 1), "ics");
    REQUIRE_FALSE(calendar);
    CHECK(calendar.diagnostics.front().code == "stamp");
  }
}

TEST_CASE("a stamp that is given counts, and does not change when the plan was created") {
  ExportOptions options;
  options.stamp = std::chrono::sys_days{std::chrono::November / 20 / 2026} + std::chrono::hours{9};
  CHECK(revision_of(sample::plan(), options) == "20261120T090000Z 20261120T090000Z 20261120T090000Z 0");
  CHECK(revision_of(lived({day(2026, 9, 9), Slot::evening}, 3), options) == "20261120T090000Z 20260901T000000Z 20261120T090000Z 3");
  options.stamp = std::chrono::sys_days{std::chrono::August / 20 / 2026};
  CHECK(revision_of(lived({day(2026, 9, 9), Slot::evening}, 3), options) == "20260820T000000Z 20260820T000000Z 20260820T000000Z 3");
}

TEST_CASE("from slot to slot a revision is dated later") {
  std::optional<std::chrono::sys_seconds> before;
  for (int d = 0; d < 90; ++d)  // some of them after the plan
    for (int slot = 0; slot < 6; ++slot) {
      const Moment moment{sample::first_day + std::chrono::days{d}, static_cast<Slot>(slot)};
      const std::chrono::sys_seconds now = rehab::ics::revision_of(lived(moment, 1), {}).modified;
      if (before) REQUIRE(now > *before);
      before = now;
    }
}

TEST_CASE("each revision of a calendar is a proper update of the one before") {
  std::string before = calendar_of(sample::plan());
  for (int d = 0; d < 9; ++d) {
    std::string after = calendar_of(lived({sample::first_day + std::chrono::days{d}, Slot::evening}, d + 1));
    CHECK(ics_check::list(ics_check::check_update(before, after)) == "");
    CHECK(before != after);
    before = std::move(after);
  }
}
