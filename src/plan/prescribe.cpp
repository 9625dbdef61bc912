#include "plan/prescribe.hpp"

#include <algorithm>

#include "plan/estimate.hpp"
#include "plan/ids.hpp"
#include "protocol/effective.hpp"

namespace rehab::plan {

using protocol::EffectiveDose;
using protocol::Given;

namespace {

class Prescription {
 public:
  Prescription(Plan& plan, Routine& routine, const Circumstances& circumstances, bool telling)
      : plan_(plan),
        routine_(routine),
        circumstances_(circumstances),
        telling_(telling),
        protocol_(plan.protocol()),
        phase_(plan.phase_of(plan.phases[routine.phase])),
        severity_(plan.intake.severity) {}

  void run() {
    routine_.first_dose = static_cast<std::uint32_t>(plan_.doses.size());
    for (std::size_t w = 0; w < phase_.workouts.size(); ++w) {
      const Workout& workout = phase_.workouts[w];
      if ((routine_.workouts >> workout.number & 1) == 0) continue;
      workout_ = static_cast<std::uint16_t>(w);
      week_ = week_for(routine_.week_of_phase, workout, circumstances_.behind);
      for (std::size_t d = 0; d < workout.doses.size(); ++d) {
        dose_ = static_cast<std::uint16_t>(d);
        dose(workout.doses[d]);
      }
    }
    routine_.doses = static_cast<std::uint32_t>(plan_.doses.size()) - routine_.first_dose;
    routine_.pain_max = most_pain(plan_, phase_, routine_.week_of_phase);
    routine_.length = estimate(plan_, routine_);
  }

 private:
  // What keeps an exercise from this person.
  struct Obstacle {
    bool equipment = false;
    Index<Tag> tag;

    explicit operator bool() const { return equipment || tag; }
  };

  bool owned(const std::vector<Index<Equipment>>& equipment) const {
    if (!plan_.intake.equipment) return true;
    return std::ranges::all_of(equipment, [&](Index<Equipment> e) { return has(*plan_.intake.equipment, plan_.catalog[e].id); });
  }

  Obstacle obstacle(Index<Exercise> index) const {
    const Exercise& exercise = plan_.catalog[index];
    Obstacle found;
    for (const Index<Tag> tag : exercise.avoid) {
      if (!found.tag && has(plan_.intake.tags, plan_.catalog[tag].id)) found.tag = tag;
    }
    found.equipment = !found.tag && !owned(exercise.equipment);
    return found;
  }

  const Substitute* substitute_of(Index<Exercise> exercise) const {
    const auto it = std::ranges::find(protocol_.instead, exercise, &Substitute::replaces);
    return it == protocol_.instead.end() ? nullptr : &*it;
  }

  // Follows `instead` until an exercise suits; false: none does.
  bool suit(EffectiveDose& dose, Origin& origin) const {
    while (obstacle(dose.exercise)) {
      const Substitute* substitute = substitute_of(dose.exercise);
      if (!substitute) return false;
      protocol::replace(dose, substitute->with);
      origin = protocol::origin_of(*plan_.catalog, substitute->with.numbers.provenance, "exercise");
    }
    return true;
  }

  void dose(const Dose& dose) {
    if (dose.ladder) return on_ladder(dose);
    for (const Index<Exercise> exercise : dose.exercises) {
      EffectiveDose effective = protocol::begin_dose(dose.numbers, exercise);
      Origin origin;
      if (suit(effective, origin)) {
        add(effective, dose, exercise, origin);
      } else {
        tell(exercise, {}, {});
      }
    }
  }

  EffectiveDose rung(const Dose& dose, int number) const {
    const PartialDose& partial = protocol_.ladders[*dose.ladder].rungs[static_cast<std::size_t>(number - 1)];
    EffectiveDose effective = protocol::begin_dose(dose.numbers, partial.exercise);
    protocol::replace(effective, partial);
    return effective;
  }

  // The rung to be on: the lowest that is open, or the highest that was reached; then, less those that were taken back.
  struct Stand {
    int reached = 1, now = 1;
  };
  Stand stand_on(const Dose& dose, int lowest, int highest) const {
    const Standing* standing = find_standing(plan_, {}, dose.ladder, {});
    if (!standing) return {lowest, lowest};
    const int reached = std::min(std::max(lowest, standing->rung), std::max(lowest, highest));
    return {reached, std::max(1, reached - standing->rungs_lowered)};
  }

