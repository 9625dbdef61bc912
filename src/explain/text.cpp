// An explanation for eyes: the numbers of each exercise with where they are from, then the phase, then the sources in full. What
// the authors note on the pain rule stands with the protocol, not here.
#include <algorithm>
#include <array>
#include <span>

#include "explain/figures.hpp"
#include "explain/lines.hpp"
#include "explain/lists.hpp"
#include "export/canvas.hpp"
#include "export/standstill.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"
#include "plan/intake.hpp"
#include "rehab/explain.hpp"
#include "rehab/export.hpp"
#include "text/utf8.hpp"

namespace rehab {
namespace explain {
namespace {

// Columns of the numbers in a row; the rest of the page is for where they are from.
std::size_t number_width(const Canvas& canvas) { return std::min<std::size_t>(34, canvas.width() / 2); }

bool names_a_day(Change::Rule rule) {
  constexpr std::array rules{Change::Rule::placed_once, Change::Rule::rest_kept, Change::Rule::gap_moved,
                             Change::Rule::doubled_first};
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

class Page {
 public:
  Page(const Explanation& explanation, Canvas& canvas)
      : why_(explanation), plan_(explanation.plan), words_(words_of(plan_.catalog)), canvas_(canvas) {}

  void run() {
    canvas_.title(words_.say("why-title", {{"protocol", plan_.protocol().title}}));
    canvas_.paragraph(lines::where(why_));
    if (const std::string others = lines::other_courses(why_); !others.empty()) canvas_.paragraph(others, 0, Ink::dim);
    if (plan_.ending == Plan::Ending::stopped) stop();
    if (why_.no_training) no_training();
    for (const ExplainedPhase& phase : why_.phases) training(phase);
    for (const ExplainedPhase& phase : why_.phases) rules(phase);
    sources();
    canvas_.blank();
    const Protocol& protocol = plan_.protocol();
    if (plan::needs_clearance(plan_.catalog, protocol, plan_.intake.severity))
      canvas_.paragraph(words_["why-clearance"], 0, Ink::caution);
    canvas_.paragraph(words_["disclaimer"], 0, Ink::caution);
  }

 private:
  void stop() {
    canvas_.blank();
    print_stops(canvas_, plan_, open_stops(plan_));
  }

  void no_training() {
    canvas_.blank();
    canvas_.paragraph(lines::no_training(why_));
    canvas_.paragraph(lines::next_training(why_));
  }

  void training(const ExplainedPhase& phase) {
    canvas_.heading(lines::phase(plan_, phase));
    for (const ExplainedWorkout& workout : phase.workouts) this->workout(phase, workout);
  }

  void workout(const ExplainedPhase& phase, const ExplainedWorkout& workout) {
    const Workout& written = plan_.phase_of(plan_.phases[phase.span]).workouts[workout.workout];
    canvas_.subheading(written.title, lines::times(why_, workout));
    if (!workout.not_for.empty())
      canvas_.paragraph(words_.say("why-without-workout", {{"severities", names_of(words_, workout.not_for)}}), 2);
    rows(workout.figures, 2);
    changes(workout.changes, 2);
    notes(workout.notes, 2);
    for (std::size_t first = 0; first < workout.doses.size();) {
      std::size_t end = first + 1;
      while (end < workout.doses.size() && is_same(workout.doses[first], workout.doses[end])) ++end;
      doses(phase, std::span(workout.doses).subspan(first, end - first));
      first = end;
    }
  }

  // Of one table of the protocol, and equal in all but the exercise.
  bool is_same(const ExplainedDose& a, const ExplainedDose& b) const {
    const auto without_exercise = [](const ExplainedDose& dose) {
      Rows rows = dose.figures;
      if (!rows.empty() && rows.front().fact == Fact::exercise && rows.front().weeks.empty()) rows.front().value = {};
      return rows;
    };
    return plan_.doses[a.dose].dose == plan_.doses[b.dose].dose && a.changes.empty() && b.changes.empty() &&
           a.not_stated == b.not_stated && without_exercise(a) == without_exercise(b);
  }

  void doses(const ExplainedPhase& phase, std::span<const ExplainedDose> same) {
    canvas_.blank();
    for (const ExplainedDose& dose : same) canvas_.item(lines::dose(plan_, plan_.doses[dose.dose]), 2, Ink::accent);
    const DosePlace place{plan_, phase.span, plan_.doses[same.front().dose]};
    Rows shown = same.front().figures;
    const bool one_set = !place.dose.sets.value || place.dose.sets.value->max <= 1;
    if (one_set) std::erase_if(shown, [](const ExplainedFigure& f) { return f.fact == Fact::rest_s; });  // between sets
    changes(same.front().changes, 4);
    const PlannedDose& dose = place.dose;
    if (dose.load_steps != 0 || dose.volume_percent != 100) standing(dose);
    rows(shown, 4);
    conditions(place, same.front());
    if (!same.front().not_stated.empty()) canvas_.paragraph(lines::not_stated(plan_.catalog, same.front().not_stated), 4);
    notes(same.front().notes, 4);
  }

  // Where the diary has brought the dose; the rows under it are the protocol's.
  void standing(const PlannedDose& dose) {
    std::string now;
    wording::append_standing(now, plan_, dose);
    canvas_.paragraph(words_.say("why-standing", {{"standing", std::string_view(now)}}), 4);
    canvas_.paragraph(words_["why-before-diary"], 4, Ink::dim);
  }

  void conditions(const DosePlace& place, const ExplainedDose& dose) {
    const Load* load = place.load();
    if (load != nullptr && !load->step_when.empty()) canvas_.paragraph(lines::step_conditions(plan_, load->step_when), 4);
    if (!place.dose.ladder) return;
    const Ladder& ladder = place.protocol().ladders[*place.dose.ladder];
    if (!ladder.up_when.empty()) canvas_.paragraph(lines::rung_conditions(plan_, ladder.up_when), 4);
    if (dose.closed_rung)
      canvas_.paragraph(words_.say("why-rung-closed", {{"exercise", exercise_of(ladder, *dose.closed_rung).title}}), 4,
                        Ink::caution);
  }

  const Exercise& exercise_of(const Ladder& ladder, std::uint16_t rung) const {
    return plan_.catalog[ladder.rungs[rung - 1u].exercise];
  }

  // Numbers that have the same origin and nothing else to say share a row.
  void rows(const Rows& figures, std::size_t indent) {
    for (std::size_t i = 0; i < figures.size();) {
      std::string numbers = lines::own_value(plan_, figures[i]);
      std::size_t end = i + 1;
      for (; end < figures.size() && shares_row(figures[end - 1], figures[end]); ++end) {
        const std::string next = std::string(words_.glue("list")) + lines::own_value(plan_, figures[end]);
        if (text::columns(numbers) + text::columns(next) > number_width(canvas_)) break;
        numbers += next;
      }
      row(figures[i], numbers, indent);
      i = end;
    }
  }

  static bool shares_row(const ExplainedFigure& a, const ExplainedFigure& b) {
    const auto plain = [](const ExplainedFigure& f) { return f.severities.empty() && f.weeks.empty() && f.value != FactValue{}; };
    return plain(a) && plain(b) && a.origin == b.origin;
  }

  void row(const ExplainedFigure& figure, const std::string& numbers, std::size_t indent) {
    const std::string from = figure.value == FactValue{} ? std::string() : lines::origin(plan_.catalog, figure.origin);
    canvas_.row({{number_width(canvas_), numbers}, {0, from, Ink::dim}}, indent);
    for (const std::string& effect : {lines::others(plan_, figure), lines::weeks(plan_, figure)})
      if (!effect.empty()) canvas_.paragraph(effect, indent + 4);
  }

  // Of a plan without dates those are not told that speak of a day.
  void changes(const std::vector<std::uint32_t>& list, std::size_t indent) {
    for (const std::uint32_t i : list)
      if (is_dated(plan_) || !names_a_day(plan_.changes[i].rule))
        canvas_.paragraph(describe(plan_, plan_.changes[i]), indent, Ink::caution);
  }

  void notes(const std::vector<std::string>& list, std::size_t indent) {
    for (const std::string& note : list) canvas_.paragraph(words_.say("why-note", {{"note", note}}), indent, Ink::dim);
  }

  void rules(const ExplainedPhase& phase) {
    const Phase& written = plan_.phase_of(plan_.phases[phase.span]);
    canvas_.heading(words_.say("why-about-phase", {{"phase", written.title}}));
    if (!phase.not_for.empty())
      canvas_.paragraph(words_.say("why-without-phase", {{"severities", names_of(words_, phase.not_for)}}), 2);
    rows(phase.figures, 2);
    for (const Limit& limit : written.limits) canvas_.paragraph(lines::limit(plan_, written, limit), 2);
    changes(phase.changes, 2);
    notes(phase.notes, 2);
  }

  void sources() {
    if (why_.sources.empty()) return;
    canvas_.heading(words_["why-sources"]);
    for (const ExplainedSource& cited : why_.sources) {
      const Source& source = plan_.catalog[cited.source];
      canvas_.item(lines::source(plan_.catalog, source));
      canvas_.paragraph(lines::source_note(plan_.catalog, source), 2, Ink::dim);
      for (const std::uint16_t e : cited.evidence)
        canvas_.paragraph(lines::finding(plan_.catalog, plan_.protocol().evidence[e]), 2);
    }
  }

  const Explanation& why_;
  const Plan& plan_;
  const Words words_;
  Canvas& canvas_;
};

}  // namespace
}  // namespace explain

std::string explanation_text(const Explanation& explanation, int width, bool color) {
  std::string out;
  Canvas canvas(out, width, color);
  explain::Page(explanation, canvas).run();
  return out;
}

}  // namespace rehab
