// The sections of a plan for eyes, in the order in which they are printed.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "export/canvas.hpp"
#include "export/words_of.hpp"
#include "rehab/export.hpp"
#include "rehab/plan.hpp"

namespace rehab {

struct TextPage {
  const Plan& plan;
  const ExportOptions& options;
  Canvas& canvas;

  const Protocol& protocol() const { return plan.protocol(); }
  const Catalog& catalog() const { return plan.catalog; }
  Severity severity() const { return plan.intake.severity; }
  Words words() const { return words_of(plan.catalog); }
};

inline constexpr int longest_plan = 84;  // days of the plan: twelve weeks

// Title, and what the plan is.
void print_title(const TextPage& page);
// Of a stopped plan: that it is, why, and what to do.
void print_stop(const TextPage& page);
// What is done today, step by step; nothing if the plan has not begun.
void print_today(const TextPage& page);
// These sessions of one day (at least one): the limits that hold, then each with its exercises, step by step.
void print_day(const TextPage& page, const std::vector<const Session*>& sessions);
// Why there is none today, and when the next one is.
void print_next(const TextPage& page, std::chrono::local_days today, std::string_view why);
// Whom it is for, dates, equipment, ends.
void print_facts(const TextPage& page);
// One row a phase over the weeks.
void print_bar(const TextPage& page);
// When not to start, and when to stop.
void print_safety(const TextPage& page);
// The questions behind it, one by one.
void print_questions(const TextPage& page);
// How much pain is allowed.
void print_pain_rule(const TextPage& page);
// What to note after a session, each morning, once a week.
void print_answers(const TextPage& page);
// Phase by phase: goals, sessions, doses, limits, what must be shown to move on.
void print_phases(const TextPage& page);
// The days, times and workouts of one phase, equal weeks together.
void print_sessions(const TextPage& page, std::uint16_t span);
// Every exercise once, with its steps.
void print_exercises(const TextPage& page);
// One exercise's steps.
void print_steps(const TextPage& page, const Exercise& exercise, std::size_t indent);
// How the tests are done.
void print_tests(const TextPage& page);
void print_changes(const TextPage& page);
void print_advice(const TextPage& page);
void print_sources(const TextPage& page);
void print_end(const TextPage& page);

// The limit in the patient's words, then when it is broken (`when`: limit_line) and how sure its numbers are (may be "").
void print_limit(Canvas& canvas, const Words& words, const Limit& limit, std::string when, std::string_view doubts,
                 std::size_t indent);
// What is normal by age and sex; nothing for a measure without norms.
void print_norm(Canvas& canvas, const Catalog& catalog, const Measure& measure, std::size_t indent);
// The last word of a protocol: continue or review, never "healed".
std::string_view last_word(const Words& words, Protocol::End end);
// The same of a plan, which may be stopped, or end with a review for what the diary said.
std::string_view last_word(const Plan& plan);

// With a capital first letter.
std::string sentence(std::string words);
// The same, with a full stop.
std::string full_sentence(const Words& words, std::string clause);
// Of a column that holds these labels, or all labels of facts, with the space after it.
std::size_t label_width(const Words& words, std::span<const Phrase> labels);
std::size_t label_width(const Words& words);

// Days of the plan count only where the protocol's rule lets them: which one of these `date` is, 0-based.
int plan_day_of(const Plan& plan, std::chrono::local_days date);
// The other way round: the calendar day on which that many days of the plan are over.
std::chrono::local_days day_after(const Plan& plan, int plan_days);
bool is_away(const Plan& plan, std::chrono::local_days date);

}  // namespace rehab
