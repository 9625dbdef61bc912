// Structures that grow from version to version: what a caller has of them is its own `struct_size`.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "c/guard.hpp"

namespace rehab::c {

// The size of the first version that had the structure. Once members are added it is where the first of them begins; they begin
// where the structure ended, never in its padding, which nobody has set.
template <class T>
inline constexpr std::size_t first_size = sizeof(T);

inline constexpr std::size_t largest_size = 4096;  // beyond that nobody has set it

template <class T>
std::size_t size_of(const T& given) {
  std::size_t size = 0;
  std::memcpy(&size, &given, sizeof size);
  if (size < first_size<T> || size > largest_size) throw Wrong{REHAB_BAD_STRUCT_SIZE};
  return size;
}

// What the caller has given, the rest not given. NULL: nothing is given.
template <class T>
T taken(const T* given) {
  T out{};
  if (!given) return out;
  const std::size_t size = size_of(*given);
  const auto* const octets = reinterpret_cast<const unsigned char*>(given);
  // A caller of a later version, who asks for what is not known here, must not be told that it was done.
  const std::size_t known = std::min(size, sizeof(T));
  if (std::any_of(octets + known, octets + size, [](unsigned char octet) { return octet != 0; }))
    throw Wrong{REHAB_BAD_STRUCT_SIZE};
  std::memcpy(&out, given, known);
  out.struct_size = sizeof(T);
  return out;
}

// Writes as much as the caller has room for; what it has beyond that is not given.
template <class T>
void give(T* out, T value) {
  const std::size_t size = size_of(there(out));
  value.struct_size = size;
  const std::size_t known = std::min(size, sizeof(T));
  std::memcpy(static_cast<void*>(out), &value, known);
  std::memset(reinterpret_cast<unsigned char*>(out) + known, 0, size - known);
}

}  // namespace rehab::c
