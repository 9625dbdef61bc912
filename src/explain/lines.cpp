// The lines of the page around the rows.
#include "explain/lines.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "explain/lists.hpp"
#include "export/clauses.hpp"
#include "export/criteria.hpp"
#include "export/dates.hpp"
#include "export/source_line.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"
#include "protocol/effective.hpp"
#include "text/append.hpp"

namespace rehab::explain::lines {
namespace {

using wording::Clauses;

// To fill a placeholder with.
struct FullDay {
  const Words& words;
  std::chrono::local_days date;

  void operator()(std::string& out) const { append_full_day(out, words, date); }
};

}  // namespace

std::string where(const Explanation& explanation) {
  const Plan& plan = explanation.plan;
  const Words words = words_of(plan.catalog);
  const std::string_view severity = name(words, plan.intake.severity);
  if (!explanation.date)
    return words.say("why-of-week", {{"week", explanation.week}, {"weeks", plan.weeks}, {"severity", severity}});
  const FullDay day{words, *explanation.date};
  if (explanation.week == 0) return words.say("why-of-day-outside", {{"day", day}, {"severity", severity}});
  return words.say("why-of-day", {{"day", day}, {"week", explanation.week}, {"weeks", plan.weeks}, {"severity", severity}});
}

std::string phase(const Plan& plan, const ExplainedPhase& phase) {
  const Words words = words_of(plan.catalog);
  const PhaseSpan& span = plan.phases[phase.span];
  const Range weeks{phase.first_week, phase.last_week};
  const std::string in_phase = words.say("why-phase", {{"n", phase.last_week - phase.first_week + 1},
                                                       {"phase", plan.phase_of(span).title},
                                                       {"weeks", wording::Ranged{words, weeks}},
                                                       {"all", std::max((span.planned + 6) / 7, phase.last_week)}});
  if (plan.phases.size() == 1) return in_phase;
  return sentence(words.say("phase-of", {{"number", phase.span + 1}, {"count", plan.phases.size()}, {"phase", in_phase}}));
}

std::string times(const Explanation& explanation, const ExplainedWorkout& workout) {
  if (!is_dated(explanation.plan)) return {};
  const Words words = words_of(explanation.plan.catalog);
  std::vector<std::string> told;
  for (const std::uint32_t i : workout.sessions) {
    const Session& session = explanation.plan.sessions[i];
    std::string moment;
    if (explanation.date) {
      text::append_time(moment, session.time);
    } else {
      moment = weekday_words(words, std::chrono::weekday{session.date});
    }
    if (std::find(told.begin(), told.end(), moment) == told.end()) told.push_back(std::move(moment));
  }
  std::string out;
  Clauses clauses(out, words.glue("list"));
  for (const std::string& moment : told) clauses.next() += moment;
  return out;
}

std::string dose(const Plan& plan, const PlannedDose& dose) {
  const Words words = words_of(plan.catalog);
  std::string exercise, volume;
  wording::append_exercise(exercise, plan, dose);
  if (!wording::append_volume(volume, words, dose)) return exercise;
  return words.say("labelled", {{"label", exercise}, {"text", volume}});
}

std::string other_courses(const Explanation& explanation) {
  const Words words = words_of(explanation.plan.catalog);
  const auto course = [&](const OtherCourse& other) {
    if (!other.phase) return std::string(words["why-others-finished"]);
    const Phase& phase = explanation.plan.protocol().phases[*other.phase];
    return words.say("why-others-in-week", {{"week", other.week_of_phase}, {"phase", phase.title}});
  };
  BySeverityList list;
  for (const OtherCourse& other : explanation.others) list.add(other.severity, course(other));
  if (list.empty()) return {};
  return words.say("why-others", {{"week", explanation.week}, {"others", list.said(words)}});
}

std::string no_training(const Explanation& explanation) {
  const Plan& plan = explanation.plan;
  const Words words = words_of(plan.catalog);
  if (!explanation.date) return words.say("why-none-in-week", {{"week", explanation.week}});
  // By NoTraining::Why.
  constexpr std::array<Phrase, 5> reasons{"why-none-before", "why-none-after", "why-none-away", "why-none-not-free",
                                          "why-none-rest"};
  return words.say(reasons[static_cast<std::size_t>(explanation.no_training->why)],
                   {{"day", FullDay{words, *explanation.date}},
                    {"begin", FullDay{words, plan.days.begin}},
                    {"end", FullDay{words, plan.days.end - std::chrono::days{1}}}});
}

std::string next_training(const Explanation& explanation) {
  const Plan& plan = explanation.plan;
  const Words words = words_of(plan.catalog);
  const std::optional<std::uint32_t> next = explanation.no_training->next;
  if (!next) return std::string(words["why-none-follows"]);
  const Session& session = plan.sessions[*next];
  const Routine& routine = plan.routine_of(session);
  const auto workouts = [&](std::string& to) { wording::append_workouts(to, plan, routine); };
  if (!is_dated(plan)) return words.say("why-next-in-week", {{"week", routine.week}, {"workouts", workouts}});
  return words.say("why-next-on-day", {{"day", FullDay{words, session.date}}, {"workouts", workouts}});
}

std::string source(const Catalog& catalog, const Source& source) {
  const Words words = words_of(catalog);
  std::string line = source_line(words, source);
  if (source.seen == Source::Seen::primary) words.wrap(line, 0, "why-read-first-hand", "source");
  return line;
}

std::string source_note(const Catalog& catalog, const Source& source) {
  if (source.needs_review.empty()) return source.note;
  const Words words = words_of(catalog);
  const auto names = [&](std::string& to) {
    Clauses clauses(to, words.glue("list"));
    for (const std::string& key : source.needs_review) clauses.next() += key_words(words, key);
  };
  const std::string doubt = words.say("why-source-doubt", {{"names", names}});
  return source.note.empty() ? doubt : words.say("sentences", {{"a", source.note}, {"b", doubt}});
}

std::string finding(const Catalog& catalog, const Evidence& evidence) {
  const Words words = words_of(catalog);
  const Confidence confidence = protocol::origin_of(*catalog, evidence.provenance, "finding").confidence;
  const std::string_view doubt = wording::doubt_of(words, confidence);
  if (doubt.empty()) return words.say("why-found", {{"finding", evidence.finding}});
  return words.say("why-found-doubt", {{"doubt", doubt}, {"finding", evidence.finding}});
}

}  // namespace rehab::explain::lines
