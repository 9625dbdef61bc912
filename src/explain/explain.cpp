#include "rehab/explain.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "explain/figures.hpp"
#include "explain/variants.hpp"
#include "export/references.hpp"
#include "export/text_page.hpp"
#include "plan/place.hpp"
#include "text/append.hpp"

namespace rehab {

using std::chrono::days;
using std::chrono::local_days;

namespace explain {
namespace {

// Sessions of one week of one phase, and all workouts that were meant for them.
struct Part {
  std::uint16_t span = 0;
  int week_of_phase = 0;
  std::uint64_t workouts = 0;
  std::vector<std::uint32_t> sessions;
  std::optional<local_days> day{};  // that was asked for, where it has no session
};

Part& part_for(std::vector<Part>& parts, const Routine& routine) {
  const auto same = [&](const Part& p) { return p.span == routine.phase && p.week_of_phase == routine.week_of_phase; };
  const auto it = std::ranges::find_if(parts, same);
  return it != parts.end() ? *it : parts.emplace_back(Part{routine.phase, routine.week_of_phase, 0, {}, {}});
}

std::vector<Part> parts_of_week(const Plan& plan, int week) {
  std::vector<Part> parts;
  for (const Routine& routine : plan.routines)
    if (routine.week == week) part_for(parts, routine).workouts |= routine.workouts;
  for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
    const Routine& routine = plan.routine_of(plan.sessions[i]);
    if (routine.week == week) part_for(parts, routine).sessions.push_back(static_cast<std::uint32_t>(i));
  }
  return parts;
}

std::vector<Part> parts_of_day(const Plan& plan, local_days date) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
    if (plan.sessions[i].date != date) continue;
    Part& part = part_for(parts, plan.routine_of(plan.sessions[i]));
    part.workouts |= plan.routine_of(plan.sessions[i]).workouts;
    part.sessions.push_back(static_cast<std::uint32_t>(i));
  }
  return parts;
}

// The phase that a day of the plan, counted from 0, lies in; of one with a diary, as the diary made it.
Part phase_of_day(const Plan& plan, int day, std::optional<local_days> date) {
  Part part;
  part.day = date;
  for (std::size_t span = 0; span < plan.phases.size(); ++span) {
    const int begin = plan_day_of(plan, plan.phases[span].days.begin);
    if (begin > day && span != 0) break;
    part.span = static_cast<std::uint16_t>(span);
    part.week_of_phase = std::max(0, day - begin) / 7 + 1;
  }
  return part;
}

// Every workout of the phase; no sessions.
Part part_without_training(const Plan& plan, int day, std::optional<local_days> date) {
  Part part = phase_of_day(plan, day, date);
  part.workouts = plan::workouts_for(plan.intake, plan.phase_of(plan.phases[part.span]));
  return part;
}

void add_note(std::vector<std::string>& notes, const Provenance& from) {
  if (!from.note.empty() && std::ranges::find(notes, from.note) == notes.end()) notes.push_back(from.note);
}

bool is_exchange(const Change& change) {
  return change.rule >= Change::Rule::equipment_swapped && change.rule <= Change::Rule::tag_dropped;
}

// Which rung the protocol opens and this plan does not.
std::optional<std::uint16_t> closed_rung_of(const DosePlace& place, int week_of_phase) {
  if (!place.dose.ladder) return {};
  const int rungs = static_cast<int>(place.protocol().ladders[*place.dose.ladder].rungs.size());
  const std::optional<Range> open = place.written().rungs.at(place.plan.intake.severity, week_of_phase);
  const int last = open ? std::min(open->max, rungs) : rungs;
  return place.dose.last_rung < last ? std::optional(static_cast<std::uint16_t>(place.dose.last_rung + 1)) : std::nullopt;
}

// A load, a rung or a volume that the diary lowered, gave back or raised.
bool is_of_dose(const Change& change) {
  return change.rule >= Change::Rule::load_lowered && change.rule <= Change::Rule::rung_raised;
}

bool is_on_one_day(const Change& change) {
  return change.rule == Change::Rule::gap_moved || change.rule == Change::Rule::doubled_first;
}

// Makes the rows of one part.
class PartExplainer {
 public:
  PartExplainer(const Plan& plan, const Part& part)
      : plan_(plan), part_(part), phase_(plan.phase_of(plan.phases[part.span])), variants_(plan, part.span, part.week_of_phase) {}

