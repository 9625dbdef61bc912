// Why there is no training: stops that nobody has cleared, breaks and rests.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "export/canvas.hpp"
#include "rehab/plan.hpp"

namespace rehab {

// The stops that nobody had cleared by the end of the day, into Plan::changes; the most urgent first.
std::vector<std::uint32_t> open_stops(const Plan& plan, std::chrono::local_days date);
// Of the plan as a whole; empty unless it is stopped.
std::vector<std::uint32_t> open_stops(const Plan& plan);

// Whether it comes, or came, to its own end: neither stopped nor ended before the last phase was done.
bool is_finished(const Plan& plan);

// Of a plan that ended before its last phase was done: why it did.
void print_early_end(Canvas& canvas, const Plan& plan);

// That it is stopped, why, what to do about each, and how it goes on.
void print_stops(Canvas& canvas, const Plan& plan, const std::vector<std::uint32_t>& stops);

// Why there is no session on the day, in a sentence or two: days away, a break, a rest that the diary made necessary; else that
// rest is part of the plan.
std::string why_no_session(const Plan& plan, std::chrono::local_days date);

// Workouts of the session that rest since something became known on its own day, when it might not have been done yet; bit i:
// Workout::number i.
std::uint64_t resting_since_today(const Plan& plan, const Session& session);

}  // namespace rehab
