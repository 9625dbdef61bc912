#include "plan/estimate.hpp"

#include "support/catch.hpp"
#include "support/small_protocol.hpp"

using namespace rehab;
using rehab_test::just;
using rehab_test::person;
using rehab_test::Small;
using std::chrono::minutes;

namespace {

// The estimate for one dose, changed by `change`.
template <class Change>
minutes length(Change change, std::optional<Side> side = {}) {
  Small small;
  small.phase("phase", 1);
  small.workout("train", {Part::morning}, 1, 7);
  change(small.dose(small.exercise("exercise"), 3, 15).numbers);
  Case intake = person();
  intake.side = side;
  intake.clearance = Clearance{"a practice", day(2026, 11, 1)};
  const Result<Plan> plan = make_plan(small.catalog(), intake);
  REQUIRE(plan);
  return plan->routines.front().length;
}

}  // namespace

TEST_CASE("a session's length comes from sets, repetitions, tempo and rests, in steps of five minutes") {
  // 3 × 15 × 4 s + 60 s
  CHECK(length([](DoseNumbers&) {}) == minutes{5});
  // 3 × 15 × 6 s + 2 × 120 s + 60 s
  CHECK(length([](DoseNumbers& n) {
          n.tempo_s = Tempo{3, std::nullopt, 3, std::nullopt};
          n.rest_s = just(120);
        }) == minutes{10});
}

TEST_CASE("each leg in turn takes twice as long, as does an injury of both") {
  const auto each = [](DoseNumbers& n) {
    n.sets = just(5);
    n.side = DoseSide::each;
  };
  const auto injured = [](DoseNumbers& n) {
    n.sets = just(5);
    n.side = DoseSide::injured;
  };
  CHECK(length(injured) == minutes{10});
  CHECK(length(each) == minutes{15});
  CHECK(length(injured, Side::both) == minutes{15});
}

TEST_CASE("no session is shorter than five minutes or longer than three hours") {
  CHECK(length([](DoseNumbers& n) {
          n.sets = just(1);
          n.reps = just(1);
        }) == minutes{5});
  CHECK(length([](DoseNumbers& n) {
          n.sets = just(10);
          n.reps = just(100);
          n.distance_m = just(5000);
        }) == minutes{180});
}
