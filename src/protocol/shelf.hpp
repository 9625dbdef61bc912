// What can be referred to by id, collected over all files before anything is read, so that the order of files does not matter.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "rehab/knowledge.hpp"

namespace rehab::protocol {

enum class Shelf : std::uint8_t { source, equipment, tag, exercise, measure, condition, red_flag, pain_rule, level, protocol };
inline constexpr std::array<std::string_view, 10> shelf_names{"source",    "equipment", "tag",       "exercise", "measure",
                                                              "condition", "red_flag",  "pain_rule", "level",    "protocol"};
constexpr std::string_view name(Shelf s) { return shelf_names[static_cast<std::size_t>(s)]; }

template <class T>
inline constexpr Shelf shelf_of = Shelf::source;
template <>
inline constexpr Shelf shelf_of<Equipment> = Shelf::equipment;
template <>
inline constexpr Shelf shelf_of<Tag> = Shelf::tag;
template <>
inline constexpr Shelf shelf_of<Exercise> = Shelf::exercise;
template <>
inline constexpr Shelf shelf_of<Measure> = Shelf::measure;
template <>
inline constexpr Shelf shelf_of<Condition> = Shelf::condition;
template <>
inline constexpr Shelf shelf_of<PainRule> = Shelf::pain_rule;
template <>
inline constexpr Shelf shelf_of<DayLevel> = Shelf::level;

// The ids of one shelf in order of reading, and which of them something refers to.
class Ids {
 public:
  // False if it stands there already.
  bool add(std::string_view id) {
    const bool fresh = index_.try_emplace(id, static_cast<std::uint16_t>(all_.size())).second;
    if (fresh) {
      all_.push_back(id);
      used_.push_back(false);
    }
    return fresh;
  }
  std::optional<std::uint16_t> find(std::string_view id) const {
    const auto it = index_.find(id);
    return it == index_.end() ? std::nullopt : std::optional(it->second);
  }
  void use(std::uint16_t index) { used_[index] = true; }
  bool used(std::uint16_t index) const { return used_[index]; }
  bool any_used() const { return std::find(used_.begin(), used_.end(), true) != used_.end(); }
  const std::vector<std::string_view>& all() const { return all_; }

 private:
  std::map<std::string_view, std::uint16_t> index_;
  std::vector<std::string_view> all_;
  std::vector<bool> used_;
};

struct Shelves {
  std::array<Ids, shelf_names.size()> ids;
  bool complete = true;  // false if a file could not be read: what is missing may be in it

  Ids& operator[](Shelf s) { return ids[static_cast<std::size_t>(s)]; }
  const Ids& operator[](Shelf s) const { return ids[static_cast<std::size_t>(s)]; }
};

}  // namespace rehab::protocol
