#include "export/criteria.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "export/clauses.hpp"
#include "export/wording.hpp"
#include "protocol/effective.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

using wording::Clauses;

void append_whole(std::string& out, int number) { text::append_number(out, static_cast<std::int64_t>(number)); }

// By Limit::Otherwise.
constexpr std::array<std::string_view, 6> then_do{
    "stay in this phase",
    "make it easier: less weight, an easier exercise or fewer repetitions",
    "begin again",
    "go back to the phase before",
    "ask a clinician, and go on meanwhile",
    "stop until a clinician has cleared you",
};

// What breaks "at most so far above the start": "higher than at the start of this plan", "not at least 1 lower than …".
void append_broken_change(std::string& out, int change, bool at_most, std::string_view unit, std::string_view than) {
  if (change == 0) {
    out += at_most ? "higher than " : "lower than ";
    out += than;
    return;
  }
  const bool asks_for_move = (change < 0) == at_most;  // a fall, or a rise, was wanted
  out += asks_for_move ? "not at least " : "more than ";
  append_whole(out, std::abs(change));
  out += unit;
  out += change < 0 ? " lower than " : " higher than ";
  out += than;
}

void append_broken(std::string& out, const Criterion& c, const Measure& measure) {
  using wording::at_start;
  Clauses clauses(out, " or ");
  if (c.min) wording::append_measured(clauses.next() += "below ", *c.min, measure.unit);
  if (c.min && c.norm_percent) wording::append_norm_instead(out, *c.norm_percent);
  if (c.max) wording::append_measured(clauses.next() += "above ", *c.max, measure.unit);
  if (c.symmetry_percent) append_whole(clauses.next() += "below ", *c.symmetry_percent), out += " % of the other side";
  if (c.norm_percent && !c.min)
    append_whole(clauses.next() += "below ", *c.norm_percent), out += " % of the norm for your age and sex";
  if (c.change_max) append_broken_change(clauses.next(), *c.change_max, true, "", at_start);
  if (c.change_min) append_broken_change(clauses.next(), *c.change_min, false, "", at_start);
  if (c.change_percent_max) append_broken_change(clauses.next(), *c.change_percent_max, true, " %", at_start);
  if (c.weekly_change_max) append_broken_change(clauses.next(), *c.weekly_change_max, true, "", "in the week before");
}

// "pain the next morning is higher than at the start of this plan", "the answer to “No pain on the heel bone” is no"
void append_what_broke(std::string& out, const Criterion& criterion, const Measure& measure) {
  const std::size_t before = out.size();
  wording::append_inside(out, measure.title);
  out += " is ";
  const std::size_t end = out.size();
  append_broken(out, criterion, measure);
  if (out.size() != end) return;
  out.resize(before);
  ((out += "the answer to “") += measure.title) += "” is no";
}

void append_how_often(std::string& out, const Protocol& protocol, const Criterion& c, Severity severity, const Phase* phase) {
  if (const std::optional<int> days = c.for_days.at(severity); days && *days > 1) {
    append_whole(out += " on ", *days);
    out += " days in a row";
  }
  if (c.for_sessions && *c.for_sessions > 1) {
    append_whole(out += " in ", *c.for_sessions);
    out += " sessions in a row";
  }
  if (c.workout.empty()) return;
  out += " after ";
  wording::append_inside(out, wording::workout_title(protocol, c.workout, phase));
}

// "Then make it easier: …"
std::string after_breach(const PainRule& rule, Severity severity) {
  std::string out;
  Clauses clauses(out, ", or ");
  if (rule.lower_load_steps) {
    append_whole(clauses.next() += "go back ", *rule.lower_load_steps);
    out += *rule.lower_load_steps == 1 ? " step of weight or exercise" : " steps of weight or exercise";
  }
  if (rule.lower_volume_percent) {
    append_whole(clauses.next() += "do ", *rule.lower_volume_percent);
    out += " % of the sets or repetitions";
  }
  if (const std::optional<Range> hours = rule.rest_hours.at(severity, 1)) {
    if (!out.empty()) out += ", and ";
    wording::append_range(out += "rest for ", *hours);
    out += " hours";
  }
  return out.empty() ? out : "Then " + out + '.';
}

// "0 to 2 of 10: go on. 3 to 5: allowed, if it has settled by the next morning. 6 or more: too much."
std::string pain_bands(const Catalog& catalog, const PainRule& rule) {
  constexpr int worst = 10;
  std::string out;
  int next = 0;  // where the next band begins
  const auto append_band = [&](int last, std::string_view key, std::string_view says) {
    if (last < next) return;
    append_whole(out += next == 0 ? "" : " ", next);
    if (last > next) append_whole(out += " to ", last);
    ((out += next == 0 ? " of 10" : "") += ": ") += says;
    const std::string_view doubt = wording::doubt_of(protocol::origin_of(*catalog, rule.provenance, key).confidence);
    if (!doubt.empty()) ((out += " (") += doubt) += ')';
    out += '.';
    next = last + 1;
  };
  if (rule.pain_safe) append_band(*rule.pain_safe, "pain_safe", "go on");
  if (!rule.pain_max) return out;
  append_band(*rule.pain_max, "pain_max", *rule.pain_max == 0 ? "go on" : "allowed, if it has settled by the next morning");
  if (next > worst) return out;
  append_whole(out += ' ', next);
  return out += next == worst ? ": too much." : " or more: too much.";
}

