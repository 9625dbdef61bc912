// Checks of meaning: what no single key can tell. Each runs on files whose keys were read without an error.
#pragma once

#include "document/document.hpp"
#include "protocol/report.hpp"
#include "protocol/shelf.hpp"
#include "rehab/catalog.hpp"

namespace rehab::protocol {

// A protocol against itself and what it refers to: weeks, severities, doses, rest, loads, criteria, forbidden ranges, clearance …
void check_protocol(const CatalogData& catalog, const Protocol& protocol, Report& report);

// The doses of one phase: volumes, sides, heavy work, stretching, running. `who` are the severities that play it.
struct Uses {  // what the doses of a protocol name, to find what nothing uses
  std::vector<bool> loads, ladders, exercises;
};
void check_doses(const CatalogData& catalog, const Protocol& protocol, const Phase& phase, const document::Node& phase_node,
                 std::span<const Severity> who, int longest_weeks, Uses& uses, Report& report);

// Every criterion says something that its measure can answer.
void check_criteria(const CatalogData& catalog, const Protocol& protocol, Report& report);

// The entries of one catalog file: exercises, sources.
void check_knowledge(const CatalogData& catalog, const document::Node& root, const Shelves& shelves, Report& report);

// For authors: entries that nothing uses.
void check_unused(const CatalogData& catalog, const document::Node& root, const Shelves& shelves, Report& report);

// For authors: words of mistranslated documents that must not come back.
void check_words(const document::Node& root, Report& report);

// NAME.LANG.toml mirrors NAME.toml: the same paths, lists addressed by id, texts only.
void check_translation(std::string_view language, const document::Node& original, Report& report);

// The severities that play a phase, in order.
std::vector<Severity> playing(const Protocol& protocol, const Phase& phase);

}  // namespace rehab::protocol
