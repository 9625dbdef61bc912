// Plans that follow a diary, for tests of what is shown of them.
//
//   rehab::Plan plan = rehab::followed::plan(catalog, rehab::followed::person("calf-strain", 12));
#pragma once

#include <string_view>

#include "rehab/plan.hpp"

namespace rehab::followed {

inline constexpr std::chrono::local_days first_day = day(2026, 12, 1);

// A moderate case without a diary.
Case person(std::string_view protocol, Severity severity = Severity::moderate);

// The same with so many days of a diary: most sessions done, some in part or not, some days without a word; each morning and each
// test answered; on the last evening pain of `last_pain`.
Case person(const Catalog& catalog, std::string_view protocol, int days, int last_pain = 1, Severity severity = Severity::moderate);

// The plan of a case that must have one.
Plan plan(const Catalog& catalog, const Case& intake);

// The session with this date and part; it must be there.
const Session& session(const Plan& plan, std::chrono::local_days date, Part part);

}  // namespace rehab::followed
