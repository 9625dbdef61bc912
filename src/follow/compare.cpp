// What the plan after has otherwise than the plan before, from the earlier one's lived part on.
#include <algorithm>
#include <map>

#include "follow/days.hpp"
#include "rehab/follow.hpp"

namespace rehab {
namespace {

using SessionsById = std::map<Uuid, std::uint32_t>;

// Those that were still to come when the earlier plan was made.
SessionsById to_come(const Plan& plan, const std::optional<Moment>& lived) {
  SessionsById out;
  for (std::size_t i = 0; i < plan.sessions.size(); ++i)
    if (!lived || *lived < follow::moment_of(plan.sessions[i]))
      out[identity(plan, plan.sessions[i])] = static_cast<std::uint32_t>(i);
  return out;
}

// Whether they stand for the same dose of the protocol; on a ladder, whichever rung.
bool is_same_place(const PlannedDose& a, const PlannedDose& b) {
  return a.workout == b.workout && a.dose == b.dose && a.ladder == b.ladder && (a.ladder || a.exercise == b.exercise);
}

// Whether the same is to be done, whoever says so.
bool is_same_work(const PlannedDose& a, const PlannedDose& b) {
  constexpr Figure PlannedDose::*figures[]{
      &PlannedDose::sets,       &PlannedDose::reps,           &PlannedDose::hold_s,       &PlannedDose::rest_s,
      &PlannedDose::distance_m, &PlannedDose::effort_percent, &PlannedDose::duration_min, &PlannedDose::rest_between_reps_s};
  for (const auto figure : figures)
    if ((a.*figure).value != (b.*figure).value) return false;
  return a.exercise == b.exercise && a.as_tolerated == b.as_tolerated && a.tempo_s == b.tempo_s && a.load == b.load &&
         a.side == b.side && a.order == b.order && a.to_failure == b.to_failure && a.rung == b.rung &&
         a.load_steps == b.load_steps && a.load_now == b.load_now && a.volume_percent == b.volume_percent;
}

class Comparer {
 public:
  explicit Comparer(Comparison& out) : out_(out) {}

  void run() {
    compare_sessions();
    compare_phases();
    find_reasons();
    out_.ends_otherwise = out_.before.ending != out_.after.ending;
  }

 private:
  void compare_sessions() {
    const SessionsById before = to_come(out_.before, out_.before.as_of), after = to_come(out_.after, out_.before.as_of);
    std::vector<Move> kept;
    for (const auto& [id, session] : before) {
      const auto same = after.find(id);
      if (same == after.end()) {
        out_.cancelled.push_back(session);
      } else {
        kept.push_back({session, same->second});
      }
    }
    for (const auto& [id, session] : after)
      if (before.find(id) == before.end()) out_.added.push_back(session);
    std::sort(out_.cancelled.begin(), out_.cancelled.end());
    std::sort(out_.added.begin(), out_.added.end());
    std::sort(kept.begin(), kept.end(), [](const Move& a, const Move& b) { return a.after < b.after; });
    for (const Move& both : kept) compare_both(both);
    std::sort(out_.moved.begin(), out_.moved.end(), [](const Move& a, const Move& b) { return a.before < b.before; });
  }

  void compare_both(const Move& both) {
    const Session &before = out_.before.sessions[both.before], &after = out_.after.sessions[both.after];
    const Routine &from = out_.before.routine_of(before), &to = out_.after.routine_of(after);
    if (before.date != after.date || before.time != after.time) out_.moved.push_back(both);
    if (from.workouts != to.workouts) out_.refilled.push_back(both);
    for (const PlannedDose& dose : out_.after.doses_of(to)) {
      const auto old = out_.before.doses_of(from);
      const auto is_its = [&](const PlannedDose& d) { return is_same_place(d, dose); };
      const auto found = std::find_if(old.begin(), old.end(), is_its);
      if (found != old.end() && !is_same_work(*found, dose)) add_dose(both, *found, dose);
    }
  }

  // One change for all sessions in a row in which the same dose of a phase became the same other one.
  void add_dose(const Move& both, const PlannedDose& before, const PlannedDose& after) {
    const Session& session = out_.after.sessions[both.after];
    const std::uint16_t phase = out_.after.span_of(session).phase;
    const auto is_its = [&](const DoseChange& d) { return d.phase == phase && is_same_place(out_.after.doses[d.after], after); };
    const auto known = std::find_if(out_.doses.rbegin(), out_.doses.rend(), is_its);
    if (known != out_.doses.rend() && is_same_work(out_.after.doses[known->after], after) &&
        is_same_work(out_.before.doses[known->before], before)) {
      ++known->sessions;
      known->last = std::max(known->last, session.date);
      return;
    }
    DoseChange change;
    change.before = static_cast<std::uint32_t>(&before - out_.before.doses.data());
    change.after = static_cast<std::uint32_t>(&after - out_.after.doses.data());
    change.phase = phase;
    change.first = change.last = session.date;
    change.sessions = 1;
    out_.doses.push_back(change);
  }

  void compare_phases() {
    const std::vector<PhaseSpan>&before = out_.before.phases, &after = out_.after.phases;
    for (std::size_t b = 0; b < before.size(); ++b) {
      const auto same = visit_of(after, before[b]);
      if (!same || before[b].days != after[*same].days) out_.phases.push_back({static_cast<std::uint16_t>(b), same});
    }
    for (std::size_t a = 0; a < after.size(); ++a)
      if (!visit_of(before, after[a])) out_.phases.push_back({{}, static_cast<std::uint16_t>(a)});
    const auto begin = [&](const PhaseMove& m) { return (m.after ? after[*m.after] : before[*m.before]).days.begin; };
    std::stable_sort(out_.phases.begin(), out_.phases.end(),
                     [&](const PhaseMove& a, const PhaseMove& b) { return begin(a) < begin(b); });
  }

  static std::optional<std::uint16_t> visit_of(const std::vector<PhaseSpan>& spans, const PhaseSpan& span) {
    for (std::size_t i = 0; i < spans.size(); ++i)
      if (spans[i].phase == span.phase && spans[i].visit == span.visit) return static_cast<std::uint16_t>(i);
    return {};
  }

  // A decision is the same one when only its ground has moved.
  static bool is_same_decision(const Change& a, const Change& b) {
    return a.rule == b.rule && a.phase == b.phase && a.date == b.date && a.exercise == b.exercise && a.other == b.other &&
           a.ladder == b.ladder && a.workout == b.workout && a.workouts == b.workouts && a.asked == b.asked && a.given == b.given &&
           a.limit == b.limit && a.red_flag == b.red_flag;
  }

  void find_reasons() {
    const std::vector<Change>& known = out_.before.changes;
    for (std::size_t i = 0; i < out_.after.changes.size(); ++i) {
      const Change& change = out_.after.changes[i];
      const auto is_it = [&](const Change& c) { return is_same_decision(c, change); };
      if (is_from_diary(change) && std::none_of(known.begin(), known.end(), is_it))
        out_.reasons.push_back(static_cast<std::uint32_t>(i));
    }
  }

  Comparison& out_;
};

}  // namespace

Comparison compare(const Plan& before, const Plan& after) {
  Comparison out;
  out.before = before;
  out.after = after;
  Comparer(out).run();
  return out;
}

}  // namespace rehab
