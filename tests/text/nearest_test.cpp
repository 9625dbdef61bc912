#include "text/nearest.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

using rehab::text::edit_distance;
using rehab::text::nearest;

namespace {

std::string_view among(std::string_view word, std::vector<std::string_view> candidates) { return nearest(word, candidates); }

}  // namespace

TEST_CASE("an edit inserts, removes, replaces or swaps neighbours") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "reps") == 4);
  CHECK(edit_distance("reps", "") == 4);
  CHECK(edit_distance("reps", "rep") == 1);
  CHECK(edit_distance("reps", "rips") == 1);
  CHECK(edit_distance("reps", "resp") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("ca", "abc") == 3);  // no letter is edited twice
}

TEST_CASE("the distance is the same both ways") {
  for (const auto& [a, b] : {std::pair{"severity", "sevrity"}, {"hold_s", "rest_s"}, {"abcdef", "badcfe"}}) {
    CHECK(edit_distance(a, b) == edit_distance(b, a));
  }
}

TEST_CASE("a mistyped name finds its neighbour") {
  CHECK(among("sevrity", {"side", "severity", "sets"}) == "severity");
  CHECK(among("modrate", {"mild", "moderate", "severe"}) == "moderate");
  CHECK(among("Mild", {"mild", "moderate", "severe"}) == "mild");
  CHECK(among("EUROPE/BERLIN", {"Europe/Berlin"}) == "Europe/Berlin");
  CHECK(among("tset", {"sets", "test"}) == "test");
}

TEST_CASE("more than a third of the letters wrong is not near") {
  CHECK(among("dose", {"days"}) == "");
  CHECK(among("xyz", {"mild", "moderate", "severe"}) == "");
  CHECK(among("ab", {"cd"}) == "");
  CHECK(among("", {"a", ""}) == "");
  CHECK(among("reps", {}) == "");
}

TEST_CASE("the beginning of a name is enough from three letters on") {
  CHECK(among("sev", {"side", "severity"}) == "severity");
  CHECK(among("se", {"severity"}) == "");
  CHECK(among("achiles", {"calf-strain", "achilles-midportion-alfredson"}) == "achilles-midportion-alfredson");
  CHECK(among("rest", {"rest_between_reps_s", "rest_s"}) == "rest_between_reps_s");
}

TEST_CASE("fewer edits win, and of equals the first") {
  CHECK(among("rest", {"rest_s", "rest"}) == "rest");
  CHECK(among("bat", {"cat", "hat"}) == "cat");
}

TEST_CASE("words of any length come back at once") {
  const std::string longest(1 << 20, 'a'), long_word(64, 'a');
  CHECK(among(longest, {longest}) == "");
  CHECK(among(long_word, {longest}) == longest);
  CHECK(among(long_word, {std::string(64, 'b'), "a"}) == "");
}
