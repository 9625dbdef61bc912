// The pages of one plan that is followed, against their approved bytes in tests/follow/golden, to be read whole: in English at 80
// columns, in German at 40, and as data.
//
// To approve what is written now, run the test with REHAB_APPROVE=1, read the difference like code, and commit it alone.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "support/followed.hpp"

using namespace rehab;
using std::chrono::days;

namespace {

const std::filesystem::path folder = std::filesystem::path(REHAB_SOURCE_DIR) / "tests/follow/golden";

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Entry evening(int day, int pain) {
  Entry out;
  out.date = followed::first_day + days{day};
  out.slot = Slot::evening;
  out.done = day % 4 == 2 ? Done::part : Done::all;
  out.pain = pain;
  return out;
}

Entry morning(int day, int pain) {
  Entry out;
  out.date = followed::first_day + days{day};
  out.slot = Slot::waking;
  out.measured = {{"pain-next-morning", static_cast<double>(pain)}};
  return out;
}

// Nine days that go well, but for two without a word, then one of too much pain.
std::vector<Entry> diary() {
  std::vector<Entry> out;
  for (int day = 0; day < 10; ++day) {
    if (day == 4 || day == 5) continue;
    out.push_back(morning(day, 1));
    out.push_back(evening(day, day == 9 ? 6 : 1));
  }
  Entry test = evening(8, 1);
  test.slot = Slot::bedtime;
  test.done.reset();
  test.pain.reset();
  test.measured = {{"two-leg-heel-raise", 18}};
  out.push_back(test);
  return out;
}

Plan plan_of(const Catalog& catalog, std::vector<Entry> diary) {
  Case intake = followed::person("calf-strain");
  intake.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
  intake.diary = std::move(diary);
  return followed::plan(catalog, intake);
}

Plan before(const Catalog& catalog) {
  std::vector<Entry> entries = diary();
  std::erase_if(entries, [](const Entry& e) { return e.pain == 6; });
  return plan_of(catalog, std::move(entries));
}

Plan stopped(const Catalog& catalog) {
  std::vector<Entry> entries = diary();
  Entry flag;
  flag.date = followed::first_day + days{10};
  flag.slot = Slot::midday;
  flag.red_flags = {catalog->red_flags.front().id};
  entries.push_back(flag);
  return plan_of(catalog, std::move(entries));
}

void add(std::map<std::string, std::string>& files, const std::string& end, const Catalog& catalog, int width) {
  const Plan plan = plan_of(catalog, diary()), halted = stopped(catalog);
  files["today-" + end] = today_text(plan, followed::first_day + days{10}, width);
  files["today-rest-" + end] = today_text(plan, followed::first_day + days{15}, width);
  files["today-stopped-" + end] = today_text(halted, followed::first_day + days{10}, width);
  files["history-" + end] = history_text(plan, width);
  files["progress-" + end] = progress_text(plan, width);
  files["compare-" + end] = comparison_text(compare(before(catalog), plan), width);
  files["compare-stopped-" + end] = comparison_text(compare(plan, halted), width);
}

std::map<std::string, std::string> all_files() {
  std::map<std::string, std::string> files;
  const Catalog english = builtin_catalog();
  const Result<Catalog> german = builtin_catalog("de");
  REQUIRE(german);
  add(files, "en-80.text", english, 80);
  add(files, "de-40.text", *german, 40);
  const Plan plan = plan_of(english, diary());
  files["today.json"] = today_json(plan, followed::first_day + days{10});
  files["history.json"] = history_json(plan);
  files["progress.json"] = progress_json(plan);
  files["compare.json"] = comparison_json(compare(before(english), plan));
  return files;
}

}  // namespace

TEST_CASE("every page of a followed plan gives its approved bytes", "[follow]") {
  const bool approve = std::getenv("REHAB_APPROVE") != nullptr;
  const std::map<std::string, std::string> files = all_files();
  for (const auto& [name, now] : files) {
    if (approve) std::ofstream(folder / name, std::ios::binary) << now;
    INFO(name);
    CHECK(read(folder / name) == now);
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    INFO("no page gives " << entry.path().filename());
    CHECK(files.count(entry.path().filename().string()) == 1);
  }
}
