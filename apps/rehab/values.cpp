#include "values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "arguments.hpp"
#include "listing.hpp"
#include "nearest.hpp"
#include "rehab/export.hpp"
#include "report.hpp"
#include "words.hpp"

namespace app {
namespace {

using std::chrono::local_days;

constexpr std::array<std::string_view, 12> month_names{"January", "February", "March",     "April",   "May",      "June",
                                                       "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> monday_first{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<std::string_view, 4> time_forms{"zoned", "utc", "floating", "all-day"};
constexpr std::array<std::string_view, 3> color_modes{"auto", "always", "never"};
constexpr std::array<std::string_view, 3> shells{"bash", "zsh", "fish"};
constexpr std::array<std::string_view, 2> withdrawn_forms{"cancel", "drop"};

template <class Names>
std::vector<std::string_view> words(const Names& names) {
  return {names.begin(), names.end()};
}

std::vector<std::string_view> formats() {
  std::vector<std::string_view> names;
  for (const rehab::Exporter& exporter : rehab::exporters()) names.push_back(exporter.name);
  return names;
}

bool has_shape(std::string_view text, std::string_view shape) {  // a 0 stands for any digit
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i]) return false;
  return true;
}

std::vector<std::string_view> listing_names() {
  std::vector<std::string_view> names;
  for (const Listing& listing : listings()) names.push_back(listing.name);
  return names;
}

std::vector<std::string_view> kinds() {
  std::vector<std::string_view> names = listing_names();
  names.push_back("zones");
  return names;
}

// From Monday, 0 to 6: "mon", "Thurs" and "SUNDAY" are days.
std::optional<std::size_t> weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> names{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  const std::string lower = lower_case(word);
  const auto found = std::find_if(names.begin(), names.end(), [&](std::string_view name) { return name.starts_with(lower); });
  if (lower.size() < 3 || found == names.end()) return {};
  return static_cast<std::size_t>(found - names.begin());
}

// The days that "mon-fri" or "sat..tue" means, written as a list; "" if it means none.
std::string days_of_range(std::string_view word) {
  const std::size_t gap = word.find_first_of("-.");
  if (gap == std::string_view::npos) return {};
  const auto first = weekday(trimmed(word.substr(0, gap))), last = weekday(trimmed(word.substr(word.find_last_of("-.") + 1)));
  if (!first || !last) return {};
  std::string out(monday_first[*first]);
  for (std::size_t day = *first; day != *last;) (out += ',') += monday_first[day = (day + 1) % monday_first.size()];
  return out;
}

std::string flag(Opt id) { return joined({"--", option(id).name}); }

}  // namespace

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string_view::npos) return {};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<double> decimal_number(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return whole_number(text);
  const std::string_view places = text.substr(point + 1);
  const std::optional<int> digits = whole_number(joined({text.substr(0, point), places}));
  if (!digits || point == 0 || places.empty()) return {};
  double unit = 1;
  for (std::size_t i = 0; i < places.size(); ++i) unit *= 10;
  return *digits / unit;
}

std::vector<std::string_view> fixed_values(Values kind) {
  switch (kind) {
    case Values::severity:
      return words(rehab::severity_names);
    case Values::side:
      return words(rehab::side_names);
    case Values::sex:
      return words(rehab::sex_names);
    case Values::slot:
      return words(rehab::slot_names);
    case Values::done:
      return words(rehab::done_names);
    case Values::withdrawn:
      return words(withdrawn_forms);
    case Values::weekday:
      return words(monday_first);
    case Values::part_time:
      return words(rehab::part_names);
    case Values::format:
      return formats();
    case Values::time_form:
      return words(time_forms);
    case Values::color:
      return words(color_modes);
    case Values::shell:
      return words(shells);
    case Values::language:
      return rehab::languages_of(rehab::builtin_files());
    case Values::kind:
      return kinds();
    case Values::listing:
      return listing_names();
    default:
      return {};
  }
}

void ValueReader::complain(Opt id, std::string message, std::string hint) {
  problems_.push_back(usage("value", flag(id), message, hint));
}

