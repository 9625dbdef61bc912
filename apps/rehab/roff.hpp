// A manual page in the macros that man(1) reads, piece by piece. Text is escaped here and nowhere else.
//
//   Roff page("rehab 0.1.0", "2026-12-01");
//   page.section("DESCRIPTION");
//   page.paragraph("Nothing is stored but the file that --output names; see `rehab plan`.");   // --output and rehab plan in bold
#pragma once

#include <string>
#include <string_view>

namespace app {

class Roff {
 public:
  Roff(std::string_view version, std::string_view date);

  void section(std::string_view heading);
  void subsection(std::string_view heading);
  void paragraph(std::string_view text);
  void heading(std::string_view text);                      // of a paragraph, in bold
  void item(std::string_view term, std::string_view text);  // options in bold, words in capitals in italics
  void usage(std::string_view command, std::string_view rest);
  void verbatim(std::string_view lines);                       // as they stand; ends with a line feed
  void name(std::string_view command, std::string_view what);  // the one line of the section NAME, which whatis(1) reads

  const std::string& text() const { return text_; }

 private:
  void begin(std::string_view macro);  // of a paragraph or line, unless a heading has begun it

  std::string text_;
  bool after_heading_ = false;
};

}  // namespace app
