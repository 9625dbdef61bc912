#include "protocol/stretch.hpp"

#include "support/catch.hpp"
#include "support/small_protocol.hpp"

using namespace rehab;
using namespace rehab_test;
using protocol::Forms;
using protocol::StretchWeek;
using Muscle = Exercise::Muscle;

namespace {

Index<Exercise> stretch(Small& small, const std::string& id, std::vector<Muscle> muscles) {
  const auto index = small.exercise(id);
  small[index].kind = Exercise::Kind::stretch;
  small[index].muscles = std::move(muscles);
  return index;
}

Dose& hold(Small& small, Index<Exercise> exercise, int sets, Amount hold_s) {
  Dose& dose = small.dose(exercise, sets, 1);
  dose.numbers.reps = {};
  dose.numbers.hold_s = std::move(hold_s);
  return dose;
}

Amount by_week(std::vector<Range> weeks) {
  Amount amount;
  amount.weeks[0] = std::move(weeks);
  return amount;
}

// Seconds of the gastrocnemius and the soleus, week by week.
std::vector<std::pair<int, int>> weeks_of(const Small& small) {
  const Forms forms(small.data, small.protocol);
  std::vector<std::pair<int, int>> out;
  for (const StretchWeek& week : stretch_weeks(small.data, forms, small.protocol.phases.front(), Severity::mild))
    out.push_back({week.seconds[0], week.seconds[1]});
  return out;
}

using Weeks = std::vector<std::pair<int, int>>;

}  // namespace

TEST_CASE("holds are summed by muscle: sets by seconds by times a day by days a week") {
  Small small;
  const auto upper = stretch(small, "upper", {Muscle::gastrocnemius});
  const auto both = stretch(small, "both", {Muscle::soleus, Muscle::gastrocnemius});
  const auto raise = small.exercise("raise");
  small[raise].muscles = {Muscle::gastrocnemius};
  small.phase("only", 14);
  small.workout("stretch", {Part::morning, Part::evening}, 2, 5);
  hold(small, upper, 3, just(30));
  hold(small, both, 1, by_week({{10, 20}, {{}, 40}}));
  hold(small, raise, 3, just(30));
  CHECK(weeks_of(small) == Weeks{{(90 + 20) * 10, 20 * 10}, {(90 + 40) * 10, 40 * 10}});
}

TEST_CASE("of exercises that stand for each other the longest stretch counts, of those done together the sum") {
  Small small;
  const auto first = stretch(small, "first", {Muscle::gastrocnemius});
  const auto second = stretch(small, "second", {Muscle::soleus});
  const auto other = stretch(small, "other", {Muscle::gastrocnemius});
  small.phase("only", 7);
  small.workout("stretch", {Part::morning}, 1, 1);
  Dose& dose = hold(small, first, 2, just(30));
  dose.exercises.push_back(second);
  Substitute longer{second, {other, {}}};
  longer.with.numbers.hold_s = just(50);
  small.protocol.instead.push_back(longer);
  CHECK(weeks_of(small) == Weeks{{60 + 50, 60}});
}

TEST_CASE("of a ladder the rung that stretches longest counts") {
  Small small;
  const auto easy = stretch(small, "easy", {Muscle::gastrocnemius});
  const auto hard = stretch(small, "hard", {Muscle::gastrocnemius});
  small.phase("only", 7);
  small.workout("stretch", {Part::morning}, 1, 2);
  Dose& dose = hold(small, easy, 1, just(20));
  dose.exercises.clear();
  dose.ladder = 0;
  Ladder ladder;
  ladder.rungs = {{easy, {}}, {hard, {}}};
  ladder.rungs[1].numbers.hold_s = just(45);
  small.protocol.ladders.push_back(ladder);
  CHECK(weeks_of(small) == Weeks{{90, 0}});
}

TEST_CASE("workouts of another severity do not count, optional ones do") {
  Small small;
  const auto upper = stretch(small, "upper", {Muscle::gastrocnemius});
  small.phase("only", 7);
  small.workout("for-severe", {Part::morning}, 1, 7).only = {Severity::severe};
  hold(small, upper, 1, just(30));
  small.workout("wanted", {Part::morning}, 1, 1).optional = true;
  hold(small, upper, 1, just(10));
  CHECK(weeks_of(small) == Weeks{{10, 0}});
}

TEST_CASE("no file can make a sum of stretching overflow") {
  StretchWeek week;
  Exercise exercise;
  exercise.muscles = {Muscle::foot};
  for (int i = 0; i < 10'000; ++i) week.add(exercise, 600'000);
  for (int i = 0; i < 100; ++i) week.add(week, 35);
  CHECK(week.seconds[static_cast<std::size_t>(Muscle::foot)] == 1'000'000);
}
