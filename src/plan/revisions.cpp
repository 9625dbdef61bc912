#include <algorithm>
#include <tuple>

#include "rehab/plan.hpp"

namespace rehab {

namespace {

// The slots at which something became known, up to the last that counts, in order.
std::vector<Moment> moments(const Case& intake, std::optional<Moment> as_of) {
  std::vector<Moment> out;
  for (const Entry& entry : intake.diary)
    if (!as_of || entry.known() <= *as_of) out.push_back(entry.known());
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

// The slot before all others: nothing is known yet.
constexpr Moment nothing_known{std::chrono::local_days::min(), Slot::waking};

}  // namespace

Result<std::vector<Withdrawn>> withdrawn(const Catalog& catalog, const Case& intake, std::optional<Moment> as_of) {
  std::vector<Diagnostic> diagnostics;
  std::vector<Withdrawn> all;
  Plan plan;
  if (!make_plan(catalog, intake, plan, diagnostics, as_of)) return diagnostics;
  const auto by_id = [](const Withdrawn& w) { return std::tuple(w.id, -w.revision); };
  std::vector<Uuid> standing;
  for (const Session& session : plan.sessions) standing.push_back(identity(plan, session));
  std::ranges::sort(standing);
  std::vector<Moment> revisions = moments(intake, as_of);
  revisions.insert(revisions.begin(), nothing_known);
  for (const Moment& moment : revisions) {
    diagnostics.clear();
    if (!make_plan(catalog, intake, plan, diagnostics, moment)) return diagnostics;
    for (const Session& session : plan.sessions) {
      const Uuid id = identity(plan, session);
      if (std::ranges::binary_search(standing, id)) continue;
      all.push_back({id, session, plan.span_of(session).phase, plan.routine_of(session).workouts, plan.revision});
    }
  }
  std::ranges::sort(all, {}, by_id);
  all.erase(std::ranges::unique(all, {}, &Withdrawn::id).begin(), all.end());
  std::ranges::sort(all, {}, [](const Withdrawn& w) { return std::tuple(w.session.date, w.session.time, w.id); });
  return all;
}

}  // namespace rehab