  // Where the rung does not suit the person, on the nearest easier one.
  void on_ladder(const Dose& dose) {
    const int rungs = static_cast<int>(protocol_.ladders[*dose.ladder].rungs.size());
    const auto open = dose.rungs.at(severity_, week_);
    const int highest = std::min(open ? open->max : rungs, rungs);
    const Stand stand = stand_on(dose, open ? open->lower() : 1, highest);
    int wanted = stand.now;
    const auto suits = [&](int number) {
      EffectiveDose effective = rung(dose, number);
      Origin origin;
      return suit(effective, origin) && !lacks_required_load(effective);
    };
    int start = wanted;
    while (start > 0 && !suits(start)) --start;
    if (start == 0 && wanted < stand.reached) {  // no easier one is possible
      start = wanted = stand.reached;
      while (start > 0 && !suits(start)) --start;
    }
    const Index<Exercise> asked = protocol_.ladders[*dose.ladder].rungs[static_cast<std::size_t>(wanted - 1)].exercise;
    if (start == 0) return tell(asked, {}, {});
    EffectiveDose effective = rung(dose, start);
    Origin origin;
    suit(effective, origin);
    PlannedDose* planned = add(effective, dose, asked, start < wanted ? Origin{} : origin);
    if (!planned) return;
    // What comes next is named as it is, so it must be possible as it is.
    const auto possible = [&](int number) { return !obstacle(rung(dose, number).exercise); };
    int last = start;
    while (start == wanted && last < highest && possible(last + 1)) ++last;
    const Provenance& from = dose.rungs.stated() ? dose.numbers.provenance : protocol_.ladders[*dose.ladder].provenance;
    planned->rungs_origin = protocol::origin_of(*plan_.catalog, from, "rungs");
    planned->rung = static_cast<std::uint16_t>(start);
    planned->last_rung = static_cast<std::uint16_t>(last);
  }

  Origin origin(const Provenance* from, std::string_view key) const {
    return from ? protocol::origin_of(*plan_.catalog, *from, key) : Origin{};
  }

  Figure figure(const Given<Amount>& given, std::string_view key) const {
    if (!given) return {};
    return {given.value->at(severity_, week_), origin(given.from, key)};
  }

  PlannedDose* add(EffectiveDose& effective, const Dose& dose, Index<Exercise> asked, Origin substitution) {
    protocol::complete(effective, *plan_.catalog, protocol_);
    if (effective.exercise != asked) tell(asked, effective.exercise, substitution);
    if (!keep_load(effective)) return nullptr;
    PlannedDose& out = plan_.doses.emplace_back();
    out.exercise = effective.exercise;
    if (effective.exercise != asked) {
      out.instead_of = asked;
      out.substitution = substitution;
    }
    out.workout = workout_;
    out.dose = dose_;
    out.sets = figure(effective.sets, "sets");
    out.reps = figure(effective.reps, "reps");
    out.hold_s = figure(effective.hold_s, "hold_s");
    out.duration_min = figure(effective.duration_min, "duration_min");
    out.distance_m = figure(effective.distance_m, "distance_m");
    out.effort_percent = figure(effective.effort_percent, "effort_percent");
    out.rest_s = figure(effective.rest_s, "rest_s");
    out.rest_between_reps_s = figure(effective.rest_between_reps_s, "rest_between_reps_s");
    take(out.as_tolerated, out.as_tolerated_origin, effective.as_tolerated, "as_tolerated");
    take(out.tempo_s, out.tempo_origin, effective.tempo_s, "tempo_s");
    take(out.load, out.load_origin, effective.load, "load");
    take(out.side, out.side_origin, effective.side, "side");
    take(out.order, out.order_origin, effective.order, "order");
    take(out.to_failure, out.to_failure_origin, effective.to_failure, "to_failure");
    out.cite = dose.numbers.provenance.cite;
    out.ladder = dose.ladder;
    adjust(out, dose.ladder ? find_standing(plan_, {}, dose.ladder, {}) : find_standing(plan_, asked, {}, out.load));
    return &out;
  }

