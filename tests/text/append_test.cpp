#include "text/append.hpp"

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>

#include "rehab/case.hpp"
#include "support/catch.hpp"

namespace text = rehab::text;
using rehab::day;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

template <class Number>
std::string number(Number value) {
  std::string out;
  text::append_number(out, value);
  return out;
}

std::string padded(std::int64_t value, int width) {
  std::string out;
  text::append_padded(out, value, width);
  return out;
}

}  // namespace

TEST_CASE("whole numbers are written in full, to the ends of their range") {
  CHECK(number(std::int64_t{0}) == "0");
  CHECK(number(std::int64_t{-42}) == "-42");
  CHECK(number(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(number(std::numeric_limits<std::int64_t>::max()) == "9223372036854775807");
}

TEST_CASE("a decimal is the shortest that reads back the same, without an exponent") {
  CHECK(number(60.0) == "60");
  CHECK(number(2.5) == "2.5");
  CHECK(number(0.1) == "0.1");
  CHECK(number(-0.25) == "-0.25");
  CHECK(number(100000.0) == "100000");
  CHECK(number(0.00001) == "0.00001");
}

TEST_CASE("the largest and the smallest decimals fit and read back") {
  for (const double value :
       {std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest(), -std::numeric_limits<double>::min(),
        -std::numeric_limits<double>::denorm_min(), 2.2250738585072011e-308}) {
    const std::string out = number(value);
    CHECK(out.find('e') == std::string::npos);
    CHECK(std::strtod(out.c_str(), nullptr) == value);
  }
}

TEST_CASE("what is not finite is named") {
  CHECK(number(std::numeric_limits<double>::infinity()) == "inf");
  CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "nan");
}

TEST_CASE("padding fills up and never cuts off") {
  CHECK(padded(7, 2) == "07");
  CHECK(padded(0, 4) == "0000");
  CHECK(padded(12345, 2) == "12345");
}

TEST_CASE("dates have four, two and two digits") {
  std::string out = "from ";
  text::append_date(out, day(2026, 12, 1));
  out += " to ";
  text::append_date(out, day(987, 1, 31));
  CHECK(out == "from 2026-12-01 to 0987-01-31");

  out.clear();
  text::append_compact_date(out, day(2028, 2, 29));
  CHECK(out == "20280229");
}

TEST_CASE("times of the day run from 00:00 to 24:00") {
  std::string out;
  for (const minutes time : {minutes{0}, minutes{7 * 60 + 5}, minutes{23 * 60 + 59}, minutes{hours{24}}}) {
    text::append_time(out, time);
    out += ' ';
  }
  CHECK(out == "00:00 07:05 23:59 24:00 ");
}

TEST_CASE("a compact time is that of the calendar formats") {
  std::string out;
  text::append_compact_time(out, day(2026, 12, 1) + hours{7} + minutes{30} + seconds{9});
  out += ' ';
  text::append_compact_time(out, day(1969, 12, 31) + hours{23} + minutes{59} + seconds{59});
  CHECK(out == "20261201T073009 19691231T235959");
}

TEST_CASE("nothing is allocated where the string has room") {
  std::string out;
  out.reserve(200);
  const char* const before = out.data();
  text::append_number(out, std::numeric_limits<std::int64_t>::min());
  text::append_number(out, 0.1);
  text::append_compact_time(out, std::chrono::local_seconds{day(2026, 12, 1)});
  CHECK(out.data() == before);
}
