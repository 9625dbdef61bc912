#include "text/capital.hpp"

#include <array>
#include <string_view>

namespace rehab::text {
namespace {

// Capitals from `first` to `last`, each `step` after the one before, its small letter `distance` behind it.
struct Pairs {
  char32_t first, last, step, distance;
};
constexpr std::array<Pairs, 11> pairs{{
    {U'A', U'Z', 1, 32},
    {U'\u00C0', U'\u00D6', 1, 32},  // À to Ö
    {U'\u00D8', U'\u00DE', 1, 32},  // Ø to Þ
    {U'\u0100', U'\u012E', 2, 1},   // Ā to Į
    {U'\u0132', U'\u0136', 2, 1},   // Ĳ to Ķ
    {U'\u0139', U'\u0147', 2, 1},   // Ĺ to Ň
    {U'\u014A', U'\u0176', 2, 1},   // Ŋ to Ŷ
    {U'\u0179', U'\u017D', 2, 1},   // Ź to Ž
    {U'\u0391', U'\u03A9', 1, 32},  // Α to Ω; U+03A2 is nothing, and U+03C2 no small letter of it
    {U'\u0410', U'\u042F', 1, 32},  // А to Я
    {U'\u0400', U'\u040F', 1, 80},  // Ѐ to Џ
}};

// A letter that may have a pair: of one octet or two, as its pair.
struct Letter {
  char32_t value = 0;
  std::size_t octets = 0;  // 0: something else
};

Letter letter_at(std::string_view text, std::size_t at) {
  const auto octet = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = octet(at), second = octet(at + 1);
  if (first > 0 && first < 0x80) return {first, 1};
  if (first >= 0xC2 && first < 0xE0 && (second & 0xC0) == 0x80) return {(first & 0x1F) << 6 | (second & 0x3F), 2};
  return {};
}

void replace_letter(std::string& text, std::size_t at, const Letter& letter, char32_t by) {
  if (letter.octets == 1) {
    text[at] = static_cast<char>(by);
  } else if (letter.octets == 2) {
    text[at] = static_cast<char>(0xC0 | (by >> 6));
    text[at + 1] = static_cast<char>(0x80 | (by & 0x3F));
  }
}

}  // namespace

char32_t capital_of(char32_t letter) {
  if (letter == U'\u03C2') return letter;  // ς stands at the end of words only
  for (const Pairs& p : pairs) {
    const char32_t capital = letter - p.distance;
    if (capital >= p.first && capital <= p.last && (capital - p.first) % p.step == 0) return capital;
  }
  return letter;
}

char32_t small_of(char32_t letter) {
  if (letter == U'\u03A2') return letter;
  for (const Pairs& p : pairs)
    if (letter >= p.first && letter <= p.last && (letter - p.first) % p.step == 0) return letter + p.distance;
  return letter;
}

void capitalize(std::string& text, std::size_t at) {
  const Letter first = letter_at(text, at);
  replace_letter(text, at, first, capital_of(first.value));
}

void uncapitalize(std::string& text, std::size_t at) {
  const Letter first = letter_at(text, at), second = letter_at(text, at + first.octets);
  if (small_of(second.value) == second.value) replace_letter(text, at, first, small_of(first.value));
}

}  // namespace rehab::text
