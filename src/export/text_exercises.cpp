// How exercises and tests are done: each once, however often the plan asks for it.
#include <algorithm>
#include <string>

#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "protocol/effective.hpp"

namespace rehab {
namespace {

void note(const TextPage& page, std::string_view label, std::string_view text, std::size_t indent) {
  if (!text.empty()) page.canvas.fact(label, text, 9, indent);
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

// The tests that decide on moving on, in the order of the phases.
std::vector<Index<Measure>> tests_of(const Plan& plan) {
  std::vector<Index<Measure>> out;
  for (const PhaseSpan& span : plan.phases)
    for (const std::vector<Criterion>* criteria : {&plan.phase_of(span).enter, &plan.phase_of(span).move_on})
      for (const Criterion& criterion : *criteria)
        if (std::find(out.begin(), out.end(), criterion.measure) == out.end()) out.push_back(criterion.measure);
  return out;
}

}  // namespace

void print_steps(const TextPage& page, const Exercise& exercise, std::size_t indent) {
  page.canvas.paragraph(exercise.setup, indent);
  int number = 0;
  for (const std::string& step : exercise.steps) page.canvas.item(step, indent, Ink::plain, std::to_string(++number) + ".");
  note(page, "Breath", exercise.breath, indent);
  note(page, "Feel", exercise.feel, indent);
  note(page, "Avoid", exercise.mistake, indent);
  note(page, "Studies", exercise.evidence, indent);
}

void print_exercises(const TextPage& page) {
  const std::vector<Index<Exercise>> exercises = exercises_of(page.plan);
  if (exercises.empty()) return;
  page.canvas.heading("How to do the exercises");
  for (const Index<Exercise> i : exercises) {
    const Exercise& exercise = page.catalog()[i];
    page.canvas.subheading(exercise.title);
    print_steps(page, exercise, 2);
  }
}

void print_norm(Canvas& canvas, const Catalog& catalog, const Measure& measure, std::size_t indent) {
  if (measure.norm.empty()) return;
  const Origin from = rehab::protocol::origin_of(*catalog, measure.provenance, "norm");
  std::string line = "What is normal";
  if (from.source) wording::append_source(line += ", from ", catalog[from.source]);
  if (const std::string_view doubt = wording::doubt_of(words_of(catalog), from.confidence); !doubt.empty())
    ((line += " (") += doubt) += ')';
  canvas.blank();
  canvas.paragraph(line, indent);
  canvas.row({{8, "Age", Ink::dim}, {6, "Men", Ink::dim}, {0, "Women", Ink::dim}}, indent);
  for (const Measure::Norm& norm : measure.norm) {
    const std::string age = "from " + std::to_string(norm.age), men = std::to_string(norm.men), women = std::to_string(norm.women);
    canvas.row({{8, age}, {6, men}, {0, women}}, indent);
  }
}

void print_tests(const TextPage& page) {
  const std::vector<Index<Measure>> tests = tests_of(page.plan);
  if (tests.empty()) return;
  page.canvas.heading("How to do the tests");
  for (const Index<Measure> i : tests) {
    const Measure& measure = page.catalog()[i];
    page.canvas.subheading(measure.title);
    std::string ask = measure.ask;
    if (measure.sides) ask += " Test both sides, one after the other.";
    page.canvas.paragraph(ask, 2);
    int number = 0;
    for (const std::string& line : measure.how) page.canvas.item(line, 2, Ink::plain, std::to_string(++number) + ".");
    print_norm(page.canvas, page.catalog(), measure, 2);
  }
}

}  // namespace rehab
