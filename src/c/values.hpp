// Small values on their way in and out: texts, numbers that may be missing, days, choices.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "c/guard.hpp"
#include "rehab/plan.hpp"

namespace rehab::c {

// --- Out -----------------------------------------------------------------------------------------------------------------------

inline rehab_text borrowed(const std::string& text) { return {text.c_str(), text.size()}; }
// A literal, or a text of ours that a NUL follows.
inline rehab_text literal(std::string_view text) { return {text.data(), text.size()}; }
inline rehab_text no_text() { return {"", 0}; }

inline rehab_number number(std::optional<int> value) { return value ? rehab_number{1, *value} : rehab_number{}; }
inline rehab_real real(std::optional<double> value) { return value ? rehab_real{1, *value} : rehab_real{}; }

// Enumerations of C begin at 1: 0 is not given.
template <class Choice>
std::int32_t number_of(Choice choice) {
  return static_cast<std::int32_t>(choice) + 1;
}
template <class Choice>
std::int32_t number_of(const std::optional<Choice>& choice) {
  return choice ? number_of(*choice) : 0;
}

rehab_date date(std::chrono::local_days day);
rehab_moment moment(const Moment& moment);
rehab_moment moment(const std::optional<Moment>& moment);
rehab_uuid uuid(const Uuid& id);
// Empty where there is none.
rehab_text source(const Catalog& catalog, const Index<Source>& source);
rehab_figure figure(const Catalog& catalog, const Figure& figure);

// The id of an entry of the catalog, or nothing.
template <class T>
rehab_text id_of(const Catalog& catalog, Index<T> index) {
  return index ? borrowed(catalog[index].id) : no_text();
}

// --- In ------------------------------------------------------------------------------------------------------------------------

// What cannot be is thrown, with the name of the member that holds it, where it is one.

// Any octets: a file, whose reader says where it is no UTF-8; or an id to look for.
std::string_view octets(rehab_text given);
// Must be UTF-8, as a name that messages repeat.
std::string_view utf8(rehab_text given, const char* member);
std::string string(rehab_text given, const char* member);
std::vector<std::string> strings(const rehab_texts& given, const char* member);

inline std::optional<int> number(rehab_number given) { return given.stated ? std::optional<int>(given.value) : std::nullopt; }
inline std::optional<double> real(rehab_real given) { return given.stated ? std::optional(given.value) : std::nullopt; }

// One of so many choices, or none.
template <class Choice, std::size_t count>
std::optional<Choice> choice(std::int32_t given, const std::array<std::string_view, count>&, const char* member) {
  if (given < 0 || given > static_cast<std::int32_t>(count)) throw Wrong{REHAB_BAD_VALUE, member, "a number of its enumeration"};
  return given == 0 ? std::nullopt : std::optional(static_cast<Choice>(given - 1));
}

// Must be given, and exist.
std::chrono::local_days day(const rehab_date& given, const char* member = nullptr);
std::optional<std::chrono::local_days> day_if_given(const rehab_date& given, const char* member);
std::optional<Moment> moment_if_given(const rehab_moment& given, const char* member);

// 0: 80.
int width(std::int32_t given);

}  // namespace rehab::c
