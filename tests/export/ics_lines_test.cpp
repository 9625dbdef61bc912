#include "export/ics_lines.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/ics_check.hpp"

namespace {

using rehab::ics::LineEnds;

std::string line(std::string_view text, LineEnds line_ends = LineEnds::keep) {
  std::string out;
  rehab::ics::append_text_line(out, "SUMMARY", text, line_ends);
  return out;
}

// What a reader gets: unfolded, unescaped.
std::string read_back(const std::string& written) {
  const auto lines = ics_check::unfold(written);
  if (lines.empty()) return "";
  REQUIRE(lines.size() == 1);
  return ics_check::unescape(lines[0].text.substr(std::string_view("SUMMARY:").size()));
}

// Everything that is wrong with the bytes of the line, but that it is no whole calendar.
std::string faults(const std::string& written) {
  if (written.empty()) return "";
  std::vector<ics_check::Finding> findings;
  ics_check::check_bytes(written, findings);
  std::erase_if(findings, [](const ics_check::Finding& f) { return f.code == "B01"; });
  return ics_check::list(findings);
}

void check_round_trip(const std::string& text) {
  const std::string written = line(text);
  INFO(written);
  CHECK(read_back(written) == text);
  CHECK(faults(written) == "");
}

// The same numbers on every machine.
class Dice {
 public:
  std::size_t below(std::size_t n) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33) % n;
  }

 private:
  std::uint64_t state_ = 1;
};

const std::vector<std::string> pieces{"a",  "Z",   " ",   ",",     ";",     "\\",       "\n",
                                      ":",  "\"",  "ä",   "ß",     "é",     "e\u0301",  "•",
                                      "–",  "×",   "中",  "日本",  "📞",     "🦶🏽", "👩‍⚕️",
                                      "🇩🇪", "\\n", "\\,", "END:V", "heel ", "drop ",    "n",
                                      "N",  "~"};

}  // namespace

TEST_CASE("a text is escaped in one pass: backslash, semicolon, comma, line feed, and nothing else") {
  CHECK(line("a\\b;c,d\ne:f\"g") == "SUMMARY:a\\\\b\\;c\\,d\\ne:f\"g\r\n");
}

TEST_CASE("every kind of line end becomes one escaped line feed") {
  CHECK(line("a\r\nb\rc\nd\u2028e\u2029f\u0085g") == "SUMMARY:a\\nb\\nc\\nd\\ne\\nf\\ng\r\n");
  CHECK(line("a\r\n\r\nb") == "SUMMARY:a\\n\\nb\r\n");
}

TEST_CASE("a title stays on one line") { CHECK(line("a\r\nb\nc\td", LineEnds::space) == "SUMMARY:a b c d\r\n"); }

TEST_CASE("controls of all kinds vanish, a tab becomes a space") {
  using namespace std::string_view_literals;
  CHECK(line("a\0b\ac\x1B[31md\x7F"
             "e\tf"sv) == "SUMMARY:abc[31mde f\r\n");
  CHECK(line("a\u202Eb\u2066c\u2069d\uFEFFe\u009Bf") == "SUMMARY:abcdef\r\n");
}

TEST_CASE("octets that are not UTF-8 become replacement characters, the rest stays") {
  CHECK(line("Zw\xF6lf") == "SUMMARY:Zw\uFFFDlf\r\n");
  CHECK(line("a\xC3") == "SUMMARY:a\uFFFD\r\n");
  CHECK(faults(line("a\xED\xA0\x80"
                    "b\xF4\x90\x80\x80"
                    "c\xC0\x80")) == "");
}

TEST_CASE("a line of 75 octets is not folded, one of 76 is") {
  CHECK(line(std::string(67, 'a')) == "SUMMARY:" + std::string(67, 'a') + "\r\n");
  CHECK(line(std::string(68, 'a')) == "SUMMARY:" + std::string(67, 'a') + "\r\n a\r\n");
  CHECK(line(std::string(67 + 74, 'a')) == "SUMMARY:" + std::string(67, 'a') + "\r\n " + std::string(74, 'a') + "\r\n");
}

TEST_CASE("no fold falls into a code point, an escape or a grapheme, wherever the line is full") {
  for (const std::string& piece : pieces)
    for (std::size_t pad = 0; pad <= 150; ++pad) check_round_trip(std::string(pad, 'x') + piece + "tail");
}

TEST_CASE("a text that ends where the line is full leaves no empty continuation") {
  for (std::size_t pad = 40; pad <= 90; ++pad)
    for (const std::string end : {"\n", "\n\n", " ", "   ", "ä", "\\", "📞", "e\u0301"})
      check_round_trip(std::string(pad, 'x') + end);
}

TEST_CASE("a grapheme that is longer than a line is folded between its code points") {
  for (const std::string start : {"", "a", "\\", "📞"}) {
    std::string tower = start;
    for (int i = 0; i < 200; ++i) tower += "\u0301";
    check_round_trip(tower);
    check_round_trip(tower + " ");
    check_round_trip(tower + " tail");
  }
}

TEST_CASE("no line consists of spaces, and a run of them ends with its line") {
  for (std::size_t spaces = 60; spaces < 240; ++spaces) {
    for (const std::string start : {"", "a", "ä"})
      for (const std::string end : {"", "b"}) CHECK(faults(line(start + std::string(spaces, ' ') + end)) == "");
  }
  CHECK(line("a" + std::string(200, ' ') + "b") == "SUMMARY:\r\n a" + std::string(73, ' ') + "\r\n b\r\n");
}

TEST_CASE("of a text of controls no line is left") {
  CHECK(line("\x01\u202E\x7F") == "");
  CHECK(line("") == "");
}

TEST_CASE("texts made of joiners, marks, flags, skin tones and spaces make no broken line") {
  const std::vector<std::string> marks{"\u200D", "\u0301", "\uFE0F", "🏽", "🇩",  "🦶", " ",
                                       "  ",     "\u200B", "x",      "\\",   "\t", "\n",   "\x01"};
  Dice dice;
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t n = dice.below(40); n > 0; --n) {
      const std::string& mark = marks[dice.below(marks.size())];
      for (std::size_t times = dice.below(3) == 0 ? dice.below(60) : 1; times > 0; --times) text += mark;
    }
    for (const LineEnds line_ends : {LineEnds::keep, LineEnds::space}) {
      const std::string written = line(text, line_ends);
      INFO(written);
      CHECK(faults(written) == "");
    }
  }
}

TEST_CASE("what is escaped and folded is read back as it was, for random texts") {
  Dice dice;
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t n = dice.below(120); n > 0; --n) text += pieces[dice.below(pieces.size())];
    check_round_trip(text);
  }
}

TEST_CASE("random octets never break out of their line") {
  Dice dice;
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t n = dice.below(300); n > 0; --n) text += static_cast<char>(dice.below(256));
    const std::string written = line(text);
    CHECK(ics_check::unfold(written).size() <= 1);
    CHECK(faults(written) == "");
  }
}

TEST_CASE("a text can be turned into a line where it stands") {
  std::string out = "before";
  const std::size_t raw = out.size();
  out += "a,";
  out += "b";
  rehab::ics::turn_into_text_line(out, raw, "X-TEXT");
  CHECK(out == "beforeX-TEXT:a\\,b\r\n");
}
