#include <algorithm>
#include <string>
#include <vector>

#include "rehab/review.hpp"
#include "support/catch.hpp"

using namespace rehab;

namespace {

constexpr std::string_view shared = R"(schema = 1
[source.seen-2000]
authors = ["Seen"]
year    = 2000
journal = "A journal"
doi     = "10.1000/seen"
kind    = "study"
seen    = "primary"
[source.told-2001]
authors = ["Told"]
year    = 2001
journal = "A journal"
doi     = "10.1000/told"
kind    = "study"
seen    = "secondary"
[condition.stiff]
title     = "Stiff calf"
weeks_min = 2
cite      = "seen-2000"
[pain_rule.small]
title    = "Little pain"
say      = "Stop at a mild pull."
pain_max = 2
mornings = 2
assumed  = ["pain_max"]
cite     = "told-2001"
[measure.reach]
title = "Reach"
ask   = "How far does the knee go?"
unit  = "cm"
asked = "test"
noise = 2
cite  = "seen-2000"
[measure.unused]
title = "Not used"
ask   = "What?"
unit  = "cm"
asked = "test"
noise = 2
cite  = "seen-2000"
)";

constexpr std::string_view protocol = R"(schema      = 1
id          = "stretch"
version     = "0.1.0"
language    = "en"
licence     = "CC-BY-4.0"
title       = "Stretch"
summary     = "Two weeks."
condition   = "stiff"
supervision = "self"
setting     = ["clinic"]
pain_rule   = "small"
end         = "review"
after       = "Look back."
[severity]
mild   = { weeks = 3 }
severe = { refer = "See a clinician." }
[assume.stretch]
rest_s = { min = 10, max = 30 }
rest_between_reps_s = 5
[[phase]]
id      = "first"
title   = "First"
goals   = ["Reach further."]
weeks   = 2
cite    = "seen-2000"
assumed = ["weeks"]
move_on = [{ measure = "reach", min = 8, needs_review = ["min"], note = "Texts differ.", cite = "seen-2000" }]
  [[phase.workout]]
  id            = "stretch"
  title         = "Stretch"
  at            = ["evening"]
  times_per_day = 1
  days_per_week = 3
  cite          = "told-2001"
  assumed       = ["times_per_day"]
    [[phase.workout.dose]]
    each      = ["calf-stretch-straight", "calf-stretch-bent"]
    sets      = 3
    hold_s    = [15, 20]
    side      = "each"
    cite      = "seen-2000"
    secondary = ["hold_s"]
[[phase]]
id    = "second"
title = "Second"
goals = ["Keep it."]
weeks = 1
cite  = "seen-2000"
  [[phase.workout]]
  id            = "walk"
  title         = "Walk"
  at            = ["evening"]
  times_per_day = 1
  days_per_week = 3
  min_hours_apart = 24
  cite          = "seen-2000"
    [[phase.workout.dose]]
    exercise     = "easy-walking"
    as_tolerated = true
    cite         = "seen-2000"
)";

struct Read {
  std::vector<SourceFile> files;
  Catalog catalog;
};

Read read() {
  Read out;
  out.files.assign(builtin_files().begin(), builtin_files().end());
  out.files.push_back({"shared.toml", shared});
  out.files.push_back({"folder/stretch.toml", protocol});
  const Result<Catalog> catalog = read_catalog(out.files);
  for (const Diagnostic& d : catalog.diagnostics) FAIL(render(d));
  out.catalog = *catalog;
  return out;
}

ProtocolCoverage of_stretch() {
  const Read r = read();
  const std::string_view id = "stretch";
  const Coverage all = coverage(r.catalog, r.files, {&id, 1});
  REQUIRE(all.protocols.size() == 1);
  return all.protocols.front();
}

const CoverageItem& item(const std::vector<CoverageItem>& items, std::string_view what) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const CoverageItem& i) { return i.what == what || i.number == what; });
  if (found == items.end()) FAIL("no item " << what);
  return *found;
}

// "stated", "partly 1 of 2 phases"
std::string answer(const std::vector<CoverageItem>& items, std::string_view what) {
  const CoverageItem& i = item(items, what);
  std::string out(name(i.answer));
  if (i.of > 0) ((out += " " + std::to_string(i.stated) + " of " + std::to_string(i.of) + " ") += i.counted);
  return out;
}

using Counts = std::array<int, 4>;  // primary, secondary, unconfirmed, assumed

}  // namespace

