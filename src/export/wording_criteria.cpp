// The words for what measures must show.
#include <algorithm>
#include <array>

#include "export/clauses.hpp"
#include "export/wording.hpp"
#include "text/append.hpp"

namespace rehab::wording {
namespace {

using text::append_number;

// What follows a number of a measure, by Measure::Unit: "5 of 10", "8 cm", "10°".
constexpr std::array<std::string_view, 7> units{" of 10", "", " kg", " cm", " s", "°", ""};

void append_whole(std::string& out, int number) { append_number(out, static_cast<std::int64_t>(number)); }

void append_counted(std::string& out, std::string_view before, int number, std::string_view one, std::string_view many) {
  append_whole(out += before, number);
  out += number == 1 ? one : many;
}

void append_bounds(std::string& out, const Criterion& criterion, Measure::Unit unit) {
  if (criterion.min && criterion.max && *criterion.min == *criterion.max) {
    append_measured(out, *criterion.min, unit);
  } else if (criterion.min && criterion.max) {
    append_number(out, *criterion.min);
    append_measured(out += "–", *criterion.max, unit);
  } else if (criterion.min) {
    append_measured(out += "at least ", *criterion.min, unit);
  } else {
    // Nothing measured is below 0 but a change, so "at most 0" is just 0.
    if (*criterion.max != 0) out += "at most ";
    append_measured(out, *criterion.max, unit);
  }
}

// What a change is measured against: "no higher than at the start of this plan", "2 above the start of this plan".
struct Reference {
  std::string_view moment, level;
};
constexpr Reference first_level{at_start, "the start of this plan"};
constexpr Reference last_week{"in the week before", "the week before"};

// "at most 2 above the start of this plan", "at least 50 % below …", "no higher than at …".
void append_change(std::string& out, int change, bool at_most, std::string_view unit, const Reference& reference) {
  if (change == 0) {
    out += at_most ? "no higher than " : "no lower than ";
    out += reference.moment;
    return;
  }
  out += (change > 0) == at_most ? "at most " : "at least ";
  append_whole(out, change > 0 ? change : -change);
  out += unit;
  out += change > 0 ? " above " : " below ";
  out += reference.level;
}

void append_percent_of(std::string& out, int percent, std::string_view of) {
  append_whole(out += "at least ", percent);
  out += " % of ";
  out += of;
}

void append_what_it_shows(std::string& out, const Criterion& criterion, Measure::Unit unit, bool bounds) {
  Clauses clauses(out, " and ");
  if (bounds && (criterion.min || criterion.max)) append_bounds(clauses.next(), criterion, unit);
  if (criterion.norm_percent && criterion.min) {
    append_norm_instead(out, *criterion.norm_percent);
  } else if (criterion.norm_percent) {
    append_percent_of(clauses.next(), *criterion.norm_percent, "the norm for your age and sex");
  }
  if (criterion.symmetry_percent) append_percent_of(clauses.next(), *criterion.symmetry_percent, "the other side");
  if (criterion.change_max) append_change(clauses.next(), *criterion.change_max, true, "", first_level);
  if (criterion.change_min) append_change(clauses.next(), *criterion.change_min, false, "", first_level);
  if (criterion.change_percent_max) append_change(clauses.next(), *criterion.change_percent_max, true, " %", first_level);
  if (criterion.weekly_change_max) append_change(clauses.next(), *criterion.weekly_change_max, true, "", last_week);
}

// After `link` what it must show, whatever days and sessions it must last.
void append_shown(std::string& out, const Catalog& catalog, const Criterion& criterion, std::string_view link, bool bounds = true) {
  const Measure::Unit unit = catalog[criterion.measure].unit;
  const std::size_t before = out.size();
  out += link;
  const std::size_t shown = out.size();
  append_what_it_shows(out, criterion, unit, bounds);
  if (out.size() == shown) {
    out.resize(before);
    if (unit == Measure::Unit::yes_no) out += ": yes";
  }
  if (criterion.pain_max && *criterion.pain_max == 0) out += " without pain";
  if (criterion.pain_max && *criterion.pain_max != 0)
    append_counted(out, " with pain at most ", *criterion.pain_max, " of 10", " of 10");
}

void append_workout(std::string& out, const Protocol& protocol, const Criterion& criterion) {
  if (criterion.workout.empty()) return;
  append_inside(out += " (", workout_title(protocol, criterion.workout));
  out += " only)";
}

void append_linked(std::string& out, const Catalog& catalog, const Protocol& protocol, const Criterion& criterion,
                   Severity severity, std::string_view link) {
  append_shown(out, catalog, criterion, link);
  if (const std::optional<int> days = criterion.for_days.at(severity)) append_counted(out, " for ", *days, " day", " days");
  const bool morning = catalog[criterion.measure].asked == Measure::Asked::morning;
  if (criterion.for_sessions)
    append_counted(out, morning ? " after " : " in ", *criterion.for_sessions, " session", " sessions in a row");
  append_workout(out, protocol, criterion);
}

// "no pain while training", "stiffness the next morning at most 2 of 10"
void append_briefly(std::string& out, const Catalog& catalog, const Protocol& protocol, const Criterion& criterion) {
  const Measure& measure = catalog[criterion.measure];
  constexpr double none = 0;
  const bool must_be_none = measure.unit == Measure::Unit::score && criterion.max == none && !criterion.min;
  append_inside(out += must_be_none ? "no " : "", measure.title);
  append_shown(out, catalog, criterion, " ", !must_be_none);
  append_workout(out, protocol, criterion);
}

}  // namespace

void append_measured(std::string& out, double number, Measure::Unit unit) {
  append_number(out, number);
  out += units[static_cast<std::size_t>(unit)];
}

void append_norm_instead(std::string& out, int percent) {
  append_whole(out += " (or ", percent);
  out += " % of the number for your age and sex)";
}

std::string_view workout_title(const Protocol& protocol, std::string_view id, const Phase* phase) {
  const auto title_in = [id](const Phase& where) -> const std::string* {
    for (const Workout& workout : where.workouts)
      if (workout.id == id) return &workout.title;
    return nullptr;
  };
  if (const std::string* title = phase ? title_in(*phase) : nullptr) return *title;
  for (const Phase& each : protocol.phases)
    if (const std::string* title = title_in(each)) return *title;
  return id;
}

void append_criterion(std::string& out, const Catalog& catalog, const Protocol& protocol, const Criterion& criterion,
                      Severity severity) {
  append_inside(out, catalog[criterion.measure].title);
  append_linked(out, catalog, protocol, criterion, severity, " is ");
}

void append_demand(std::string& out, const Catalog& catalog, const Protocol& protocol, const Criterion& criterion,
                   Severity severity) {
  append_linked(out, catalog, protocol, criterion, severity, ": ");
}

void append_conditions(std::string& out, const Catalog& catalog, const Protocol& protocol, std::span<const Criterion> criteria,
                       Severity severity) {
  const std::optional<int> days = criteria.front().for_days.at(severity), sessions = criteria.front().for_sessions;
  const bool alike = std::all_of(criteria.begin(), criteria.end(),
                                 [&](const Criterion& c) { return c.for_days.at(severity) == days && c.for_sessions == sessions; });
  const bool brief = alike && days.has_value() != sessions.has_value();
  if (!brief) out += "when ";
  if (brief && days) append_counted(out, "after ", *days, " day with ", " days in a row with ");
  if (brief && sessions) append_counted(out, "after ", *sessions, " session with ", " sessions in a row with ");
  Clauses clauses(out, " and ");
  for (const Criterion& criterion : criteria) {
    if (brief) {
      append_briefly(clauses.next(), catalog, protocol, criterion);
    } else {
      append_criterion(clauses.next(), catalog, protocol, criterion, severity);
    }
  }
}

}  // namespace rehab::wording
