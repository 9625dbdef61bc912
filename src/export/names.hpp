// The ids of the library in the words of a language: "mild", "evening", "strength".
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "rehab/case.hpp"
#include "words/words.hpp"

namespace rehab {

// Each in the order of its enum.
inline constexpr std::array<Phrase, 3> severity_phrases{"mild", "moderate", "severe"};
inline constexpr std::array<Phrase, 5> part_phrases{"morning", "midday", "afternoon", "evening", "bedtime"};
inline constexpr std::array<Phrase, 3> setting_phrases{"home", "gym", "clinic"};
inline constexpr std::array<Phrase, 11> kind_phrases{"mobility", "stretch", "isometric", "strength", "balance", "plyometric",
                                                     "aerobic",  "run",     "massage",   "nerve",    "adjunct"};
static_assert(part_phrases.size() == part_names.size() && setting_phrases.size() == setting_names.size() &&
              kind_phrases.size() == exercise_kind_names.size());

inline std::string_view name(const Words& words, Severity v) { return words[severity_phrases[static_cast<std::size_t>(v)]]; }
inline std::string_view name(const Words& words, Part v) { return words[part_phrases[static_cast<std::size_t>(v)]]; }
inline std::string_view name(const Words& words, Protocol::Setting v) {
  return words[setting_phrases[static_cast<std::size_t>(v)]];
}
inline std::string_view name(const Words& words, Exercise::Kind v) { return words[kind_phrases[static_cast<std::size_t>(v)]]; }

}  // namespace rehab
