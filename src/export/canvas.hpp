// A page for a terminal: text wrapped by its width in columns, in cells side by side, with a little colour if it is wanted.
//
//   Canvas page(out, 80, false);
//   page.heading("This week");
//   page.item("Stand with both forefeet on the edge of a step.", 2);
//   page.row({{6, "Tue"}, {14, "1 Dec"}, {0, "Heel drops"}});
//
// Laws: no line is wider than the page, none ends with a space, no two are blank in a row; of controls only line feeds come out,
// and escape sequences only in colour. Texts may come from a stranger's file: what could act on a terminal is replaced by U+FFFD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rehab {

enum class Ink : std::uint8_t { plain, bold, dim, accent, caution, danger };

struct Cell {
  std::size_t width = 0;  // columns; 0: what is left of the line, for the last one
  std::string_view text;
  Ink ink = Ink::plain;
  bool as_is = false;  // one line, its leading spaces kept, cut at the width
};

class Canvas {
 public:
  // `out` must outlive the canvas. `width` is brought into 40..200, of which at most 100 are used: prose wants no wider lines.
  Canvas(std::string& out, int width, bool color);

  std::size_t width() const { return width_; }

  void blank();  // one empty line, unless the page is empty or ends with one
  void title(std::string_view text);
  void heading(std::string_view text);
  void subheading(std::string_view text, std::string_view aside = {});  // the aside in small after it
  void paragraph(std::string_view text, std::size_t indent = 0, Ink ink = Ink::plain);
  void item(std::string_view text, std::size_t indent = 0, Ink ink = Ink::plain, std::string_view mark = "•");
  // A label and what it says, in two columns: the second begins at `indent` + `label_width`.
  void fact(std::string_view label, std::string_view text, std::size_t label_width, std::size_t indent = 0, Ink ink = Ink::plain);
  // Cells side by side, one column of space between them, each wrapped to its width.
  void row(std::span<const Cell> cells, std::size_t indent = 0);
  void row(std::initializer_list<Cell> cells, std::size_t indent = 0) { row(std::span(cells.begin(), cells.size()), indent); }

 private:
  void line(std::string_view text, std::size_t indent, Ink ink);
  void append_inked(std::string_view text, Ink ink);

  std::string& out_;
  std::size_t start_;  // where the page begins in `out_`
  std::size_t width_;
  bool color_;
};

// `text` in one line that is safe to print: line feeds and tabs become spaces, other controls and what is not UTF-8 U+FFFD.
std::string printable(std::string_view text);

// The lines of `text`, which is printable, each at most `width` columns: broken at spaces, but not between a number and its unit
// unless it must be, and within a word only where the word is too long for a line.
std::vector<std::string_view> wrap(std::string_view text, std::size_t width);

}  // namespace rehab
