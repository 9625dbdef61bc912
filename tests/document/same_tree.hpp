// Whether two trees are the same in all that a reader can see.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

#include "document/document.hpp"

namespace rehab::document {

inline bool is_same(const Node& a, const Node& b);

inline bool is_same(const Member& a, const Member& b) { return a.key == b.key && a.place == b.place && is_same(a.value, b.value); }

inline bool is_same(const Node& a, const Node& b) {
  const auto both = [](const auto& x, const auto& y) { return is_same(x, y); };
  return a.kind == b.kind && a.place == b.place && a.text == b.text && a.whole == b.whole &&
         std::bit_cast<std::uint64_t>(a.real) == std::bit_cast<std::uint64_t>(b.real) && a.boolean == b.boolean &&
         std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(), both) &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), both);
}

}  // namespace rehab::document
