#include "document/rephrase.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "document/scan.hpp"
#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab::document {
namespace {

struct Rewording {
  std::string_view says;     // a part of what the parser says
  std::string_view message;  // % is the character at the place
  std::string_view hint;
};

constexpr std::string_view shape_of_header = "write the header as [name] or [[name]]";
constexpr std::string_view in_quotes = "put the text in quotes";

// The first row that fits is taken.
constexpr std::array rewordings{
    Rewording{"expected '=', saw", "`=` is wanted after the key, not %", "write key = value"},
    Rewording{"expected value, saw", "a value is wanted after `=`, not %", "write a value, or remove the line"},
    Rewording{"expected a comment or whitespace, saw ','", "the line should end before %",
              "put a list in brackets; a decimal point is `.`"},
    Rewording{"expected a comment or whitespace, saw", "the line should end before %",
              "put text in quotes, and each key on its own line"},
    Rewording{"expected keys, tables", "% where a key or a header is wanted", "begin the line with a key, `[` or `#`"},
    Rewording{"expected key or closing '}'", "% where a key or `}` is wanted", "write key = value, or close the table with `}`"},
    Rewording{"expected comma or closing '}'", "% where `,` or `}` is wanted", "put `,` between the entries, and text in quotes"},
    Rewording{"expected comma or closing ']'", "% where `,` or `]` is wanted", "put `,` between the values, and text in quotes"},
    Rewording{"expected value or closing ']'", "% where a value or `]` is wanted", "remove it"},
    Rewording{"expected key-value pair or closing '}'", "% where a key or `}` is wanted", "remove it"},
    Rewording{"expected key-value pair, saw closing '}'", "`,` before `}`", "remove the comma"},
    Rewording{"expected bare key", "% where a key is wanted", "write it with letters, digits, `-` and `_`, or put it in quotes"},
    Rewording{"tables with blank bare keys", "a header without a name", shape_of_header},
    Rewording{"brackets must be contiguous", "white space between the brackets of a header", shape_of_header},
    Rewording{"expected ']', saw", "`]` is wanted after the name of a table, not %", shape_of_header},
    Rewording{"unknown escape", "% after `\\` is no escape", "write `\\\\` for a backslash"},
    Rewording{"is not supported in TOML", "% after `\\` is no escape", "write `\\u` and four hexadecimal digits"},
    Rewording{"expected hex digit", "% where a hexadecimal digit is wanted",
              "write `\\u` and four digits, or `\\\\` for a backslash"},
    Rewording{"are prohibited in keys", "a key in triple quotes", "put it in plain quotes"},
    Rewording{"are prohibited in dotted keys", "a key in triple quotes", "put it in plain quotes"},
};

// What the parser reads when it meets a value that is neither text nor in brackets.
constexpr std::array<std::string_view, 11> plain_values{
    "value",          "boolean", "floating-point", "decimal integer", "hexadecimal integer", "octal integer",
    "binary integer", "date",    "time",           "date-time",       "date-time offset"};

constexpr std::string_view around_words = " \t\n\r,[]{}=#\"'";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What the parser was reading, and what it says about it.
struct Complaint {
  std::string_view scope, reason;
};

Complaint split(std::string_view description) {
  constexpr std::string_view begin = "Error while parsing ";
  if (!description.starts_with(begin)) return {{}, description};
  description.remove_prefix(begin.size());
  const std::size_t colon = description.find(": ");
  if (colon == description.npos) return {{}, description};
  return {description.substr(0, colon), description.substr(colon + 2)};
}

bool says(const Complaint& complaint, std::string_view part) { return complaint.reason.find(part) != std::string_view::npos; }

char32_t character_at(std::string_view text, std::size_t offset) {
  if (text.substr(offset, 2) == "\r\n") return U'\n';
  return text::next_code_point(text, offset);
}

std::string fill_in(std::string_view pattern, char32_t seen) {
  std::string out;
  for (const char c : pattern) c == '%' ? out += show(seen) : out += c;
  return out;
}

// 00:00 or 0:00
bool is_clock_time(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == word.npos || colon == 0 || colon > 2 || word.size() != colon + 3) return false;
  return std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == ':'; });
}

