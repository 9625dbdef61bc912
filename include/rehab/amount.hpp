// Numbers of a protocol: they may vary, and each has an origin.
//
// In a protocol a number is an `Amount`: a whole number, a range, "as many as tolerated, at most so many", each of these by week
// of the phase, and all of that by severity. For one person and one week only a `Range` is left:
//
//   reps = { mild = [10, 12], severe = { max = 8 } }
//
// stands in a protocol file, and is then:
//
//   reps.at(rehab::Severity::mild, 5);      // 12..12: the last week holds on
//   reps.at(rehab::Severity::severe, 1);    // ..8: as many as tolerated, at most 8
//   reps.at(rehab::Severity::moderate, 1);  // none: not stated for it
//
// Absent means that the source does not say. It is never 0. The unit of an amount is in the name of the field that holds it:
// `hold_s` in seconds, `duration_min` in minutes, `distance_m` in metres, `effort_percent` in per cent.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rehab {

// How severe the injury is, as a clinician or the signs of the condition say. It decides the weeks, the phases and the doses.
enum class Severity : std::uint8_t { mild, moderate, severe };
inline constexpr std::array<std::string_view, 3> severity_names{"mild", "moderate", "severe"};
// All of them, to go through.
inline constexpr std::array severities{Severity::mild, Severity::moderate, Severity::severe};
constexpr std::string_view name(Severity s) { return severity_names[static_cast<std::size_t>(s)]; }

// Inclusive at both ends, as printed in papers. Without `min`: as many as tolerated, at most `max`.
struct Range {
  std::optional<int> min;  // the lower end; none: as many as tolerated
  int max = 0;             // the upper end; of a single number the same as `min`

  // The number to use where one must be chosen, as for days a week: the lower end. Without a lower end, the most that is allowed.
  int lower() const { return min.value_or(max); }

  friend bool operator==(const Range&, const Range&) = default;
};

// What a protocol says of one number, for all severities and weeks.
struct Amount {
  bool by_severity = false;                 // whether it differs between severities, or is stated only for some
  std::array<std::vector<Range>, 3> weeks;  // by severity, then by week of the phase; without by_severity only the first is filled

  // Whether the protocol says anything of it.
  bool stated() const { return by_severity || !weeks[0].empty(); }

  // The number of one person in one week. `week` is 1-based and counts from the start of the phase; the last one listed holds on,
  // and what is below 1 is taken as 1. None: not stated for this severity.
  std::optional<Range> at(Severity severity, int week) const {
    const std::vector<Range>& row = weeks[by_severity ? static_cast<std::size_t>(severity) : 0];
    if (row.empty()) return std::nullopt;
    const std::size_t index = week < 1 ? 0 : static_cast<std::size_t>(week - 1);
    return row[index < row.size() ? index : row.size() - 1];
  }
};

// One whole number, or one for each severity; a severity that is not named has none.
struct BySeverity {
  bool by_severity = false;                   // whether it is written by severity
  std::array<std::optional<int>, 3> numbers;  // without by_severity all three are the same

  // The number of this severity; none: it is not named.
  std::optional<int> at(Severity severity) const { return numbers[static_cast<std::size_t>(severity)]; }
};

// Where a number comes from, from the surest to the least sure.
enum class Confidence : std::uint8_t {
  primary,      // read in the source itself
  secondary,    // read only in a text that names the source
  unconfirmed,  // read nowhere yet, or texts disagree: needs review
  assumed,      // no source says it: ours
};
inline constexpr std::array<std::string_view, 4> confidence_names{"primary", "secondary", "unconfirmed", "assumed"};
constexpr std::string_view name(Confidence c) { return confidence_names[static_cast<std::size_t>(c)]; }

}  // namespace rehab
