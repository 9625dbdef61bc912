// Criteria and limits as lines of a list, for eyes.
//
//   criterion_line(…)  // "Heel raises on one leg: at least 25 and at least 90 % of the other side; if you know the number for
//                      //  your age and sex in the table below, 80 % of it counts in place of 25"
//   limit_line(…)      // "if pain the next morning is higher than at the start of this plan on 3 days in a row: stop until …"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rehab/catalog.hpp"
#include "words/words.hpp"

namespace rehab {

std::string criterion_line(const Catalog& catalog, const Protocol& protocol, const Criterion& criterion, Severity severity);

// When the limit is broken, and what is done then, to go on in a sentence; `Limit::say` has the words for the patient.
// `phase` is the one that the limit stands in; null for those of the whole protocol.
std::string limit_line(const Catalog& catalog, const Protocol& protocol, const Limit& limit, Severity severity, const Phase* phase);
void append_limit(std::string& out, const Catalog& catalog, const Protocol& protocol, const Limit& limit, Severity severity,
                  const Phase* phase);

// The first half alone: "pain the next morning is above 3 of 10 on 2 days in a row".
void append_breach(std::string& out, const Catalog& catalog, const Protocol& protocol, const Criterion& criterion,
                   Severity severity, const Phase* phase);

// What a pain rule says in numbers, line by line: "0 to 2 of 10: go on. 3 to 5: allowed, …", "It is also too much if …", "Then go
// back 1 step of weight or exercise, …"
std::vector<std::string> pain_rule_lines(const Catalog& catalog, const Protocol& protocol, const PainRule& rule, Severity severity);

// "assumed: at least, pain limit", "not confirmed: at least"; "" if all is from a source.
std::string doubts_of(const Words& words, const Provenance& provenance);

// A key of the language by the name that a person knows: "times_per_day" → "times per day"
std::string_view key_words(const Words& words, std::string_view key);

}  // namespace rehab
