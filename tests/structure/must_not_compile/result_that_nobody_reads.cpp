// error: nodiscard
#include "rehab/plan.hpp"

void try_it(const rehab::Catalog& catalog, const rehab::Case& intake) {
#ifdef MISTAKE
  rehab::make_plan(catalog, intake);
#else
  (void)rehab::make_plan(catalog, intake);
#endif
}
