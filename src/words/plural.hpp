// Which form of a phrase goes with a number. A language names its rule in its setting `plural`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rehab::words {

struct PluralRule {
  std::string_view name;
  std::size_t forms;
  std::size_t (*form)(std::int64_t n);  // 0-based
};

inline constexpr std::array<PluralRule, 3> plural_rules{{
    {"one", 2, [](std::int64_t n) -> std::size_t { return n == 1 ? 0 : 1; }},        // English, German
    {"up-to-one", 2, [](std::int64_t n) -> std::size_t { return n <= 1 ? 0 : 1; }},  // French
    {"same", 1, [](std::int64_t) -> std::size_t { return 0; }},                      // Japanese, Turkish
}};

inline constexpr std::array<std::string_view, 3> plural_rule_names{plural_rules[0].name, plural_rules[1].name,
                                                                   plural_rules[2].name};

// That of this name; the first, which is English, if there is none.
constexpr const PluralRule& plural_rule(std::string_view name) {
  for (const PluralRule& rule : plural_rules)
    if (rule.name == name) return rule;
  return plural_rules.front();
}

}  // namespace rehab::words
