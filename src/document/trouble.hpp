// What is wrong with a text, before it is known as a diagnostic of a file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "document/document.hpp"

namespace rehab::document {

struct Trouble {
  std::string_view code;  // "limit", "encoding" or "syntax"
  Place place;
  std::string message, hint;
};

// As one of `file`.
Diagnostic diagnostic(std::string_view file, Trouble trouble);

// The place of the octet at `offset`; what stands before it is valid UTF-8.
Place place_at(std::string_view text, std::size_t offset);

// "`x`" for what can be printed as it is, "U+00A0" or "the end of the line" for what cannot.
std::string show(char32_t code_point);

// The text in backquotes, its end cut off if it is long.
std::string quote(std::string_view text);

}  // namespace rehab::document
