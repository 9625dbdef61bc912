// Walking a plan through C, every session with all of its doses and steps, takes no memory. A program of its own, because it
// replaces operator new; the host's allocator counts too.
#include <cstdio>
#include <cstdlib>

#include "../bench/allocations.hpp"
#include "rehab/rehab.h"

namespace {

unsigned long long blocks = 0;

template <class Struct>
Struct sized() {
  Struct out{};
  out.struct_size = sizeof(Struct);
  return out;
}

bool walk_dose(const rehab_plan* plan, std::size_t session, std::size_t index) {
  auto dose = sized<rehab_dose>();
  auto exercise = sized<rehab_exercise>();
  bool ok = !rehab_plan_dose(plan, session, index, &dose) && !rehab_plan_exercise(plan, session, index, &exercise);
  rehab_text step{};
  for (std::size_t i = 0; i < exercise.step_count; ++i) ok = ok && !rehab_plan_step(plan, session, index, i, &step);
  return ok;
}

bool walk_session(const rehab_plan* plan, std::size_t index) {
  auto session = sized<rehab_session>();
  auto workout = sized<rehab_workout>();
  rehab_uuid id{};
  bool ok = !rehab_plan_session(plan, index, &session) && !rehab_plan_session_id(plan, index, &id);
  for (std::size_t i = 0; i < session.workout_count; ++i) ok = ok && !rehab_plan_workout(plan, index, i, &workout);
  for (std::size_t i = 0; i < session.dose_count; ++i) ok = ok && walk_dose(plan, index, i);
  return ok;
}

bool walk(const rehab_plan* plan) {
  auto info = sized<rehab_plan_info>();
  auto phase = sized<rehab_phase>();
  auto change = sized<rehab_change>();
  std::size_t index = 0, count = 0;
  bool ok = !rehab_plan_describe(plan, &info) &&
            !rehab_plan_sessions_between(plan, info.first_day, info.last_day, &index, &count) && count == info.session_count;
  for (std::size_t i = 0; i < info.phase_count; ++i) ok = ok && !rehab_plan_phase(plan, i, &phase);
  for (std::size_t i = 0; i < info.session_count; ++i) ok = ok && walk_session(plan, i);
  for (std::size_t i = 0; i < info.change_count; ++i) ok = ok && !rehab_plan_change(plan, i, &change);
  return ok && info.session_count > 0;
}

void* take(void*, std::size_t size) {
  ++blocks;
  return std::malloc(size);
}
void give_back(void*, void* block, std::size_t) { std::free(block); }

}  // namespace

int main() {
  auto memory = sized<rehab_allocator>();
  memory.allocate = take;
  memory.release = give_back;
  auto options = sized<rehab_catalog_options>();
  options.allocator = &memory;
  rehab_catalog* catalog = nullptr;
  rehab_case* person = nullptr;
  rehab_plan* plan = nullptr;
  const rehab_text intake = rehab_text_of(
      "schema = 1\nprotocol = \"calf-strain\"\nversion = \"1.0.0\"\nseverity = \"moderate\"\nstart = 2026-12-01\n"
      "[[diary]]\ndate = 2026-12-09\npart = \"evening\"\npain = 7\n");
  if (rehab_catalog_builtin(&options, &catalog, nullptr) ||
      rehab_case_read(rehab_text_of("case.toml"), intake, &memory, &person, nullptr) ||
      rehab_plan_make(catalog, person, nullptr, &plan, nullptr))
    return 1;
  const unsigned long long handles = blocks, before = bench::allocations();
  const bool whole = walk(plan);
  const unsigned long long cost = bench::allocations() - before + (blocks - handles);
  std::printf("a plan walked: %llu allocations; %llu blocks for three handles\n", cost, handles);
  rehab_plan_free(plan);
  rehab_case_free(person);
  rehab_catalog_free(catalog);
  return whole && cost == 0 && handles == 3 ? 0 : 1;
}
