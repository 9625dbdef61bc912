// A plan, walked: phases, sessions, workouts. Takes no memory.
#include <algorithm>
#include <bit>

#include "c/handles.hpp"
#include "c/structs.hpp"
#include "c/values.hpp"

namespace rehab::c {

namespace {

static_assert(REHAB_MORNING == static_cast<int>(slot_of(Part::morning)) + 1 &&
              REHAB_BEDTIME == static_cast<int>(slot_of(Part::bedtime)) + 1);

constexpr std::chrono::days a_day{1};

// The workouts of a routine stand in the order of its phase.
const Workout& workout_of(const Plan& plan, const Routine& routine, std::size_t index) {
  for (const Workout& workout : plan.phase_of(plan.phases[routine.phase]).workouts)
    if ((routine.workouts >> workout.number & 1u) != 0 && index-- == 0) return workout;
  throw Wrong{REHAB_OUT_OF_RANGE};
}

}  // namespace

}  // namespace rehab::c

using namespace rehab;
using namespace rehab::c;

rehab_status rehab_plan_phase(const rehab_plan* plan, size_t index, rehab_phase* out) {
  return guarded([&] {
    const Plan& all = valid(plan).plan;
    const PhaseSpan& span = at(all.phases, index);
    const Phase& phase = all.phase_of(span);
    give(out, {.struct_size = 0,
               .id = borrowed(phase.id),
               .title = borrowed(phase.title),
               .visit = span.visit,
               .first_day = date(span.days.begin),
               .last_day = date(span.days.end - a_day),
               .earliest_last_day = date(span.earliest_end - a_day),
               .latest_last_day = date(span.latest_end - a_day),
               .goal_count = phase.goals.size()});
    return REHAB_OK;
  });
}

rehab_status rehab_plan_goal(const rehab_plan* plan, size_t phase, size_t index, rehab_text* out) {
  return guarded([&] {
    const Plan& all = valid(plan).plan;
    there(out) = borrowed(at(all.phase_of(at(all.phases, phase)).goals, index));
    return REHAB_OK;
  });
}

rehab_status rehab_plan_session(const rehab_plan* plan, size_t index, rehab_session* out) {
  return guarded([&] {
    const Plan& all = valid(plan).plan;
    const Session& session = at(all.sessions, index);
    const Routine& routine = all.routine_of(session);
    give(out, {.struct_size = 0,
               .date = date(session.date),
               .minute = static_cast<std::int32_t>(session.time.count()),
               .utc_s = session.utc.time_since_epoch().count(),
               .part = number_of(slot_of(session.part)),
               .phase = routine.phase,
               .week = routine.week,
               .week_of_phase = routine.week_of_phase,
               .length_min = static_cast<std::int32_t>(routine.length.count()),
               .pain_max = figure(all.catalog, routine.pain_max),
               .done = number_of(session.done),
               .pain = number(session.pain),
               .workout_count = static_cast<std::size_t>(std::popcount(routine.workouts)),
               .dose_count = routine.doses});
    return REHAB_OK;
  });
}

rehab_status rehab_plan_session_id(const rehab_plan* plan, size_t index, rehab_uuid* out) {
  return guarded([&] {
    const Plan& all = valid(plan).plan;
    const Session& session = at(all.sessions, index);
    there(out) = uuid(identity(all, session));
    return REHAB_OK;
  });
}

rehab_status rehab_plan_sessions_between(const rehab_plan* plan, rehab_date first, rehab_date last, size_t* index, size_t* count) {
  return guarded([&] {
    const std::vector<Session>& sessions = valid(plan).plan.sessions;
    const std::chrono::local_days from = day(first), to = day(last);
    std::size_t& place = there(index);
    std::size_t& found = there(count);
    const auto begin = std::ranges::lower_bound(sessions, from, {}, &Session::date);
    const auto end = std::ranges::upper_bound(sessions, to, {}, &Session::date);
    place = static_cast<std::size_t>(begin - sessions.begin());
    found = begin < end ? static_cast<std::size_t>(end - begin) : 0;
    return REHAB_OK;
  });
}

rehab_status rehab_plan_workout(const rehab_plan* plan, size_t session, size_t index, rehab_workout* out) {
  return guarded([&] {
    const Plan& all = valid(plan).plan;
    const Workout& workout = workout_of(all, all.routine_of(at(all.sessions, session)), index);
    give(out, {.struct_size = 0, .id = borrowed(workout.id), .title = borrowed(workout.title)});
    return REHAB_OK;
  });
}
