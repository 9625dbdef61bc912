// The words for what measures must show.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "export/clauses.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"

namespace rehab::wording {
namespace {

// A criterion of a protocol, and who it is said to.
struct Asked {
  const Catalog& catalog;
  const Protocol& protocol;
  const Criterion& criterion;
  Severity severity;
  const Words words = words_of(catalog);

  const Measure& measure() const { return catalog[criterion.measure]; }
};

// A number in the measure's unit, by Measure::Unit.
constexpr std::array<Phrase, 7> units{"measured-score", "measured",         "measured-kg", "measured-cm",
                                      "measured-s",     "measured-degrees", "measured"};

template <class Number>
void append_in_unit(std::string& out, const Words& words, Measure::Unit unit, const Number& number) {
  words.append(out, units[static_cast<std::size_t>(unit)], {{"number", number}});
}

// --- What it must show
// -----------------------------------------------------------------------------------------------------------------------

void append_bounds(std::string& out, const Asked& asked) {
  const Criterion& c = asked.criterion;
  const Measure::Unit unit = asked.measure().unit;
  if (c.min && c.max && *c.min != *c.max) {
    append_in_unit(out, asked.words, unit, [&](std::string& to) {
      asked.words.append(to, "range", {{"least", *c.min}, {"most", *c.max}});
    });
  } else if (c.min && c.max) {
    append_measured(out, asked.words, *c.min, unit);
  } else if (c.min) {
    append_measured(out, asked.words, *c.min, unit, "at-least");
  } else if (*c.max != 0) {
    append_measured(out, asked.words, *c.max, unit, "at-most");
  } else {  // nothing measured is below 0 but a change, so "at most 0" is just 0
    append_measured(out, asked.words, *c.max, unit);
  }
}

// What a change is measured against.
struct Reference {
  Phrase no_higher, no_lower, above, below;
};
constexpr Reference first_level{"no-higher-than-start", "no-lower-than-start", "above-start", "below-start"};
constexpr Reference last_week{"no-higher-than-week", "no-lower-than-week", "above-week", "below-week"};

// "at most 2 above the start of this plan", "at least 50 % below …", "no higher than at …".
void append_change(std::string& out, const Words& words, int change, bool at_most, bool percent, const Reference& reference) {
  if (change == 0) {
    out += words[at_most ? reference.no_higher : reference.no_lower];
    return;
  }
  const auto amount = [&](std::string& to) {
    words.append(to, percent ? Phrase("percent") : Phrase("measured"), {{"number", std::abs(change)}});
  };
  const std::size_t before = out.size();
  words.append(out, change > 0 ? reference.above : reference.below, {{"amount", amount}});
  words.wrap(out, before, (change > 0) == at_most ? Phrase("at-most") : Phrase("at-least"), "bound");
}

void append_share(std::string& out, const Words& words, int percent, Phrase share) {
  const std::size_t before = out.size();
  words.append(out, share, {{"percent", percent}});
  words.wrap(out, before, "at-least", "bound");
}

bool shows_anything(const Criterion& c, bool bounds) {
  return (bounds && (c.min || c.max)) || (c.norm_percent && !c.min) || c.symmetry_percent || c.change_max || c.change_min ||
         c.change_percent_max || c.weekly_change_max;
}

void append_shown(std::string& out, const Asked& asked, bool bounds) {
  const Criterion& c = asked.criterion;
  const Words& words = asked.words;
  Clauses clauses(out, words.glue("list-and"));
  if (bounds && (c.min || c.max)) {
    const std::size_t before = clauses.next().size();
    append_bounds(out, asked);
    if (c.norm_percent && c.min) words.wrap(out, before, "or-norm", "bound", {{"percent", *c.norm_percent}});
  }
  if (c.norm_percent && !c.min) append_share(clauses.next(), words, *c.norm_percent, "share-of-norm");
  if (c.symmetry_percent) append_share(clauses.next(), words, *c.symmetry_percent, "share-of-other-side");
  if (c.change_max) append_change(clauses.next(), words, *c.change_max, true, false, first_level);
  if (c.change_min) append_change(clauses.next(), words, *c.change_min, false, false, first_level);
  if (c.change_percent_max) append_change(clauses.next(), words, *c.change_percent_max, true, true, first_level);
  if (c.weekly_change_max) append_change(clauses.next(), words, *c.weekly_change_max, true, false, last_week);
}

// --- A measure that shows it
// -----------------------------------------------------------------------------------------------------------------------

// Puts `link` around the measure, which `out` holds from `begin` on, and what it must show.
void append_what_it_shows(std::string& out, std::size_t begin, const Asked& asked, Phrase link, bool bounds = true) {
  const Words& words = asked.words;
  if (shows_anything(asked.criterion, bounds)) {
    words.wrap(out, begin, link, "measure", {{"shown", [&](std::string& to) { append_shown(to, asked, bounds); }}});
  } else if (asked.measure().unit == Measure::Unit::yes_no) {
    words.wrap(out, begin, "criterion-yes", "measure");
  }
  if (!asked.criterion.pain_max) return;
  if (*asked.criterion.pain_max == 0) {
    words.wrap(out, begin, "criterion-without-pain", "criterion");
  } else {
    words.wrap(out, begin, "criterion-with-pain", "criterion", {{"most", *asked.criterion.pain_max}});
  }
}

void append_workout(std::string& out, std::size_t begin, const Asked& asked) {
  const std::string& id = asked.criterion.workout;
  if (id.empty()) return;
  const auto workout = [&](std::string& to) { asked.words.append_inside(to, workout_title(asked.protocol, id)); };
  asked.words.wrap(out, begin, "criterion-workout", "criterion", {{"workout", workout}});
}

// How long and how often, whatever is shown.
void append_duration(std::string& out, std::size_t begin, const Asked& asked) {
  const Criterion& c = asked.criterion;
  if (const std::optional<int> days = c.for_days.at(asked.severity))
    asked.words.wrap(out, begin, "criterion-days", "criterion", {{"n", *days}});
  const bool morning = asked.measure().asked == Measure::Asked::morning;
  if (c.for_sessions)
    asked.words.wrap(out, begin, morning ? Phrase("criterion-mornings") : Phrase("criterion-sessions"), "criterion",
                     {{"n", *c.for_sessions}});
}

// The same for the measure with all that is asked of it.
void append_in_full(std::string& out, std::size_t begin, const Asked& asked, Phrase link) {
  append_what_it_shows(out, begin, asked, link);
  append_duration(out, begin, asked);
  append_workout(out, begin, asked);
}

// "no pain while training", "stiffness the next morning at most 2 of 10"
void append_briefly(std::string& out, const Asked& asked) {
  const Criterion& c = asked.criterion;
  constexpr double none = 0;
  const bool must_be_none = asked.measure().unit == Measure::Unit::score && c.max == none && !c.min;
  const std::size_t begin = out.size();
  asked.words.append_inside(out, asked.measure().title);
  if (must_be_none) asked.words.wrap(out, begin, "criterion-none", "measure");
  append_what_it_shows(out, begin, asked, "criterion-brief", !must_be_none);
  append_workout(out, begin, asked);
}

}  // namespace

void append_measured(std::string& out, const Words& words, double number, Measure::Unit unit) {
  append_in_unit(out, words, unit, number);
}

void append_measured(std::string& out, const Words& words, double number, Measure::Unit unit, Phrase bound) {
  words.append(out, bound, {{"bound", [&](std::string& to) { append_measured(to, words, number, unit); }}});
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
  const Asked asked{catalog, protocol, criterion, severity};
  const std::size_t begin = out.size();
  asked.words.append_inside(out, asked.measure().title);
  append_in_full(out, begin, asked, "criterion-is");
}

void append_demand(std::string& out, const Catalog& catalog, const Protocol& protocol, const Criterion& criterion,
                   Severity severity) {
  const Asked asked{catalog, protocol, criterion, severity};
  const std::size_t begin = out.size();
  out += asked.measure().title;
  append_in_full(out, begin, asked, "criterion-demand");
}

void append_conditions(std::string& out, const Catalog& catalog, const Protocol& protocol, std::span<const Criterion> criteria,
                       Severity severity) {
  const Words words = words_of(catalog);
  const std::optional<int> days = criteria.front().for_days.at(severity), sessions = criteria.front().for_sessions;
  const bool alike = std::all_of(criteria.begin(), criteria.end(),
                                 [&](const Criterion& c) { return c.for_days.at(severity) == days && c.for_sessions == sessions; });
  const bool brief = alike && days.has_value() != sessions.has_value();
  const auto all = [&](std::string& to) {
    Clauses clauses(to, words.glue("list-and"));
    for (const Criterion& criterion : criteria) {
      if (brief) {
        append_briefly(clauses.next(), {catalog, protocol, criterion, severity});
      } else {
        append_criterion(clauses.next(), catalog, protocol, criterion, severity);
      }
    }
  };
  if (!brief) {
    words.append(out, "when-criteria", {{"criteria", all}});
  } else if (days) {
    words.append(out, "after-days-with", {{"n", *days}, {"criteria", all}});
  } else {
    words.append(out, "after-sessions-with", {{"n", *sessions}, {"criteria", all}});
  }
}

}  // namespace rehab::wording
