// The phases of a plan: what for, when, what, how much, until when.
#include <algorithm>
#include <optional>

#include "export/criteria.hpp"
#include "export/dates.hpp"
#include "export/dose_weeks.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

using std::chrono::days;

// The calendar days of some weeks of a phase: days away may lie between them.
DayRange days_of(const Plan& plan, std::uint16_t span, const Spell& weeks) {
  const DayRange& phase = plan.phases[span].days;
  const int first = plan_day_of(plan, phase.begin);
  return {std::max(phase.begin, day_after(plan, first + 7 * (weeks.first - 1))),
          std::min(phase.end, day_after(plan, first + 7 * weeks.last))};
}

// "from 18 Dec": weeks of a phase need not begin with those of the plan.
std::string from_when(const Plan& plan, std::uint16_t span, const Spell& weeks) {
  const std::chrono::local_days first = days_of(plan, span, weeks).begin;
  std::string out = "from ";
  append_days(out, {first, first + days{1}});
  return out;
}

// --- Pain --------------------------------------------------------------------------------------------------

std::string pain_words(const Figure& pain) {
  if (!pain.value) return {};
  std::string out;
  if (pain.value->max == 0) {
    out = "none while training or after";
  } else {
    text::append_number(out += "at most ", static_cast<std::int64_t>(pain.value->max));
    out += " of 10";
  }
  if (pain.origin.confidence == Confidence::assumed) out += " (assumed)";
  if (pain.origin.confidence == Confidence::unconfirmed) out += " (not confirmed)";
  return out;
}

void print_pain(const TextPage& page, std::uint16_t span) {
  std::vector<Spell> spells;
  for (const Routine& routine : page.plan.routines)
    if (routine.phase == span) extend(spells, routine.week_of_phase, pain_words(routine.pain_max));
  std::string line;
  for (const Spell& spell : spells) {
    if (spell.words.empty()) continue;
    if (!line.empty()) line += "; ";
    line += spell.words;
    if (spells.size() > 1) (line += " ") += from_when(page.plan, span, spell);
  }
  if (!line.empty()) page.canvas.fact("Pain", line, label_width);
}

// --- Doses -------------------------------------------------------------------------------------------------

void print_spells(const TextPage& page, std::uint16_t span, const std::vector<Spell>& spells) {
  for (const Spell& spell : spells)
    if (!spell.words.empty()) page.canvas.fact(from_when(page.plan, span, spell), sentence(spell.words), 13, 4);
}

void print_numbers(const TextPage& page, std::uint16_t span, const DoseWeeks& course) {
  if (course.volume.size() > 1 || course.rest.size() > 1) {
    print_spells(page, span, course.volume);
    if (course.rest.size() > 1) return print_spells(page, span, course.rest);
    return page.canvas.paragraph(sentence(course.rest.front().words), 4);
  }
  std::string line = course.volume.front().words;
  if (!line.empty() && !course.rest.front().words.empty()) line += ", ";
  line += course.rest.front().words;
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
  if (weeks != phase) append_days(line += ", only ", days_of(page.plan, span, weeks));
  page.canvas.item(line, 2);
  print_numbers(page, span, course);
  for (const Remark remark : {wording::append_rung, wording::append_assumed, wording::append_unconfirmed}) {
    line.clear();
    if (remark(line, page.plan, *course.dose)) page.canvas.paragraph(sentence(line), 4, Ink::dim);
  }
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
    }
    print_course(page, span, course, weeks);
  }
}

// --- Gates -------------------------------------------------------------------------------------------------

void print_criteria(const TextPage& page, std::string_view heading, const std::vector<Criterion>& criteria) {
  if (criteria.empty()) return;
  page.canvas.blank();
  page.canvas.paragraph(heading, 0, Ink::bold);
  for (const Criterion& criterion : criteria) {
    std::string line = criterion_line(page.catalog(), page.protocol(), criterion, page.severity());
    const std::string doubts = doubts_of(criterion.provenance);
    if (!doubts.empty()) ((line += " (") += doubts) += ')';
    page.canvas.item(line, 2, Ink::plain, "☐");
  }
}

