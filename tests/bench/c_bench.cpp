#include "c_bench.hpp"

#include <cstdlib>

#include "rehab/rehab.h"

namespace {

// Alfredson, mild, as the sample of bench.cpp.
struct Sample {
  rehab_catalog* catalog = nullptr;
  rehab_case* person = nullptr;
  rehab_plan* plan = nullptr;

  Sample() {
    rehab_intake intake{};
    intake.struct_size = sizeof intake;
    intake.protocol = rehab_text_of("achilles-midportion-alfredson");
    intake.severity = REHAB_MILD;
    intake.start = {2026, 12, 1};
    intake.zone = rehab_text_of("Europe/Berlin");
    if (rehab_catalog_builtin(nullptr, &catalog, nullptr) || rehab_case_new(&intake, nullptr, &person, nullptr) ||
        rehab_plan_make(catalog, person, nullptr, &plan, nullptr))
      std::abort();
  }
  ~Sample() {
    rehab_plan_free(plan);
    rehab_case_free(person);
    rehab_catalog_free(catalog);
  }
};

const Sample& sample() {
  static const Sample made;
  return made;
}

}  // namespace

void bench::plan_in_c() {
  rehab_plan* plan = nullptr;
  if (rehab_plan_make(sample().catalog, sample().person, nullptr, &plan, nullptr)) std::abort();
  rehab_plan_free(plan);
}

std::int64_t bench::walk_in_c() {
  const rehab_plan* const plan = sample().plan;
  std::int64_t sum = 0;
  rehab_session session{};
  session.struct_size = sizeof session;
  for (std::size_t i = 0; rehab_plan_session(plan, i, &session) == REHAB_OK; ++i) {
    sum += session.minute;
    rehab_dose dose{};
    dose.struct_size = sizeof dose;
    for (std::size_t k = 0; k < session.dose_count; ++k) {
      if (rehab_plan_dose(plan, i, k, &dose) != REHAB_OK) std::abort();
      sum += dose.sets.max + dose.reps.max;
    }
  }
  return sum;
}
