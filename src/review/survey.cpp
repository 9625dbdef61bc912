#include "review/survey.hpp"

#include <algorithm>

#include "protocol/forms.hpp"

namespace rehab::review {

using protocol::EffectiveDose;
using protocol::Forms;
using protocol::Given;
using Kind = Exercise::Kind;

namespace {

bool is_calf(const Exercise& e) {
  return !e.muscles.empty() &&
         (e.muscles.front() == Exercise::Muscle::gastrocnemius || e.muscles.front() == Exercise::Muscle::soleus);
}

bool has_sides(Kind kind) {
  return kind == Kind::strength || kind == Kind::stretch || kind == Kind::isometric || kind == Kind::balance;
}

bool several(const Given<Amount>& sets) {
  if (!sets) return false;
  return std::ranges::any_of(sets.value->weeks, [](const std::vector<Range>& weeks) {
    return std::ranges::any_of(weeks, [](const Range& range) { return range.max > 1; });
  });
}

bool by_week(const Amount& amount) {
  return std::ranges::any_of(amount.weeks, [](const std::vector<Range>& weeks) { return weeks.size() > 1; });
}

// A table by week is a rule too: week for week.
bool by_week(const Dose& dose) {
  const DoseNumbers& n = dose.numbers;
  return by_week(dose.rungs) || by_week(n.sets) || by_week(n.reps) || by_week(n.hold_s) || by_week(n.duration_min) ||
         by_week(n.distance_m) || by_week(n.effort_percent);
}

bool varies(const Given<Amount>& amount) { return amount && amount.value->by_severity; }

class Surveyor {
 public:
  Surveyor(const CatalogData& catalog, const Protocol& protocol)
      : catalog_(catalog), protocol_(protocol), forms_(catalog, protocol) {
    out_.protocol = &protocol;
    out_.condition = &catalog.conditions[protocol.condition.value];
    out_.tailored = !protocol.instead.empty();
  }

  Survey run() {
    for (std::size_t i = 0; i < protocol_.phases.size(); ++i) phase(i);
    for (const Load& load : protocol_.loads) this->load(load);
    // Without `up_when` a ladder still goes on by rule: when a whole session stayed within the pain limit.
    for (std::size_t i = 0; i < protocol_.ladders.size(); ++i) out_.progression.count(true);
    for (const Severity s : severities) severity(static_cast<std::size_t>(s));
    return out_;
  }

 private:
  void dose(const EffectiveDose& form) {
    const Exercise& exercise = catalog_.exercises[form.exercise.value];
    if (exercise.kind == Kind::adjunct) return void(out_.adjuncts = true);
    const bool strength = exercise.kind == Kind::strength || exercise.kind == Kind::isometric;
    const bool has_sets = form.reps || form.hold_s;
    out_.amount.count(!form.as_tolerated);
    out_.full.count(!form.as_tolerated && (!has_sets || form.sets) && (!strength || form.load));
    if (has_sets) out_.sets.count(static_cast<bool>(form.sets));
    if (several(form.sets)) out_.rest.count(static_cast<bool>(form.rest_s));
    if (strength) out_.load.count(static_cast<bool>(form.load));
    if (exercise.legs == Exercise::Legs::one && has_sides(exercise.kind)) out_.side.count(static_cast<bool>(form.side));
    if (is_calf(exercise) && (exercise.kind == Kind::strength || exercise.kind == Kind::stretch)) {
      out_.knee.count(exercise.knee.has_value());
      out_.range.count(exercise.range.has_value());
    }
    if (exercise.kind == Kind::strength && form.reps) {
      out_.tempo.count(static_cast<bool>(form.tempo_s));
      out_.rep_rest.count(static_cast<bool>(form.rest_between_reps_s));
      out_.failure.count(static_cast<bool>(form.to_failure));
    }
    out_.tailored = out_.tailored || varies(form.sets) || varies(form.reps) || varies(form.hold_s) || varies(form.duration_min);
  }

  void workout(const Workout& workout) {
    out_.hours.count(workout.min_hours_apart || workout.level);
    out_.tailored = out_.tailored || !workout.only.empty();
    for (const Dose& dose : workout.doses) {
      if (by_week(dose)) out_.progression.count(true);
      forms_.own(dose, [&](const EffectiveDose& form, std::size_t) { this->dose(form); });
    }
  }

  // Whether one of these limits says what to do in that way.
  template <class Way>
  bool any_limit(const Phase& phase, Way way) const {
    const auto in = [&](const std::vector<Limit>& limits) {
      return std::ranges::any_of(limits, [&](const Limit& limit) { return way(limit.otherwise); });
    };
    return in(protocol_.limits) || in(phase.limits);
  }

  void phase(std::size_t index) {
    using Otherwise = Limit::Otherwise;
    const Phase& phase = protocol_.phases[index];
    for (const Workout& workout : phase.workouts) this->workout(workout);
    const PainRule& rule = catalog_.pain_rules[(phase.pain_rule ? phase.pain_rule : protocol_.pain_rule).value];
    out_.earliest.count(phase.weeks_min || phase.days_min);
    out_.longest.count(phase.weeks_max || phase.days_max);
    out_.exit.count(!phase.move_on.empty());
    out_.way_back.count(rule.lower_load_steps || rule.lower_volume_percent || any_limit(phase, [](Otherwise o) {
                          return o == Otherwise::lower || o == Otherwise::restart || o == Otherwise::step_back;
                        }));
    out_.stop.count(any_limit(phase, [](Otherwise o) { return o == Otherwise::stop; }));
    out_.tailored = out_.tailored || !phase.extra.empty() || (phase.weeks && phase.weeks->by_severity) ||
                    (phase.days && phase.days->by_severity);
    if (index == 0) return;
    out_.entry.count(!phase.enter.empty());
    out_.progression.count(!phase.enter.empty() || !protocol_.phases[index - 1].move_on.empty());
  }

  void load(const Load& load) {
    const bool band = load.kind == Load::Kind::band;
    if (!band) out_.load_start.count(load.start_kg || load.start_percent);
    if (!band) out_.load_cap.count(load.max_kg || load.max_percent);
    if (!band) out_.start.count(load.start_kg || load.start_percent);
    out_.load_step.count(band || load.step_kg || load.step_percent);
    out_.load_rule.count(!load.step_when.empty());
    out_.progression.count(!load.step_when.empty());
  }

  void severity(std::size_t s) {
    const auto& offer = protocol_.severity[s];
    if (!offer || !offer->weeks) return;
    out_.start.count(!offer->signs.empty() || !out_.condition->signs[s].empty());
    out_.review.count(!offer->review_weeks.empty());
  }

  const CatalogData& catalog_;
  const Protocol& protocol_;
  Forms forms_;
  Survey out_;
};

}  // namespace

Survey survey(const CatalogData& catalog, const Protocol& protocol) { return Surveyor(catalog, protocol).run(); }

}  // namespace rehab::review
