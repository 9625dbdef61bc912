#include "words/words.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace rehab;

namespace {

struct Translated {
  Phrase phrase;
  const char* text;
};

// A language that translates these phrases and no others.
std::vector<std::string> translation(std::initializer_list<Translated> phrases) {
  std::vector<std::string> out(words::rows.size());
  for (const auto& [phrase, text] : phrases) out[phrase.index()] = text;
  return out;
}

}  // namespace

TEST_CASE("a phrase is filled by texts, numbers and what functions append") {
  const Words words;
  CHECK(words.say("exercise-instead", {{"exercise", "Heel raise"}, {"other", std::string("Heel drop")}}) ==
        "Heel raise (in place of: Heel drop)");
  CHECK(words.say("load-from-kg", {{"number", 2.5}}) == "from 2.5 kg");
  CHECK(words.say("rest", {{"seconds", [&](std::string& out) {
                              words.append(out, "range", {{"least", 60}, {"most", 90}});
                            }}}) == "rest 60–90 s");
  CHECK(words["left-leg"] == "left leg");
  CHECK(words.glue("list-and") == " and ");
}

TEST_CASE("the number n chooses the form, printed or not") {
  const Words english;
  CHECK(english.say("weeks", {{"n", 1}}) == "1 week");
  CHECK(english.say("weeks", {{"n", 0}}) == "0 weeks");
  CHECK(english.say("load-step-days", {{"n", 1}}) == "at most once a day");
  const auto french = translation({{"plural", "up-to-one"}, {"weeks", "{n} semaine|{n} semaines"}});
  CHECK(Words(french).say("weeks", {{"n", 0}}) == "0 semaine");
  CHECK(Words(french).say("weeks", {{"n", 2}}) == "2 semaines");
  const auto turkish = translation({{"plural", "same"}, {"weeks", "{n} hafta"}});
  CHECK(Words(turkish).say("weeks", {{"n", 2}}) == "2 hafta");
}

TEST_CASE("what is not translated is said in English, with the forms of English") {
  const auto turkish = translation({{"plural", "same"}, {"left-leg", "sol bacak"}});
  CHECK(Words(turkish)["left-leg"] == "sol bacak");
  CHECK(Words(turkish)["right-leg"] == "right leg");
  CHECK(Words(turkish).say("weeks", {{"n", 1}}) == "1 week");
}

TEST_CASE("a language may order the parts of a phrase as it likes, and repeat or drop its number") {
  const auto odd = translation({{"legs-in-order", "zuerst {leg}, dann das andere"}, {"weeks", "eine Woche|{n} und {n} Wochen"}});
  CHECK(Words(odd).say("legs-in-order", {{"leg", "links"}}) == "zuerst links, dann das andere");
  CHECK(Words(odd).say("weeks", {{"n", 1}}) == "eine Woche");
  CHECK(Words(odd).say("weeks", {{"n", 2}}) == "2 und 2 Wochen");
}

TEST_CASE("a phrase is put around what stands already, and leaves the rest alone") {
  const Words words;
  std::string out = "then ";
  const std::size_t begin = out.size();
  out += "pain is 2 of 10";
  words.wrap(out, begin, "criterion-days", "criterion", {{"n", 3}});
  words.wrap(out, begin, "when-criteria", "criteria");
  CHECK(out == "then when pain is 2 of 10 for 3 days");
}

TEST_CASE("a title keeps its capital where the language says so, and where it is no word") {
  std::string out;
  Words().append_inside(out, "Backpack, both straps");
  Words().append_inside(out += " ", "BOSU");
  Words().append_inside(out += " ", "");
  CHECK(out == "backpack, both straps BOSU ");
  const auto german = translation({{"titles-in-sentences", "as-they-are"}});
  out.clear();
  Words(german).append_inside(out, "Rucksack");
  CHECK(out == "Rucksack");
}

TEST_CASE("a number has the decimal mark of the language") {
  const auto german = translation({{"decimal-mark", ","}, {"load-from-kg", "ab {number} kg"}});
  CHECK(Words(german).say("load-from-kg", {{"number", 2.5}}) == "ab 2,5 kg");
  CHECK(Words(german).say("load-from-kg", {{"number", 5.0}}) == "ab 5 kg");
}

TEST_CASE("a phrase costs no allocation where the string has room") {
  const Words words;
  std::string out;
  out.reserve(400);
  const char* const before = out.data();
  words.append(out, "exercise-instead", {{"exercise", "a"}, {"other", [](std::string& to) { to += "b"; }}});
  words.wrap(out, 0, "criterion-days", "criterion", {{"n", 3}});
  CHECK(out == "a (in place of: b) for 3 days");
  CHECK(out.data() == before);
}
