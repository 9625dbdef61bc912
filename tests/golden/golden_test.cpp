// Every protocol × severity × format against its approved bytes in tests/golden. A new protocol is picked up by itself.
//
// Texts stand whole, to be read. Calendars and data stand whole for one protocol; of all others digests.txt holds a hash of each,
// for they say the same as the texts, and readers of their formats judge them in tests/export.
//
// To approve what the exporters write now, run the tests with REHAB_APPROVE=1, read the difference like code, and commit it alone.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"

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

bool stands_whole(const Protocol& protocol, const Exporter& format) {
  return format.name == "text" || protocol.id == "calf-strain";
}

// File name to bytes, for all that must be approved.
std::map<std::string, std::string> all_files() {
  std::map<std::string, std::string> files;
  std::string& digests = files["digests.txt"];
  const Catalog catalog = builtin_catalog();
  for (const Protocol& protocol : catalog->protocols) {
    for (const Severity severity : severities) {
      const auto& offer = protocol.severity[static_cast<std::size_t>(severity)];
      if (!offer || !offer->weeks) continue;
      const Result<Plan> plan = make_plan(catalog, sample(protocol, severity));
      REQUIRE(plan);
      for (const Exporter& format : exporters()) {
        const std::string name = protocol.id + "-" + std::string(rehab::name(severity)) + "." + std::string(format.name);
        const Result<std::string> bytes = export_plan(*plan, format.name);
        REQUIRE(bytes);
        if (stands_whole(protocol, format)) {
          files[name] = *bytes;
        } else {
          text::append_hex(digests, text::sha1(*bytes));
          digests += " " + name + "\n";
        }
      }
    }
  }
  return files;
}

}  // namespace

TEST_CASE("every protocol, severity and format gives its approved bytes") {
  const bool approve = std::getenv("REHAB_APPROVE") != nullptr;
  const std::map<std::string, std::string> files = all_files();
  for (const auto& [name, now] : files) {
    if (approve) std::ofstream(folder / name, std::ios::binary) << now;
    const std::string approved = read(folder / name);
    INFO(name << ": " << first_difference(approved, now));
    CHECK(approved == now);
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".cpp") continue;
    INFO("no plan gives " << entry.path().filename());
    CHECK(files.count(entry.path().filename().string()) == 1);
  }
}
