#include "explain/variants.hpp"

#include <algorithm>
#include <iterator>

#include "export/references.hpp"
#include "plan/course.hpp"
#include "plan/place.hpp"
#include "plan/prescribe.hpp"

namespace rehab::explain {
namespace {

int weeks_in(int days) { return (days + 6) / 7; }

}  // namespace

std::vector<PhaseSpan> course_for(const Plan& plan, Severity severity) {
  const std::optional<SeverityOffer>& offer = plan.protocol().severity[static_cast<std::size_t>(severity)];
  if (!offer || !offer->weeks) return {};
  Plan other;
  other.catalog = plan.catalog;
  other.protocol_index = plan.protocol_index;
  other.intake.severity = severity;
  other.intake.tags = plan.intake.tags;
  other.intake.start = day(2001, 1, 1);  // any
  plan::lay_plain_phases(other);
  return std::move(other.phases);
}

Variants::Variants(const Plan& plan, std::uint16_t span, int week_of_phase)
    : plan_(plan), phase_(plan.phase_of(plan.phases[span])), week_(week_of_phase) {
  const std::uint16_t phase = plan.phases[span].phase;
  for (const Severity s : severities) {
    Case intake = plan.intake;
    intake.severity = s;
    int& weeks = weeks_[static_cast<std::size_t>(s)];
    for (const PhaseSpan& other : course_for(plan, s))
      if (other.phase == phase) weeks = weeks_in(other.planned);
    if (s == plan.intake.severity) weeks = std::max(weeks, week_);  // the diary may hold a phase beyond what is planned
    plans_[static_cast<std::size_t>(s)] =
        plan::prescribe_phase(plan.catalog, plan.protocol_index, intake, phase, {1, weeks}, plan::workouts_for(intake, phase_));
  }
  this_week_ = plan::prescribe_phase(plan.catalog, plan.protocol_index, plan.intake, phase, {week_, week_},
                                     plan::workouts_for(plan.intake, phase_));
}

bool Variants::has(const Workout& workout, Severity severity) const { return rehab::plays(workout, std::optional(severity)); }

template <class Takes, class RowsOf>
Rows Variants::compared(Takes takes_part, RowsOf rows_of) const {
  const Severity own = plan_.intake.severity;
  Others others;
  for (const Severity s : severities)
    if (s != own && takes_part(s)) others[static_cast<std::size_t>(s)] = rows_of(s, week_);
  std::vector<Rows> weeks;
  for (int week = 1; week <= weeks_[static_cast<std::size_t>(own)]; ++week) weeks.push_back(rows_of(own, week));
  Rows rows = rows_of(own, week_);
  compare(rows, others, weeks);
  return rows;
}

Rows Variants::phase() const {
  Rows rows = compared([this](Severity s) { return plays(s); },
                       [this](Severity s, int) { return length_rows_of(plan_.catalog, phase_, s); });
  Rows pain = compared([this](Severity s) { return plays(s, week_); },
                       [this](Severity s, int week) { return pain_rows_of(plan_.catalog, plan_.protocol(), phase_, s, week); });
  std::ranges::move(pain, std::back_inserter(rows));
  return rows;
}

Rows Variants::workout(const Workout& workout) const {
  return compared([&](Severity s) { return plays(s, week_) && has(workout, s); },
                  [&](Severity s, int week) { return rows_of(plan_.catalog, workout, s, week); });
}

Rows Variants::dose(const PlannedDose& dose) const {
  const Workout& workout = phase_.workouts[dose.workout];
  return compared([&](Severity s) { return plays(s, week_) && has(workout, s); },
                  [&](Severity s, int week) { return dose_rows(s, week, dose); });
}

Rows Variants::dose_rows(Severity severity, int week, const PlannedDose& like) const {
  const PlannedDose* dose = find(severity, week, like);
  return dose == nullptr ? Rows{} : rows_of(DosePlace{prescribed(severity), 0, *dose});
}

const PlannedDose* Variants::find(Severity severity, int week, const PlannedDose& like) const {
  const Plan& plan = prescribed(severity);
  if (!plays(severity, week)) return nullptr;
  const auto asked = [](const PlannedDose& dose) { return dose.instead_of ? dose.instead_of : dose.exercise; };
  for (const PlannedDose& dose : plan.doses_of(plan.routines[static_cast<std::size_t>(week) - 1]))
    if (dose.workout == like.workout && dose.dose == like.dose && (like.ladder || asked(dose) == asked(like))) return &dose;
  return nullptr;
}

std::vector<Severity> Variants::skip_phase() const {
  std::vector<Severity> out;
  for (const Severity s : severities)
    if (!plays(s) && !course_for(plan_, s).empty()) out.push_back(s);
  return out;
}

std::vector<Severity> Variants::skip(const Workout& workout) const {
  std::vector<Severity> out;
  for (const Severity s : severities)
    if (plays(s) && !has(workout, s)) out.push_back(s);
  return out;
}

}  // namespace rehab::explain
