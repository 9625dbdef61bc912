// Random case files, as odd as the language allows: for the laws of reading and writing.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "rehab/case_file.hpp"
#include "text/utf8.hpp"

namespace rehab_test {

inline int between(int low, int high) { return *rc::gen::inRange(low, high + 1); }
inline bool chance(int percent) { return between(1, 100) <= percent; }

inline std::chrono::local_days random_date() {
  if (chance(5)) return rehab::day(chance(50) ? 0 : 9999, 12, 31);
  return rehab::day(2026, 1, 1) + std::chrono::days{between(0, 1000)};
}

// Any text but of plane 16, which no file can hold; mostly of characters that a file must take care of.
inline std::string random_text() {
  static constexpr char32_t hard[]{0,      1,      7,      8,      '\t',   '\n',    '\r',    0x1b,    '"',
                                   '\'',   '\\',   '#',    '{',    '}',    '[',     ']',     '=',     0x7f,
                                   0x85,   0xa0,   0xad,   0xe9,   0x3b1,  0x200e,  0x2028,  0x202e,  0x65e5,
                                   0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xffff, 0x1f9b5, 0x1fffe, 0xfffff, ' '};
  std::string out;
  for (int length = between(1, 12); length > 0; --length) {
    const int which = between(0, static_cast<int>(std::size(hard)) + 10);
    const bool plain = which >= static_cast<int>(std::size(hard));
    rehab::text::append_code_point(out, plain ? U'a' + static_cast<char32_t>(between(0, 25)) : hard[which]);
  }
  return out;
}

inline std::string random_word() {
  std::string out = "word";
  if (chance(50)) out += "-" + std::to_string(between(0, 99));
  return out;
}

// No word twice.
inline std::vector<std::string> random_words() {
  std::vector<std::string> out;
  for (int count = between(0, 3); count > 0; --count) out.push_back("w" + std::to_string(count) + "-" + random_word());
  return out;
}

inline double random_number() {
  switch (between(0, 3)) {
    case 0:
      return between(0, 999);
    case 1:
      return between(0, 9990) / 10.0;
    case 2:
      return 999.0 / between(1, 1'000'000);
    default:
      return 1e-200 * between(0, 1000);
  }
}

inline rehab::Moment random_moment() { return {random_date(), static_cast<rehab::Slot>(between(0, 5))}; }

inline rehab::Entry random_entry(std::chrono::local_days start) {
  using std::chrono::days;
  rehab::Entry out;
  out.date = std::min(start + days{between(0, 400)}, rehab::day(9999, 12, 31));
  out.slot = static_cast<rehab::Slot>(between(0, 5));
  if (chance(30)) out.logged = std::max(out.moment(), random_moment());
  if (chance(50)) out.done = static_cast<rehab::Done>(between(0, 2));
  if (chance(50)) out.pain = between(0, 10);
  for (const std::string& id : random_words())
    out.measured.push_back({id, random_number(), chance(30) ? std::optional(random_number()) : std::nullopt});
  for (const std::string& id : random_words()) out.sets_done.push_back({id, between(0, 100)});
  if (chance(10)) out.red_flags = random_words();
  if (chance(20)) out.cleared_by = random_text();
  if (chance(20)) out.pause_until = std::max(out.date, random_date());
  if (chance(50)) out.note = random_text();
  return out;
}

inline rehab::PartTimes random_times() {
  rehab::PartTimes out;
  for (auto& time : out) {
    if (chance(70)) time = std::chrono::minutes{between(0, 24 * 60 - 1)};
  }
  return out;
}

inline rehab::CaseFile random_file() {
  using namespace rehab;
  CaseFile out{{}, std::to_string(between(0, 99)) + ".0." + std::to_string(between(0, 9)), ""};
  if (chance(70)) out.hash = std::string(39, 'a') + std::to_string(between(0, 9));
  Case& intake = out.intake;
  if (chance(70)) intake.id = "7c9e6679-7425-40de-944b-e07fc1f90ae" + std::to_string(between(0, 9));
  intake.protocol = random_word();
  intake.severity = static_cast<Severity>(between(0, 2));
  if (chance(50)) intake.side = static_cast<Side>(between(0, 2));
  intake.start = random_date();
  if (chance(70)) intake.zone = "Europe/Berlin";
  if (chance(70)) intake.times = random_times();
  if (chance(50)) {
    intake.days = {};
    intake.days.insert(std::chrono::weekday{static_cast<unsigned>(between(0, 6))});
    intake.days.insert(std::chrono::weekday{static_cast<unsigned>(between(0, 6))});
  }
  for (int count = between(0, 2); count > 0; --count) {
    const auto first = random_date();
    intake.away.push_back({first, first + std::chrono::days{between(1, 30)}});
    if (intake.away.back().end > day(9999, 12, 31)) intake.away.pop_back();
  }
  if (chance(30)) intake.equipment = random_words();
  intake.with = random_words();
  intake.tags = random_words();
  if (chance(10)) intake.red_flags = random_words();
  if (chance(30)) intake.clearance = Clearance{"practice \"" + random_word() + "\" \\ é", random_date()};
  if (chance(30)) intake.age = between(0, 120);
  if (chance(30)) intake.sex = static_cast<Sex>(between(0, 1));
  for (int count = between(0, 4); count > 0; --count) intake.diary.push_back(random_entry(intake.start));
  return out;
}

}  // namespace rehab_test
