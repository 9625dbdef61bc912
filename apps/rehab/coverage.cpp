#include "coverage.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "json.hpp"
#include "words.hpp"

namespace app {
namespace {

using rehab::Answer;
using rehab::Confidences;
using rehab::Coverage;
using rehab::CoverageItem;
using rehab::ProtocolCoverage;

using Items = std::vector<CoverageItem> ProtocolCoverage::*;

constexpr std::size_t width = 80;
constexpr std::size_t number_width = 4, what_width = 32, cell_width = 3;   // of the matrix
constexpr std::size_t most_columns = 14;                                   // side by side
constexpr std::size_t name_width = 42, share_width = 9;                    // of the numbers
constexpr std::array<std::string_view, 5> signs{"+", "~", "-", "d", "."};  // by Answer
constexpr std::string_view legend =
    "+ stated, ~ in part, - not stated, d only a diary of what was done can tell (later), . nothing of the kind here";

constexpr std::string_view notes =
    "A key is one number, however it varies by week or severity. second.: read only in a text that names the source; unconf.: read "
    "nowhere yet, or texts disagree; assumed: no source says it. Shared are conditions, pain rules, measures and levels.";

struct Standard {
  std::string_view name, key;
  Items items;
};
constexpr std::array standards{
    Standard{"CERT: exercise reporting, 16 items", "cert", &ProtocolCoverage::cert},
    Standard{"A complete prescription, at least", "minimum", &ProtocolCoverage::minimum},
};

void append_left(std::string& out, std::string_view text, std::size_t columns) {
  out += text;
  out.append(columns - std::min(columns, text.size()), ' ');
}

void append_right(std::string& out, std::string_view text, std::size_t columns) {
  out.append(columns - std::min(columns, text.size()), ' ');
  out += text;
}

void append_heading(std::string& out, std::string_view text, bool color) {
  if (!out.empty()) out += '\n';
  out += color ? joined({"\033[1m", text, "\033[0m\n"}) : joined({text, "\n"});
}

// --- The matrix --------------------------------------------------------------------------------------------

void append_matrix(std::string& out, const Standard& standard, std::span<const ProtocolCoverage> columns, std::size_t first,
                   bool color) {
  std::string head;
  append_left(head, standard.name, number_width + what_width);
  for (std::size_t i = 0; i < columns.size(); ++i) append_right(head, std::to_string(first + i), cell_width);
  append_heading(out, head, color);
  for (std::size_t row = 0; row < (columns.front().*standard.items).size(); ++row) {
    const CoverageItem& item = (columns.front().*standard.items)[row];
    append_left(out, item.number, number_width);
    append_left(out, item.what, what_width);
    for (const ProtocolCoverage& column : columns)
      append_right(out, signs[static_cast<std::size_t>((column.*standard.items)[row].answer)], cell_width);
    out += '\n';
  }
}

void append_names(std::string& out, std::span<const ProtocolCoverage> protocols, bool color) {
  append_heading(out, "Protocols", color);
  for (std::size_t i = 0; i < protocols.size(); ++i) {
    append_right(out, std::to_string(i + 1), cell_width);
    out += joined({"  ", protocols[i].protocol, "\n"});
  }
  out += '\n';
  append_wrapped(out, legend, 0, width);
}

// --- What is missing ---------------------------------------------------------------------------------------

// "dose: tempo 3 of 24 doses", "what trials found"; "" where nothing is missing that a key could say.
std::string missing(const CoverageItem& item) {
  const bool open = item.answer == Answer::partly || item.answer == Answer::not_stated;
  if (!open || item.keys.empty()) return {};
  std::string out(item.number);
  if (!out.empty()) out += ' ';
  out += item.what;
  if (item.of > 0) out += joined({" ", std::to_string(item.stated), " of ", std::to_string(item.of), " ", item.counted});
  return out;
}

void append_missing(std::string& out, const ProtocolCoverage& protocol) {
  std::string all;
  for (const Standard& standard : standards) {
    for (const CoverageItem& item : protocol.*standard.items) {
      const std::string one = missing(item);
      if (!one.empty()) (all += all.empty() ? "" : "; ") += one;
    }
  }
  out += joined({protocol.protocol, "\n  "});
  append_wrapped(out, all.empty() ? "nothing" : all, 2, width);
}

// --- The numbers -------------------------------------------------------------------------------------------

// "12 30%": rounded so that no share that there is becomes 0 %, and none but all becomes 100 %.
std::string share(int count, int total) {
  if (total == 0) return "0";
  int percent = (200 * count + total) / (2 * total);
  if (count > 0) percent = std::max(percent, 1);
  if (count < total) percent = std::min(percent, 99);
  return joined({std::to_string(count), " ", std::to_string(percent), "%"});
}

void append_numbers(std::string& out, std::string_view name, const Confidences& numbers) {
  if (name.size() >= name_width) {
    out += joined({"  ", name, "\n"});
    name = "";
  }
  out += "  ";
  append_left(out, name, name_width);
  for (const int count : numbers.count) append_right(out, share(count, numbers.total()), share_width);
  out += '\n';
}

void append_numbers_head(std::string& out, std::string_view heading, bool color) {
  constexpr std::array<std::string_view, 4> names{"primary", "second.", "unconf.", "assumed"};
  std::string head;
  append_left(head, heading, name_width + 2);
  for (const std::string_view name : names) append_right(head, name, share_width);
  append_heading(out, head, color);
}

void append_counts(std::string& out, std::string_view key, const Confidences& numbers) {
  out += joined({"\"", key, "\": {"});
  for (std::size_t i = 0; i < numbers.count.size(); ++i) {
    out += joined({i == 0 ? "" : ", ", "\"", rehab::confidence_names[i], "\": ", std::to_string(numbers.count[i])});
  }
  out += '}';
}

void append_item(std::string& out, const CoverageItem& item) {
  out += '{';
  if (!item.number.empty()) {
    append_member(out, "number", item.number);
    out += ", ";
  }
  append_member(out, "what", item.what);
  if (!item.keys.empty()) append_member(out += ", ", "keys", item.keys);
  append_member(out += ", ", "answer", rehab::name(item.answer));
  if (item.of > 0) {
    out += joined({", \"stated\": ", std::to_string(item.stated), ", \"of\": ", std::to_string(item.of)});
    append_member(out += ", ", "counted", item.counted);
  }
  out += '}';
}

void append_protocol(std::string& out, const ProtocolCoverage& protocol) {
  append_member(out += "      {", "protocol", protocol.protocol);
  for (const Standard& standard : standards) {
    out += joined({",\n       \"", standard.key, "\": ["});
    bool first = true;
    for (const CoverageItem& item : protocol.*standard.items) {
      out += first ? "\n         " : ",\n         ";
      append_item(out, item);
      first = false;
    }
    out += ']';
  }
  append_counts(out += ",\n       ", "numbers", protocol.numbers);
  append_counts(out += ",\n       ", "shared", protocol.shared);
  out += '}';
}

}  // namespace

std::string coverage_text(const Coverage& coverage, bool color) {
  const std::span<const ProtocolCoverage> all = coverage.protocols;
  if (all.empty()) return "no protocol among these files\n";
  std::string out;
  append_names(out, all, color);
  for (std::size_t first = 0; first < all.size(); first += most_columns)
    for (const Standard& standard : standards)
      append_matrix(out, standard, all.subspan(first, std::min(most_columns, all.size() - first)), first + 1, color);
  append_heading(out, "Missing, or only in part", color);
  for (const ProtocolCoverage& protocol : all) append_missing(out, protocol);
  append_numbers_head(out, "Numbers of the protocols", color);
  for (const ProtocolCoverage& protocol : all) append_numbers(out, protocol.protocol, protocol.numbers);
  append_numbers(out, "in all", coverage.numbers);
  append_numbers_head(out, "Numbers that they share, by who uses them", color);
  for (const ProtocolCoverage& protocol : all) append_numbers(out, protocol.protocol, protocol.shared);
  append_numbers(out, "in all, each once", coverage.shared);
  out += '\n';
  append_wrapped(out, notes, 0, width);
  return out;
}

void append_coverage(std::string& out, const Coverage& coverage) {
  out += "{\n    \"protocols\": [";
  for (std::size_t i = 0; i < coverage.protocols.size(); ++i) {
    out += i == 0 ? "\n" : ",\n";
    append_protocol(out, coverage.protocols[i]);
  }
  append_counts(out += "\n    ],\n    ", "numbers", coverage.numbers);
  append_counts(out += ",\n    ", "shared", coverage.shared);
  out += "\n  }";
}

}  // namespace app
