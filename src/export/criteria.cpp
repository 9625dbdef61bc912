#include "export/criteria.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "export/clauses.hpp"
#include "export/wording.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

using wording::Clauses;

void append_whole(std::string& out, int number) { text::append_number(out, static_cast<std::int64_t>(number)); }

// After a number of a measure, by Measure::Unit.
constexpr std::array<std::string_view, 7> units{" of 10", "", " kg", " cm", " s", "°", ""};

// By Limit::Otherwise.
constexpr std::array<std::string_view, 6> then_do{
    "stay in this phase",
    "make it easier: less weight, an easier exercise or fewer repetitions",
    "begin again",
    "go back to the phase before",
    "ask a clinician, and go on meanwhile",
    "stop until a clinician has cleared you",
};

void append_bound(std::string& out, std::string_view words, double bound, const Measure& measure) {
  out += words;
  text::append_number(out, bound);
  out += units[static_cast<std::size_t>(measure.unit)];
}

// What breaks "at most so far above the start": "higher than at the start", "not at least 1 below the start".
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
  Clauses clauses(out, " or ");
  if (c.min) append_bound(clauses.next(), "below ", *c.min, measure);
  if (c.max) append_bound(clauses.next(), "above ", *c.max, measure);
  if (c.symmetry_percent) append_whole(clauses.next() += "below ", *c.symmetry_percent), out += " % of the other side";
  if (c.norm_percent) append_whole(clauses.next() += "below ", *c.norm_percent), out += " % of the norm for age and sex";
  if (c.change_max) append_broken_change(clauses.next(), *c.change_max, true, "", "at the start");
  if (c.change_min) append_broken_change(clauses.next(), *c.change_min, false, "", "at the start");
  if (c.change_percent_max) append_broken_change(clauses.next(), *c.change_percent_max, true, " %", "at the start");
  if (c.weekly_change_max) append_broken_change(clauses.next(), *c.weekly_change_max, true, "", "in the week before");
}

// "pain the next morning is higher than at the start", "the answer to “No pain on the heel bone” is no"
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

std::string_view workout_title(const Protocol& protocol, std::string_view id) {
  for (const Phase& phase : protocol.phases)
    for (const Workout& workout : phase.workouts)
      if (workout.id == id) return workout.title;
  return id;
}

void append_how_often(std::string& out, const Protocol& protocol, const Criterion& c, Severity severity) {
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
  wording::append_inside(out, workout_title(protocol, c.workout));
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

void append_names(Clauses& groups, std::string_view heading, const std::vector<std::string>& keys) {
  if (keys.empty()) return;
  Clauses names(groups.next() += heading, ", ");
  for (const std::string& key : keys) names.next() += key_words(key);
}

}  // namespace

std::string criterion_line(const Catalog& catalog, const Protocol& protocol, const Criterion& criterion, Severity severity) {
  // The norm stands in for `min`, it does not hold beside it.
  Criterion plain = criterion;
  if (plain.min) plain.norm_percent.reset();
  const std::string& title = catalog[criterion.measure].title;
  std::string sentence;
  wording::append_criterion(sentence, catalog, protocol, plain, severity);
  std::string out = title;
  std::string_view rest = std::string_view(sentence).substr(title.size());
  if (constexpr std::string_view verb = " is "; rest.starts_with(verb)) {
    out += ": ";
    rest.remove_prefix(verb.size());
  }
  out += rest;
  if (criterion.min && criterion.norm_percent) {
    append_whole(out += "; where age and sex are known, ", *criterion.norm_percent);
    text::append_number(out += " % of their norm counts in place of ", *criterion.min);
  }
  return out;
}

std::string limit_line(const Catalog& catalog, const Protocol& protocol, const Limit& limit, Severity severity) {
  const Measure& measure = catalog[limit.criterion.measure];
  std::string out = "If ";
  append_what_broke(out, limit.criterion, measure);
  append_how_often(out, protocol, limit.criterion, severity);
  out += ": ";
  if (limit.rest_days) {
    append_whole(out += "rest for ", *limit.rest_days);
    out += " days, then ";
  }
  out += then_do[static_cast<std::size_t>(limit.otherwise)];
  out += '.';
  if (!limit.say.empty()) (out += ' ') += limit.say;
  return out;
}

std::vector<std::string> pain_rule_lines(const PainRule& rule, Severity severity) {
  std::vector<std::string> out;
  if (rule.pain_safe) append_whole(out.emplace_back("Pain up to "), *rule.pain_safe), out.back() += " of 10 is safe.";
  if (rule.pain_max)
    append_whole(out.emplace_back("Pain up to "), *rule.pain_max), out.back() += " of 10 is allowed, unless a phase says less.";
  std::string much = "It is too much if pain goes above the limit";
  Clauses more(much, ", or ", true);
  if (rule.mornings)
    append_whole(more.next() += "if it is worse than at the start on ", *rule.mornings), much += " mornings in a row";
  if (rule.weekly_rise_max) more.next() += "if it grows from week to week";
  out.push_back(much += '.');
  if (std::string then = after_breach(rule, severity); !then.empty()) out.push_back(std::move(then));
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
