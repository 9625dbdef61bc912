// The lines of one row: a number, where it is from, what others get.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "explain/lines.hpp"
#include "explain/lists.hpp"
#include "export/clauses.hpp"
#include "export/criteria.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"

namespace rehab::explain::lines {
namespace {

using wording::Clauses;
using wording::Ranged;

// A range of whole numbers: its phrase, the placeholder there, and what is said instead of a certain number.
struct Counted {
  Fact fact;
  Phrase phrase;
  std::string_view number;
  std::optional<Phrase> instead{};
  int of = 0;
};

constexpr std::array counted_table{
    Counted{Fact::sets, "sets", "sets"},
    Counted{Fact::reps, "repetitions", "reps"},
    Counted{Fact::hold_s, "hold", "seconds"},
    Counted{Fact::duration_min, "minutes", "minutes"},
    Counted{Fact::distance_m, "distance", "metres"},
    Counted{Fact::effort_percent, "why-effort", "percent"},
    Counted{Fact::rest_s, "rest", "seconds", Phrase("no-rest")},
    Counted{Fact::rest_between_reps_s, "rest-between-repetitions", "seconds", Phrase("no-rest-between-repetitions")},
    Counted{Fact::start_percent, "load-from-percent", "number"},
    Counted{Fact::step_days, "why-step-days", "days", Phrase("why-step-every-day"), 1},
    Counted{Fact::max_percent, "why-most-percent", "percent"},
    Counted{Fact::times_per_day, "why-times-a-day", "times", Phrase("why-once-a-day"), 1},
    Counted{Fact::days_per_week, "why-days-a-week", "days"},
    Counted{Fact::min_hours_apart, "why-hours-apart", "hours"},
    Counted{Fact::rest_between_exercises_s, "why-rest-between-exercises", "seconds", Phrase("why-no-rest-between-exercises")},
    Counted{Fact::weeks, "why-weeks-long", "weeks"},
    Counted{Fact::days, "why-days-long", "days"},
    Counted{Fact::pain_max, "why-pain-at-most", "most", Phrase("why-no-pain")},
    Counted{Fact::pain_safe, "why-pain-safe", "most", Phrase("why-only-no-pain-safe")},
    Counted{Fact::mornings, "why-worse-mornings", "mornings"},
    Counted{Fact::weekly_rise_max, "why-weekly-rise", "rise", Phrase("why-any-weekly-rise")},
};

// A weight, or a share of one: `{number}`.
struct Weighed {
  Fact fact;
  Phrase phrase;
};
constexpr std::array weighed_table{
    Weighed{Fact::start_kg, "load-from-kg"},
    Weighed{Fact::step_kg, "why-step-kg"},
    Weighed{Fact::step_percent, "why-step-percent"},
    Weighed{Fact::max_kg, "load-most-kg"},
};

template <class Table>
const auto& row_of(const Table& table, Fact fact) {
  return *std::find_if(table.begin(), table.end(), [fact](const auto& row) { return row.fact == fact; });
}

// Says a value of each kind.
struct ValueTeller {
  const Plan& plan;
  Fact fact;
  Words words = words_of(plan.catalog);

  std::string operator()(std::monostate) const {
    return std::string(words[fact == Fact::exercise ? Phrase("why-left-out") : Phrase("why-not-stated")]);
  }

  std::string operator()(const Range& shown) const {
    if (fact == Fact::rungs) return rungs(shown);
    const Counted& row = row_of(counted_table, fact);
    if (shown.max == row.of && row.instead) return std::string(words[*row.instead]);
    const Range told = fact == Fact::pain_max ? Range{shown.max, shown.max} : shown;  // the most counts, as the planner reads it
    return words.say(row.phrase, {{"n", shown.max}, {row.number, Ranged{words, told}}});
  }

  std::string operator()(double shown) const { return words.say(row_of(weighed_table, fact).phrase, {{"number", shown}}); }

  std::string operator()(bool) const {
    return std::string(words[fact == Fact::as_tolerated ? Phrase("as-tolerated") : Phrase("to-failure")]);
  }

  std::string operator()(const Tempo& tempo) const {
    std::string out;
    return wording::append_tempo(out, words, tempo) ? out : std::string(words["why-tempo-not-stated"]);
  }

  std::string operator()(const LoadName& load) const {
    std::string out;
    if (load.kind == LoadName::Kind::named) {
      words.append_inside(out, plan.protocol().loads[load.load].title);
    } else {
      wording::append_load(out, plan.catalog, plan.protocol(), load, plan.intake.severity);
    }
    return out;
  }

  std::string operator()(DoseSide side) const {
    PlannedDose dose;
    dose.side = side;
    std::string out;
    wording::append_side(out, plan, dose);
    return out;
  }

  std::string operator()(SideOrder order) const {
    constexpr std::array<Phrase, 3> orders{"why-other-leg-first", "why-injured-leg-first", "why-legs-in-turn"};
    return std::string(words[orders[static_cast<std::size_t>(order)]]);
  }

  std::string operator()(Index<Exercise> exercise) const { return plan.catalog[exercise].title; }

