// From a protocol to a calendar in four lines.
#include <cstdio>

#include "rehab/rehab.hpp"

int main() {
  rehab::Case intake{
      .protocol = "calf-strain", .severity = rehab::Severity::mild, .start = rehab::day(2026, 12, 1), .zone = "Europe/Berlin"};
  auto plan = rehab::make_plan(rehab::builtin_catalog(), intake);
  auto calendar = plan ? rehab::export_plan(*plan, "ics") : plan.diagnostics;
  if (!calendar) return std::fputs(rehab::render(calendar.diagnostics.front()).c_str(), stderr), 1;

  std::fwrite(calendar->data(), 1, calendar->size(), stdout);
}