  ExplainedPhase run() const {
    ExplainedPhase out;
    out.span = part_.span;
    out.first_week = out.last_week = part_.week_of_phase;
    out.figures = variants_.phase();
    out.not_for = variants_.skip_phase();
    out.changes = changes_where([this](const Change& c) {
      if (is_from_diary(c)) return !is_of_dose(c) && c.date <= last_day();
      return !c.workout && (!is_on_one_day(c) || has_session_on(c.date));
    });
    add_note(out.notes, phase_.provenance);
    const Index<PainRule> rule = pain_rule_of(plan_.protocol(), phase_);
    if (rule) add_note(out.pain_notes, plan_.catalog[rule].provenance);
    for (std::size_t w = 0; w < phase_.workouts.size(); ++w)
      if (holds(part_.workouts, phase_.workouts[w])) out.workouts.push_back(workout(static_cast<std::uint16_t>(w)));
    return out;
  }

 private:
  static bool holds(std::uint64_t workouts, const Workout& workout) { return (workouts >> workout.number & 1) != 0; }

  template <class Wanted>
  std::vector<std::uint32_t> changes_where(Wanted wanted) const {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < plan_.changes.size(); ++i)
      if (plan_.changes[i].phase == part_.span && wanted(plan_.changes[i])) out.push_back(static_cast<std::uint32_t>(i));
    return out;
  }

  // Decisions of the diary count from their day on.
  local_days last_day() const {
    if (!part_.sessions.empty()) return plan_.sessions[part_.sessions.back()].date;
    return part_.day.value_or(plan_.phases[part_.span].days.begin);
  }

  // Loads, rungs and volumes stand from phase to phase, so that their decisions may be those of an earlier one.
  void add_decisions(std::vector<std::uint32_t>& out, const PlannedDose& dose) const {
    const Index<Exercise> written = dose.instead_of ? dose.instead_of : dose.exercise;
    for (std::size_t i = 0; i < plan_.changes.size(); ++i) {
      const Change& c = plan_.changes[i];
      const bool its = c.exercise ? c.exercise == written : c.ladder && c.ladder == dose.ladder;
      if (is_of_dose(c) && its && c.date <= last_day()) out.push_back(static_cast<std::uint32_t>(i));
    }
  }

  bool has_session_on(local_days date) const {
    return std::ranges::any_of(part_.sessions, [&](std::uint32_t i) { return plan_.sessions[i].date == date; });
  }

  // An exchange is told once a phase; here it counts only in the weeks that it is made in.
  bool is_made_now(const Change& change) const {
    return std::ranges::any_of(variants_.changes(), [&](const Change& c) {
      return c.rule == change.rule && c.workout == change.workout && c.exercise == change.exercise;
    });
  }

  static bool is_of(const Change& change, const PlannedDose& dose) {
    if (!is_exchange(change) || change.workout != dose.workout) return false;
    if (change.rule == Change::Rule::load_dropped) return change.exercise == dose.exercise && !dose.load;
    return change.other == dose.exercise && change.exercise == dose.instead_of;
  }

  ExplainedWorkout workout(std::uint16_t w) const {
    const Workout& workout = phase_.workouts[w];
    ExplainedWorkout out;
    out.workout = w;
    out.figures = variants_.workout(workout);
    out.not_for = variants_.skip(workout);
    add_note(out.notes, workout.provenance);
    for (const std::uint32_t s : part_.sessions)
      if (holds(plan_.routine_of(plan_.sessions[s]).workouts, workout)) out.sessions.push_back(s);
    if (!out.sessions.empty()) add_doses(out);
    out.changes = changes_where([&](const Change& c) {
      const auto of_dose = [&](const ExplainedDose& d) { return is_of(c, plan_.doses[d.dose]); };
      return c.workout == w && (!is_exchange(c) || (is_made_now(c) && std::ranges::none_of(out.doses, of_dose)));
    });
    return out;
  }

  // All sessions of a part that hold the workout have the same doses of it.
  void add_doses(ExplainedWorkout& out) const {
    const Routine& routine = plan_.routine_of(plan_.sessions[out.sessions.front()]);
    for (std::uint32_t d = routine.first_dose; d < routine.first_dose + routine.doses; ++d)
      if (plan_.doses[d].workout == out.workout) out.doses.push_back(dose(d));
  }

  ExplainedDose dose(std::uint32_t index) const {
    const PlannedDose& dose = plan_.doses[index];
    const DosePlace place{plan_, part_.span, dose};
    ExplainedDose out;
    out.dose = index;
    out.figures = variants_.dose(dose);
    std::ranges::move(load_rows_of(place), std::back_inserter(out.figures));
    out.closed_rung = closed_rung_of(place, part_.week_of_phase);
    out.changes = changes_where([&](const Change& c) { return is_of(c, dose) && is_made_now(c); });
    add_decisions(out.changes, dose);
    add_not_stated(out, place);
    for (const Provenance* table : tables_of(place)) add_note(out.notes, *table);
    return out;
  }

  // A load that is missing was stated.
  void add_not_stated(ExplainedDose& out, const DosePlace& place) const {
    const auto lost = [this](std::uint32_t c) { return plan_.changes[c].rule == Change::Rule::load_dropped; };
    for (const Fact fact : not_stated_in(place)) {
      if (std::ranges::find(out.figures, fact, &ExplainedFigure::fact) != out.figures.end()) continue;
      if (fact != Fact::load || std::ranges::none_of(out.changes, lost)) out.not_stated.push_back(fact);
    }
  }

  const Plan& plan_;
  const Part& part_;
  const Phase& phase_;
  Variants variants_;
};

