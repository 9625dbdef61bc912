#include "export/wording.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "export/clauses.hpp"
#include "export/words_of.hpp"

namespace rehab::wording {
namespace {

// --- Figures and where they come from
// --------------------------------------------------------------------------------------------------

// A number of a dose under the name that a person knows it by.
struct Named {
  Phrase name;
  bool stated;
  Origin origin;
};

// A single set has no rest between sets.
bool rests_between_sets(const PlannedDose& dose) { return dose.rest_s.value && dose.sets.value && dose.sets.value->max > 1; }

// Every number of a dose that may have an origin of its own, in the order of reading.
std::array<Named, 13> figures_of(const PlannedDose& dose) {
  const auto figure = [](Phrase name, const Figure& f) { return Named{name, f.value.has_value(), f.origin}; };
  return {figure("key-sets", dose.sets),
          figure("key-reps", dose.reps),
          figure("key-hold-s", dose.hold_s),
          figure("key-duration-min", dose.duration_min),
          figure("key-distance-m", dose.distance_m),
          figure("key-effort-percent", dose.effort_percent),
          Named{"key-tempo-s", dose.tempo_s.has_value(), dose.tempo_origin},
          Named{"key-rest-s", rests_between_sets(dose), dose.rest_s.origin},
          figure("key-rest-between-reps-s", dose.rest_between_reps_s),
          Named{"key-side", dose.side.has_value(), dose.side_origin},
          Named{"key-order", dose.order.has_value(), dose.order_origin},
          Named{"key-load", dose.load.has_value(), dose.load_origin},
          Named{"exchange-of-exercise", static_cast<bool>(dose.instead_of), dose.substitution}};
}

const Load* named_load(const Plan& plan, const PlannedDose& dose) {
  if (!dose.load || dose.load->kind != LoadName::Kind::named) return nullptr;
  return &plan.protocol().loads[dose.load->load];
}

// Whether it is done without its load because the equipment for that is missing.
bool lost_load(const Plan& plan, const PlannedDose& dose) {
  return std::any_of(plan.changes.begin(), plan.changes.end(), [&dose](const Change& change) {
    return change.rule == Change::Rule::load_dropped && change.exercise == dose.exercise && change.workout == dose.workout;
  });
}

// The names of all numbers with this confidence, within `sentence`; the numbers of a load are rows of their own in a protocol.
bool append_names(std::string& out, const Plan& plan, const PlannedDose& dose, Confidence confidence, Phrase sentence,
                  const std::vector<std::string> Provenance::*keys) {
  const Words words = words_of(plan.catalog);
  const std::size_t before = out.size();
  Clauses clauses(out, words.glue("list"));
  for (const Named& figure : figures_of(dose))
    if (figure.stated && figure.origin.confidence == confidence) clauses.next() += words[figure.name];
  const Load* load = named_load(plan, dose);
  if (load && !(load->provenance.*keys).empty()) clauses.next() += words["numbers-of-load"];
  if (clauses.any()) words.wrap(out, before, sentence, "names");
  return clauses.any();
}

// --- Volume
// ----------------------------------------------------------------------------------------------------------------------------

bool has_set(const PlannedDose& dose) {
  return dose.reps.value || dose.hold_s.value || dose.duration_min.value || dose.distance_m.value;
}

void append_set(std::string& out, const Words& words, const PlannedDose& dose) {
  if (dose.reps.value && dose.distance_m.value) {
    words.append(out, "repetitions-of-distance",
                 {{"reps", Ranged{words, *dose.reps.value}}, {"metres", Ranged{words, *dose.distance_m.value}}});
  } else if (dose.reps.value && dose.sets.value) {
    append_range(out, words, *dose.reps.value);
  } else if (dose.reps.value) {
    words.append(out, "repetitions", {{"n", dose.reps.value->max}, {"reps", Ranged{words, *dose.reps.value}}});
  } else if (dose.hold_s.value) {
    words.append(out, "hold", {{"seconds", Ranged{words, *dose.hold_s.value}}});
  } else if (dose.duration_min.value) {
    words.append(out, "minutes", {{"minutes", Ranged{words, *dose.duration_min.value}}});
  } else if (dose.distance_m.value) {
    words.append(out, "distance", {{"metres", Ranged{words, *dose.distance_m.value}}});
  }
}

void append_sets(std::string& out, const Words& words, const PlannedDose& dose) {
  const auto set = [&](std::string& to) { append_set(to, words, dose); };
  if (!dose.sets.value) {
    set(out);
  } else if (has_set(dose)) {
    words.append(out, "sets-of", {{"sets", Ranged{words, *dose.sets.value}}, {"set", set}});
  } else {
    words.append(out, "sets", {{"n", dose.sets.value->max}, {"sets", Ranged{words, *dose.sets.value}}});
  }
}

void append_amount(std::string& out, const Words& words, const PlannedDose& dose) {
  const std::size_t before = out.size();
  append_sets(out, words, dose);
  if (!dose.effort_percent.value) return;
  const Ranged percent{words, *dose.effort_percent.value};
  if (out.size() == before) {
    words.append(out, "effort", {{"percent", percent}});
  } else {
    words.wrap(out, before, "volume-at-effort", "volume", {{"percent", percent}});
  }
}

// "Up to" without a least number means: stop where it is enough.
bool ends_as_tolerated(const PlannedDose& dose) {
  const auto open = [](const Figure& figure) { return figure.value && !figure.value->min; };
  return dose.as_tolerated || open(dose.reps) || open(dose.hold_s) || open(dose.duration_min);
}

void append_rest(Clauses& clauses, const Words& words, const Figure& rest, Phrase none, Phrase some) {
  if (!rest.value) return;
  if (rest.value->max == 0) {
    clauses.next() += words[none];
  } else {
    words.append(clauses.next(), some, {{"seconds", Ranged{words, *rest.value}}});
  }
}

bool is_stated(const Tempo& tempo) { return tempo.lift || tempo.hold || tempo.lower || tempo.pass; }

// --- Sides
// -----------------------------------------------------------------------------------------------------------------------------

Phrase injured_leg(const Plan& plan) {
  if (!plan.intake.side) return "injured-leg";
  constexpr std::array<Phrase, 3> legs{"left-leg", "right-leg", "each-leg"};
  return legs[static_cast<std::size_t>(*plan.intake.side)];
}

Phrase first_leg(const Plan& plan, bool injured) {
  if (!plan.intake.side) return injured ? Phrase("injured-leg") : Phrase("other-leg");
  return (*plan.intake.side == Side::left) == injured ? Phrase("left-leg") : Phrase("right-leg");
}

// --- Where a load stands
// ---------------------------------------------------------------------------------------------------------------

void append_load_now(std::string& out, const Words& words, const Load& load, double now) {
  const bool percent = load.kind == Load::Kind::percent_1rm;
  words.append(out, percent ? Phrase("load-now-percent") : Phrase("load-now-kg"), {{"number", now}});
}

// "2 steps of 5 kg more than you began with"
void append_load_steps(std::string& out, const Words& words, const Load* load, int steps) {
  const int n = std::abs(steps);
  if (!load || (!load->step_kg && !load->step_percent))
    return words.append(out, steps > 0 ? Phrase("load-steps-more") : Phrase("load-steps-less"), {{"n", n}});
  const auto step = [&](std::string& to) {
    if (load->step_kg) return words.append(to, "load-step-kg", {{"number", *load->step_kg}});
    words.append(to, "percent", {{"number", *load->step_percent}});
  };
  words.append(out, steps > 0 ? Phrase("load-steps-more-of") : Phrase("load-steps-less-of"), {{"n", n}, {"step", step}});
}

// Where there is a diary, the plan adds the weight, step by step: the rule for that must not be followed on top. Null: the person
// does, or nothing is known of it.
const Load* load_that_the_plan_raises(const Plan& plan, const PlannedDose& dose) {
  const Load* load = plan.as_of ? named_load(plan, dose) : nullptr;
  return load && !load->step_when.empty() ? load : nullptr;
}

// "backpack: now 10 kg, 1 step of 5 kg more than you began with; the plan says when to add more; never more than 60 kg"
void append_raised_load(std::string& out, const Words& words, const PlannedDose& dose, const Load& load) {
  const auto how = [&](std::string& to) {
    Clauses parts(to, words.glue("list-parts"));
    if (dose.load_now || dose.load_steps != 0) {
      Clauses now(parts.next(), words.glue("list"));
      if (dose.load_now) append_load_now(now.next(), words, load, *dose.load_now);
      if (dose.load_steps != 0) append_load_steps(now.next(), words, &load, dose.load_steps);
    } else {
      parts.next() += words["load-as-begun"];
    }
    parts.next() += words["load-plan-says"];
    if (load.max_kg) words.append(parts.next(), "load-most-kg", {{"number", *load.max_kg}});
    if (load.max_percent) words.append(parts.next(), "load-most-percent", {{"number", *load.max_percent}});
  };
  const std::size_t before = out.size();
  words.append_inside(out, load.title);
  words.wrap(out, before, "load-how", "load", {{"how", how}});
}

// The first few different sources, in the order of reading.
class SourceList {
 public:
  void insert(Index<Source> source) {
    if (!source || size_ == list_.size() || std::find(begin(), end(), source) != end()) return;
    list_[size_++] = source;
  }
  const Index<Source>* begin() const { return list_.data(); }
  const Index<Source>* end() const { return list_.data() + size_; }

