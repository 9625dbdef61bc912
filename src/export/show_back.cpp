// What stands around the phases of a protocol: red flags, loads and ladders, texts, open questions, sources.
#include <array>

#include "export/criteria.hpp"
#include "export/names.hpp"
#include "export/references.hpp"
#include "export/show_page.hpp"
#include "export/source_line.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

// By RedFlag::Urgency.
constexpr std::array<std::string_view, 4> urgencies{"now, an emergency", "today", "within days", "before training"};

// --- Loads, ladders, substitutes, assumptions --------------------------------------------------------------

void show_load(const ShowPage& page, const Load& load, std::uint16_t index) {
  std::string line;
  wording::append_load(line, page.catalog, page.protocol, {LoadName::Kind::named, index}, page.shown.front());
  page.canvas.item("Load “" + load.id + "”: " + sentence(std::move(line)));
  std::string needs;
  for (const Index<Equipment> i : load.equipment)
    page.words().append_inside(needs += needs.empty() ? "Needs " : "; ", page.catalog[i].title);
  if (!needs.empty())
    page.canvas.paragraph(needs + (load.required ? "; without it the dose falls away" : "; without it the dose stays"), 2);
  page.canvas.paragraph(origins_of(page.catalog, load.provenance), 2, Ink::dim);
  for (const Criterion& c : load.step_when)
    page.canvas.paragraph("A step asks for: " + criterion_line(page.catalog, page.protocol, c, page.shown.front()) + ' ' +
                              origins_of(page.catalog, c.provenance),
                          2, Ink::dim);
}

void show_ladder(const ShowPage& page, const Ladder& ladder) {
  std::string rungs;
  for (const PartialDose& rung : ladder.rungs) (rungs += rungs.empty() ? "" : " → ") += page.catalog[rung.exercise].title;
  page.canvas.item("Ladder “" + ladder.title + "”: " + rungs);
  std::string up = "One rung up ";
  if (ladder.up_when.empty()) {
    up += "when a whole session stayed within the pain limit";
  } else {
    wording::append_conditions(up, page.catalog, page.protocol, ladder.up_when, page.shown.front());
  }
  page.canvas.paragraph(up + '.', 2);
  for (const Limit& limit : ladder.limits) show_limit(page, limit, nullptr, 2);
}

// "reps 12; hold 30–45": the numbers that a substitute brings along.
std::string partial_words(const ShowPage& page, const DoseNumbers& n) {
  struct Named {
    std::string_view words, unit;
    const Amount* amount;
  };
  const std::array<Named, 8> rows{{{"sets", "", &n.sets},
                                   {"repetitions", "", &n.reps},
                                   {"hold", " s", &n.hold_s},
                                   {"duration", " min", &n.duration_min},
                                   {"distance", " m", &n.distance_m},
                                   {"effort", " %", &n.effort_percent},
                                   {"rest", " s", &n.rest_s},
                                   {"rest between repetitions", " s", &n.rest_between_reps_s}}};
  std::string out;
  for (const Named& row : rows) {
    const std::string words = by_severity(page, [&](Severity s) { return amount_words(page.words(), *row.amount, s); });
    if (words.empty()) continue;
    (((out += out.empty() ? " with " : ", ") += row.words) += ' ') += words;
    out += row.unit;
  }
  return out;
}

void show_substitute(const ShowPage& page, const Substitute& s) {
  page.canvas.item("Instead of “" + page.catalog[s.replaces].title + "”: " + page.catalog[s.with.exercise].title +
                   partial_words(page, s.with.numbers));
  page.canvas.paragraph(origins_of(page.catalog, s.with.numbers.provenance), 2, Ink::dim);
}

void show_assumption(const ShowPage& page, const Assumption& a) {
  std::string line = "Every dose of kind “" + std::string(name(page.words(), a.kind)) + "” that says nothing else: ";
  std::string_view glue;
  if (a.tempo_s && wording::append_tempo(line, page.words(), *a.tempo_s)) glue = ", ";
  const auto append = [&](std::string_view words, const Amount& amount) {
    const std::string seconds = by_severity(page, [&](Severity s) { return amount_words(page.words(), amount, s); });
    if (seconds.empty()) return;
    ((line += glue) += words) += seconds + " s";
    glue = ", ";
  };
  append("rest ", a.rest_s);
  append("rest between repetitions ", a.rest_between_reps_s);
  if (a.side) (line += glue) += *a.side == DoseSide::each ? "each leg" : "the injured leg";
  page.canvas.item(line);
}