// "It is also too much if it is worse than at the start of this plan on 2 mornings in a row, or if it grows from week to week."
std::string other_breaches(const PainRule& rule) {
  std::string out;
  Clauses clauses(out, ", or ");
  if (rule.mornings) {
    (clauses.next() += "if it is worse than ") += wording::at_start;
    append_whole(out += " on ", *rule.mornings);
    out += *rule.mornings == 1 ? " morning" : " mornings in a row";
  }
  if (rule.weekly_rise_max) clauses.next() += "if it grows from week to week";
  return out.empty() ? out : "It is also too much " + out + '.';
}

bool sets_own_limit(const Phase& phase) { return phase.pain_max.stated(); }

void append_names(Clauses& groups, std::string_view heading, const std::vector<std::string>& keys) {
  if (keys.empty()) return;
  Clauses names(groups.next() += heading, ", ");
  for (const std::string& key : keys) names.next() += key_words(key);
}

}  // namespace

std::string criterion_line(const Catalog& catalog, const Protocol& protocol, const Criterion& criterion, Severity severity) {
  Criterion plain = criterion;
  if (plain.min) plain.norm_percent.reset();  // it stands in for `min`, it does not hold beside it
  std::string out = catalog[criterion.measure].title;
  wording::append_demand(out, catalog, protocol, plain, severity);
  if (criterion.min && criterion.norm_percent) {
    append_whole(out += "; if you know the number for your age and sex in the table below, ", *criterion.norm_percent);
    text::append_number(out += " % of it counts in place of ", *criterion.min);
  }
  return out;
}

void append_limit(std::string& out, const Catalog& catalog, const Protocol& protocol, const Limit& limit, Severity severity,
                  const Phase* phase) {
  out += "if ";
  append_what_broke(out, limit.criterion, catalog[limit.criterion.measure]);
  append_how_often(out, protocol, limit.criterion, severity, phase);
  out += ": ";
  if (limit.rest_days) {
    append_whole(out += "rest for ", *limit.rest_days);
    out += *limit.rest_days == 1 ? " day, then " : " days, then ";
  }
  out += then_do[static_cast<std::size_t>(limit.otherwise)];
}

std::string limit_line(const Catalog& catalog, const Protocol& protocol, const Limit& limit, Severity severity,
                       const Phase* phase) {
  std::string out;
  append_limit(out, catalog, protocol, limit, severity, phase);
  return out;
}

std::vector<std::string> pain_rule_lines(const Catalog& catalog, const Protocol& protocol, const PainRule& rule,
                                         Severity severity) {
  std::vector<std::string> out;
  const auto add = [&out](std::string line) {
    if (!line.empty()) out.push_back(std::move(line));
  };
  add(pain_bands(catalog, rule));
  if (std::any_of(protocol.phases.begin(), protocol.phases.end(), sets_own_limit))
    add("Where a phase sets its own limit, that one counts.");
  add(other_breaches(rule));
  add(after_breach(rule, severity));
  if (rule.breaches_to_review)
    append_whole(out.emplace_back("Ask a clinician when it was too much "), *rule.breaches_to_review),
        out.back() += " times in one phase.";
  return out;
}

std::string doubts_of(const Provenance& provenance) {
  std::string out;
  Clauses groups(out, "; ");
  append_names(groups, "assumed: ", provenance.assumed);
  append_names(groups, "not confirmed: ", provenance.needs_review);
  return out;
}

std::string key_words(std::string_view key) {
  // Keys whose name alone says too little; the others read well with spaces.
  struct Words {
    std::string_view key, words;
  };
  static constexpr std::array<Words, 25> table{{{"min", "least"},
                                                {"max", "most"},
                                                {"symmetry_percent", "share of the other side"},
                                                {"norm_percent", "share of the norm"},
                                                {"change_max", "change"},
                                                {"change_min", "change"},
                                                {"pain_max", "pain limit"},
                                                {"reps", "repetitions"},
                                                {"hold_s", "hold"},
                                                {"duration_min", "duration"},
                                                {"tempo_s", "tempo"},
                                                {"rest_s", "rest"},
                                                {"min_hours_apart", "hours between"},
                                                {"step_kg", "step"},
                                                {"for_days", "number of days"},
                                                {"for_sessions", "number of sessions"},
                                                {"pain_safe", "safe pain"},
                                                {"mornings", "number of mornings"},
                                                {"weekly_rise_max", "rise from week to week"},
                                                {"lower_load_steps", "steps back"},
                                                {"lower_volume_percent", "share that is left"},
                                                {"breaches_to_review", "when to ask"},
                                                {"ask", "question"},
                                                {"act", "what to do"},
                                                {"lines", "text"}}};
  for (const Words& row : table)
    if (row.key == key) return std::string(row.words);
  std::string out(key);
  for (char& c : out)
    if (c == '_') c = ' ';
  return out;
}

}  // namespace rehab
