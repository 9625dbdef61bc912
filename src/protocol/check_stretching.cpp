#include <algorithm>

#include "protocol/check.hpp"
#include "protocol/stretch.hpp"

namespace rehab::protocol {

namespace {

struct Fullest {
  int seconds = 0, week = 0;
  std::size_t muscle = 0;

  friend bool operator==(const Fullest&, const Fullest&) = default;
};

// The week and muscle that are stretched longest; the first of equals.
Fullest fullest_of(const std::vector<StretchWeek>& weeks) {
  Fullest out;
  for (std::size_t w = 0; w < weeks.size(); ++w) {
    const auto most = std::ranges::max_element(weeks[w].seconds);
    if (*most > out.seconds) out = {*most, static_cast<int>(w + 1), static_cast<std::size_t>(most - weeks[w].seconds.begin())};
  }
  return out;
}

// Severities for which the same is to be said.
struct Finding {
  Fullest fullest;
  std::vector<Severity> who;
};

std::vector<Finding> findings(const CatalogData& catalog, const Protocol& protocol, const Forms& forms, const Phase& phase) {
  std::vector<Finding> out;
  for (const Severity s : playing(protocol, phase)) {
    const Fullest fullest = fullest_of(stretch_weeks(catalog, forms, phase, s));
    if (fullest.seconds <= *catalog.weekly_stretch.max_s_per_muscle) continue;
    if (out.empty() || out.back().fullest != fullest) out.push_back({fullest, {}});
    out.back().who.push_back(s);
  }
  return out;
}

}  // namespace

void check_stretching(const CatalogData& catalog, const Protocol& protocol, Report& report) {
  if (!catalog.weekly_stretch.max_s_per_muscle) return;
  const Forms forms(catalog, protocol);
  for (std::size_t i = 0; i < protocol.phases.size(); ++i) {
    const Phase& phase = protocol.phases[i];
    for (const auto& [fullest, who] : findings(catalog, protocol, forms, phase)) {
      report.warning(report.root().find("phase")->items[i], "stretch",
                     joined({quote(phase.id), " stretches the ", muscle_names[fullest.muscle], " for ", number(fullest.seconds),
                             " s in week ", number(fullest.week), " (", listed(who), "); the ceiling is ",
                             number(*catalog.weekly_stretch.max_s_per_muscle), " s"}),
                     "shorten the holds or stretch less often, or leave it: the reader is told the sum");
    }
  }
}

}  // namespace rehab::protocol
