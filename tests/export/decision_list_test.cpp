// Decisions with the same ground are told together: the ground once, who says so once, then what follows.
#include "export/decision_list.hpp"

#include <algorithm>
#include <string>

#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "support/followed.hpp"

using namespace rehab;
using std::chrono::days;

namespace {

const Catalog& catalog() {
  static const Catalog read = builtin_catalog();
  return read;
}

const Plan& plan() {
  static const Plan made = [] {
    Plan out = followed::plan(catalog(), followed::person("calf-strain"));
    out.as_of = {followed::first_day + days{9}, Slot::waking};
    return out;
  }();
  return made;
}

Change decision(Change::Rule rule, Change::Cause cause) {
  Change out;
  out.rule = rule;
  out.cause = cause;
  out.date = followed::first_day + days{9};
  out.seen = {followed::first_day + days{8}, Slot::evening};
  out.phase = 1;
  out.given = 1;
  return out;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

bool contains(std::string_view text, std::string_view part) { return count(text, part) > 0; }

std::uint64_t mask(const Phase& phase, std::size_t first, std::size_t end) {
  std::uint64_t out = 0;
  for (std::size_t i = first; i < end; ++i) out |= std::uint64_t{1} << phase.workouts[i].number;
  return out;
}

}  // namespace

TEST_CASE("the ground and who says so stand once above all that follows from it", "[decision-list]") {
  Change lowered = decision(Change::Rule::load_lowered, Change::Cause::pain);
  lowered.value = 6;
  lowered.bound = 2;
  lowered.exercise = {0};
  Change rested = lowered;
  rested.rule = Change::Rule::rested;
  rested.exercise = {};
  rested.given = 48;
  const Change other = decision(Change::Rule::clinician_asked, Change::Cause::none);
  const auto groups = group_decisions(plan(), {&lowered, &other, &rested});
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].head ==
        "Because your pain was 6 of 10 (Wed 9 Dec, evening), above the most that is allowed, 2 of 10, this follows (assumed, not "
        "from a source):");
  REQUIRE(groups[0].follows.size() == 2);
  CHECK(contains(groups[0].follows[0], "1 step less load"));
  CHECK_FALSE(contains(groups[0].follows[1], "assumed"));
  CHECK(contains(groups[1].head, "Ask a clinician"));
  CHECK(groups[1].follows.empty());
}

TEST_CASE("with a limit that is broken stands what it tells the person to do", "[decision-list]") {
  Change held = decision(Change::Rule::held, Change::Cause::limit);
  held.limit = 0;
  const auto groups = group_decisions(plan(), {&held});
  REQUIRE(groups.size() == 1);
  REQUIRE(groups[0].says.size() == 1);
  CHECK(groups[0].says[0] == limit_of(plan().protocol(), 0).say);
}

TEST_CASE("rest is counted from the day on which its ground became known, for the workouts that it names", "[decision-list]") {
  Change rested = decision(Change::Rule::rested, Change::Cause::none);
  rested.given = 48;
  const Protocol& protocol = plan().protocol();
  const Phase& here = plan().phase_of(plan().phases[1]);
  REQUIRE(here.workouts.size() > 1);
  rested.workouts = mask(here, 0, 1);
  CHECK(contains(describe(plan(), rested), "“" + here.workouts[0].title + "”: 48 hours of rest, counted from Thu 10 Dec"));
  rested.workouts = mask(here, 0, here.workouts.size());
  CHECK(contains(describe(plan(), rested), "All workouts: 48 hours"));
  const Phase& first = protocol.phases.front();
  rested.workouts = mask(first, 0, 1);
  rested.phase = static_cast<std::uint16_t>(plan().phases.size() - 1);
  CHECK(contains(describe(plan(), rested), "“" + first.workouts[0].title + "”: 48 hours"));
}

TEST_CASE("a week that comes again without lengthening, a rung that comes back and a plan without days are told as they are",
          "[decision-list]") {
  Change week = decision(Change::Rule::week_repeated, Change::Cause::pain);
  week.given = 0;
  CHECK(contains(describe(plan(), week), "comes again; the phase is not longer for it"));
  Change rung = decision(Change::Rule::rung_returned, Change::Cause::clean_week);
  rung.asked = 1;
  rung.given = 2;
  rung.ladder = 0;
  CHECK(contains(describe(plan(), rung), "goes back up from Thu 10 Dec on: rung 2"));
  CHECK(contains(describe(plan(), rung), "in place of rung 1"));
  const Change cut = decision(Change::Rule::cut_short, Change::Cause::criterion);
  CHECK(contains(describe(plan(), cut), "because not all that is asked for was shown"));
}
