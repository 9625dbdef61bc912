#include "case/toml.hpp"

#include <algorithm>
#include <charconv>

#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab::case_file {

namespace {

constexpr char32_t plane_16 = 0x100000;
constexpr std::string_view replacement = "\uFFFD";

void append_escape(std::string& out, char32_t code_point) {
  constexpr std::string_view digits = "0123456789abcdef";
  const bool wide = code_point > 0xffff;
  out += wide ? "\\U" : "\\u";
  for (int shift = wide ? 28 : 12; shift >= 0; shift -= 4) out += digits[code_point >> shift & 15];
}

void append_valid(std::string& out, std::string_view valid) {
  for (std::size_t offset = 0; offset < valid.size();) {
    const std::size_t begin = offset;
    const char32_t point = text::next_code_point(valid, offset);
    if (point == U'"' || point == U'\\') {
      (out += '\\') += static_cast<char>(point);
    } else if (point == U'\n') {
      out += "\\n";
    } else if (text::is_control(point) && point < plane_16) {
      append_escape(out, point);
    } else {
      out += point < plane_16 ? valid.substr(begin, offset - begin) : replacement;
    }
  }
}

bool is_bare(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

}  // namespace

void append_text(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const std::size_t invalid = std::min(text::first_invalid_utf8(text), text.size());
    append_valid(out, text.substr(0, invalid));
    text.remove_prefix(invalid);
    if (text.empty()) break;
    out += replacement;
    text.remove_prefix(1);
  }
  out += '"';
}

void append_key(std::string& out, std::string_view key) {
  if (!key.empty() && std::ranges::all_of(key, is_bare)) {
    out += key;
  } else {
    append_text(out, key);
  }
}

void append_real(std::string& out, double number) {
  constexpr std::size_t longest = 40;  // of what people write; a longer one has an exponent
  std::string digits;
  text::append_number(digits, number);
  if (digits.size() <= longest) {
    out += digits;
    return;
  }
  char buffer[32];
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr);
}

void append_texts(std::string& out, std::span<const std::string> texts) {
  out += '[';
  for (const std::string& one : texts) {
    if (&one != &texts.front()) out += ", ";
    append_text(out, one);
  }
  out += ']';
}

}  // namespace rehab::case_file
