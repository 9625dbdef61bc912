#include "text/csv.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab::text {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// Ids, words and numbers: nothing in them has to be looked at again.
bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == ':' ||
         c == '/' || c == '_';
}

bool is_plain(std::string_view text) {
  return !text.empty() && text.front() != '-' && std::all_of(text.begin(), text.end(), [](char c) { return is_plain(c); });
}

bool is_line_break(char32_t c) { return c == U'\n' || c == U'\r'; }
// A program may take the text after it for a cell of its own.
bool may_part_cells(char32_t c) { return c == U';' || c == U'\t' || is_line_break(c); }
bool acts(char32_t c) {
  constexpr std::array<char32_t, 8> signs{U'=', U'+', U'-', U'@', U'\uFF1D', U'\uFF0B', U'\uFF0D', U'\uFF20'};
  return std::find(signs.begin(), signs.end(), c) != signs.end();
}
// Space, no-break, em, ideographic and the like, and quotation marks.
bool is_skipped(char32_t c) {
  return c == U' ' || c == U'"' || c == U'\'' || c == U'\u00A0' || c == U'\u1680' || (c >= U'\u2000' && c <= U'\u200B') ||
         c == U'\u202F' || c == U'\u205F' || c == U'\u3000';
}

// Appends what stands between the quotation marks of a cell.
class Inside {
 public:
  explicit Inside(std::string& out) : out_(out) {}

  void append_valid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text, at);
      append(c, text.substr(begin, at - begin));
    }
  }

  void append_replacement() {
    out_ += replacement;
    begins_ = false;
  }

 private:
  void append(char32_t c, std::string_view octets) {
    if (begins_ && (acts(c) || c == U'\t')) out_ += '\'';
    if (may_part_cells(c)) {
      begins_ = true;
    } else if (!is_skipped(c)) {
      begins_ = false;
    }
    if (c == U'"') out_ += '"';
    if (is_control(c) && !is_line_break(c) && c != U'\t') return append_replacement();
    out_ += octets;
  }

  std::string& out_;
  bool begins_ = true;  // a program could see the beginning of a cell here
};

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  if (is_line_break(static_cast<unsigned char>(text.front()))) out += '\'';
  Inside inside(out);
  for (std::size_t bad = first_invalid_utf8(text); bad != std::string_view::npos; bad = first_invalid_utf8(text)) {
    inside.append_valid(text.substr(0, bad));
    inside.append_replacement();
    text.remove_prefix(bad + 1);
  }
  inside.append_valid(text);
  out += '"';
}

}  // namespace

void CsvWriter::cell(std::string_view text) {
  separate();
  if (text.empty()) return;
  if (is_plain(text)) {
    out_ += text;
  } else {
    append_quoted(out_, text);
  }
}

void CsvWriter::cell(std::int64_t number) {
  separate();
  append_number(out_, number);
}

void CsvWriter::cell(double number) {
  assert(std::isfinite(number));
  separate();
  append_number(out_, number);
}

void CsvWriter::empty(int cells) {
  for (; cells > 0; --cells) empty();
}

void CsvWriter::repeat(std::size_t begin, std::size_t end) {
  separate();
  out_.append(out_, begin, end - begin);
}

void CsvWriter::end_row() {
  out_ += "\r\n";
  begun_ = false;
}

void CsvWriter::separate() {
  if (begun_) out_ += ',';
  begun_ = true;
}

}  // namespace rehab::text
