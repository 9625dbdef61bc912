// A case that says all that a case can say, as it was approved in every form in which it is written.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "rehab/case_file.hpp"

namespace rehab_test {

using namespace rehab;

// What stands in the file; approving, `now` is written into it first.
inline std::string approved(const std::string& name, const std::string& now) {
  const std::string path = REHAB_SOURCE_DIR "/tests/case/" + name;
  if (std::getenv("REHAB_APPROVE")) std::ofstream(path, std::ios::binary) << now;
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline CaseFile golden() {
  CaseFile file{{}, "1.0.0", "da39a3ee5e6b4b0d3255bfef95601890afd80709"};
  Case& intake = file.intake;
  intake.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
  intake.protocol = "calf-strain";
  intake.severity = Severity::moderate;
  intake.side = Side::left;
  intake.start = day(2026, 12, 1);
  intake.zone = "Europe/Berlin";
  intake.days = {};
  for (const unsigned weekday : {1u, 3u, 5u, 0u}) intake.days.insert(std::chrono::weekday{weekday});
  intake.away = {{day(2026, 12, 24), day(2026, 12, 27)}, {day(2027, 1, 1), day(2027, 1, 2)}};
  intake.equipment = {"step", "resistance-band"};
  intake.with = {"water-running"};
  intake.tags = {"older-adult"};
  intake.clearance = Clearance{"orthopaedic practice", day(2026, 11, 30)};
  intake.age = 44;
  intake.sex = Sex::female;
  return file;
}

inline Entry plain_entry() {
  Entry entry;
  entry.date = day(2026, 12, 8);
  entry.slot = Slot::evening;
  entry.done = Done::all;
  entry.pain = 3;
  return entry;
}

inline Entry full_entry() {
  Entry entry;
  entry.date = day(2026, 12, 9);
  entry.logged = Moment{day(2026, 12, 10), Slot::waking};
  entry.done = Done::part;
  entry.measured = {{"stiffness-next-morning", 4, {}}, {"one-leg-heel-raise", 12, 25.5}};
  entry.sets_done = {{"heel-drop-straight", 2}};
  entry.red_flags = {"calf-clot"};
  entry.cleared_by = "physiotherapist";
  entry.pause_until = day(2026, 12, 12);
  entry.note = "a \"cold\" evening\nslept badly";
  return entry;
}

}  // namespace rehab_test
