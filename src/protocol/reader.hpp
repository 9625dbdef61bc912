// Reads values of the language into the plain structs of include/rehab, by the table of keys.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
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
concept named = requires(T entry) { entry.id; } || std::is_same_v<T, Assumption> || std::is_same_v<T, Substitute>;

class Reader {
 public:
  Reader(Report& to, Shelves& known) : report(to), shelves(known) {}

  Report& report;
  Shelves& shelves;
  std::vector<std::string_view> loads, ladders, workouts;  // ids of the protocol that is read

  // Every key of `node`, unknown and missing ones reported, and the provenance of its numbers checked.
  void table(const document::Node& node, const Table& table, void* object);

  void value(const document::Node& node, const Key& key, std::string& out);
  void value(const document::Node& node, const Key& key, std::vector<std::string>& out);
  void value(const document::Node& node, const Key& key, bool& out);
  void value(const document::Node& node, const Key& key, int& out);
  void value(const document::Node& node, const Key& key, std::optional<double>& out);
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
    if (!list_of_words(node)) return;
    for (const document::Node& item : node.items) value(item, key, out.emplace_back());
  }
  template <class T>
  void value(const document::Node& node, const Key& key, std::vector<Index<T>>& out) {
    if (!list_of_words(node)) return;
    for (const document::Node& item : node.items) value(item, key, out.emplace_back());
  }
  // A single id where a list is kept: `exercise` beside `each`.
  void single(const document::Node& node, const Key& key, std::vector<Index<Exercise>>& out) { value(node, key, out.emplace_back()); }

  // Tables: one, a list in order, or by name.
  template <class T>
    requires std::is_class_v<T>
  void value(const document::Node& node, const Key&, T& out) {
    table(node, table_of<T>(), &out);
  }
  template <class T>
    requires std::is_class_v<T>
  void value(const document::Node& node, const Key& key, std::vector<T>& out) {
    if constexpr (named<T>) {
      if (key.type == Type::map) return by_name(node, out);
    }
    if (!list_of_tables(node)) return;
    out.reserve(node.items.size());
    for (const document::Node& item : node.items) table(item, table_of<T>(), &out.emplace_back());
  }

 private:
  template <class T>
  void by_name(const document::Node& node, std::vector<T>& out) {
    if (!map_of_tables(node)) return;
    out.reserve(out.size() + node.members.size());
    for (const document::Member& member : node.members) {
      T& entry = out.emplace_back();
      if (!take_name(node, member, entry)) continue;
      table(member.value, table_of<T>(), &entry);
    }
  }
  template <class T>
  bool take_name(const document::Node& node, const document::Member& member, T& entry) {
    entry.id = member.key;
    return good_id(node, member.key);
  }
  bool take_name(const document::Node& node, const document::Member& member, Assumption& entry);
  bool take_name(const document::Node& node, const document::Member& member, Substitute& entry);

  void wrong(const document::Node& node, std::string wanted, std::string hint = {});
  bool good_id(const document::Node& table, std::string_view id);
  bool text(const document::Node& node, const Key& key);
  bool list(const document::Node& node);
  bool list_of_words(const document::Node& node);
  bool list_of_tables(const document::Node& node);
  bool map_of_tables(const document::Node& node);
  std::optional<std::size_t> choice(const document::Node& node, const Key& key);
  std::optional<std::uint16_t> reference(const document::Node& node, const Key& key);
  std::optional<int> bounded(const document::Node& node, const Key& key, std::string_view wanted);
  void range(const document::Node& node, const Key& key, Range& out);
  void weeks(const document::Node& node, const Key& key, std::vector<Range>& out);
  void unknown_key(const document::Node& node, const Table& table, std::string_view key);
  void provenance(const document::Node& node, const Table& table);
};

}  // namespace rehab::protocol
