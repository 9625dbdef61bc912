// A diary: what a person did and found, entry by entry. Nothing in it is ever changed or taken away; a correction is a new entry.
//
//   rehab::Entry entry;
//   entry.date = rehab::day(2026, 12, 9);
//   entry.slot = rehab::Slot::evening;
//   entry.done = rehab::Done::all;
//   entry.pain = 6;
//   entry.measured = {{"stiffness-next-morning", 4}};
//   intake.diary.push_back(entry);
//   rehab::make_plan(catalog, intake)  // the plan from the slot after it on
//
// Two entries may speak of the same slot and the same question: the one that was logged later counts, of those logged at the same
// slot the later in the diary. Otherwise the order of entries does not matter.
#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/protocol.hpp"

namespace rehab {

// A day has six slots in this order. Sessions lie in the last five, its parts; waking is for what is asked in the morning.
enum class Slot : std::uint8_t { waking, morning, midday, afternoon, evening, bedtime };
inline constexpr std::array<std::string_view, 6> slot_names{"waking", "morning", "midday", "afternoon", "evening", "bedtime"};
constexpr std::string_view name(Slot s) { return slot_names[static_cast<std::size_t>(s)]; }
constexpr Slot slot_of(Part part) { return static_cast<Slot>(static_cast<int>(part) + 1); }

struct Moment {
  std::chrono::local_days date{};
  Slot slot = Slot::bedtime;

  friend auto operator<=>(const Moment&, const Moment&) = default;
};

enum class Done : std::uint8_t { all, part, none };
inline constexpr std::array<std::string_view, 3> done_names{"all", "part", "none"};
constexpr std::string_view name(Done d) { return done_names[static_cast<std::size_t>(d)]; }

// The answer to a measure's question, in its unit; a yes is 1, a no 0. For measures that are asked for both legs: of the injured
// one (if both are, of the weaker), and, where it was tested, of the other.
struct Reading {
  std::string measure;  // id; never "pain", which has a field of its own
  double value = 0;
  std::optional<double> other{};

  friend bool operator==(const Reading&, const Reading&) = default;
};

// How many sets of one exercise were done.
struct SetsDone {
  std::string exercise;  // id
  int sets = 0;          // 0 to 100

  friend bool operator==(const SetsDone&, const SetsDone&) = default;
};

// What was found at one slot. All but the date may be absent.
//
// `done`, `pain`, `sets_done` and measures that are asked after a session are about the session of that date and slot; where there
// is none, about all sessions of the date up to that slot.
struct Entry {
  std::chrono::local_days date{};
  Slot slot = Slot::bedtime;
  std::optional<Moment> logged{};  // when it became known, not before its own slot; none: its own slot
  std::optional<Done> done{};
  std::optional<int> pain{};  // 0 to 10, the worst during or right after
  std::vector<Reading> measured{};
  std::vector<SetsDone> sets_done{};
  std::vector<std::string> red_flags{};                  // ids answered with yes; one stops the plan
  std::string cleared_by{};                              // a clinician has looked: a role or practice. The plan may go on
  std::optional<std::chrono::local_days> pause_until{};  // ill, or away: no session up to this day, inclusive
  std::string note{};                                    // never exported, never in a message

  Moment moment() const { return {date, slot}; }
  Moment known() const { return logged.value_or(moment()); }

  friend bool operator==(const Entry&, const Entry&) = default;
};

}  // namespace rehab
