// What holds for every explanation: each number of the plan once, with its origin; other weeks and severities as they are planned.
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <tuple>

#include "rehab/explain.hpp"
#include "support/catch.hpp"
#include "support/eyes.hpp"
#include "support/random_cases.hpp"

using namespace rehab;
using std::chrono::days;

namespace {

const ExplainedFigure* find(const std::vector<ExplainedFigure>& figures, Fact fact) {
  const auto it = std::find_if(figures.begin(), figures.end(), [fact](const ExplainedFigure& f) { return f.fact == fact; });
  return it == figures.end() ? nullptr : &*it;
}

FactValue range(int min, int max) { return Range{min, max}; }

using Stated = std::tuple<Fact, FactValue, Origin>;

// What a planned dose states, written down once more: without its exercise and its load's own numbers.
std::vector<Stated> stated_in(const PlannedDose& dose) {
  std::vector<Stated> out;
  const std::pair<Fact, const Figure*> figures[]{
      {Fact::sets, &dose.sets},
      {Fact::reps, &dose.reps},
      {Fact::hold_s, &dose.hold_s},
      {Fact::duration_min, &dose.duration_min},
      {Fact::distance_m, &dose.distance_m},
      {Fact::effort_percent, &dose.effort_percent},
      {Fact::rest_s, &dose.rest_s},
      {Fact::rest_between_reps_s, &dose.rest_between_reps_s},
  };
  for (const auto& [fact, figure] : figures)
    if (figure->value) out.emplace_back(fact, *figure->value, figure->origin);
  if (dose.as_tolerated) out.emplace_back(Fact::as_tolerated, true, dose.as_tolerated_origin);
  if (dose.to_failure) out.emplace_back(Fact::to_failure, true, dose.to_failure_origin);
  if (dose.tempo_s) out.emplace_back(Fact::tempo_s, *dose.tempo_s, dose.tempo_origin);
  if (dose.side) out.emplace_back(Fact::side, *dose.side, dose.side_origin);
  if (dose.order) out.emplace_back(Fact::order, *dose.order, dose.order_origin);
  if (dose.load) out.emplace_back(Fact::load, *dose.load, dose.load_origin);
  if (dose.ladder) out.emplace_back(Fact::rungs, Range{dose.rung, dose.last_rung}, dose.rungs_origin);
  return out;
}

bool is_of_load(Fact fact) { return fact >= Fact::start_kg && fact <= Fact::max_percent; }

// The laws below hold for built-in and for random plans; the first that is broken, or "".
using Law = std::string;

Law each_number_once(const PlannedDose& dose, const ExplainedDose& why) {
  std::size_t rows = 0;
  for (const ExplainedFigure& row : why.figures)
    if (row.value != FactValue{} && row.fact != Fact::exercise && !is_of_load(row.fact)) ++rows;
  const std::vector<Stated> stated = stated_in(dose);
  if (rows != stated.size()) return "rows beside those that the plan states";
  for (const auto& [fact, value, origin] : stated) {
    const auto same = [&, wanted = fact](const ExplainedFigure& f) { return f.fact == wanted; };
    if (std::count_if(why.figures.begin(), why.figures.end(), same) != 1) return "not once: " + std::string(name(fact));
    const ExplainedFigure& row = *find(why.figures, fact);
    if (row.value != value || !(row.origin == origin)) return "not the plan's: " + std::string(name(fact));
  }
  return {};
}

// The numbers of a load stand once too, with the origin that its table gives them.
Law each_number_of_the_load_once(const Plan& plan, const PlannedDose& dose, const ExplainedDose& why) {
  std::size_t stated = 0;
  if (dose.load && dose.load->kind == LoadName::Kind::named) {
    const Load& load = plan.protocol().loads[dose.load->load];
    const auto count = [&](Fact fact, bool given, FactValue value) {
      if (!given) return true;
      ++stated;
      const ExplainedFigure* row = find(why.figures, fact);
      const std::vector<std::string>& ours = load.provenance.assumed;
      const bool assumed = !load.provenance.cite || std::find(ours.begin(), ours.end(), name(fact)) != ours.end();
      return row != nullptr && row->value == value && (row->origin.confidence == Confidence::assumed) == assumed;
    };
    const bool right =
        count(Fact::start_kg, load.start_kg.has_value(), load.start_kg.value_or(0)) &&
        count(Fact::step_kg, load.step_kg.has_value(), load.step_kg.value_or(0)) &&
        count(Fact::max_kg, load.max_kg.has_value(), load.max_kg.value_or(0)) &&
        count(Fact::step_percent, load.step_percent.has_value(), load.step_percent.value_or(0)) &&
        count(Fact::start_percent, load.start_percent.has_value(),
              range(load.start_percent.value_or(0), load.start_percent.value_or(0))) &&
        count(Fact::max_percent, load.max_percent.has_value(), range(load.max_percent.value_or(0), load.max_percent.value_or(0))) &&
        count(Fact::step_days, load.step_days.has_value(), range(load.step_days.value_or(0), load.step_days.value_or(0)));
    if (!right) return "not the load's";
  }
  const auto rows =
      std::count_if(why.figures.begin(), why.figures.end(), [](const ExplainedFigure& f) { return is_of_load(f.fact); });
  return rows == static_cast<std::ptrdiff_t>(stated) ? "" : "rows of a load beside those that it states";
}

FactValue value_of(const PlannedDose& dose, Fact fact) {
  if (fact == Fact::exercise) return dose.exercise;
  for (const auto& [f, value, origin] : stated_in(dose))
    if (f == fact) return value;
  return {};
}

Index<Exercise> asked(const PlannedDose& dose) { return dose.instead_of ? dose.instead_of : dose.exercise; }

// A dose of the same place in another routine or plan, or null.
const PlannedDose* same_place(const Plan& plan, const Routine& routine, const PlannedDose& like) {
  for (const PlannedDose& dose : plan.doses_of(routine))
    if (dose.workout == like.workout && dose.dose == like.dose && (like.ladder || asked(dose) == asked(like))) return &dose;
  return nullptr;
}

// What is said of the other weeks is what the plan prescribes in them.
Law weeks_are_the_plans(const Explanation& why, const ExplainedPhase& phase, const ExplainedDose& dose) {
  const PlannedDose& mine = why.plan.doses[dose.dose];
  for (const Routine& routine : why.plan.routines) {
    if (routine.phase != phase.span) continue;
    const PlannedDose* theirs = same_place(why.plan, routine, mine);
    if (theirs == nullptr) continue;
    for (const ExplainedFigure& row : dose.figures) {
      if (is_of_load(row.fact)) continue;
      FactValue said = row.value;
      for (const ForWeeks& spell : row.weeks)
        if (spell.first <= routine.week_of_phase && routine.week_of_phase <= spell.last) said = spell.value;
      if (said != value_of(*theirs, row.fact)) return "another week: " + std::string(name(row.fact));
    }
  }
  return {};
}

// What is said of another severity is what a plan for it prescribes.
Law severity_is_its_plans(const Explanation& why, const ExplainedPhase& phase, const ExplainedDose& dose, const Plan& other) {
  const PlannedDose& mine = why.plan.doses[dose.dose];
  for (const Routine& routine : other.routines) {
    if (other.phases[routine.phase].phase != why.plan.phases[phase.span].phase || routine.week_of_phase != phase.first_week)
      continue;
    const PlannedDose* theirs = same_place(other, routine, mine);
    if (theirs == nullptr) continue;
    for (const ExplainedFigure& row : dose.figures) {
      if (is_of_load(row.fact)) continue;
      FactValue said = row.value;
      for (const ForSeverity& s : row.severities)
        if (s.severity == other.intake.severity) said = s.value;
      if (said != value_of(*theirs, row.fact)) return "another severity: " + std::string(name(row.fact));
    }
  }
  return {};
}

// Every dose of every session of the week stands in exactly one part, once for each week of the phase.
Law all_doses(const Explanation& why, const std::vector<const Session*>& sessions) {
  std::set<std::pair<std::uint32_t, std::uint16_t>> explained;  // session, workout
  for (const ExplainedPhase& phase : why.phases)
    for (const ExplainedWorkout& workout : phase.workouts)
      for (const std::uint32_t s : workout.sessions) {
        if (!explained.emplace(s, workout.workout).second) return "a session twice";
        const Routine& routine = why.plan.routine_of(why.plan.sessions[s]);
        std::vector<PlannedDose> theirs, ours;
        for (const PlannedDose& dose : why.plan.doses_of(routine))
          if (dose.workout == workout.workout) theirs.push_back(dose);
        for (const ExplainedDose& dose : workout.doses) ours.push_back(why.plan.doses[dose.dose]);
        if (theirs != ours) return "other doses than in the session";
      }
  for (const Session* session : sessions)
    for (const PlannedDose& dose : why.plan.doses_of(*session)) {
      const auto s = static_cast<std::uint32_t>(session - why.plan.sessions.data());
      if (!explained.contains({s, dose.workout})) return "a dose is not explained";
    }
  return {};
}

Law all_sources_once(const Explanation& why) {
  std::set<std::uint16_t> listed;
  for (const ExplainedSource& source : why.sources) {
    if (!listed.insert(source.source.value).second) return "a source twice";
    for (const std::uint16_t e : source.evidence)
      if (why.plan.protocol().evidence[e].provenance.cite != source.source) return "evidence of another source";
  }
  const auto missing = [&](const std::vector<ExplainedFigure>& figures) {
    return std::any_of(figures.begin(), figures.end(),
                       [&](const ExplainedFigure& f) { return f.origin.source && !listed.contains(f.origin.source.value); });
  };
  for (const ExplainedPhase& phase : why.phases) {
    if (missing(phase.figures)) return "a source of the phase is missing";
    for (const ExplainedWorkout& workout : phase.workouts) {
      if (missing(workout.figures)) return "a source of a workout is missing";
      for (const ExplainedDose& dose : workout.doses)
        if (missing(dose.figures)) return "a source of a dose is missing";
    }
  }
  return {};
}

Law broken(const Explanation& why, const std::vector<const Session*>& sessions, const std::vector<Plan>& others) {
  if (Law law = all_doses(why, sessions); !law.empty()) return law;
  if (Law law = all_sources_once(why); !law.empty()) return law;
  for (const ExplainedPhase& phase : why.phases)
    for (const ExplainedWorkout& workout : phase.workouts)
      for (const ExplainedDose& dose : workout.doses) {
        if (Law law = each_number_once(why.plan.doses[dose.dose], dose); !law.empty()) return law;
        if (Law law = each_number_of_the_load_once(why.plan, why.plan.doses[dose.dose], dose); !law.empty()) return law;
        if (Law law = weeks_are_the_plans(why, phase, dose); !law.empty()) return law;
        for (const Plan& other : others)
          if (Law law = severity_is_its_plans(why, phase, dose, other); !law.empty()) return law;
      }
  return {};
}

template <class Wanted>
std::vector<const Session*> sessions_where(const Plan& plan, Wanted wanted) {
  std::vector<const Session*> out;
  for (const Session& session : plan.sessions)
    if (wanted(session)) out.push_back(&session);
  return out;
}

// Of every week and of every day from a week before to a week after the plan.
Law broken(const Plan& plan) {
  std::vector<Plan> others;
  for (const Severity s : severities) {
    Case intake = plan.intake;
    intake.severity = s;
    if (s == plan.intake.severity) continue;
    if (Result<Plan> other = make_plan(plan.catalog, intake)) others.push_back(*std::move(other));
  }
  for (int week = 1; week <= plan.weeks; ++week) {
    const Result<Explanation> why = explain_week(plan, week);
    if (!why) return "no explanation of a week";
    const auto now = sessions_where(why->plan, [&](const Session& s) { return why->plan.routine_of(s).week == week; });
    if (now.empty() != why->no_training.has_value()) return "a week without training does not say so";
    if (Law law = broken(*why, now, others); !law.empty()) return law;
  }
  for (auto date = plan.days.begin - days{7}; date < plan.days.end + days{7}; date += days{1}) {
    const Result<Explanation> why = explain_day(plan, date);
    if (!why) return "no explanation of a day";
    const auto now = sessions_where(why->plan, [&](const Session& s) { return s.date == date; });
    if (now.empty() != why->no_training.has_value()) return "a day without training does not say so";
    if (Law law = broken(*why, now, {}); !law.empty()) return law;
  }
  return {};
}

}  // namespace

