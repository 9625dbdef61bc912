#include "document/trouble.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "text/utf8.hpp"

namespace rehab::document {
namespace {

constexpr std::size_t longest_quote = 60;  // code points

void append_code(std::string& out, char32_t code_point) {
  constexpr char digits[] = "0123456789ABCDEF";
  out += "U+";
  for (int shift = code_point > 0xfffff ? 20 : code_point > 0xffff ? 16 : 12; shift >= 0; shift -= 4) {
    out += digits[code_point >> shift & 15];
  }
}

bool is_private(char32_t code_point) { return (code_point >= 0xe000 && code_point <= 0xf8ff) || code_point >= 0xf0000; }

bool is_visible(char32_t code_point) {
  return code_point > ' ' && code_point != 0xa0 && !text::is_control(code_point) && !is_private(code_point) &&
         text::columns(code_point) > 0;
}

}  // namespace

Diagnostic diagnostic(std::string_view file, Trouble trouble) {
  Diagnostic d;
  d.code = trouble.code;
  d.file = file;
  d.line = trouble.place.line;
  d.column = trouble.place.column;
  d.message = std::move(trouble.message);
  d.hint = std::move(trouble.hint);
  return d;
}

Place place_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const auto columns = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_begin), before.end(), is_start);
  return {static_cast<std::uint32_t>(lines + 1), static_cast<std::uint32_t>(columns + 1)};
}

std::string show(char32_t code_point) {
  if (code_point == '\n') return "the end of the line";
  std::string out;
  if (!is_visible(code_point)) {
    append_code(out, code_point);
    return out;
  }
  out += '`';
  text::append_code_point(out, code_point);
  out += '`';
  if (code_point < 0x80) return out;
  out += " (";
  append_code(out, code_point);
  out += ')';
  return out;
}

std::string quote(std::string_view text) {
  text = text.substr(0, text::first_invalid_utf8(text));
  std::string out = "`";
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    if (++count > longest_quote) {
      out += "…";
      break;
    }
    const std::size_t begin = offset;
    text::next_code_point(text, offset);
    out += text.substr(begin, offset - begin);
  }
  out += '`';
  return out;
}

}  // namespace rehab::document
