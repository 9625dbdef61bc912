#include "export/dates.hpp"

#include <array>

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::year_month_day;

constexpr std::array<Phrase, 7> weekdays{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
constexpr std::array<Phrase, 12> months{"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};

void append_date(std::string& out, const Words& words, local_days day, Phrase form) {
  const year_month_day date{day};
  words.append(out, form,
               {{"weekday", weekday_words(words, std::chrono::weekday{day})},
                {"day", static_cast<unsigned>(date.day())},
                {"month", words[months[static_cast<unsigned>(date.month()) - 1]]},
                {"year", static_cast<int>(date.year())}});
}

}  // namespace

std::string_view weekday_words(const Words& words, std::chrono::weekday day) { return words[weekdays[day.c_encoding()]]; }

void append_day(std::string& out, const Words& words, local_days date) { append_date(out, words, date, "date"); }

void append_full_day(std::string& out, const Words& words, local_days date) { append_date(out, words, date, "date-year"); }

void append_days(std::string& out, const Words& words, const DayRange& range) {
  const local_days begin = range.begin, end = range.end - days{1};
  const bool years_differ = year_month_day{begin}.year() != year_month_day{end}.year();
  const Phrase form = years_differ ? Phrase("date-short-year") : Phrase("date-short");
  const auto first = [&](std::string& to) { append_date(to, words, begin, form); };
  const auto last = [&](std::string& to) { append_date(to, words, end, form); };
  if (begin == end) return first(out);
  words.append(out, "dates", {{"first", first}, {"last", last}});
}

void append_full_days(std::string& out, const Words& words, const DayRange& range) {
  const auto first = [&](std::string& to) { append_full_day(to, words, range.begin); };
  const auto last = [&](std::string& to) { append_full_day(to, words, range.end - days{1}); };
  if (range.end - range.begin == days{1}) return first(out);
  words.append(out, "dates", {{"first", first}, {"last", last}});
}

}  // namespace rehab
