// The words for what protocols state beside doses: sources, tempo, loads, criteria.
#include <array>

#include "export/clauses.hpp"
#include "export/wording.hpp"
#include "text/append.hpp"

namespace rehab::wording {
namespace {

using text::append_number;

// What follows a number of a measure, by Measure::Unit: "5 of 10", "8 cm", "10°".
constexpr std::array<std::string_view, 7> units{" of 10", "", " kg", " cm", " s", "°", ""};

void append_bound(std::string& out, double bound, Measure::Unit unit) {
  append_number(out, bound);
  out += units[static_cast<std::size_t>(unit)];
}

void append_bounds(std::string& out, const Criterion& criterion, Measure::Unit unit) {
  if (criterion.min && criterion.max && *criterion.min == *criterion.max) {
    append_bound(out, *criterion.min, unit);
  } else if (criterion.min && criterion.max) {
    append_number(out, *criterion.min);
    out += "–";
    append_bound(out, *criterion.max, unit);
  } else if (criterion.min) {
    out += "at least ";
    append_bound(out, *criterion.min, unit);
  } else {
    // Nothing measured is below 0 but a change, so "at most 0" is just 0.
    if (*criterion.max != 0) out += "at most ";
    append_bound(out, *criterion.max, unit);
  }
}

// What a change is measured against: "no higher than at the start", "2 above the start".
struct Reference {
  std::string_view moment, level;
};
constexpr Reference at_start{"at the start", "the start"};
constexpr Reference last_week{"in the week before", "the week before"};

// "at most 2 above the start", "at least 50 % below the start", "no higher than at the start".
void append_change(std::string& out, int change, bool at_most, std::string_view unit, const Reference& reference) {
  if (change == 0) {
    out += at_most ? "no higher than " : "no lower than ";
    out += reference.moment;
    return;
  }
  out += (change > 0) == at_most ? "at most " : "at least ";
  append_number(out, static_cast<std::int64_t>(change > 0 ? change : -change));
  out += unit;
  out += change > 0 ? " above " : " below ";
  out += reference.level;
}

void append_percent_of(std::string& out, int percent, std::string_view of) {
  out += "at least ";
  append_number(out, static_cast<std::int64_t>(percent));
  out += " % of ";
  out += of;
}

std::string_view workout_title(const Protocol& protocol, std::string_view id) {
  for (const Phase& phase : protocol.phases)
    for (const Workout& workout : phase.workouts)
      if (workout.id == id) return workout.title;
  return id;
}

void append_what_it_shows(std::string& out, const Criterion& criterion, Measure::Unit unit) {
  Clauses clauses(out, " and ");
  if (criterion.min || criterion.max) append_bounds(clauses.next(), criterion, unit);
  if (criterion.norm_percent) append_percent_of(clauses.next(), *criterion.norm_percent, "the norm for age and sex");
  if (criterion.symmetry_percent) append_percent_of(clauses.next(), *criterion.symmetry_percent, "the other side");
  if (criterion.change_max) append_change(clauses.next(), *criterion.change_max, true, "", at_start);
  if (criterion.change_min) append_change(clauses.next(), *criterion.change_min, false, "", at_start);
  if (criterion.change_percent_max) append_change(clauses.next(), *criterion.change_percent_max, true, " %", at_start);
  if (criterion.weekly_change_max) append_change(clauses.next(), *criterion.weekly_change_max, true, "", last_week);
}

void append_how_long(std::string& out, const Protocol& protocol, const Criterion& criterion, Severity severity) {
  const auto append_times = [&out](std::string_view before, int times, std::string_view one, std::string_view many) {
    out += before;
    append_number(out, static_cast<std::int64_t>(times));
    out += times == 1 ? one : many;
  };
  if (criterion.pain_max && *criterion.pain_max == 0) out += " without pain";
  if (criterion.pain_max && *criterion.pain_max != 0) append_times(" with pain at most ", *criterion.pain_max, " of 10", " of 10");
  if (const std::optional<int> days = criterion.for_days.at(severity)) append_times(" for ", *days, " day", " days");
  if (criterion.for_sessions) append_times(" in ", *criterion.for_sessions, " session", " sessions in a row");
  if (criterion.workout.empty()) return;
  out += " (";
  append_inside(out, workout_title(protocol, criterion.workout));
  out += " only)";
}

// "+5 kg", "+5 %"; without a published rule for when: "in steps of 5 kg".
void append_step(std::string& out, const Load& load) {
  out += load.step_when.empty() ? "in steps of " : "+";
  append_number(out, load.step_kg ? *load.step_kg : *load.step_percent);
  out += load.step_kg ? " kg" : " %";
}

void append_steps(std::string& out, const Catalog& catalog, const Protocol& protocol, const Load& load, Severity severity) {
  append_step(out, load);
  if (load.step_days) {
    out += *load.step_days == 1 ? " at most every day" : " at most every ";
    if (*load.step_days != 1) {
      append_number(out, static_cast<std::int64_t>(*load.step_days));
      out += " days";
    }
  }
  std::string_view glue = " while ";
  for (const Criterion& criterion : load.step_when) {
    out += glue;
    append_criterion(out, catalog, protocol, criterion, severity);
    glue = " and ";
  }
}

void append_named_load(std::string& out, const Catalog& catalog, const Protocol& protocol, const Load& load, Severity severity) {
  append_inside(out, load.title);
  const bool steps = load.step_kg || load.step_percent;
  const bool starts = load.start_kg || load.start_percent;
  if (starts || steps || load.max_kg || load.max_percent) out += ": ";
  Clauses clauses(out, ", ");
  const auto append_clause = [&clauses](std::string_view before, double number, std::string_view after) {
    std::string& to = clauses.next();
    to += before;
    append_number(to, number);
    to += after;
  };
  if (load.start_kg) append_clause("from ", *load.start_kg, " kg");
  if (load.start_percent) append_clause("from ", *load.start_percent, " % of the most you can lift once");
  if (steps) append_steps(clauses.next(), catalog, protocol, load, severity);
  if (load.max_kg) append_clause("at most ", *load.max_kg, " kg");
  if (load.max_percent) append_clause("at most ", *load.max_percent, " % of the most you can lift once");
}

}  // namespace

void append_range(std::string& out, const Range& range) {
  if (!range.min) out += "up to ";
  if (range.min && *range.min != range.max) {
    append_number(out, static_cast<std::int64_t>(*range.min));
    out += "–";
  }
  append_number(out, static_cast<std::int64_t>(range.max));
}

void append_source(std::string& out, const Source& source) {
  if (!source.authors.empty()) {
    out += source.authors.front();
  } else {
    out += !source.title.empty() ? source.title : !source.journal.empty() ? source.journal : source.id;
  }
  if (!source.year) return;
  out += ' ';
  append_number(out, static_cast<std::int64_t>(*source.year));
}

void append_inside(std::string& out, std::string_view title) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::size_t at = out.size();
  out += title;
  if (!title.empty() && is_capital(title[0]) && !(title.size() > 1 && is_capital(title[1])))
    out[at] = static_cast<char>(title[0] - 'A' + 'a');
}

