// What follows from what became known: the gravest of all that falls together.
#include <algorithm>
#include <array>

#include "plan/records.hpp"
#include "plan/replay.hpp"
#include "protocol/effective.hpp"

namespace rehab::plan {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

// By Limit::Otherwise; a breach weighs as much as `lower`.
constexpr std::array<int, 6> gravity{1, 2, 3, 4, 0, 5};
constexpr int gravity_of_breach = 2, gravity_of_stop = 5, gravity_of_red_flag = 6;
int gravity_of(const Limit& limit) { return gravity[static_cast<std::size_t>(limit.otherwise)]; }

bool is_load(Exercise::Kind kind) {
  return kind == Exercise::Kind::isometric || kind == Exercise::Kind::strength || kind == Exercise::Kind::plyometric ||
         kind == Exercise::Kind::run;
}

// The ground of one change for another.
void copy_ground(Change& to, const Change& from) {
  to.cause = from.cause;
  to.date = from.date;
  to.seen = from.seen;
  to.measure = from.measure;
  to.value = from.value;
  to.bound = from.bound;
  to.limit = from.limit;
  to.origin = from.origin;
}

}  // namespace

// Limits of the plan, the phase and its ladders that this group broke for as long as they allow.
template <class Do>
void Replay::for_each_broken(const Group& group, Do&& what) {
  std::size_t place = 0, number = 0;
  const auto look = [&](const std::vector<Limit>& limits, bool active, std::optional<std::uint16_t> ladder) {
    for (const Limit& limit : limits) {
      const auto here = static_cast<std::uint16_t>(place++);
      CriterionRecord& record = plan_.criteria[number++];
      if (!active || !record.broken_since) continue;
      const Criterion& c = limit.criterion;
      const bool spoken = group.weekly ? c.weekly_change_max && record.seen == group.seen
                                       : !c.weekly_change_max && is_spoken_of(group, c.measure) && is_about(c, group);
      if (spoken && is_broken(c, record, severity())) what(Broken{limit, here, record, ladder});
    }
  };
  look(protocol_.limits, true, {});
  for (const Phase& each : protocol_.phases) {
    look(each.limits, &each == &phase(), {});
    number += each.move_on.size() + each.enter.size();
  }
  for (std::size_t i = 0; i < protocol_.ladders.size(); ++i) {
    number += protocol_.ladders[i].up_when.size();
    look(protocol_.ladders[i].limits, is_used(used_ladders_, i), static_cast<std::uint16_t>(i));
  }
}

void Replay::act(const Group& group, const Breach& breach) {
  stamp_ = static_cast<std::uint16_t>(standing_ + 1);
  int gravest = breach.happened ? gravity_of_breach : -1;
  bool any = breach.happened || group.flagged;
  for_each_broken(group, [&](const Broken& broken) {
    gravest = std::max(gravest, gravity_of(broken.limit));
    any = true;
  });
  if (!any) return;
  const bool goes_on = !halted_ || cleared_;  // while nothing goes on only red flags are told
  const std::size_t told = plan_.changes.size();
  for (const std::uint32_t index : group.entries) {
    for (const std::string& id : entry(index).red_flags) {
      gravest = gravity_of_red_flag;
      const auto flag = std::ranges::find(plan_.catalog->red_flags, id, &RedFlag::id);
      Change why;
      why.cause = Change::Cause::red_flag;
      why.date = group.known.date;
      why.seen = group.seen;
      why.red_flag.value = static_cast<std::uint16_t>(flag - plan_.catalog->red_flags.begin());
      const std::span all = std::span(plan_.changes).subspan(told);
      if (std::ranges::find(all, why.red_flag, &Change::red_flag) == all.end()) stop(why);
    }
  }
  if (breach.happened && goes_on && gravest == gravity_of_breach) commit(breach, group);
  for_each_broken(group, [&](const Broken& broken) {
    // A look by a clinician is asked for beside whatever else is done.
    const bool beside = broken.limit.otherwise == Limit::Otherwise::review && gravest < gravity_of_stop;
    if (goes_on && (beside || gravity_of(broken.limit) == gravest)) execute(broken, group);
  });
  if (breach.happened && goes_on) count(breach, group);
  for_each_broken(group, [&](const Broken& broken) { begin_row_anew(broken.record); });
  if (std::ranges::any_of(plan_.standings, [&](const Standing& s) { return s.changed == stamp_; })) standing_ = stamp_;
}

