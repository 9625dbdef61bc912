// A diary: what a person did and found, entry by entry. Nothing in it is ever changed or taken away; a correction is a new entry.
//
//   rehab::Entry entry;
//   entry.date = rehab::day(2026, 12, 9);
//   entry.slot = rehab::Slot::evening;
//   entry.done = rehab::Done::all;
//   entry.pain = 6;
//   entry.measured = {{"stiffness-next-morning", 4}};
//   intake.diary.push_back(entry);
//   rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, intake);  // another one, from the slot after it on
//
// `make_plan` checks every entry and tells what is wrong with it, by its place: "diary[3].pain", counted from 1. Of a diary that is
// wrong all over it tells 500 errors, and a note stands for the rest.
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
// The slot in which a session of this part of the day lies.
constexpr Slot slot_of(Part part) { return static_cast<Slot>(static_cast<int>(part) + 1); }

// A slot of a day. Moments are ordered by date, then slot.
struct Moment {
  std::chrono::local_days date{};  // on the person's calendar
  Slot slot = Slot::bedtime;       // bedtime where nothing is said: the whole day

  friend auto operator<=>(const Moment&, const Moment&) = default;
};

// How much of a session was done. That nothing was reported is no Done at all.
enum class Done : std::uint8_t {
  all,   // as planned
  part,  // some of it
  none,  // missed: what follows is the protocol's rule
};
inline constexpr std::array<std::string_view, 3> done_names{"all", "part", "none"};
constexpr std::string_view name(Done d) { return done_names[static_cast<std::size_t>(d)]; }

// The answer to a measure's question, in its unit; a yes is 1, a no 0. For measures that are asked for both legs: of the injured
// one (if both are, of the weaker), and, where it was tested, of the other.
struct Reading {
  std::string measure;            // id; never "pain", which has a field of its own
  double value = 0;               // from 0 on, in the measure's unit; of a score 0 to 10
  std::optional<double> other{};  // the other leg, only of measures with `sides`; none: not tested

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
  // No one is asked a hundred questions at a time: longer lists are made by mistake or malice, and are refused whole.
  static constexpr std::size_t most_answers = 100;  // in each of `measured`, `sets_done`, `red_flags`
  // Two pages. A case file holds 1 MiB, so that one text must be a small part of it: what is written can then be read again.
  static constexpr std::size_t longest_text = 4096;  // octets in each of `cleared_by`, `note`

  std::chrono::local_days date{};                        // the day that it is about, not before the plan's start
  Slot slot = Slot::bedtime;                             // the slot that it is about
  std::optional<Moment> logged{};                        // when it became known, not before its own slot; none: its own slot
  std::optional<Done> done{};                            // none: not reported
  std::optional<int> pain{};                             // 0 to 10, the worst during or right after; none: not reported
  std::vector<Reading> measured{};                       // answers, in any order
  std::vector<SetsDone> sets_done{};                     // of exercises of which it was counted
  std::vector<std::string> red_flags{};                  // ids answered with yes; one stops the plan
  std::string cleared_by{};                              // a clinician has looked: a role or practice. The plan may go on
  std::optional<std::chrono::local_days> pause_until{};  // ill, or away: no session up to this day, inclusive
  std::string note{};                                    // never exported, never in a message

  // What it is about.
  Moment moment() const { return {date, slot}; }
  // When it became known: it acts on the slots after this one.
  Moment known() const { return logged.value_or(moment()); }

  friend bool operator==(const Entry&, const Entry&) = default;
};

}  // namespace rehab
