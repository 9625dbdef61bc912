// The words of one row: a number, where it is from, what others get.
#include <algorithm>
#include <array>

#include "explain/lists.hpp"
#include "explain/words.hpp"
#include "export/clauses.hpp"
#include "export/criteria.hpp"
#include "export/show_page.hpp"
#include "export/wording.hpp"

namespace rehab::explain::words {
namespace {

using wording::Clauses;

std::string range(const Plan& plan, const Range& range) {
  std::string out;
  wording::append_range(out, words_of(plan.catalog), range);
  return out;
}

// The sentence for one and that for more; no number for none at all.
struct Counted {
  Fact fact;
  std::string_view one, many, none = {};
};

constexpr std::array counted_table{
    Counted{Fact::sets, "{0} set", "{0} sets"},
    Counted{Fact::reps, "{0} repetition", "{0} repetitions"},
    Counted{Fact::hold_s, "{0} s hold", "{0} s hold"},
    Counted{Fact::duration_min, "{0} min", "{0} min"},
    Counted{Fact::distance_m, "{0} m", "{0} m"},
    Counted{Fact::effort_percent, "{0} % of full speed", "{0} % of full speed"},
    Counted{Fact::rest_s, "rest {0} s", "rest {0} s", "no rest"},
    Counted{Fact::rest_between_reps_s, "rest {0} s between repetitions", "rest {0} s between repetitions",
            "no rest between repetitions"},
    Counted{Fact::start_percent, "from {0} % of the most you can lift once", "from {0} % of the most you can lift once"},
    Counted{Fact::step_days, "at most one step a day", "at most one step in {0} days"},
    Counted{Fact::max_percent, "never more than {0} % of that", "never more than {0} % of that"},
    Counted{Fact::times_per_day, "once a day", "{0} times a day"},
    Counted{Fact::days_per_week, "{0} day a week", "{0} days a week"},
    Counted{Fact::min_hours_apart, "at least {0} hour apart", "at least {0} hours apart"},
    Counted{Fact::rest_between_exercises_s, "rest {0} s between exercises", "rest {0} s between exercises"},
    Counted{Fact::weeks, "{0} week long", "{0} weeks long"},
    Counted{Fact::days, "{0} day long", "{0} days long"},
    Counted{Fact::pain_max, "pain at most {0} of 10", "pain at most {0} of 10", "no pain"},
    Counted{Fact::pain_safe, "pain up to {0} of 10 is safe", "pain up to {0} of 10 is safe", "only no pain is safe"},
    Counted{Fact::mornings, "worse on {0} morning is too much", "worse on {0} mornings in a row is too much"},
    Counted{Fact::weekly_rise_max, "a rise of more than {0} in a week is too much", "a rise of more than {0} in a week is too much",
            "any rise from week to week is too much"},
};

struct Weighed {
  Fact fact;
  std::string_view words;
};
constexpr std::array weighed_table{
    Weighed{Fact::start_kg, "from {0} kg"},
    Weighed{Fact::step_kg, "steps of {0} kg"},
    Weighed{Fact::step_percent, "steps of {0} %"},
    Weighed{Fact::max_kg, "never more than {0} kg"},
};

// By SideOrder.
constexpr std::array<std::string_view, 3> order_words{"the other leg first", "the injured leg first", "the legs in turn"};

std::string fact_words(const Plan& plan, Fact fact) { return std::string(key_words(words_of(plan.catalog), name(fact))); }

std::string value_words(const Plan&, Fact fact, std::monostate) { return fact == Fact::exercise ? "left out" : "not stated"; }

std::string value_words(const Plan& plan, Fact fact, const Range& shown) {
  if (fact == Fact::rungs)
    return shown.min == shown.max ? fill("rung {0} of the ladder", {number(shown.max)})
                                  : fill("rungs {0} to {1} of the ladder", {number(*shown.min), number(shown.max)});
  const bool pain = fact == Fact::pain_max;  // the most counts, as the planner reads it
  const Range in_words = pain ? Range{shown.max, shown.max} : shown;
  const auto row = std::find_if(counted_table.begin(), counted_table.end(), [fact](const Counted& c) { return c.fact == fact; });
  if (shown.max == 0 && !row->none.empty()) return std::string(row->none);
  return fill(shown.max == 1 ? row->one : row->many, {range(plan, in_words)});
}

std::string value_words(const Plan&, Fact fact, double shown) {
  const auto row = std::find_if(weighed_table.begin(), weighed_table.end(), [fact](const Weighed& w) { return w.fact == fact; });
  return fill(row->words, {number(shown)});
}

std::string value_words(const Plan&, Fact fact, bool) { return fact == Fact::as_tolerated ? "as tolerated" : "to failure"; }

std::string value_words(const Plan& plan, Fact, const Tempo& tempo) {
  std::string out;
  return wording::append_tempo(out, words_of(plan.catalog), tempo) ? out : "tempo not stated";
}

std::string value_words(const Plan& plan, Fact, const LoadName& load) {
  std::string out;
  if (load.kind == LoadName::Kind::named) {
    words_of(plan.catalog).append_inside(out, plan.protocol().loads[load.load].title);
  } else {
    wording::append_load(out, plan.catalog, plan.protocol(), load, plan.intake.severity);
  }
  return out;
}

std::string value_words(const Plan& plan, Fact, DoseSide side) {
  PlannedDose dose;
  dose.side = side;
  std::string out;
  wording::append_side(out, plan, dose);
  return out;
}

std::string value_words(const Plan&, Fact, SideOrder order) { return std::string(order_words[static_cast<std::size_t>(order)]); }

std::string value_words(const Plan& plan, Fact, Index<Exercise> exercise) { return plan.catalog[exercise].title; }

// "Praet 2019; assumed: number of days"
std::string origins(const Catalog& catalog, const Provenance& provenance) {
  const std::string bracketed = origins_of(catalog, provenance);
  return bracketed.empty() ? bracketed : bracketed.substr(1, bracketed.size() - 2);
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
  Clauses clauses(out, "; ");
  for (const Provenance& source : sources) clauses.next() += origins(catalog, source);
  return out;
}

std::string conditions(const Plan& plan, std::string_view pattern, const std::vector<Criterion>& criteria) {
  std::string words;
  wording::append_conditions(words, plan.catalog, plan.protocol(), criteria, plan.intake.severity);
  return fill(pattern, {words, origins(plan.catalog, criteria)});
}

}  // namespace

// --- Rows
// -------------------------------------------------------------------------------------------------------------------------------

std::string value(const Plan& plan, Fact fact, const FactValue& value) {
  return std::visit([&](const auto& shown) { return value_words(plan, fact, shown); }, value);
}

std::string own_value(const Plan& plan, const ExplainedFigure& figure) {
  if (figure.value == FactValue{}) return fill("{0}: not stated", {fact_words(plan, figure.fact)});
  if (figure.fact == Fact::exercise) return "this exercise";
  const std::string words = value(plan, figure.fact, figure.value);
  const bool how_often = figure.fact == Fact::times_per_day || figure.fact == Fact::days_per_week;
  const Range* range = how_often ? std::get_if<Range>(&figure.value) : nullptr;
  return range == nullptr || range->lower() == range->max ? words : fill("{0} (plan: {1})", {words, number(range->lower())});
}

std::string origin(const Catalog& catalog, const Origin& origin) {
  if (!origin.source) return "assumed: no source says it";
  // By Confidence.
  constexpr std::array<std::string_view, 4> patterns{"{0}, first-hand", "{0}, second-hand", "{0}, not confirmed", "{0}"};
  std::string source;
  wording::append_source(source, catalog[origin.source]);
  return fill(patterns[static_cast<std::size_t>(origin.confidence)], {source});
}

std::string others(const Plan& plan, const ExplainedFigure& figure) {
  BySeverityList list;
  for (const ForSeverity& other : figure.severities) list.add(other.severity, value(plan, figure.fact, other.value));
  return list.empty() ? std::string() : fill("by severity: {0}", {list.words()});
}

std::string weeks(const Plan& plan, const ExplainedFigure& figure) {
  if (figure.weeks.empty()) return {};
  std::string list;
  Clauses clauses(list, "; ");
  for (const ForWeeks& spell : figure.weeks)
    clauses.next() += fill("{0}: {1}", {in_weeks(spell.first, spell.last), value(plan, figure.fact, spell.value)});
  return fill("by week of the phase: {0}", {list});
}

std::string not_stated(const Plan& plan, const std::vector<Fact>& facts) {
  std::string list;
  Clauses clauses(list, ", ");
  for (const Fact fact : facts) clauses.next() += fact_words(plan, fact);
  return fill("not stated, by no source and not by us: {0}", {list});
}

std::string step_conditions(const Plan& plan, const std::vector<Criterion>& criteria) {
  return conditions(plan, "a step only {0} ({1})", criteria);
}

std::string rung_conditions(const Plan& plan, const std::vector<Criterion>& criteria) {
  return conditions(plan, "a rung up only {0} ({1})", criteria);
}

std::string closed_rung(const Plan& plan, Index<Exercise> exercise) {
  return fill("“{0}” stays closed: its equipment is missing, or an answer of the person forbids it",
              {plan.catalog[exercise].title});
}

std::string limit(const Plan& plan, const Phase& phase, const Limit& limit) {
  return fill("{0} ({1})", {limit_line(plan.catalog, plan.protocol(), limit, plan.intake.severity, &phase),
                            origins(plan.catalog, limit.criterion.provenance)});
}

std::string without_workout(const std::vector<Severity>& severities) {
  return fill("{0}: without this workout", {names_of(severities)});
}

std::string without_phase(const std::vector<Severity>& severities) {
  return fill("{0}: without this phase", {names_of(severities)});
}

std::string note(std::string_view note) { return fill("Note: {0}", {note}); }

}  // namespace rehab::explain::words