struct Wording {
  std::string_view says, hint;
};

// What is wrong with a word that should be a value.
Wording judge(std::string_view word, const Complaint& complaint) {
  std::string lowered(word);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  if (lowered == "true") return {" is no value; it is written in lower case", "write `true`"};
  if (lowered == "false") return {" is no value; it is written in lower case", "write `false`"};
  if (!is_digit(word[0]) && word[0] != '+' && word[0] != '-' && word[0] != '.')
    return {" is no value; text stands in quotes", in_quotes};
  if (is_clock_time(word)) return {" is no time; a time has seconds, and text stands in quotes", "put it in quotes"};
  // With either, the digits are in order.
  if (says(complaint, "not representable") || says(complaint, "could not be interpreted")) {
    return {" is a number beyond what can be read", "correct it, or put the text in quotes"};
  }
  if (says(complaint, "leading zeroes"))
    return {" begins with a zero; a number does not", "remove the zero, or put the text in quotes"};
  if (says(complaint, " between ")) return {" is no date or time that exists", "correct it"};
  return {" is no number, date or time; text stands in quotes", in_quotes};
}

Trouble about_value(const Complaint& complaint, std::string_view text, std::size_t offset) {
  const std::size_t before = text.find_last_of(around_words, offset == 0 ? 0 : offset - 1);
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  const std::string_view word = text.substr(begin, text.find_first_of(around_words, begin) - begin);
  if (word.empty())
    return {"syntax", place_at(text, offset), show(character_at(text, offset)) + " where a value is wanted", "write a value"};
  const Wording wording = judge(word, complaint);
  return {"syntax", place_at(text, begin), quote(word).append(wording.says), std::string(wording.hint)};
}

// Where the array or inline table around the place begins, if that is on another line.
void append_opening(std::string& message, std::string_view text, std::size_t offset, Place place) {
  const std::optional<Open> open = scan_until(text, offset).innermost;
  if (!open || open->line == place.line) return;
  message += open->bracket == '[' ? "; the array begins in line " : "; the inline table begins in line ";
  text::append_number(message, std::int64_t{open->line});
}

// Without a full stop, in lower case, and without a character that was cut in two.
std::string handed_on(std::string_view reason) {
  std::string out(reason.substr(0, text::first_invalid_utf8(reason)));
  if (out.ends_with('.')) out.pop_back();
  if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] | 0x20);
  return out;
}

}  // namespace

std::size_t offset_of(std::string_view text, Place place) {
  std::size_t offset = 0;
  for (std::uint32_t line = 1; line < place.line; ++line) {
    const std::size_t end = text.find('\n', offset);
    if (end == text.npos) break;
    offset = end + 1;
  }
  for (std::uint32_t column = 1; column < place.column && offset + 1 < text.size() && text[offset] != '\n'; ++column) {
    text::next_code_point(text, offset);
  }
  return offset;
}

Trouble rephrase(std::string_view description, Place place, std::string_view text) {
  const Complaint complaint = split(description);
  const std::size_t offset = offset_of(text, place);
  const auto row = std::find_if(rewordings.begin(), rewordings.end(), [&](const Rewording& r) { return says(complaint, r.says); });
  if (row != rewordings.end()) {
    Trouble trouble{"syntax", place, fill_in(row->message, character_at(text, offset)), std::string(row->hint)};
    append_opening(trouble.message, text, offset, place);
    return trouble;
  }
  const bool value = std::find(plain_values.begin(), plain_values.end(), complaint.scope) != plain_values.end();
  if (value) return about_value(complaint, text, offset);
  return {"syntax", place, handed_on(complaint.reason), {}};
}

}  // namespace rehab::document
