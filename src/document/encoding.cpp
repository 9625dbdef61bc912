#include "document/encoding.hpp"

#include <cstdint>
#include <string>
#include <utility>

#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab::document {
namespace {

constexpr std::string_view mark = "\xef\xbb\xbf";
constexpr std::string_view save_as = "save the file as UTF-8";

Trouble encoding(Place place, std::string message, std::string_view hint) {
  return {"encoding", place, std::move(message), std::string(hint)};
}

Trouble too_large(std::size_t octets) {
  std::string message = "the file has ";
  text::append_number(message, static_cast<std::int64_t>(octets));
  message += " octets; at most 1048576 (1 MiB) are read";
  return {"limit", {}, std::move(message), "split the file, or shorten its texts"};
}

// Either byte order mark, or every other one of the first four octets is NUL, as in any text that begins with ASCII.
bool looks_like_utf16(std::string_view text) {
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return true;
  if (text.size() < 4) return false;
  const auto is_nul = [text](std::size_t i) { return text[i] == '\0'; };
  return is_nul(0) == is_nul(2) && is_nul(1) == is_nul(3) && is_nul(0) != is_nul(1);
}

Trouble invalid(std::string_view text, std::size_t offset) {
  constexpr char digits[] = "0123456789ABCDEF";
  const auto octet = static_cast<std::uint8_t>(text[offset]);
  std::string message = "octet 0x";
  message += digits[octet >> 4];
  message += digits[octet & 15];
  message += " is not valid UTF-8 here";
  return encoding(place_at(text, offset), std::move(message), save_as);
}

}  // namespace

std::string_view without_mark(std::string_view text) { return text.starts_with(mark) ? text.substr(mark.size()) : text; }

std::optional<Trouble> check_encoding(std::string_view text) {
  if (text.size() > largest_file) return too_large(text.size());
  if (looks_like_utf16(text)) return encoding({1, 1}, "the file looks like UTF-16; UTF-8 is wanted", save_as);
  text = without_mark(text);
  const std::size_t bad = text::first_invalid_utf8(text);
  const std::string_view valid = text.substr(0, bad);
  const std::size_t nul = valid.find('\0');
  if (nul != valid.npos) return encoding(place_at(text, nul), "a NUL character; a text has none", "remove it");
  const std::size_t inside = valid.find(mark);
  if (inside != valid.npos) {
    return encoding(place_at(text, inside), "a byte order mark (U+FEFF) inside the file; only its start may have one", "remove it");
  }
  if (bad != text.npos) return invalid(text, bad);
  return std::nullopt;
}

}  // namespace rehab::document
