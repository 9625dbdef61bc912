// One fixed text of the exports, in English.
//
//   {"weeks", "{n} week|{n} weeks"}
//
// `{name}` is a placeholder: what the code fills in. Forms by number, parted by `|`, are chosen by the placeholder `n`, whether it
// is printed or not. A setting is not printed: it says which of its choices the language takes.
#pragma once

#include <span>
#include <string_view>

namespace rehab::words {

struct Row {
  std::string_view key;  // lower-case words with hyphens
  std::string_view english;
  std::span<const std::string_view> choices{};  // of a setting
};

// Rows about one thing.
struct Topic {
  std::string_view title;
  std::span<const Row> rows;
};

}  // namespace rehab::words
