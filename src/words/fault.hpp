// What a translator got wrong in a phrase.
//
//   fault_in(Phrase("weeks").row(), "{n} Woche", "one")   // has 1 form; wanted 2 …
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "words/row.hpp"

namespace rehab::words {

struct Fault {
  std::string message;  // to be read after the phrase's key: "has 1 form; wanted 2"
  std::string hint;
};

// `plural` is the choice of the language's setting of that name.
std::optional<Fault> fault_in(const Row& row, std::string_view translation, std::string_view plural);

// Two clauses with something between them, "{a} and {b}": a translation may change only what stands between.
bool is_list(const Row& row);

}  // namespace rehab::words
