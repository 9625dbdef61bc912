// The words of the page around the rows.
#include "explain/words.hpp"

#include <algorithm>

#include "explain/lists.hpp"
#include "export/clauses.hpp"
#include "export/criteria.hpp"
#include "export/dates.hpp"
#include "export/source_line.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"
#include "protocol/effective.hpp"
#include "text/append.hpp"

namespace rehab::explain::words {
namespace {

using wording::Clauses;

std::string full_day(const Plan& plan, std::chrono::local_days date) {
  std::string out;
  append_full_day(out, words_of(plan.catalog), date);
  return out;
}

}  // namespace

std::string title(const Plan& plan) { return fill("Why these numbers? {0}", {plan.protocol().title}); }

std::string where(const Explanation& explanation) {
  const Plan& plan = explanation.plan;
  const std::string_view severity = name(plan.intake.severity);
  const std::string week = number(explanation.week), all = number(plan.weeks);
  if (!explanation.date) return fill("Week {0} of {1}, {2}", {week, all, severity});
  if (explanation.week == 0) return fill("{0}, {1}", {full_day(explanation.plan, *explanation.date), severity});
  return fill("{0}, week {1} of {2}, {3}", {full_day(explanation.plan, *explanation.date), week, all, severity});
}

std::string phase(const Plan& plan, const ExplainedPhase& phase) {
  const PhaseSpan& span = plan.phases[phase.span];
  const std::string weeks = in_weeks(phase.first_week, phase.last_week), all = number((span.planned + 6) / 7);
  const std::string& title = plan.phase_of(span).title;
  if (plan.phases.size() == 1) return fill("{0}, {1} of {2}", {title, weeks, all});
  return fill("Phase {0} of {1}: {2}, {3} of {4}",
              {number(phase.span + 1), number(static_cast<int>(plan.phases.size())), title, weeks, all});
}

std::string times(const Explanation& explanation, const ExplainedWorkout& workout) {
  if (!is_dated(explanation.plan)) return {};
  std::vector<std::string> told;
  for (const std::uint32_t i : workout.sessions) {
    const Session& session = explanation.plan.sessions[i];
    std::string word;
    if (explanation.date) {
      text::append_time(word, session.time);
    } else {
      word = weekday_words(words_of(explanation.plan.catalog), std::chrono::weekday{session.date});
    }
    if (std::find(told.begin(), told.end(), word) == told.end()) told.push_back(std::move(word));
  }
  std::string out;
  Clauses clauses(out, ", ");
  for (const std::string& word : told) clauses.next() += word;
  return out;
}

std::string dose(const Plan& plan, const PlannedDose& dose) {
  std::string exercise, volume;
  wording::append_exercise(exercise, plan, dose);
  return wording::append_volume(volume, words_of(plan.catalog), dose) ? fill("{0}: {1}", {exercise, volume}) : exercise;
}

std::string other_courses(const Explanation& explanation) {
  BySeverityList list;
  for (const OtherCourse& other : explanation.others)
    list.add(other.severity, other.phase ? fill("week {0} of “{1}”", {number(other.week_of_phase),
                                                                      explanation.plan.protocol().phases[*other.phase].title})
                                         : "finished");
  return list.empty() ? std::string() : fill("Others when week {0} begins: {1}.", {number(explanation.week), list.words()});
}

std::string about_phase(const Phase& phase) { return fill("The phase “{0}”", {phase.title}); }

std::string no_training(const Explanation& explanation) {
  const Plan& plan = explanation.plan;
  if (!explanation.date) return fill("No training in week {0}.", {number(explanation.week)});
  const std::string date = full_day(explanation.plan, *explanation.date);
  switch (explanation.no_training->why) {
    case NoTraining::Why::before_start:
      return fill("No training on {0}: the plan begins on {1}.", {date, full_day(plan, plan.days.begin)});
    case NoTraining::Why::after_end:
      return fill("No training on {0}: the plan ends on {1}.", {date, full_day(plan, plan.days.end - std::chrono::days{1})});
    case NoTraining::Why::away:
      return fill("No training on {0}: you are away.", {date});
    case NoTraining::Why::not_free:
      return fill("No training on {0}: it is none of your free weekdays.", {date});
    case NoTraining::Why::rest:
      break;
  }
  return fill("No training on {0}: rest is part of the plan. This is how often the week asks for what.", {date});
}

std::string next_training(const Explanation& explanation) {
  const std::optional<std::uint32_t> next = explanation.no_training->next;
  if (!next) return "No training follows.";
  const Plan& plan = explanation.plan;
  const Session& session = plan.sessions[*next];
  std::string workouts;
  wording::append_workouts(workouts, plan, plan.routine_of(session));
  if (!is_dated(plan)) return fill("The next training is in week {0}: {1}.", {number(plan.routine_of(session).week), workouts});
  return fill("The next training is on {0}: {1}.", {full_day(plan, session.date), workouts});
}

std::string clearance() { return "A plan for this severity is made only with a clinician's clearance."; }

std::string sources() { return "Where that is from"; }

std::string source(const Source& source) {
  const std::string line = source_line(source);
  return source.seen == Source::Seen::primary ? fill("{0} (read first-hand)", {line}) : line;
}

std::string source_note(const Catalog& catalog, const Source& source) {
  std::string keys;
  Clauses clauses(keys, ", ");
  for (const std::string& key : source.needs_review) clauses.next() += key_words(words_of(catalog), key);
  if (keys.empty()) return source.note;
  return source.note.empty() ? fill("Not confirmed: {0}.", {keys}) : fill("{0} Not confirmed: {1}.", {source.note, keys});
}

std::string finding(const Catalog& catalog, const Evidence& evidence) {
  const std::string_view doubt =
      wording::doubt_of(words_of(catalog), protocol::origin_of(*catalog, evidence.provenance, "finding").confidence);
  return doubt.empty() ? fill("Found: {0}", {evidence.finding}) : fill("Found ({0}): {1}", {doubt, evidence.finding});
}

}  // namespace rehab::explain::words
