// The phases of a protocol for eyes.
#include <algorithm>

#include "export/clauses.hpp"
#include "export/criteria.hpp"
#include "export/names.hpp"
#include "export/references.hpp"
#include "export/show_page.hpp"
#include "export/text_page.hpp"

namespace rehab {
namespace {

using wording::Clauses;

// "2 weeks", "11 days"
std::string length_words(const Words& words, const std::optional<BySeverity>& weeks, const std::optional<BySeverity>& days,
                         Severity severity) {
  if (weeks && weeks->at(severity)) return words.say("weeks", {{"n", *weeks->at(severity)}});
  if (days && days->at(severity)) return words.say("days", {{"n", *days->at(severity)}});
  return {};
}

std::string lengths_of(const Words& words, const Phase& phase, Severity severity) {
  std::string out = length_words(words, phase.weeks, phase.days, severity);
  if (out.empty()) return std::string(words["show-skipped"]);
  const std::string least = length_words(words, phase.weeks_min, phase.days_min, severity);
  const std::string most = length_words(words, phase.weeks_max, phase.days_max, severity);
  if (!least.empty()) words.wrap(out, 0, "show-length-least", "length", {{"least", least}});
  if (!most.empty()) words.wrap(out, 0, "show-length-most", "length", {{"most", most}});
  return out;
}

void show_criteria(const ShowPage& page, Phrase heading, const std::vector<Criterion>& criteria) {
  if (criteria.empty()) return;
  page.canvas.subheading(page.words()[heading]);
  for (const Criterion& c : criteria) {
    page.canvas.item(by_severity(page, [&](Severity s) { return criterion_line(page.catalog, page.protocol, c, s); }));
    page.canvas.paragraph(origins_of(page.catalog, c.provenance), 2, Ink::dim);
  }
}

void show_limits(const ShowPage& page, const Phase& phase) {
  if (phase.limits.empty()) return;
  page.canvas.subheading(page.words()["show-limits"]);
  for (const Limit& limit : phase.limits) show_limit(page, limit, &phase, 0);
}

void show_extra(const ShowPage& page, const Phase& phase) {
  const Words words = page.words();
  for (const Extra& extra : phase.extra) {
    std::string line = words.say("show-longer-if", {{"n", extra.days}, {"question", page.catalog[extra.tag].ask}});
    if (const std::string from = origins_of(page.catalog, extra.provenance); !from.empty())
      (line += words.glue("sentences")) += from;
    show_fact(page, "show-longer", line);
  }
}

// "5 of 10", "mild: 5; severe: 3 (of 10)"
std::string pain_limit(const ShowPage& page, const Phase& phase) {
  const std::string pain = by_severity(page, [&](Severity s) { return amount_words(page.words(), phase.pain_max, s); });
  if (pain.empty()) return pain;
  const bool one_number = pain.find_first_not_of("0123456789") == std::string::npos;
  return one_number ? page.words().say("show-pain-number", {{"number", pain}})
                    : page.words().say("show-pain-numbers", {{"numbers", pain}});
}

// --- Workouts ----------------------------------------------------------------------------------------------

std::string parts_of(const Words& words, const Workout& workout) {
  std::string out;
  Clauses clauses(out, words.glue("list"));
  for (const Part part : workout.at) clauses.next() += name(words, part);
  return out;
}

// "only when asked for", "only moderate, severe"
std::string aside_of(const Words& words, const Workout& workout) {
  std::string out;
  Clauses clauses(out, words.glue("list"));
  if (workout.optional) clauses.next() += words["show-only-when-asked"];
  const auto only = [&](std::string& to) {
    Clauses list(to, words.glue("list"));
    for (const Severity s : workout.only) list.next() += name(words, s);
  };
  if (!workout.only.empty()) words.append(clauses.next(), "show-only-severities", {{"severities", only}});
  return out;
}

// The workouts that this one never shares a day with, each title once.
std::string others_of(const ShowPage& page, const Workout& workout) {
  std::vector<std::string_view> titles;
  for (const Phase& phase : page.protocol.phases)
    for (const Workout& other : phase.workouts)
      for (const std::uint8_t number : workout.not_with)
        if (other.number == number && std::find(titles.begin(), titles.end(), other.title) == titles.end())
          titles.push_back(other.title);
  std::string out;
  Clauses clauses(out, page.words().glue("list"));
  for (const std::string_view title : titles) clauses.next() += title;
  return out;
}

void show_rest(const ShowPage& page, const Workout& workout) {
  const Words words = page.words();
  if (workout.min_hours_apart)
    show_fact(page, "show-hours-between", words.say("show-at-least-hours", {{"hours", *workout.min_hours_apart}}), 2);
  show_fact(page, "show-not-with", others_of(page, workout), 2);
  if (workout.level) show_fact(page, "show-how-hard", page.catalog[workout.level].title, 2);
  const std::string between =
      by_severity(page, [&](Severity s) { return amount_words(words, workout.rest_between_exercises_s, s); });
  if (!between.empty()) show_fact(page, "show-rest", words.say("show-rest-between-exercises", {{"seconds", between}}), 2);
}

void show_workout(const ShowPage& page, const Phase& phase, const Workout& workout) {
  const Words words = page.words();
  page.canvas.subheading(workout.title, aside_of(words, workout));
  show_fact(page, "show-times-a-day", by_severity(page, [&](Severity s) { return amount_words(words, workout.times_per_day, s); }),
            2);
  show_fact(page, "show-days-a-week", by_severity(page, [&](Severity s) { return amount_words(words, workout.days_per_week, s); }),
            2);
  show_fact(page, "show-when", parts_of(words, workout), 2);
  show_rest(page, workout);
  page.canvas.paragraph(origins_of(page.catalog, workout.provenance), 2, Ink::dim);
  show_doses(page, phase, workout);
}

void show_phase(const ShowPage& page, const Phase& phase, std::size_t number, std::size_t count) {
  const Words words = page.words();
  page.canvas.heading(words.say("show-phase", {{"number", number}, {"count", count}, {"phase", phase.title}}));
  for (const std::string& goal : phase.goals) page.canvas.item(goal, 0, Ink::plain, "→");
  page.canvas.blank();
  show_fact(page, "show-length", by_severity(page, [&](Severity s) { return lengths_of(words, phase, s); }));
  show_extra(page, phase);
  show_fact(page, "show-pain-at-most", pain_limit(page, phase));
  if (phase.pain_rule) {
    const PainRule& rule = page.catalog[phase.pain_rule];
    show_fact(page, "show-rule-of-phase", words.say("labelled", {{"label", rule.title}, {"text", rule.say}}));
  }
  page.canvas.paragraph(origins_of(page.catalog, phase.provenance), 0, Ink::dim);
  show_criteria(page, "show-to-begin", phase.enter);
  for (const Workout& workout : phase.workouts)
    if (plays(workout, page.only())) show_workout(page, phase, workout);
  show_limits(page, phase);
  show_criteria(page, "show-to-move-on", phase.move_on);
}

}  // namespace

void show_phases(const ShowPage& page) {
  std::size_t count = 0, number = 0;
  for (const Phase& phase : page.protocol.phases) count += plays(phase, page.only()) ? 1u : 0u;
  for (const Phase& phase : page.protocol.phases)
    if (plays(phase, page.only())) show_phase(page, phase, ++number, count);
}

void show_norms(const ShowPage& page) {
  std::vector<bool> used(page.catalog->measures.size(), false);
  for (const Phase& phase : page.protocol.phases)
    for (const std::vector<Criterion>* criteria : {&phase.enter, &phase.move_on})
      for (const Criterion& c : *criteria)
        if (c.norm_percent && plays(phase, page.only())) used[c.measure.value] = true;
  if (std::find(used.begin(), used.end(), true) == used.end()) return;
  page.canvas.heading(page.words()["show-norms"]);
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) continue;
    page.canvas.subheading(page.catalog->measures[i].title);
    print_norm(page.canvas, page.catalog, page.catalog->measures[i], 0);
  }
}

}  // namespace rehab
