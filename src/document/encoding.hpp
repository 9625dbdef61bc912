// Whether an input is a text at all, asked before anything else: size, encoding, no NUL, no byte order mark inside.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "document/trouble.hpp"

namespace rehab::document {

inline constexpr std::size_t largest_file = 1 << 20;  // octets

// The first of these troubles, if there is one.
std::optional<Trouble> check_encoding(std::string_view text);

// `text` without the byte order mark that it may begin with.
std::string_view without_mark(std::string_view text);

}  // namespace rehab::document
