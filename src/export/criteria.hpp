// Criteria and limits as lines of a list, for eyes.
//
//   criterion_line(…)  // "Heel raises on one leg: at least 25 and at least 90 % of the other side; where age and sex are known,
//                      //  80 % of their norm counts in place of 25"
//   limit_line(…)      // "If pain the next morning is higher than at the start on 3 days in a row: stop until a clinician has …"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rehab/catalog.hpp"

namespace rehab {

std::string criterion_line(const Catalog& catalog, const Protocol& protocol, const Criterion& criterion, Severity severity);

// When the limit is broken, and what is done then; the words for the patient follow.
std::string limit_line(const Catalog& catalog, const Protocol& protocol, const Limit& limit, Severity severity);

// What a pain rule says in numbers, one sentence each: "Pain up to 2 of 10 is safe, …", "It is too much if pain goes
// above the limit, …", "Then go back 1 step of weight or exercise, …"
std::vector<std::string> pain_rule_lines(const PainRule& rule, Severity severity);

// "assumed: at least, pain limit", "not confirmed: at least"; "" if all is from a source.
std::string doubts_of(const Provenance& provenance);

// "times_per_day" → "times per day"
std::string key_words(std::string_view key);

}  // namespace rehab
