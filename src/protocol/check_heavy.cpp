#include <algorithm>

#include "protocol/check.hpp"
#include "protocol/forms.hpp"

namespace rehab::protocol {

using document::Node;

namespace {

constexpr int hours_wanted = 48;

// So few repetitions are written with a weight only where the weight is near the most that the person can lift (a weight that
// allows eight is about four fifths of that). Ours: no source draws this line.
constexpr int few_reps = 8;

// A level that asks for so many days of recovery is hard. Ours; two are a medium day's.
constexpr int hard_recovery_days = 2;

bool has_few_reps(const Given<Amount>& reps) {
  if (!reps) return false;
  return std::ranges::any_of(reps.value->weeks, [](const std::vector<Range>& weeks) {
    return std::ranges::any_of(weeks, [](const Range& range) { return range.max <= few_reps; });
  });
}

bool is_heavy(const Protocol& protocol, const EffectiveDose& form) {
  if (!form.load) return false;
  const LoadName& load = *form.load.value;
  if (load.kind != LoadName::Kind::named) return load.kind == LoadName::Kind::repetition_maximum;
  return protocol.loads[load.load].kind != Load::Kind::band && has_few_reps(form.reps);
}

int recovery_days(const CatalogData& catalog, const Workout& workout) {
  return workout.level ? catalog.levels[workout.level.value].recovery_days : 0;
}

bool several_a_day(const Workout& workout) {
  return std::ranges::any_of(workout.times_per_day.weeks, [](const std::vector<Range>& weeks) {
    return std::ranges::any_of(weeks, [](const Range& range) { return range.max > 1; });
  });
}

// Hours that lie between two sessions of the workout in any plan. A level counts whole days, so it says nothing within one.
int hours_apart(const CatalogData& catalog, const Workout& workout) {
  const int by_level = several_a_day(workout) ? 0 : 24 * recovery_days(catalog, workout);
  return std::max(workout.min_hours_apart.value_or(0), by_level);
}

struct Heavy {
  const Workout* workout;
  const Node* node;         // of the dose or, where its level says so, of the workout
  std::string_view key;     // "load" or "level"
  std::string_view reason;  // id of the exercise or level
};

class HeavyCheck {
 public:
  HeavyCheck(const CatalogData& catalog, const Protocol& protocol, Report& report)
      : catalog_(catalog), protocol_(protocol), report_(report), forms_(catalog, protocol) {}

  void run(const Phase& phase, const Node& node) {
    std::vector<Heavy> all;
    for (std::size_t i = 0; i < phase.workouts.size(); ++i) {
      const auto heavy = heavy_of(phase.workouts[i], node.find("workout")->items[i]);
      if (!heavy) continue;
      alone(*heavy);
      for (const Heavy& before : all) together(before, *heavy);
      all.push_back(*heavy);
    }
  }

 private:
  std::optional<Heavy> heavy_of(const Workout& workout, const Node& node) const {
    for (std::size_t d = 0; d < workout.doses.size(); ++d) {
      Index<Exercise> heavy;
      forms_.each(workout.doses[d], [&](const EffectiveDose& form, std::size_t) {
        if (!heavy && is_heavy(protocol_, form)) heavy = form.exercise;
      });
      if (heavy) return Heavy{&workout, &node.find("dose")->items[d], "load", catalog_.exercises[heavy.value].id};
    }
    if (recovery_days(catalog_, workout) < hard_recovery_days) return std::nullopt;
    return Heavy{&workout, &node, "level", catalog_.levels[workout.level.value].id};
  }

  void alone(const Heavy& heavy) {
    const int hours = hours_apart(catalog_, *heavy.workout);
    if (hours >= hours_wanted) return;
    report_.error_at(
        *heavy.node, heavy.key, "rest",
        joined({"heavy work (", quote(heavy.reason), ") with ", number(hours), " hours between sessions; wanted 48 or more"}),
        several_a_day(*heavy.workout) ? "write times_per_day = 1 and min_hours_apart = 48 in the workout"
                                      : "write min_hours_apart = 48 in the workout");
  }

  // Two heavy workouts of one phase keep away from each other too: by their levels, or because one names the other.
  void together(const Heavy& one, const Heavy& other) {
    const Workout &a = *one.workout, &b = *other.workout;
    if (!share_a_severity(a, b)) return;
    const int by_level = recovery_days(catalog_, a) == 0 || recovery_days(catalog_, b) == 0
                             ? 0
                             : 24 * std::max(recovery_days(catalog_, a), recovery_days(catalog_, b));
    const auto names = [](const Workout& by, const Workout& of) {
      return std::ranges::find(by.not_with, of.number) != by.not_with.end() ? by.min_hours_apart.value_or(0) : 0;
    };
    if (std::max({by_level, names(a, b), names(b, a)}) >= hours_wanted) return;
    report_.error_at(*other.node, other.key, "rest",
                     joined({quote(b.id), " and ", quote(a.id), " are both heavy, and nothing keeps them 48 hours apart"}),
                     joined({"write not_with = [\"", a.id, "\"] in the workout"}));
  }

  static bool share_a_severity(const Workout& a, const Workout& b) {
    if (a.only.empty() || b.only.empty()) return true;
    return std::ranges::any_of(a.only, [&](Severity s) { return std::ranges::find(b.only, s) != b.only.end(); });
  }

  const CatalogData& catalog_;
  const Protocol& protocol_;
  Report& report_;
  Forms forms_;
};

}  // namespace

void check_heavy(const CatalogData& catalog, const Protocol& protocol, Report& report) {
  HeavyCheck check(catalog, protocol, report);
  for (std::size_t i = 0; i < protocol.phases.size(); ++i) check.run(protocol.phases[i], report.root().find("phase")->items[i]);
}

}  // namespace rehab::protocol