void Replay::execute(const Broken& broken, const Group& group) {
  const Change why = ground_of(broken, group);
  switch (broken.limit.otherwise) {
    case Limit::Otherwise::hold:
      if (!hold(Change::Cause::limit, group.known, nullptr)) decide(Change::Rule::clinician_asked, why.cause, group.known);
      copy_ground(plan_.changes.back(), why);
      return;
    case Limit::Otherwise::lower:
      last_lowered_ = group.known.date;
      return lower_for(broken, group, why);
    case Limit::Otherwise::restart:
      if (!broken.limit.criterion.workout.empty()) return restart_workout(broken, group);
      restart_ = true;
      break;
    case Limit::Otherwise::step_back:
      step_back_ = true;
      break;
    case Limit::Otherwise::review:
      if (has_asked(broken)) return;
      copy_ground(decide(Change::Rule::clinician_asked, why.cause, group.known), why);
      return;
    case Limit::Otherwise::stop:
      return stop(why);
  }
  if (broken.limit.rest_days) {
    const auto until = group.known.date + days{*broken.limit.rest_days};
    paused_until_ = std::max(paused_until_.value_or(until), until);
  }
  const bool back = broken.limit.otherwise == Limit::Otherwise::step_back;
  Change& change = decide(back ? Change::Rule::stepped_back : Change::Rule::restarted, why.cause, group.known);
  copy_ground(change, why);
  change.given = broken.limit.rest_days.value_or(0);
}

// Whether a look was asked for in this visit already.
bool Replay::has_asked(const Broken& broken) const {
  const std::size_t present = plan_.phases.size() - 1;
  return std::ranges::any_of(plan_.changes, [&](const Change& c) {
    return c.rule == Change::Rule::clinician_asked && c.phase == present && c.limit == broken.place;
  });
}

// The workout rests, then begins at its first week.
void Replay::restart_workout(const Broken& broken, const Group& group) {
  const int rest_days = broken.limit.rest_days.value_or(0);
  const std::uint64_t workout = numbered(broken.limit.criterion.workout);
  rest_until(workout, group.known.date + days{1 + rest_days} + minutes{0});
  for (std::size_t number = 0; number < 64; ++number)
    if ((workout >> number & 1) != 0) circumstances_.behind[number] = static_cast<std::uint8_t>(visit_.week - 1 + rest_days / 7);
  last_lowered_ = group.known.date;
  ++standing_;
  stamp_ = static_cast<std::uint16_t>(standing_ + 1);
  lay_anew_ = true;
  Change& change = decide(Change::Rule::restarted, Change::Cause::limit, group.known);
  copy_ground(change, ground_of(broken, group));
  change.given = rest_days;
  change.workouts = workout;
}

// So many breaches in one visit of a phase end the sessions until a clinician has looked.
void Replay::count(const Breach& breach, const Group& group) {
  ++visit_.breaches;
  visit_.breach_in_week = true;
  last_lowered_ = group.known.date;
  const PainRule& rule = pain_rule();
  if (!rule.breaches_to_review || visit_.breaches != *rule.breaches_to_review) return;
  Change why = ground_of(breach, group);
  why.cause = Change::Cause::failures;
  why.origin = protocol::origin_of(*plan_.catalog, rule.provenance, "breaches_to_review");
  stop(why);
  plan_.changes.back().given = visit_.breaches;
}

void Replay::commit(const Breach& breach, const Group& group) {
  const Change why = ground_of(breach, group);
  const std::uint64_t workouts = (breach.of_sessions ? group.workouts : 0) | (breach.of_phase ? loaded_workouts() : 0);
  lower_phase(workouts, why);
  rest(workouts, why, group);
}

// A rest that runs longer already goes on.
void Replay::rest_until(std::uint64_t workouts, std::chrono::local_time<minutes> until) {
  for (std::size_t number = 0; number < 64; ++number) {
    if ((workouts >> number & 1) == 0) continue;
    const bool rests = (resting_ >> number & 1) != 0;
    rest_until_[number] = rests ? std::max(rest_until_[number], until) : until;
  }
  resting_ |= workouts;
}

void Replay::rest(std::uint64_t workouts, const Change& why, const Group& group) {
  const PainRule& rule = pain_rule();
  const std::optional<Range> asked = rule.rest_hours.at(severity(), visit_.week);
  if (!asked || workouts == 0) return;
  rest_until(workouts, clock(group.known) + hours{asked->lower()});
  Change& change = decide(Change::Rule::rested, why.cause, group.known);
  copy_ground(change, why);
  change.given = asked->lower();
  change.workouts = workouts;
  change.origin = protocol::origin_of(*plan_.catalog, rule.provenance, "rest_hours");
}

void Replay::lower_for(const Broken& broken, const Group& group, const Change& why) {
  const Criterion& c = broken.limit.criterion;
  if (broken.ladder) return lower_ladder(*broken.ladder, why);
  if (!c.workout.empty()) return lower_phase(numbered(c.workout), why);
  const bool of_session = plan_.catalog[c.measure].asked == Measure::Asked::session;
  if (of_session && group.first_session != group.end_session) return lower_phase(group.workouts, why);
  lower_phase(loaded_workouts(), why);
}

void Replay::lower_phase(std::uint64_t workouts, const Change& why) {
  for_each_dose(workouts & taking_part(), [&](const PlannedDose& dose) { lower(dose, why); });
}

// The load if it can, else the rung, else the volume; each once, however many doses stand for it.
void Replay::lower(const PlannedDose& dose, const Change& why) {
  if (standing_of(plan_, dose).changed == stamp_) return;
  if (lower_load(dose, why) || lower_rung(dose, why)) return;
  lower_volume(dose, why);
}

