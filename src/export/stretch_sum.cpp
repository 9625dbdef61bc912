#include "export/stretch_sum.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "export/clauses.hpp"
#include "export/words_of.hpp"

namespace rehab {

using protocol::StretchWeek;

namespace {

// By Exercise::Muscle.
constexpr std::array<Phrase, muscle_names.size()> plain_names{
    "muscle-gastrocnemius", "muscle-soleus",     "muscle-tibialis-anterior", "muscle-peroneals",
    "muscle-hamstrings",    "muscle-quadriceps", "muscle-gluteals",          "muscle-foot"};

}  // namespace

StretchWeek fullest_stretch_week(const CatalogData& catalog, const Protocol& protocol, const Phase& phase, Severity severity) {
  StretchWeek fullest;
  const protocol::Forms forms(catalog, protocol);
  for (const StretchWeek& week : protocol::stretch_weeks(catalog, forms, phase, severity)) fullest.keep_longer(week);
  return fullest;
}

StretchWeek fullest_stretch_week(const Plan& plan, std::uint16_t span) {
  StretchWeek fullest, week;
  int last_week = 0;
  for (const Session& session : plan.sessions) {
    const Routine& routine = plan.routine_of(session);
    if (routine.phase != span) continue;
    if (routine.week_of_phase != last_week) week = {};
    last_week = routine.week_of_phase;
    for (const PlannedDose& dose : plan.doses_of(routine)) {
      const Exercise& exercise = plan.catalog[dose.exercise];
      week.add(exercise, protocol::stretch_seconds(exercise, dose.sets.value, dose.hold_s.value));
    }
    fullest.keep_longer(week);
  }
  return fullest;
}

bool append_stretch_sum(std::string& out, const Catalog& catalog, const StretchWeek& week) {
  if (!week.any()) return false;
  const Words words = words_of(catalog);
  const std::optional<int>& ceiling = catalog->weekly_stretch.max_s_per_muscle;
  const bool above = ceiling && *std::ranges::max_element(week.seconds) > *ceiling;
  const auto muscles = [&](std::string& to) {
    wording::Clauses clauses(to, words.glue("list"));
    for (std::size_t m = 0; m < week.seconds.size(); ++m)
      if (week.seconds[m] > 0)
        words.append(clauses.next(), "stretch-muscle", {{"muscle", words[plain_names[m]]}, {"seconds", week.seconds[m]}});
  };
  const Phrase sum = !ceiling ? Phrase("stretch-week") : above ? Phrase("stretch-week-above") : Phrase("stretch-week-below");
  words.append(out, sum, {{"muscles", muscles}, {"ceiling", ceiling.value_or(0)}});
  return true;
}

}  // namespace rehab
