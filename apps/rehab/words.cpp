#include "words.hpp"

#include <algorithm>

namespace app {

std::string joined(std::initializer_list<std::string_view> pieces) {
  std::string out;
  for (const std::string_view piece : pieces) out += piece;
  return out;
}

std::string shown(std::string_view word) {
  constexpr std::size_t longest = 120;
  std::size_t size = word.size();
  if (size > longest) {
    size = longest;
    while (size > 0 && (static_cast<unsigned char>(word[size]) & 0xc0) == 0x80) --size;  // no half of a UTF-8 letter
  }
  std::string out(word.substr(0, size));
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  return size < word.size() ? out += "..." : out;
}

std::string ticked(std::string_view word) { return joined({"`", shown(word), "`"}); }

std::string listed(std::span<const std::string_view> names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += names[i];
  }
  return out;
}

std::string lower_case(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string_view trimmed(std::string_view word) {
  word.remove_prefix(std::min(word.size(), word.find_first_not_of(' ')));
  return word.substr(0, word.find_last_not_of(' ') + 1);
}

void append_wrapped(std::string& out, std::string_view text, std::size_t column, std::size_t width) {
  std::size_t at = column;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    if (at > column && at + 1 + space > width) {
      out += '\n';
      out.append(column, ' ');
      at = column;
    } else if (at > column) {
      out += ' ';
      ++at;
    }
    out += text.substr(0, space);
    at += space;
    text.remove_prefix(std::min(text.size(), space + 1));
  }
  out += '\n';
}

}  // namespace app
