#include "text/utf8.hpp"

#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace text = rehab::text;
using text::columns;
using text::first_invalid_utf8;

namespace {

constexpr std::size_t valid = std::string_view::npos;

std::string encoded(char32_t code_point) {
  std::string out;
  text::append_code_point(out, code_point);
  return out;
}

}  // namespace

TEST_CASE("every code point is valid, reads back, and nothing is left over") {
  for (char32_t code_point = 0; code_point <= 0x10ffff; ++code_point) {
    if (code_point == 0xd800) code_point = 0xe000;
    const std::string octets = encoded(code_point);
    std::size_t offset = 0;
    const char32_t read = text::next_code_point(octets, offset);
    if (read != code_point || offset != octets.size() || first_invalid_utf8(octets) != valid) {
      CAPTURE(static_cast<unsigned>(code_point));
      REQUIRE(read == code_point);
      REQUIRE(offset == octets.size());
      REQUIRE(first_invalid_utf8(octets) == valid);
    }
  }
}

TEST_CASE("the first octet that is not UTF-8 is found") {
  using namespace std::string_view_literals;
  CHECK(first_invalid_utf8("") == valid);
  CHECK(first_invalid_utf8("Übung, 日本, 🦵") == valid);
  CHECK(first_invalid_utf8("\x80"sv) == 0);               // a continuation without a lead
  CHECK(first_invalid_utf8("ab\xff"sv) == 2);             // no lead at all
  CHECK(first_invalid_utf8("a\xc0\x80"sv) == 1);          // overlong NUL
  CHECK(first_invalid_utf8("a\xc1\xbf"sv) == 1);          // overlong
  CHECK(first_invalid_utf8("a\xe0\x9f\xbf"sv) == 1);      // overlong
  CHECK(first_invalid_utf8("a\xf0\x8f\xbf\xbf"sv) == 1);  // overlong
  CHECK(first_invalid_utf8("a\xed\xa0\x80"sv) == 1);      // surrogate
  CHECK(first_invalid_utf8("a\xf4\x90\x80\x80"sv) == 1);  // beyond U+10FFFF
  CHECK(first_invalid_utf8("a\xf5\x80\x80\x80"sv) == 1);
  CHECK(first_invalid_utf8("a\xc3"sv) == 1);  // cut off
  CHECK(first_invalid_utf8("a\xe2\x82"sv) == 1);
  CHECK(first_invalid_utf8("a\xf0\x9f\xa6"sv) == 1);
  CHECK(first_invalid_utf8("a\xe2\x28\xa1"sv) == 1);
  CHECK(first_invalid_utf8("a\xf0\x9f\x28\xb5"sv) == 1);
}

TEST_CASE("the place of a bad octet does not depend on what stands around it") {
  for (std::size_t before = 0; before < 20; ++before) {
    for (std::size_t after = 0; after < 20; ++after) {
      std::string octets(before, 'a');
      octets += '\xfe';
      octets.append(after, 'b');
      CHECK(first_invalid_utf8(octets) == before);
    }
  }
}

TEST_CASE("columns are those of a terminal") {
  CHECK(columns("") == 0);
  CHECK(columns("reps") == 4);
  CHECK(columns("Übung 日本") == 10);
  CHECK(columns("e\u0301") == 1);  // a combining accent
  CHECK(columns("\u200d") == 0);   // a joiner
  CHECK(columns("\uff21") == 2);   // a full-width letter
  CHECK(columns("한국") == 4);
  CHECK(columns("\u1112\u1161\u11ab") == 2);  // conjoining Hangul
  CHECK(columns("🦵") == 2);
  CHECK(columns("3 × 15, 10–12 °") == 15);
  CHECK(columns(U'\u00ad') == 1);
  CHECK(columns(U'\U00020000') == 2);
}

TEST_CASE("what does not belong in a title is a control") {
  for (const char32_t c : {U'\0',     U'\t',     U'\n',     U'\r',     U'\x1b',   U'\x7f',      U'\u0085', U'\u009b',
                           U'\u061c', U'\u200e', U'\u200f', U'\u2028', U'\u2029', U'\u202a',    U'\u202e', U'\u2066',
                           U'\u2069', U'\ufeff', U'\ufdd0', U'\ufffe', U'\uffff', U'\U0010ffff'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(text::is_control(c));
  }
  for (const char32_t c : {U' ', U'a', U'~', U'\u00a0', U'Ü', U'\u200b', U'\u200d', U'–', U'日', U'\ufffd', U'🦵'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK_FALSE(text::is_control(c));
  }
}