// --- Open questions ----------------------------------------------------------------------------------------

// Notes are for reviewers; each under the name of what it is about.
class Questions {
 public:
  explicit Questions(const ShowPage& page) : page_(page) {}

  void ask(std::string about, const Provenance& provenance) {
    if (provenance.note.empty() && provenance.needs_review.empty()) return;
    std::string line = std::move(about) + ": " + provenance.note;
    if (provenance.note.empty()) line += doubts_of(page_.words(), provenance);
    heading();
    page_.canvas.item(line);
  }
  void ask_source(const Source& source) {
    if (source.note.empty() && source.needs_review.empty()) return;
    std::string line = source_line(source) + ": " + source.note;
    for (const std::string& key : source.needs_review)
      line += " (" + std::string(key_words(page_.words(), key)) + " not confirmed)";
    heading();
    page_.canvas.item(line);
  }

 private:
  void heading() {
    if (!any_) page_.canvas.heading("Open questions for reviewers");
    any_ = true;
  }

  const ShowPage& page_;
  bool any_ = false;
};

void ask_phase(Questions& questions, const ShowPage& page, const Phase& phase) {
  questions.ask(phase.title, phase.provenance);
  for (const std::vector<Criterion>* list : {&phase.enter, &phase.move_on})
    for (const Criterion& c : *list) questions.ask(phase.title + ", " + page.catalog[c.measure].title, c.provenance);
  for (const Limit& limit : phase.limits) questions.ask(phase.title + ", limit " + limit.id, limit.criterion.provenance);
  for (const Extra& extra : phase.extra) questions.ask(phase.title + ", extra days", extra.provenance);
  for (const Workout& workout : phase.workouts) {
    if (!plays(workout, page.only())) continue;
    questions.ask(phase.title + ", " + workout.title, workout.provenance);
    for (std::size_t d = 0; d < workout.doses.size(); ++d)
      questions.ask(phase.title + ", " + workout.title + ", dose " + std::to_string(d + 1), workout.doses[d].numbers.provenance);
  }
}

void ask_frame(Questions& questions, const ShowPage& page) {
  const Protocol& p = page.protocol;
  for (const Severity s : page.shown)
    if (const std::optional<SeverityOffer>& offer = p.severity[static_cast<std::size_t>(s)])
      questions.ask("Severity " + std::string(name(page.words(), s)), offer->provenance);
  if (p.condition) questions.ask(page.catalog[p.condition].title, page.catalog[p.condition].provenance);
  if (p.pain_rule) questions.ask("Pain rule", page.catalog[p.pain_rule].provenance);
  for (const Limit& limit : p.limits) questions.ask("Limit " + limit.id, limit.criterion.provenance);
  for (const Load& load : p.loads) questions.ask("Load " + load.id, load.provenance);
  for (const Ladder& ladder : p.ladders) questions.ask("Ladder " + ladder.title, ladder.provenance);
  for (const Substitute& s : p.instead) questions.ask("Instead of " + page.catalog[s.replaces].title, s.with.numbers.provenance);
}

// --- Findings ----------------------------------------------------------------------------------------------

void show_findings(const ShowPage& page) {
  bool any = false;
  const auto show = [&](const std::string& finding, const Provenance& provenance) {
    if (finding.empty()) return;
    if (!any) page.canvas.heading("What studies found");
    any = true;
    page.canvas.item(finding);
    page.canvas.paragraph(origins_of(page.catalog, provenance), 2, Ink::dim);
  };
  for (const Evidence& evidence : page.protocol.evidence) show(evidence.finding, evidence.provenance);
  const References used = references_of(page.catalog, page.protocol, page.only());
  for (std::size_t i = 0; i < used.exercises.size(); ++i) {
    const Exercise& exercise = page.catalog->exercises[i];
    if (used.exercises[i] && !exercise.evidence.empty()) show(exercise.title + ": " + exercise.evidence, exercise.provenance);
  }
}

}  // namespace

