#include "words/fault.hpp"

#include <string>

#include "support/catch.hpp"
#include "words/phrases.hpp"

using namespace rehab;

namespace {

// "message / hint", "" if the translation is sound.
std::string fault(Phrase phrase, std::string_view translation, std::string_view plural = "one") {
  const auto found = words::fault_in(phrase.row(), translation, plural);
  return found ? found->message + " / " + found->hint : "";
}

}  // namespace

TEST_CASE("a translation has the forms that its language's plural wants") {
  CHECK(fault("weeks", "{n} Woche|{n} Wochen") == "");
  CHECK(fault("weeks", "eine Woche|{n} Wochen") == "");
  CHECK(fault("weeks", "{n} hafta", "same") == "");
  CHECK(fault("weeks", "{n} Wochen") == "has 1 form; wanted 2, as plural = \"one\" says / part the forms by `|`, as English does");
  CHECK(fault("weeks", "{n} hafta|{n} hafta", "same") == "has 2 forms; wanted 1, as plural = \"same\" says / remove every `|`");
  CHECK(fault("left-leg", "links|rechts") == "has 2 forms; wanted 1 / remove every `|`");
}

TEST_CASE("a translation says all that is filled in, and nothing else") {
  CHECK(fault("exercise-instead", "statt {other}: {exercise}") == "");
  CHECK(fault("exercise-instead", "{exercise}") == "lacks {other} / say where it stands");
  CHECK(fault("exercise-instead", "{exercise} {other} {weight}") ==
        "has {weight}, which is not filled in here / use {exercise}, {other}");
  CHECK(fault("left-leg", "{leg} links") == "has {leg}, which is not filled in here / use none");
  CHECK(fault("weeks", "eine Woche|viele Wochen") == "lacks {n} / say where it stands");
  CHECK(fault("left-leg", "links }") == "has a brace without its other half / write {name}");
  CHECK(fault("left-leg", "{links") == "has a brace without its other half / write {name}");
}

TEST_CASE("a list is two clauses and what stands between them, a setting one of its choices") {
  CHECK(fault("list-and", "{a} und {b}") == "");
  CHECK(fault("list-and", "{b} und {a}") == "is not {a}, then some text, then {b} / write what stands between two clauses");
  CHECK(fault("list-and", "{a}{b}") == "is not {a}, then some text, then {b} / write what stands between two clauses");
  CHECK(fault("plural", "same") == "");
  CHECK(fault("plural", "two") == "is a setting; wanted one of one, up-to-one, same / write one of them");
}
