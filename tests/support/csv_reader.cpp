#include "support/csv_reader.hpp"

#include <algorithm>
#include <regex>

namespace rehab_test {
namespace {

// One cell from `at` on; false: it is malformed.
bool take_quoted(std::string_view text, std::size_t& at, std::string& cell) {
  for (++at; at < text.size(); ++at) {
    if (text[at] != '"') {
      cell += text[at];
      continue;
    }
    if (at + 1 >= text.size() || text[at + 1] != '"') return ++at, true;
    cell += text[at++];
  }
  return false;
}

bool take_bare(std::string_view text, std::size_t& at, std::string& cell) {
  for (; at < text.size() && text[at] != ',' && text[at] != '\r'; ++at) {
    if (text[at] == '"' || text[at] == '\n') return false;
    cell += text[at];
  }
  return true;
}

}  // namespace

std::optional<std::vector<Row>> read_csv(std::string_view text) {
  std::vector<Row> rows;
  if (text.starts_with("\xEF\xBB\xBF")) return {};
  for (std::size_t at = 0; at < text.size();) {
    Row& row = rows.emplace_back();
    for (bool more = true; more;) {
      std::string& cell = row.emplace_back();
      const bool quoted = at < text.size() && text[at] == '"';
      if (!(quoted ? take_quoted(text, at, cell) : take_bare(text, at, cell))) return {};
      more = at < text.size() && text[at] == ',';
      at += more ? 1u : 0u;
    }
    if (text.substr(at, 2) != "\r\n" || row.size() != rows.front().size()) return {};
    at += 2;
  }
  return rows;
}

std::vector<std::string> cells_for(std::string_view text, char separator) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"' && (quoted || cells.back().empty())) {
      quoted = !quoted;
    } else if (!quoted && (c == separator || c == '\r' || c == '\n')) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

bool computes(std::string_view cell) {
  static const std::regex number("-?[0-9]+([.][0-9]+)?"),
      acting("([\\s\"]|\xC2\xA0|\xE3\x80\x80)*([-=+@]|\xEF\xBC[\x9D\x8B\x8D\xA0])[^]*");
  const std::string text(cell);
  if (std::regex_match(text, number)) return false;
  return text.starts_with('\t') || text.starts_with('\r') || std::regex_match(text, acting);
}

std::vector<std::map<std::string, std::string>> records(const std::vector<Row>& rows) {
  std::vector<std::map<std::string, std::string>> out;
  for (std::size_t i = 1; i < rows.size(); ++i)
    for (std::size_t cell = 0; cell < rows[i].size(); ++cell) {
      if (cell == 0) out.emplace_back();
      out.back()[rows[0][cell]] = rows[i][cell];
    }
  return out;
}

}  // namespace rehab_test
