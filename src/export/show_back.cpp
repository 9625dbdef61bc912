// What stands around the phases of a protocol: red flags, loads and ladders, texts, open questions, sources.
#include <array>

#include "export/clauses.hpp"
#include "export/criteria.hpp"
#include "export/names.hpp"
#include "export/references.hpp"
#include "export/show_page.hpp"
#include "export/source_line.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"

namespace rehab {
namespace {

using wording::Clauses;

// By RedFlag::Urgency.
constexpr std::array<Phrase, 4> urgencies{"show-now", "show-today", "show-within-days", "show-before-training"};
// By Advice::Weight.
constexpr std::array<Phrase, 4> weights{"show-trial", "show-guideline", "show-expert", "show-opinion"};
static_assert(urgencies.size() == urgency_names.size() && weights.size() == weight_names.size());

// --- Loads, ladders, substitutes, assumptions --------------------------------------------------------------

void show_step(const ShowPage& page, const Criterion& c) {
  const Words words = page.words();
  std::string line =
      words.say("show-step-asks", {{"criterion", criterion_line(page.catalog, page.protocol, c, page.shown.front())}});
  if (const std::string from = origins_of(page.catalog, c.provenance); !from.empty()) (line += words.glue("sentences")) += from;
  page.canvas.paragraph(line, 2, Ink::dim);
}

void show_load(const ShowPage& page, const Load& load, std::uint16_t index) {
  const Words words = page.words();
  std::string line;
  wording::append_load(line, page.catalog, page.protocol, {LoadName::Kind::named, index}, page.shown.front());
  page.canvas.item(words.say("show-load", {{"id", load.id}, {"load", sentence(std::move(line))}}));
  const auto equipment = [&](std::string& to) {
    Clauses clauses(to, words.glue("list-parts"));
    for (const Index<Equipment> i : load.equipment) words.append_inside(clauses.next(), page.catalog[i].title);
  };
  if (!load.equipment.empty())
    page.canvas.paragraph(
        words.say(load.required ? Phrase("show-load-falls-away") : Phrase("show-load-stays"), {{"equipment", equipment}}), 2);
  page.canvas.paragraph(origins_of(page.catalog, load.provenance), 2, Ink::dim);
  for (const Criterion& c : load.step_when) show_step(page, c);
}

void show_ladder(const ShowPage& page, const Ladder& ladder) {
  const Words words = page.words();
  const auto rungs = [&](std::string& to) {
    Clauses clauses(to, words.glue("show-list-rungs"));
    for (const PartialDose& rung : ladder.rungs) clauses.next() += page.catalog[rung.exercise].title;
  };
  const auto when = [&](std::string& to) {
    if (ladder.up_when.empty()) {
      to += words["show-when-within-limit"];
    } else {
      wording::append_conditions(to, page.catalog, page.protocol, ladder.up_when, page.shown.front());
    }
  };
  page.canvas.item(words.say("show-ladder", {{"ladder", ladder.title}, {"rungs", rungs}}));
  page.canvas.paragraph(words.say("show-rung-up", {{"when", when}}), 2);
  for (const Limit& limit : ladder.limits) show_limit(page, limit, nullptr, 2);
}

void append_amount(Clauses& clauses, const ShowPage& page, Phrase phrase, const Amount& amount) {
  const std::string number = by_severity(page, [&](Severity s) { return amount_words(page.words(), amount, s); });
  if (!number.empty()) page.words().append(clauses.next(), phrase, {{"number", number}});
}

// "repetitions 12, hold 30–45 s": the numbers that a substitute brings along.
std::string partial_words(const ShowPage& page, const DoseNumbers& n) {
  std::string out;
  Clauses clauses(out, page.words().glue("list"));
  append_amount(clauses, page, "show-number-sets", n.sets);
  append_amount(clauses, page, "show-number-reps", n.reps);
  append_amount(clauses, page, "show-number-hold", n.hold_s);
  append_amount(clauses, page, "show-number-duration", n.duration_min);
  append_amount(clauses, page, "show-number-distance", n.distance_m);
  append_amount(clauses, page, "show-number-effort", n.effort_percent);
  append_amount(clauses, page, "show-number-rest", n.rest_s);
  append_amount(clauses, page, "show-number-rest-reps", n.rest_between_reps_s);
  return out;
}

void show_substitute(const ShowPage& page, const Substitute& s) {
  const std::string numbers = partial_words(page, s.with.numbers);
  const std::string_view other = page.catalog[s.replaces].title, exercise = page.catalog[s.with.exercise].title;
  page.canvas.item(numbers.empty()
                       ? page.words().say("show-instead", {{"other", other}, {"exercise", exercise}})
                       : page.words().say("show-instead-with", {{"other", other}, {"exercise", exercise}, {"numbers", numbers}}));
  page.canvas.paragraph(origins_of(page.catalog, s.with.numbers.provenance), 2, Ink::dim);
}

void show_assumption(const ShowPage& page, const Assumption& a) {
  const Words words = page.words();
  const auto numbers = [&](std::string& to) {
    const std::size_t begin = to.size();
    const bool tempo = a.tempo_s && wording::append_tempo(to, words, *a.tempo_s);
    Clauses clauses(to, words.glue("list"), tempo && to.size() > begin);
    append_amount(clauses, page, "show-number-rest", a.rest_s);
    append_amount(clauses, page, "show-number-rest-reps", a.rest_between_reps_s);
    if (a.side) clauses.next() += words[*a.side == DoseSide::each ? Phrase("each-leg") : Phrase("injured-leg")];
  };
  page.canvas.item(words.say("show-assumed-of-kind", {{"kind", name(words, a.kind)}, {"numbers", numbers}}));
}

// --- Open questions ----------------------------------------------------------------------------------------

// Notes are for reviewers; each under the name of what it is about.
class Questions {
 public:
  explicit Questions(const ShowPage& page) : page_(page) {}

