#include "machine.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string_view>

#include "file.hpp"

namespace app {
namespace {

constexpr std::string_view zone_data = "/usr/share/zoneinfo/tzdata.zi";

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

std::string first_line_of(const std::string& path) {
  std::string text;
  if (read_file(path, text)) return {};
  return std::string(first_line(text));
}

// The name in ".../zoneinfo/Europe/Berlin".
std::string localtime_target() {
  std::array<char, PATH_MAX> target{};
  const ssize_t length = readlink("/etc/localtime", target.data(), target.size());
  if (length < 0) return {};
  std::string_view path(target.data(), static_cast<std::size_t>(length));
  constexpr std::string_view folder = "/zoneinfo/";
  const std::size_t at = path.find(folder);
  if (at == std::string_view::npos) return {};
  path.remove_prefix(at + folder.size());
  for (const std::string_view variant : {"posix/", "right/"})
    if (path.starts_with(variant)) path.remove_prefix(variant.size());
  return std::string(path);
}

constexpr const char* clock_variable = "REHAB_NOW";

// The instant that the variable says; none: it is not set, or says none.
std::optional<std::chrono::sys_seconds> set_clock() {
  const char* text = std::getenv(clock_variable);
  if (text == nullptr) return {};
  int year = 0, length = 0;
  unsigned month = 0, day = 0, hour = 0, minute = 0, second = 0;
  const int read = std::sscanf(text, "%4d-%2u-%2uT%2u:%2u:%2uZ%n", &year, &month, &day, &hour, &minute, &second, &length);
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (read != 6 || length != 20 || text[length] != '\0' || !date.ok() || hour > 23 || minute > 59 || second > 59) return {};
  return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
}

std::chrono::local_seconds local_time_at(const rehab::ZoneClock& clock, std::chrono::sys_seconds moment) {
  std::chrono::seconds offset{};
  for (std::size_t i = 0; i < clock.periods.size(); ++i)
    if (i == 0 || clock.periods[i].begin <= moment) offset = clock.periods[i].offset;
  return std::chrono::local_seconds((moment + offset).time_since_epoch());
}

// The words of one line of tzdata.zi: "Z Europe/Berlin 0:53:28 - LMT 1893 Ap", "L Europe/Berlin Europe/Oslo".
std::string_view word(std::string_view line, int index) {
  for (; index > 0; --index) {
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) return {};
    line.remove_prefix(space + 1);
  }
  return line.substr(0, line.find(' '));
}

}  // namespace

std::optional<std::string> system_zone() {
  if (std::string zone = localtime_target(); !zone.empty()) return zone;
  std::string zone = first_line_of("/etc/timezone");
  while (!zone.empty() && (zone.back() == ' ' || zone.back() == '\r')) zone.pop_back();
  return zone.empty() ? std::nullopt : std::optional(zone);
}

std::chrono::sys_seconds now() {
  return set_clock().value_or(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

bool clock_is_readable() { return std::getenv(clock_variable) == nullptr || set_clock(); }

std::string random_uuid() {
  constexpr std::string_view form = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx", digits = "0123456789abcdef";  // RFC 9562 5.4
  std::random_device source;
  std::string out(form);
  for (char& c : out) {
    const unsigned bits = source();
    if (c == 'x') c = digits[bits % 16];
    if (c == 'y') c = digits[8 + bits % 4];
  }
  return out;
}

std::chrono::local_days date_at(const rehab::ZoneClock& clock, std::chrono::sys_seconds moment) {
  return std::chrono::floor<std::chrono::days>(local_time_at(clock, moment));
}

std::chrono::local_seconds local_time_in(const std::string& zone, std::chrono::sys_seconds moment) {
  const std::chrono::local_days day = date_at({}, moment);
  const rehab::Result<rehab::ZoneClock> clock = rehab::read_zone(zone, day - std::chrono::days(1), day + std::chrono::days(2));
  return local_time_at(clock ? *clock : rehab::ZoneClock{}, moment);
}

std::chrono::local_days date_in(const std::string& zone, std::chrono::sys_seconds moment) {
  return std::chrono::floor<std::chrono::days>(local_time_in(zone, moment));
}

std::string zone_data_version() {
  constexpr std::string_view start = "# version ";
  const std::string line = first_line_of(std::string(zone_data));
  return line.starts_with(start) ? line.substr(start.size()) : "unknown";
}

std::vector<std::string> zone_names() {
  std::vector<std::string> names;
  std::string text;
  if (read_file(std::string(zone_data), text)) return names;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = first_line(rest);
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.starts_with("Z ")) names.emplace_back(word(line, 1));
    if (line.starts_with("L ")) names.emplace_back(word(line, 2));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace app
