// The exercises of a session: how much, and how. Takes no memory.
#include "c/handles.hpp"
#include "c/structs.hpp"
#include "c/values.hpp"
#include "export/loads.hpp"

namespace rehab::c {

namespace {

static_assert(REHAB_INJURED_LEG == static_cast<int>(DoseSide::injured) + 1 &&
              REHAB_EACH_LEG == static_cast<int>(DoseSide::each) + 1);

// Where a workout of the phase stands among those of the routine.
std::size_t place_of(const Plan& plan, const Routine& routine, std::uint16_t workout) {
  const std::vector<Workout>& all = plan.phase_of(plan.phases[routine.phase]).workouts;
  std::size_t place = 0;
  for (std::size_t i = 0; i < workout; ++i)
    if ((routine.workouts >> all[i].number & 1u) != 0) ++place;
  return place;
}

rehab_tempo tempo(const Catalog& catalog, const PlannedDose& dose) {
  if (!dose.tempo_s) return {{}, {}, {}, {}, REHAB_NO_NUMBER, no_text()};
  return {number(dose.tempo_s->lift),
          number(dose.tempo_s->hold),
          number(dose.tempo_s->lower),
          number(dose.tempo_s->pass),
          number_of(dose.tempo_origin.confidence),
          source(catalog, dose.tempo_origin.source)};
}

void add_load(const Plan& plan, const PlannedDose& dose, rehab_dose& out) {
  const Protocol& protocol = plan.protocol();
  const bool named = dose.load && dose.load->kind == LoadName::Kind::named;
  out.load = dose.load ? literal(load_id(protocol, *dose.load)) : no_text();
  out.load_title = named ? borrowed(protocol.loads[dose.load->load].title) : no_text();
  out.load_unit = out.load_source = no_text();
  out.load_steps = dose.load_steps;
  const std::optional<LoadNow> now = load_now(plan, dose);
  if (!now) return;
  out.load_now = real(now->value);
  out.load_unit = literal(now->unit);
  out.load_confidence = number_of(now->origin.confidence);
  out.load_source = source(plan.catalog, now->origin.source);
}

rehab_dose filled(const Plan& plan, const Routine& routine, const PlannedDose& dose) {
  const Catalog& all = plan.catalog;
  const auto figure = [&all](const Figure& f) { return c::figure(all, f); };
  rehab_dose out{.struct_size = 0,
                 .workout = place_of(plan, routine, dose.workout),
                 .exercise = id_of(all, dose.exercise),
                 .title = borrowed(all[dose.exercise].title),
                 .instead_of = id_of(all, dose.instead_of),
                 .sets = figure(dose.sets),
                 .reps = figure(dose.reps),
                 .hold_s = figure(dose.hold_s),
                 .duration_min = figure(dose.duration_min),
                 .distance_m = figure(dose.distance_m),
                 .effort_percent = figure(dose.effort_percent),
                 .rest_s = figure(dose.rest_s),
                 .rest_between_reps_s = figure(dose.rest_between_reps_s),
                 .as_tolerated = dose.as_tolerated ? 1 : 0,
                 .to_failure = dose.to_failure ? 1 : 0,
                 .tempo = tempo(all, dose),
                 .load = {},
                 .load_title = {},
                 .load_now = {},
                 .load_unit = {},
                 .load_confidence = REHAB_NO_NUMBER,
                 .load_source = {},
                 .load_steps = 0,
                 .volume_percent = dose.volume_percent,
                 .leg = number_of(dose.side),
                 .order = dose.order ? literal(name(*dose.order)) : no_text(),
                 .ladder = dose.ladder ? borrowed(plan.protocol().ladders[*dose.ladder].id) : no_text(),
                 .rung = dose.rung,
                 .last_rung = dose.last_rung,
                 .source = source(all, dose.cite)};
  add_load(plan, dose, out);
  return out;
}

const Exercise& exercise_of(const rehab_plan* plan, std::size_t session, std::size_t dose) {
  const Plan& all = valid(plan).plan;
  return all.catalog[at(all.doses_of(at(all.sessions, session)), dose).exercise];
}

}  // namespace

}  // namespace rehab::c

using namespace rehab;
using namespace rehab::c;

rehab_status rehab_plan_dose(const rehab_plan* plan, size_t session, size_t index, rehab_dose* out) {
  return guarded([&] {
    const Plan& all = valid(plan).plan;
    const Routine& routine = all.routine_of(at(all.sessions, session));
    give(out, filled(all, routine, at(all.doses_of(routine), index)));
    return REHAB_OK;
  });
}

rehab_status rehab_plan_exercise(const rehab_plan* plan, size_t session, size_t dose, rehab_exercise* out) {
  return guarded([&] {
    const Exercise& exercise = exercise_of(plan, session, dose);
    give(out, {.struct_size = 0,
               .id = borrowed(exercise.id),
               .title = borrowed(exercise.title),
               .setup = borrowed(exercise.setup),
               .breath = borrowed(exercise.breath),
               .feel = borrowed(exercise.feel),
               .mistake = borrowed(exercise.mistake),
               .evidence = borrowed(exercise.evidence),
               .step_count = exercise.steps.size()});
    return REHAB_OK;
  });
}

rehab_status rehab_plan_step(const rehab_plan* plan, size_t session, size_t dose, size_t index, rehab_text* out) {
  return guarded([&] {
    const Exercise& exercise = exercise_of(plan, session, dose);
    there(out) = borrowed(at(exercise.steps, index));
    return REHAB_OK;
  });
}
