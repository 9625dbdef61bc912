// Reads values of the language into the plain structs of include/rehab, by the table of keys.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "document/document.hpp"
#include "protocol/keys.hpp"
#include "protocol/report.hpp"
#include "protocol/shelf.hpp"
#include "rehab/catalog.hpp"

namespace rehab::protocol {

// The table of keys of a struct; defined in keys.cpp.
template <class T>
const Table& table_of();
// clang-format off
template <> const Table& table_of<Advice>();
template <> const Table& table_of<Evidence>();
template <> const Table& table_of<Criterion>();
template <> const Table& table_of<Limit>();
template <> const Table& table_of<Dose>();
template <> const Table& table_of<Workout>();
template <> const Table& table_of<Extra>();
template <> const Table& table_of<Phase>();
template <> const Table& table_of<PartialDose>();
template <> const Table& table_of<Substitute>();
template <> const Table& table_of<Ladder>();
template <> const Table& table_of<Load>();
template <> const Table& table_of<Assumption>();
template <> const Table& table_of<SeverityOffer>();
template <> const Table& table_of<RampBack>();
template <> const Table& table_of<Source>();
template <> const Table& table_of<Equipment>();
template <> const Table& table_of<Exercise>();
template <> const Table& table_of<Measure>();
template <> const Table& table_of<Condition>();
template <> const Table& table_of<Tag>();
template <> const Table& table_of<RedFlag>();
template <> const Table& table_of<Screening>();
template <> const Table& table_of<PainRule>();
template <> const Table& table_of<DayLevel>();
template <> const Table& table_of<WeeklyStretch>();
// clang-format on

// Entries that may be kept by name.
template <class T>
concept named = requires(T entry) {
  entry.id;
}
|| std::is_same_v<T, Assumption> || std::is_same_v<T, Substitute>;

inline constexpr std::string_view only_severities = "name only mild, moderate, severe";

class Reader {
 public:
  // `tables`: those of this kind of file, for hints. `form`: how it is written, for messages in its own words.
  Reader(Report& to, Shelves& known, std::span<const Table* const> tables = all_tables(),
         document::Form form = document::Form::toml)
      : report(to), shelves(known), tables_(tables), form_(form) {}

  Report& report;
  Shelves& shelves;
  Ids loads, ladders, workouts, phases;  // of the protocol that is read

  // Every key of `node`, unknown and missing ones reported, and the provenance of its numbers checked.
  void table(const document::Node& node, const Table& table, void* object);

  void value(const document::Node& node, const Key& key, std::string& out);
  void value(const document::Node& node, const Key& key, std::vector<std::string>& out);
  void value(const document::Node& node, const Key& key, bool& out);
  void value(const document::Node& node, const Key& key, int& out);
  void value(const document::Node& node, const Key& key, double& out);
  void value(const document::Node& node, const Key& key, std::optional<double>& out);
  void value(const document::Node& node, const Key& key, std::chrono::local_days& out);
  void value(const document::Node& node, const Key& key, std::chrono::minutes& out);  // since midnight
  void value(const document::Node& node, const Key& key, std::vector<int>& out);
  void value(const document::Node& node, const Key& key, Amount& out);
  void value(const document::Node& node, const Key& key, BySeverity& out);
  void value(const document::Node& node, const Key& key, Pose& out);
  void value(const document::Node& node, const Key& key, Tempo& out);
  void value(const document::Node& node, const Key& key, std::vector<Measure::Norm>& out);
  void value(const document::Node& node, const Key& key, std::array<std::vector<std::string>, 3>& out);
  void value(const document::Node& node, const Key& key, LoadName& out);
  void value(const document::Node& node, const Key& key, std::uint16_t& out);              // a ladder
  void value(const document::Node& node, const Key& key, std::vector<std::uint8_t>& out);  // workouts
  void value(const document::Node& node, const Key& key, std::array<std::optional<SeverityOffer>, 3>& out);

  template <class T>
  requires std::is_enum_v<T>
  void value(const document::Node& node, const Key& key, T& out) {
    if (const auto index = choice(node, key)) out = static_cast<T>(*index);
  }
  template <class T>
  void value(const document::Node& node, const Key& key, Index<T>& out) {
    if (const auto index = reference(node, key)) out.value = *index;
  }
  template <class T>
  void value(const document::Node& node, const Key& key, std::optional<T>& out) {
    value(node, key, out.emplace());
  }
  template <class T>
  requires std::is_enum_v<T>
  void value(const document::Node& node, const Key& key, std::vector<T>& out) {
    if (!list_of_words(node, key)) return;
    for (const document::Node& item : node.items) value(item, key, out.emplace_back());
  }
  template <class T>
  void value(const document::Node& node, const Key& key, std::vector<Index<T>>& out) {
    if (!list_of_words(node, key)) return;
    for (const document::Node& item : node.items) value(item, key, out.emplace_back());
  }
  // A single id where a list is kept: `exercise` beside `each`.
  void single(const document::Node& node, const Key& key, std::vector<Index<Exercise>>& out) {
    value(node, key, out.emplace_back());
  }

