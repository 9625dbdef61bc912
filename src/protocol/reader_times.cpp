// Dates and times of the day.
#include <algorithm>
#include <optional>

#include "protocol/reader.hpp"

namespace rehab::protocol {

using document::Node;

namespace {

// `pattern` has a 0 where a digit is wanted; everything else stands for itself.
bool has_form(std::string_view text, std::string_view pattern) {
  return std::ranges::equal(text, pattern, [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; });
}

// Of digits only.
int number_of(std::string_view digits) {
  int out = 0;
  for (const char c : digits) out = 10 * out + (c - '0');
  return out;
}

// 2026-12-01, if there is such a day.
std::optional<std::chrono::local_days> date_of(std::string_view text) {
  if (!has_form(text, "0000-00-00")) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{number_of(text.substr(0, 4))},
                                         std::chrono::month{static_cast<unsigned>(number_of(text.substr(5, 2)))},
                                         std::chrono::day{static_cast<unsigned>(number_of(text.substr(8, 2)))}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::local_days{date};
}

// 07:30, 7:30 or, as TOML has it, 07:30:00
std::optional<std::chrono::minutes> time_of(std::string_view text) {
  if (has_form(text, "00:00:00") && text.ends_with(":00")) text.remove_suffix(3);
  if (!has_form(text, "00:00") && !has_form(text, "0:00")) return std::nullopt;
  const std::size_t colon = text.find(':');
  const int hours = number_of(text.substr(0, colon)), minutes = number_of(text.substr(colon + 1));
  if (hours > 23 || minutes > 59) return std::nullopt;
  return std::chrono::hours{hours} + std::chrono::minutes{minutes};
}

bool is_written(const Node& node) { return node.kind == Node::Kind::moment || node.kind == Node::Kind::text; }

// 2026-12-01T07:30:00, if there is such a day: JSON has texts where TOML has moments.
bool is_moment(const Node& node) {
  if (node.kind == Node::Kind::moment) return true;
  return node.kind == Node::Kind::text && node.text.size() > 10 && (node.text[10] == 'T' || node.text[10] == ' ') &&
         date_of(node.text.substr(0, 10));
}

std::string_view hint_for_time(const Node& node) {
  if (node.kind == Node::Kind::moment) return "write hours and minutes in quotation marks";
  return node.kind == Node::Kind::text && has_form(node.text, "00:00:00") ? "write hours and minutes alone" : "";
}

}  // namespace

void Reader::value(const Node& node, const Key& key, std::chrono::local_days& out) {
  const auto date = is_written(node) ? date_of(node.text) : std::nullopt;
  if (date) out = *date;
  if (!date) wrong(node, key, wanted(key), is_moment(node) ? "write the day alone" : "");
}

void Reader::value(const Node& node, const Key& key, std::chrono::minutes& out) {
  const auto time = is_written(node) ? time_of(node.text) : std::nullopt;
  if (time) out = *time;
  if (!time) wrong(node, key, wanted(key), std::string(hint_for_time(node)));
}

}  // namespace rehab::protocol
