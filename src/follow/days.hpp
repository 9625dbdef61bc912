// Where a day lies in a plan that is followed: its phase, pauses, stops, and what of it is lived.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "rehab/plan.hpp"

namespace rehab::follow {

inline Moment moment_of(const Session& session) { return {session.date, slot_of(session.part)}; }

// Whether it lies in the lived part of the plan.
inline bool is_lived(const Plan& plan, const Session& session) { return plan.as_of && moment_of(session) <= *plan.as_of; }

// The phase that the day belongs to; none: outside of the plan. A day between two visits belongs to the one before it.
std::optional<std::uint16_t> span_on(const Plan& plan, std::chrono::local_days date);

// No training, as the case says; or by an entry that was known before the day.
bool is_away(const Plan& plan, std::chrono::local_days date);
bool is_paused(const Plan& plan, std::chrono::local_days date);

// The day on which the phase has lasted so many days, 0 on its first: days that do not count for the plan are passed over.
std::chrono::local_days day_of_phase(const Plan& plan, const PhaseSpan& span, int days);

// What the entries say that were known, in the order in which they became known.
std::vector<const Entry*> entries_of(const Plan& plan);

}  // namespace rehab::follow
