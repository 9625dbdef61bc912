#include "export/criteria.hpp"

#include <string>

#include "support/catch.hpp"
#include "support/sample.hpp"

using namespace rehab;

namespace {

// The sample's catalog with this pain rule, limit and criterion in it.
Catalog catalog_with(const PainRule& rule, bool own_limit = false) {
  CatalogData data = sample::catalog();
  data.pain_rules[0] = rule;
  if (own_limit) data.protocols[0].phases[0].pain_max.weeks[0] = {Range{2, 2}};
  return Catalog(std::move(data));
}

std::vector<std::string> lines(const PainRule& rule, bool own_limit = false) {
  const Catalog catalog = catalog_with(rule, own_limit);
  return pain_rule_lines(catalog, catalog->protocols[0], catalog->pain_rules[0], Severity::mild);
}

std::string bands(std::optional<int> safe, std::optional<int> max) {
  PainRule rule;
  rule.provenance.cite = {0};
  rule.pain_safe = safe;
  rule.pain_max = max;
  const std::vector<std::string> said = lines(rule);
  return said.empty() ? "" : said.front();
}

Limit limit_of(Criterion criterion) {
  Limit out;
  out.criterion = std::move(criterion);
  out.criterion.measure = {0};
  out.otherwise = Limit::Otherwise::stop;
  return out;
}

std::string limit_words(const Limit& limit, const Phase* phase = nullptr) {
  const Catalog catalog = catalog_with({});
  return limit_line(catalog, catalog->protocols[0], limit, Severity::mild, phase);
}

}  // namespace

TEST_CASE("the bands of a pain rule cover 0 to 10 without gap or overlap") {
  CHECK(bands(2, 5) == "0 to 2 of 10: go on. 3 to 5: allowed, if it has settled by the next morning. 6 or more: too much.");
  CHECK(bands({}, 3) == "0 to 3 of 10: allowed, if it has settled by the next morning. 4 or more: too much.");
  CHECK(bands(0, 1) == "0 of 10: go on. 1: allowed, if it has settled by the next morning. 2 or more: too much.");
  CHECK(bands(3, 3) == "0 to 3 of 10: go on. 4 or more: too much.");
  CHECK(bands({}, 0) == "0 of 10: go on. 1 or more: too much.");
  CHECK(bands(4, 9) == "0 to 4 of 10: go on. 5 to 9: allowed, if it has settled by the next morning. 10: too much.");
  CHECK(bands(5, 10) == "0 to 5 of 10: go on. 6 to 10: allowed, if it has settled by the next morning.");
  CHECK(bands(2, {}) == "0 to 2 of 10: go on.");
  CHECK(bands({}, {}) == "");
}

TEST_CASE("a band says how sure its number is") {
  PainRule rule;
  rule.provenance.cite = {0};
  rule.provenance.needs_review = {"pain_safe"};
  rule.provenance.assumed = {"pain_max"};
  rule.pain_safe = 2;
  rule.pain_max = 5;
  CHECK(lines(rule).front() ==
        "0 to 2 of 10: go on (not confirmed). 3 to 5: allowed, if it has settled by the next morning (assumed). 6 or more: too "
        "much.");
}

TEST_CASE("a pain rule tells what else is too much, what to do then, and when a clinician looks") {
  PainRule rule;
  rule.mornings = 2;
  rule.weekly_rise_max = 0;
  rule.lower_load_steps = 1;
  rule.lower_volume_percent = 50;
  rule.rest_hours.weeks[0] = {Range{48, 72}};
  rule.breaches_to_review = 3;
  CHECK(lines(rule) ==
        std::vector<std::string>{
            "It is also too much if it is worse than at the start of this plan on 2 mornings in a row, or if it grows "
            "from week to week.",
            "Then go back 1 step of weight or exercise, or do 50 % of the sets or repetitions, and rest for 48–72 hours.",
            "Ask a clinician when it was too much 3 times in one phase."});
  rule.breaches_to_review = 1;
  CHECK(lines(rule).back() == "Ask a clinician when it was too much once in one phase.");
}

TEST_CASE("that a phase may set its own pain limit is said only where one does") {
  CHECK(lines({}).empty());
  CHECK(lines({}, true) == std::vector<std::string>{"Where a phase sets its own limit, that one counts."});
}

TEST_CASE("a limit says when it is broken, and what then, to go on in a sentence") {
  Criterion worse, better;
  worse.change_max = 0;
  worse.for_days.numbers = {3, 3, 3};
  CHECK(
      limit_words(limit_of(worse)) ==
      "if pain while training is higher than at the start of this plan on 3 days in a row: stop until a clinician has cleared you");
  better.change_max = -1;
  Limit rest = limit_of(better);
  rest.otherwise = Limit::Otherwise::restart;
  rest.rest_days = 1;
  CHECK(limit_words(rest) ==
        "if pain while training is not at least 1 lower than at the start of this plan: rest for 1 day, then begin again");
}

TEST_CASE("a limit of a phase names the workout as that phase does") {
  const Catalog catalog = catalog_with({});
  Phase other;
  other.workouts.resize(1);
  other.workouts[0].id = "drops";
  other.workouts[0].title = "Full training";
  Criterion worse;
  worse.max = 1;
  worse.workout = "drops";
  CHECK(limit_words(limit_of(worse)).starts_with("if pain while training is above 1 of 10 after heel drops, slow:"));
  CHECK(limit_words(limit_of(worse), &other).starts_with("if pain while training is above 1 of 10 after full training:"));
}

TEST_CASE("a broken norm takes the place of the least number, as in a criterion") {
  Criterion least;
  least.min = 25;
  least.norm_percent = 80;
  CHECK(limit_words(limit_of(least))
            .starts_with("if pain while training is below 25 of 10 (or 80 % of the number for your age and sex): stop"));
}

TEST_CASE("a criterion in a list points to the table of norms") {
  const Catalog catalog = catalog_with({});
  Criterion least;
  least.measure = {0};
  least.min = 2;
  least.norm_percent = 80;
  CHECK(
      criterion_line(catalog, catalog->protocols[0], least, Severity::mild) ==
      "Pain while training: at least 2 of 10; if you know the number for your age and sex in the table below, 80 % of it counts in "
      "place of 2");
}

TEST_CASE("a criterion asked in the morning counts the mornings after sessions") {
  CatalogData data = sample::catalog();
  data.measures[0].asked = Measure::Asked::morning;
  const Catalog catalog(std::move(data));
  Criterion calm;
  calm.measure = {0};
  calm.max = 0;
  calm.for_sessions = 2;
  CHECK(criterion_line(catalog, catalog->protocols[0], calm, Severity::mild) ==
        "Pain while training: 0 of 10 after 2 sessions in a row");
}