TEST_CASE("every number of every built-in plan is explained once, as it is planned, and so are other weeks and severities",
          "[explain]") {
  const std::vector<std::string> some[]{{}, {"step"}, {"backpack", "band"}};
  for (Case intake : eyes::all_cases()) {
    CAPTURE(intake.protocol, name(intake.severity));
    CHECK(broken(eyes::plan(intake)) == "");
    for (const std::vector<std::string>& equipment : some) {
      intake.equipment = equipment;
      CHECK(broken(eyes::plan(intake)) == "");
    }
    intake.equipment.reset();
    intake.tags = {"unsafe-on-one-leg", "previous-calf-strain"};
    if (const Result<Plan> plan = make_plan(eyes::builtin(), intake)) CHECK(broken(*plan) == "");
  }
}

TEST_CASE("every number of random plans is explained once, as it is planned, and so are other weeks and severities", "[explain]") {
  if (std::getenv("RC_PARAMS") == nullptr) setenv("RC_PARAMS", "max_success=300", 1);
  CHECK(rc::check("explained numbers are the plan's", [] {
    const rehab_test::Situation s = rehab_test::random_situation();
    const Result<Plan> plan = make_plan(s.catalog, s.intake);
    RC_PRE(static_cast<bool>(plan));
    RC_ASSERT(broken(*plan) == "");
  }));
}
