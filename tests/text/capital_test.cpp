#include "text/capital.hpp"

#include <string>

#include "support/catch.hpp"

using namespace rehab;

namespace {

std::string capitalized(std::string word) {
  text::capitalize(word);
  return word;
}
std::string uncapitalized(std::string word) {
  text::uncapitalize(word);
  return word;
}

}  // namespace

TEST_CASE("a word gets its capital, whatever its alphabet") {
  CHECK(capitalized("heel drop") == "Heel drop");
  CHECK(capitalized("übung") == "Übung");
  CHECK(capitalized("ława") == "Ława");
  CHECK(capitalized("źrebię") == "Źrebię");
  CHECK(capitalized("άσκηση") == "άσκηση");  // a letter with an accent of its own stands in no pair
  CHECK(capitalized("πόδι") == "Πόδι");
  CHECK(capitalized("нога") == "Нога");
  CHECK(capitalized("ёлка") == "Ёлка");
  CHECK(uncapitalized("Übung") == "übung");
  CHECK(uncapitalized("Нога") == "нога");
}

TEST_CASE("what is no letter stays as it is") {
  for (const std::string word : {"", "3 × 15", "⟦heel⟧", "Ähre", "ß", "日本", "÷"}) CHECK(capitalized(word) == word);
  for (const std::string word : {"", "3 × 15", "heel", "×", "ähre"}) CHECK(uncapitalized(word) == word);
  CHECK(uncapitalized("BOSU") == "BOSU");
  CHECK(uncapitalized("ÄÖ") == "ÄÖ");
  CHECK(capitalized("\xc3") == "\xc3");
  CHECK(uncapitalized("\xff\xfe") == "\xff\xfe");
  std::string later = "a: übung";
  text::capitalize(later, 3);
  CHECK(later == "a: Übung");
  text::capitalize(later, later.size());
  CHECK(later == "a: Übung");
}

TEST_CASE("capital and small letters stand in pairs of equal length") {
  for (char32_t letter = 0; letter < 0x3000; ++letter) {
    const char32_t small = text::small_of(letter), capital = text::capital_of(letter);
    INFO(static_cast<unsigned>(letter));
    CHECK((small == letter || text::capital_of(small) == letter));
    CHECK((capital == letter || text::small_of(capital) == letter));
    CHECK((letter < 0x80) == (small < 0x80));
    CHECK((small < 0x800 || small == letter));
  }
}
