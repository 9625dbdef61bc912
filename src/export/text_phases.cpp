// The phases of a plan: what for, when, what, how much, until when.
#include <algorithm>
#include <optional>

#include "export/clauses.hpp"
#include "export/criteria.hpp"
#include "export/dates.hpp"
#include "export/dose_weeks.hpp"
#include "export/references.hpp"
#include "export/stretch_sum.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

using std::chrono::days;

void fact(const TextPage& page, Phrase label, std::string_view text) {
  page.canvas.fact(page.words()[label], text, label_width(page.words()));
}

// The calendar days of some weeks of a phase: days away may lie between them.
DayRange days_of(const Plan& plan, std::uint16_t span, const Spell& weeks) {
  const DayRange& phase = plan.phases[span].days;
  const int first = plan_day_of(plan, phase.begin);
  return {std::max(phase.begin, day_after(plan, first + 7 * (weeks.first - 1))),
          std::min(phase.end, day_after(plan, first + 7 * weeks.last))};
}

// "18 Dec", when some weeks of a phase begin: they need not begin with those of the plan.
std::string first_day(const Plan& plan, std::uint16_t span, const Spell& weeks) {
  const std::chrono::local_days first = days_of(plan, span, weeks).begin;
  std::string out;
  append_days(out, words_of(plan.catalog), {first, first + days{1}});
  return out;
}

// --- Pain --------------------------------------------------------------------------------------------------

std::string pain_words(const Words& words, const Figure& pain) {
  if (!pain.value) return {};
  std::string out;
  if (pain.value->max == 0) {
    out += words["pain-none"];
  } else {
    words.append(out, "pain-most", {{"most", pain.value->max}});
  }
  if (const std::string_view doubt = wording::doubt_of(words, pain.origin.confidence); !doubt.empty())
    words.wrap(out, 0, "aside", "text", {{"aside", doubt}});
  return out;
}

void print_pain(const TextPage& page, std::uint16_t span) {
  const Words words = page.words();
  std::vector<Spell> spells;
  for (const Routine& routine : page.plan.routines)
    if (routine.phase == span) extend(spells, routine.week_of_phase, pain_words(words, routine.pain_max));
  std::string line;
  wording::Clauses clauses(line, words.glue("list-parts"));
  for (const Spell& spell : spells) {
    if (spell.words.empty()) continue;
    if (spells.size() == 1) {
      clauses.next() += spell.words;
    } else {
      words.append(clauses.next(), "pain-from", {{"pain", spell.words}, {"day", first_day(page.plan, span, spell)}});
    }
  }
  if (clauses.any()) fact(page, "phase-pain", line);
}

void print_stretch_sum(const TextPage& page, std::uint16_t span) {
  std::string line;
  if (append_stretch_sum(line, page.catalog(), fullest_stretch_week(page.plan, span))) fact(page, "stretching", line);
}

// --- Doses -------------------------------------------------------------------------------------------------

void print_spells(const TextPage& page, std::uint16_t span, const std::vector<Spell>& spells) {
  for (const Spell& spell : spells) {
    if (spell.words.empty()) continue;
    const std::string from = page.words().say("from-day", {{"day", first_day(page.plan, span, spell)}});
    page.canvas.fact(from, sentence(spell.words), 13, 4);
  }
}

void print_numbers(const TextPage& page, std::uint16_t span, const DoseWeeks& course) {
  if (course.volume.size() > 1 || course.manner.size() > 1) {
    print_spells(page, span, course.volume);
    if (course.manner.size() > 1) return print_spells(page, span, course.manner);
    return page.canvas.paragraph(sentence(course.manner.front().words), 4);
  }
  std::string line;
  wording::Clauses clauses(line, page.words().glue("list"));
  for (const std::string* words : {&course.volume.front().words, &course.manner.front().words})
    if (!words->empty()) clauses.next() += *words;
  page.canvas.paragraph(sentence(line), 4);
}

using Remark = bool (*)(std::string&, const Plan&, const PlannedDose&);

// Weeks of the phase that have sessions.
Spell weeks_of_phase(const Plan& plan, std::uint16_t span) {
  Spell out;
  for (const Routine& routine : plan.routines) {
    if (routine.phase != span) continue;
    out.first = out.first == 0 ? routine.week_of_phase : std::min<int>(out.first, routine.week_of_phase);
    out.last = std::max<int>(out.last, routine.week_of_phase);
  }
  return out;
}

void print_course(const TextPage& page, std::uint16_t span, const DoseWeeks& course, const Spell& phase) {
  std::string line;
  wording::append_exercise(line, page.plan, *course.dose);
  const Spell weeks{course.volume.front().first, course.volume.back().last, {}};
  const auto when = [&](std::string& to) { append_days(to, page.words(), days_of(page.plan, span, weeks)); };
  if (weeks != phase) page.words().wrap(line, 0, "exercise-only", "exercise", {{"days", when}});
  page.canvas.item(line, 2);
  print_numbers(page, span, course);
  for (const Remark remark : {wording::append_rung, wording::append_assumed, wording::append_unconfirmed}) {
    line.clear();
    if (remark(line, page.plan, *course.dose)) page.canvas.paragraph(sentence(line), 4, Ink::dim);
  }
}

