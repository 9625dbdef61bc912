#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

#include "text/width.hpp"

namespace rehab::text {
namespace {

// The well-formed sequences of Unicode, table 3-7: by lead octet, how long, and what the second octet may be; all others are
// continuation octets.
struct Sequence {
  std::uint8_t lead_first, lead_last, size, second_first, second_last;
};
constexpr std::array sequences{
    Sequence{0xc2, 0xdf, 2, 0x80, 0xbf}, Sequence{0xe0, 0xe0, 3, 0xa0, 0xbf}, Sequence{0xe1, 0xec, 3, 0x80, 0xbf},
    Sequence{0xed, 0xed, 3, 0x80, 0x9f}, Sequence{0xee, 0xef, 3, 0x80, 0xbf}, Sequence{0xf0, 0xf0, 4, 0x90, 0xbf},
    Sequence{0xf1, 0xf3, 4, 0x80, 0xbf}, Sequence{0xf4, 0xf4, 4, 0x80, 0x8f},
};

constexpr std::array controls{
    Span{0x00, 0x1f},     Span{0x7f, 0x9f},     Span{0x61c, 0x61c},   Span{0x200e, 0x200f},
    Span{0x2028, 0x202e}, Span{0x2066, 0x2069}, Span{0xfdd0, 0xfdef}, Span{0xfeff, 0xfeff},
};

std::uint8_t octet(std::string_view text, std::size_t offset) { return static_cast<std::uint8_t>(text[offset]); }

bool eight_ascii(const char* at) {
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  return (word & 0x8080808080808080) == 0;
}

// The size of the valid sequence at `offset`, which is not ASCII; 0: it is not valid.
std::size_t sequence_size(std::string_view text, std::size_t offset) {
  const std::uint8_t lead = octet(text, offset);
  const auto found = std::find_if(sequences.begin(), sequences.end(), [lead](const Sequence& s) { return lead <= s.lead_last; });
  if (found == sequences.end() || lead < found->lead_first || text.size() - offset < found->size) return 0;
  const std::uint8_t second = octet(text, offset + 1);
  if (second < found->second_first || second > found->second_last) return 0;
  for (std::size_t i = 2; i < found->size; ++i) {
    if ((octet(text, offset + i) & 0xc0) != 0x80) return 0;
  }
  return found->size;
}

template <class Table>
bool contains(const Table& table, char32_t code_point) {
  const auto above = std::upper_bound(std::begin(table), std::end(table), code_point,
                                      [](char32_t value, const Span& span) { return value < span.first; });
  return above != std::begin(table) && code_point <= std::prev(above)->last;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (text.size() - offset >= 8 && eight_ascii(text.data() + offset)) {
      offset += 8;
    } else if (octet(text, offset) < 0x80) {
      ++offset;
    } else {
      const std::size_t size = sequence_size(text, offset);
      if (size == 0) return offset;
      offset += size;
    }
  }
  return std::string_view::npos;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const std::uint8_t lead = octet(text, offset++);
  if (lead < 0x80) return lead;
  const int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  char32_t code_point = lead & (0x3fu >> more);
  for (int i = 0; i < more; ++i) code_point = code_point << 6 | (octet(text, offset++) & 0x3fu);
  return code_point;
}

void append_code_point(std::string& out, char32_t code_point) {
  const auto trailing = [&](int shift) { out += static_cast<char>(0x80 | (code_point >> shift & 0x3f)); };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xc0 | code_point >> 6);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xe0 | code_point >> 12);
    trailing(6);
  } else {
    out += static_cast<char>(0xf0 | code_point >> 18);
    trailing(12);
    trailing(6);
  }
  if (code_point >= 0x80) trailing(0);
}

std::size_t columns(char32_t code_point) {
  if (code_point < zero_width[0].first) return 1;
  if (contains(zero_width, code_point)) return 0;
  return contains(wide, code_point) ? 2 : 1;
}

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t offset = 0; offset < text.size();) sum += columns(next_code_point(text, offset));
  return sum;
}

bool is_control(char32_t code_point) { return contains(controls, code_point) || (code_point & 0xfffe) == 0xfffe; }

bool has_control(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const bool printable_ascii = text[offset] >= ' ' && text[offset] <= '~';  // nearly all of a text
    if (printable_ascii) {
      ++offset;
    } else if (is_control(next_code_point(text, offset))) {
      return true;
    }
  }
  return false;
}

}  // namespace rehab::text
