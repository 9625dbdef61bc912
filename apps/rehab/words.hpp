// Sentences put together.
//
//   joined({"unknown option ", ticked("--sevrity")})   // "unknown option `--sevrity`"
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace app {

std::string joined(std::initializer_list<std::string_view> pieces);

// A word of the command line, fit to be printed: controls become `?`, what is long is cut.
std::string shown(std::string_view word);

// The same between backticks.
std::string ticked(std::string_view word);

// "mild, moderate or severe"
std::string listed(std::span<const std::string_view> names);

// A to Z as a to z; nothing else changes.
std::string lower_case(std::string_view word);

// Without spaces at its ends.
std::string_view trimmed(std::string_view word);

// Appends the words of `text` at `column`; further lines, of at most `width` columns, begin at `column` too. Ends with a line feed.
void append_wrapped(std::string& out, std::string_view text, std::size_t column, std::size_t width);

}  // namespace app
