// Makes rows of the table of keys. A row is bound to the struct's field by member pointers, so that name, type, bounds, meaning and
// where the value goes stand in one line:
//
//   required(sourced(amount<&Workout::days_per_week>("days_per_week", 1, 7, "in a part of a week: its share, rounded up")))
//
// A field inside a member takes the whole way: text<&Limit::criterion, &Criterion::workout>(…).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "protocol/keys.hpp"
#include "protocol/reader.hpp"

namespace rehab::protocol {

template <class>
struct owner_of;
template <class Field, class Owner>
struct owner_of<Field Owner::*> {
  using type = Owner;
};

template <auto First, auto... Rest>
auto& follow(void* object) {
  auto& field = static_cast<typename owner_of<decltype(First)>::type*>(object)->*First;
  if constexpr (sizeof...(Rest) == 0) {
    return field;
  } else {
    return follow<Rest...>(&field);
  }
}

template <auto... Way>
constexpr Key key(std::string_view name, Type type, std::string_view meaning) {
  Key k;
  k.name = name;
  k.type = type;
  k.meaning = meaning;
  k.read = [](Reader& reader, const document::Node& node, const Key& self, void* object) {
    reader.value(node, self, follow<Way...>(object));
  };
  return k;
}

// A number (or choice) that needs a source.
constexpr Key sourced(Key k) {
  k.sourced = true;
  return k;
}
// A text that no translation replaces.
constexpr Key fixed(Key k) {
  k.fixed = true;
  return k;
}
// A list of no more than so many entries.
constexpr Key at_most(std::size_t entries, Key k) {
  k.most = entries;
  return k;
}
// A list that may be empty: it then says that there is none.
constexpr Key maybe_none(Key k) {
  k.least = 0;
  return k;
}
// What a person has, did or found: no message repeats it.
constexpr Key secret(Key k) {
  k.secret = true;
  return k;
}
constexpr Key required(Key k) {
  k.required = true;
  return k;
}

template <auto... Way>
constexpr Key bounded(std::string_view name, Type type, double low, double high, std::string_view meaning) {
  Key k = key<Way...>(name, type, meaning);
  k.low = low;
  k.high = high;
  return k;
}
template <auto... Way>
constexpr Key whole(std::string_view name, double low, double high, std::string_view meaning) {
  return bounded<Way...>(name, Type::whole, low, high, meaning);
}
template <auto... Way>
constexpr Key number(std::string_view name, double low, double high, std::string_view meaning) {
  return bounded<Way...>(name, Type::number, low, high, meaning);
}
template <auto... Way>
constexpr Key amount(std::string_view name, double low, double high, std::string_view meaning) {
  return bounded<Way...>(name, Type::amount, low, high, meaning);
}
template <auto... Way>
constexpr Key length(std::string_view name, double low, double high, std::string_view meaning) {
  return bounded<Way...>(name, Type::length, low, high, meaning);
}
template <auto... Way>
constexpr Key choice(std::string_view name, std::span<const std::string_view> names, std::string_view meaning) {
  Key k = key<Way...>(name, Type::choice, meaning);
  k.names = names;
  return k;
}
template <auto... Way>
constexpr Key choices(std::string_view name, std::span<const std::string_view> names, std::string_view meaning) {
  Key k = key<Way...>(name, Type::choices, meaning);
  k.names = names;
  return k;
}
template <auto... Way>
constexpr Key reference(std::string_view name, Shelf shelf, std::string_view meaning) {
  Key k = key<Way...>(name, Type::reference, meaning);
  k.shelf = shelf;
  return k;
}
template <auto... Way>
constexpr Key references(std::string_view name, Shelf shelf, std::string_view meaning) {
  Key k = key<Way...>(name, Type::references, meaning);
  k.shelf = shelf;
  return k;
}
// One table, a list of tables, or tables by name: `T` is the struct of an entry.
template <class T, auto... Way>
constexpr Key nested(std::string_view name, Type type, std::string_view meaning) {
  Key k = key<Way...>(name, type, meaning);
  k.table = [] { return &table_of<T>(); };
  return k;
}

template <std::size_t... Sizes>
constexpr auto join(const std::array<Key, Sizes>&... parts) {
  std::array<Key, (Sizes + ...)> all{};
  auto out = all.begin();
  ((out = std::copy(parts.begin(), parts.end(), out)), ...);
  return all;
}

}  // namespace rehab::protocol
