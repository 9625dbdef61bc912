#include "protocol/keys.hpp"

#include <algorithm>
#include <array>

#include "protocol/reader.hpp"

namespace rehab::protocol {

const Key* Table::find(std::string_view key) const {
  const auto it = std::ranges::find(keys, key, &Key::name);
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
