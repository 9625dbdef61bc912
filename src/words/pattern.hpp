// The inside of a phrase: forms by number, text and placeholders.
//
//   for (PatternReader in("{n} days off"); in.next();)   // in.name: "n", "";  in.text: "", " days off"
#pragma once

#include <cstddef>
#include <string_view>

namespace rehab::words {

inline constexpr std::string_view count_name = "n";  // the placeholder that chooses the form

constexpr std::size_t count_forms(std::string_view phrase) {
  std::size_t forms = 1;
  for (const char c : phrase) forms += c == '|' ? 1u : 0u;
  return forms;
}

// The form of this place, 0-based; the last, if there are fewer.
constexpr std::string_view form_of(std::string_view phrase, std::size_t form) {
  for (std::size_t bar = phrase.find('|'); bar != std::string_view::npos; bar = phrase.find('|')) {
    if (form-- == 0) return phrase.substr(0, bar);
    phrase.remove_prefix(bar + 1);
  }
  return phrase;
}

// Goes through one form, piece by piece: some text, or a placeholder. A brace without its other half is text.
class PatternReader {
 public:
  constexpr explicit PatternReader(std::string_view form) : rest_(form) {}

  std::string_view text, name;  // of the piece: one of them is ""

  constexpr bool next() {
    text = name = {};
    if (rest_.empty()) return false;
    const std::size_t open = rest_.find('{');
    const std::size_t close = open == std::string_view::npos ? open : rest_.find('}', open);
    if (close == std::string_view::npos) {
      text = rest_;
      rest_ = {};
    } else if (open > 0) {
      text = rest_.substr(0, open);
      rest_.remove_prefix(open);
    } else {
      name = rest_.substr(1, close - 1);
      rest_.remove_prefix(close + 1);
    }
    return true;
  }

 private:
  std::string_view rest_;
};

constexpr bool has_placeholder(std::string_view form, std::string_view name) {
  for (PatternReader in(form); in.next();)
    if (in.name == name) return true;
  return false;
}

}  // namespace rehab::words
