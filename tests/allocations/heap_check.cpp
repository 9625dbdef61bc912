// What stays in use: a plan, its calendar and its data take less than a megabyte beside the catalog, and after ten thousand plans
// nothing more than after one; fewer if a number is given. A program of its own, because it replaces operator new.
#include <cstdio>
#include <cstdlib>

#include "../bench/allocations.hpp"
#include "rehab/rehab.hpp"

namespace {

rehab::Case person() {
  return {.protocol = "achilles-midportion-alfredson",
          .severity = rehab::Severity::mild,
          .start = rehab::day(2026, 12, 1),
          .zone = "Europe/Berlin"};
}

// One plan, exported and looked at; gone when this returns.
bool plan_once(const rehab::Catalog& catalog) {
  const rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, person());
  return plan && rehab::export_plan(*plan, "ics") && !rehab::today_text(*plan, plan->days.begin).empty();
}

double kilobytes(std::size_t octets) { return static_cast<double>(octets) / 1000; }

}  // namespace

int main(int argc, char** argv) {
  const int plans = argc == 2 ? std::atoi(argv[1]) : 10'000;
  const std::size_t at_first = bench::octets_in_use();
  const rehab::Catalog catalog = rehab::builtin_catalog();
  const std::size_t with_catalog = bench::octets_in_use();
  std::size_t with_plan = 0;
  bool sound = true;
  {
    const rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, person());
    const rehab::Result<std::string> calendar = rehab::export_plan(*plan, "ics"), data = rehab::export_plan(*plan, "json");
    with_plan = bench::octets_in_use();
    sound = calendar && data;
  }
  const std::size_t after_one = bench::octets_in_use();
  for (int i = 0; i < plans && sound; ++i) sound = plan_once(catalog);
  const std::size_t after_all = bench::octets_in_use();

  std::printf(
      "heap in use: catalog %.0f KB, one plan with calendar and data %.0f KB beside it, after it %.1f KB, after %d more %.1f "
      "KB\n",
      kilobytes(with_catalog - at_first), kilobytes(with_plan - with_catalog), kilobytes(after_one - with_catalog), plans,
      kilobytes(after_all - with_catalog));
  return sound && with_plan - with_catalog < 1'000'000 && after_all <= after_one ? 0 : 1;
}
