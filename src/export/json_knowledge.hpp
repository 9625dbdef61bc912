// What a plan refers to, as JSON: sources, exercises, measures, red flags, rules, criteria. Each function writes one object, for
// the array or key that is open; numbers are written as json_sheet.hpp says.
#pragma once

#include <string_view>
#include <vector>

#include "export/json_sheet.hpp"

namespace rehab {

void write_json(const JsonSheet& sheet, const Source& source);
void write_json(const JsonSheet& sheet, const Equipment& equipment);
void write_json(const JsonSheet& sheet, const Exercise& exercise);
void write_json(const JsonSheet& sheet, const Measure& measure);
void write_json(const JsonSheet& sheet, const Condition& condition);
void write_json(const JsonSheet& sheet, const Tag& tag);
void write_json(const JsonSheet& sheet, const RedFlag& flag);
void write_json(const JsonSheet& sheet, const PainRule& rule);
void write_json(const JsonSheet& sheet, const DayLevel& level);
void write_json(const JsonSheet& sheet, const Criterion& criterion);
void write_json(const JsonSheet& sheet, const Limit& limit);
void write_json(const JsonSheet& sheet, const Load& load);
void write_json(const JsonSheet& sheet, const Advice& advice);
void write_json(const JsonSheet& sheet, const Evidence& evidence);

// An array of them; absent if there are none.
template <class T>
void write_list(const JsonSheet& sheet, std::string_view key, const std::vector<T>& list) {
  if (list.empty()) return;
  sheet.json.open_array(key);
  for (const T& entry : list) write_json(sheet, entry);
  sheet.json.close();
}

// Those entries of one of the catalog's vectors that `used` names, under `key`.
template <class T>
void write_used(const JsonSheet& sheet, std::string_view key, const std::vector<T>& all, const std::vector<bool>& used) {
  sheet.json.open_array(key);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (used[i]) write_json(sheet, all[i]);
  sheet.json.close();
}

}  // namespace rehab
