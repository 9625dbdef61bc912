// The phases of a protocol for eyes.
#include <algorithm>
#include <array>

#include "export/criteria.hpp"
#include "export/names.hpp"
#include "export/references.hpp"
#include "export/show_page.hpp"
#include "export/stretch_sum.hpp"
#include "export/text_page.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

void fact(const ShowPage& page, std::string_view label, std::string_view text, std::size_t indent = 0) {
  if (!text.empty()) page.canvas.fact(label, text, show_label, indent);
}

// "2 weeks", "11 days"
std::string length_words(const std::optional<BySeverity>& weeks, const std::optional<BySeverity>& days, Severity severity) {
  if (weeks && weeks->at(severity)) return counted(*weeks->at(severity), "week", "weeks");
  if (days && days->at(severity)) return counted(*days->at(severity), "day", "days");
  return {};
}

std::string lengths_of(const Phase& phase, Severity severity) {
  std::string out = length_words(phase.weeks, phase.days, severity);
  if (out.empty()) return "skipped";
  const std::string least = length_words(phase.weeks_min, phase.days_min, severity);
  const std::string most = length_words(phase.weeks_max, phase.days_max, severity);
  if (!least.empty()) (out += ", at least ") += least;
  if (!most.empty()) (out += ", at most ") += most;
  return out;
}

void show_criteria(const ShowPage& page, std::string_view heading, const std::vector<Criterion>& criteria) {
  if (criteria.empty()) return;
  page.canvas.subheading(heading);
  for (const Criterion& c : criteria) {
    page.canvas.item(by_severity(page, [&](Severity s) { return criterion_line(page.catalog, page.protocol, c, s); }));
    page.canvas.paragraph(origins_of(page.catalog, c.provenance), 2, Ink::dim);
  }
}

void show_limits(const ShowPage& page, const Phase& phase) {
  if (phase.limits.empty()) return;
  page.canvas.subheading("Limits");
  for (const Limit& limit : phase.limits) show_limit(page, limit, &phase, 0);
}

void show_extra(const ShowPage& page, const Phase& phase) {
  for (const Extra& extra : phase.extra) {
    std::string line = counted(extra.days, "day", "days") + " more if you answer yes to: " + page.catalog[extra.tag].ask;
    if (const std::string from = origins_of(page.catalog, extra.provenance); !from.empty()) (line += ' ') += from;
    fact(page, "Longer", line);
  }
}

// --- Workouts ----------------------------------------------------------------------------------------------

std::string parts_of(const Words& words, const Workout& workout) {
  std::string out;
  for (const Part part : workout.at) (out += out.empty() ? "" : ", ") += name(words, part);
  return out;
}

std::string aside_of(const Words& words, const Workout& workout) {
  std::string out = workout.optional ? "only when asked for" : "";
  for (const Severity s : workout.only) ((out += out.empty() ? "only " : ", ")) += name(words, s);
  return out;
}

void show_rest(const ShowPage& page, const Workout& workout) {
  if (workout.min_hours_apart) fact(page, "Hours between", "at least " + std::to_string(*workout.min_hours_apart), 2);
  std::string others;
  for (const Phase& phase : page.protocol.phases)
    for (const Workout& other : phase.workouts)
      for (const std::uint8_t number : workout.not_with)
        if (other.number == number && others.find(other.title) == std::string::npos)
          (others += others.empty() ? "" : ", ") += other.title;
  fact(page, "Not on a day with", others, 2);
  if (workout.level) fact(page, "How hard", page.catalog[workout.level].title, 2);
  const std::string between =
      by_severity(page, [&](Severity s) { return amount_words(page.words(), workout.rest_between_exercises_s, s); });
  if (!between.empty()) fact(page, "Rest", between + " s between exercises", 2);
}

void show_workout(const ShowPage& page, const Phase& phase, const Workout& workout) {
  page.canvas.subheading(workout.title, aside_of(page.words(), workout));
  fact(page, "Times a day", by_severity(page, [&](Severity s) { return amount_words(page.words(), workout.times_per_day, s); }), 2);
  fact(page, "Days a week", by_severity(page, [&](Severity s) { return amount_words(page.words(), workout.days_per_week, s); }), 2);
  fact(page, "When", parts_of(page.words(), workout), 2);
  show_rest(page, workout);
  page.canvas.paragraph(origins_of(page.catalog, workout.provenance), 2, Ink::dim);
  show_doses(page, phase, workout);
}

void show_stretch_sum(const ShowPage& page, const Phase& phase) {
  fact(page, "Stretching", by_severity(page, [&](Severity s) {
         std::string out;
         append_stretch_sum(out, *page.catalog, fullest_stretch_week(*page.catalog, page.protocol, phase, s));
         return out;
       }));
}

void show_phase(const ShowPage& page, const Phase& phase, std::size_t number, std::size_t of) {
  page.canvas.heading("Phase " + std::to_string(number) + " of " + std::to_string(of) + ": " + phase.title);
  for (const std::string& goal : phase.goals) page.canvas.item(goal, 0, Ink::plain, "→");
  page.canvas.blank();
  fact(page, "Length", by_severity(page, [&](Severity s) { return lengths_of(phase, s); }));
  show_extra(page, phase);
  const std::string pain = by_severity(page, [&](Severity s) { return amount_words(page.words(), phase.pain_max, s); });
  if (!pain.empty()) fact(page, "Pain at most", pain + (pain.find(' ') == std::string::npos ? " of 10" : " (of 10)"));
  show_stretch_sum(page, phase);
  if (phase.pain_rule) fact(page, "Pain rule", page.catalog[phase.pain_rule].title + ": " + page.catalog[phase.pain_rule].say);
  page.canvas.paragraph(origins_of(page.catalog, phase.provenance), 0, Ink::dim);
  show_criteria(page, "To begin it: tested and true", phase.enter);
  for (const Workout& workout : phase.workouts)
    if (plays(workout, page.only())) show_workout(page, phase, workout);
  show_limits(page, phase);
  show_criteria(page, "To move on", phase.move_on);
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
  page.canvas.heading("Norms");
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) continue;
    page.canvas.subheading(page.catalog->measures[i].title);
    print_norm(page.canvas, page.catalog, page.catalog->measures[i], 0);
  }
}

}  // namespace rehab
