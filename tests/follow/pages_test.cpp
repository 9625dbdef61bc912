// What holds for all pages of a plan that is followed: the laws of pages, sound JSON, the same bytes.
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "support/followed.hpp"
#include "support/page_laws.hpp"

using namespace rehab;
using std::chrono::days;

namespace {

// Every page of a plan and of what its last entry changed, at each width, with and without colour.
void each_page(const Plan& plan, const Plan& before, const std::function<void(const std::string&, int, bool)>& look) {
  const Comparison what = compare(before, plan);
  for (const int width : {40, 57, 80, 120})
    for (const bool color : {false, true}) {
      for (int d = -1; d < 20; ++d) look(today_text(plan, followed::first_day + days{d}, width, color), width, color);
      look(history_text(plan, width, color), width, color);
      look(progress_text(plan, width, color), width, color);
      look(comparison_text(what, width, color), width, color);
    }
}

void each_plan(const std::function<void(const Plan&, const Plan&)>& look) {
  for (const std::string_view language : {"en", "de"}) {
    const Result<Catalog> catalog = builtin_catalog(language);
    REQUIRE(catalog);
    for (const std::string_view protocol : {"calf-strain", "achilles-midportion-heavy-slow-resistance", "calf-conditioning"}) {
      Case intake = followed::person(*catalog, protocol, 16, 8);
      const Plan plan = followed::plan(*catalog, intake);
      intake.diary.pop_back();
      look(plan, followed::plan(*catalog, intake));
    }
  }
}

}  // namespace

TEST_CASE("every page keeps the laws of pages", "[follow]") {
  each_plan([](const Plan& plan, const Plan& before) {
    each_page(plan, before, [](const std::string& text, int width, bool color) {
      CHECK(!text.empty());
      CHECK(page_laws::broken(text, std::min(width, 100), color) == std::vector<std::string>{});
    });
  });
}

TEST_CASE("no sentence ends with two full stops, even after a date", "[follow]") {
  each_plan([](const Plan& plan, const Plan& before) {
    each_page(plan, before, [](const std::string& text, int, bool) { CHECK(text.find("..") == std::string::npos); });
  });
}

TEST_CASE("every page as data is JSON that says what it is", "[follow]") {
  each_plan([](const Plan& plan, const Plan& before) {
    const auto is = [](const std::string& text, std::string_view format) {
      const nlohmann::json data = nlohmann::json::parse(text);
      CHECK(data["format"] == format);
      CHECK(data["format_version"] == data_version);
      CHECK(data["plan"].contains("revision"));
      CHECK(data["plan"].contains("ending"));
    };
    for (int d = -1; d < 20; ++d) is(today_json(plan, followed::first_day + days{d}), "rehab-today");
    is(history_json(plan), "rehab-history");
    is(progress_json(plan), "rehab-progress");
    is(comparison_json(compare(before, plan)), "rehab-comparison");
  });
}

TEST_CASE("notes of the diary are on no page", "[follow]") {
  const Catalog catalog = builtin_catalog();
  Case intake = followed::person(catalog, "calf-strain", 10, 8);
  for (Entry& entry : intake.diary) entry.note = "slept badly";
  const Plan plan = followed::plan(catalog, intake), before = followed::plan(catalog, followed::person("calf-strain"));
  std::string all = history_json(plan) + progress_json(plan) + comparison_json(compare(before, plan));
  for (int d = 0; d < 20; ++d) all += today_json(plan, followed::first_day + days{d});
  each_page(plan, before, [&](const std::string& text, int, bool) { all += text; });
  CHECK(all.find("slept") == std::string::npos);
}
