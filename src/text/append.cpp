#include "text/append.hpp"

#include <cassert>
#include <charconv>
#include <cmath>

namespace rehab::text {
namespace {

char* put_two(char* at, unsigned number) {
  *at++ = static_cast<char>('0' + number / 10 % 10);
  *at++ = static_cast<char>('0' + number % 10);
  return at;
}

// With a `dash` of 0 the compact form.
char* put_date(char* at, std::chrono::local_days days, char dash) {
  const std::chrono::year_month_day date{days};
  assert(date.year() >= std::chrono::year{0} && date.year() <= std::chrono::year{9999});
  const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
  at = put_two(at, year / 100);
  at = put_two(at, year % 100);
  if (dash != 0) *at++ = dash;
  at = put_two(at, static_cast<unsigned>(date.month()));
  if (dash != 0) *at++ = dash;
  return put_two(at, static_cast<unsigned>(date.day()));
}

void append_until(std::string& out, const char* begin, const char* end) {
  out.append(begin, static_cast<std::size_t>(end - begin));
}

}  // namespace

void append_number(std::string& out, std::int64_t number) {
  char buffer[20];  // -9223372036854775808
  append_until(out, buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr);
}

void append_number(std::string& out, double number) {
  char buffer[400];  // the longest are the smallest: "-0.", 323 zeros and up to 17 digits
  const auto written = std::isfinite(number) ? std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed)
                                             : std::to_chars(buffer, buffer + sizeof buffer, number);
  append_until(out, buffer, written.ptr);
}

void append_padded(std::string& out, std::int64_t number, int width) {
  assert(number >= 0);
  char buffer[20];
  const char* const end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  if (end - buffer < width) out.append(static_cast<std::size_t>(width - (end - buffer)), '0');
  append_until(out, buffer, end);
}

void append_date(std::string& out, std::chrono::local_days date) {
  char buffer[10];
  append_until(out, buffer, put_date(buffer, date, '-'));
}

void append_time(std::string& out, std::chrono::minutes since_midnight) {
  assert(since_midnight >= std::chrono::minutes{0} && since_midnight <= std::chrono::hours{24});
  const auto minutes = static_cast<unsigned>(since_midnight.count());
  char buffer[5];
  char* at = put_two(buffer, minutes / 60);
  *at++ = ':';
  append_until(out, buffer, put_two(at, minutes % 60));
}

void append_compact_date(std::string& out, std::chrono::local_days date) {
  char buffer[8];
  append_until(out, buffer, put_date(buffer, date, 0));
}

void append_compact_time(std::string& out, std::chrono::local_seconds time) {
  const auto date = std::chrono::floor<std::chrono::days>(time);
  const auto seconds = static_cast<unsigned>((time - date).count());
  char buffer[15];
  char* at = put_date(buffer, date, 0);
  *at++ = 'T';
  at = put_two(at, seconds / 3600);
  at = put_two(at, seconds / 60 % 60);
  append_until(out, buffer, put_two(at, seconds % 60));
}

}  // namespace rehab::text
