// The laws of placing, over random protocols and cases.
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>

#include "support/catch.hpp"
#include "support/random_cases.hpp"
#include "support/slow_planner.hpp"

using namespace rehab;
using rehab_test::Placed;
using rehab_test::Situation;
using std::chrono::days;

namespace {

// So many random situations, unless RC_PARAMS in the environment says otherwise.
template <class Law>
void hold(const char* law, Law check, int situations = 4000) {
  static const bool said = std::getenv("RC_PARAMS") != nullptr;
  if (!said) setenv("RC_PARAMS", ("max_success=" + std::to_string(situations)).c_str(), 1);
  CHECK(rc::check(law, [&] {
    const Situation s = rehab_test::random_situation();
    const Result<Plan> plan = make_plan(s.catalog, s.intake);
    RC_PRE(static_cast<bool>(plan));
    check(s, *plan);
  }));
}

Placed placed(const Plan& plan) {
  Placed out;
  for (const Session& session : plan.sessions) {
    auto& numbers = out[{session.date, session.part}];
    const std::uint64_t workouts = plan.routine_of(session).workouts;
    for (int n = 0; n < 64; ++n) {
      if ((workouts >> n & 1) != 0) numbers.insert(n);
    }
  }
  return out;
}

bool suits(const Situation& s, Index<Exercise> index) {
  const Exercise& exercise = s.catalog[index];
  for (const Index<Equipment> e : exercise.equipment) {
    const auto& have = s.intake.equipment;
    if (have && std::find(have->begin(), have->end(), s.catalog[e].id) == have->end()) return false;
  }
  return exercise.avoid.empty() || s.intake.tags.empty();
}

// Has the workout with this number, in the phase of this day, an exercise that the person can do, itself or a substitute?
bool anything_left(const Situation& s, int number, std::chrono::local_days date, const Plan& plan) {
  for (const PhaseSpan& span : plan.phases) {
    if (date < span.days.begin || date >= span.days.end) continue;
    for (const Workout& workout : plan.phase_of(span).workouts) {
      if (workout.number != number) continue;
      Index<Exercise> exercise = workout.doses.front().exercises.front();
      for (const Substitute& swap : plan.protocol().instead) {
        if (!suits(s, exercise) && swap.replaces == exercise) exercise = swap.with.exercise;
      }
      return suits(s, exercise);
    }
  }
  return false;
}

bool away(const Case& intake, std::chrono::local_days date) {
  return std::any_of(intake.away.begin(), intake.away.end(), [&](const DayRange& r) { return r.begin <= date && date < r.end; });
}

}  // namespace

TEST_CASE("every session lies on a free day inside its phase, at a time of the person, never on a day away") {
  hold("free days", [](const Situation& s, const Plan& plan) {
    for (const Session& session : plan.sessions) {
      RC_ASSERT(s.intake.days.contains(std::chrono::weekday{session.date}));
      RC_ASSERT(!away(s.intake, session.date));
      const DayRange phase = plan.span_of(session).days;
      RC_ASSERT(phase.begin <= session.date && session.date < phase.end);
      RC_ASSERT(plan.days.begin <= session.date && session.date < plan.days.end);
      RC_ASSERT(session.time == *s.intake.times[static_cast<std::size_t>(session.part)]);
    }
  });
}

TEST_CASE("the planner places what the obvious slow planner places") {
  hold(
      "oracle",
      [](const Situation& s, const Plan& plan) {
        Placed slow = rehab_test::slow_plan(s.catalog, s.intake);
        // A session whose every exercise falls away for equipment or a tag is no session.
        std::erase_if(slow, [&](const auto& entry) {
          return std::none_of(entry.second.begin(), entry.second.end(),
                              [&](int number) { return anything_left(s, number, entry.first.first, plan); });
        });
        const Placed fast = placed(plan);
        RC_ASSERT(fast == slow);
      },
      500);  // slow indeed
}

