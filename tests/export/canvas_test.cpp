#include "export/canvas.hpp"

#include <string>

#include "support/catch.hpp"
#include "text/utf8.hpp"

using rehab::Canvas;
using rehab::Ink;
using rehab::printable;
using rehab::wrap;

namespace {

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> out;
  for (const std::string_view line : wrap(text, width)) out.emplace_back(line);
  return out;
}

}  // namespace

TEST_CASE("lines break at spaces", "[canvas]") {
  CHECK(wrapped("rise as high as you can", 11) == std::vector<std::string>{"rise as", "high as you", "can"});
  CHECK(wrapped("  two  spaces  ", 80) == std::vector<std::string>{"two  spaces"});
  CHECK(wrapped("", 10).empty());
}

TEST_CASE("a number stays with its unit where there is room", "[canvas]") {
  CHECK(wrapped("do 3 × 15 now", 7) == std::vector<std::string>{"do", "3 × 15", "now"});
  CHECK(wrapped("pain at 2 of 10", 12) == std::vector<std::string>{"pain at", "2 of 10"});
  CHECK(wrapped("3 × 15", 3) == std::vector<std::string>{"3 ×", "15"});
}

TEST_CASE("a word longer than the line is cut between characters", "[canvas]") {
  CHECK(wrapped("ääääää", 4) == std::vector<std::string>{"ääää", "ää"});
  CHECK(wrapped("日本語日本語", 5) == std::vector<std::string>{"日本", "語日", "本語"});
}

TEST_CASE("what acts on a terminal is replaced", "[canvas]") {
  CHECK(printable("a\x1b[31mb\nc\td") == "a\xEF\xBF\xBD[31mb c d");
  CHECK(printable("\xE2\x80\xAE"
                  "x\xFF") == "\xEF\xBF\xBDx\xEF\xBF\xBD");
}

TEST_CASE("cells stand side by side and wrap on their own", "[canvas]") {
  std::string out;
  Canvas page(out, 40, false);
  page.row({{5, "every day"}, {0, "Heel drops"}}, 2);
  CHECK(out == "  every Heel drops\n  day\n");
}

TEST_CASE("no two blank lines follow each other, and none comes first", "[canvas]") {
  std::string out;
  Canvas page(out, 40, false);
  page.blank();
  page.paragraph("a");
  page.blank();
  page.blank();
  page.paragraph("b");
  CHECK(out == "a\n\nb\n");
}

TEST_CASE("colour is written only where it is wanted", "[canvas]") {
  std::string plain, colored;
  Canvas(plain, 40, false).paragraph("stop", 0, Ink::danger);
  Canvas(colored, 40, true).paragraph("stop", 0, Ink::danger);
  CHECK(plain == "stop\n");
  CHECK(colored == "\x1b[1;31mstop\x1b[0m\n");
}
