// Content lines of iCalendar: TEXT escaped, folded at 75 octets (RFC 5545 3.1, 3.3.11).
//
//   ics::append_text_line(out, "SUMMARY", "Raise; lower");   // SUMMARY:Raise\; lower CRLF
//
// A value may also be written raw at the end of `out` and turned into a line there, so that no second buffer is needed:
//
//   const std::size_t raw = out.size();
//   out += "Raise; ";
//   out += "lower";
//   ics::turn_into_text_line(out, raw, "SUMMARY");
//
// Any bytes are safe: line ends become \n, controls of any kind (bidirectional ones too) vanish, a tab becomes a space, and octets
// that are not UTF-8 become U+FFFD. A line is never folded inside a code point, an escape or, if it can be helped, a grapheme.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rehab::ics {

inline constexpr std::string_view line_end = "\r\n";

enum class LineEnds { keep, space };  // of the text: as \n, or a space, for titles

// A property without a value is worse than none. False: nothing of the text is left, and no line is written.
//
// `name` with its parameters: ASCII, at most 64 octets. `text` must not lie in `out`.
bool append_text_line(std::string& out, std::string_view name, std::string_view text, LineEnds line_ends = LineEnds::keep);

// Takes [raw, end) off `out` and appends it as the value of a line.
bool turn_into_text_line(std::string& out, std::size_t raw, std::string_view name, LineEnds line_ends = LineEnds::keep);

// As it is: for values of ASCII that fit into a line.
void append_line(std::string& out, std::string_view name, std::string_view value);

}  // namespace rehab::ics
