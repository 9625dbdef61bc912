#include "export/references.hpp"

#include <algorithm>
#include <utility>

namespace rehab {
namespace {

// Marks entries, and all that these refer to in turn.
class Marker {
 public:
  Marker(const Catalog& catalog, References& out) : catalog_(catalog), out_(out) {
    out.sources.assign(catalog->sources.size(), false);
    out.equipment.assign(catalog->equipment.size(), false);
    out.tags.assign(catalog->tags.size(), false);
    out.exercises.assign(catalog->exercises.size(), false);
    out.measures.assign(catalog->measures.size(), false);
    out.pain_rules.assign(catalog->pain_rules.size(), false);
    out.levels.assign(catalog->levels.size(), false);
  }

  void mark(Index<Source> i) {
    if (i) out_.sources[i.value] = true;
  }
  void mark(const Provenance& p) { mark(p.cite); }
  void mark(const Origin& o) { mark(o.source); }
  void mark(const Figure& f) {
    if (f.value) mark(f.origin);
  }
  void mark(Index<Equipment> i) {
    if (i) out_.equipment[i.value] = true;
  }
  void mark(Index<Tag> i) {
    if (first_time(out_.tags, i)) mark(catalog_[i].provenance);
  }
  void mark(Index<Exercise> i) {
    if (!first_time(out_.exercises, i)) return;
    const Exercise& e = catalog_[i];
    mark_all(e.equipment);
    mark(e.provenance);
  }
  void mark(Index<Measure> i) {
    if (first_time(out_.measures, i)) mark(catalog_[i].provenance);
  }
  void mark(Index<PainRule> i) {
    if (!first_time(out_.pain_rules, i)) return;
    mark_all(catalog_[i].mornings_of);
    mark_all(catalog_[i].weekly_rise_of);
    mark(catalog_[i].provenance);
  }
  void mark(Index<DayLevel> i) {
    if (first_time(out_.levels, i)) mark(catalog_[i].provenance);
  }
  void mark(const Criterion& c) {
    mark(c.measure);
    mark(c.provenance);
  }
  void mark(const Limit& l) { mark(l.criterion); }
  void mark(const Load& load) {
    mark_all(load.equipment);
    mark_all(load.step_when);
    mark(load.provenance);
  }
  void mark(const PartialDose& d) {
    mark(d.exercise);
    mark(d.numbers.provenance);
  }
  void mark(const Ladder& ladder) {
    mark_all(ladder.up_when);
    mark_all(ladder.limits);
    mark(ladder.provenance);
  }
  void mark(const Evidence& e) { mark(e.provenance); }
  void mark(const Advice& a) { mark(a.provenance); }
  void mark(const Phase& p) {
    mark(p.pain_rule);
    mark_all(p.enter);
    mark_all(p.move_on);
    mark_all(p.limits);
    mark(p.provenance);
  }
  void mark(const Workout& w) {
    mark(w.level);
    mark(w.provenance);
  }

  template <class T>
  void mark_all(const T& list) {
    for (const auto& entry : list) mark(entry);
  }

 private:
  template <class T>
  static bool first_time(std::vector<bool>& seen, Index<T> i) {
    if (!i || seen[i.value]) return false;
    return seen[i.value] = true;
  }

