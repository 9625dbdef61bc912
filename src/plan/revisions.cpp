// What earlier revisions of a plan had and this one has not: nothing is stored, all of them are planned again.
//
// A session is known here by its place in the protocol, which is what its identity is a hash of; only what is really withdrawn is
// hashed.
#include <algorithm>
#include <functional>
#include <tuple>
#include <unordered_set>

#include "plan/course.hpp"
#include "rehab/plan.hpp"

namespace rehab {

namespace {

// The slot before all others: nothing is known yet.
constexpr Moment nothing_known{std::chrono::local_days::min(), Slot::waking};

// Every plan is over then, with all its days off; what becomes known later moves no session.
constexpr std::chrono::days over = plan::longest_stay + std::chrono::days{1};

// One for each revision before that of `present`, the latest first.
std::vector<Moment> earlier_moments(const Case& intake, const std::optional<Moment>& present) {
  std::vector<Moment> out;
  if (!present) return out;
  for (const Entry& entry : intake.diary)
    if (entry.known() < *present && entry.known().date <= intake.start + over) out.push_back(entry.known());
  std::ranges::sort(out, std::greater{});
  out.erase(std::unique(out.begin(), out.end()), out.end());
  out.push_back(nothing_known);
  return out;
}

// Phase, visit, part and ordinal: the place of a session, in one number.
std::uint64_t place_of(const Plan& plan, const Session& session) {
  const PhaseSpan& span = plan.span_of(session);
  return std::uint64_t{span.phase} << 48 | std::uint64_t{span.visit} << 32 |
         std::uint64_t{static_cast<std::uint8_t>(session.part)} << 16 | session.ordinal;
}

// A workout of which equipment or a tag left nothing still holds its place in a routine; nobody was to do it.
std::uint64_t workouts_of(const Plan& plan, const Session& session) {
  const Phase& phase = plan.phase_of(plan.span_of(session));
  std::uint64_t out = 0;
  for (const PlannedDose& dose : plan.doses_of(session)) out |= std::uint64_t{1} << phase.workouts[dose.workout].number;
  return out;
}

Withdrawn withdraw(const Plan& plan, const Session& session) {
  Withdrawn out{identity(plan, session),         session,      plan.span_of(session).phase, workouts_of(plan, session),
                plan.routine_of(session).length, plan.revision};
  out.session.routine = 0;
  return out;
}

}  // namespace

Result<std::vector<Withdrawn>> withdrawn(const Catalog& catalog, const Case& intake, std::optional<Moment> as_of) {
  std::vector<Diagnostic> diagnostics;
  Plan plan;
  if (!make_plan(catalog, intake, plan, diagnostics, as_of)) return diagnostics;
  std::unordered_set<std::uint64_t> seen;  // in this revision, or in one later than the one that is looked at
  for (const Session& session : plan.sessions) seen.insert(place_of(plan, session));
  std::vector<Withdrawn> out;
  for (const Moment& moment : earlier_moments(intake, plan.as_of)) {
    diagnostics.clear();
    if (!make_plan(catalog, intake, plan, diagnostics, moment)) return diagnostics;
    for (const Session& session : plan.sessions)
      if (seen.insert(place_of(plan, session)).second) out.push_back(withdraw(plan, session));
  }
  std::ranges::sort(out, {}, [](const Withdrawn& w) { return std::tuple(w.session.date, w.session.time, w.id); });
  return out;
}

}  // namespace rehab
