#include <string>

#include "rehab/review.hpp"
#include "support/catch.hpp"
#include "support/small_protocol.hpp"

using namespace rehab;
using namespace rehab_test;

namespace {

constexpr std::string_view text =
    "id = \"small\"\n"
    "[severity]\n"
    "mild     = { weeks = 2 }\n"
    "moderate = { refer = \"See a clinician.\" }\n"
    "severe   = { weeks = 2 }\n";

// Two weeks for mild and severe: one of walks, one of raises that need a band.
Small two_weeks() {
  Small small;
  const auto walk = small.exercise("walk"), raise = small.exercise("raise");
  small[raise].equipment = {small.equipment("band")};
  for (const Severity s : {Severity::mild, Severity::severe}) small.protocol.severity[static_cast<std::size_t>(s)]->weeks = 2;
  small.protocol.severity[1].emplace().refer = "See a clinician.";
  small.phase("gentle", 7);
  small.workout("walks", {Part::morning}, 1, 7);
  small.dose(walk, 1, 10);
  small.phase("strong", 7);
  small.workout("raises", {Part::evening}, 1, 3);
  small.dose(raise, 3, 15);
  return small;
}

std::string told(const Small& small) {
  std::string out;
  for (const Diagnostic& d : rehearse(small.catalog(), {"mine/small.toml", text})) out += render(d, text);
  return out;
}

}  // namespace

TEST_CASE("the built-in protocols plan for everybody") {
  const Catalog catalog = builtin_catalog();
  std::size_t protocols = 0;
  for (const SourceFile& file : builtin_files()) {
    for (const Diagnostic& d : rehearse(catalog, file)) FAIL_CHECK(render(d, file.text));
    protocols += file.text.find("\n[[phase]]") != std::string_view::npos ? 1u : 0u;
  }
  CHECK(protocols == catalog->protocols.size());
}

TEST_CASE("a phase that leaves nothing to do without equipment is told, once for each severity, where that is offered") {
  CHECK(told(two_weeks()) ==
        "mine/small.toml:3:1: error: mild: phase `strong` has no session for somebody without equipment, on 7 free days a week (11 "
        "of 22 persons tried) [rehearsal]\n"
        "    3 | mild     = { weeks = 2 }\n"
        "      | ^\n"
        "  hint: add [instead.*] for what needs equipment, or a workout that needs none and comes on few days\n"
        "mine/small.toml:5:1: error: severe: phase `strong` has no session for somebody without equipment, on 7 free days a week "
        "(11 of 22 persons tried) [rehearsal]\n"
        "    5 | severe   = { weeks = 2 }\n"
        "      | ^\n"
        "  hint: add [instead.*] for what needs equipment, or a workout that needs none and comes on few days\n");
}

TEST_CASE("with a substitute there is nothing to tell") {
  Small small = two_weeks();
  small.protocol.instead.push_back({{1}, {{0}, {}}});
  CHECK(told(small).empty());
}

TEST_CASE("only what an optional workout would give is no session") {
  Small small = two_weeks();
  small.workout("more", {Part::morning}, 1, 1).optional = true;
  small.dose({0}, 1, 10);
  CHECK(told(small).find("mild: phase `strong` has no session for somebody without equipment, on 7 free days a week (11 of 44 ") !=
        std::string::npos);
}

TEST_CASE("a person for whom there is no plan at all is told with the planner's reason") {
  Small small = two_weeks();
  small[{0}].equipment = {small.equipment("shoes")};
  CHECK(
      told(small).find("mild: there is no plan: no session could be placed: free days, days away and equipment leave nothing to do "
                       "for somebody without equipment, on 7 free days a week (11 of 44 persons tried)") != std::string::npos);
  CHECK(told(small).find("phase `gentle` has no session for somebody with `band` and no other equipment, on 7") !=
        std::string::npos);
  CHECK(told(small).find("phase `strong` has no session for somebody with `shoes` and no other equipment, on 7") !=
        std::string::npos);
}

TEST_CASE("a phase of a few days may fall between few free days, and the plan says so") {
  Small small = two_weeks();
  small.protocol.instead.push_back({{1}, {{0}, {}}});
  small.protocol.phases[0].days->numbers.fill(2);
  small.protocol.phases[1].days->numbers.fill(12);
  CHECK(told(small).empty());
}

TEST_CASE("of many kinds of equipment none, all, each alone and all but one are tried") {
  Small small = two_weeks();
  for (int i = 0; i < 8; ++i) {
    std::string id = "kind-" + std::to_string(i);
    small[{1}].equipment.push_back(small.equipment(id));
  }
  // 9 kinds: 20 sets on 11 weeks; only who has all of them can do it.
  CHECK(told(small).find("(209 of 220 persons tried)") != std::string::npos);
}

TEST_CASE("a file that holds no protocol of the catalog is not rehearsed") {
  CHECK(rehearse(two_weeks().catalog(), {"other.toml", text}).empty());
}

TEST_CASE("a protocol without end is not planned for everybody, and that is told") {
  Small small = two_weeks();
  for (int i = 0; i < 3000; ++i) small.dose({1}, 1, 1);
  for (int i = 0; i < 3000; ++i) {
    std::string id = "e";
    const auto exercise = small.exercise(id += std::to_string(i));
    small[exercise].equipment = {{0}};
    small.dose(exercise, 1, 1);
  }
  CHECK(told(small).find("mine/small.toml: note: the protocol is too long to be planned for everybody") != std::string::npos);
}
