// The nearest known name to a mistyped one, for hints.
//
//   nearest("sevrity", {"severity", "side"})                   // severity
//   nearest("achiles", {"achilles-midportion-alfredson"})      // achilles-midportion-alfredson
//   nearest("dose", {"days"})                                  // ""
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rehab::text {

// Edits (insert, remove, replace, swap of neighbours) between two words, octet by octet.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate with the fewest edits, if they are at most a third of the word's length (at least 1); of equals the first.
// For a word of three letters or more, the beginning of a candidate will do, at the price of one edit. Letters that differ only in
// case are alike. A word of more than 64 octets is near to nothing. "": none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace rehab::text