void print_gates(const TextPage& page, std::uint16_t span) {
  const Phase& phase = page.plan.phase_of(page.plan.phases[span]);
  const bool last = span + 1u >= page.plan.phases.size();
  print_criteria(page, last ? "At the end" : "To move on", phase.move_on);
  if (!last)
    print_criteria(page, "Before the next phase begins, all of this must be tested and true",
                   page.plan.phase_of(page.plan.phases[span + 1u]).enter);
}

void print_limits(const TextPage& page, const std::vector<Limit>& limits, std::size_t indent) {
  for (const Limit& limit : limits) {
    std::string line = limit_line(page.catalog(), page.protocol(), limit, page.severity());
    const std::string doubts = doubts_of(limit.criterion.provenance);
    if (!doubts.empty()) ((line += " (") += doubts) += ')';
    page.canvas.item(line, indent, Ink::plain, "!");
  }
}

void print_rule(const TextPage& page, const PainRule& rule) {
  page.canvas.paragraph(rule.say);
  for (const std::string& line : pain_rule_lines(rule, page.severity())) page.canvas.item(line);
  const std::string doubts = doubts_of(rule.provenance);
  if (!doubts.empty()) page.canvas.paragraph(sentence(doubts), 0, Ink::dim);
}

// --- One phase ---------------------------------------------------------------------------------------------

void print_head(const TextPage& page, std::uint16_t span) {
  const PhaseSpan& where = page.plan.phases[span];
  std::string head;
  if (page.plan.phases.size() > 1)
    head = "Phase " + std::to_string(span + 1) + " of " + std::to_string(page.plan.phases.size()) + ": ";
  head += page.plan.phase_of(where).title;
  if (where.visit > 1) head += ", once more";
  page.canvas.heading(head);
  std::string when;
  append_full_days(when, where.days);
  (when += ", ") += counted((where.days.end - where.days.begin).count(), "day", "days");
  page.canvas.paragraph(when, 0, Ink::dim);
}

void print_length(const TextPage& page, const PhaseSpan& span) {
  int planned = 0;
  for (const PhaseSpan& each : page.plan.phases) planned += each.planned;
  const bool room = planned < longest_plan;  // a plan of twelve weeks has none
  if (span.shortest >= span.planned && (span.longest <= span.planned || !room)) return;
  std::string line = counted(span.planned, "day", "days");
  if (span.shortest < span.planned)
    ((line += "; at least ") += counted(span.shortest, "day", "days")) += " if you are ready sooner";
  if (!room) return page.canvas.fact("Length", line, label_width);
  if (span.longest >= longest_plan) {
    line += "; longer if you are not ready";
  } else if (span.longest > span.planned) {
    ((line += "; at most ") += counted(span.longest, "day", "days")) += " if you are not ready";
  }
  page.canvas.fact("Length", line, label_width);
}

void print_phase(const TextPage& page, std::uint16_t span) {
  const Phase& phase = page.plan.phase_of(page.plan.phases[span]);
  print_head(page, span);
  for (const std::string& goal : phase.goals) page.canvas.item(goal, 0, Ink::plain, "→");
  page.canvas.blank();
  print_length(page, page.plan.phases[span]);
  print_pain(page, span);
  if (phase.pain_rule && phase.pain_rule != page.protocol().pain_rule) print_rule(page, page.catalog()[phase.pain_rule]);
  page.canvas.blank();
  page.canvas.paragraph("Sessions", 0, Ink::bold);
  print_sessions(page, span);
  print_doses(page, span);
  if (!phase.limits.empty()) {
    page.canvas.blank();
    page.canvas.paragraph("Watch", 0, Ink::bold);
    print_limits(page, phase.limits, 2);
  }
  print_gates(page, span);
}

}  // namespace

void print_phases(const TextPage& page) {
  for (std::size_t i = 0; i < page.plan.phases.size(); ++i) print_phase(page, static_cast<std::uint16_t>(i));
}

void print_pain_rule(const TextPage& page) {
  const std::vector<Limit>& limits = page.protocol().limits;
  if (!page.protocol().pain_rule && limits.empty()) return;
  page.canvas.heading("How much pain is allowed");
  if (page.protocol().pain_rule) print_rule(page, page.catalog()[page.protocol().pain_rule]);
  print_limits(page, limits, 0);
}

}  // namespace rehab