void ValueReader::unknown(Opt id, std::string_view what, std::string_view word, const std::vector<std::string_view>& known) {
  const std::string_view near = nearest(word, known);
  complain(id, joined({"unknown ", what, " ", ticked(word), " in `", flag(id), "`"}),
           near.empty() ? joined({"write ", listed(known)}) : joined({"did you mean ", ticked(near), "?"}));
}

std::optional<local_days> ValueReader::date(Opt id, std::string_view text) {
  if (!has_shape(text, "0000-00-00")) {
    complain(id, joined({ticked(text), " in `", flag(id), "` is not a date"}), "write year-month-day, as 2026-12-01");
    return {};
  }
  const int year = *whole_number(text.substr(0, 4)), month = *whole_number(text.substr(5, 2)),
            day = *whole_number(text.substr(8, 2));
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (date.ok()) return local_days(date);
  if (month < 1 || month > 12) {
    complain(id, joined({"there is no month ", std::to_string(month), ", as in ", ticked(text), " of `", flag(id), "`"}),
             "write year-month-day, as 2026-12-01");
  } else {
    complain(id,
             joined({"there is no ", std::to_string(day), " ", month_names[static_cast<std::size_t>(month - 1)], " ",
                     std::to_string(year), ", as `", flag(id), "` says"}),
             "name a day that exists");
  }
  return {};
}

std::optional<local_days> ValueReader::date(Opt id) { return arguments_.has(id) ? date(id, *arguments_.value(id)) : std::nullopt; }

std::optional<int> ValueReader::number(Opt id, int least, int most) {
  if (!arguments_.has(id)) return {};
  const std::string_view text = *arguments_.value(id);
  const std::optional<int> number = whole_number(text);
  if (number && *number >= least && *number <= most) return number;
  const bool private_value = option(id).commands == in_log;  // what was found is repeated nowhere
  complain(id, joined({private_value ? "the value of `" : joined({ticked(text), " in `"}), flag(id),
                       "` is not a whole number from ", std::to_string(least), " to ", std::to_string(most)}));
  return {};
}

std::optional<std::size_t> ValueReader::choice(Opt id, std::string_view what) {
  if (!arguments_.has(id)) return {};
  const std::vector<std::string_view> known = fixed_values(option(id).values);
  const auto found = std::find(known.begin(), known.end(), lower_case(*arguments_.value(id)));
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  unknown(id, what, *arguments_.value(id), known);
  return {};
}

std::optional<std::string_view> ValueReader::word(Opt id, std::string_view what) {
  const std::optional<std::size_t> place = choice(id, what);
  return place ? std::optional(fixed_values(option(id).values)[*place]) : std::nullopt;
}

std::optional<std::string> ValueReader::uuid(Opt id) {
  if (!arguments_.has(id)) return {};
  std::string text = lower_case(*arguments_.value(id));
  std::string digits = text;
  for (char& c : digits)
    if (c >= 'a' && c <= 'f') c = '0';
  if (has_shape(digits, "00000000-0000-0000-0000-000000000000")) return text;
  complain(id, joined({ticked(*arguments_.value(id)), " in `", flag(id), "` is not a UUID"}),
           "write 32 hexadecimal digits, as 7c9e6679-7425-40de-944b-e07fc1f90ae7; `uuidgen` makes one");
  return {};
}

