// A sentence with its inserts.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "text/append.hpp"

namespace rehab::explain::words {

// {0}, {1} … are replaced by the inserts.
inline std::string fill(std::string_view pattern, std::initializer_list<std::string_view> inserts) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      out += pattern[i];
      continue;
    }
    out += inserts.begin()[pattern[i + 1] - '0'];
    i += 2;
  }
  return out;
}

inline std::string number(int n) {
  std::string out;
  text::append_number(out, static_cast<std::int64_t>(n));
  return out;
}

inline std::string number(double n) {
  std::string out;
  text::append_number(out, n);
  return out;
}

}  // namespace rehab::explain::words
