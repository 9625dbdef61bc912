// UTF-8: validity, code points, and how wide a text is on a terminal.
//
//   first_invalid_utf8("a\xff")      // 1
//   columns("Übung 日本")            // 10
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rehab::text {

// The offset of the first octet that is not valid UTF-8 (overlong forms, surrogates, beyond U+10FFFF, truncated); npos: all valid.
std::size_t first_invalid_utf8(std::string_view text);

// Reads one code point at `offset` and moves past it. `text` must be valid, `offset` at the start of a code point.
char32_t next_code_point(std::string_view text, std::size_t& offset);

// `code_point` is not a surrogate and at most U+10FFFF.
void append_code_point(std::string& out, char32_t code_point);

// Columns on a terminal: combining marks and joiners 0, East Asian wide characters and emoji 2, everything else 1.
std::size_t columns(std::string_view text);
std::size_t columns(char32_t code_point);

// C0 and C1 controls (line feed and tab included), U+2028/9, bidirectional controls, U+FEFF, noncharacters: nothing of that
// belongs in a title or a step.
bool is_control(char32_t code_point);
// The same of any part of a text that is valid.
bool has_control(std::string_view text);

}  // namespace rehab::text
