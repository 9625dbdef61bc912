// A parsed file as plain numbers, to be kept as constant data. Built-in files are parsed when the library is built; at start-up
// their trees are only put together again, many times faster than they are parsed.
//
//   std::vector<std::uint32_t> numbers = pack(parse("calf-strain.toml", text)->root, text);  // when the library is built
//   Document file = unpack(numbers, text);                                                   // the same tree, places and all
//
// The tree in the order of its nodes, the outer before the inner:
//
//   node    kind, line, column, then by kind
//             table: how many members, then for each: its key as a string, line, column, node
//             array: how many items, then a node for each
//             text, moment: string
//             whole, real: the lower half of its 64 bits, the upper half
//             boolean: 0 or 1
//   string  length, then its offset in `text`; one that does not stand there, as it was written with escapes: `nowhere`, then its
//   octets
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace rehab::document {

std::vector<std::uint32_t> pack(const Node& root, std::string_view text);

// `numbers` were packed with this very text, which must outlive the document.
Document unpack(std::span<const std::uint32_t> numbers, std::string_view text);

}  // namespace rehab::document
