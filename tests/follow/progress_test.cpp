#include <algorithm>

#include "rehab/follow.hpp"
#include "support/catch.hpp"
#include "support/followed.hpp"
#include "support/page_laws.hpp"

using namespace rehab;
using std::chrono::days;
using std::chrono::local_days;

namespace {

const Catalog& catalog() {
  static const Catalog read = builtin_catalog();
  return read;
}

// A plan up to the evening of its tenth day, whose sessions are as they are told here, and with these entries.
Plan lived(const std::vector<Entry>& diary) {
  Plan plan = followed::plan(catalog(), followed::person("calf-strain"));
  plan.intake.diary = diary;
  for (std::size_t i = 0; i < diary.size(); ++i) plan.known.push_back(static_cast<std::uint32_t>(i));
  plan.revision = static_cast<int>(diary.size());
  plan.as_of = Moment{followed::first_day + days{9}, Slot::evening};
  return plan;
}

Entry measured(int on, std::string_view measure, double value, std::optional<double> other = {}) {
  Entry out;
  out.date = followed::first_day + days{on};
  out.slot = Slot::midday;
  out.measured = {{std::string(measure), value, other}};
  return out;
}

Entry felt(int on, int pain) {
  Entry out;
  out.date = followed::first_day + days{on};
  out.slot = Slot::evening;
  out.pain = pain;
  return out;
}

const Course* course(const Progress& how, std::string_view measure) {
  for (const Course& each : how.courses)
    if (catalog()[each.measure].id == measure) return &each;
  return nullptr;
}

std::string page(const Plan& plan) { return page_laws::unwrapped(progress_text(plan)); }
bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("without a diary there is nothing to show, and that is said", "[progress]") {
  const Plan plan = followed::plan(catalog(), followed::person("calf-strain"));
  CHECK(progress(plan) == Progress{});
  CHECK(contains(page(plan), "there is nothing to show"));
}

TEST_CASE("a session is done, done in part, not done or not reported, and nothing else", "[progress]") {
  Plan plan = lived({felt(0, 1)});
  std::size_t i = 0;
  for (Session& session : plan.sessions) {
    if (session.date >= followed::first_day + days{7}) break;
    constexpr std::array<std::optional<Done>, 4> reports{Done::all, Done::part, Done::none, std::nullopt};
    session.done = reports[i++ % 4];
  }
  const Progress how = progress(plan);
  REQUIRE(how.weeks.size() == 2);
  const WeekDone& first = how.weeks[0];
  CHECK(first.days == DayRange{followed::first_day, followed::first_day + days{7}});
  CHECK(first.planned == static_cast<int>(i));
  CHECK(first.lived == first.planned);
  CHECK(first.all + first.part + first.none + first.unreported() == first.planned);
  CHECK(first.unreported() == first.planned / 4);
  CHECK(how.weeks[1].lived < how.weeks[1].planned);  // the week is not over
  CHECK(how.weeks[1].unreported() == how.weeks[1].lived);
  CHECK(contains(page(plan), std::to_string(first.all) + " of " + std::to_string(first.lived)));
  CHECK(contains(page(plan), std::to_string(how.weeks[1].planned - how.weeks[1].lived) + " to come"));
}

TEST_CASE("days without a word are counted as such", "[progress]") {
  const Progress how = progress(lived({felt(0, 1), felt(0, 2), felt(4, 1), measured(4, "pain-next-morning", 1)}));
  CHECK(how.days_lived == 10);
  CHECK(how.days_reported == 2);
}

TEST_CASE("of two answers at one slot the one that is known later counts", "[progress]") {
  const Progress how = progress(lived({felt(3, 1), felt(3, 4)}));
  REQUIRE(how.pain);
  REQUIRE(how.pain->points.size() == 1);
  CHECK(how.pain->points[0].value == 4);
}

TEST_CASE("a change within the noise is no change", "[progress]") {
  const auto verdict = [](double first, double last) {
    const Progress how = progress(lived({measured(1, "one-leg-heel-raise", first), measured(8, "one-leg-heel-raise", last)}));
    return course(how, "one-leg-heel-raise")->verdict;
  };
  CHECK(verdict(10, 10) == Course::Verdict::same);
  CHECK(verdict(10, 16) == Course::Verdict::within_noise);  // noise is 6
  CHECK(verdict(10, 4) == Course::Verdict::within_noise);
  CHECK(verdict(10, 17) == Course::Verdict::beyond_noise);
  CHECK(verdict(10, 3) == Course::Verdict::beyond_noise);
  CHECK(course(progress(lived({measured(1, "one-leg-heel-raise", 9)})), "one-leg-heel-raise")->verdict == Course::Verdict::single);
  const Progress unknown = progress(lived({measured(1, "pain-next-morning", 3), measured(2, "pain-next-morning", 1)}));
  CHECK(course(unknown, "pain-next-morning")->verdict == Course::Verdict::unknown);
}

TEST_CASE("a test shows every answer with the other leg, a score the worst of each week", "[progress]") {
  const std::string text = page(lived({measured(1, "one-leg-heel-raise", 10, 25), measured(8, "one-leg-heel-raise", 12, 26),
                                       measured(1, "pain-next-morning", 5), measured(2, "pain-next-morning", 2)}));
  CHECK(contains(text, "10, other leg 25"));
  CHECK(contains(text, "12, other leg 26"));
  CHECK(contains(text, "From 10 to 12: within 6, which is noise and no change."));
  CHECK(contains(text, "Pain the next morning, the worst of each week"));
  CHECK(contains(text, "5 of 10 8 Dec – 14 Dec not reported"));
}

TEST_CASE("the last answer of a week stands for a yes or no", "[progress]") {
  const std::string text = page(lived({measured(1, "full-number", 1), measured(2, "full-number", 0)}));
  CHECK(contains(text, "the last of each week"));
  CHECK(contains(text, "From yes to no."));
}
