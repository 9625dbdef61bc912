#include <algorithm>
#include <cassert>
#include <iterator>

#include "protocol/keys.hpp"
#include "protocol/report.hpp"
#include "text/append.hpp"

namespace rehab::protocol {

namespace {

std::string number_text(double number) {
  std::string out;
  text::append_number(out, number);
  return out;
}

void append_span(std::string& out, const Key& key) {
  out += " from ";
  text::append_number(out, key.low);
  out += " to ";
  text::append_number(out, key.high);
}

void append_names(std::string& out, const Key& key) {
  bool first = true;
  for (const std::string_view name : key.names) {
    if (!first) out += ", ";
    first = false;
    out += name;
  }
}

void append_shelf(std::string& out, const Key& key) {
  if (key.shelf == Shelf::protocol) {
    out += "protocols";
  } else {
    ((out += '[') += name(key.shelf)) += ".*]";
  }
}

struct Pattern {
  Type type;
  std::string_view words;   // `%` is what the key itself says: its bounds, names, or shelf
  std::string_view json{};  // the same in the words of JSON, where they are others
};
constexpr Pattern patterns[]{
    {Type::text, "text"},
    {Type::line, "text without digits"},
    {Type::texts, "a list of texts"},
    {Type::lines, "a list of texts without digits"},
    {Type::id, "lower-case words with hyphens, at most 64 letters"},
    {Type::ids, "a list of lower-case words with hyphens"},
    {Type::version, "a version like 1.0.0"},
    {Type::language, "a language like en or de-AT"},
    {Type::doi, "a doi like 10.1000/abc, without https://"},
    {Type::boolean, "true or false"},
    {Type::yes, "true, or no such key"},
    {Type::whole, "a whole number%"},
    {Type::number, "a number%"},
    {Type::wholes, "a list of whole numbers%"},
    {Type::choice, "one of %"},
    {Type::choices, "a list of %"},
    {Type::reference, "one of the ids of %"},
    {Type::references, "a list of ids of %"},
    {Type::key_names, "a list of keys of this table"},
    {Type::amount, "a whole number%, a range, a list by week or a table by severity"},
    {Type::by_severity, "a whole number% or a table by severity"},
    {Type::length, "a whole number% or a table by severity"},
    {Type::pose, "a table of trunk, hip, knee, ankle"},
    {Type::tempo, "a table of lift, hold, lower, pass"},
    {Type::norms, "a list of { age, men, women }"},
    {Type::signs, "a table by severity"},
    {Type::load, "bodyweight, rm or the name of a [load.*]"},
    {Type::ladder, "the name of a [ladder.*]"},
    {Type::workout, "the id of a workout"},
    {Type::workouts, "a list of ids of workouts"},
    {Type::phases, "a list of ids of phases"},
    {Type::prose, "text"},
    {Type::date, "a date like 2026-12-01", "a date like \"2026-12-01\""},
    {Type::clock, "a time of the day like \"07:30\""},
    {Type::uuid, "a uuid like 7c9e6679-7425-40de-944b-e07fc1f90ae7"},
    {Type::hash, "40 hexadecimal digits"},
    {Type::readings, "a table of numbers%, or true and false, by measure", "an object of numbers%, or true and false, by measure"},
    {Type::counts, "a table of whole numbers%, by id", "an object of whole numbers%, by id"},
    {Type::table, "a table", "an object"},
    {Type::list, "a list of tables", "a list of objects"},
    {Type::map, "tables by name"},
};

// "[[diary]]" without its brackets; "": what is no header.
std::string_view name_in_header(std::string_view header) {
  if (!header.starts_with('[')) return {};
  const std::size_t first = header.find_first_not_of('[');
  return header.substr(first, header.find(']') - first);
}

}  // namespace

std::string where(const Table& table, document::Form form) {
  const std::string_view name = name_in_header(table.header);
  if (form == document::Form::toml || name.empty()) return std::string(table.header);
  return joined({table.header.starts_with("[[") ? "an entry of " : "", quote(name)});
}

std::string opening(const Table& table, document::Form form) {
  const std::string_view name = name_in_header(table.header);
  if (form == document::Form::toml || name.empty()) return std::string(table.header);
  return joined({"\"", name, table.header.starts_with("[[") ? "\": [{…}]" : "\": {…}"});
}

std::string wanted(const Key& key, document::Form form) {
  if (key.type == Type::whole && key.low == key.high) return number_text(key.low);
  const auto pattern = std::ranges::find(patterns, key.type, &Pattern::type);
  assert(pattern != std::end(patterns));
  std::string out;
  const bool in_json = form == document::Form::json && !pattern->json.empty();
  for (const char c : in_json ? pattern->json : pattern->words) {
    if (c != '%') {
      out += c;
    } else if (!key.names.empty()) {
      append_names(out, key);
    } else if (key.type == Type::reference || key.type == Type::references) {
      append_shelf(out, key);
    } else {
      append_span(out, key);
    }
  }
  return out;
}

}  // namespace rehab::protocol