bool append_tempo(std::string& out, const Tempo& tempo) {
  const std::size_t before = out.size();
  Clauses clauses(out, ", ");
  const auto append_part = [&clauses](std::string_view words, const std::optional<int>& seconds, std::string_view after) {
    if (!seconds) return;
    std::string& to = clauses.next();
    to += words;
    append_number(to, static_cast<std::int64_t>(*seconds));
    to += after;
  };
  append_part("lift in ", tempo.lift, " s");
  append_part("hold ", tempo.hold, " s");
  append_part("lower in ", tempo.lower, " s");
  append_part("", tempo.pass, " s a pass");
  return out.size() != before;
}

void append_load(std::string& out, const Catalog& catalog, const Protocol& protocol, LoadName load, Severity severity) {
  switch (load.kind) {
    case LoadName::Kind::bodyweight:
      out += "body weight";
      return;
    case LoadName::Kind::repetition_maximum:
      out += "the weight that allows just these repetitions";
      return;
    case LoadName::Kind::named:
      append_named_load(out, catalog, protocol, protocol.loads[load.load], severity);
      return;
  }
}

void append_criterion(std::string& out, const Catalog& catalog, const Protocol& protocol, const Criterion& criterion,
                      Severity severity) {
  const Measure& measure = catalog[criterion.measure];
  append_inside(out, measure.title);
  const std::size_t before = out.size();
  out += " is ";
  const std::size_t shown = out.size();
  append_what_it_shows(out, criterion, measure.unit);
  if (out.size() == shown) {
    out.resize(before);
    out += measure.unit == Measure::Unit::yes_no ? ": yes" : "";
  }
  append_how_long(out, protocol, criterion, severity);
}

}  // namespace rehab::wording
