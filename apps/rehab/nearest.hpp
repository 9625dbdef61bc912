// The known word that a mistyped one is nearest to.
#pragma once

#include <span>
#include <string_view>

namespace app {

// The candidate that the fewest edits (insert, remove, replace, swap of neighbours) lead to, if they are at most a third of the
// word's letters (at least one); of equals the first. A word of three letters or more that a candidate begins with is one edit
// away. "": none.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace app