// "Our choice, not from a study: times per day, days per week"
std::string chosen_frequency(const Words& words, const Workout& workout) {
  std::string out;
  wording::Clauses clauses(out, words.glue("list"));
  for (const std::string& key : workout.provenance.assumed) clauses.next() += key_words(words, key);
  if (clauses.any()) words.wrap(out, 0, "our-choice-names", "names");
  return out;
}

void print_doses(const TextPage& page, std::uint16_t span) {
  const Phase& phase = page.plan.phase_of(page.plan.phases[span]);
  const Spell weeks = weeks_of_phase(page.plan, span);
  std::optional<std::uint16_t> workout;
  for (const DoseWeeks& course : dose_weeks_of(page.plan, span)) {
    if (workout != course.dose->workout) {
      workout = course.dose->workout;
      page.canvas.blank();
      page.canvas.paragraph(phase.workouts[*workout].title, 0, Ink::bold);
      page.canvas.paragraph(chosen_frequency(page.words(), phase.workouts[*workout]), 2, Ink::dim);
    }
    print_course(page, span, course, weeks);
  }
}

// --- Gates -------------------------------------------------------------------------------------------------

void print_criteria(const TextPage& page, Phrase heading, const std::vector<Criterion>& criteria) {
  if (criteria.empty()) return;
  const Words words = page.words();
  page.canvas.blank();
  page.canvas.paragraph(words[heading], 0, Ink::bold);
  for (const Criterion& criterion : criteria) {
    std::string line = criterion_line(page.catalog(), page.protocol(), criterion, page.severity());
    if (const std::string doubts = doubts_of(words, criterion.provenance); !doubts.empty())
      words.wrap(line, 0, "aside", "text", {{"aside", doubts}});
    page.canvas.item(line, 2, Ink::plain, "☐");
  }
}

bool is_ruled_out(const Plan& plan, const Exercise& exercise) {
  const std::vector<std::string>& tags = plan.intake.tags;
  return std::any_of(exercise.avoid.begin(), exercise.avoid.end(),
                     [&](Index<Tag> tag) { return std::find(tags.begin(), tags.end(), plan.catalog[tag].id) != tags.end(); });
}

bool is_ruled_out(const Plan& plan, const Dose& dose) {
  const auto out_of = [&](Index<Exercise> i) { return is_ruled_out(plan, plan.catalog[i]); };
  if (!dose.ladder) return std::any_of(dose.exercises.begin(), dose.exercises.end(), out_of);
  const std::vector<PartialDose>& rungs = plan.protocol().ladders[*dose.ladder].rungs;
  return std::any_of(rungs.begin(), rungs.end(), [&](const PartialDose& rung) { return out_of(rung.exercise); });
}

// Whether a tag of the person took an exercise out of the first `phases` phases. A test may ask for the same movement.
bool lost_an_exercise(const Plan& plan, std::size_t phases) {
  for (std::size_t i = 0; i < std::min(phases, plan.phases.size()); ++i)
    for (const Workout& workout : plan.phase_of(plan.phases[i]).workouts)
      for (const Dose& dose : workout.doses)
        if (plays(workout, plan.intake.severity) && is_ruled_out(plan, dose)) return true;
  return false;
}

// How many days are planned in all: a plan of twelve weeks has no room for more.
bool has_room(const Plan& plan) {
  int planned = 0;
  for (const PhaseSpan& span : plan.phases) planned += span.planned;
  return planned < longest_plan;
}

void print_gates(const TextPage& page, std::uint16_t span) {
  const std::vector<PhaseSpan>& phases = page.plan.phases;
  const std::vector<Criterion>& move_on = page.plan.phase_of(phases[span]).move_on;
  const bool last = span + 1u >= phases.size();
  const std::vector<Criterion> enter = last ? std::vector<Criterion>{} : page.plan.phase_of(phases[span + 1u]).enter;
  if (move_on.empty() && enter.empty()) return;
  print_criteria(page, last ? Phrase("tests-at-end") : Phrase("tests-to-move-on"), move_on);
  print_criteria(page, "tests-before-next", enter);
  if (lost_an_exercise(page.plan, span + (enter.empty() ? 1u : 2u)))
    page.canvas.paragraph(page.words()["test-left-out"], 2, Ink::bold);
  const bool room = has_room(page.plan);
  if (room && phases[span].longest > phases[span].planned) return;
  std::string line(page.words()["not-ready"]);
  if (!room) page.words().wrap(line, 0, "sentences", "a", {{"b", page.words()["no-room"]}});
  page.canvas.paragraph(line, 2);
}

void print_limits(const TextPage& page, const std::vector<Limit>& limits, const Phase* phase) {
  for (const Limit& limit : limits)
    print_limit(page.canvas, page.words(), limit, limit_line(page.catalog(), page.protocol(), limit, page.severity(), phase),
                doubts_of(page.words(), limit.criterion.provenance), 2);
}

