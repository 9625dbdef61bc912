// What the laws of the replay share: how often each is tried, and how a law that breaks is told.
#pragma once

#include <rapidcheck.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/random_diaries.hpp"

namespace rehab_test {

// So many random situations, unless RC_PARAMS in the environment says otherwise.
template <class Law>
void hold(const char* law, Law check, int situations, Situation (*draw)() = random_lived) {
  static const bool said = std::getenv("RC_PARAMS") != nullptr;
  if (!said) setenv("RC_PARAMS", ("max_success=" + std::to_string(situations)).c_str(), 1);
  CHECK(rc::check(law, [&] {
    const Situation s = *drawn(draw);
    RC_PRE(static_cast<bool>(rehab::make_plan(s.catalog, with_diary(s, {}).intake)));
    const rehab::Result<rehab::Plan> plan = rehab::make_plan(s.catalog, s.intake);
    RC_PRE(static_cast<bool>(plan));
    RC_LOG() << told(s);
    check(s, *plan);
  }));
}

inline rehab::Plan made(const rehab::Catalog& catalog, const rehab::Case& intake, std::optional<rehab::Moment> as_of = {}) {
  rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, intake, as_of);
  RC_ASSERT(static_cast<bool>(plan));
  return std::move(*plan);
}

inline rehab::Moment moment_of(const rehab::Session& session) { return {session.date, rehab::slot_of(session.part)}; }

}  // namespace rehab_test
