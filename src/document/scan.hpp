// A first look over a TOML text, before the parser sees it: where statements begin and end, and what the parser must not see.
//
// toml++ 3.3 and 3.4 overflow the stack on long dotted keys and deep nesting, and run into undefined behaviour on a few other
// inputs (each is named where it is refused). The scan knows comments, strings, brackets and keys, not values. It also reports what
// it can say better than a parser: text that is never closed, brackets that do not match.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/trouble.hpp"

namespace rehab::document {

// A table header, or a key with its value; without the white space before it, with what follows it on its last line.
struct Statement {
  std::size_t begin = 0, end = 0;               // offsets [begin, end)
  std::size_t equals = std::string_view::npos;  // of the `=` after the key
  std::uint32_t first_line = 0, last_line = 0;
  bool header = false;
};

// A bracket that is open at some place.
struct Open {
  char bracket = 0;
  std::size_t offset = 0;
  std::uint32_t line = 0;
  std::size_t levels = 0;  // that it adds to the nesting: itself and the dots of its key
};

struct Scan {
  std::vector<Statement> statements;
  std::vector<std::size_t> hazards;  // offsets of code points that the parser must not see, see `hide`

  std::optional<Trouble> trouble;  // the first
  bool mendable = false;           // blanking the trouble's line leaves the rest as it was meant
  std::size_t offset = 0;          // of the trouble; of its statement if it is not mendable

  std::optional<Open> innermost;  // the bracket that is open at the end, or where `scan_until` stopped
};

// `text` is valid UTF-8 without NUL, and ends with a line feed.
Scan scan(std::string_view text);

// The same for the text before `offset`, to ask for `innermost`.
Scan scan_until(std::string_view text, std::size_t offset);

// After a `\` at the end of a line, toml++ asks of the next character whether it is white space, and that question has no defined
// answer for U+00A1 to U+0499. `hide` returns the text with such characters moved to plane 16, which `scan` refuses elsewhere, so
// that `reveal` brings them back; places stay the same. `text` may be the beginning of what was scanned.
std::string hide(std::string_view text, const std::vector<std::size_t>& hazards);
std::string reveal(std::string_view text);

}  // namespace rehab::document