 private:
  std::array<Index<Source>, 16> list_{};
  std::size_t size_ = 0;
};

const Phase& phase_of(const Plan& plan, const Routine& routine) { return plan.phase_of(plan.phases[routine.phase]); }

}  // namespace

// --- A dose
// ----------------------------------------------------------------------------------------------------------------------------

void append_exercise(std::string& out, const Plan& plan, const PlannedDose& dose) {
  const std::string& title = plan.catalog[dose.exercise].title;
  if (!dose.instead_of) {
    out += title;
    return;
  }
  words_of(plan.catalog).append(out, "exercise-instead", {{"exercise", title}, {"other", plan.catalog[dose.instead_of].title}});
}

bool append_volume(std::string& out, const Words& words, const PlannedDose& dose) {
  Clauses clauses(out, words.glue("list"));
  if (dose.sets.value || has_set(dose) || dose.effort_percent.value) append_amount(clauses.next(), words, dose);
  if (ends_as_tolerated(dose)) clauses.next() += words["as-tolerated"];
  if (dose.to_failure) clauses.next() += words["to-failure"];
  return clauses.any();
}

bool append_side(std::string& out, const Plan& plan, const PlannedDose& dose) {
  if (!dose.side) return false;
  const Words words = words_of(plan.catalog);
  const bool each = *dose.side == DoseSide::each;
  if (!each || !dose.order) {
    out += words[each ? Phrase("each-leg") : injured_leg(plan)];
  } else if (*dose.order == SideOrder::alternate) {
    out += words["legs-in-turn"];
  } else if (plan.intake.side == Side::both) {  // with both injured there is no other leg
    out += words["each-leg"];
  } else {
    words.append(out, "legs-in-order", {{"leg", words[first_leg(plan, *dose.order == SideOrder::injured_first)]}});
  }
  return true;
}

bool append_standing(std::string& out, const Plan& plan, const PlannedDose& dose) {
  const Words words = words_of(plan.catalog);
  const Load* load = named_load(plan, dose);
  Clauses clauses(out, words.glue("list"));
  if (dose.load_steps != 0 && dose.load_now && load) append_load_now(clauses.next(), words, *load, *dose.load_now);
  if (dose.load_steps != 0) append_load_steps(clauses.next(), words, load, dose.load_steps);
  if (dose.volume_percent != 100) words.append(clauses.next(), "volume-share", {{"percent", dose.volume_percent}});
  return clauses.any();
}

bool append_manner(std::string& out, const Plan& plan, const PlannedDose& dose) {
  const Words words = words_of(plan.catalog);
  Clauses clauses(out, words.glue("list"));
  if (dose.tempo_s && is_stated(*dose.tempo_s)) append_tempo(clauses.next(), words, *dose.tempo_s);
  append_rest(clauses, words, dose.rest_between_reps_s, "no-rest-between-repetitions", "rest-between-repetitions");
  if (rests_between_sets(dose) && dose.rest_between_reps_s.value) {
    append_rest(clauses, words, dose.rest_s, "no-rest-between-sets", "rest-between-sets");
  } else if (rests_between_sets(dose)) {
    append_rest(clauses, words, dose.rest_s, "no-rest", "rest");
  }
  if (dose.side) append_side(clauses.next(), plan, dose);
  const std::optional<LoadName> load = dose.load || !lost_load(plan, dose) ? dose.load : LoadName{LoadName::Kind::bodyweight, 0};
  if (const Load* raised = load_that_the_plan_raises(plan, dose)) {
    append_raised_load(clauses.next(), words, dose, *raised);
    if (dose.volume_percent != 100) words.append(clauses.next(), "volume-share", {{"percent", dose.volume_percent}});
    return true;
  }
  if (load) append_load(clauses.next(), plan.catalog, plan.protocol(), *load, plan.intake.severity);
  if (dose.load_steps != 0 || dose.volume_percent != 100) append_standing(clauses.next(), plan, dose);
  return clauses.any();
}

bool append_dose(std::string& out, const Plan& plan, const PlannedDose& dose) {
  const Words words = words_of(plan.catalog);
  const std::size_t before = out.size();
  const bool volume = append_volume(out, words, dose);
  if (volume) out += words.glue("list");
  if (append_manner(out, plan, dose) || !volume) return out.size() != before;
  out.resize(out.size() - words.glue("list").size());
  return true;
}

bool append_rung(std::string& out, const Plan& plan, const PlannedDose& dose) {
  if (!dose.ladder) return false;
  const Words words = words_of(plan.catalog);
  const Ladder& ladder = plan.protocol().ladders[*dose.ladder];
  if (dose.rung >= dose.last_rung || dose.rung >= ladder.rungs.size()) {
    words.append(out, "rung-last", {{"rung", dose.rung}});
    return true;
  }
  const auto when = [&](std::string& to) {
    if (ladder.up_when.empty()) {
      to += words["when-within-limit"];
    } else {
      append_conditions(to, plan.catalog, plan.protocol(), ladder.up_when, plan.intake.severity);
    }
  };
  const PartialDose& above = ladder.rungs[dose.rung];  // rungs are counted from 1
  words.append(out, "rung-next",
               {{"rung", dose.rung}, {"last", dose.last_rung}, {"when", when}, {"exercise", plan.catalog[above.exercise].title}});
  return true;
}

bool append_assumed(std::string& out, const Plan& plan, const PlannedDose& dose) {
  return append_names(out, plan, dose, Confidence::assumed, "assumed-names", &Provenance::assumed);
}

bool append_unconfirmed(std::string& out, const Plan& plan, const PlannedDose& dose) {
  return append_names(out, plan, dose, Confidence::unconfirmed, "unconfirmed-names", &Provenance::needs_review);
}

// --- A session
// -------------------------------------------------------------------------------------------------------------------------

std::uint64_t workouts_done(const Plan& plan, const Routine& routine) {
  std::uint64_t out = 0;
  for (const PlannedDose& dose : plan.doses_of(routine))
    out |= std::uint64_t{1} << phase_of(plan, routine).workouts[dose.workout].number;
  return out;
}

void append_workouts(std::string& out, const Plan& plan, const Routine& routine) {
  const std::uint64_t done = workouts_done(plan, routine);
  Clauses clauses(out, words_of(plan.catalog).glue("list-plus"));
  for (const Workout& workout : phase_of(plan, routine).workouts)
    if ((done >> workout.number & 1) != 0) clauses.next() += workout.title;
}

bool append_injured_side(std::string& out, const Plan& plan, const Routine& routine) {
  if (!plan.intake.side) return false;
  bool one_leg = false;
  for (const PlannedDose& dose : plan.doses_of(routine)) one_leg |= dose.side == DoseSide::injured;
  if (!one_leg) return false;
  constexpr std::array<Phrase, 3> sides{"left", "right", "both-sides"};
  out += words_of(plan.catalog)[sides[static_cast<std::size_t>(*plan.intake.side)]];
  return true;
}

void append_phase_line(std::string& out, const Plan& plan, const Routine& routine) {
  const Words words = words_of(plan.catalog);
  const auto phase = [&](std::string& to) {
    words.append(to, "phase-week", {{"phase", phase_of(plan, routine).title}, {"week", routine.week}, {"weeks", plan.weeks}});
  };
  const std::size_t phases = plan.phases.size();
  if (phases == 1) return phase(out);
  words.append(out, "phase-of", {{"number", routine.phase + 1}, {"count", phases}, {"phase", phase}});
}

bool append_pain_line(std::string& out, const Plan& plan, const Routine& routine) {
  const Words words = words_of(plan.catalog);
  const std::size_t before = out.size();
  const std::optional<Range>& most = routine.pain_max.value;
  if (most && most->max == 0) out += words["no-pain"];
  if (most && most->max > 0) words.append(out, "pain-at-most", {{"most", most->max}});
  if (most && routine.pain_max.origin.confidence == Confidence::assumed) words.wrap(out, before, "limit-assumed", "limit");
  if (most && routine.pain_max.origin.confidence == Confidence::unconfirmed)
    words.wrap(out, before, "limit-not-confirmed", "limit");
  const Index<PainRule> own = phase_of(plan, routine).pain_rule;
  const Index<PainRule> rule = own ? own : plan.protocol().pain_rule;
  if (!rule || plan.catalog[rule].say.empty()) return out.size() != before;
  if (most) {
    words.wrap(out, before, "pain-and-rule", "limit", {{"rule", plan.catalog[rule].say}});
  } else {
    out += plan.catalog[rule].say;
  }
  return true;
}

bool append_sources(std::string& out, const Plan& plan, const Routine& routine) {
  SourceList sources;
  for (const PlannedDose& dose : plan.doses_of(routine)) {
    sources.insert(dose.cite);
    for (const Named& figure : figures_of(dose))
      if (figure.stated) sources.insert(figure.origin.source);
    if (const Load* load = named_load(plan, dose)) sources.insert(load->provenance.cite);
  }
  Clauses clauses(out, words_of(plan.catalog).glue("list-parts"));
  for (const Index<Source> source : sources) append_source(clauses.next(), plan.catalog[source]);
  return clauses.any();
}

std::string_view headline(const Words& words, RedFlag::Urgency urgency) {
  constexpr std::array<Phrase, 4> how_fast{"act-emergency", "act-same-day", "act-urgent", "act-soon"};
  return words[how_fast[static_cast<std::size_t>(urgency)]];
}

}  // namespace rehab::wording
