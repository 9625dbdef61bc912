// What a program that embeds the library looks like: no header but rehab's and the standard library's.
#include <cstdio>

#include "rehab/rehab.hpp"

int main() {
  const rehab::Case intake{
      .protocol = "calf-strain", .severity = rehab::Severity::moderate, .start = rehab::day(2026, 12, 1), .zone = "Europe/Berlin"};
  const auto plan = rehab::make_plan(rehab::builtin_catalog(), intake);
  if (!plan) return 1;
  const auto calendar = rehab::export_plan(*plan, "ics");
  if (!calendar) return 1;
  std::fputs(calendar->c_str(), stdout);
}