bool same_rows(const ExplainedDose& a, const ExplainedDose& b) {
  return a.figures == b.figures && a.closed_rung == b.closed_rung && a.changes == b.changes;
}

bool same_rows(const ExplainedWorkout& a, const ExplainedWorkout& b) {
  return a.workout == b.workout && a.figures == b.figures && a.changes == b.changes &&
         std::ranges::equal(a.doses, b.doses, [](const auto& x, const auto& y) { return same_rows(x, y); });
}

bool goes_on(const ExplainedPhase& a, const ExplainedPhase& b) {
  return a.span == b.span && a.last_week + 1 == b.first_week && a.figures == b.figures && a.changes == b.changes &&
         std::ranges::equal(a.workouts, b.workouts, [](const auto& x, const auto& y) { return same_rows(x, y); });
}

void add_part(Explanation& out, const Part& part) {
  ExplainedPhase next = PartExplainer(out.plan, part).run();
  if (out.phases.empty() || !goes_on(out.phases.back(), next)) return out.phases.push_back(std::move(next));
  ExplainedPhase& last = out.phases.back();
  last.last_week = next.last_week;
  for (std::size_t w = 0; w < next.workouts.size(); ++w)
    std::ranges::copy(next.workouts[w].sessions, std::back_inserter(last.workouts[w].sessions));
}

// Days of the plan are counted from 0.
void add_others(Explanation& out, int day) {
  for (const Severity s : severities) {
    const std::vector<PhaseSpan> course = course_for(out.plan, s);
    if (s == out.plan.intake.severity || course.empty()) continue;
    OtherCourse& other = out.others.emplace_back(OtherCourse{s, {}, 0});
    int left = day;
    for (std::size_t p = 0; p < course.size() && !other.phase; left -= course[p++].planned) {
      if (left >= course[p].planned) continue;
      other.phase = course[p].phase;
      other.week_of_phase = left / 7 + 1;
    }
  }
}

// Collects what is cited, once, in the order of reading.
class Citations {
 public:
  explicit Citations(Explanation& out) : out_(out) {}

  void run() {
    for (const ExplainedPhase& phase : out_.phases)
      for (const ExplainedWorkout& workout : phase.workouts) add(phase, workout);
    for (const ExplainedPhase& phase : out_.phases) {
      add(phase.figures);
      changes(phase.changes);
      for (const Limit& limit : plan().phase_of(plan().phases[phase.span]).limits) add(limit.criterion.provenance.cite);
    }
  }

 private:
  const Plan& plan() const { return out_.plan; }

  void add(Index<Source> source) {
    const auto same = [source](const ExplainedSource& s) { return s.source == source; };
    if (!source || std::ranges::any_of(out_.sources, same)) return;
    ExplainedSource& entry = out_.sources.emplace_back(ExplainedSource{source, {}});
    const std::vector<Evidence>& evidence = plan().protocol().evidence;
    for (std::size_t i = 0; i < evidence.size(); ++i)
      if (evidence[i].provenance.cite == source) entry.evidence.push_back(static_cast<std::uint16_t>(i));
  }
  void add(const Rows& rows) {
    for (const ExplainedFigure& row : rows)
      if (row.value != FactValue{}) add(row.origin.source);
  }
  void add(const std::vector<Criterion>& criteria) {
    for (const Criterion& c : criteria) add(c.provenance.cite);
  }
  void changes(const std::vector<std::uint32_t>& list) {
    for (const std::uint32_t i : list) add(plan().changes[i].origin.source);
  }
  void add(const ExplainedPhase& phase, const ExplainedWorkout& workout) {
    add(workout.figures);
    for (const ExplainedDose& dose : workout.doses) {
      add(dose.figures);
      const DosePlace place{plan(), phase.span, plan().doses[dose.dose]};
      if (place.dose.ladder) add(place.protocol().ladders[*place.dose.ladder].up_when);
      if (const Load* load = place.load()) add(load->step_when);
      changes(dose.changes);
    }
    changes(workout.changes);
  }