  // Tables: one, a list in order, or by name.
  template <class T>
  requires std::is_class_v<T>
  void value(const document::Node& node, const Key& key, T& out) {
    if (is_table(node, key)) table(node, table_of<T>(), &out);
  }
  template <class T>
  requires std::is_class_v<T>
  void value(const document::Node& node, const Key& key, std::vector<T>& out) {
    if constexpr (named<T>) {
      if (key.type == Type::map) return by_name(node, key, out);
    }
    if (!list_of_tables(node, key)) return;
    out.reserve(node.items.size());
    for (const document::Node& item : node.items) {
      T& entry = out.emplace_back();
      if (is_table(item, key)) table(item, table_of<T>(), &entry);
    }
  }

  // Calls `take` with each value of a table by id, and with a key of the id's name to read it by.
  template <class Take>
  void each_by_id(const document::Node& node, const Key& key, Take take) {
    if (!is_table(node, key)) return;
    for (const document::Member& member : node.members) {
      if (report.full()) return;
      value_ = &member.value;
      Key one = key;
      one.name = member.key;
      if (good_id(member)) take(member, one);
    }
  }

  bool is_table(const document::Node& node, const Key& key);
  bool list_of_words(const document::Node& node, const Key& key);
  std::optional<std::size_t> choice(const document::Node& node, const Key& key);

  // As the functions of keys.hpp, in the form of the file.
  std::string wanted(const Key& key) const { return protocol::wanted(key, form_); }
  std::string where(const Table& table) const { return protocol::where(table, form_); }

 private:
  template <class T>
  void by_name(const document::Node& node, const Key& key, std::vector<T>& out) {
    if (!is_table(node, key)) return;
    out.reserve(out.size() + node.members.size());
    for (const document::Member& member : node.members) {
      T& entry = out.emplace_back();
      value_ = &member.value;
      if (take_name(member, entry) && is_table(member.value, key)) table(member.value, table_of<T>(), &entry);
    }
  }
  template <class T>
  bool take_name(const document::Member& member, T& entry) {
    entry.id = member.key;
    return good_id(member);
  }
  bool take_name(const document::Member& member, Assumption& entry);
  bool take_name(const document::Member& member, Substitute& entry);

  // Messages. The subject of a sentence is the key whose value is read, or what that value holds.
  std::string subject(const document::Node& node, const Key& key) const;
  std::string shown(const document::Node& node, const Key& key) const;
  std::string_view a_table() const { return form_ == document::Form::json ? "an object" : "a table"; }
  void wrong(const document::Node& node, const Key& key, std::string_view wanted, std::string hint = {});
  void needless(const document::Node& node, const Key& key);
  void off_bounds(const document::Node& node, const Key& key, std::string_view wanted);
  std::string near(std::string_view word, std::span<const std::string_view> names);
  std::string home_of(std::string_view key, const Table& table, std::span<const std::string_view> free);
  void not_here(const document::Node& node, std::string what, const Ids& known, std::string hint = {});

  bool good_id(const document::Member& member);
  bool text(const document::Node& node, const Key& key);
  bool list(const document::Node& node, const Key& key);
  bool list_of_tables(const document::Node& node, const Key& key);
  std::optional<std::uint16_t> reference(const document::Node& node, const Key& key);
  std::optional<int> bounded(const document::Node& node, const Key& key);
  void range(const document::Node& node, const Key& key, Range& out);
  void weeks(const document::Node& node, const Key& key, std::vector<Range>& out);
  std::vector<std::optional<int>> parts(const document::Node& node, const Key& key, std::span<const SmallKey> known);
  template <class Take>
  void by_severity(const document::Node& node, Take take);

  using Keys = std::vector<const Key*>;  // of the members of a table; found once, because names are slow to compare
  static Keys keys_of(const document::Node& node, const Table& table);
  static bool is_odd(const Keys& keys, const Table& table);
  std::vector<std::string> unknown_keys(const document::Node& node, const Table& table);
  void missing_keys(const document::Node& node, const Table& table, std::span<const std::string> hints);
  void provenance(const document::Node& node, const Table& table, const Keys& keys);
  void provenance_lists(const document::Node& node, const Table& table);
  void source_of_all(const document::Node& node, const Table& table);

  struct Above {
    const Table* table;
    const document::Node* node;
  };
  std::span<const Table* const> tables_;
  document::Form form_;
  std::vector<Above> above_;               // the tables that are being read, the outermost first
  const document::Node* value_ = nullptr;  // of the key that is being read
  std::size_t comparisons_ = 200'000;      // that hints may still cost in this file: hostile ones ask for billions
};

}  // namespace rehab::protocol
