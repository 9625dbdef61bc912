#include "c/values.hpp"

#include "text/utf8.hpp"

namespace rehab::c {

static_assert(REHAB_WAKING == static_cast<int>(Slot::waking) + 1 && REHAB_BEDTIME == static_cast<int>(Slot::bedtime) + 1);
static_assert(REHAB_MILD == static_cast<int>(Severity::mild) + 1 && REHAB_SEVERE == static_cast<int>(Severity::severe) + 1);
static_assert(REHAB_LEFT == static_cast<int>(Side::left) + 1 && REHAB_BOTH == static_cast<int>(Side::both) + 1);
static_assert(REHAB_FEMALE == static_cast<int>(Sex::female) + 1 && REHAB_MALE == static_cast<int>(Sex::male) + 1);
static_assert(REHAB_DONE_ALL == static_cast<int>(Done::all) + 1 && REHAB_DONE_NONE == static_cast<int>(Done::none) + 1);
static_assert(REHAB_PRIMARY == static_cast<int>(Confidence::primary) + 1 &&
              REHAB_ASSUMED == static_cast<int>(Confidence::assumed) + 1);

namespace {

bool is_given(const rehab_date& date) { return date.year != 0 || date.month != 0 || date.day != 0; }

}  // namespace

rehab_date date(std::chrono::local_days day) {
  const std::chrono::year_month_day date{day};
  return {static_cast<int>(date.year()), static_cast<std::int32_t>(static_cast<unsigned>(date.month())),
          static_cast<std::int32_t>(static_cast<unsigned>(date.day()))};
}

rehab_moment moment(const Moment& moment) { return {date(moment.date), number_of(moment.slot)}; }
rehab_moment moment(const std::optional<Moment>& known) { return known ? moment(*known) : rehab_moment{}; }

// As text::append_uuid, which takes memory.
rehab_uuid uuid(const Uuid& id) {
  static constexpr char digits[] = "0123456789abcdef";
  rehab_uuid out{};
  char* end = out.text;
  for (std::size_t i = 0; i < id.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) *end++ = '-';
    *end++ = digits[id[i] >> 4];
    *end++ = digits[id[i] & 15];
  }
  return out;
}

rehab_text source(const Catalog& catalog, const Index<Source>& source) { return id_of(catalog, source); }

rehab_figure figure(const Catalog& catalog, const Figure& figure) {
  if (!figure.value) return {0, {}, 0, REHAB_NO_NUMBER, no_text()};
  return {1, number(figure.value->min), figure.value->max, number_of(figure.origin.confidence),
          source(catalog, figure.origin.source)};
}

std::string_view octets(rehab_text given) { return {items(given.data, given.size), given.size}; }

std::string_view utf8(rehab_text given, const char* member) {
  const std::string_view text = octets(given);
  if (text::first_invalid_utf8(text) != std::string_view::npos) throw Wrong{REHAB_BAD_VALUE, member, "UTF-8"};
  return text;
}

std::string string(rehab_text given, const char* member) { return std::string(utf8(given, member)); }

std::vector<std::string> strings(const rehab_texts& given, const char* member) {
  const rehab_text* const first = items(given.items, given.count);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < given.count; ++i) out.push_back(string(first[i], member));
  return out;
}

std::chrono::local_days day(const rehab_date& given, const char* member) {
  const Wrong no_day{REHAB_BAD_VALUE, member, "a date that exists"};
  const bool in_bounds =
      given.year >= 1 && given.year <= 9999 && given.month >= 1 && given.month <= 12 && given.day >= 1 && given.day <= 31;
  if (!in_bounds) throw no_day;
  const auto date = std::chrono::year{given.year} / given.month / given.day;
  if (!date.ok()) throw no_day;
  return std::chrono::local_days{date};
}

std::optional<std::chrono::local_days> day_if_given(const rehab_date& given, const char* member) {
  return is_given(given) ? std::optional(day(given, member)) : std::nullopt;
}

std::optional<Moment> moment_if_given(const rehab_moment& given, const char* member) {
  const std::optional<Slot> slot = choice<Slot>(given.slot, slot_names, member);
  if (!is_given(given.date) && slot) throw Wrong{REHAB_BAD_VALUE, member, "a date with the slot"};
  if (!is_given(given.date)) return std::nullopt;
  return Moment{day(given.date, member), slot.value_or(Slot::bedtime)};
}

int width(std::int32_t given) {
  if (given != 0 && (given < 40 || given > 200)) throw Wrong{REHAB_BAD_VALUE};
  return given == 0 ? 80 : given;
}

}  // namespace rehab::c
