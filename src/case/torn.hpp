// Entries of a diary that were cut off while they were written.
//
// An entry as it is appended stands between two comments, and counts only with both:
//
//   #{
//   [[diary]]
//   date = 2026-12-09
//   pain = 3
//   #}
//
// However it is cut, then, what is left of it can be told from a whole one, and from an entry by hand, which has no such comments;
// also later, with more entries below it: what was begun ends at the next header that is not its own, or where another begins. One
// that lacks nothing but its last line feed counts from then on. Nothing else of a file has `#{` alone on a line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rehab::case_file {

inline constexpr std::string_view entry_begin = "#{", entry_end = "#}";

struct Whole {
  std::string text;                 // with what was cut off replaced by spaces, so that every place stays the same
  std::vector<std::uint32_t> torn;  // lines in which such an entry begins, 1-based, rising
};

Whole without_torn(std::string_view text);

}  // namespace rehab::case_file
