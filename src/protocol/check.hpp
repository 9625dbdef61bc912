// Checks of meaning: what no single key can tell. Each runs on files whose keys were read without an error.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "protocol/report.hpp"
#include "protocol/shelf.hpp"
#include "rehab/catalog.hpp"

namespace rehab::protocol {

class Reader;

// A protocol against itself and what it refers to: weeks, severities, doses, rest, loads, criteria, forbidden ranges, clearance …
void check_protocol(const CatalogData& catalog, const Protocol& protocol, Report& report);

struct Uses {  // what the doses of a protocol name, to find what nothing uses
  std::vector<bool> loads, ladders;
  std::vector<const document::Node*> exercises;  // where each is named first; null: nowhere
  bool complete = true;                          // false: some dose does not say what it is of
};
// The doses of one phase: volumes, sides, running. `who` are the severities that play it.
void check_doses(const CatalogData& catalog, const Protocol& protocol, const Phase& phase, const document::Node& phase_node,
                 std::span<const Severity> who, int longest_weeks, Uses& uses, Report& report);

// Heavy work rests for 48 hours: a weight that allows no more repetitions, a weight lifted only a few times, or a hard level.
void check_heavy(const CatalogData& catalog, const Protocol& protocol, Report& report);

// No exercise goes deeper than the condition allows, in any form that a dose can take. `used`: where an exercise is named first.
void check_ranges(const CatalogData& catalog, const Protocol& protocol, std::span<const document::Node* const> used,
                  Report& report);

// Every criterion says something that its measure can answer.
void check_criteria(const CatalogData& catalog, const Protocol& protocol, Report& report);

// The entries of one catalog file: exercises, sources, conditions.
void check_knowledge(const CatalogData& catalog, const document::Node& root, const Shelves& shelves, Report& report);

// For authors: entries that nothing uses.
void check_unused(const CatalogData& catalog, const document::Node& root, const Shelves& shelves, Report& report);

// For authors: words of mistranslated documents that must not come back.
void check_words(const document::Node& root, Report& report);

// For authors: instructions speak to the person who trains, one step a line.
void check_instructions(const document::Node& root, Report& report);

// For authors: phases that stretch a muscle longer in a week than the ceiling; a warning.
void check_stretching(const CatalogData& catalog, const Protocol& protocol, Report& report);

// NAME.LANG.toml mirrors NAME.toml: the same paths, lists addressed by id, texts only. `reader` reads the translation.
void check_translation(std::string_view language, const document::Node& original, Reader& reader);

// A file in another language says which, as its name does.
void check_language(std::string_view language, Report& report);

// Words for messages.
std::string number(int n);
std::string listed(std::span<const Severity> who);

// An amount that varies by severity names who plays, one that varies by week no more weeks than the phase has.
void check_amount(const document::Node& table, std::string_view key, const Amount& amount, std::span<const Severity> who,
                  int longest_weeks, Report& report);

// Exactly one of `names` stands in the table, or there is an error under `code`; `what` is "the dose".
bool check_one_of(const document::Node& table, std::string_view what, std::span<const std::string_view> names,
                  std::string_view code, Report& report);

// The severities that play a phase, in order.
std::vector<Severity> playing(const Protocol& protocol, const Phase& phase);

}  // namespace rehab::protocol
