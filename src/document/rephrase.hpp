// The parser's complaints in our words.
//
//   side = left      Error while parsing value: could not determine value type
//                    → `left` is no value; text stands in quotes
#pragma once

#include <cstddef>
#include <string_view>

#include "document/trouble.hpp"

namespace rehab::document {

// `description` is what the parser says about `place` in `text`. What has no wording of ours is handed on, in lower case.
Trouble rephrase(std::string_view description, Place place, std::string_view text);

// The offset of a place; that of the end of its line, if the line is shorter.
std::size_t offset_of(std::string_view text, Place place);

}  // namespace rehab::document
