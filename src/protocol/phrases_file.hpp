// `phrases.LANG.toml`: the fixed texts of the exports in another language.
//
//   schema   = 1
//   language = "de"
//   [phrase]
//   weeks    = "{n} Woche|{n} Wochen"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protocol/reader.hpp"

namespace rehab::protocol {

inline constexpr std::string_view phrases_stem = "phrases";  // what such a file translates, though no file is called so

// The phrases in the order of `words::rows`, "" where the file has none.
std::vector<std::string> read_phrases(const document::Node& root, std::string_view language, Reader& reader);

// For authors: how many are still in English.
void check_missing_phrases(const document::Node& root, Report& report);

}  // namespace rehab::protocol
