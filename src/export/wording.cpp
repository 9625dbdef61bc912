#include "export/wording.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "export/clauses.hpp"
#include "text/append.hpp"

namespace rehab::wording {
namespace {

using text::append_number;

void append_whole(std::string& out, int number) { append_number(out, static_cast<std::int64_t>(number)); }

// --- Figures and where they come from
// --------------------------------------------------------------------------------------------------

// A number of a dose under the name that a person knows it by.
struct Named {
  std::string_view name;
  bool stated;
  Origin origin;
};

// A single set has no rest between sets.
bool rests_between_sets(const PlannedDose& dose) { return dose.rest_s.value && dose.sets.value && dose.sets.value->max > 1; }

// Every number of a dose that may have an origin of its own, in the order of reading.
std::array<Named, 13> figures_of(const PlannedDose& dose) {
  const auto figure = [](std::string_view name, const Figure& f) { return Named{name, f.value.has_value(), f.origin}; };
  return {figure("sets", dose.sets),
          figure("repetitions", dose.reps),
          figure("hold", dose.hold_s),
          figure("duration", dose.duration_min),
          figure("distance", dose.distance_m),
          figure("effort", dose.effort_percent),
          Named{"tempo", dose.tempo_s.has_value(), dose.tempo_origin},
          Named{"rest", rests_between_sets(dose), dose.rest_s.origin},
          figure("rest between repetitions", dose.rest_between_reps_s),
          Named{"side", dose.side.has_value(), dose.side_origin},
          Named{"order of the legs", dose.order.has_value(), dose.order_origin},
          Named{"load", dose.load.has_value(), dose.load_origin},
          Named{"exchange of the exercise", static_cast<bool>(dose.instead_of), dose.substitution}};
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

// The names of all numbers with this confidence, after `heading`; the numbers of a load are rows of their own in a protocol.
bool append_names(std::string& out, const Plan& plan, const PlannedDose& dose, Confidence confidence, std::string_view heading,
                  const std::vector<std::string> Provenance::*keys) {
  const std::size_t before = out.size();
  out += heading;
  Clauses clauses(out, ", ");
  for (const Named& figure : figures_of(dose))
    if (figure.stated && figure.origin.confidence == confidence) clauses.next() += figure.name;
  const Load* load = named_load(plan, dose);
  if (load && !(load->provenance.*keys).empty()) clauses.next() += "numbers of the load";
  if (!clauses.any()) out.resize(before);
  return clauses.any();
}

// --- Volume
// ----------------------------------------------------------------------------------------------------------------------------

void append_amount(std::string& out, const Range& range, std::string_view unit) {
  append_range(out, range);
  out += unit;
}

void append_set_of(std::string& out, const PlannedDose& dose) {
  if (dose.reps.value) {
    append_range(out, *dose.reps.value);
    if (dose.distance_m.value) append_amount(out += " × ", *dose.distance_m.value, " m");
    if (!dose.sets.value && !dose.distance_m.value) out += dose.reps.value->max == 1 ? " repetition" : " repetitions";
  } else if (dose.hold_s.value) {
    append_amount(out, *dose.hold_s.value, " s hold");
  } else if (dose.duration_min.value) {
    append_amount(out, *dose.duration_min.value, " min");
  } else if (dose.distance_m.value) {
    append_amount(out, *dose.distance_m.value, " m");
  }
}

// "Up to" without a least number means: stop where it is enough.
bool ends_as_tolerated(const PlannedDose& dose) {
  const auto open = [](const Figure& figure) { return figure.value && !figure.value->min; };
  return dose.as_tolerated || open(dose.reps) || open(dose.hold_s) || open(dose.duration_min);
}

void append_rest(Clauses& clauses, const Figure& rest, std::string_view between) {
  if (!rest.value) return;
  std::string& out = clauses.next();
  if (rest.value->max == 0) {
    out += "no rest";
  } else {
    append_amount(out += "rest ", *rest.value, " s");
  }
  out += between;
}

bool is_stated(const Tempo& tempo) { return tempo.lift || tempo.hold || tempo.lower || tempo.pass; }

// --- Sides
// -----------------------------------------------------------------------------------------------------------------------------

std::string_view injured_leg(const Plan& plan) {
  if (!plan.intake.side) return "the injured leg";
  constexpr std::array<std::string_view, 3> legs{"left leg", "right leg", "each leg"};
  return legs[static_cast<std::size_t>(*plan.intake.side)];
}

std::string_view first_leg(const Plan& plan, bool injured) {
  if (!plan.intake.side) return injured ? "the injured leg" : "the other leg";
  return (*plan.intake.side == Side::left) == injured ? "left leg" : "right leg";
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
  out += plan.catalog[dose.exercise].title;
  if (!dose.instead_of) return;
  out += " (in place of: ";
  out += plan.catalog[dose.instead_of].title;
  out += ')';
}

bool append_volume(std::string& out, const PlannedDose& dose) {
  const std::size_t before = out.size();
  if (dose.sets.value) append_amount(out, *dose.sets.value, " × ");
  const std::size_t sets_end = out.size();
  append_set_of(out, dose);
  // Sets of nothing: "3 sets".
  if (dose.sets.value && out.size() == sets_end) {
    out.resize(before);
    append_amount(out, *dose.sets.value, dose.sets.value->max == 1 ? " set" : " sets");
  }
  if (dose.effort_percent.value) {
    out += out.size() == before ? "at " : " at ";
    append_amount(out, *dose.effort_percent.value, " % of full speed");
  }
  if (ends_as_tolerated(dose)) out += out.size() == before ? "as tolerated" : ", as tolerated";
  if (dose.to_failure) out += out.size() == before ? "to failure" : ", to failure";
  return out.size() != before;
}

bool append_side(std::string& out, const Plan& plan, const PlannedDose& dose) {
  if (!dose.side) return false;
  out += *dose.side == DoseSide::each ? "each leg" : injured_leg(plan);
  if (!dose.order || *dose.side != DoseSide::each) return true;
  if (*dose.order == SideOrder::alternate) {
    out += ", in turn";
  } else if (plan.intake.side != Side::both) {  // with both injured there is no other leg
    out += ", ";
    out += first_leg(plan, *dose.order == SideOrder::injured_first);
    out += " first";
  }
  return true;
}

bool append_dose(std::string& out, const Plan& plan, const PlannedDose& dose) {
  Clauses clauses(out, ", ", append_volume(out, dose));
  if (dose.tempo_s && is_stated(*dose.tempo_s)) append_tempo(clauses.next(), *dose.tempo_s);
  append_rest(clauses, dose.rest_between_reps_s, " between repetitions");
  if (rests_between_sets(dose)) append_rest(clauses, dose.rest_s, dose.rest_between_reps_s.value ? " between sets" : "");
  if (dose.side) append_side(clauses.next(), plan, dose);
  const std::optional<LoadName> load = dose.load || !lost_load(plan, dose) ? dose.load : LoadName{LoadName::Kind::bodyweight, 0};
  if (load) append_load(clauses.next(), plan.catalog, plan.protocol(), *load, plan.intake.severity);
  return clauses.any();
}

bool append_rung(std::string& out, const Plan& plan, const PlannedDose& dose) {
  if (!dose.ladder) return false;
  const Ladder& ladder = plan.protocol().ladders[*dose.ladder];
  out += "rung ";
  append_whole(out, dose.rung);
  if (dose.rung >= dose.last_rung || dose.rung >= ladder.rungs.size()) {
    out += ", the last in this phase";
    return true;
  }
  out += " of up to ";
  append_whole(out, dose.last_rung);
  out += " in this phase; next, ";
  if (ladder.up_when.empty()) {
    out += "when a whole session stays within the pain limit";
  } else {
    append_conditions(out, plan.catalog, plan.protocol(), ladder.up_when, plan.intake.severity);
  }
  out += ": ";
  out += plan.catalog[ladder.rungs[dose.rung].exercise].title;  // rungs are counted from 1: this is the one above
  return true;
}

bool append_assumed(std::string& out, const Plan& plan, const PlannedDose& dose) {
  return append_names(out, plan, dose, Confidence::assumed, "assumed, not from the source: ", &Provenance::assumed);
}

bool append_unconfirmed(std::string& out, const Plan& plan, const PlannedDose& dose) {
  return append_names(out, plan, dose, Confidence::unconfirmed, "not confirmed: ", &Provenance::needs_review);
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
  Clauses clauses(out, " + ");
  for (const Workout& workout : phase_of(plan, routine).workouts)
    if ((done >> workout.number & 1) != 0) clauses.next() += workout.title;
}

bool append_injured_side(std::string& out, const Plan& plan, const Routine& routine) {
  if (!plan.intake.side) return false;
  bool one_leg = false;
  for (const PlannedDose& dose : plan.doses_of(routine)) one_leg |= dose.side == DoseSide::injured;
  if (!one_leg) return false;
  out += *plan.intake.side == Side::both ? "both sides" : name(*plan.intake.side);
  return true;
}

void append_phase_line(std::string& out, const Plan& plan, const Routine& routine) {
  const std::size_t phases = plan.phases.size();
  if (phases > 1) {
    out += "phase ";
    append_whole(out, routine.phase + 1);
    out += " of ";
    append_whole(out, static_cast<int>(phases));
    out += ": ";
  }
  out += phase_of(plan, routine).title;
  out += ", week ";
  append_whole(out, routine.week);
  out += " of ";
  append_whole(out, plan.weeks);
}

bool append_pain_line(std::string& out, const Plan& plan, const Routine& routine) {
  const std::size_t before = out.size();
  const std::optional<Range>& most = routine.pain_max.value;
  if (most && most->max == 0) out += "no pain while training or after";
  if (most && most->max > 0) append_amount(out += "pain at most ", Range{most->max, most->max}, " of 10 while training and after");
  if (most && routine.pain_max.origin.confidence == Confidence::assumed) out += " (this limit is assumed, not from the source)";
  if (most && routine.pain_max.origin.confidence == Confidence::unconfirmed) out += " (this limit is not confirmed)";
  const Index<PainRule> own = phase_of(plan, routine).pain_rule;
  const Index<PainRule> rule = own ? own : plan.protocol().pain_rule;
  if (rule && !plan.catalog[rule].say.empty()) {
    if (most) out += ". ";
    out += plan.catalog[rule].say;
  }
  return out.size() != before;
}

bool append_sources(std::string& out, const Plan& plan, const Routine& routine) {
  SourceList sources;
  for (const PlannedDose& dose : plan.doses_of(routine)) {
    sources.insert(dose.cite);
    for (const Named& figure : figures_of(dose))
      if (figure.stated) sources.insert(figure.origin.source);
    if (const Load* load = named_load(plan, dose)) sources.insert(load->provenance.cite);
  }
  Clauses clauses(out, "; ");
  for (const Index<Source> source : sources) append_source(clauses.next(), plan.catalog[source]);
  return clauses.any();
}

std::string_view headline(RedFlag::Urgency urgency) {
  constexpr std::array<std::string_view, 4> how_fast{"Emergency: call an ambulance or go to an emergency department",
                                                     "See a doctor today", "See a doctor within days",
                                                     "Ask a clinician before you train"};
  return how_fast[static_cast<std::size_t>(urgency)];
}

}  // namespace rehab::wording
