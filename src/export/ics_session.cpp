#include "export/ics_session.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <optional>

#include "export/clauses.hpp"
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
  const auto exercise = [&](std::string& to) { wording::append_exercise(to, plan, dose); };
  out += "- ";
  const std::size_t begin = out.size();
  if (wording::append_dose(out, plan, dose)) {
    words_of(plan.catalog).wrap(out, begin, "labelled", "text", {{"label", exercise}});
  } else {
    exercise(out);
  }
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
  (out += words_of(plan.catalog)["begin-phase-if"]) += '\n';
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
      words_of(plan.catalog).wrap(out, begin, "limit-told", "limit");
      text::capitalize(out, begin);
      out += '\n';
    }
  }
}

// A line for all signs that ask for the same: "- See a doctor today: fever; night sweats."
class SignLines {
 public:
  SignLines(std::string& out, const Words& words) : out_(out), words_(words) {}

  void append(const RedFlag& flag) {
    if (last_ && last_->urgency == flag.urgency) {
      out_ += words_.glue("list-parts");
    } else {
      end_line();
      out_ += "- ";
      begin_ = out_.size();
    }
    last_ = &flag;
    words_.append_inside(out_, flag.title);
  }
  void end_line() {
    if (!last_) return;
    words_.wrap(out_, begin_, "signs-by-urgency", "signs", {{"act", wording::headline(words_, last_->urgency)}});
    out_ += '\n';
  }
  bool any() const { return last_ != nullptr; }

 private:
  std::string& out_;
  const Words& words_;
  const RedFlag* last_ = nullptr;
  std::size_t begin_ = 0;
};

// The red flags by their titles, in the first week of the plan.
void append_red_flags(std::string& out, const Plan& plan, const Routine& routine) {
  if (routine.week != 1) return;
  const Words words = words_of(plan.catalog);
  SignLines lines(out, words);
  for (const RedFlag& flag : plan.catalog->red_flags) {
    if (!flag.concerns(plan.protocol().condition)) continue;
    if (!lines.any()) (out += words["stop-with-signs"]) += '\n';
    lines.append(flag);
  }
  lines.end_line();
  if (lines.any()) out += '\n';
}

void append_sources(std::string& out, const Plan& plan, const Routine& routine) {
  const std::size_t begin = out.size();
  if (!wording::append_sources(out, plan, routine)) return;
  words_of(plan.catalog).wrap(out, begin, "sources", "sources");
  out += '\n';
}

}  // namespace

void append_title(std::string& out, const Plan& plan, const Routine& routine, std::string_view part) {
  const Words words = words_of(plan.catalog);
  const auto workouts = [&](std::string& to) { wording::append_workouts(to, plan, routine); };
  const std::size_t begin = out.size();
  if (wording::append_injured_side(out, plan, routine)) {
    words.wrap(out, begin, "aside", "aside", {{"text", workouts}});
  } else {
    workouts(out);
  }
  if (!part.empty()) words.wrap(out, begin, "session-part", "session", {{"part", part}});
}

void append_mark(std::string& out, const Session& session) {
  if (session.done == Done::all) out += "✓ ";
}

void append_title(std::string& out, const Plan& plan, const Withdrawn& withdrawn, std::string_view part, bool neutral) {
  const Words words = words_of(plan.catalog);
  const std::size_t begin = out.size();
  if (neutral) {
    out += words["session"];
  } else {
    wording::Clauses clauses(out, words.glue("list-plus"));
    for (const Workout& workout : plan.protocol().phases[withdrawn.phase].workouts)
      if ((withdrawn.workouts >> workout.number & 1) != 0) clauses.next() += workout.title;
    if (!part.empty()) words.wrap(out, begin, "session-part", "session", {{"part", part}});
  }
  words.wrap(out, begin, "withdrawn-title", "session");
}

bool append_report(std::string& out, const Plan& plan, const Session& session) {
  const Words words = words_of(plan.catalog);
  wording::Clauses clauses(out, " ");
  constexpr std::array<Phrase, 3> reports{"reported-all", "reported-part", "reported-none"};
  if (session.done) clauses.next() += words[reports[static_cast<std::size_t>(*session.done)]];
  if (session.pain) {
    const auto pain = [&](std::string& to) { wording::append_measured(to, words, *session.pain, Measure::Unit::score); };
    words.append(clauses.next(), "reported-pain", {{"pain", pain}});
  }
  return clauses.any();
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
  append_sources(out, plan, routine);
  out += words_of(plan.catalog)["disclaimer"];
}

}  // namespace rehab::ics
