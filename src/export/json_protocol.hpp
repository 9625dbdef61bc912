// The frame of a protocol and its phases as JSON: what plans and protocols write alike. See json_sheet.hpp for the conventions.
#pragma once

#include <string_view>

#include "export/json_sheet.hpp"
#include "export/references.hpp"

namespace rehab {

// Members of the object that is open: id, version, texts, condition, rules, what it offers each severity.
void write_frame(const JsonSheet& sheet, const Protocol& protocol);

// Members of a phase beside its length: goals, gates, limits, pain rule.
void write_phase_rules(const JsonSheet& sheet, const Protocol& protocol, const Phase& phase);

// Members of a workout beside its doses: when and how often.
void write_workout_rules(const JsonSheet& sheet, const Protocol& protocol, const Workout& workout);

// The tables that the rest refers to by id: pain rules, levels, measures, exercises, equipment, tags, red flags, sources.
void write_tables(const JsonSheet& sheet, const Protocol& protocol, const References& used);

// The id that belongs to the number of a workout.
std::string_view workout_id(const Protocol& protocol, std::uint8_t number);

}  // namespace rehab
