#include "time/observances.hpp"

#include <algorithm>
#include <bit>

namespace rehab::time {
namespace {

using namespace std::chrono;

constexpr unsigned last_place = 1U << 4U;

year_month_day wall_date(const ClockChange& change) {
  return year_month_day{floor<days>(local_seconds{change.at.time_since_epoch() + change.from})};
}

// The nth weekdays of its month that `date` is: the 4th can be the last as well.
unsigned places_of(const year_month_day& date) {
  const unsigned day = unsigned{date.day()};
  const unsigned length = unsigned{(date.year() / date.month() / last).day()};
  const unsigned nth = (day - 1) / 7;  // 0-based; a 5th weekday is always the last
  return (nth < 4 ? 1U << nth : 0U) | (day + 7 > length ? last_place : 0U);
}

bool whole_minutes(seconds offset) { return offset % minutes{1} == seconds{0}; }

Observance fixed_observance(seconds offset) {
  Observance fixed;
  fixed.offset_from = fixed.offset_to = offset;
  fixed.onset = local_days{year{1970} / January / 1};
  return fixed;
}

Observance yearly_observance(const YearlyChange& change, year anchor) {
  Observance yearly;
  yearly.daylight = change.to > change.from;
  yearly.offset_from = change.from;
  yearly.offset_to = change.to;
  yearly.yearly = true;
  yearly.month = change.month;
  yearly.weekday = change.weekday;
  const bool is_last = (change.places & last_place) != 0;
  yearly.nth = is_last ? -1 : std::countr_zero(change.places) + 1;
  const local_days onset = is_last ? local_days{anchor / change.month / change.weekday[last]}
                                   : local_days{anchor / change.month / change.weekday[static_cast<unsigned>(yearly.nth)]};
  yearly.onset = onset + change.time;
  return yearly;
}

// RFC 5545 3.3.14 allows seconds in an offset, but calendars refuse them.
void write_pair(const YearlyPair& pair, year anchor, std::vector<Observance>& out) {
  if (!whole_minutes(pair.rise.from) || !whole_minutes(pair.rise.to)) return;
  out.push_back(yearly_observance(pair.rise, anchor));
  out.push_back(yearly_observance(pair.fall, anchor));
}

}  // namespace

void YearlyChange::add(const ClockChange& change, int years_before) {
  const year_month_day date = wall_date(change);
  const local_seconds wall{change.at.time_since_epoch() + change.from};
  const std::chrono::weekday day{local_days{date}};
  const seconds clock = wall - local_days{date};
  if (years == 0) {
    from = change.from;
    to = change.to;
    month = date.month();
    weekday = day;
    time = clock;
    places = places_of(date);
  }
  const bool same = from == change.from && to == change.to && month == date.month() && weekday == day && time == clock;
  places &= same && years == years_before ? places_of(date) : 0U;
  ++years;
}

void YearlyPair::add(const ClockChange& change) {
  const int when = int{wall_date(change).year()};
  if (when < first || when > last) return;
  (change.to > change.from ? rise : fall).add(change, when - first);
}

bool YearlyPair::fits() const {
  const int years = last - first + 1;
  return rise.places != 0 && fall.places != 0 && rise.years == years && fall.years == years && rise.from == fall.to &&
         rise.to == fall.from;
}

ObservanceFinder::ObservanceFinder(local_days first_day, local_days after_last)
    : begin(first_day - days{1}), end(after_last + days{1}) {
  const int from = int{year_month_day{first_day}.year()};
  const int to = int{year_month_day{std::max(first_day, after_last - days{1})}.year()};
  plan.first = from;
  plan.last = to;
  window.first = from - 1;
  window.last = std::max(to, std::min(to + 4, last_known_year));
}

void ObservanceFinder::add(const ClockChange& change) {
  const local_seconds before{change.at.time_since_epoch() + change.from};
  const local_seconds after{change.at.time_since_epoch() + change.to};
  changes = changes || (std::max(before, after) >= begin && std::min(before, after) < end);
  window.add(change);
  plan.add(change);
}

void ObservanceFinder::write(seconds offset, std::vector<Observance>& out) const {
  out.clear();
  if (window.fits()) return write_pair(window, std::min(year{1970}, year{window.first}), out);
  if (changes) {
    if (plan.fits()) write_pair(plan, year{window.first}, out);
    return;
  }
  if (whole_minutes(offset)) out.push_back(fixed_observance(offset));
}

}  // namespace rehab::time
