// Rows of comma-separated values (RFC 4180) appended to a string, safe to open in a spreadsheet.
//
//   std::string out;
//   rehab::text::CsvWriter csv(out);
//   csv.cell("heel-drop");
//   csv.cell("Heel drop, \"straight\" knee");
//   csv.cell(-2);
//   csv.empty();
//   csv.end_row();
//
//   heel-drop,"Heel drop, ""straight"" knee",-2,<CR><LF>
//
// Spreadsheets compute a cell that begins with = + - or @, also where white space or quotation marks stand before it, and those of
// some countries part cells at semicolons or tabs. So an apostrophe is put before such a sign, and before a tab, wherever a program
// could see the beginning of a cell: at the beginning of the text and after a semicolon, a tab or a line break in it; and before a
// text that begins with a line break. The signs in full width count too. Numbers are written as they are: a sign and digits alone
// compute nothing.
//
// Line breaks and tabs in a text stay, in quotation marks. Octets that are not UTF-8, other controls and direction marks become
// U+FFFD.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rehab::text {

class CsvWriter {
 public:
  explicit CsvWriter(std::string& out) : out_(out) {}

  void cell(std::string_view text);
  void cell(const char* text) { cell(std::string_view(text)); }
  void cell(std::int64_t number);
  void cell(int number) { cell(static_cast<std::int64_t>(number)); }
  void cell(double number);  // finite
  void empty() { separate(); }
  void empty(int cells);

  // Cells of a row that stand in the same string already, from one separator to the next: copied as they are.
  void repeat(std::size_t begin, std::size_t end);
  // Where the next cell begins, for `repeat`.
  std::size_t here() const { return out_.size(); }

  void end_row();

 private:
  void separate();

  std::string& out_;
  bool begun_ = false;  // the row has a cell
};

}  // namespace rehab::text
