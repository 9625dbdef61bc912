#include "text/json.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab::text {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// By octet: whether it is written as it is, whatever stands beside it.
constexpr std::array<bool, 256> plain = [] {
  std::array<bool, 256> out{};
  for (std::size_t octet = 0x20; octet < 0x7f; ++octet) out[octet] = octet != '"' && octet != '\\';
  return out;
}();

// The end of the run of plain octets that begins at `at`.
std::size_t plain_end(std::string_view text, std::size_t at) {
  while (at < text.size() && plain[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

void append_unit(std::string& out, unsigned unit) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[(unit >> shift) & 0xfu];
}

// RFC 8259 7: beyond the basic plane as a surrogate pair.
void append_escape(std::string& out, char32_t code_point) {
  const auto number = static_cast<unsigned>(code_point);
  if (number < 0x10000) return append_unit(out, number);
  append_unit(out, 0xd800u + ((number - 0x10000u) >> 10));
  append_unit(out, 0xdc00u + ((number - 0x10000u) & 0x3ffu));
}

void append_special(std::string& out, char32_t code_point, std::string_view octets) {
  switch (code_point) {
    case U'"':
      out += "\\\"";
      return;
    case U'\\':
      out += "\\\\";
      return;
    case U'\n':
      out += "\\n";
      return;
    case U'\r':
      out += "\\r";
      return;
    case U'\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (is_control(code_point)) return append_escape(out, code_point);
  out += octets;
}

void append_valid(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = plain_end(text, at);
    out += text.substr(at, end - at);
    if (end == text.size()) return;
    at = end;
    const char32_t code_point = next_code_point(text, at);
    append_special(out, code_point, text.substr(end, at - end));
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  // Keys, ids and most titles end here, unread by the decoder.
  const std::size_t head = plain_end(text, 0);
  out += text.substr(0, head);
  text.remove_prefix(head);
  for (std::size_t bad = first_invalid_utf8(text); bad != std::string_view::npos; bad = first_invalid_utf8(text)) {
    append_valid(out, text.substr(0, bad));
    out += replacement;
    text.remove_prefix(bad + 1);
  }
  append_valid(out, text);
  out += '"';
}

void JsonWriter::open_object(std::string_view name, Layout layout) {
  key(name);
  open_object(layout);
}

void JsonWriter::open_array(std::string_view name, Layout layout) {
  key(name);
  open_array(layout);
}

void JsonWriter::close() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty && level.layout == Layout::lines) line_break(levels_.size());
  out_ += level.close;
}

void JsonWriter::value(std::string_view text) {
  separate();
  append_json_string(out_, text);
}

void JsonWriter::value(std::int64_t number) {
  separate();
  append_number(out_, number);
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  append_number(out_, number);
}

void JsonWriter::digits(std::string_view number) {
  separate();
  out_ += number;
}

void JsonWriter::value(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_ += ": ";
  after_key_ = true;
}

void JsonWriter::open(char bracket, char close, Layout layout) {
  separate();
  out_ += bracket;
  const bool row = layout == Layout::row || (!levels_.empty() && levels_.back().layout == Layout::row);
  levels_.push_back({close, row ? Layout::row : Layout::lines, true});
}

void JsonWriter::separate() {
  if (after_key_ || levels_.empty()) {
    after_key_ = false;
    return;
  }
  Level& level = levels_.back();
  if (!level.empty) out_ += level.layout == Layout::row ? ", " : ",";
  if (level.layout == Layout::lines) line_break(levels_.size());
  level.empty = false;
}

void JsonWriter::line_break(std::size_t depth) {
  out_ += '\n';
  out_.append(depth * 2, ' ');
}

}  // namespace rehab::text
