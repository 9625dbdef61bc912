#include "protocol/keys.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "protocol/reader.hpp"

namespace rehab::protocol {

namespace {

constexpr SmallKey pose_parts[]{
    {"trunk", -45, 90, false}, {"hip", -30, 130, true}, {"knee", 0, 150, true}, {"ankle", -60, 45, true}};
constexpr SmallKey tempo_parts[]{{"lift", 0, 30}, {"hold", 0, 60}, {"lower", 0, 30}, {"pass", 1, 30}};
constexpr SmallKey norm_parts[]{{"age", 1, 120, true}, {"men", 0, 200, true}, {"women", 0, 200, true}};

}  // namespace

std::span<const SmallKey> parts_of(Type type) {
  if (type == Type::pose) return pose_parts;
  if (type == Type::tempo) return tempo_parts;
  assert(type == Type::norms);
  return norm_parts;
}

const Key* Table::find(std::string_view key) const {
  // Most names differ in length or in their first letter.
  const char first = key.empty() ? '\0' : key.front();
  const auto it = std::ranges::find_if(
      keys, [=](const Key& k) { return k.name.size() == key.size() && k.name.front() == first && k.name == key; });
  return it == keys.end() ? nullptr : &*it;
}

std::span<const Table* const> all_tables() {
  static const std::array tables{
      &protocol_table(),       &table_of<SeverityOffer>(), &table_of<Phase>(),       &table_of<Workout>(),
      &table_of<Dose>(),       &table_of<Criterion>(),     &table_of<Limit>(),       &table_of<Extra>(),
      &table_of<Load>(),       &table_of<Ladder>(),        &table_of<PartialDose>(), &table_of<Substitute>(),
      &table_of<Assumption>(), &table_of<RampBack>(),      &table_of<Advice>(),      &table_of<Evidence>(),
      &catalog_table(),        &table_of<Source>(),        &table_of<Equipment>(),   &table_of<Exercise>(),
      &table_of<Measure>(),    &table_of<Condition>(),     &table_of<Tag>(),         &table_of<RedFlag>(),
      &table_of<Screening>(),  &table_of<PainRule>(),      &table_of<DayLevel>(),    &table_of<WeeklyStretch>(),
  };
  return tables;
}

}  // namespace rehab::protocol
