// What keeps people safe must be in the calendar too: many never look at the plan's text again.
#include <string>

#include "export/ics_session.hpp"
#include "rehab/rehab.hpp"
#include "support/catch.hpp"

using namespace rehab;

namespace {

Plan strain() {
  const Case intake{.protocol = "calf-strain", .severity = Severity::mild, .start = day(2026, 12, 1)};
  Result<Plan> plan = make_plan(builtin_catalog(), intake);
  REQUIRE(plan);
  return *plan;
}

std::string text_of(const Plan& plan, const Routine& routine) {
  std::string out;
  ics::append_description(out, plan, routine);
  return out;
}

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("in the first week every session names the red flags, most urgent first") {
  const Plan plan = strain();
  for (const Routine& routine : plan.routines) {
    const std::string text = text_of(plan, routine);
    CHECK(has(text, "Do not start, and stop at once, with signs of:") == (routine.week == 1));
    if (routine.week == 1) CHECK(text.find("Emergency: ") < text.find("See a doctor today: "));
  }
}

TEST_CASE("the first sessions of a phase name what must be shown before it begins") {
  const Plan plan = strain();
  int gates = 0;
  for (const Routine& routine : plan.routines) {
    const Phase& phase = plan.phase_of(plan.phases[routine.phase]);
    const bool gate = !phase.enter.empty() && routine.week_of_phase == 1;
    const std::string text = text_of(plan, routine);
    CHECK(has(text, "Begin this phase only if all of this was tested and is true:") == gate);
    if (gate) CHECK(has(text, "- " + plan.catalog[phase.enter.front().measure].title + ": "));
    gates += gate ? 1 : 0;
  }
  CHECK(gates > 0);
}

TEST_CASE("every session says when to stop, and that it is not medical advice") {
  const Plan plan = strain();
  for (const Routine& routine : plan.routines) {
    const std::string text = text_of(plan, routine);
    CHECK(has(text, ": stop until a clinician has cleared you."));
    CHECK(has(text, "This is not medical advice."));
  }
}
