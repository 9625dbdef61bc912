#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/diagnostic.hpp"
#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab {
namespace {

constexpr std::string_view level_names[] = {"error", "warning", "note"};
constexpr std::string_view replacement = "\xef\xbf\xbd";  // U+FFFD
constexpr std::string_view cut = "…";
constexpr std::size_t window = 100;          // columns of a source line that are shown
constexpr std::size_t before_caret = 60;     // of those, at most so many before the caret
constexpr std::size_t longest_words = 2000;  // columns of a message or hint
constexpr std::size_t tab_stop = 4;
constexpr std::size_t most_marks = 4;  // combining marks in a row that are shown; more only hide what is there

// One code point of a text that may be anything, as it may be shown: valid, printable, of known width.
struct Glyph {
  std::string_view text;  // into the source, or a constant; "" is not shown
  std::size_t columns = 1;
};

class Glyphs {
 public:
  explicit Glyphs(std::string_view text) : text_(text), valid_(std::min(text.size(), text::first_invalid_utf8(text))) {}

  bool done() const { return offset_ == text_.size(); }
  std::size_t column() const { return column_; }  // 0-based, on the terminal, of the next glyph

  Glyph next() {
    const Glyph glyph = read();
    column_ += glyph.columns;
    return glyph;
  }

 private:
  Glyph read() {
    if (offset_ == valid_) return skip_invalid();
    const std::size_t begin = offset_;
    const char32_t code_point = text::next_code_point(text_, offset_);
    if (code_point == '\t') {
      const std::size_t spaces = tab_stop - column_ % tab_stop;
      return {std::string_view("    ").substr(0, spaces), spaces};
    }
    if (text::is_control(code_point)) return {replacement, 1};
    const std::size_t columns = text::columns(code_point);
    marks_ = columns == 0 ? marks_ + 1 : 0;
    if (marks_ > most_marks) return {{}, 0};
    return {text_.substr(begin, offset_ - begin), columns};
  }

  Glyph skip_invalid() {
    ++offset_;
    const std::size_t valid = text::first_invalid_utf8(text_.substr(offset_));
    valid_ = valid == std::string_view::npos ? text_.size() : offset_ + valid;
    return {replacement, 1};
  }

  std::string_view text_;
  std::size_t valid_;  // up to here the text is valid UTF-8
  std::size_t offset_ = 0, column_ = 0, marks_ = 0;
};

void append_words(std::string& out, std::string_view words) {
  Glyphs glyphs(words);
  while (!glyphs.done()) {
    if (glyphs.column() >= longest_words) {
      out += cut;
      return;
    }
    out += glyphs.next().text;
  }
}

void append_head(std::string& out, const Diagnostic& d) {
  if (!d.file.empty()) {
    append_words(out, d.file);
    for (const std::uint32_t number : {d.line, d.line == 0 ? 0 : d.column}) {
      if (number == 0) continue;
      out += ':';
      text::append_number(out, std::int64_t{number});
    }
    out += ": ";
  }
  out += level_names[static_cast<std::size_t>(d.level)];
  out += ": ";
  append_words(out, d.message);
  if (!d.code.empty()) {
    out += " [";
    append_words(out, d.code);
    out += ']';
  }
  out += '\n';
}

// The line of that number without its line break; none: the text has fewer lines.
std::optional<std::string_view> find_line(std::string_view source, std::uint32_t number) {
  constexpr std::string_view mark = "\xef\xbb\xbf";  // not counted in columns
  if (source.starts_with(mark)) source.remove_prefix(mark.size());
  for (; number > 1; --number) {
    const std::size_t end = source.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    source.remove_prefix(end + 1);
  }
  std::string_view line = source.substr(0, source.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct Extent {
  std::size_t caret = 0, end = 0;  // 0-based columns on the terminal
};

// `column` is that of the diagnostic, in code points; past the end it is the end.
Extent measure(std::string_view line, std::uint32_t column) {
  Glyphs glyphs(line);
  Extent extent;
  for (std::uint32_t at = 1; !glyphs.done(); ++at) {
    if (at == column) extent.caret = glyphs.column();
    glyphs.next();
    if (at < column) extent.caret = glyphs.column();
  }
  extent.end = glyphs.column();
  return extent;
}

// Appends the part of the line that lies around the caret; returns the column of the caret in what was appended.
std::size_t append_window(std::string& out, std::string_view line, const Extent& extent) {
  const bool fits = extent.end <= window;
  const std::size_t latest = fits ? 0 : extent.end - window;
  const std::size_t begin = std::min(latest, extent.caret > before_caret ? extent.caret - before_caret : 0);
  const std::size_t end = begin + window;
  std::size_t caret = extent.caret;
  bool started = false;
  for (Glyphs glyphs(line); !glyphs.done();) {
    const std::size_t column = glyphs.column();
    const Glyph glyph = glyphs.next();
    if (column < begin) continue;
    if (!started && column > 0) {
      out += cut;
      caret = extent.caret - column + 1;
    }
    started = true;
    if (glyphs.column() > end) {
      out += cut;
      break;
    }
    out += glyph.text;
  }
  return caret;
}

void append_source(std::string& out, const Diagnostic& d, std::string_view line) {
  constexpr std::size_t narrowest = 5;
  std::string number;
  text::append_number(number, std::int64_t{d.line});
  const std::size_t margin = std::max(narrowest, number.size());
  out.append(margin - number.size(), ' ');
  out += number;
  out += " | ";
  const std::size_t caret = append_window(out, line, measure(line, std::max(1u, d.column)));
  out += '\n';
  if (d.column == 0) return;
  out.append(margin, ' ');
  out += " | ";
  out.append(caret, ' ');
  out += "^\n";
}

}  // namespace

std::string render(const Diagnostic& diagnostic, std::string_view source) {
  std::string out;
  append_head(out, diagnostic);
  if (diagnostic.line != 0 && !source.empty()) {
    if (const auto line = find_line(source, diagnostic.line)) append_source(out, diagnostic, *line);
  }
  if (!diagnostic.hint.empty()) {
    out += "  hint: ";
    append_words(out, diagnostic.hint);
    out += '\n';
  }
  return out;
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) { return d.level == Level::error; });
}

}  // namespace rehab