TEST_CASE("each number is counted once, by where it comes from") {
  const ProtocolCoverage one = of_stretch();
  // weeks, sets, side, and in the second phase weeks, times, days, hours; days and hold; min; two rests, weeks, times
  CHECK(one.numbers.count == Counts{6, 2, 1, 4});
  CHECK(one.numbers.total() == 13);
}

TEST_CASE("of what protocols share, only what this one uses is counted, and once in all") {
  CHECK(of_stretch().shared.count == Counts{2, 1, 0, 1});
  const Read r = read();
  const Coverage all = coverage(r.catalog, r.files);
  CHECK(all.protocols.size() == r.catalog->protocols.size());
  int sum = 0, shared_sum = 0;
  for (const ProtocolCoverage& p : all.protocols) sum += p.numbers.total(), shared_sum += p.shared.total();
  CHECK(all.numbers.total() == sum);
  CHECK(all.shared.total() <= shared_sum);
  const std::array<std::string_view, 2> two{"stretch", "calf-strain"};
  CHECK(coverage(r.catalog, r.files, two).protocols.front().protocol == "calf-strain");
}

TEST_CASE("CERT has sixteen items, and what no protocol can answer is never ticked") {
  const std::vector<CoverageItem> cert = of_stretch().cert;
  CHECK(cert.size() == 19);  // 7, 14 and 16 have two parts
  for (const std::string_view without_key : {"3", "6", "16a"}) CHECK(answer(cert, without_key) == "not-stated");
  for (const std::string_view by_diary : {"5", "7b", "16b"}) CHECK(answer(cert, by_diary) == "later");
  for (const CoverageItem& i : cert) CHECK((!i.keys.empty() || i.answer == Answer::not_stated || i.answer == Answer::later));
  CHECK(answer(cert, "11") == "partly");
}

TEST_CASE("CERT is answered by what the protocol says") {
  const std::vector<CoverageItem> cert = of_stretch().cert;
  CHECK(answer(cert, "2") == "stated");
  CHECK(answer(cert, "7a") == "stated 2 of 2 ways on");
  CHECK(answer(cert, "9") == "no-case");
  CHECK(answer(cert, "10") == "not-stated");
  CHECK(answer(cert, "13") == "partly 2 of 3 doses");
  CHECK(answer(cert, "14b") == "not-stated");
  CHECK(answer(cert, "15") == "not-stated 0 of 1 starts");
}

TEST_CASE("the minimum is answered by what the protocol says") {
  const std::vector<CoverageItem> minimum = of_stretch().minimum;
  CHECK(answer(minimum, "what trials found") == "not-stated");
  CHECK(answer(minimum, "whom it is not for") == "not-stated");
  CHECK(answer(minimum, "phase: to begin it") == "not-stated 0 of 1 phases but the first");
  CHECK(answer(minimum, "phase: to end it") == "partly 1 of 2 phases");
  CHECK(answer(minimum, "phase: when to stop") == "not-stated 0 of 2 phases");
  CHECK(answer(minimum, "dose: how much") == "partly 2 of 3 doses");
  CHECK(answer(minimum, "dose: sets") == "stated 2 of 2 doses");
  CHECK(answer(minimum, "dose: rest between sets") == "stated 2 of 2 doses");
  CHECK(answer(minimum, "dose: tempo") == "no-case");
  CHECK(answer(minimum, "knee angle") == "stated 2 of 2 doses");
  CHECK(answer(minimum, "rest between sessions") == "partly 1 of 2 workouts");
  CHECK(answer(minimum, "load: start") == "no-case");
  CHECK(answer(minimum, "when a clinician looks") == "not-stated 0 of 1 severities");
}

TEST_CASE("the built-in protocols answer with their loads, ladders and criteria") {
  const Coverage all = coverage(builtin_catalog(), builtin_files());
  const auto alfredson = std::find_if(all.protocols.begin(), all.protocols.end(),
                                      [](const ProtocolCoverage& p) { return p.protocol == "achilles-midportion-alfredson"; });
  REQUIRE(alfredson != all.protocols.end());
  CHECK(answer(alfredson->minimum, "load: start") == "not-stated 0 of 1 loads");
  CHECK(answer(alfredson->minimum, "load: rule for the step") == "stated 1 of 1 loads");
  CHECK(answer(alfredson->minimum, "dose: tempo") == "stated 4 of 4 doses");
  CHECK(answer(alfredson->minimum, "phase: when to stop") == "stated 2 of 2 phases");
}
