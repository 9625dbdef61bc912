// Pages while a plan runs, and what changed between two plans.
#include "c/handles.hpp"
#include "c/structs.hpp"
#include "c/values.hpp"
#include "rehab/follow.hpp"

namespace rehab::c {

namespace {

struct Look {
  bool as_json;
  int width;
  bool color;
};

Look look_of(const rehab_page_options& given) {
  if (given.form != REHAB_FOR_EYES && given.form != REHAB_AS_JSON) throw Wrong{REHAB_BAD_VALUE};
  return {given.form == REHAB_AS_JSON, width(given.width), given.color != 0};
}

std::string page_of(const Plan& plan, std::int32_t page, const rehab_page_options& given) {
  const auto [as_json, width, color] = look_of(given);
  switch (page) {
    case REHAB_PAGE_TODAY:
      return as_json ? today_json(plan, day(given.date)) : today_text(plan, day(given.date), width, color);
    case REHAB_PAGE_HISTORY:
      return as_json ? history_json(plan) : history_text(plan, width, color);
    case REHAB_PAGE_PROGRESS:
      return as_json ? progress_json(plan) : progress_text(plan, width, color);
    default:
      throw Wrong{REHAB_BAD_VALUE};
  }
}

}  // namespace

}  // namespace rehab::c

using namespace rehab;
using namespace rehab::c;

rehab_status rehab_plan_page(const rehab_plan* plan, int32_t page, const rehab_page_options* options, rehab_string* out) {
  return guarded([&] {
    const Plan& all = valid(plan).plan;
    there(out);
    give(out, plan->head.memory, page_of(all, page, taken(options)));
    return REHAB_OK;
  });
}

rehab_status rehab_plan_compare(const rehab_plan* before, const rehab_plan* after, const rehab_page_options* options,
                                rehab_string* out) {
  return guarded([&] {
    const Plan& old = valid(before).plan;
    const Plan& now = valid(after).plan;
    const auto [as_json, width, color] = look_of(taken(options));
    if (old.id != now.id) throw Wrong{REHAB_BAD_VALUE};
    if (&*old.catalog != &*now.catalog) throw Wrong{REHAB_BAD_VALUE};  // places in one mean something else in another
    there(out);
    const Comparison comparison = compare(old, now);
    give(out, after->head.memory, as_json ? comparison_json(comparison) : comparison_text(comparison, width, color));
    return REHAB_OK;
  });
}