 private:
  std::string rungs(const Range& shown) const {
    if (shown.min == shown.max) return words.say("why-rung", {{"rung", shown.max}});
    return words.say("why-rungs", {{"first", *shown.min}, {"last", shown.max}});
  }
};

// "sets, repetitions", by their keys.
template <class Keys>
std::string listed(const Words& words, const Keys& keys) {
  std::string out;
  Clauses clauses(out, words.glue("list"));
  for (const auto& key : keys) clauses.next() += key_words(words, key);
  return out;
}

// "Praet 2019; assumed: number of days"
std::string origins(const Catalog& catalog, const Provenance& from) {
  const Words words = words_of(catalog);
  std::string out;
  Clauses clauses(out, words.glue("list-parts"));
  if (from.cite) {
    std::string& to = clauses.next();
    wording::append_source(to, catalog[from.cite]);
    if (catalog[from.cite].seen == Source::Seen::secondary) words.wrap(to, 0, "show-read-second-hand", "source");
  }
  if (!from.secondary.empty())
    words.append(clauses.next(), "labelled", {{"label", words["second-hand"]}, {"text", listed(words, from.secondary)}});
  if (const std::string doubts = doubts_of(words, from); !doubts.empty()) clauses.next() += doubts;
  return out;
}

void unite(std::vector<std::string>& into, const std::vector<std::string>& keys) {
  for (const std::string& key : keys)
    if (std::find(into.begin(), into.end(), key) == into.end()) into.push_back(key);
}

// Of some criteria, which are said together: each source once, then what is assumed.
std::string origins(const Catalog& catalog, const std::vector<Criterion>& criteria) {
  std::vector<Provenance> sources;
  Provenance assumed;
  for (const Criterion& c : criteria) {
    unite(assumed.assumed, c.provenance.assumed);
    if (!c.provenance.cite) continue;
    const auto same =
        std::find_if(sources.begin(), sources.end(), [&](const Provenance& p) { return p.cite == c.provenance.cite; });
    Provenance& source = same != sources.end() ? *same : sources.emplace_back(Provenance{c.provenance.cite, {}, {}, {}, {}});
    unite(source.secondary, c.provenance.secondary);
    unite(source.needs_review, c.provenance.needs_review);
  }
  if (!assumed.assumed.empty()) sources.push_back(std::move(assumed));
  std::string out;
  Clauses clauses(out, words_of(catalog).glue("list-parts"));
  for (const Provenance& source : sources) clauses.next() += origins(catalog, source);
  return out;
}

// Puts where a line is from behind it.
std::string with_origins(const Words& words, std::string line, const std::string& origins) {
  if (!origins.empty()) words.wrap(line, 0, "aside", "text", {{"aside", origins}});
  return line;
}

std::string conditions(const Plan& plan, Phrase phrase, const std::vector<Criterion>& criteria) {
  const Words words = words_of(plan.catalog);
  const auto when = [&](std::string& to) {
    wording::append_conditions(to, plan.catalog, plan.protocol(), criteria, plan.intake.severity);
  };
  return with_origins(words, words.say(phrase, {{"when", when}}), origins(plan.catalog, criteria));
}

}  // namespace

std::string value(const Plan& plan, Fact fact, const FactValue& value) { return std::visit(ValueTeller{plan, fact}, value); }

std::string own_value(const Plan& plan, const ExplainedFigure& figure) {
  const Words words = words_of(plan.catalog);
  if (figure.value == FactValue{}) return words.say("why-number-not-stated", {{"name", key_words(words, name(figure.fact))}});
  if (figure.fact == Fact::exercise) return std::string(words["why-this-exercise"]);
  std::string told = value(plan, figure.fact, figure.value);
  const bool how_often = figure.fact == Fact::times_per_day || figure.fact == Fact::days_per_week;
  const Range* range = how_often ? std::get_if<Range>(&figure.value) : nullptr;
  if (range != nullptr && range->lower() != range->max)
    words.wrap(told, 0, "why-plan-takes", "range", {{"number", range->lower()}});
  return told;
}

std::string origin(const Catalog& catalog, const Origin& origin) {
  const Words words = words_of(catalog);
  if (!origin.source) return std::string(words["why-no-source"]);
  std::string out;
  wording::append_source(out, catalog[origin.source]);
  if (origin.confidence == Confidence::assumed) return out;
  constexpr std::array<Phrase, 3> how_read{"why-first-hand", "why-second-hand", "why-not-confirmed"};
  words.wrap(out, 0, how_read[static_cast<std::size_t>(origin.confidence)], "source");
  return out;
}

std::string others(const Plan& plan, const ExplainedFigure& figure) {
  const Words words = words_of(plan.catalog);
  BySeverityList list;
  for (const ForSeverity& other : figure.severities) list.add(other.severity, value(plan, figure.fact, other.value));
  return list.empty() ? std::string() : words.say("why-by-severity", {{"numbers", list.said(words)}});
}

std::string weeks(const Plan& plan, const ExplainedFigure& figure) {
  if (figure.weeks.empty()) return {};
  const Words words = words_of(plan.catalog);
  const auto numbers = [&](std::string& to) {
    Clauses clauses(to, words.glue("list-parts"));
    for (const ForWeeks& spell : figure.weeks)
      words.append(clauses.next(), "labelled",
                   {{"label", in_weeks(words, spell.first, spell.last)}, {"text", value(plan, figure.fact, spell.value)}});
  };
  return words.say("why-by-week", {{"numbers", numbers}});
}

std::string not_stated(const Catalog& catalog, const std::vector<Fact>& facts) {
  const Words words = words_of(catalog);
  std::vector<std::string_view> keys;
  for (const Fact fact : facts) keys.push_back(name(fact));
  return words.say("why-nobody-states", {{"names", listed(words, keys)}});
}

std::string step_conditions(const Plan& plan, const std::vector<Criterion>& criteria) {
  return conditions(plan, "why-step-only", criteria);
}

std::string rung_conditions(const Plan& plan, const std::vector<Criterion>& criteria) {
  return conditions(plan, "why-rung-only", criteria);
}

std::string limit(const Plan& plan, const Phase& phase, const Limit& limit) {
  return with_origins(words_of(plan.catalog), limit_line(plan.catalog, plan.protocol(), limit, plan.intake.severity, &phase),
                      origins(plan.catalog, limit.criterion.provenance));
}

}  // namespace rehab::explain::lines
