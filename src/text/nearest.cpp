#include "text/nearest.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace rehab::text {
namespace {

constexpr std::size_t longest_word = 64;
constexpr std::size_t far = SIZE_MAX;

// The last row of the table of edits: row[j] is the distance of `a` from the first j octets of `b`. `rows` is working space for
// three rows of b.size() + 1.
std::span<const std::size_t> distances(std::string_view a, std::string_view b, std::span<std::size_t> rows) {
  const std::size_t width = b.size() + 1;
  std::span<std::size_t> before = rows.subspan(0, width), above = rows.subspan(width, width), row = rows.subspan(2 * width, width);
  for (std::size_t j = 0; j < width; ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j < width; ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row;
}

// Lower-case copy in `out`, which is long enough.
std::string_view lower(std::string_view word, char* out) {
  std::transform(word.begin(), word.end(), out, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return {out, word.size()};
}

// How far the word is from the candidate, or from its beginning.
std::size_t distance(std::string_view word, std::string_view candidate, std::size_t limit) {
  // No letter further along than this can help.
  const std::string_view beginning = candidate.substr(0, word.size() + limit + 1);
  const bool whole = beginning.size() == candidate.size();
  std::array<char, 2 * longest_word> letters;
  std::array<std::size_t, 3 * (2 * longest_word + 1)> rows;
  const std::span<const std::size_t> row = distances(word, lower(beginning, letters.data()), rows);
  std::size_t best = whole ? row.back() : far;
  if (word.size() >= 3) best = std::min(best, 1 + *std::min_element(row.begin(), row.end()));
  return best;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> rows(3 * (b.size() + 1));
  return distances(a, b, rows).back();
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > longest_word) return {};
  std::array<char, longest_word> letters;
  const std::string_view lowered = lower(word, letters.data());
  const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::string_view best;
  std::size_t fewest = limit + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t edits = distance(lowered, candidate, limit);
    if (edits < fewest) fewest = edits, best = candidate;
  }
  return best;
}

}  // namespace rehab::text
