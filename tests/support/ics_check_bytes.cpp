// Bytes, lines, folds: RFC 5545 3.1 and 3.3.11.
#include <cstdint>
#include <string>

#include "support/ics_check.hpp"
#include "text/utf8.hpp"

namespace ics_check {
namespace {

bool is_continuation_octet(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool is_space(char c) { return c == ' ' || c == '\t'; }

// Marks that only mean something on what is before them.
bool clings(char32_t c) {
  return c == 0x200D || (c >= 0x300 && c <= 0x36F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

// The code point that ends at `end`, which is moved before it.
char32_t previous_code_point(std::string_view text, std::size_t& end) {
  do --end;
  while (end > 0 && is_continuation_octet(text[end]));
  std::size_t at = end;
  return rehab::text::next_code_point(text, at);
}

// Whether the grapheme at the end of a physical line, with the spaces in it, is as long as a line or reaches back to the start of
// its value: then it had to be torn.
bool fills_line(std::string_view line) {
  const std::size_t start = is_space(line[0]) ? 1 : line.find(':') + 1;
  std::size_t end = line.size();
  bool goes_on = true;
  while (end > start && goes_on) {
    const std::size_t after = end;
    const char32_t c = previous_code_point(line, end);
    const bool zero_width = rehab::text::columns(line.substr(end, after - end)) == 0;
    const bool flag = c >= 0x1F1E6 && c <= 0x1F1FF;
    goes_on = c == ' ' || zero_width || flag || clings(c) || line.substr(0, end).ends_with("\u200D");
  }
  constexpr std::size_t about_a_line = 68;  // with what is torn off, and a base that may be an escape
  return end <= start + 1 || line.size() - end >= about_a_line;
}

bool ends_with_odd_backslashes(std::string_view text) {
  const std::size_t last = text.find_last_not_of('\\');
  return (text.size() - (last == std::string_view::npos ? 0 : last + 1)) % 2 == 1;
}

class Bytes {
 public:
  Bytes(std::string_view file, std::vector<Finding>& findings) : file_(file), findings_(findings) {}

  void check() {
    check_start();
    check_octets();
    check_code_points();
    if (!file_.ends_with("\r\n")) report("L04", "the last line does not end with CRLF");
    std::string_view rest = file_;
    while (!rest.empty()) {
      ++line_;
      const std::size_t end = rest.find("\r\n");
      check_line(rest.substr(0, end));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
    }
  }

 private:
  void report(std::string_view code, std::string what) { findings_.push_back({std::string(code), line_, std::move(what)}); }

  void check_start() {
    if (file_.starts_with("\xEF\xBB\xBF")) report("B02", "a byte order mark");
    if (!file_.starts_with("BEGIN:VCALENDAR\r\n")) report("B01", "does not begin with BEGIN:VCALENDAR");
  }

  void check_octets() {
    for (std::size_t i = 0; i < file_.size(); ++i) {
      const auto c = static_cast<unsigned char>(file_[i]);
      if (c == '\r' && file_.substr(i + 1, 1) != "\n") report("L01", "CR without LF at octet " + std::to_string(i));
      if (c == '\n' && (i == 0 || file_[i - 1] != '\r')) report("L01", "LF without CR at octet " + std::to_string(i));
      if ((c < 0x20 && c != '\t' && c != '\r' && c != '\n') || c == 0x7F) report("B04", "a control at octet " + std::to_string(i));
    }
  }

  void check_code_points() {
    if (rehab::text::first_invalid_utf8(file_) != std::string_view::npos) return report("B03", "not valid UTF-8");
    for (std::size_t i = 0; i < file_.size();) {
      const std::size_t before = i;
      const char32_t c = rehab::text::next_code_point(file_, i);
      const bool bad = (c >= 0x80 && c < 0xA0) || c == 0xFEFF || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
                       (c >= 0x2066 && c <= 0x2069) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
      if (bad) report("B05", "a control or noncharacter at octet " + std::to_string(before));
    }
  }

  void check_line(std::string_view line) {
    if (line.empty()) report("L05", "a blank line");
    if (line.size() > 75) report("L02", std::to_string(line.size()) + " octets");
    if (!line.empty() && is_space(line[0])) check_fold(line);
    previous_ = line;
  }

  void check_fold(std::string_view line) {
    const std::string_view content = line.substr(1);
    if (line[0] == '\t') report("L06", "folded with a tab");
    if (content.find_first_not_of(" \t") == std::string_view::npos) return report("L08", "an empty continuation");
    if (is_continuation_octet(content[0])) return report("L03", "folded inside a code point");
    if (tears_grapheme(content)) report("L09", "folded inside a grapheme");
    if (ends_with_odd_backslashes(previous_)) report("L09", "folded inside an escape");
  }

  bool tears_grapheme(std::string_view content) const {
    const bool readable = rehab::text::first_invalid_utf8(content) == std::string_view::npos &&
                          rehab::text::first_invalid_utf8(previous_) == std::string_view::npos;
    std::size_t at = 0;
    return readable && !previous_.empty() && clings(rehab::text::next_code_point(content, at)) && !fills_line(previous_);
  }

  std::string_view file_;
  std::vector<Finding>& findings_;
  std::size_t line_ = 0;
  std::string_view previous_;
};

}  // namespace

void check_bytes(std::string_view file, std::vector<Finding>& findings) { Bytes(file, findings).check(); }

}  // namespace ics_check
