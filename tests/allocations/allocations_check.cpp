// A reused plan and a reused string cost no allocation: every protocol × severity, with and without equipment listed. A program of
// its own, because it replaces operator new.
#include <cstdio>

#include "../bench/allocations.hpp"
#include "rehab/rehab.hpp"

namespace {

using namespace rehab;

struct Reused {
  Plan plan;
  std::string out;
  std::vector<Diagnostic> diagnostics;
};

bool once(const Catalog& catalog, const Case& intake, Reused& reused) {
  reused.diagnostics.clear();
  reused.out.clear();
  return make_plan(catalog, intake, reused.plan, reused.diagnostics) &&
         find_exporter("ics")->append(reused.plan, {}, reused.out, reused.diagnostics);
}

// How many plans cost an allocation the second time.
int count_costly(const Catalog& catalog, const Protocol& protocol, Severity severity) {
  int costly = 0;
  Case intake;
  intake.protocol = protocol.id;
  intake.severity = severity;
  intake.start = day(2026, 12, 1);
  intake.zone = "Europe/Berlin";
  intake.clearance = Clearance{"a practice", day(2026, 11, 30)};
  for (const bool listed : {false, true}) {
    if (listed) intake.equipment = {"step", "backpack"};
    Reused reused;
    if (!once(catalog, intake, reused)) return 1;
    const std::uint64_t before = bench::allocations();
    once(catalog, intake, reused);
    const std::uint64_t cost = bench::allocations() - before;
    if (cost == 0) continue;
    std::printf("%s, %s, %s: %llu allocations\n", protocol.id.c_str(), name(severity).data(),
                listed ? "equipment listed" : "all equipment", static_cast<unsigned long long>(cost));
    ++costly;
  }
  return costly;
}

}  // namespace

int main() {
  const Catalog catalog = builtin_catalog();
  int costly = 0, plans = 0;
  for (const Protocol& protocol : catalog->protocols) {
    for (const Severity severity : severities) {
      const auto& offer = protocol.severity[static_cast<std::size_t>(severity)];
      if (!offer || !offer->weeks) continue;
      costly += count_costly(catalog, protocol, severity);
      ++plans;
    }
  }
  std::printf("%d protocols and severities, %d plans with an allocation\n", plans, costly);
  return plans > 0 && costly == 0 ? 0 : 1;
}
