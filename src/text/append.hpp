// Numbers and dates, appended to a string: no locale, no streams, no allocation but the string's own growth.
//
//   std::string out = "from ";
//   text::append_date(out, day(2026, 12, 1));   // from 2026-12-01
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace rehab::text {

void append_number(std::string& out, std::int64_t number);
// The shortest decimal that reads back the same, never with an exponent: 2.5, 60, 0.1. Not finite: inf, -inf, nan.
void append_number(std::string& out, double number);
// At least `width` digits, zero-padded. `number` is not negative.
void append_padded(std::string& out, std::int64_t number, int width);

// Years are 0 to 9999.
// 2026-12-01
void append_date(std::string& out, std::chrono::local_days date);
// 07:30; 0 to 24 h, both included
void append_time(std::string& out, std::chrono::minutes since_midnight);
// 20261201
void append_compact_date(std::string& out, std::chrono::local_days date);
// 20261201T073000
void append_compact_time(std::string& out, std::chrono::local_seconds time);

}  // namespace rehab::text
