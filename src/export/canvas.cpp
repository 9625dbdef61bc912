#include "export/canvas.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace rehab {
namespace {

constexpr std::size_t widest = 100;                       // longer lines of prose are hard to read
constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// By Ink: SGR sequences of ECMA-48 that every terminal since the VT100 line knows.
constexpr std::array<std::string_view, 6> ink_on{"", "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[33m", "\x1b[1;31m"};
constexpr std::string_view ink_off = "\x1b[0m";

void append_printable(std::string& out, std::string_view valid) {
  for (std::size_t at = 0; at < valid.size();) {
    const std::size_t begin = at;
    const char32_t code_point = text::next_code_point(valid, at);
    if (code_point == U'\n' || code_point == U'\t' || code_point == U'\r') {
      out += ' ';
    } else if (text::is_control(code_point)) {
      out += replacement;
    } else {
      out += valid.substr(begin, at - begin);
    }
  }
}

bool ends_with_number(std::string_view text) { return !text.empty() && text.back() >= '0' && text.back() <= '9'; }

// Where a line had better not end: in "3 × 15", "30 s", "1 Dec", "2 of 10", "50 %".
bool holds_together(std::string_view before, std::string_view after) {
  constexpr std::string_view times = "×";
  if (before.ends_with(times) || after.starts_with(times)) return true;
  if (before.ends_with(" of") && !after.empty() && after.front() >= '0' && after.front() <= '9') return true;
  if (after.starts_with('%')) return true;
  return ends_with_number(before) && !after.empty() && after.front() >= 'A' && after.front() <= 'z';
}

// The end of the line that begins at `begin`, in octets.
std::size_t line_end(std::string_view text, std::size_t begin, std::size_t width) {
  std::size_t used = 0;
  std::size_t good = begin, any = begin;  // the last spaces to break at
  for (std::size_t at = begin; at < text.size();) {
    std::size_t next = at;
    text::next_code_point(text, next);
    if (text[at] == ' ') {
      any = at;
      if (!holds_together(text.substr(begin, at - begin), text.substr(next))) good = at;
    }
    used += text::columns(text.substr(at, next - at));
    if (used > width && text[at] != ' ') {
      if (good > begin) return good;
      if (any > begin) return any;
      return at > begin ? at : next;  // a word longer than the line
    }
    at = next;
  }
  return text.size();
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> one_line(std::string_view text, std::size_t width) {
  std::size_t end = 0, used = 0;
  for (std::size_t next = 0; end < text.size(); end = next) {
    text::next_code_point(text, next);
    used += text::columns(text.substr(end, next - end));
    if (used > width) break;
  }
  const std::string_view line = trimmed(text.substr(0, end));
  return line.empty() ? std::vector<std::string_view>{} : std::vector{line};
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t bad = text::first_invalid_utf8(text); bad != std::string_view::npos; bad = text::first_invalid_utf8(text)) {
    append_printable(out, text.substr(0, bad));
    out += replacement;
    text.remove_prefix(bad + 1);
  }
  append_printable(out, text);
  return out;
}

std::vector<std::string_view> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t end = line_end(text, at, width);
    lines.push_back(trimmed(text.substr(at, end - at)));
    at = end;
  }
  return lines;
}

Canvas::Canvas(std::string& out, int width, bool color)
    : out_(out),
      start_(out.size()),
      width_(std::min(static_cast<std::size_t>(std::clamp(width, 40, 200)), widest)),
      color_(color) {}

void Canvas::blank() {
  const std::string_view page = std::string_view(out_).substr(start_);
  if (!page.empty() && !page.ends_with("\n\n")) out_ += '\n';
}

void Canvas::title(std::string_view text) {
  const std::string clean = printable(text);
  std::size_t longest = 0;
  for (const std::string_view l : wrap(clean, width_)) {
    line(l, 0, Ink::bold);
    longest = std::max(longest, text::columns(l));
  }
  std::string rule;
  for (std::size_t i = 0; i < longest; ++i) rule += "═";
  line(rule, 0, Ink::accent);
}

void Canvas::heading(std::string_view text) {
  blank();
  std::string rule = printable(text);
  const std::size_t used = text::columns(rule) + 1;
  if (used + 4 > width_) {
    paragraph(text, 0, Ink::bold);
  } else {
    append_inked(rule, Ink::bold);
    rule.assign(1, ' ');
    for (std::size_t i = used; i < width_; ++i) rule += "─";
    append_inked(rule, Ink::dim);
    out_ += '\n';
  }
  blank();
}

void Canvas::subheading(std::string_view text, std::string_view aside) {
  blank();
  const std::string head = printable(text), rest = printable(aside);
  if (text::columns(head) + 2 + text::columns(rest) > width_ || rest.empty()) {
    paragraph(text, 0, Ink::bold);
    paragraph(aside, 0, Ink::dim);
    return;
  }
  append_inked(head, Ink::bold);
  out_ += "  ";
  append_inked(rest, Ink::dim);
  out_ += '\n';
}

void Canvas::paragraph(std::string_view text, std::size_t indent, Ink ink) {
  const std::string clean = printable(text);
  for (const std::string_view l : wrap(clean, width_ - indent)) line(l, indent, ink);
}

void Canvas::item(std::string_view text, std::size_t indent, Ink ink, std::string_view mark) {
  row({{text::columns(mark), mark, ink}, {0, text, ink}}, indent);
}

void Canvas::fact(std::string_view label, std::string_view text, std::size_t label_width, std::size_t indent, Ink ink) {
  row({{label_width - 1, label, Ink::dim}, {0, text, ink}}, indent);
}

void Canvas::row(std::span<const Cell> cells, std::size_t indent) {
  std::vector<std::string> clean;
  std::vector<std::vector<std::string_view>> columns;
  clean.reserve(cells.size());
  std::size_t height = 0, used = indent;
  for (const Cell& cell : cells) {
    clean.push_back(printable(cell.text));
    const std::size_t left = width_ > used ? width_ - used : 1;
    const std::size_t room = cell.width == 0 ? left : std::min(cell.width, left);
    columns.push_back(cell.as_is ? one_line(clean.back(), room) : wrap(clean.back(), room));
    height = std::max(height, columns.back().size());
    used += cell.width + 1;
  }
  for (std::size_t l = 0; l < height; ++l) {
    std::size_t at = 0, begin = indent;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (l < columns[c].size()) {
        out_.append(begin > at ? begin - at : 0, ' ');
        append_inked(columns[c][l], cells[c].ink);
        at = begin + text::columns(columns[c][l]);
      }
      begin += cells[c].width + 1;
    }
    out_ += '\n';
  }
}

void Canvas::line(std::string_view text, std::size_t indent, Ink ink) {
  out_.append(indent, ' ');
  append_inked(text, ink);
  out_ += '\n';
}

void Canvas::append_inked(std::string_view text, Ink ink) {
  const bool inked = color_ && ink != Ink::plain && !text.empty();
  if (inked) out_ += ink_on[static_cast<std::size_t>(ink)];
  out_ += text;
  if (inked) out_ += ink_off;
}

}  // namespace rehab