  // Where the person stands with it now.
  void adjust(PlannedDose& out, const Standing* standing) const {
    int percent = standing ? volume_of(*standing) : 100;
    percent = std::max(1, percent * circumstances_.ramp_percent / 100);
    take_volume(out, percent);
    if (!out.load || out.load->kind != LoadName::Kind::named) return;
    if (standing) out.load_steps = static_cast<std::int16_t>(standing->load_raised - standing->load_lowered);
    out.load_now = load_after(protocol_.loads[out.load->load], out.load_steps);
  }

  template <class Into, class T>
  void take(Into& value, Origin& from, const Given<T>& given, std::string_view key) const {
    if (!given) return;
    value = *given.value;
    from = origin(given.from, key);
  }

  bool lacks_required_load(const EffectiveDose& effective) const {
    if (!effective.load || effective.load.value->kind != LoadName::Kind::named) return false;
    const Load& load = protocol_.loads[effective.load.value->load];
    return load.required && !owned(load.equipment);
  }

  // Without the load's equipment the dose goes on without it, or falls away where the load is required.
  bool keep_load(EffectiveDose& effective) {
    if (!effective.load || effective.load.value->kind != LoadName::Kind::named) return true;
    const Load& load = protocol_.loads[effective.load.value->load];
    if (owned(load.equipment)) return true;
    Change change = begin_change(load.required ? Change::Rule::equipment_dropped : Change::Rule::load_dropped, effective.exercise);
    once(change);
    effective.load = {};
    return !load.required;
  }

  Change begin_change(Change::Rule rule, Index<Exercise> exercise) const {
    Change change;
    change.rule = rule;
    change.date = plan_.phases[routine_.phase].days.begin;
    change.phase = routine_.phase;
    change.workout = workout_;
    change.exercise = exercise;
    return change;
  }

  void tell(Index<Exercise> asked, Index<Exercise> given, Origin origin) {
    const Obstacle why = obstacle(asked);
    const bool by_tag = static_cast<bool>(why.tag);
    const Change::Rule swapped = by_tag ? Change::Rule::tag_swapped : Change::Rule::equipment_swapped;
    const Change::Rule dropped = by_tag ? Change::Rule::tag_dropped : Change::Rule::equipment_dropped;
    Change change = begin_change(given ? swapped : dropped, asked);
    change.other = given;
    change.tag = why.tag;
    change.origin = origin;
    once(change);
  }

  // A change is told once a phase, however many routines it touches.
  void once(const Change& change) {
    if (!telling_) return;
    const bool told = std::ranges::any_of(plan_.changes, [&](const Change& c) {
      return c.rule == change.rule && c.phase == change.phase && c.workout == change.workout && c.exercise == change.exercise;
    });
    if (!told) plan_.changes.push_back(change);
  }

  Plan& plan_;
  Routine& routine_;
  const Circumstances& circumstances_;
  bool telling_;
  const Protocol& protocol_;
  const Phase& phase_;
  Severity severity_;
  std::uint16_t workout_ = 0, dose_ = 0;
  int week_ = 1;  // of the phase, for the workout's numbers
};

}  // namespace

void prescribe(Plan& plan, Routine& routine, const Circumstances& circumstances, bool telling) {
  Prescription(plan, routine, circumstances, telling).run();
}

Figure most_pain(const Plan& plan, const Phase& phase, int week_of_phase) {
  if (const auto range = phase.pain_max.at(plan.intake.severity, week_of_phase))
    return {range, protocol::origin_of(*plan.catalog, phase.provenance, "pain_max")};
  const PainRule& rule = plan.catalog[pain_rule_of(plan.protocol(), phase)];
  if (!rule.pain_max) return {};
  return {Range{rule.pain_max, *rule.pain_max}, protocol::origin_of(*plan.catalog, rule.provenance, "pain_max")};
}

Plan prescribe_phase(const Catalog& catalog, std::uint16_t protocol, const Case& intake, std::uint16_t phase, Weeks weeks,
                     std::uint64_t workouts) {
  Plan plan;
  plan.catalog = catalog;
  plan.protocol_index = protocol;
  plan.intake = intake;
  plan.phases.emplace_back().phase = phase;
  for (int week = weeks.first; week <= weeks.last; ++week) {
    Routine& routine = plan.routines.emplace_back();
    routine.week = routine.week_of_phase = static_cast<std::uint16_t>(week);
    routine.workouts = workouts;
    prescribe(plan, routine, Circumstances{});
  }
  return plan;
}

}  // namespace rehab::plan
