// What the diary has shown: starting levels, the worst of each week, and which criteria are met how often in a row.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "rehab/plan.hpp"

namespace rehab::plan {

// `value` against the starting level; what is within the measure's noise is no change.
double change_from(const Measure& measure, double value, double from);

// The larger the worse: a yes-no measure is put so that yes is good.
inline double badness(const Measure& measure, double value) { return measure.unit == Measure::Unit::yes_no ? 1 - value : value; }

// Takes one answer into the record of its measure. `week`: of the plan, 0-based, of the day that it speaks of.
void record(MeasureRecord& record, const Measure& measure, double value, std::optional<double> other, Moment seen, int week);
std::optional<double> worst_of_week(const MeasureRecord& record, int week);

// What a criterion finds in the latest answer; none: it cannot be judged by it. `pain`: told together with the answer.
std::optional<bool> judge(const Plan& plan, const Criterion& criterion, const MeasureRecord& record, std::optional<int> pain);
// The same of a criterion that compares a week of the plan with the week before it.
std::optional<bool> judge_week(const Plan& plan, const Criterion& criterion, const MeasureRecord& record, int week);

// An answer to the criterion, and so to its rows. What is told late, of a day before the newest, only ends a row that was good.
void note(CriterionRecord& record, const Measure& measure, bool met, double value, Moment seen);
// Whether the latest answer was good, but not yet for as long as is asked.
bool is_on_the_way(const Criterion& criterion, const CriterionRecord& record, Severity severity);
void begin_row_anew(CriterionRecord& record);

bool is_fulfilled(const Criterion& criterion, const CriterionRecord& record, Severity severity);
// Whether a limit has been broken for as long as it allows.
bool is_broken(const Criterion& criterion, const CriterionRecord& record, Severity severity);

}  // namespace rehab::plan
