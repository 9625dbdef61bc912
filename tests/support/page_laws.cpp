#include "support/page_laws.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace rehab::page_laws {
namespace {

// Drops ESC [ digits and semicolons m; what is no such sequence stays, and breaks the law.
std::string without_sgr(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line.substr(i, 2) == "\x1b[") {
      const std::size_t end = line.find_first_not_of("0123456789;", i + 2);
      if (end != std::string_view::npos && line[end] == 'm') {
        i = end;
        continue;
      }
    }
    out += line[i];
  }
  return out;
}

bool has_control(std::string_view line) {
  for (std::size_t at = 0; at < line.size();)
    if (text::is_control(text::next_code_point(line, at))) return true;
  return false;
}

}  // namespace

std::vector<std::string> broken(std::string_view page, int width, bool color) {
  std::vector<std::string> out;
  if (text::first_invalid_utf8(page) != std::string_view::npos) return {"not UTF-8"};
  if (!page.ends_with('\n')) out.emplace_back("no line feed at the end");
  bool blank = false;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t end = std::min(page.find('\n', at), page.size());
    const std::string line = color ? without_sgr(page.substr(at, end - at)) : std::string(page.substr(at, end - at));
    if (has_control(line)) {
      out.push_back("control: " + line);
    } else if (text::columns(line) > static_cast<std::size_t>(width)) {
      out.push_back("wide: " + line);
    }
    if (line.ends_with(' ')) out.push_back("space at the end: " + line);
    if (line.empty() && blank) out.emplace_back("two blank lines");
    blank = line.empty();
    at = end + 1;
  }
  return out;
}

std::string unwrapped(std::string_view page) {
  std::string out;
  for (const char c : page) {
    const bool space = c == ' ' || c == '\n';
    if (!space) {
      out += c;
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

}  // namespace rehab::page_laws