  Explanation& out_;
};

template <class After>
std::optional<std::uint32_t> first_session(const Plan& plan, After after) {
  const auto it = std::ranges::find_if(plan.sessions, after);
  return it == plan.sessions.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(it - plan.sessions.begin()));
}

NoTraining::Why why_not(const Plan& plan, local_days date) {
  using Why = NoTraining::Why;
  if (date < plan.days.begin) return Why::before_start;
  if (date >= plan.days.end) return Why::after_end;
  if (is_away(plan, date)) return Why::away;
  return plan.intake.days.contains(std::chrono::weekday{date}) ? Why::rest : Why::not_free;
}

// `day` of the plan, counted from 0.
Explanation finish(Explanation out, const std::vector<Part>& parts, int day) {
  out.week = std::min(day / 7 + 1, out.plan.weeks);  // days of a pause are counted here, but are none of the plan's
  for (const Part& part : parts) add_part(out, part);
  const bool away = out.no_training && out.no_training->why == NoTraining::Why::away;
  if (parts.empty() && !away) {
    add_part(out, part_without_training(out.plan, day, out.date));
  }
  add_others(out, 7 * (out.week - 1));
  Citations(out).run();
  return out;
}

Diagnostic problem(std::string_view key, std::string message, std::string hint) {
  return {Level::error, Area::intake, std::string(key), "", 0, 0, std::string(key), std::move(message), std::move(hint)};
}

std::string with_number(std::string_view before, int number, std::string_view after) {
  std::string out(before);
  text::append_number(out, static_cast<std::int64_t>(number));
  return out += after;
}

}  // namespace
}  // namespace explain

Result<Plan> undated_plan(const Catalog& catalog, const Case& intake) {
  Case anyone = intake;
  anyone.start = day(2001, 1, 1);  // a Monday
  anyone.zone.clear();
  anyone.away.clear();
  anyone.clearance = Clearance{"not asked for", anyone.start};
  Result<Plan> plan = make_plan(catalog, anyone);
  if (!plan) return plan;
  plan->intake.start = not_given;
  plan->intake.clearance.reset();
  return plan;
}

Result<Explanation> explain_week(const Plan& plan, int week) {
  if (week < 1 || week > plan.weeks) {
    std::string hint =
        plan.weeks > 0 ? explain::with_number("name a week from 1 to ", plan.weeks, "") : "read the plan as text: it is stopped";
    return std::vector{explain::problem("week", explain::with_number("there is no week ", week, " in this plan"), std::move(hint))};
  }
  Explanation out;
  out.plan = plan;
  const std::vector<explain::Part> parts = explain::parts_of_week(plan, week);
  const auto trains = [](const explain::Part& part) { return !part.sessions.empty(); };
  if (std::ranges::none_of(parts, trains))
    out.no_training = {NoTraining::Why::rest,
                       explain::first_session(plan, [&](const Session& s) { return plan.routine_of(s).week > week; })};
  return explain::finish(std::move(out), parts, 7 * (week - 1));
}

Result<Explanation> explain_day(const Plan& plan, local_days date) {
  if (!is_dated(plan)) return std::vector{explain::problem("date", "the plan has no dates", "name a week")};
  Explanation out;
  out.plan = plan;
  out.date = date;
  const std::vector<explain::Part> parts = explain::parts_of_day(plan, date);
  if (parts.empty()) {
    out.no_training = {explain::why_not(plan, date),
                       explain::first_session(plan, [date](const Session& s) { return s.date > date; })};
  }
  if (date < plan.days.begin || date >= plan.days.end) return out;
  const int day = parts.empty() ? plan_day_of(plan, date) : 7 * (plan.routine_of(plan.sessions[parts[0].sessions[0]]).week - 1);
  return explain::finish(std::move(out), parts, day);
}

}  // namespace rehab
