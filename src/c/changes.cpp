// The decisions of the planner.
#include "c/handles.hpp"
#include "c/structs.hpp"
#include "c/values.hpp"
#include "export/change_rule.hpp"
#include "rehab/export.hpp"

namespace rehab::c {

namespace {

// On what ground the diary decided.
void add_ground(const Plan& plan, const Change& change, rehab_change& out) {
  out.cause = literal(name(change.cause));
  out.seen = moment(change.seen);
  out.measure = id_of(plan.catalog, change.measure);
  out.value = real(change.value);
  out.bound = real(change.bound);
  if (change.limit) out.limit = borrowed(limit_of(plan.protocol(), *change.limit).id);
  if (change.red_flag) out.red_flag = borrowed(plan.catalog->red_flags[change.red_flag.value].id);
  if (change.ladder) out.ladder = borrowed(plan.protocol().ladders[*change.ladder].id);
}

rehab_change filled(const Plan& plan, const Change& change) {
  const ChangeRule& rule = rule_of(change);
  const Phase& phase = plan.phase_of(plan.phases[change.phase]);
  const bool from_diary = is_from_diary(change);
  rehab_change out{.struct_size = 0,
                   .rule = literal(rule.id),
                   .cause = no_text(),
                   .from_diary = from_diary ? 1 : 0,
                   .date = date(change.date),
                   .phase = change.phase,
                   .workout = change.workout ? borrowed(phase.workouts[*change.workout].id) : no_text(),
                   .exercise = id_of(plan.catalog, change.exercise),
                   .other = id_of(plan.catalog, change.other),
                   .tag = change.tag ? borrowed(plan.catalog->tags[change.tag.value].id) : no_text(),
                   .ladder = no_text(),
                   .asked = rule.asked ? number(change.asked) : rehab_number{},
                   .given = rule.given ? number(change.given) : rehab_number{},
                   .seen = {},
                   .measure = no_text(),
                   .value = {},
                   .bound = {},
                   .limit = no_text(),
                   .red_flag = no_text(),
                   .confidence = rule.origin ? number_of(change.origin.confidence) : REHAB_NO_NUMBER,
                   .source = rule.origin ? source(plan.catalog, change.origin.source) : no_text()};
  if (from_diary) add_ground(plan, change, out);
  return out;
}

}  // namespace

}  // namespace rehab::c

using namespace rehab;
using namespace rehab::c;

rehab_status rehab_plan_change(const rehab_plan* plan, size_t index, rehab_change* out) {
  return guarded([&] {
    const Plan& all = valid(plan).plan;
    give(out, filled(all, at(all.changes, index)));
    return REHAB_OK;
  });
}

rehab_status rehab_plan_change_sentence(const rehab_plan* plan, size_t index, rehab_string* out) {
  return guarded([&] {
    const Plan& all = valid(plan).plan;
    give(out, plan->head.memory, describe(all, at(all.changes, index)));
    return REHAB_OK;
  });
}
