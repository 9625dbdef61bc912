// The lines of an explanation for eyes that are more than one phrase; what other pages say too comes from export/wording.hpp.
#pragma once

#include <string>
#include <vector>

#include "rehab/explain.hpp"

namespace rehab::explain::lines {

// --- Rows

// "3 sets", "lower in 3 s", "the injured leg", "not stated".
std::string value(const Plan& plan, Fact fact, const FactValue& value);
// The same for the first column of a row: of the exercise, which stands above, "this exercise"; how often with what the planner
// takes of a range: "3–7 days a week (plan: 3)".
std::string own_value(const Plan& plan, const ExplainedFigure& figure);
// "Alfredson 1998, second-hand", "assumed: no source says it".
std::string origin(const Catalog& catalog, const Origin& origin);
// "by severity: mild, severe: 3 sets"; "" if they get the same.
std::string others(const Plan& plan, const ExplainedFigure& figure);
// "by week of the phase: weeks 1–2: 3 sets; week 3: 2 sets"; "" if they are equal.
std::string weeks(const Plan& plan, const ExplainedFigure& figure);
// "not stated: tempo, rest"
std::string not_stated(const Catalog& catalog, const std::vector<Fact>& facts);
// "a step only after 7 days in a row with no pain while training (Praet 2019; assumed: number of days)"; of at least one.
std::string step_conditions(const Plan& plan, const std::vector<Criterion>& criteria);
std::string rung_conditions(const Plan& plan, const std::vector<Criterion>& criteria);
std::string limit(const Plan& plan, const Phase& phase, const Limit& limit);

// --- The page

// "Tue 8 Dec 2026, week 2 of 3, mild"
std::string where(const Explanation& explanation);
// "Phase 2 of 5: Load early, week 1 of 2"
std::string phase(const Plan& plan, const ExplainedPhase& phase);
// "07:30, 18:00"; of a week "Tue, Thu, Sat"; "" without dates.
std::string times(const Explanation& explanation, const ExplainedWorkout& workout);
// "Heel drop, knee straight: 3 × 15"
std::string dose(const Plan& plan, const PlannedDose& dose);
// "Others when week 3 begins: mild: week 3 of “Heavy heel drops”."; "" if there are none.
std::string other_courses(const Explanation& explanation);
std::string no_training(const Explanation& explanation);
std::string next_training(const Explanation& explanation);
std::string source(const Catalog& catalog, const Source& source);
// What was noted on it, and what of it is not confirmed; "" if there is neither.
std::string source_note(const Catalog& catalog, const Source& source);
std::string finding(const Catalog& catalog, const Evidence& evidence);

}  // namespace rehab::explain::lines