std::vector<std::string_view> ValueReader::items(Opt id) {
  std::vector<std::string_view> items;
  for (const std::string& value : arguments_.all(id)) {
    for (std::string_view rest = value;;) {
      const std::size_t comma = rest.find(',');
      if (const std::string_view item = trimmed(rest.substr(0, comma)); !item.empty()) {
        items.push_back(item);
      } else {
        complain(id, joined({ticked(value), " in `", flag(id), "` has an empty place"}), joined({"write ", option(id).value}));
      }
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return items;
}

std::vector<std::string> ValueReader::names(Opt id) {
  const std::vector<std::string_view> given = items(id);
  if (given.size() == 1 && given[0] == "none") return {};
  if (std::find(given.begin(), given.end(), "none") != given.end())
    complain(id, joined({"`none` stands beside others in `", flag(id), "`"}), "write `none` alone, or leave it out");
  return {given.begin(), given.end()};
}

rehab::Weekdays ValueReader::weekdays(Opt id) {
  if (!arguments_.has(id)) return rehab::Weekdays::all();
  rehab::Weekdays days;
  for (const std::string_view item : items(id)) {
    if (const std::optional<std::size_t> day = weekday(item)) {
      days.insert(std::chrono::Monday + std::chrono::days(static_cast<int>(*day)));
    } else if (const std::string range = days_of_range(item); !range.empty()) {
      complain(id, joined({ticked(item), " in `", flag(id), "` is not a weekday"}), joined({"write ", range}));
    } else {
      unknown(id, "weekday", item, fixed_values(Values::weekday));
    }
  }
  return days;
}

std::vector<rehab::DayRange> ValueReader::ranges(Opt id) {
  std::vector<rehab::DayRange> ranges;
  for (const std::string_view item : items(id)) {
    const std::size_t dots = item.find("..");
    const std::optional<local_days> first = date(id, item.substr(0, dots));
    const std::optional<local_days> last = dots == std::string_view::npos ? first : date(id, item.substr(dots + 2));
    if (!first || !last) continue;
    if (*last < *first) {
      complain(id, joined({ticked(item), " in `", flag(id), "` ends before it begins"}), "write the earlier date first");
    } else {
      ranges.push_back({*first, *last + std::chrono::days(1)});
    }
  }
  return ranges;
}

std::optional<std::chrono::minutes> ValueReader::clock_time(Opt id, std::string_view text) {
  const bool shaped = has_shape(text, "00:00") || has_shape(text, "0:00");
  const std::size_t colon = text.find(':');
  const int hour = shaped ? *whole_number(text.substr(0, colon)) : 24, minute = shaped ? *whole_number(text.substr(colon + 1)) : 60;
  if (hour < 24 && minute < 60) return std::chrono::minutes(hour * 60 + minute);
  complain(id, joined({ticked(text), " in `", flag(id), "` is not a time of day"}),
           "write hours and minutes from 00:00 to 23:59, or `none`");
  return {};
}

rehab::PartTimes ValueReader::times(Opt id) {
  rehab::PartTimes times = rehab::usual_times;
  std::array<bool, rehab::part_names.size()> said{};
  for (const std::string_view item : items(id)) {
    const std::size_t equals = item.find('=');
    const auto part = std::find(rehab::part_names.begin(), rehab::part_names.end(), lower_case(item.substr(0, equals)));
    if (part == rehab::part_names.end()) {
      unknown(id, "part of the day", item.substr(0, equals), fixed_values(Values::part_time));
      continue;
    }
    if (equals == std::string_view::npos) {
      complain(id, joined({ticked(item), " in `", flag(id), "` has no time"}),
               joined({"write ", item, "=HH:MM, or ", item, "=none"}));
      continue;
    }
    const std::size_t place = static_cast<std::size_t>(part - rehab::part_names.begin());
    const std::string_view text = item.substr(equals + 1);
    if (said[place]) complain(id, joined({ticked(*part), " is given twice in `", flag(id), "`"}), "keep one of them");
    said[place] = true;
    times[place] = text == "none" ? std::nullopt : clock_time(id, text);
  }
  return times;
}

std::string long_date(local_days day) {
  const std::chrono::year_month_day date{day};
  return joined({std::to_string(static_cast<unsigned>(date.day())), " ",
                 month_names[static_cast<unsigned>(date.month()) - 1].substr(0, 3), " ",
                 std::to_string(static_cast<int>(date.year()))});
}

std::string clock_time(std::chrono::minutes time) {
  std::string out = "00:00";
  const auto put = [&](std::size_t at, std::int64_t number) {
    out[at] = static_cast<char>('0' + number / 10);
    out[at + 1] = static_cast<char>('0' + number % 10);
  };
  put(0, time.count() / 60);
  put(3, time.count() % 60);
  return out;
}

}  // namespace app
