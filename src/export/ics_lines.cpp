#include "export/ics_lines.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <cstring>

#include "text/utf8.hpp"

namespace rehab::ics {
namespace {

constexpr std::ptrdiff_t most_octets = 75;  // of a line, without CRLF
constexpr std::string_view fold = "\r\n ";
constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr char32_t joiner = 0x200D;

// Octets that stand for themselves: printable ASCII but the three that RFC 5545 3.3.11 escapes.
constexpr std::array<bool, 256> plain = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) table[c] = c != '\\' && c != ';' && c != ',';
  return table;
}();

bool is_plain(char c) { return plain[static_cast<unsigned char>(c)]; }
constexpr bool is_line_end(char32_t c) { return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }
constexpr bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
constexpr bool is_flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// Writes one content line to memory that is known to be large enough.
class Folder {
 public:
  explicit Folder(char* to) : at_(to), line_(to), cluster_(to) {}
  char* end() const { return at_; }

  void put_name(std::string_view name) {
    copy(name);
    *at_++ = ':';
  }

  // The plain octets at the start of `text` that fit into the line; returns how many. Each is a cluster of its own, but a space
  // clings to what is before it: readers that strip lines would lose it, and a line of spaces is taken for an empty one.
  std::size_t put_plain(std::string_view text) {
    const auto room = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, most_octets - (at_ - line_)));
    const std::size_t most = std::min(text.size(), room);
    std::size_t n = 0;
    for (; n < most && is_plain(text[n]); ++n) at_[n] = text[n];
    if (n == 0) return 0;
    char* last = at_ + n - 1;
    while (last > at_ && *last == ' ') --last;
    if (*last != ' ') cluster_ = last;
    at_ += n;
    return n;
  }

  // One code point or escape. `joins`: it belongs to the one before.
  void put(std::string_view unit, bool joins) {
    if (!joins) cluster_ = at_;
    copy(unit);
    if (at_ - line_ > most_octets) break_before(unit.size());
  }

 private:
  void copy(std::string_view octets) {
    std::memcpy(at_, octets.data(), octets.size());
    at_ += octets.size();
  }

  void break_before(std::size_t last_unit) {
    char* split = cluster_;
    const bool fits = split > line_ + 1 && at_ - split < most_octets;
    if (!fits) {  // the cluster fills a line: break before its last code point, but never before a space
      split = at_ - last_unit;
      if (*split == ' ' && split[-1] == ' ') return void(--at_);  // a run of spaces that fills a line ends there
      if (*split == ' ') split = start_of_code_point(split - 1);
    }
    std::memmove(split + fold.size(), split, static_cast<std::size_t>(at_ - split));
    std::memcpy(split, fold.data(), fold.size());
    at_ += fold.size();
    line_ = split + line_end.size();
    cluster_ = split + fold.size();
  }

  static char* start_of_code_point(char* octet) {
    while ((static_cast<unsigned char>(*octet) & 0xC0) == 0x80) --octet;
    return octet;
  }

  char* at_;
  char* line_;     // the first octet of the physical line
  char* cluster_;  // of the last grapheme, roughly
};

// Combining marks, variation selectors, skin tones, whatever follows a joiner, and the second letter of a flag.
class Clusters {
 public:
  bool joins(char32_t c, std::string_view octets) {
    const bool flag_end = is_flag_letter(c) && flag_open_;
    const bool joined = previous_ == joiner || flag_end || is_skin_tone(c) || text::columns(octets) == 0;
    flag_open_ = is_flag_letter(c) && !flag_end;
    previous_ = c;
    return joined;
  }
  void reset() { previous_ = 0, flag_open_ = false; }

 private:
  char32_t previous_ = 0;
  bool flag_open_ = false;
};

void put_ascii(Folder& to, char c) {
  const std::array<char, 2> escaped{'\\', c};
  if (c == '\t') c = ' ';
  if (c == '\\' || c == ';' || c == ',') {
    to.put({escaped.data(), escaped.size()}, false);
  } else if (is_plain(c)) {
    to.put({&c, 1}, c == ' ');
  }
}

// `text` is valid UTF-8. Returns how much was read.
std::size_t put_code_point(Folder& to, Clusters& clusters, std::string_view text, LineEnds line_ends) {
  std::size_t n = 0;
  const char32_t c = text::next_code_point(text, n);
  if (c == '\r' && text.substr(n, 1) == "\n") ++n;
  if (is_line_end(c)) {
    const bool keep = line_ends == LineEnds::keep;
    to.put(keep ? "\\n" : " ", !keep);
  } else if (c < 0x80) {
    put_ascii(to, static_cast<char>(c));
  } else if (!text::is_control(c)) {
    const std::string_view octets = text.substr(0, n);
    return to.put(octets, clusters.joins(c, octets)), n;
  }
  clusters.reset();
  return n;
}

void put_valid(Folder& to, std::string_view text, LineEnds line_ends) {
  Clusters clusters;
  while (!text.empty()) {
    const std::size_t n = to.put_plain(text);
    text.remove_prefix(n);
    if (n > 0) clusters.reset();
    if (!text.empty()) text.remove_prefix(put_code_point(to, clusters, text, line_ends));
  }
}

void put_text(Folder& to, std::string_view text, LineEnds line_ends) {
  for (;;) {
    const std::size_t bad = text::first_invalid_utf8(text);
    put_valid(to, text.substr(0, bad), line_ends);
    if (bad == std::string_view::npos) return;
    to.put(replacement, false);
    text.remove_prefix(bad + 1);
  }
}

// An octet becomes three at most (U+FFFD), and two lines together hold 75 octets or more, so folds add less than a tenth.
std::size_t most_octets_of(std::string_view name, std::size_t raw) { return name.size() + 4 * raw + 64; }

}  // namespace

bool append_text_line(std::string& out, std::string_view name, std::string_view text, LineEnds line_ends) {
  const std::size_t raw = out.size();
  out += text;
  return turn_into_text_line(out, raw, name, line_ends);
}

bool turn_into_text_line(std::string& out, std::size_t raw, std::string_view name, LineEnds line_ends) {
  assert(name.size() <= 64 && raw <= out.size());
  const std::size_t length = out.size() - raw;
  const std::size_t begin = out.size();
  out.resize(begin + most_octets_of(name, length));
  Folder to(out.data() + begin);
  to.put_name(name);
  put_text(to, std::string_view(out).substr(raw, length), line_ends);
  const auto written = static_cast<std::size_t>(to.end() - (out.data() + begin));
  std::memmove(out.data() + raw, out.data() + begin, written);
  const bool has_value = written > name.size() + 1;
  out.resize(has_value ? raw + written : raw);
  if (has_value) out += line_end;
  return has_value;
}

void append_line(std::string& out, std::string_view name, std::string_view value) {
  assert(name.size() + 1 + value.size() <= static_cast<std::size_t>(most_octets));
  out += name;
  out += ':';
  out += value;
  out += line_end;
}

}  // namespace rehab::ics
