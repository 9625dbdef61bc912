// A case: one person's situation and diary. It never holds a name.
//
//   rehab::Case intake;
//   intake.protocol = "calf-strain";
//   intake.severity = rehab::Severity::moderate;
//   intake.start = rehab::day(2026, 12, 1);
//   intake.zone = "Europe/Berlin";
//   intake.times[static_cast<std::size_t>(rehab::Part::morning)] = std::chrono::hours{6};
//   intake.equipment = {"step"};  // this and nothing else
//
// Nothing is checked here: `make_plan` says of every field what is wrong with it, under the field's name ("start", "days"), and of
// ids of equipment, tags, red flags and workouts the nearest name as a hint.
#pragma once

#include <array>
#include <cassert>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/amount.hpp"
#include "rehab/diary.hpp"
#include "rehab/protocol.hpp"

namespace rehab {

// A calendar day: day(2026, 12, 1). The date must exist: it is asserted. No clock is asked; today's date is the host's to give.
constexpr std::chrono::local_days day(int year, unsigned month, unsigned day_of_month) {
  assert((std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day_of_month)).ok());
  return std::chrono::local_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day_of_month)};
}

// The injured side.
enum class Side : std::uint8_t {
  left,
  right,
  both,  // needs a clinician's clearance, but for conditions that are often so
};
inline constexpr std::array<std::string_view, 3> side_names{"left", "right", "both"};
constexpr std::string_view name(Side s) { return side_names[static_cast<std::size_t>(s)]; }

// Weekdays as files and JSON say them, by std::chrono::weekday::c_encoding(): Sunday is 0.
inline constexpr std::array<std::string_view, 7> weekday_names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

// A set of weekdays.
//
//   rehab::Weekdays days;
//   days.insert(std::chrono::Monday);
class Weekdays {
 public:
  constexpr Weekdays() = default;  // none
  // Every day of the week.
  static constexpr Weekdays all() { return Weekdays{0x7f}; }

  // Adds a day; again, it changes nothing. The day must be one: ok().
  constexpr void insert(std::chrono::weekday day) { bits_ |= bit(day); }
  // Whether the day is among them.
  constexpr bool contains(std::chrono::weekday day) const { return (bits_ & bit(day)) != 0; }
  // Whether there is none.
  constexpr bool empty() const { return bits_ == 0; }

  friend constexpr bool operator==(Weekdays, Weekdays) = default;

 private:
  constexpr explicit Weekdays(unsigned bits) : bits_(static_cast<std::uint8_t>(bits)) {}
  static constexpr std::uint8_t bit(std::chrono::weekday day) { return static_cast<std::uint8_t>(1u << day.c_encoding()); }

  std::uint8_t bits_ = 0;  // bit 0 is Sunday
};

// Days [begin, end).
struct DayRange {
  std::chrono::local_days begin{};  // the first day
  std::chrono::local_days end{};    // the day after the last

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

// A clinician's release.
struct Clearance {
  std::string by;                // a role or practice; not the patient. One line
  std::chrono::local_days on{};  // not later than the start of the plan

  friend bool operator==(const Clearance&, const Clearance&) = default;
};

// Whose norms count.
enum class Sex : std::uint8_t { female, male };
inline constexpr std::array<std::string_view, 2> sex_names{"female", "male"};
constexpr std::string_view name(Sex s) { return sex_names[static_cast<std::size_t>(s)]; }

// Minutes since local midnight for each part of the day, by Part, rising, below 24 hours; a part that the person does not have is
// absent. At least one must be there.
using PartTimes = std::array<std::optional<std::chrono::minutes>, 5>;
// What is taken where nothing is said: 07:30, 12:30, 15:30, 18:00, 21:30. No source says it.
inline constexpr PartTimes usual_times{std::chrono::minutes{7 * 60 + 30}, std::chrono::minutes{12 * 60 + 30},
                                       std::chrono::minutes{15 * 60 + 30}, std::chrono::minutes{18 * 60},
                                       std::chrono::minutes{21 * 60 + 30}};

// No start was given.
inline constexpr std::chrono::local_days not_given = std::chrono::local_days::min();

// One person's situation and diary: all that a plan is made from, beside the catalog.
struct Case {
  // A UUID of 36 signs with hyphens, made once for one person's course of one protocol and kept: the sessions of every plan made
  // with it keep their identities, so that a calendar moves them. Another severity or a new start is a new course and wants a new
  // id. "": the plan is identified by a hash of the protocol's file and of all that is said below but age, sex and diary, so that
  // any change is another plan. Never a name.
  std::string id{};
  std::string protocol{};                     // id: Catalog::find
  Severity severity = Severity::mild;         // one that the protocol offers
  std::optional<Side> side{};                 // none: not said; texts then speak of the injured leg
  std::chrono::local_days start = not_given;  // day 1 of the plan, 1970 to 9998; the caller asks the clock, the library never does
  std::string zone{};                         // IANA name; "": local times without a zone
  PartTimes times = usual_times;              // when sessions begin
  Weekdays days = Weekdays::all();            // free for training; at least one
  std::vector<DayRange> away{};               // no training; in any order, may overlap, at most 1,000, none empty
  std::optional<std::vector<std::string>> equipment{};  // ids; none: all that the protocol needs is taken to be there
  std::vector<std::string> with{};                      // ids of optional workouts that are wanted
  std::vector<std::string> tags{};                      // ids of what is true of the person
  std::vector<std::string> red_flags{};  // ids answered with yes; one refuses the plan: take it off once it is ruled out
  std::optional<Clearance> clearance{};  // none: a plan that needs one is refused
  // Age (in years, 0 to 120) and sex count only where a criterion has norms for them; without both, the criterion's own number:
  std::optional<int> age{};
  std::optional<Sex> sex{};

  std::vector<Entry> diary{};  // at most 100,000

  friend bool operator==(const Case&, const Case&) = default;
};

}  // namespace rehab
