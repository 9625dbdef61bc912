// What is decided at the beginning of a day of a phase.
#include <algorithm>

#include "plan/records.hpp"
#include "plan/replay.hpp"
#include "protocol/effective.hpp"

namespace rehab::plan {

using std::chrono::days;
using std::chrono::local_days;

namespace {

constexpr days clean_week{7};

bool is_named(const std::optional<LoadName>& load, std::uint16_t number) {
  return load && load->kind == LoadName::Kind::named && load->load == number;
}

}  // namespace

// A visit that was asked for by what became known. False: no day is left for it.
bool Replay::change_visit() {
  if (!step_back_ && !restart_) return true;
  if (counted_ >= most_days) {
    end_with(Change::Rule::cut_short, Change::Cause::capacity, nullptr);
    return false;
  }
  const std::uint16_t here = plan_.phases.back().phase;
  const std::optional<std::uint16_t> before = step_back_ ? played_before(plan_, here) : std::nullopt;
  begin_visit(before.value_or(here), before.has_value());
  step_back_ = restart_ = false;
  return true;
}

void Replay::begin_week() {
  const int k = visit_.counted;
  week_begins_ = k > 0 && k % 7 == 0 && k > visit_.last_week_begun;
  repeats_ = false;
  if (!week_begins_) return;
  visit_.last_week_begun = k;
  if (follows()) {
    repeat_week();
    give_back();
    step_loads();
  }
  visit_.missed_in_week = visit_.breach_in_week = false;
}

void Replay::repeat_week() {
  // Within a week after something was too much no number rises.
  repeats_ = last_lowered_ && today_ - *last_lowered_ < clean_week;
  if (repeats_) lay_anew_ = true;  // what comes was laid out for the next week's numbers
  if (protocol_.missed != Protocol::Missed::repeat_week || !(visit_.missed_in_week || visit_.breach_in_week)) return;
  repeats_ = true;
  const int longer = std::max(0, std::min({7, visit_.longest - visit_.planned, room()}));
  visit_.planned += longer;
  const Change::Cause cause = visit_.missed_in_week ? Change::Cause::missed : Change::Cause::pain;
  decide(Change::Rule::week_repeated, cause, {today_, Slot::waking}).given = longer;
  lay_anew_ = true;
}

// After a week without a breach one notch of what was lowered comes back.
void Replay::give_back() {
  if (plan_.standings.empty() || (last_lowered_ && today_ - *last_lowered_ < clean_week)) return;
  const std::uint16_t before = standing_;
  for (std::size_t i = 0; i < plan_.standings.size(); ++i) {
    const Standing& s = plan_.standings[i];
    if (s.volume_lowered == 0 && s.rungs_lowered == 0 && s.load_lowered == 0) continue;
    const bool first = standing_ == before;
    if (first) ++standing_;
    if (!give_back(plan_.standings[i]) && first) --standing_;
  }
}

// False: it is a rung of a ladder that the phase does not use.
bool Replay::give_back(Standing& standing) {
  const Moment morning{today_, Slot::waking};
  const int rung = standing.volume_lowered == 0 && standing.rungs_lowered > 0 ? rung_of(*standing.ladder) : 0;
  if (standing.volume_lowered > 0) {
    Change& change = decide(Change::Rule::volume_returned, Change::Cause::clean_week, morning);
    change.asked = volume_of(standing);
    --standing.volume_lowered;
    change.given = volume_of(standing);
  } else if (standing.rungs_lowered > 0) {
    if (rung == 0) return false;
    --standing.rungs_lowered;
    if (*standing.ladder < 64) clean_ladders_ &= ~(std::uint64_t{1} << *standing.ladder);
    Change& change = decide(Change::Rule::rung_returned, Change::Cause::clean_week, morning);
    change.asked = rung;
    change.given = rung_of(*standing.ladder);
  } else {
    --standing.load_lowered;
    decide(Change::Rule::load_returned, Change::Cause::clean_week, morning).given = 1;
  }
  plan_.changes.back().exercise = standing.exercise;
  plan_.changes.back().ladder = standing.ladder;
  standing.changed = standing_;
  return true;
}

// The rung of the ladder that the phase is on today; 0: none of its doses is on it.
int Replay::rung_of(std::uint16_t ladder) {
  int rung = 0;
  for_each_dose(taking_part(), [&](const PlannedDose& dose) {
    if (dose.ladder == ladder && rung == 0) rung = dose.rung;
  });
  return rung;
}

// A bad morning, and whatever was too much within a week, keep everything from rising.
bool Replay::may_step_up() const { return bad_mornings_ == 0 && (!last_lowered_ || today_ - *last_lowered_ >= clean_week); }

void Replay::step_loads() {
  if (!may_step_up()) return;
  for (std::size_t i = 0; i < protocol_.loads.size(); ++i) step_load(static_cast<std::uint16_t>(i));
}

void Replay::step_load(std::uint16_t number) {
  const Load& load = protocol_.loads[number];
  if (load.step_when.empty()) return;
  if (!all_fulfilled(load.step_when)) return;
  CriterionRecord& first = plan_.criteria[criterion_number(protocol_, load.step_when.front())];
  if (first.acted && load.step_days && today_ - *first.acted < days{*load.step_days}) return;
  bool stepped = false;
  const std::uint16_t next = static_cast<std::uint16_t>(standing_ + 1);
  for_each_dose(taking_part(), [&](const PlannedDose& dose) {
    if (!is_named(dose.load, number)) return;
    Standing& standing = standing_of(plan_, dose);
    if (standing.changed == next || standing.load_lowered > 0 || !can_go_up(load, standing.load_raised)) return;
    standing.changed = next;
    stepped = true;
    Change& change = decide(Change::Rule::load_raised, Change::Cause::criterion, {today_, Slot::waking});
    change.given = ++standing.load_raised;
    change.exercise = standing.exercise;
    change.ladder = standing.ladder;
    change.origin = protocol::origin_of(*plan_.catalog, load.provenance, load.step_kg ? "step_kg" : "step_percent");
    give_ground(change, load.step_when.front());
  });
  if (!stepped) return;
  standing_ = next;
  begin_rows_anew(load.step_when);
  first.acted = today_;
}

void Replay::step_rungs() {
  if (protocol_.ladders.empty() || !may_step_up()) return;
  for (std::size_t i = 0; i < protocol_.ladders.size(); ++i) step_rung(static_cast<std::uint16_t>(i));
}

void Replay::step_rung(std::uint16_t number) {
  const Ladder& ladder = protocol_.ladders[number];
  const bool met = ladder.up_when.empty() ? number < 64 && (clean_ladders_ >> number & 1) != 0 : all_fulfilled(ladder.up_when);
  if (!met) return;
  bool stepped = false;
  const std::uint16_t next = static_cast<std::uint16_t>(standing_ + 1);
  for_each_dose(taking_part(), [&](const PlannedDose& dose) {
    if (stepped || dose.ladder != number || dose.rung >= dose.last_rung) return;
    stepped = true;
    Standing& standing = standing_of(plan_, dose);
    standing.changed = next;
    const bool back = standing.rungs_lowered > 0;
    if (back) {
      --standing.rungs_lowered;
    } else {
      standing.rung = dose.rung + 1;
    }
    Change& change =
        decide(back ? Change::Rule::rung_returned : Change::Rule::rung_raised, Change::Cause::criterion, {today_, Slot::waking});
    change.ladder = number;
    change.asked = dose.rung;
    change.given = dose.rung + 1;
    change.exercise = dose.exercise;
    change.origin = protocol::origin_of(*plan_.catalog, ladder.provenance, "up_when");
    if (!ladder.up_when.empty()) give_ground(change, ladder.up_when.front());
  });
  if (!stepped) return;
  standing_ = next;
  begin_rows_anew(ladder.up_when);
  if (number < 64) clean_ladders_ &= ~(std::uint64_t{1} << number);
}

// Days that twelve weeks still have room for, beyond what the visit has been planned for.
int Replay::room() const { return most_days - counted_ - (visit_.planned - visit_.counted); }

// May the phase end, must it, and what comes then? False: the plan is over.
bool Replay::gate() {
  const int k = visit_.counted;
  if (k == 0) return true;
  const Moment morning{today_, Slot::waking};
  if (k < visit_.planned) {
    if (k < visit_.shortest || !may_step_up() || !all_shown()) return true;
    const Phase* const next = next_phase();
    Change& change = decide(Change::Rule::moved_on, Change::Cause::criterion, morning);
    change.given = visit_.planned - k;
    give_ground(change, phase().move_on.empty() ? next->enter.front() : phase().move_on.front());
  } else if (const Blocked why = blocked(); why.by) {
    if (hold(why.unknown ? Change::Cause::unknown : Change::Cause::criterion, morning, why.by)) return true;
    end_with(visit_.longest <= visit_.planned ? Change::Rule::ended_unmet : Change::Rule::cut_short,
             why.unknown ? Change::Cause::unknown : Change::Cause::criterion, why.by);
    return false;
  }
  const std::optional<std::uint16_t> next = next_played(plan_, plan_.phases.back().phase);
  if ((!next && visit_.cut && k >= visit_.planned) || (next && counted_ >= most_days)) {
    end_with(Change::Rule::cut_short, Change::Cause::capacity, nullptr);
    return false;
  }
  if (!next) return false;
  begin_visit(*next, false);
  return true;
}

// Everything that the phase asks, and that the next one asks before it begins, was shown in this visit.
bool Replay::all_shown() const {
  if (!follows()) return false;
  const Phase* const next = next_phase();
  if (phase().move_on.empty() && (!next || next->enter.empty())) return false;
  return all_fulfilled(phase().move_on) && (!next || all_fulfilled(next->enter));
}

bool Replay::all_fulfilled(const std::vector<Criterion>& criteria) const {
  return std::ranges::all_of(criteria, [&](const Criterion& c) { return is_fulfilled(c, record_of(c), severity()); });
}

void Replay::begin_rows_anew(const std::vector<Criterion>& criteria) {
  for (const Criterion& c : criteria) begin_row_anew(plan_.criteria[criterion_number(protocol_, c)]);
}

Replay::Blocked Replay::blocked() const {
  if (!follows()) return {};
  Blocked unknown;
  const auto look = [&](const std::vector<Criterion>& criteria, bool must_be_known) -> const Criterion* {
    for (const Criterion& c : criteria) {
      if (!holds_back(c, must_be_known)) continue;
      if (record_of(c).measured && !is_on_the_way(c, record_of(c), severity())) return &c;
      if (!unknown.by) unknown = {&c, true};
    }
    return nullptr;
  };
  if (const Criterion* c = look(phase().move_on, false)) return {c, false};
  const Phase* const next = next_phase();
  if (next) {
    if (const Criterion* c = look(next->enter, true)) return {c, false};
  }
  return unknown;
}

// On days to come what is not known is taken to be met, and so is what a hold has answered already.
bool Replay::holds_back(const Criterion& criterion, bool must_be_known) const {
  const CriterionRecord& record = record_of(criterion);
  const bool lived = is_lived({today_, Slot::waking});
  // What was good, but not yet for as long as is asked, is not known.
  if (!record.measured || is_on_the_way(criterion, record, severity())) return must_be_known && lived;
  if (is_fulfilled(criterion, record, severity())) return false;
  return lived || !visit_.held || record.seen > visit_.held_since;
}

// The phase goes on for a week, if it may. `criterion`: null for a limit's hold.
bool Replay::hold(Change::Cause cause, Moment moment, const Criterion* criterion) {
  const int longer = std::min({7, visit_.longest - visit_.planned, room()});
  if (longer <= 0) return false;
  visit_.planned += longer;
  visit_.held = true;
  visit_.held_since = moment;
  lay_anew_ = true;
  Change& change = decide(Change::Rule::held, cause, moment);
  change.given = longer;
  if (criterion) give_ground(change, *criterion);
  return true;
}

void Replay::end_with(Change::Rule rule, Change::Cause cause, const Criterion* criterion) {
  over_ = true;
  plan_.ending = Plan::Ending::review;
  Change& change = decide(rule, cause, {today_, Slot::waking});
  if (criterion) give_ground(change, *criterion);
}

// The measure of a criterion, what was found, and the bound that it was held against.
void Replay::give_ground(Change& change, const Criterion& c) const {
  change.measure = c.measure;
  const CriterionRecord& record = record_of(c);
  change.value = record.value;
  if (record.measured) change.seen = record.seen;
  if (!record.value) return;
  // The bound that was broken; where that cannot be said, one that is asked for.
  const auto say = [&](const auto& bound, bool broken) {
    if (bound && broken && !change.bound) change.bound = static_cast<double>(*bound);
  };
  say(c.max, c.max && *record.value > *c.max);
  say(c.min, c.min && *record.value < *c.min);
  say(c.symmetry_percent, true);
  say(c.change_max, true);
  say(c.change_min, true);
  say(c.change_percent_max, true);
  say(c.weekly_change_max, true);
  say(c.max, record.met);
  say(c.min, record.met);
}

}  // namespace rehab::plan
