#include "plan/course.hpp"

#include "rehab/plan.hpp"
#include "support/catch.hpp"

using namespace rehab;

namespace {

// The span of a phase of the built-in strain protocol, for someone with these tags.
PhaseSpan span_of(std::string_view phase, Severity severity, std::vector<std::string> tags, std::optional<int> days_min = {}) {
  CatalogData data = *builtin_catalog();
  for (Protocol& protocol : data.protocols)
    for (Phase& each : protocol.phases)
      if (each.id == phase && days_min) (each.days_min = BySeverity{})->numbers.fill(days_min);
  Case intake{.protocol = "calf-strain", .severity = severity, .start = day(2026, 12, 1)};
  intake.clearance = Clearance{"a practice", day(2026, 11, 1)};
  intake.tags = std::move(tags);
  const Result<Plan> plan = make_plan(Catalog(std::move(data)), intake);
  REQUIRE(plan);
  for (const PhaseSpan& span : plan->phases)
    if (plan->phase_of(span).id == phase) return span;
  FAIL("no such phase");
  return {};
}

}  // namespace

TEST_CASE("extra days for a tag cannot be skipped by being ready sooner") {
  const PhaseSpan usual = span_of("return", Severity::moderate, {});
  const PhaseSpan longer = span_of("return", Severity::moderate, {"previous-calf-strain"});
  CHECK(usual.planned == 4);
  CHECK(longer.planned == 18);
  CHECK(longer.shortest == 18);
}

TEST_CASE("what may be skipped of a phase stays the same with extra days") {
  const PhaseSpan usual = span_of("return", Severity::moderate, {}, 1);
  const PhaseSpan longer = span_of("return", Severity::moderate, {"previous-calf-strain"}, 1);
  CHECK(usual.shortest == 1);
  CHECK(longer.shortest == 15);
  CHECK(longer.planned - longer.shortest == usual.planned - usual.shortest);
}

TEST_CASE("extra days for which twelve weeks have no room do not lengthen the shortest stay") {
  const PhaseSpan full = span_of("return", Severity::severe, {"previous-calf-strain"});
  CHECK(full.planned == 4);
  CHECK(full.shortest == 4);
}
