#include "support/tzif.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tests {
namespace {

constexpr int last_year = 2050;
constexpr std::int64_t day_s = 86400;
const std::string folder = "/usr/share/zoneinfo";

class Bytes {
 public:
  explicit Bytes(std::string_view text) : rest(text) {}
  bool fits(std::size_t count) const { return rest.size() >= count; }
  void skip(std::size_t count) { rest.remove_prefix(count); }
  std::string_view tail() const { return rest; }
  // Big-endian, two's complement.
  std::int64_t number(std::size_t count) {
    std::uint64_t value = static_cast<signed char>(rest[0]) < 0 && count > 1 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8U | static_cast<unsigned char>(rest[i]);
    skip(count);
    return static_cast<std::int64_t>(value);
  }

 private:
  std::string_view rest;
};

struct Header {
  std::size_t isut = 0, isstd = 0, leap = 0, times = 0, types = 0, chars = 0;
  std::size_t body(std::size_t width) const { return times * (width + 1) + types * 6 + chars + leap * (width + 4) + isstd + isut; }
};

std::optional<Header> read_header(Bytes& bytes) {
  if (!bytes.fits(44) || bytes.tail().substr(0, 4) != "TZif" || bytes.tail()[4] < '2') return std::nullopt;
  bytes.skip(20);
  Header header;
  for (std::size_t* count : {&header.isut, &header.isstd, &header.leap, &header.times, &header.types, &header.chars}) {
    *count = static_cast<std::size_t>(bytes.number(4));
  }
  return header;
}

// The footer: std offset [dst [offset] , start[/time] , end[/time]].
class Posix {
 public:
  explicit Posix(std::string_view text) : rest(text) {}

  struct Rule {
    char kind = 'M';  // M: month, week, weekday; J: day of the year without 29 February; D: with it, from 0
    int month = 0, week = 0, weekday = 0;
    int day = 0;
    std::int64_t time = 7200;
  };

  std::int64_t standard = 0, daylight = 0;
  std::optional<Rule> to_daylight, to_standard;

  void read() {
    name();
    standard = -clock();
    if (rest.empty()) return;
    name();
    daylight = rest.starts_with(',') ? standard + 3600 : -clock();
    to_daylight = rule();
    to_standard = rule();
  }

 private:
  std::string_view rest;

  bool take(char c) {
    if (!rest.starts_with(c)) return false;
    rest.remove_prefix(1);
    return true;
  }

  void name() {
    if (take('<')) {
      while (!take('>')) rest.remove_prefix(1);
      return;
    }
    while (!rest.empty() && ((rest[0] | 0x20) >= 'a' && (rest[0] | 0x20) <= 'z')) rest.remove_prefix(1);
  }

  int number() {
    int value = 0;
    for (; !rest.empty() && rest[0] >= '0' && rest[0] <= '9'; rest.remove_prefix(1)) value = value * 10 + (rest[0] - '0');
    return value;
  }

  std::int64_t clock() {
    const int sign = take('-') ? -1 : (take('+'), 1);
    std::int64_t seconds = number() * 3600;
    if (take(':')) seconds += number() * 60;
    if (take(':')) seconds += number();
    return sign * seconds;
  }

