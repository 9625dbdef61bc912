#include "export/dates.hpp"

#include <cstdint>

#include "text/append.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::year_month_day;

constexpr std::string_view until = " – ";

void append_weekday(std::string& out, local_days date) {
  out += text::short_weekday(std::chrono::weekday{date});
  out += ' ';
}

void append_month_day(std::string& out, year_month_day date) {
  text::append_number(out, static_cast<std::int64_t>(static_cast<unsigned>(date.day())));
  out += ' ';
  out += text::short_month(date.month());
}

void append_year(std::string& out, year_month_day date) {
  out += ' ';
  text::append_number(out, static_cast<std::int64_t>(static_cast<int>(date.year())));
}

}  // namespace

void append_day(std::string& out, local_days date) {
  append_weekday(out, date);
  append_month_day(out, year_month_day{date});
}

void append_full_day(std::string& out, local_days date) {
  append_day(out, date);
  append_year(out, year_month_day{date});
}

void append_days(std::string& out, const DayRange& range) {
  const year_month_day first{range.begin}, last{range.end - days{1}};
  const bool years_differ = first.year() != last.year();
  append_month_day(out, first);
  if (years_differ) append_year(out, first);
  if (first == last) return;
  out += until;
  append_month_day(out, last);
  if (years_differ) append_year(out, last);
}

void append_full_days(std::string& out, const DayRange& range) {
  append_full_day(out, range.begin);
  if (range.end - range.begin == days{1}) return;
  out += until;
  append_full_day(out, range.end - days{1});
}

}  // namespace rehab
