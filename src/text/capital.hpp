// Capital and small letters of Latin, Greek and Cyrillic, as far as a small letter and its capital stand in pairs.
//
//   std::string line = "übung";
//   text::capitalize(line);        // "Übung"
#pragma once

#include <cstddef>
#include <string>

namespace rehab::text {

char32_t capital_of(char32_t letter);  // the same, where there is none
char32_t small_of(char32_t letter);

// Gives the first letter of what stands from `at` on its capital. The text may be any octets.
void capitalize(std::string& text, std::size_t at = 0);
// Gives it its small form; a word of several capitals, as "BOSU", stays as it is.
void uncapitalize(std::string& text, std::size_t at = 0);

}  // namespace rehab::text
