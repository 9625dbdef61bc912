// error: cannot convert | no viable conversion
#include "rehab/plan.hpp"

bool possible(const rehab::Catalog& catalog, const rehab::Case& intake) {
#ifdef MISTAKE
  bool ok = rehab::make_plan(catalog, intake);
#else
  bool ok = static_cast<bool>(rehab::make_plan(catalog, intake));
#endif
  return ok;
}
