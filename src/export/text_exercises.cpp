// How exercises and tests are done: each once, however often the plan asks for it.
#include <algorithm>
#include <array>
#include <string>

#include "export/questions.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "protocol/effective.hpp"

namespace rehab {
namespace {

constexpr std::array<Phrase, 4> notes{"exercise-breath", "exercise-feel", "exercise-avoid", "exercise-studies"};

void note(const TextPage& page, Phrase label, std::string_view text, std::size_t indent) {
  constexpr std::size_t least = 9;  // of the column
  if (text.empty()) return;
  page.canvas.fact(page.words()[label], text, std::max(least, label_width(page.words(), notes)), indent);
}

// In the order in which the plan meets them; the open rungs of a ladder follow the one it starts on.
std::vector<Index<Exercise>> exercises_of(const Plan& plan) {
  std::vector<Index<Exercise>> out;
  const auto add = [&out](Index<Exercise> i) {
    if (std::find(out.begin(), out.end(), i) == out.end()) out.push_back(i);
  };
  for (const PlannedDose& dose : plan.doses) {
    add(dose.exercise);
    if (!dose.ladder) continue;
    const std::vector<PartialDose>& rungs = plan.protocol().ladders[*dose.ladder].rungs;
    for (std::size_t r = dose.rung; r < dose.last_rung && r < rungs.size(); ++r) add(rungs[r].exercise);
  }
  return out;
}

// What decides on moving on, in the order of the phases; then the tests that only the protocol or another rule asks for.
std::vector<Index<Measure>> tests_of(const Plan& plan) {
  std::vector<Index<Measure>> out;
  const auto add = [&out](Index<Measure> i) {
    if (std::find(out.begin(), out.end(), i) == out.end()) out.push_back(i);
  };
  for (const PhaseSpan& span : plan.phases)
    for (const std::vector<Criterion>* criteria : {&plan.phase_of(span).enter, &plan.phase_of(span).move_on})
      for (const Criterion& criterion : *criteria) add(criterion.measure);
  for (const Index<Measure> i : asked_of(plan, Measure::Asked::test)) add(i);
  return out;
}

// "What is normal, from Hébert-Losier 2017 (second-hand)"
std::string norm_title(const Catalog& catalog, const Measure& measure) {
  const Words words = words_of(catalog);
  const Origin from = rehab::protocol::origin_of(*catalog, measure.provenance, "norm");
  std::string out;
  if (from.source) {
    words.append(out, "norm-title-source",
                 {{"source", [&](std::string& to) { wording::append_source(to, catalog[from.source]); }}});
  } else {
    out += words["norm-title"];
  }
  if (const std::string_view doubt = wording::doubt_of(words, from.confidence); !doubt.empty())
    words.wrap(out, 0, "aside", "text", {{"aside", doubt}});
  return out;
}

}  // namespace

void print_steps(const TextPage& page, const Exercise& exercise, std::size_t indent) {
  page.canvas.paragraph(exercise.setup, indent);
  int number = 0;
  for (const std::string& step : exercise.steps) page.canvas.item(step, indent, Ink::plain, std::to_string(++number) + ".");
  note(page, "exercise-breath", exercise.breath, indent);
  note(page, "exercise-feel", exercise.feel, indent);
  note(page, "exercise-avoid", exercise.mistake, indent);
  note(page, "exercise-studies", exercise.evidence, indent);
}

void print_exercises(const TextPage& page) {
  const std::vector<Index<Exercise>> exercises = exercises_of(page.plan);
  if (exercises.empty()) return;
  page.canvas.heading(page.words()["section-exercises"]);
  for (const Index<Exercise> i : exercises) {
    const Exercise& exercise = page.catalog()[i];
    page.canvas.subheading(exercise.title);
    print_steps(page, exercise, 2);
  }
}

void print_norm(Canvas& canvas, const Catalog& catalog, const Measure& measure, std::size_t indent) {
  if (measure.norm.empty()) return;
  const Words words = words_of(catalog);
  canvas.blank();
  canvas.paragraph(norm_title(catalog, measure), indent);
  canvas.row({{8, words["norm-age"], Ink::dim}, {6, words["norm-men"], Ink::dim}, {0, words["norm-women"], Ink::dim}}, indent);
  for (const Measure::Norm& norm : measure.norm) {
    const std::string age = words.say("norm-from-age", {{"age", norm.age}}), men = std::to_string(norm.men),
                      women = std::to_string(norm.women);
    canvas.row({{8, age}, {6, men}, {0, women}}, indent);
  }
}

void print_tests(const TextPage& page) {
  const std::vector<Index<Measure>> tests = tests_of(page.plan);
  if (tests.empty()) return;
  page.canvas.heading(page.words()["section-tests"]);
  for (const Index<Measure> i : tests) {
    const Measure& measure = page.catalog()[i];
    page.canvas.subheading(measure.title);
    std::string ask = measure.ask;
    if (measure.sides) page.words().wrap(ask, 0, "sentences", "a", {{"b", page.words()["test-both-sides"]}});
    page.canvas.paragraph(ask, 2);
    int number = 0;
    for (const std::string& line : measure.how) page.canvas.item(line, 2, Ink::plain, std::to_string(++number) + ".");
    print_norm(page.canvas, page.catalog(), measure, 2);
  }
}

}  // namespace rehab