TEST_CASE("workouts keep their rest, also across phases") {
  hold("rest", [](const Situation&, const Plan& plan) {
    struct Standing {
      std::chrono::local_days date;
      std::chrono::minutes time;
      const Workout* workout;
    };
    std::vector<Standing> all;
    for (const Session& session : plan.sessions) {
      for (const Workout& w : plan.phase_of(plan.span_of(session)).workouts) {
        if ((plan.routine_of(session).workouts >> w.number & 1) != 0) all.push_back({session.date, session.time, &w});
      }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const auto apart = std::chrono::abs((all[i].date + all[i].time) - (all[j].date + all[j].time));
        if (all[i].workout->number == all[j].workout->number)
          RC_ASSERT(apart >= std::chrono::hours{all[i].workout->min_hours_apart.value_or(0)});
        const auto& not_with = all[i].workout->not_with;
        if (std::find(not_with.begin(), not_with.end(), all[j].workout->number) != not_with.end())
          RC_ASSERT(all[i].date != all[j].date);
        const auto hard = [&](const Workout& w) { return w.level ? plan.catalog[w.level].recovery_days : 0; };
        if (hard(*all[i].workout) > 0 && hard(*all[j].workout) > 0 && all[i].date != all[j].date) {
          RC_ASSERT(std::chrono::abs(all[i].date - all[j].date) > days{hard(*all[i].workout)});
        }
      }
    }
  });
}

TEST_CASE("the same input gives the same plan, in a new object and in a reused one") {
  Plan reused;
  hold("determinism", [&](const Situation& s, const Plan& plan) {
    std::vector<Diagnostic> diagnostics;
    RC_ASSERT(make_plan(s.catalog, s.intake, reused, diagnostics));
    RC_ASSERT(reused.id == plan.id);
    RC_ASSERT(reused.sessions == plan.sessions);
    RC_ASSERT(reused.routines == plan.routines);
    RC_ASSERT(reused.doses == plan.doses);
    RC_ASSERT(reused.phases == plan.phases);
    RC_ASSERT(reused.changes == plan.changes);
  });
}

TEST_CASE("the order in which days away are written does not matter") {
  hold("order", [](const Situation& s, const Plan& plan) {
    Case turned = s.intake;
    std::reverse(turned.away.begin(), turned.away.end());
    const Result<Plan> other = make_plan(s.catalog, turned);
    RC_ASSERT(static_cast<bool>(other));
    RC_ASSERT(other->sessions == plan.sessions);
  });
}

TEST_CASE("identities are unique in a plan, and none is shared with the plan of another intake") {
  hold("identity", [](const Situation& s, const Plan& plan) {
    std::set<Uuid> ids;
    for (const Session& session : plan.sessions) RC_ASSERT(ids.insert(identity(plan, session)).second);
    Case later = s.intake;
    later.start += days{1};
    const Result<Plan> other = make_plan(s.catalog, later);
    if (!other) return;
    for (const Session& session : other->sessions) RC_ASSERT(ids.count(identity(*other, session)) == 0);
  });
}

TEST_CASE("a plan with its own id keeps the identities of its sessions when the whole of it moves by weeks") {
  hold("moved", [](const Situation& s, const Plan&) {
    Case here = s.intake;
    here.away.clear();
    here.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    Case there = here;
    there.start += days{14};
    const Result<Plan> a = make_plan(s.catalog, here), b = make_plan(s.catalog, there);
    RC_PRE(a && b);
    RC_ASSERT(a->sessions.size() == b->sessions.size());
    for (std::size_t i = 0; i < a->sessions.size(); ++i) {
      RC_ASSERT(identity(*a, a->sessions[i]) == identity(*b, b->sessions[i]));
      RC_ASSERT(a->sessions[i].date + days{14} == b->sessions[i].date);
    }
  });
}

TEST_CASE("doses stay inside the protocol's own numbers") {
  hold("doses", [](const Situation& s, const Plan& plan) {
    const auto written = [&](const Amount& amount, const Range& range) {
      return std::any_of(amount.weeks.begin(), amount.weeks.end(),
                         [&](const auto& weeks) { return std::find(weeks.begin(), weeks.end(), range) != weeks.end(); });
    };
    for (const Routine& routine : plan.routines) {
      const Phase& phase = plan.phase_of(plan.phases[routine.phase]);
      for (const PlannedDose& dose : plan.doses_of(routine)) {
        const DoseNumbers& asked = phase.workouts[dose.workout].doses[dose.dose].numbers;
        const DoseNumbers& numbers = dose.instead_of ? plan.protocol().instead.front().with.numbers : asked;
        RC_ASSERT(dose.reps.value && written(numbers.reps, *dose.reps.value));
        RC_ASSERT(*dose.reps.value == *numbers.reps.at(s.intake.severity, routine.week_of_phase));
      }
    }
  });
}

TEST_CASE("a plan has at most twelve weeks of days, however many extra days a person gets") {
  hold("twelve weeks", [](const Situation& s, const Plan& plan) {
    RC_ASSERT(plan.weeks <= 12);
    if (s.intake.away.empty()) RC_ASSERT(plan.days.end - plan.days.begin <= days{84});
  });
}
