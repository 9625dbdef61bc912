// Every protocol × severity × format against its approved bytes in tests/golden. A new protocol is picked up by itself.
//
// To approve what the exporters write now, run the tests with REHAB_APPROVE=1, read the difference like code, and commit it alone.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "rehab/rehab.hpp"
#include "support/catch.hpp"

using namespace rehab;

namespace {

const std::filesystem::path folder = std::filesystem::path(REHAB_SOURCE_DIR) / "tests/golden";

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Case sample(const Protocol& protocol, Severity severity) {
  Case intake;
  intake.protocol = protocol.id;
  intake.severity = severity;
  intake.side = Side::left;
  intake.start = day(2026, 12, 1);
  intake.zone = "Europe/Berlin";
  intake.clearance = Clearance{"orthopaedic practice", day(2026, 11, 30)};
  return intake;
}

// The first line that differs, so that a failure can be read.
std::string first_difference(const std::string& approved, const std::string& now) {
  std::size_t line = 1, begin = 0;
  for (std::size_t i = 0; i < approved.size() && i < now.size() && approved[i] == now[i]; ++i) {
    if (now[i] != '\n') continue;
    ++line;
    begin = i + 1;
  }
  const auto line_of = [&](const std::string& text) { return text.substr(begin, text.find('\n', begin) - begin); };
  return "line " + std::to_string(line) + "\n  approved: " + line_of(approved) + "\n  now:      " + line_of(now);
}

}  // namespace

TEST_CASE("every protocol, severity and format gives its approved bytes") {
  const bool approve = std::getenv("REHAB_APPROVE") != nullptr;
  const Catalog catalog = builtin_catalog();
  std::set<std::string> expected;
  for (const Protocol& protocol : catalog->protocols) {
    for (const Severity severity : severities) {
      const auto& offer = protocol.severity[static_cast<std::size_t>(severity)];
      if (!offer || !offer->weeks) continue;
      const Result<Plan> plan = make_plan(catalog, sample(protocol, severity));
      REQUIRE(plan);
      for (const Exporter& format : exporters()) {
        const std::string name = protocol.id + "-" + std::string(rehab::name(severity)) + "." + std::string(format.name);
        expected.insert(name);
        const Result<std::string> now = export_plan(*plan, format.name);
        REQUIRE(now);
        if (approve) std::ofstream(folder / name, std::ios::binary) << *now;
        const std::string approved = read(folder / name);
        INFO(name << ": " << first_difference(approved, *now));
        CHECK(approved == *now);
      }
    }
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".cpp") continue;
    INFO("no plan gives " << entry.path().filename());
    CHECK(expected.count(entry.path().filename().string()) == 1);
  }
}
