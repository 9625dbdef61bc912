#include "plan/standing.hpp"

#include <algorithm>

namespace rehab::plan {

namespace {

std::optional<std::uint16_t> named(const std::optional<LoadName>& load) {
  if (!load || load->kind != LoadName::Kind::named) return {};
  return load->load;
}

template <class Standings>
auto find_in(Standings& standings, Index<Exercise> exercise, std::optional<std::uint16_t> ladder,
             std::optional<std::uint16_t> load) {
  return std::ranges::find_if(standings, [&](const Standing& s) {
    return ladder ? s.ladder == ladder : !s.ladder && s.load == load && s.exercise == exercise;
  });
}

Index<Exercise> exercise_of(const PlannedDose& dose) {
  if (dose.ladder) return {};
  return dose.instead_of ? dose.instead_of : dose.exercise;
}

bool has_step(const Load& load) {
  return load.kind == Load::Kind::kg ? load.step_kg || load.step_percent
                                     : load.kind == Load::Kind::percent_1rm && load.step_percent;
}

std::optional<double> start_of(const Load& load) {
  if (load.kind == Load::Kind::kg) return load.start_kg;
  if (load.kind == Load::Kind::percent_1rm && load.start_percent) return double{1} * *load.start_percent;
  return {};
}

void scale(Figure& figure, int numerator, int denominator) {
  if (!figure.value) return;
  const auto part = [&](int whole) { return std::max(1, whole * numerator / denominator); };
  if (figure.value->min) figure.value->min = part(*figure.value->min);
  figure.value->max = part(figure.value->max);
}

}  // namespace

const Standing* find_standing(const Plan& plan, Index<Exercise> exercise, std::optional<std::uint16_t> ladder,
                              const std::optional<LoadName>& load) {
  if (plan.standings.empty()) return nullptr;
  const auto it = find_in(plan.standings, exercise, ladder, named(load));
  return it == plan.standings.end() ? nullptr : &*it;
}

Standing& standing_of(Plan& plan, const PlannedDose& dose) {
  const Index<Exercise> exercise = exercise_of(dose);
  const std::optional<std::uint16_t> load = dose.ladder ? std::nullopt : named(dose.load);
  const auto it = find_in(plan.standings, exercise, dose.ladder, load);
  if (it != plan.standings.end()) return *it;
  Standing& standing = plan.standings.emplace_back();
  standing.exercise = exercise;
  standing.ladder = dose.ladder;
  standing.load = load;
  return standing;
}

int volume_after(int times, int percent) {
  int volume = 100;
  for (; times > 0 && volume > 1; --times) volume = std::max(1, volume * percent / 100);
  return volume;
}

int volume_of(const Standing& standing) { return volume_after(standing.volume_lowered, standing.volume_part); }

std::optional<double> load_after(const Load& load, int steps) {
  const std::optional<double> start = start_of(load);
  if (!start || (steps != 0 && !has_step(load))) return start && steps == 0 ? start : std::nullopt;
  if (load.kind == Load::Kind::kg && load.step_kg) return std::max(0.0, *start + steps * *load.step_kg);
  double value = *start;
  const double factor = 1 + load.step_percent.value_or(0) / 100;
  for (; steps > 0; --steps) value *= factor;
  for (; steps < 0; ++steps) value /= factor;
  return value;
}

bool can_go_down(const Load& load, int steps) {
  if (load.kind != Load::Kind::band && !has_step(load)) return false;
  const std::optional<double> now = load_after(load, steps);
  return now ? *now > 0 : steps > 0;
}

bool can_go_up(const Load& load, int steps) {
  if (load.kind == Load::Kind::band) return true;
  if (!has_step(load)) return false;
  const std::optional<double> most = load.kind == Load::Kind::kg ? load.max_kg
                                     : load.max_percent          ? std::optional(double{1} * *load.max_percent)
                                                                 : std::nullopt;
  if (!most) return true;
  if (const std::optional<double> next = load_after(load, steps + 1)) return *next <= *most;
  return !load.step_kg || (steps + 1) * *load.step_kg <= *most;
}

void take_volume(PlannedDose& dose, int percent) {
  if (percent >= 100) return;
  dose.volume_percent = static_cast<std::uint8_t>(std::max(1, percent));
  const int sets = dose.sets.value ? dose.sets.value->max : 1;
  scale(dose.sets, percent, 100);
  const int left = dose.sets.value ? dose.sets.value->max : 1;
  if (100 * left <= sets * percent) return;
  Figure& rest = dose.reps.value ? dose.reps : dose.hold_s.value ? dose.hold_s : dose.duration_min;
  scale(rest, percent * sets, 100 * left);
}

}  // namespace rehab::plan
