#include "protocol/stretch.hpp"

#include <algorithm>
#include <cstdint>

#include "protocol/lengths.hpp"

namespace rehab::protocol {

namespace {

constexpr int endless = 1'000'000;  // far above any ceiling; no file can make a sum overflow

int sum_of(int a, std::int64_t b) { return static_cast<int>(std::min<std::int64_t>(a + b, endless)); }

std::optional<Range> at(const Given<Amount>& amount, Severity severity, int week) {
  return amount ? amount.value->at(severity, week) : std::nullopt;
}

int most(const Amount& amount, Severity severity, int week) {
  const auto range = amount.at(severity, week);
  return range ? range->max : 0;
}

// Adds one session of the dose to each week.
void add_dose(const CatalogData& catalog, const Forms& forms, const Dose& dose, Severity severity,
              std::vector<StretchWeek>& session) {
  std::vector<StretchWeek> longest;  // at one place; empty: no stretch there
  std::size_t last_place = 0;
  const auto close = [&] {
    for (std::size_t w = 0; w < longest.size(); ++w) session[w].add(longest[w]);
    longest.clear();
  };
  forms.each(dose, [&](const EffectiveDose& form, std::size_t place) {
    if (place != last_place) close();
    last_place = place;
    const Exercise& exercise = catalog.exercises[form.exercise.value];
    if (exercise.kind != Exercise::Kind::stretch || !form.hold_s) return;
    longest.resize(session.size());
    for (std::size_t w = 0; w < longest.size(); ++w) {
      const int week = static_cast<int>(w + 1);
      StretchWeek alone;
      alone.add(exercise, stretch_seconds(exercise, at(form.sets, severity, week), at(form.hold_s, severity, week)));
      longest[w].keep_longer(alone);
    }
  });
  close();
}

}  // namespace

void StretchWeek::add(const Exercise& exercise, int more) {
  for (const Exercise::Muscle muscle : exercise.muscles) {
    int& sum = seconds[static_cast<std::size_t>(muscle)];
    sum = sum_of(sum, more);
  }
}

void StretchWeek::add(const StretchWeek& other, int times) {
  for (std::size_t m = 0; m < seconds.size(); ++m) seconds[m] = sum_of(seconds[m], std::int64_t{other.seconds[m]} * times);
}

void StretchWeek::keep_longer(const StretchWeek& other) {
  for (std::size_t m = 0; m < seconds.size(); ++m) seconds[m] = std::max(seconds[m], other.seconds[m]);
}

bool StretchWeek::any() const {
  return std::ranges::any_of(seconds, [](int s) { return s > 0; });
}

int stretch_seconds(const Exercise& exercise, const std::optional<Range>& sets, const std::optional<Range>& hold_s) {
  if (exercise.kind != Exercise::Kind::stretch || !hold_s) return 0;
  return (sets ? sets->max : 1) * hold_s->max;
}

std::vector<StretchWeek> stretch_weeks(const CatalogData& catalog, const Forms& forms, const Phase& phase, Severity severity) {
  std::vector<StretchWeek> weeks(static_cast<std::size_t>(longest_weeks(phase, severity)));
  for (const Workout& workout : phase.workouts) {
    if (!workout.is_for(severity)) continue;
    std::vector<StretchWeek> session(weeks.size());
    for (const Dose& dose : workout.doses) add_dose(catalog, forms, dose, severity, session);
    for (std::size_t w = 0; w < weeks.size(); ++w) {
      const int week = static_cast<int>(w + 1);
      weeks[w].add(session[w], most(workout.times_per_day, severity, week) * most(workout.days_per_week, severity, week));
    }
  }
  return weeks;
}

}  // namespace rehab::protocol
