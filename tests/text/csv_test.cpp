#include "text/csv.hpp"

#include "support/catch.hpp"
#include "support/csv_reader.hpp"

using rehab::text::CsvWriter;

namespace {

std::string cell(std::string_view text) {
  std::string out;
  CsvWriter(out).cell(text);
  return out;
}

}  // namespace

TEST_CASE("ids and words stand bare, all else in quotation marks", "[csv]") {
  CHECK(cell("heel-drop") == "heel-drop");
  CHECK(cell("2026-12-01T06:30:00Z") == "2026-12-01T06:30:00Z");
  CHECK(cell("Heel drop") == "\"Heel drop\"");
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("a \"b\"") == "\"a \"\"b\"\"\"");
  CHECK(cell("Übung") == "\"Übung\"");
  CHECK(cell("two\nlines") == "\"two\nlines\"");
  CHECK(cell("") == "");
}

TEST_CASE("rows end with CRLF, and a cell may be empty", "[csv]") {
  std::string out;
  CsvWriter csv(out);
  csv.empty();
  csv.cell(3);
  csv.empty(2);
  csv.end_row();
  csv.cell(2.5);
  csv.cell(-2);
  csv.end_row();
  CHECK(out == ",3,,\r\n2.5,-2\r\n");
}

TEST_CASE("cells of a row that stand already are repeated", "[csv]") {
  std::string out;
  CsvWriter csv(out);
  csv.cell("a");
  const std::size_t begin = csv.here() + 1;
  csv.cell("b c");
  csv.cell(4);
  const std::size_t end = csv.here();
  csv.end_row();
  csv.cell("d");
  csv.repeat(begin, end);
  csv.end_row();
  CHECK(out == "a,\"b c\",4\r\nd,\"b c\",4\r\n");
}

TEST_CASE("what a spreadsheet would compute begins with an apostrophe", "[csv]") {
  CHECK(cell("=1+1") == "\"'=1+1\"");
  CHECK(cell("+49") == "\"'+49\"");
  CHECK(cell("-2") == "\"'-2\"");
  CHECK(cell("@SUM(A1)") == "\"'@SUM(A1)\"");
  CHECK(cell("=cmd|' /C calc'!A0") == "\"'=cmd|' /C calc'!A0\"");
  CHECK(cell("\tx") == "\"'\tx\"");
  CHECK(cell("\rx") == "\"'\rx\"");
}

TEST_CASE("white space, quotation marks and wide forms of a sign help nobody", "[csv]") {
  CHECK(cell("  =1") == "\"  '=1\"");
  CHECK(cell("\"=1\"") == "\"\"\"'=1\"\"\"");
  CHECK(cell("\xC2\xA0+1") == "\"\xC2\xA0'+1\"");
  CHECK(cell("＝1") == "\"'＝1\"");
  CHECK(cell("\t=1") == "\"'\t'=1\"");
}

TEST_CASE("a sign is stopped also where another program parts cells or lines", "[csv]") {
  CHECK(cell("drop;=1") == "\"drop;'=1\"");
  CHECK(cell("drop\n-1") == "\"drop\n'-1\"");
  CHECK(cell("drop\t @x") == "\"drop\t '@x\"");
  CHECK(cell("heel-drop; 3 × 15 - 20") == "\"heel-drop; 3 × 15 - 20\"");
}

TEST_CASE("controls, direction marks and broken octets are replaced", "[csv]") {
  CHECK(cell("a\x1b[2J") == "\"a\xEF\xBF\xBD[2J\"");
  CHECK(cell("a\xE2\x80\xAE") == "\"a\xEF\xBF\xBD\"");
  CHECK(cell("\xff=1") == "\"\xEF\xBF\xBD=1\"");
  CHECK(cell(std::string_view("a\0b", 3)) ==
        "\"a\xEF\xBF\xBD"
        "b\"");
}

TEST_CASE("the reader of the tests is strict, and knows what computes", "[csv]") {
  using rehab_test::read_csv;
  CHECK(read_csv("a,\"b,\"\"c\"\r\n") == std::vector<rehab_test::Row>{{"a", "b,\"c"}});
  for (const std::string_view wrong : {"a,b", "a\n", "a,\"b\r\n", "a\"b\r\n", "\"a\"b\r\n", "a,b\r\nc\r\n",
                                       "\xEF\xBB\xBF"
                                       "a\r\n"}) {
    INFO(wrong);
    CHECK_FALSE(read_csv(wrong));
  }
  for (const std::string_view acting : {"=1", " =1", "\"+x", "-1+2", "@x", "\tx", "\xC2\xA0=1", "＝1"}) {
    INFO(acting);
    CHECK(rehab_test::computes(acting));
  }
  for (const std::string_view tame : {"-2", "-2.5", "'=1", "a=b", "", "Heel - drop"}) CHECK_FALSE(rehab_test::computes(tame));
}