void print_rule(const TextPage& page, const PainRule& rule) {
  page.canvas.paragraph(rule.say);
  for (const std::string& line : pain_rule_lines(page.catalog(), page.protocol(), rule, page.severity())) page.canvas.item(line);
  const std::string doubts = doubts_of(page.words(), rule.provenance);
  if (!doubts.empty()) page.canvas.paragraph(sentence(doubts), 0, Ink::dim);
}

// --- One phase ---------------------------------------------------------------------------------------------

void print_ends(const TextPage& page, const PhaseSpan& span) {
  const Words words = page.words();
  const auto day = [&words](std::chrono::local_days end) {
    return [&words, end](std::string& to) { append_day(to, words, end - days{1}); };
  };
  const std::string line = words.say("phase-ends", {{"earliest", day(span.earliest_end)}, {"latest", day(span.latest_end)}});
  page.canvas.paragraph(full_sentence(words, line), 0, Ink::dim);
}

void print_head(const TextPage& page, std::uint16_t span) {
  const Words words = page.words();
  const PhaseSpan& where = page.plan.phases[span];
  const Phase& phase = page.plan.phase_of(where);
  std::string head = phase.title;
  const std::size_t count = page.plan.phases.size();
  if (count > 1) head = sentence(words.say("phase-of", {{"number", span + 1}, {"count", count}, {"phase", phase.title}}));
  if (where.visit > 1)
    words.wrap(head, 0, where.visit == 2 ? Phrase("phase-once-more") : Phrase("phase-attempt"), "phase", {{"n", where.visit}});
  page.canvas.heading(head);
  std::string when;
  append_full_days(when, words, where.days);
  when += words.glue("list");
  words.append(when, "days", {{"n", (where.days.end - where.days.begin).count()}});
  const std::vector<std::string>& assumed = phase.provenance.assumed;
  if (std::find(assumed.begin(), assumed.end(), phase.weeks ? "weeks" : "days") != assumed.end())
    words.wrap(when, 0, "aside", "text", {{"aside", words["our-choice"]}});
  page.canvas.paragraph(when, 0, Ink::dim);
  const bool open = page.plan.ending != Plan::Ending::stopped && where.earliest_end != where.latest_end;
  if (page.plan.as_of && open) print_ends(page, where);
}

void print_length(const TextPage& page, const PhaseSpan& span) {
  const bool room = has_room(page.plan);
  if (span.shortest >= span.planned && (span.longest <= span.planned || !room)) return;
  const Words words = page.words();
  std::string line;
  wording::Clauses clauses(line, words.glue("list-parts"));
  words.append(clauses.next(), "days", {{"n", span.planned}});
  if (span.shortest < span.planned) words.append(clauses.next(), "length-at-least", {{"n", span.shortest}});
  if (room && span.longest >= longest_plan) {
    clauses.next() += words["length-longer"];
  } else if (room && span.longest > span.planned) {
    words.append(clauses.next(), "length-at-most", {{"n", span.longest}});
  }
  fact(page, "phase-length", line);
}

void print_phase(const TextPage& page, std::uint16_t span) {
  const Phase& phase = page.plan.phase_of(page.plan.phases[span]);
  print_head(page, span);
  for (const std::string& goal : phase.goals) page.canvas.item(goal, 0, Ink::plain, "→");
  page.canvas.blank();
  print_length(page, page.plan.phases[span]);
  print_pain(page, span);
  print_stretch_sum(page, span);
  if (phase.pain_rule && phase.pain_rule != page.protocol().pain_rule) print_rule(page, page.catalog()[phase.pain_rule]);
  page.canvas.blank();
  page.canvas.paragraph(page.words()["phase-sessions"], 0, Ink::bold);
  print_sessions(page, span);
  print_doses(page, span);
  if (!phase.limits.empty()) {
    page.canvas.blank();
    page.canvas.paragraph(page.words()["phase-watch"], 0, Ink::bold);
    print_limits(page, phase.limits, &phase);
  }
  print_gates(page, span);
}

}  // namespace

void print_phases(const TextPage& page) {
  if (page.plan.weeks == 0) return;
  for (std::size_t i = 0; i < page.plan.phases.size(); ++i) print_phase(page, static_cast<std::uint16_t>(i));
}

void print_limit(Canvas& canvas, const Words& words, const Limit& limit, std::string when, std::string_view doubts,
                 std::size_t indent) {
  when = full_sentence(words, std::move(when));
  if (!doubts.empty()) words.wrap(when, 0, "aside", "text", {{"aside", doubts}});
  if (limit.say.empty()) return canvas.item(when, indent, Ink::plain, "!");
  canvas.item(limit.say, indent, Ink::plain, "!");
  canvas.paragraph(when, indent + 2);
}

void print_pain_rule(const TextPage& page) {
  const std::vector<Limit>& limits = page.protocol().limits;
  if (!page.protocol().pain_rule && limits.empty()) return;
  page.canvas.heading(page.words()["section-pain"]);
  if (page.protocol().pain_rule) print_rule(page, page.catalog()[page.protocol().pain_rule]);
  if (limits.empty()) return;
  page.canvas.subheading(page.words()["watch-every-phase"]);
  print_limits(page, limits, nullptr);
}

}  // namespace rehab
