#include <algorithm>
#include <array>

#include "protocol/check.hpp"
#include "protocol/effective.hpp"
#include "text/append.hpp"

namespace rehab::protocol {

using document::Node;

namespace {

int most(const Given<Amount>& amount, Severity severity, int week, int absent = 1) {
  if (!amount) return absent;
  const auto range = amount.value->at(severity, week);
  return range ? range->max : absent;
}

class DoseCheck {
 public:
  DoseCheck(const CatalogData& catalog, const Protocol& protocol, const Workout& workout, std::span<const Severity> who, int weeks,
            Uses& uses, Report& report)
      : catalog_(catalog), protocol_(protocol), workout_(workout), who_(who), weeks_(weeks), uses_(uses), report_(report) {}

  void run(const Dose& dose, const Node& node) {
    constexpr std::string_view whats[]{"exercise", "each", "ladder"};
    if (!check_one_of(node, "the dose", whats, "dose", report_)) uses_.complete = false;
    check_one_of(node, "the dose", volume_names, "volume", report_);
    amounts(dose, node);
    if (dose.ladder) {
      ladder(dose, node);
    } else if (dose.rungs.stated()) {
      report_.error_at(node, "rungs", "dose", "`rungs` without a `ladder`", "remove it");
    }
    for (std::size_t i = 0; i < dose.exercises.size(); ++i) {
      const Node* each = node.find("each");
      const Node*& first = uses_.exercises[dose.exercises[i].value];
      if (!first) first = each && i < each->items.size() ? &each->items[i] : node.find("exercise");
      expanded(begin_dose(dose.numbers, dose.exercises[i]), node);
    }
  }

 private:
  void ladder(const Dose& dose, const Node& node) {
    uses_.ladders[*dose.ladder] = true;
    const Ladder& ladder = protocol_.ladders[*dose.ladder];
    for (const auto& weeks : dose.rungs.weeks) {
      for (const Range& range : weeks) {
        if (range.max <= static_cast<int>(ladder.rungs.size())) continue;
        report_.error_at(node, "rungs", "dose",
                         joined({"`rungs` names rung ", number(range.max), "; ", quote(ladder.id), " has ",
                                 number(static_cast<int>(ladder.rungs.size()))}),
                         "name a rung that there is");
        return;
      }
    }
    for (const PartialDose& rung : ladder.rungs) {
      EffectiveDose dose_on_rung = begin_dose(dose.numbers, rung.exercise);
      replace(dose_on_rung, rung);
      expanded(dose_on_rung, node);
    }
  }

  void amounts(const Dose& dose, const Node& node) {
    const DoseNumbers& n = dose.numbers;
    const std::pair<std::string_view, const Amount*> all[]{{"rungs", &dose.rungs},
                                                           {"sets", &n.sets},
                                                           {"reps", &n.reps},
                                                           {"hold_s", &n.hold_s},
                                                           {"duration_min", &n.duration_min},
                                                           {"distance_m", &n.distance_m},
                                                           {"effort_percent", &n.effort_percent},
                                                           {"rest_s", &n.rest_s},
                                                           {"rest_between_reps_s", &n.rest_between_reps_s}};
    for (const auto& [key, amount] : all) {
      check_amount(node, key, *amount, who_, weeks_, report_);
    }
  }

  // One exercise with its numbers complete.
  void expanded(EffectiveDose dose, const Node& node) {
    complete(dose, catalog_, protocol_);
    const Exercise& exercise = catalog_.exercises[dose.exercise.value];
    const std::string who = quote(exercise.id);
    if (dose.load && dose.load.value->kind == LoadName::Kind::named) uses_.loads[dose.load.value->load] = true;
    if (exercise.kind == Exercise::Kind::adjunct && !workout_.optional) {
      report_.error(node, "adjunct", joined({who, " is an adjunct; its workout must be optional"}),
                    "add optional = true to the workout");
    }
    const bool sided = exercise.kind == Exercise::Kind::strength || exercise.kind == Exercise::Kind::stretch ||
                       exercise.kind == Exercise::Kind::isometric || exercise.kind == Exercise::Kind::balance;
    if (exercise.legs == Exercise::Legs::one && sided && !dose.side && !dose.as_tolerated) {
      report_.error(node, "dose", joined({who, " is for one leg; `side` is neither given nor assumed"}),
                    "add `side` here or in [assume.*]");
    }
    if (dose.order && (!dose.side || *dose.side.value != DoseSide::each))
      report_.error_at(node, "order", "dose", "`order` without side = \"each\"", "remove it, or write side = \"each\"");
    if (dose.volumes() == 1 && dose.hold_s && dose.tempo_s)
      report_.error(node, "dose", joined({who, " has `tempo_s` with `hold_s`"}), "remove one: a hold has no tempo");
    repetition_maximum(dose, node);
    running(dose, node);
  }

  void repetition_maximum(const EffectiveDose& dose, const Node& node) {
    if (!dose.load || dose.load.value->kind != LoadName::Kind::repetition_maximum || dose.reps) return;
    report_.error_at(node, "load", "load", "`rm` without `reps`", "say for how many repetitions the weight is the most");
  }

  // A list by week may not raise distance faster than its own limit, nor distance and effort together.
  void running(const EffectiveDose& dose, const Node& node) {
    if (!dose.distance_m || !dose.weekly_rise_max_percent) return;
    for (const Severity s : who_) {
      int before = 0, effort_before = 0;
      for (int week = 1; week <= weeks_; ++week) {
        const int metres = most(dose.sets, s, week) * most(dose.reps, s, week) * most(dose.distance_m, s, week);
        const int effort = most(dose.effort_percent, s, week);
        if (week > 1 && metres > before && effort > effort_before) {
          report_.error(node, "progression", joined({"week ", number(week), ": distance and effort rise together"}),
                        "raise one of them");
        }
        if (week > 1 && 100 * metres > before * (100 + *dose.weekly_rise_max_percent.value)) {
          report_.error(node, "progression",
                        joined({"week ", number(week), ": ", number(before), " m to ", number(metres), " m is more than ",
                                number(*dose.weekly_rise_max_percent.value), " %"}),
                        "take smaller steps");
        }
        before = metres;
        effort_before = effort;
      }
    }
  }

  const CatalogData& catalog_;
  const Protocol& protocol_;
  const Workout& workout_;
  std::span<const Severity> who_;
  int weeks_;
  Uses& uses_;
  Report& report_;
};

}  // namespace

void check_doses(const CatalogData& catalog, const Protocol& protocol, const Phase& phase, const Node& phase_node,
                 std::span<const Severity> who, int longest_weeks, Uses& uses, Report& report) {
  for (std::size_t i = 0; i < phase.workouts.size(); ++i) {
    const Workout& workout = phase.workouts[i];
    const Node& workout_node = phase_node.find("workout")->items[i];
    const std::span<const Severity> mine = workout.only.empty() ? who : std::span<const Severity>(workout.only);
    DoseCheck check(catalog, protocol, workout, mine, longest_weeks, uses, report);
    for (std::size_t d = 0; d < workout.doses.size(); ++d) check.run(workout.doses[d], workout_node.find("dose")->items[d]);
  }
}

}  // namespace rehab::protocol
