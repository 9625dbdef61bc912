// Every fixed text that exports print, under its key. A key is checked when the code that names it is compiled, so that a phrase is
// written down once, in the file of its topic:
//
//   const Phrase leg = "left-leg";      // "lft-leg" does not compile
//   leg.row().english                   // "left leg"
//
// protocols/LANGUAGE.md lists them for translators; `phrases.LANG.toml` translates them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "words/phrases_calendar.hpp"
#include "words/phrases_changes.hpp"
#include "words/phrases_criteria.hpp"
#include "words/phrases_dose.hpp"
#include "words/phrases_explain.hpp"
#include "words/phrases_follow.hpp"
#include "words/phrases_keys.hpp"
#include "words/phrases_language.hpp"
#include "words/phrases_list.hpp"
#include "words/phrases_show.hpp"
#include "words/phrases_stretch.hpp"
#include "words/phrases_text.hpp"
#include "words/row.hpp"

namespace rehab {
namespace words {

inline constexpr std::array topics{
    Topic{"the language itself", phrases_language},
    Topic{"doses and sessions", phrases_dose},
    Topic{"criteria, limits and pain", phrases_criteria},
    Topic{"what was fitted to a person", phrases_changes},
    Topic{"the page of a plan", phrases_text},
    Topic{"following a plan", phrases_follow},
    Topic{"sessions in a calendar", phrases_calendar},
    Topic{"a protocol that is shown", phrases_show},
    Topic{"the list of protocols", phrases_list},
    Topic{"explanations", phrases_explain},
    Topic{"stretching in a week", phrases_stretch},
    Topic{"names of keys", phrases_keys},
};

constexpr std::size_t count_rows() {
  std::size_t count = 0;
  for (const Topic& topic : topics) count += topic.rows.size();
  return count;
}

// All of them, topic after topic.
inline constexpr auto rows = [] {
  std::array<Row, count_rows()> all{};
  std::size_t next = 0;
  for (const Topic& topic : topics)
    for (const Row& row : topic.rows) all[next++] = row;
  return all;
}();

constexpr std::optional<std::size_t> find_row(std::string_view key) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].key == key) return i;
  return {};
}

inline void there_is_no_such_phrase() {}  // not constexpr: the compiler stops here

}  // namespace words

class Phrase {
 public:
  consteval Phrase(const char* key) : index_(static_cast<std::uint16_t>(words::find_row(key).value_or(words::rows.size()))) {
    if (index_ == words::rows.size()) words::there_is_no_such_phrase();
  }
  // A place in `words::rows`.
  constexpr explicit Phrase(std::size_t index) : index_(static_cast<std::uint16_t>(index)) {}

  constexpr std::size_t index() const { return index_; }
  constexpr const words::Row& row() const { return words::rows[index_]; }

 private:
  std::uint16_t index_;
};

}  // namespace rehab
