// What was found out about the built-in files when the library was built, so that it is not found out at each start: see
// src/embed/.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace rehab::protocol {

struct Prepared {
  std::string_view sha1;                // of the text, in 40 hexadecimal digits
  std::span<const std::uint32_t> tree;  // see document/packed.hpp
};

// In the order of `builtin_files()`. Of a library that was cross-compiled: none.
std::span<const Prepared> prepared_files();

// Of the built-in file whose text this is: that text itself, no copy. Null: there is none.
const Prepared* prepared(std::string_view text);

}  // namespace rehab::protocol