  void ask(std::string_view about, const Provenance& provenance) {
    if (!is_open(provenance.note, provenance.needs_review)) return;
    print(about, provenance.note.empty() ? doubts_of(words_, provenance) : provenance.note);
  }
  void ask(Phrase about, Fillings fillings, const Provenance& provenance) { ask(words_.say(about, fillings), provenance); }
  void ask_source(const Source& source) {
    if (!is_open(source.note, source.needs_review)) return;
    std::string text = source.note;
    Clauses clauses(text, words_.glue("sentences"), !text.empty());
    for (const std::string& key : source.needs_review)
      words_.append(clauses.next(), "show-key-not-confirmed", {{"key", key_words(words_, key)}});
    print(source_line(words_, source), text);
  }

 private:
  static bool is_open(const std::string& note, const std::vector<std::string>& needs_review) {
    return !note.empty() || !needs_review.empty();
  }
  void print(std::string_view about, std::string_view text) {
    if (!any_) page_.canvas.heading(words_["show-questions"]);
    any_ = true;
    page_.canvas.item(words_.say("labelled", {{"label", about}, {"text", text}}));
  }

  const ShowPage& page_;
  const Words words_ = page_.words();
  bool any_ = false;
};

void ask_phase(Questions& questions, const ShowPage& page, const Phase& phase) {
  const std::string& title = phase.title;
  questions.ask(title, phase.provenance);
  for (const std::vector<Criterion>* list : {&phase.enter, &phase.move_on})
    for (const Criterion& c : *list)
      questions.ask("show-about-part", {{"whole", title}, {"part", page.catalog[c.measure].title}}, c.provenance);
  for (const Limit& limit : phase.limits)
    questions.ask("show-about-phase-limit", {{"phase", title}, {"id", limit.id}}, limit.criterion.provenance);
  for (const Extra& extra : phase.extra) questions.ask("show-about-extra", {{"phase", title}}, extra.provenance);
  for (const Workout& workout : phase.workouts) {
    if (!plays(workout, page.only())) continue;
    questions.ask("show-about-part", {{"whole", title}, {"part", workout.title}}, workout.provenance);
    for (std::size_t d = 0; d < workout.doses.size(); ++d)
      questions.ask("show-about-dose", {{"phase", title}, {"workout", workout.title}, {"number", d + 1}},
                    workout.doses[d].numbers.provenance);
  }
}

void ask_frame(Questions& questions, const ShowPage& page) {
  const Protocol& p = page.protocol;
  for (const Severity s : page.shown)
    if (const std::optional<SeverityOffer>& offer = p.severity[static_cast<std::size_t>(s)])
      questions.ask("show-about-severity", {{"severity", name(page.words(), s)}}, offer->provenance);
  if (p.condition) questions.ask(page.catalog[p.condition].title, page.catalog[p.condition].provenance);
  if (p.pain_rule) questions.ask("show-about-pain-rule", {}, page.catalog[p.pain_rule].provenance);
  for (const Limit& limit : p.limits) questions.ask("show-about-limit", {{"id", limit.id}}, limit.criterion.provenance);
  for (const Load& load : p.loads) questions.ask("show-about-load", {{"id", load.id}}, load.provenance);
  for (const Ladder& ladder : p.ladders) questions.ask("show-about-ladder", {{"ladder", ladder.title}}, ladder.provenance);
  for (const Substitute& s : p.instead)
    questions.ask("show-about-instead", {{"exercise", page.catalog[s.replaces].title}}, s.with.numbers.provenance);
}

// What the catalog says of all that is used.
void ask_catalog(Questions& questions, const ShowPage& page) {
  const References used = references_of(page.catalog, page.protocol, page.only());
  const CatalogData& all = *page.catalog;
  for (std::size_t i = 0; i < used.measures.size(); ++i)
    if (used.measures[i]) questions.ask("show-about-test", {{"measure", all.measures[i].title}}, all.measures[i].provenance);
  for (std::size_t i = 0; i < used.exercises.size(); ++i)
    if (used.exercises[i])
      questions.ask("show-about-exercise", {{"exercise", all.exercises[i].title}}, all.exercises[i].provenance);
  for (const RedFlag* flag : red_flags_of(page.catalog, page.protocol.condition))
    questions.ask("show-about-red-flag", {{"flag", flag->title}}, flag->provenance);
  for (std::size_t i = 0; i < used.sources.size(); ++i)
    if (used.sources[i]) questions.ask_source(all.sources[i]);
}

// --- Findings ----------------------------------------------------------------------------------------------

void show_findings(const ShowPage& page) {
  bool any = false;
  const auto show = [&](const std::string& finding, const Provenance& provenance) {
    if (finding.empty()) return;
    if (!any) page.canvas.heading(page.words()["show-findings"]);
    any = true;
    page.canvas.item(finding);
    page.canvas.paragraph(origins_of(page.catalog, provenance), 2, Ink::dim);
  };
  for (const Evidence& evidence : page.protocol.evidence) show(evidence.finding, evidence.provenance);
  const References used = references_of(page.catalog, page.protocol, page.only());
  for (std::size_t i = 0; i < used.exercises.size(); ++i) {
    const Exercise& exercise = page.catalog->exercises[i];
    if (used.exercises[i] && !exercise.evidence.empty())
      show(page.words().say("labelled", {{"label", exercise.title}, {"text", exercise.evidence}}), exercise.provenance);
  }
}

}  // namespace

void show_red_flags(const ShowPage& page) {
  page.canvas.heading(page.words()["show-red-flags"]);
  for (const RedFlag* flag : red_flags_of(page.catalog, page.protocol.condition)) {
    std::string aside(page.words()[urgencies[static_cast<std::size_t>(flag->urgency)]]);
    if (flag->moment == RedFlag::Moment::session) (aside += page.words().glue("list-parts")) += page.words()["show-asked-after"];
    page.canvas.subheading(flag->title, aside);
    page.canvas.paragraph(flag->ask, 2);
    page.canvas.paragraph(flag->act, 2, flag->urgency == RedFlag::Urgency::emergency ? Ink::danger : Ink::bold);
    page.canvas.paragraph(origins_of(page.catalog, flag->provenance), 2, Ink::dim);
  }
}

void show_means(const ShowPage& page) {
  const Protocol& p = page.protocol;
  if (p.loads.empty() && p.ladders.empty() && p.instead.empty() && p.assume.empty()) return;
  page.canvas.heading(page.words()["show-means"]);
  for (std::size_t i = 0; i < p.loads.size(); ++i) show_load(page, p.loads[i], static_cast<std::uint16_t>(i));
  for (const Ladder& ladder : p.ladders) show_ladder(page, ladder);
  for (const Substitute& s : p.instead) show_substitute(page, s);
  if (p.assume.empty()) return;
  page.canvas.subheading(page.words()["show-assumed"]);
  for (const Assumption& a : p.assume) show_assumption(page, a);
}

void show_texts(const ShowPage& page) {
  for (const Advice& advice : page.protocol.advice) {
    if (&advice == &page.protocol.advice.front()) page.canvas.heading(page.words()["show-advice"]);
    page.canvas.subheading(advice.title, page.words()[weights[static_cast<std::size_t>(advice.weight)]]);
    for (const std::string& line : advice.lines) page.canvas.item(line, 2);
    page.canvas.paragraph(origins_of(page.catalog, advice.provenance), 2, Ink::dim);
  }
  show_findings(page);
  page.canvas.heading(page.words()["show-afterwards"]);
  page.canvas.paragraph(page.protocol.after);
  page.canvas.paragraph(last_word(page.words(), page.protocol.end), 0, Ink::bold);
  for (const std::string& next : page.protocol.next) {
    const Protocol* there = page.catalog.find(next);
    const auto protocol = [&](std::string& to) {
      if (!there) return void(to += next);
      page.words().append(to, "aside", {{"text", there->title}, {"aside", next}});
    };
    page.canvas.item(page.words().say("show-followed-by", {{"protocol", protocol}}));
  }
}

void show_questions(const ShowPage& page) {
  Questions questions(page);
  ask_frame(questions, page);
  for (const Phase& phase : page.protocol.phases)
    if (plays(phase, page.only())) ask_phase(questions, page, phase);
  for (const Advice& advice : page.protocol.advice)
    questions.ask("show-about-advice", {{"advice", advice.title}}, advice.provenance);
  for (const Evidence& evidence : page.protocol.evidence)
    questions.ask("show-about-finding", {{"id", evidence.id}}, evidence.provenance);
  ask_catalog(questions, page);
}

void show_sources(const ShowPage& page) {
  const References used = references_of(page.catalog, page.protocol, page.only());
  bool any = false;
  for (std::size_t i = 0; i < used.sources.size(); ++i) {
    if (!used.sources[i]) continue;
    if (!any) page.canvas.heading(page.words()["show-sources"]);
    any = true;
    page.canvas.item(source_line(page.words(), page.catalog->sources[i]));
  }
}

}  // namespace rehab
