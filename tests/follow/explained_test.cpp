// Why a day of a followed plan is as it is.
#include <algorithm>

#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "support/followed.hpp"

using namespace rehab;
using std::chrono::days;

namespace {

// Whether an explanation of the day names this decision, behind a dose or behind the phase.
bool names(const Plan& plan, std::chrono::local_days date, std::uint32_t change) {
  const Result<Explanation> why = explain_day(plan, date);
  REQUIRE(why);
  const auto in = [change](const std::vector<std::uint32_t>& list) { return std::count(list.begin(), list.end(), change) > 0; };
  for (const ExplainedPhase& phase : why->phases) {
    if (in(phase.changes)) return true;
    for (const ExplainedWorkout& workout : phase.workouts)
      for (const ExplainedDose& dose : workout.doses)
        if (in(dose.changes)) return true;
  }
  return false;
}

bool is_lowering(const Change& change) {
  return change.rule == Change::Rule::load_lowered || change.rule == Change::Rule::volume_lowered;
}

}  // namespace

TEST_CASE("a dose is explained by the decisions of the diary from their day on, and not before", "[follow]") {
  const Catalog catalog = builtin_catalog();
  Case intake = followed::person("calf-strain");
  Entry bad;
  bad.date = followed::first_day + days{8};
  bad.slot = Slot::evening;
  bad.done = Done::all;
  bad.pain = 6;
  intake.diary = {bad};
  const Plan plan = followed::plan(catalog, intake);
  int decisions = 0;
  for (std::uint32_t i = 0; i < plan.changes.size(); ++i) {
    const Change& change = plan.changes[i];
    if (!is_lowering(change)) continue;
    ++decisions;
    bool later = false;
    for (const Session& session : plan.sessions) {
      const auto doses = plan.doses_of(session);
      const bool has_it = std::any_of(doses.begin(), doses.end(), [&](const PlannedDose& dose) {
        return (dose.instead_of ? dose.instead_of : dose.exercise) == change.exercise;
      });
      if (!has_it) continue;
      CHECK(names(plan, session.date, i) == (session.date >= change.date));
      later = later || session.date > change.date;
    }
    CHECK(later);
  }
  CHECK(decisions > 0);
}

TEST_CASE("an explanation says where the diary has brought a dose", "[follow]") {
  const Catalog catalog = builtin_catalog();
  Case intake = followed::person("calf-strain");
  Entry bad;
  bad.date = followed::first_day + days{8};
  bad.slot = Slot::evening;
  bad.done = Done::all;
  bad.pain = 6;
  intake.diary = {bad};
  const Plan plan = followed::plan(catalog, intake);
  const auto is_lowered = [&](const Session& session) {
    const auto doses = plan.doses_of(session);
    return std::any_of(doses.begin(), doses.end(), [](const PlannedDose& dose) { return dose.volume_percent == 50; });
  };
  const auto session = std::find_if(plan.sessions.begin(), plan.sessions.end(), is_lowered);
  REQUIRE(session != plan.sessions.end());
  const std::string text = explanation_text(*explain_day(plan, session->date));
  CHECK(text.find("Now: lowered to 50 % of the usual sets or repetitions.") != std::string::npos);
}

TEST_CASE("in a plan with a diary a load says where it stands and leaves its steps to the plan", "[follow]") {
  const Catalog catalog = builtin_catalog();
  const Case intake = followed::person("achilles-midportion-alfredson", Severity::mild);
  const std::string plain = *export_plan(followed::plan(catalog, intake), "text");
  Case lived = intake;
  lived.diary.emplace_back();
  lived.diary[0].date = followed::first_day;
  lived.diary[0].pain = 0;
  const std::string text = *export_plan(followed::plan(catalog, lived), "text");
  CHECK(plain.find("add 5 kg") != std::string::npos);
  CHECK(text.find("add 5 kg") == std::string::npos);
  CHECK(text.find("as much as you began with") != std::string::npos);
}
