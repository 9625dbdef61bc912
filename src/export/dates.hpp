// Days in words, for eyes: "Tue 1 Dec 2026".
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "rehab/case.hpp"
#include "words/words.hpp"

namespace rehab {

// "Tue"
std::string_view weekday_words(const Words& words, std::chrono::weekday day);
// "Tue 1 Dec"
void append_day(std::string& out, const Words& words, std::chrono::local_days date);
// "Tue 1 Dec 2026"
void append_full_day(std::string& out, const Words& words, std::chrono::local_days date);
// "1 Dec – 14 Dec", the year only where it changes: "22 Dec 2026 – 4 Jan 2027"; one day alone: "1 Dec".
void append_days(std::string& out, const Words& words, const DayRange& days);
// The same with weekdays and years: "Tue 1 Dec 2026 – Mon 22 Feb 2027".
void append_full_days(std::string& out, const Words& words, const DayRange& days);

}  // namespace rehab
