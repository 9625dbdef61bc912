#include "rehab/plan.hpp"
#include "support/catch.hpp"
#include "support/small_protocol.hpp"

using namespace rehab;
using rehab_test::person;
using rehab_test::sessions;
using rehab_test::Small;
using std::chrono::minutes;

namespace {

Small daily(int days) {
  Small small;
  small.phase("phase", days);
  small.workout("train", {Part::morning}, 1, 7);
  small.dose(small.exercise("exercise"), 3, 15);
  return small;
}

Plan plan_of(const Small& small, const Case& intake) {
  Result<Plan> plan = make_plan(small.catalog(), intake);
  REQUIRE(plan);
  return *plan;
}

}  // namespace

TEST_CASE("a time in a clock-change gap moves to the end of the gap, with a note") {
  Case intake = person();
  intake.start = day(2026, 3, 28);
  intake.zone = "Europe/Berlin";
  intake.times[0] = minutes{2 * 60 + 30};
  const Plan plan = plan_of(daily(3), intake);
  CHECK(sessions(plan) == "Sat 28 Mar 02:30 train; Sun 29 Mar 03:00 train; Mon 30 Mar 02:30 train");
  REQUIRE(plan.changes.size() == 1);
  CHECK(plan.changes[0].rule == Change::Rule::gap_moved);
  CHECK(plan.sessions[1].utc == std::chrono::sys_days{std::chrono::year{2026} / 3 / 29} + minutes{60});
}

TEST_CASE("of a doubled time the first is taken") {
  Case intake = person();
  intake.start = day(2026, 10, 25);
  intake.zone = "Europe/Berlin";
  intake.times[0] = minutes{2 * 60 + 30};
  const Plan plan = plan_of(daily(1), intake);
  CHECK(plan.sessions[0].utc == std::chrono::sys_days{std::chrono::year{2026} / 10 / 25} + minutes{30});
  REQUIRE(plan.changes.size() == 1);
  CHECK(plan.changes[0].rule == Change::Rule::doubled_first);
}

TEST_CASE("a refused plan keeps nothing of the person it was made for before") {
  Plan plan;
  std::vector<Diagnostic> diagnostics;
  Case intake = person();
  intake.clearance = Clearance{"a practice", day(2026, 11, 1)};
  REQUIRE(make_plan(daily(3).catalog(), intake, plan, diagnostics));
  intake.days = Weekdays{};
  CHECK_FALSE(make_plan(daily(3).catalog(), intake, plan, diagnostics));
  CHECK(plan.sessions.empty());
  CHECK_FALSE(plan.intake.clearance);
  for (const Exporter& exporter : exporters()) CHECK_FALSE(export_plan(plan, exporter.name));
}

TEST_CASE("every error is told at once, that of the zone too") {
  Case intake = person();
  intake.zone = "Europe/Berlim";
  intake.days = Weekdays{};
  intake.start = not_given;
  const Result<Plan> plan = make_plan(daily(3).catalog(), intake);
  std::vector<std::string> keys;
  for (const Diagnostic& d : plan.diagnostics) keys.push_back(d.key);
  CHECK(keys == std::vector<std::string>{"start", "days", "zone"});
}

TEST_CASE("a plan's identity does not depend on the order of lists or on how days away are cut") {
  Case intake = person(), same = person();
  intake.away = {{day(2026, 12, 3), day(2026, 12, 5)}, {day(2026, 12, 20), day(2026, 12, 22)}};
  same.away = {
      {day(2026, 12, 20), day(2026, 12, 21)}, {day(2026, 12, 21), day(2026, 12, 22)}, {day(2026, 12, 3), day(2026, 12, 5)}};
  Small small = daily(5);
  small.equipment("step");
  small.equipment("band");
  intake.equipment = {"step", "band"};
  same.equipment = {"band", "step", "band"};
  CHECK(plan_of(small, intake).id == plan_of(small, same).id);
  same.equipment = {"band"};
  CHECK(plan_of(small, intake).id != plan_of(small, same).id);
}

TEST_CASE("one person's two protocols share no session, even with one id") {
  Small one = daily(3), other = daily(3);
  other.protocol.id = "other";
  Case a = person(), b = person();
  a.id = b.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
  b.protocol = "other";
  const Plan first = plan_of(one, a), second = plan_of(other, b);
  CHECK(first.id != second.id);
  CHECK(identity(first, first.sessions[0]) != identity(second, second.sessions[0]));
}

TEST_CASE("a case with its own id keeps the identities of its sessions when a time changes") {
  Case before = person();
  before.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
  Case after = before;
  after.times[0] = minutes{6 * 60};
  const Plan a = plan_of(daily(3), before), b = plan_of(daily(3), after);
  for (std::size_t i = 0; i < 3; ++i) CHECK(identity(a, a.sessions[i]) == identity(b, b.sessions[i]));
}
