#include "support/ics_values.hpp"

#include <algorithm>
#include <charconv>

namespace ics_check {
namespace {

using namespace std::chrono;

std::optional<local_days> date_of(std::string_view text) {
  if (text.size() != 8 || !digits_of(text)) return {};
  const year_month_day date{year{static_cast<int>(*digits_of(text.substr(0, 4)))}, month{*digits_of(text.substr(4, 2))},
                            day{*digits_of(text.substr(6, 2))}};
  if (!date.ok()) return {};
  return local_days{date};
}

// Takes a number and its unit off the front; none: something else is there.
std::optional<unsigned> take(std::string_view& text, char unit) {
  const std::size_t end = text.find_first_not_of("0123456789");
  if (end == 0 || end == std::string_view::npos || text[end] != unit) return {};
  const std::optional<unsigned> number = digits_of(text.substr(0, end));
  text.remove_prefix(end + 1);
  return number;
}

}  // namespace

std::optional<unsigned> digits_of(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
  return number;
}

std::optional<Moment> moment_of(const Property& property) {
  std::string_view text = property.value;
  Moment moment;
  moment.zone = property.parameter("TZID").value_or("");
  moment.date_only = property.parameter("VALUE").value_or("DATE-TIME") == "DATE";
  const std::optional<local_days> date = date_of(text.substr(0, 8));
  if (!date) return {};
  moment.time = *date;
  if (moment.date_only) return text.size() == 8 ? std::optional(moment) : std::nullopt;
  moment.utc = text.ends_with('Z');
  if (moment.utc) text.remove_suffix(1);
  if (text.size() != 15 || text[8] != 'T') return {};
  const std::optional<unsigned> h = digits_of(text.substr(9, 2)), m = digits_of(text.substr(11, 2)),
                                s = digits_of(text.substr(13, 2));
  if (!h || !m || !s || *h > 23 || *m > 59 || *s > 59) return {};
  moment.time += hours{*h} + minutes{*m} + seconds{*s};
  return moment;
}

std::optional<seconds> duration_of(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (!text.starts_with('P') || text.size() < 3) return {};
  text.remove_prefix(1);
  seconds sum{0};
  if (const auto w = take(text, 'W')) sum += weeks{*w};
  if (const auto d = take(text, 'D')) sum += days{*d};
  if (text.starts_with('T') && text.size() > 1) {
    text.remove_prefix(1);
    if (const auto h = take(text, 'H')) sum += hours{*h};
    if (const auto m = take(text, 'M')) sum += minutes{*m};
    if (const auto s = take(text, 'S')) sum += seconds{*s};
  }
  if (!text.empty()) return {};
  return negative ? -sum : sum;
}

std::optional<minutes> offset_of(std::string_view text) {
  if (text.size() != 5 || (text[0] != '+' && text[0] != '-')) return {};
  const std::optional<unsigned> h = digits_of(text.substr(1, 2)), m = digits_of(text.substr(3, 2));
  if (!h || !m || *m > 59 || text == "-0000") return {};
  const minutes size = hours{*h} + minutes{*m};
  return text[0] == '-' ? -size : size;
}

}  // namespace ics_check
