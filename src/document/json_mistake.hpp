// What is wrong with a JSON text, told from where its reader stopped.
//
//   "days": ["mon", "wed",]      RapidJSON: error 3 at octet 22
//                                → `,` before `]` / remove the comma
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "document/trouble.hpp"

namespace rehab::document {

// How far a text was read.
struct Reached {
  enum class Last : std::uint8_t { nothing, opening, key, value };
  Last last = Last::nothing;       // what was read last; value: also what a closing bracket ended
  std::size_t begin = 0, end = 0;  // where that stands, offsets [begin, end)
  char bracket = 0;                // the innermost that is open; 0: none
  std::size_t opened = 0;          // its offset
};

struct Mistake {
  Trouble trouble;
  // What to write in place of the octets [begin, end), so that the rest can be read as it was meant, in the same lines and columns.
  // None: it cannot.
  std::size_t begin = 0, end = 0;
  std::optional<std::string> mend{};
};

// There is a mistake behind what was reached.
Mistake find_mistake(std::string_view text, const Reached& reached);

// What is wrong inside the text in quotes that begins at an offset; also where RapidJSON takes it: half of a surrogate pair,
// characters of plane 16.
std::optional<Mistake> mistake_in_quotes(std::string_view text, std::size_t begin);

}  // namespace rehab::document
