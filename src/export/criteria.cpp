#include "export/criteria.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include "export/clauses.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"
#include "protocol/effective.hpp"

namespace rehab {
namespace {

using wording::Clauses;
using wording::Ranged;

// What breaks a change: "higher than at the start of this plan", "2 lower than in the week before".
struct Reference {
  Phrase higher, lower, amount_higher, amount_lower;
};
constexpr Reference first_level{"higher-than-start", "lower-than-start", "amount-higher-than-start", "amount-lower-than-start"};
constexpr Reference last_week{"higher-than-week", "lower-than-week", "amount-higher-than-week", "amount-lower-than-week"};

// What breaks "at most so far above the start": "higher than at the start of this plan", "not at least 1 lower than …".
void append_broken_change(std::string& out, const Words& words, int change, bool at_most, bool percent,
                          const Reference& reference) {
  if (change == 0) {
    out += words[at_most ? reference.higher : reference.lower];
    return;
  }
  const auto amount = [&](std::string& to) {
    words.append(to, percent ? Phrase("percent") : Phrase("measured"), {{"number", std::abs(change)}});
  };
  const bool asks_for_move = (change < 0) == at_most;  // a fall, or a rise, was wanted
  const std::size_t before = out.size();
  words.append(out, change < 0 ? reference.amount_lower : reference.amount_higher, {{"amount", amount}});
  words.wrap(out, before, asks_for_move ? Phrase("broken-not-at-least") : Phrase("broken-more-than"), "bound");
}

void append_below_share(std::string& out, const Words& words, int percent, Phrase share) {
  const std::size_t before = out.size();
  words.append(out, share, {{"percent", percent}});
  words.wrap(out, before, "broken-below", "bound");
}

bool shows_anything(const Criterion& c) {
  return c.min || c.max || c.symmetry_percent || c.norm_percent || c.change_max || c.change_min || c.change_percent_max ||
         c.weekly_change_max;
}

void append_broken(std::string& out, const Words& words, const Criterion& c, Measure::Unit unit) {
  Clauses clauses(out, words.glue("list-or"));
  if (c.min) {
    const std::size_t before = clauses.next().size();
    wording::append_measured(out, words, *c.min, unit, "broken-below");
    if (c.norm_percent) words.wrap(out, before, "or-norm", "bound", {{"percent", *c.norm_percent}});
  }
  if (c.max) wording::append_measured(clauses.next(), words, *c.max, unit, "broken-above");
  if (c.symmetry_percent) append_below_share(clauses.next(), words, *c.symmetry_percent, "share-of-other-side");
  if (c.norm_percent && !c.min) append_below_share(clauses.next(), words, *c.norm_percent, "share-of-norm");
  if (c.change_max) append_broken_change(clauses.next(), words, *c.change_max, true, false, first_level);
  if (c.change_min) append_broken_change(clauses.next(), words, *c.change_min, false, false, first_level);
  if (c.change_percent_max) append_broken_change(clauses.next(), words, *c.change_percent_max, true, true, first_level);
  if (c.weekly_change_max) append_broken_change(clauses.next(), words, *c.weekly_change_max, true, false, last_week);
}

// The question itself, without what it says beside it.
std::string_view question_of(const Measure& measure) {
  const std::size_t mark = measure.ask.find('?');
  if (measure.ask.empty()) return measure.title;
  return std::string_view(measure.ask).substr(0, mark == std::string::npos ? mark : mark + 1);
}

// "pain the next morning is higher than at the start of this plan", "the answer to “Can you walk for ten minutes?” is no"
void append_what_broke(std::string& out, const Words& words, const Criterion& criterion, const Measure& measure) {
  if (!shows_anything(criterion)) return words.append(out, "broken-no", {{"measure", question_of(measure)}});
  words.append(out, "broken-is",
               {{"measure", [&](std::string& to) { words.append_inside(to, measure.title); }},
                {"shown", [&](std::string& to) { append_broken(to, words, criterion, measure.unit); }}});
}

void append_how_often(std::string& out, std::size_t begin, const Words& words, const Protocol& protocol, const Criterion& c,
                      Severity severity, const Phase* phase) {
  if (const std::optional<int> days = c.for_days.at(severity); days && *days > 1)
    words.wrap(out, begin, "broken-days", "broken", {{"n", *days}});
  if (c.for_sessions && *c.for_sessions > 1) words.wrap(out, begin, "broken-sessions", "broken", {{"n", *c.for_sessions}});
  if (c.workout.empty()) return;
  const auto workout = [&](std::string& to) { words.append_inside(to, wording::workout_title(protocol, c.workout, phase)); };
  words.wrap(out, begin, "broken-workout", "broken", {{"workout", workout}});
}

// "Then make it easier: …"
std::string after_breach(const Words& words, const PainRule& rule, Severity severity) {
  std::string out;
  Clauses clauses(out, words.glue("list-or-else"));
  if (rule.lower_load_steps) words.append(clauses.next(), "go-back-steps", {{"n", *rule.lower_load_steps}});
  if (rule.lower_volume_percent) words.append(clauses.next(), "do-less", {{"percent", *rule.lower_volume_percent}});
  if (const std::optional<Range> hours = rule.rest_hours.at(severity, 1)) {
    if (clauses.any()) {
      words.wrap(out, 0, "and-rest-hours", "what", {{"n", hours->max}, {"hours", Ranged{words, *hours}}});
    } else {
      words.append(out, "rest-hours", {{"n", hours->max}, {"hours", Ranged{words, *hours}}});
    }
  }
  if (!out.empty()) words.wrap(out, 0, "then-do", "what");
  return out;
}

// The bands of a pain rule, from 0 up.
struct PainBands {
  const Words& words;
  std::string out{};
  int next = 0;  // where the next band begins

