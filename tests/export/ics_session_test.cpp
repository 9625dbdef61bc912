#include "export/ics_session.hpp"

#include <optional>
#include <string>

#include "support/catch.hpp"
#include "support/sample.hpp"

namespace {

namespace sample = rehab::sample;

std::string title(const rehab::Plan& plan, std::size_t routine, std::string_view part = {}) {
  std::string out;
  rehab::ics::append_title(out, plan, plan.routines[routine], part);
  return out;
}

std::string description(const rehab::Plan& plan, std::size_t routine) {
  std::string out;
  rehab::ics::append_description(out, plan, plan.routines[routine]);
  return out;
}

}  // namespace

TEST_CASE("a title names the workouts and the side") {
  CHECK(title(sample::plan(), 0) == "Heel drops, slow (left)");
  CHECK(title(sample::plan(), 1) == "Heel drops, slow + Balance (left)");
  CHECK(title(sample::plan(), 0, "morning") == "Heel drops, slow (left), morning");
}

TEST_CASE("a title does not name a side that is unknown") {
  rehab::Plan plan = sample::plan();
  plan.intake.side.reset();
  CHECK(title(plan, 0) == "Heel drops, slow");
  plan.intake.side = rehab::Side::both;
  CHECK(title(plan, 0) == "Heel drops, slow (both sides)");
}

TEST_CASE("a session says all that is done, what of it is assumed, the pain rule, the sources, and that it is no advice") {
  CHECK(
      description(sample::plan(), 1) ==
      "Phase 1 of 2: Load early, week 1 of 12\n"
      "\n"
      "Heel drops, slow\n"
      "- Heel drop, knee straight: 3 × 15, lower in 3 s, rest 60–120 s, left leg, backpack: add 5 kg, at most once in 7 days, only "
      "after 7 days in a row with no pain while training; never more than 60 kg\n"
      "  assumed, not from the source: tempo, rest\n"
      "- Heel raise on two legs: 3 × up to 15, as tolerated\n"
      "  rung 1 of up to 2 in this phase; next, when a whole session stays within the pain limit: Heel drop, knee straight\n"
      "  not confirmed: sets\n"
      "Balance\n"
      "- Einbeinstand für später 🦶🏽 (in place of: Wobble board): 3 × 30–45 s hold, each leg, right leg first\n"
      "  assumed, not from the source: exchange of the exercise\n"
      "\n"
      "Pain at most 5 of 10 while training and after. Some pain is allowed during and after training, if it has settled by the "
      "next "
      "morning and neither pain nor stiffness grows.\n"
      "Sources: Alfredson 1998; Praet 2019; A handout, undated\n"
      "This is not medical advice. If in doubt, ask a clinician before you go on.");
}

TEST_CASE("a session of one workout has no heading, and a dose without numbers only its name") {
  rehab::Plan plan = sample::plan();
  plan.doses[0] = rehab::PlannedDose{};
  plan.doses[0].exercise = rehab::Index<rehab::Exercise>{0};
  plan.routines[0].doses = 1;
  plan.routines[0].pain_max = {};
  plan.catalog = rehab::Catalog([] {
    rehab::CatalogData data = sample::catalog();
    data.pain_rules[0].say.clear();
    return data;
  }());
  CHECK(description(plan, 0) ==
        "Phase 1 of 2: Load early, week 1 of 12\n\n- Heel drop, knee straight\n\n"
        "This is not medical advice. If in doubt, ask a clinician before you go on.");
}

TEST_CASE("a session neither is named after nor has a heading for a workout of which nothing is left") {
  rehab::Plan plan = sample::plan();
  plan.routines[1].doses = 2;
  CHECK(title(plan, 1) == "Heel drops, slow (left)");
  CHECK(description(plan, 1).find("Balance") == std::string::npos);
  CHECK(description(plan, 1).starts_with("Phase 1 of 2: Load early, week 1 of 12\n\n- Heel drop, knee straight"));
}

TEST_CASE("what was reported of a session is told in a sentence each") {
  const rehab::Plan plan = sample::plan();
  const auto report = [&](std::optional<rehab::Done> done, std::optional<int> pain) {
    rehab::Session session = plan.sessions[0];
    session.done = done;
    session.pain = pain;
    std::string out = "> ";
    CHECK(rehab::ics::append_report(out, plan, session) == (done || pain));
    return out;
  };
  CHECK(report({}, {}) == "> ");
  CHECK(report(rehab::Done::all, 3) == "> Done: all of it. Pain: 3 of 10.");
  CHECK(report(rehab::Done::part, {}) == "> Done: a part of it.");
  CHECK(report(rehab::Done::none, 0) == "> Not done. Pain: 0 of 10.");
  CHECK(report({}, 10) == "> Pain: 10 of 10.");
}

TEST_CASE("the text of a session says once that it is not medical advice") {
  const std::string text = description(sample::plan(), 1);
  CHECK(text.find("not medical advice") == text.rfind("not medical advice"));
}
