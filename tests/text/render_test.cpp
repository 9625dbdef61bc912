#include <string>
#include <string_view>

#include "rehab/diagnostic.hpp"
#include "support/catch.hpp"
#include "text/utf8.hpp"

using rehab::Diagnostic;
using rehab::Level;
using rehab::render;

namespace {

Diagnostic at(std::uint32_t line, std::uint32_t column) {
  Diagnostic d;
  d.code = "unknown-key";
  d.file = "a.toml";
  d.line = line;
  d.column = column;
  d.message = "unknown key";
  return d;
}

// The source line and the caret line, as shown for a column of a text of one line.
std::string shown(std::string_view line, std::uint32_t column) {
  const std::string out = render(at(1, column), line);
  return out.substr(out.find('\n') + 1);
}

}  // namespace

TEST_CASE("a diagnostic has its place, its line, a caret and a hint") {
  Diagnostic d = at(31, 1);
  d.file = "calf-strain.toml";
  d.message = "unknown key `sevrity`";
  d.hint = "write `severity`";
  CHECK(render(d, std::string(30, '\n') + "sevrity = \"mild\"\nside = 1\n") ==
        "calf-strain.toml:31:1: error: unknown key `sevrity` [unknown-key]\n"
        "   31 | sevrity = \"mild\"\n"
        "      | ^\n"
        "  hint: write `severity`\n");
}

TEST_CASE("without the source there is no line") {
  CHECK(render(at(2, 5)) == "a.toml:2:5: error: unknown key [unknown-key]\n");
  CHECK(render(at(2, 5), "one line") == "a.toml:2:5: error: unknown key [unknown-key]\n");
}

TEST_CASE("what is not known is left out") {
  Diagnostic d = at(0, 0);
  CHECK(render(d, "x = 1") == "a.toml: error: unknown key [unknown-key]\n");
  d.file.clear();
  d.code.clear();
  d.level = Level::warning;
  CHECK(render(d, "x = 1") == "warning: unknown key\n");
  d.level = Level::note;
  CHECK(render(d) == "note: unknown key\n");
}

TEST_CASE("a line without a column has no caret") {
  CHECK(render(at(2, 0), "a\nb\n") == "a.toml:2: error: unknown key [unknown-key]\n    2 | b\n");
}

TEST_CASE("a long line number takes the room it needs") {
  const std::string out = render(at(1234567, 1), std::string(1234566, '\n') + "x");
  CHECK(out == "a.toml:1234567:1: error: unknown key [unknown-key]\n1234567 | x\n        | ^\n");
}

TEST_CASE("the caret stands below its character") {
  CHECK(shown("abc", 2) == "    1 | abc\n      |  ^\n");
  CHECK(shown("äb", 2) == "    1 | äb\n      |  ^\n");
  CHECK(shown("日本x", 3) == "    1 | 日本x\n      |     ^\n");
  CHECK(shown("e\u0301x", 3) == "    1 | e\u0301x\n      |  ^\n");
  CHECK(shown("🦵 x", 3) == "    1 | 🦵 x\n      |    ^\n");
}

TEST_CASE("tabs become spaces, so that the caret fits on every terminal") {
  CHECK(shown("\tx", 2) == "    1 |     x\n      |     ^\n");
  CHECK(shown("ab\tx", 4) == "    1 | ab  x\n      |     ^\n");
}

TEST_CASE("a place past the end of the line is shown at its end") {
  CHECK(shown("abc", 4) == "    1 | abc\n      |    ^\n");
  CHECK(shown("abc", 4'000'000'000) == "    1 | abc\n      |    ^\n");
  CHECK(shown("\nb", 1) == "    1 | \n      | ^\n");
}

TEST_CASE("line breaks of either kind and a byte order mark are not shown") {
  CHECK(shown("\xef\xbb\xbf"
              "abc\r\nd",
              1) == "    1 | abc\n      | ^\n");
}

TEST_CASE("a file cannot drive the terminal") {
  CHECK(shown("a\x1b[2Jb\x07", 5) == "    1 | a\ufffd[2Jb\ufffd\n      |     ^\n");
  CHECK(shown("\u202eab\u009b", 2) == "    1 | \ufffdab\ufffd\n      |  ^\n");
  CHECK(shown("a\xff\xfe"
              "b",
              4) ==
        "    1 | a\ufffd\ufffd"
        "b\n      |    ^\n");
  CHECK(shown("a\rb", 3) == "    1 | a\ufffdb\n      |   ^\n");

  Diagnostic d = at(1, 1);
  d.file = "\x1b]0;x\x07.toml";
  d.message = "unknown key `\x1b[2J\n`";
  d.hint = "write `\xff`";
  CHECK(render(d) == "\ufffd]0;x\ufffd.toml:1:1: error: unknown key `\ufffd[2J\ufffd` [unknown-key]\n  hint: write `\ufffd`\n");
}

TEST_CASE("of a long line the part around the caret is shown") {
  const std::string line = std::string(500, 'a') + "X" + std::string(500, 'b');
  CHECK(shown(line, 501) ==
        "    1 | …" + std::string(60, 'a') + "X" + std::string(39, 'b') + "…\n      | " + std::string(61, ' ') + "^\n");
  CHECK(shown(line, 1) == "    1 | " + std::string(100, 'a') + "…\n      | ^\n");
  CHECK(shown(line, 1001) == "    1 | …" + std::string(99, 'b') + "b\n      | " + std::string(100, ' ') + "^\n");
}

TEST_CASE("a line that just fits is not cut") {
  const std::string line(100, 'a');
  CHECK(shown(line, 100) == "    1 | " + line + "\n      | " + std::string(99, ' ') + "^\n");
}

TEST_CASE("wide characters at the cut keep the caret in place") {
  std::string line;
  for (int i = 0; i < 200; ++i) line += "日";
  const std::string out = shown(line, 150);
  const std::string first = out.substr(0, out.find('\n')), second = out.substr(out.find('\n') + 1);
  const std::size_t caret = second.find('^');
  CHECK(rehab::text::columns(first) <= 8 + 102);
  CHECK((caret - 8) % 2 == 1);  // after the one-column sign of the cut
  CHECK(caret - 8 <= 61);
}

TEST_CASE("a megabyte of line, message or combining marks stays short") {
  std::string marks = "x";
  for (int i = 0; i < 300'000; ++i) marks += "\u0301";
  CHECK(shown(marks, 2).size() < 300);
  CHECK(shown(std::string(1 << 20, 'a'), 1 << 19).size() < 400);
  CHECK(shown(std::string(1 << 20, '\x01'), 1 << 19).size() < 800);
  Diagnostic d = at(1, 1);
  d.message.assign(1 << 20, 'm');
  CHECK(render(d).size() < 2100);
}

TEST_CASE("only errors are errors") {
  Diagnostic warning = at(1, 1), note = at(1, 1);
  warning.level = Level::warning;
  note.level = Level::note;
  CHECK_FALSE(rehab::has_errors({}));
  CHECK_FALSE(rehab::has_errors({warning, note}));
  CHECK(rehab::has_errors({warning, at(1, 1)}));
}