bool Replay::lower_load(const PlannedDose& dose, const Change& why) {
  const PainRule& rule = pain_rule();
  if (!rule.lower_load_steps || !dose.load || dose.load->kind != LoadName::Kind::named) return false;
  Standing& standing = standing_of(plan_, dose);
  if (!can_go_down(protocol_.loads[dose.load->load], standing.load_raised - standing.load_lowered)) return false;
  standing.load_lowered += *rule.lower_load_steps;
  standing.changed = stamp_;
  Change& change = lowered(Change::Rule::load_lowered, dose, why);
  change.given = *rule.lower_load_steps;
  change.origin = protocol::origin_of(*plan_.catalog, rule.provenance, "lower_load_steps");
  return true;
}

// As many rungs as it takes to be on an easier one; where none is possible, none.
bool Replay::lower_rung(const PlannedDose& dose, const Change& why) {
  if (!dose.ladder || dose.rung <= 1) return false;
  const int before = standing_of(plan_, dose).rungs_lowered;
  int rung = dose.rung;
  while (rung >= dose.rung && standing_of(plan_, dose).rungs_lowered < before + dose.rung) {
    ++standing_of(plan_, dose).rungs_lowered;
    rung = rung_of(*dose.ladder);
  }
  Standing& standing = standing_of(plan_, dose);
  if (rung == 0 || rung >= dose.rung) {
    standing.rungs_lowered = before;
    return false;
  }
  standing.changed = stamp_;
  if (*dose.ladder < 64) clean_ladders_ &= ~(std::uint64_t{1} << *dose.ladder);
  Change& change = lowered(Change::Rule::rung_lowered, dose, why);
  change.asked = dose.rung;
  change.given = rung;
  change.exercise = dose.exercise;
  return true;
}

bool Replay::lower_volume(const PlannedDose& dose, const Change& why) {
  const PainRule& rule = pain_rule();
  if (!rule.lower_volume_percent || dose.as_tolerated) return false;
  Standing& standing = standing_of(plan_, dose);
  const int before = volume_of(standing), part = standing.volume_part;
  standing.volume_part = std::min(standing.volume_lowered == 0 ? 100 : part, *rule.lower_volume_percent);
  ++standing.volume_lowered;
  if (volume_of(standing) == before) {  // no less is possible
    --standing.volume_lowered;
    standing.volume_part = part;
    return false;
  }
  standing.changed = stamp_;
  Change& change = lowered(Change::Rule::volume_lowered, dose, why);
  change.asked = before;
  change.given = volume_of(standing);
  change.origin = protocol::origin_of(*plan_.catalog, rule.provenance, "lower_volume_percent");
  return true;
}

Change& Replay::lowered(Change::Rule rule, const PlannedDose& dose, const Change& why) {
  Change& change = decide(rule, why.cause, why.seen);
  copy_ground(change, why);
  change.exercise = dose.instead_of ? dose.instead_of : dose.exercise;
  change.ladder = dose.ladder;
  return change;
}

// On its lowest rung less of it is done.
void Replay::lower_ladder(std::uint16_t ladder, const Change& why) {
  for_each_dose(taking_part(), [&](const PlannedDose& dose) {
    if (dose.ladder != ladder || standing_of(plan_, dose).changed == stamp_) return;
    if (!lower_rung(dose, why)) lower_volume(dose, why);
  });
}

void Replay::stop(const Change& why) {
  halted_ = true;
  cleared_ = false;
  stopped_ = std::max(stopped_, why.seen);
  Change& change = decide(Change::Rule::stopped, why.cause, why.seen);
  copy_ground(change, why);
  change.red_flag = why.red_flag;
}

Change Replay::ground_of(const Broken& broken, const Group& group) const {
  Change change;
  change.cause = Change::Cause::limit;
  change.limit = broken.place;
  give_ground(change, broken.limit.criterion);
  change.date = group.known.date;
  change.seen = group.seen;
  change.origin = protocol::origin_of(*plan_.catalog, broken.limit.criterion.provenance, "measure");
  return change;
}

Change Replay::ground_of(const Breach& breach, const Group& group) const {
  Change change;
  change.cause = breach.cause;
  change.date = group.known.date;
  change.seen = group.seen;
  change.measure = breach.measure;
  change.value = breach.value;
  change.bound = breach.bound;
  return change;
}

// Workouts of the phase that load the leg; if none does, all of them.
std::uint64_t Replay::loaded_workouts() const {
  std::uint64_t loaded = 0;
  const auto loads = [&](Index<Exercise> exercise) { return is_load(plan_.catalog[exercise].kind); };
  const std::uint64_t all = taking_part();
  for (const Workout& workout : phase().workouts) {
    if ((all >> workout.number & 1) == 0) continue;
    for (const Dose& dose : workout.doses) {
      const bool load = dose.ladder ? std::ranges::any_of(protocol_.ladders[*dose.ladder].rungs,
                                                          [&](const PartialDose& rung) { return loads(rung.exercise); })
                                    : std::ranges::any_of(dose.exercises, loads);
      if (load) loaded |= std::uint64_t{1} << workout.number;
    }
  }
  return loaded != 0 ? loaded : all;
}

}  // namespace rehab::plan