  Rule rule() {
    Rule out;
    take(',');
    if (take('M')) {
      out.month = number(), take('.');
      out.week = number(), take('.');
      out.weekday = number();
    } else {
      out.kind = take('J') ? 'J' : 'D';
      out.day = number();
    }
    if (take('/')) out.time = clock();
    return out;
  }
};

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::int64_t wall_time(const Posix::Rule& rule, int year) {
  if (rule.kind == 'M') return nth_weekday(year, rule.month, rule.weekday, rule.week == 5 ? -1 : rule.week) * day_s + rule.time;
  int day = rule.kind == 'J' ? rule.day - 1 : rule.day;
  if (rule.kind == 'J' && is_leap(year) && rule.day >= 60) ++day;
  return (day_number(year, 1, 1) + day) * day_s + rule.time;
}

void add(Zone& zone, std::int64_t at, std::int64_t offset) {
  const std::int64_t before = zone.onsets.empty() ? zone.first_offset : zone.onsets.back().offset;
  if (offset != before) zone.onsets.push_back({at, offset});
}

void add_footer(Zone& zone, std::string_view text, std::int64_t after) {
  Posix footer(text);
  footer.read();
  if (!footer.to_daylight) return add(zone, after, footer.standard);
  std::vector<Onset> later;
  for (int year = 1900; year <= last_year; ++year) {
    later.push_back({wall_time(*footer.to_daylight, year) - footer.standard, footer.daylight});
    later.push_back({wall_time(*footer.to_standard, year) - footer.daylight, footer.standard});
  }
  std::sort(later.begin(), later.end(), [](const Onset& a, const Onset& b) { return a.at < b.at; });
  for (const Onset& onset : later) {
    if (onset.at > after) add(zone, onset.at, onset.offset);
  }
}

std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

std::int64_t Zone::offset(std::int64_t utc) const {
  const auto next =
      std::upper_bound(onsets.begin(), onsets.end(), utc, [](std::int64_t t, const Onset& onset) { return t < onset.at; });
  return next == onsets.begin() ? first_offset : std::prev(next)->offset;
}

std::vector<Onset> Zone::changes(std::int64_t from, std::int64_t to) const {
  std::vector<Onset> out;
  std::copy_if(onsets.begin(), onsets.end(), std::back_inserter(out), [&](const Onset& o) { return o.at >= from && o.at < to; });
  return out;
}

std::int64_t day_number(int year, int month, int day) {
  static constexpr int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  const std::int64_t y = year - 1;
  const std::int64_t leaps = y / 4 - y / 100 + y / 400;
  return y * 365 + leaps + before[month - 1] + (month > 2 && is_leap(year) ? 1 : 0) + day - 719163;
}

std::int64_t nth_weekday(int year, int month, int weekday, int nth) {
  std::vector<std::int64_t> found;
  const std::int64_t end = month == 12 ? day_number(year + 1, 1, 1) : day_number(year, month + 1, 1);
  for (std::int64_t day = day_number(year, month, 1); day < end; ++day) {
    if ((day % 7 + 7 + 4) % 7 == weekday) found.push_back(day);  // 1970-01-01 was a Thursday
  }
  return nth > 0 ? found.at(static_cast<std::size_t>(nth - 1)) : found.at(found.size() - static_cast<std::size_t>(-nth));
}

std::optional<Zone> parse_tzif(std::string_view text) {
  Bytes bytes(text);
  const std::optional<Header> old = read_header(bytes);
  if (!old || !bytes.fits(old->body(4))) return std::nullopt;
  bytes.skip(old->body(4));
  const std::optional<Header> header = read_header(bytes);
  if (!header || !bytes.fits(header->body(8)) || header->types == 0) return std::nullopt;

  std::vector<std::int64_t> times, types, offsets;
  for (std::size_t i = 0; i < header->times; ++i) times.push_back(bytes.number(8));
  for (std::size_t i = 0; i < header->times; ++i) types.push_back(bytes.number(1));
  for (std::size_t i = 0; i < header->types; ++i) {
    offsets.push_back(bytes.number(4));
    bytes.skip(2);
  }
  bytes.skip(header->chars + header->leap * 12 + header->isstd + header->isut);

  Zone zone;
  zone.first_offset = offsets[0];
  for (std::size_t i = 0; i < times.size(); ++i) add(zone, times[i], offsets.at(static_cast<std::size_t>(types[i])));
  const std::string_view footer = bytes.tail().size() > 2 ? bytes.tail().substr(1, bytes.tail().find('\n', 1) - 1) : "";
  if (!footer.empty()) add_footer(zone, footer, times.empty() ? day_number(1900, 1, 1) * day_s : times.back());
  return zone;
}

std::optional<Zone> read_zone_file(const std::string& name) { return parse_tzif(file_bytes(folder + "/" + name)); }

std::map<std::string, std::vector<std::string>> all_zones() {
  std::map<std::string, std::vector<std::string>> by_content;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).generic_string();
    if (name.starts_with("right/") || name.starts_with("posix/") || !std::filesystem::is_regular_file(entry.path())) continue;
    if (name == "localtime" || name == "posixrules" || name == "Factory") continue;
    std::string bytes = file_bytes(entry.path());
    if (bytes.starts_with("TZif")) by_content[std::move(bytes)].push_back(name);
  }
  std::map<std::string, std::vector<std::string>> zones;
  for (auto& [bytes, names] : by_content) {
    std::sort(names.begin(), names.end());
    zones[names[0]].assign(names.begin() + 1, names.end());
  }
  return zones;
}

}  // namespace tests
