#include "export/ics_session.hpp"

#include <algorithm>
#include <bit>
#include <optional>

#include "export/criteria.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"
#include "text/capital.hpp"

namespace rehab::ics {
namespace {

const Phase& phase_of(const Plan& plan, const Routine& routine) { return plan.phase_of(plan.phases[routine.phase]); }

using Remark = bool(std::string&, const Plan&, const PlannedDose&);

// A line of its own below the dose, if there is something to remark.
void append_remark(std::string& out, Remark* remark, const Plan& plan, const PlannedDose& dose) {
  const std::size_t before = out.size();
  out += "  ";
  if (remark(out, plan, dose)) {
    out += '\n';
  } else {
    out.resize(before);
  }
}

void append_dose_lines(std::string& out, const Plan& plan, const PlannedDose& dose) {
  out += "- ";
  wording::append_exercise(out, plan, dose);
  const std::size_t title_end = out.size();
  out += ": ";
  if (!wording::append_dose(out, plan, dose)) out.resize(title_end);
  out += '\n';
  for (Remark* remark : {wording::append_rung, wording::append_assumed, wording::append_unconfirmed})
    append_remark(out, remark, plan, dose);
}

void append_doses(std::string& out, const Plan& plan, const Routine& routine) {
  const Phase& phase = phase_of(plan, routine);
  const bool headings =
      std::popcount(wording::workouts_done(plan, routine)) > 1;  // of one workout the title of the session is enough
  std::optional<std::uint16_t> heading;
  for (const PlannedDose& dose : plan.doses_of(routine)) {
    if (headings && heading != dose.workout) {
      out += phase.workouts[dose.workout].title;
      out += '\n';
      heading = dose.workout;
    }
    append_dose_lines(out, plan, dose);
  }
}

// What must be shown before the phase begins, in its first week.
void append_gate(std::string& out, const Plan& plan, const Routine& routine) {
  const Phase& phase = phase_of(plan, routine);
  if (routine.week_of_phase != 1 || phase.enter.empty()) return;
  out += "Begin this phase only if all of this was tested and is true:\n";
  for (const Criterion& criterion : phase.enter) {
    wording::append_demand(out += "- ", plan.catalog, plan.protocol(), criterion, plan.intake.severity);
    out += '\n';
  }
  out += '\n';
}

// When to stop, to rest or to ask, whatever the day brings.
void append_stops(std::string& out, const Plan& plan, const Routine& routine) {
  const Phase& phase = phase_of(plan, routine);
  for (const std::vector<Limit>* limits : {&phase.limits, &plan.protocol().limits}) {
    for (const Limit& limit : *limits) {
      const std::size_t begin = out.size();
      append_limit(out, plan.catalog, plan.protocol(), limit, plan.intake.severity, &phase);
      text::capitalize(out, begin);
      out += ".\n";
    }
  }
}

// The red flags by their titles, in the first week of the plan.
void append_red_flags(std::string& out, const Plan& plan, const Routine& routine) {
  if (routine.week != 1) return;
  const Words words = words_of(plan.catalog);
  std::optional<RedFlag::Urgency> urgency;
  for (const RedFlag& flag : plan.catalog->red_flags) {
    if (!flag.concerns(plan.protocol().condition)) continue;
    if (!urgency) out += "Do not start, and stop at once, with signs of:\n";
    if (urgency != flag.urgency) {
      out += urgency ? ".\n- " : "- ";
      out += wording::headline(words, flag.urgency);
      out += ": ";
    } else {
      out += "; ";
    }
    words.append_inside(out, flag.title);
    urgency = flag.urgency;
  }
  if (urgency) out += ".\n\n";
}

}  // namespace

void append_title(std::string& out, const Plan& plan, const Routine& routine, std::string_view part) {
  wording::append_workouts(out, plan, routine);
  const std::size_t titles_end = out.size();
  out += " (";
  if (wording::append_injured_side(out, plan, routine)) {
    out += ')';
  } else {
    out.resize(titles_end);
  }
  if (!part.empty()) (out += ", ") += part;
}

void append_description(std::string& out, const Plan& plan, const Routine& routine) {
  const std::size_t begin = out.size();
  wording::append_phase_line(out, plan, routine);
  text::capitalize(out, begin);
  out += "\n\n";
  append_red_flags(out, plan, routine);
  append_gate(out, plan, routine);
  append_doses(out, plan, routine);
  out += '\n';
  const std::size_t pain = out.size();
  if (wording::append_pain_line(out, plan, routine)) out += '\n';
  text::capitalize(out, pain);
  append_stops(out, plan, routine);
  const std::size_t sources = out.size();
  out += "Sources: ";
  if (wording::append_sources(out, plan, routine)) {
    out += '\n';
  } else {
    out.resize(sources);
  }
  out += words_of(plan.catalog)["disclaimer"];
}

}  // namespace rehab::ics