void show_red_flags(const ShowPage& page) {
  page.canvas.heading("Red flags: one yes stops the plan");
  for (const RedFlag* flag : red_flags_of(page.catalog, page.protocol.condition)) {
    std::string aside = std::string(urgencies[static_cast<std::size_t>(flag->urgency)]);
    if (flag->moment == RedFlag::Moment::session) aside += "; asked after sessions";
    page.canvas.subheading(flag->title, aside);
    page.canvas.paragraph(flag->ask, 2);
    page.canvas.paragraph(flag->act, 2, flag->urgency == RedFlag::Urgency::emergency ? Ink::danger : Ink::bold);
    page.canvas.paragraph(origins_of(page.catalog, flag->provenance), 2, Ink::dim);
  }
}

void show_means(const ShowPage& page) {
  const Protocol& p = page.protocol;
  if (p.loads.empty() && p.ladders.empty() && p.instead.empty() && p.assume.empty()) return;
  page.canvas.heading("Loads, ladders, substitutes, assumptions");
  for (std::size_t i = 0; i < p.loads.size(); ++i) show_load(page, p.loads[i], static_cast<std::uint16_t>(i));
  for (const Ladder& ladder : p.ladders) show_ladder(page, ladder);
  for (const Substitute& s : p.instead) show_substitute(page, s);
  if (p.assume.empty()) return;
  page.canvas.subheading("Assumed, where the source is silent");
  for (const Assumption& a : p.assume) show_assumption(page, a);
}

void show_texts(const ShowPage& page) {
  for (const Advice& advice : page.protocol.advice) {
    if (&advice == &page.protocol.advice.front()) page.canvas.heading("Advice");
    page.canvas.subheading(advice.title, name(advice.weight));
    for (const std::string& line : advice.lines) page.canvas.item(line, 2);
    page.canvas.paragraph(origins_of(page.catalog, advice.provenance), 2, Ink::dim);
  }
  show_findings(page);
  page.canvas.heading("Afterwards");
  page.canvas.paragraph(page.protocol.after);
  page.canvas.paragraph(last_word(page.words(), page.protocol.end), 0, Ink::bold);
  for (const std::string& next : page.protocol.next) {
    const Protocol* there = page.catalog.find(next);
    page.canvas.item("may be followed by " + (there ? there->title + " (" + next + ')' : next));
  }
}

void show_questions(const ShowPage& page) {
  Questions questions(page);
  ask_frame(questions, page);
  for (const Phase& phase : page.protocol.phases)
    if (plays(phase, page.only())) ask_phase(questions, page, phase);
  for (const Advice& advice : page.protocol.advice) questions.ask("Advice, " + advice.title, advice.provenance);
  for (const Evidence& evidence : page.protocol.evidence) questions.ask("Finding " + evidence.id, evidence.provenance);
  const References used = references_of(page.catalog, page.protocol, page.only());
  for (std::size_t i = 0; i < used.measures.size(); ++i)
    if (used.measures[i]) questions.ask("Test, " + page.catalog->measures[i].title, page.catalog->measures[i].provenance);
  for (std::size_t i = 0; i < used.exercises.size(); ++i)
    if (used.exercises[i]) questions.ask("Exercise, " + page.catalog->exercises[i].title, page.catalog->exercises[i].provenance);
  for (const RedFlag* flag : red_flags_of(page.catalog, page.protocol.condition))
    questions.ask("Red flag, " + flag->title, flag->provenance);
  for (std::size_t i = 0; i < used.sources.size(); ++i)
    if (used.sources[i]) questions.ask_source(page.catalog->sources[i]);
}

void show_sources(const ShowPage& page) {
  const References used = references_of(page.catalog, page.protocol, page.only());
  bool any = false;
  for (std::size_t i = 0; i < used.sources.size(); ++i) {
    if (!used.sources[i]) continue;
    if (!any) page.canvas.heading("Sources");
    any = true;
    page.canvas.item(source_line(page.catalog->sources[i]));
  }
}

}  // namespace rehab