  void append(int last, Phrase says, std::string_view doubt) {
    if (last < next) return;
    const std::size_t begin = begin_band();
    if (last > next) {
      words.append(out, "band", {{"first", next}, {"last", last}});
    } else {
      words.append(out, "measured", {{"number", next}});
    }
    end_band(begin, says, doubt);
    next = last + 1;
  }
  // All that is left.
  void append_rest(Phrase says) {
    constexpr int worst = 10;
    if (next > worst) return;
    const std::size_t begin = begin_band();
    words.append(out, next == worst ? Phrase("measured") : Phrase("band-or-more"), {{"number", next}, {"first", next}});
    end_band(begin, says, {});
  }

 private:
  std::size_t begin_band() {
    if (!out.empty()) out += words.glue("sentences");
    return out.size();
  }
  void end_band(std::size_t begin, Phrase says, std::string_view doubt) {
    if (next == 0) words.wrap(out, begin, "band-of-ten", "band");
    const std::string said = doubt.empty() ? words.say(says) : words.say("aside", {{"text", words[says]}, {"aside", doubt}});
    words.wrap(out, begin, "band-says", "band", {{"says", said}});
  }
};

// "0 to 2 of 10: go on. 3 to 5: allowed, if it has settled by the next morning. 6 or more: too much."
std::string pain_bands(const Catalog& catalog, const PainRule& rule) {
  const Words words = words_of(catalog);
  const auto doubt = [&](std::string_view key) {
    return wording::doubt_of(words, protocol::origin_of(*catalog, rule.provenance, key).confidence);
  };
  PainBands bands{words};
  if (rule.pain_safe) bands.append(*rule.pain_safe, "pain-go-on", doubt("pain_safe"));
  if (rule.pain_max) {
    bands.append(*rule.pain_max, *rule.pain_max == 0 ? Phrase("pain-go-on") : Phrase("pain-allowed"), doubt("pain_max"));
    bands.append_rest("pain-too-much");
  }
  return std::move(bands.out);
}

// "It is also too much if it is worse than at the start of this plan on 2 mornings in a row, or if it grows from week to week."
std::string other_breaches(const Words& words, const PainRule& rule) {
  std::string out;
  Clauses clauses(out, words.glue("list-or-else"));
  if (rule.mornings) words.append(clauses.next(), "if-worse-mornings", {{"n", *rule.mornings}});
  if (rule.weekly_rise_max) clauses.next() += words["if-it-grows"];
  if (!out.empty()) words.wrap(out, 0, "also-too-much", "when");
  return out;
}

bool sets_own_limit(const Phase& phase) { return phase.pain_max.stated(); }

void append_names(Clauses& groups, const Words& words, Phrase doubt, const std::vector<std::string>& keys) {
  if (keys.empty()) return;
  const auto names = [&](std::string& to) {
    Clauses list(to, words.glue("list"));
    for (const std::string& key : keys) list.next() += key_words(words, key);
  };
  words.append(groups.next(), "labelled", {{"label", words[doubt]}, {"text", names}});
}

}  // namespace

std::string criterion_line(const Catalog& catalog, const Protocol& protocol, const Criterion& criterion, Severity severity) {
  Criterion plain = criterion;
  if (plain.min) plain.norm_percent.reset();  // it stands in for `min`, it does not hold beside it
  std::string out;
  wording::append_demand(out, catalog, protocol, plain, severity);
  if (criterion.min && criterion.norm_percent)
    words_of(catalog).wrap(out, 0, "criterion-norm", "criterion", {{"percent", *criterion.norm_percent}, {"min", *criterion.min}});
  return out;
}

void append_limit(std::string& out, const Catalog& catalog, const Protocol& protocol, const Limit& limit, Severity severity,
                  const Phase* phase) {
  // By Limit::Otherwise.
  constexpr std::array<Phrase, 6> then_do{"then-hold", "then-lower", "then-restart", "then-step-back", "then-review", "then-stop"};
  const Words words = words_of(catalog);
  const auto broken = [&](std::string& to) { append_breach(to, catalog, protocol, limit.criterion, severity, phase); };
  const std::string_view then = words[then_do[static_cast<std::size_t>(limit.otherwise)]];
  if (limit.rest_days) {
    words.append(out, "limit-rest", {{"broken", broken}, {"n", *limit.rest_days}, {"then", then}});
  } else {
    words.append(out, "limit", {{"broken", broken}, {"then", then}});
  }
}

void append_breach(std::string& out, const Catalog& catalog, const Protocol& protocol, const Criterion& criterion,
                   Severity severity, const Phase* phase) {
  const Words words = words_of(catalog);
  const std::size_t begin = out.size();
  append_what_broke(out, words, criterion, catalog[criterion.measure]);
  append_how_often(out, begin, words, protocol, criterion, severity, phase);
}

std::string limit_line(const Catalog& catalog, const Protocol& protocol, const Limit& limit, Severity severity,
                       const Phase* phase) {
  std::string out;
  append_limit(out, catalog, protocol, limit, severity, phase);
  return out;
}

std::vector<std::string> pain_rule_lines(const Catalog& catalog, const Protocol& protocol, const PainRule& rule,
                                         Severity severity) {
  const Words words = words_of(catalog);
  std::vector<std::string> out;
  const auto add = [&out](std::string line) {
    if (!line.empty()) out.push_back(std::move(line));
  };
  add(pain_bands(catalog, rule));
  if (std::any_of(protocol.phases.begin(), protocol.phases.end(), sets_own_limit)) add(words.say("phase-limit-counts"));
  add(other_breaches(words, rule));
  add(after_breach(words, rule, severity));
  if (rule.breaches_to_review) add(words.say("ask-after-breaches", {{"n", *rule.breaches_to_review}}));
  return out;
}

std::string doubts_of(const Words& words, const Provenance& provenance) {
  std::string out;
  Clauses groups(out, words.glue("list-parts"));
  append_names(groups, words, "assumed", provenance.assumed);
  append_names(groups, words, "not-confirmed", provenance.needs_review);
  return out;
}

std::string_view key_words(const Words& words, std::string_view key) {
  constexpr std::string_view topic = "key-";
  const auto names = [&](const words::Row& row) {
    const auto same = [](char a, char b) { return a == b || (a == '-' && b == '_'); };
    return row.key.starts_with(topic) && std::equal(row.key.begin() + topic.size(), row.key.end(), key.begin(), key.end(), same);
  };
  const auto* const row = std::find_if(words::rows.begin(), words::rows.end(), names);
  return row == words::rows.end() ? key : words[Phrase(static_cast<std::size_t>(row - words::rows.begin()))];
}

}  // namespace rehab