  const Catalog& catalog_;
  References& out_;
};

// What holds for the protocol as a whole, whoever plans with it.
void mark_frame(Marker& marker, const Catalog& catalog, const Protocol& protocol, std::optional<Severity> severity) {
  if (protocol.condition) marker.mark(catalog[protocol.condition].provenance);
  marker.mark(protocol.pain_rule);
  marker.mark_all(protocol.asks);
  marker.mark_all(protocol.limits);
  if (protocol.ramp_back) marker.mark(protocol.ramp_back->provenance);
  for (const Severity s : severities) {
    const std::optional<SeverityOffer>& offer = protocol.severity[static_cast<std::size_t>(s)];
    if (offer && (!severity || s == *severity)) marker.mark(offer->provenance);
  }
  for (const RedFlag* flag : red_flags_of(catalog, protocol.condition)) marker.mark(flag->provenance);
}

bool gives_advice(const Phase& phase, const Advice& advice) {
  return advice.phases.empty() || std::find(advice.phases.begin(), advice.phases.end(), phase.id) != advice.phases.end();
}

void mark_advice(Marker& marker, const Protocol& protocol, const Phase& phase) {
  for (const Advice& advice : protocol.advice)
    if (gives_advice(phase, advice)) marker.mark(advice);
}

void mark_dose(Marker& marker, const Plan& plan, const PlannedDose& dose) {
  const Protocol& protocol = plan.protocol();
  marker.mark(dose.exercise);
  marker.mark(dose.instead_of);
  if (dose.instead_of) marker.mark(dose.substitution);
  for (const Figure* f : {&dose.sets, &dose.reps, &dose.hold_s, &dose.duration_min, &dose.distance_m, &dose.effort_percent,
                          &dose.rest_s, &dose.rest_between_reps_s})
    marker.mark(*f);
  if (dose.tempo_s) marker.mark(dose.tempo_origin);
  if (dose.load) marker.mark(dose.load_origin);
  if (dose.side) marker.mark(dose.side_origin);
  if (dose.order) marker.mark(dose.order_origin);
  marker.mark(dose.cite);
  if (dose.load && dose.load->kind == LoadName::Kind::named) marker.mark(protocol.loads[dose.load->load]);
  if (!dose.ladder) return;
  const Ladder& ladder = protocol.ladders[*dose.ladder];
  marker.mark(ladder);
  for (std::size_t rung = dose.rung; rung >= 1 && rung <= dose.last_rung && rung <= ladder.rungs.size(); ++rung)
    marker.mark(ladder.rungs[rung - 1]);
}

}  // namespace

References references_of(const Plan& plan) {
  References out;
  Marker marker(plan.catalog, out);
  const Protocol& protocol = plan.protocol();
  mark_frame(marker, plan.catalog, protocol, plan.intake.severity);
  for (const PlannedDose& dose : plan.doses) mark_dose(marker, plan, dose);
  for (const Routine& routine : plan.routines) marker.mark(routine.pain_max);
  for (const PhaseSpan& span : plan.phases) {
    const Phase& phase = plan.phase_of(span);
    marker.mark(phase);
    mark_advice(marker, protocol, phase);
    for (const Workout& workout : phase.workouts)
      if (plays(workout, plan.intake.severity)) marker.mark(workout);
  }
  for (const Change& change : plan.changes) {
    marker.mark(change.exercise);
    marker.mark(change.other);
    marker.mark(change.tag);
    marker.mark(change.origin);
  }
  return out;
}

References references_of(const Catalog& catalog, const Protocol& protocol, std::optional<Severity> severity) {
  References out;
  Marker marker(catalog, out);
  mark_frame(marker, catalog, protocol, severity);
  marker.mark_all(protocol.evidence);
  marker.mark_all(protocol.not_for);
  marker.mark_all(protocol.clearance_for);
  marker.mark_all(protocol.loads);
  for (const Ladder& ladder : protocol.ladders) {
    marker.mark(ladder);
    marker.mark_all(ladder.rungs);
  }
  for (const Substitute& s : protocol.instead) {
    marker.mark(s.replaces);
    marker.mark(s.with);
  }
  for (const Phase& phase : protocol.phases) {
    if (!plays(phase, severity)) continue;
    marker.mark(phase);
    mark_advice(marker, protocol, phase);
    for (const Extra& extra : phase.extra) {
      marker.mark(extra.tag);
      marker.mark(extra.provenance);
    }
    for (const Workout& workout : phase.workouts) {
      if (!plays(workout, severity)) continue;
      marker.mark(workout);
      for (const Dose& dose : workout.doses) {
        marker.mark_all(dose.exercises);
        marker.mark(dose.numbers.provenance);
      }
    }
  }
  // An exercise is listed with whom it is left out for.
  for (std::size_t i = 0; i < out.exercises.size(); ++i)
    if (out.exercises[i]) marker.mark_all(catalog->exercises[i].avoid);
  return out;
}

bool plays(const Phase& phase, std::optional<Severity> severity) {
  return std::any_of(severities.begin(), severities.end(),
                     [&](Severity s) { return (!severity || s == *severity) && planned_days(phase, s).has_value(); });
}

bool plays(const Workout& workout, std::optional<Severity> severity) { return !severity || workout.is_for(*severity); }

bool gives_advice(const Plan& plan, const Advice& advice) {
  return std::any_of(plan.phases.begin(), plan.phases.end(),
                     [&](const PhaseSpan& span) { return gives_advice(plan.phase_of(span), advice); });
}

std::vector<const RedFlag*> red_flags_of(const Catalog& catalog, Index<Condition> condition) {
  std::vector<const RedFlag*> out;
  for (const RedFlag& flag : catalog->red_flags) {
    if (flag.concerns(condition)) out.push_back(&flag);
  }
  std::stable_sort(out.begin(), out.end(), [](const RedFlag* a, const RedFlag* b) {
    return std::pair(a->urgency, a->moment) < std::pair(b->urgency, b->moment);
  });
  return out;
}

}  // namespace rehab
