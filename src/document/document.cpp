#include "document/document.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "document/encoding.hpp"
#include "document/rephrase.hpp"
#include "document/scan.hpp"
#include "document/trouble.hpp"
#include "text/append.hpp"

namespace rehab::document {
namespace {

constexpr std::size_t most_errors = 20;
constexpr std::size_t most_octets = 4 * largest_file;  // parsed in all, over all errors

Place place_of(const toml::source_region& region) { return {region.begin.line, region.begin.column}; }

// --- From the parser's tree to ours ---

void append_date(std::string& out, const toml::date& date) {
  text::append_padded(out, date.year, 4);
  out += '-';
  text::append_padded(out, date.month, 2);
  out += '-';
  text::append_padded(out, date.day, 2);
}

void append_time(std::string& out, const toml::time& time) {
  text::append_padded(out, time.hour, 2);
  out += ':';
  text::append_padded(out, time.minute, 2);
  out += ':';
  text::append_padded(out, time.second, 2);
  if (time.nanosecond == 0) return;
  out += '.';
  text::append_padded(out, time.nanosecond, 9);
  out.erase(out.find_last_not_of('0') + 1);
}

void append_offset(std::string& out, int minutes) {
  if (minutes == 0) {
    out += 'Z';
    return;
  }
  out += minutes < 0 ? '-' : '+';
  text::append_padded(out, std::abs(minutes) / 60, 2);
  out += ':';
  text::append_padded(out, std::abs(minutes) % 60, 2);
}

void append_moment(std::string& out, const toml::date& date) { append_date(out, date); }
void append_moment(std::string& out, const toml::time& time) { append_time(out, time); }
void append_moment(std::string& out, const toml::date_time& moment) {
  append_date(out, moment.date);
  out += 'T';
  append_time(out, moment.time);
  if (moment.offset) append_offset(out, moment.offset->minutes);
}

// Calls itself through tables and arrays, at most about 260 deep: see scan.hpp.
class Filler {
 public:
  explicit Filler(Memory& memory) : memory_(memory) {}

  void fill(Node& node, const toml::node& source) {
    node.place = place_of(source.source());
    source.visit([&](const auto& value) {
      using Value = std::remove_cvref_t<decltype(value)>;
      if constexpr (toml::is_table<Value> || toml::is_array<Value>) {
        set(node, value);
      } else {
        set(node, value.get());
      }
    });
  }

 private:
  void set(Node& node, const toml::table& table) {
    node.kind = Node::Kind::table;
    node.members = memory_.make<Member>(table.size());
    Member* member = node.members.begin();
    for (const auto& [key, value] : table) {
      member->key = memory_.keep(key.str());
      // A table of a header begins at its bracket, before its key; any other value after its key.
      member->place = std::min(place_of(key.source()), place_of(value.source()));
      fill(member++->value, value);
    }
    std::sort(node.members.begin(), node.members.end(), [](const Member& a, const Member& b) { return a.place < b.place; });
  }

  void set(Node& node, const toml::array& array) {
    node.kind = Node::Kind::array;
    node.items = memory_.make<Node>(array.size());
    Node* item = node.items.begin();
    for (const toml::node& value : array) fill(*item++, value);
  }

  void set(Node& node, const std::string& text) {
    node.kind = Node::Kind::text;
    node.text = memory_.keep(reveal(text));
  }
  void set(Node& node, std::int64_t number) {
    node.kind = Node::Kind::whole;
    node.whole = number;
    node.real = static_cast<double>(number);
  }
  void set(Node& node, double number) {
    node.kind = Node::Kind::real;
    node.real = number;
  }
  void set(Node& node, bool boolean) {
    node.kind = Node::Kind::boolean;
    node.boolean = boolean;
  }
  template <class Moment>
  void set(Node& node, const Moment& moment) {
    std::string text;
    append_moment(text, moment);
    node.kind = Node::Kind::moment;
    node.text = memory_.keep(text);
  }

  Memory& memory_;
};

// --- Keys that stand twice ---

using Path = std::vector<std::string>;

// The table that later lines add to; of an array of tables the last. Null: none can be added to.
const toml::table* inside(const toml::node& node) {
  const toml::array* const array = node.as_array();
  const toml::table* const table = array != nullptr && !array->empty() ? array->back().as_table() : node.as_table();
  return table != nullptr && !table->is_inline() ? table : nullptr;
}

// The names of a header `[a.b]` or of a key with any value `a.b = 0`, read by the parser itself.
Path path_of(const std::string& statement) {
  Path path;
  const toml::table parsed = toml::parse(statement + '\n');
  for (const toml::table* table = &parsed; table != nullptr && table->size() == 1;) {
    const auto member = table->begin();
    path.emplace_back(member->first.str());
    table = inside(member->second);
  }
  return path;
}

struct Found {
  std::string path;  // as far as it stands already: "a.b"
  std::uint32_t line = 0;
  bool blocked = false;  // more was to follow, but nothing can be added to what stands there
};

Found follow(const toml::table* table, const Path& path) {
  Found found;
  for (const std::string& name : path) {
    const auto member = table->find(name);
    if (member == table->end()) break;
    if (!found.path.empty()) found.path += '.';
    found.path += name;
    found.line = std::min(place_of(member->first.source()), place_of(member->second.source())).line;
    table = inside(member->second);
    found.blocked = table == nullptr && &name != &path.back();
    if (table == nullptr) break;
  }
  return found;
}

// The table that the lines after a header add to. Null: there is none.
const toml::table* under(const toml::table& root, const Path& header) {
  const toml::table* table = &root;
  for (const std::string& name : header) {
    const auto member = table->find(name);
    table = member == table->end() ? nullptr : inside(member->second);
    if (table == nullptr) break;
  }
  return table;
}

// Null: there is none before the offset.
const Statement* last_header(const Scan& scan, std::size_t offset) {
  const auto is_it = [offset](const Statement& s) { return s.header && s.begin < offset; };
  const auto found = std::find_if(scan.statements.rbegin(), scan.statements.rend(), is_it);
  return found == scan.statements.rend() ? nullptr : &*found;
}

// Where the key or header of a statement, or the beginning of it, stands before.
Found find_first(const std::string& text, const Scan& scan, const Statement& statement) {
  const auto slice = [&text](std::size_t begin, std::size_t end) { return text.substr(begin, end - begin); };
  const toml::table before = toml::parse(hide(slice(0, statement.begin), scan.hazards));
  if (statement.header) return follow(&before, path_of(slice(statement.begin, statement.end)));
  const Statement* const header = last_header(scan, statement.begin);
  const toml::table* const table = header == nullptr ? &before : under(before, path_of(slice(header->begin, header->end)));
  return table == nullptr ? Found{} : follow(table, path_of(slice(statement.begin, statement.equals) + "= 0"));
}

// --- From the parser's errors to ours ---

const Statement* statement_at(const Scan& scan, std::uint32_t line) {
  const auto found =
      std::find_if(scan.statements.begin(), scan.statements.end(), [line](const Statement& s) { return line <= s.last_line; });
  return found != scan.statements.end() && line >= found->first_line ? &*found : nullptr;
}

// Of what the parser says, the last that stands in single quotes.
std::string_view quoted_name(std::string_view description) {
  const std::size_t end = description.rfind('\'');
  const std::size_t begin = end == 0 || end == description.npos ? description.npos : description.rfind('\'', end - 1);
  return begin == description.npos ? std::string_view{} : description.substr(begin + 1, end - begin - 1);
}

constexpr std::string_view one_of_two = "remove or rename one of the two";

struct Explained {
  Trouble trouble;
  const Statement* statement;  // that is to blame; null: none is known
};

Explained stands_twice(const toml::parse_error& error, const std::string& text, const Scan& scan, const Statement* statement) {
  const Place place = place_of(error.source());
  const std::size_t offset = offset_of(text, place);
  const auto say = [&text](const Found& found, const Statement& blamed) {
    std::string message = quote(found.path) + (found.blocked ? " is complete in line " : " stands twice; first in line ");
    text::append_number(message, std::int64_t{found.line});
    if (found.blocked) message += "; nothing can be added to it";
    return Explained{{"syntax", place_at(text, blamed.begin), std::move(message), std::string(one_of_two)}, &blamed};
  };
  // The parser notices only behind a header that its way leads through something complete.
  if (const Statement* const header = last_header(scan, offset)) {
    if (const Found found = find_first(text, scan, *header); found.blocked) return say(found, *header);
  }
  if (statement == nullptr) return {rephrase(error.description(), place, text), nullptr};
  if (scan_until(text, offset).innermost) {
    const std::string_view name = quoted_name(error.description());
    std::string message = (name.empty() ? "a key" : quote(name)) + " stands twice in an inline table";
    return {{"syntax", place, std::move(message), std::string(one_of_two)}, statement};
  }
  const Found found = find_first(text, scan, *statement);
  if (found.line == 0) return {rephrase(error.description(), place, text), statement};
  return say(found, *statement);
}

Explained explain(const toml::parse_error& error, const std::string& text, const Scan& scan) {
  const Statement* const statement = statement_at(scan, place_of(error.source()).line);
  const std::string_view description = error.description();
  const bool twice =
      description.find("cannot redefine existing ") != description.npos || description.find("cannot insert '") != description.npos;
  if (twice) return stands_twice(error, text, scan, statement);
  return {rephrase(description, place_of(error.source()), text), statement};
}

// --- All errors of a text ---

class Reader {
 public:
  Reader(std::string_view file, std::string_view text) : file_(file), text_(text) {
    if (!text_.ends_with('\n')) text_ += '\n';
  }

  Result<Document> run() {
    for (std::size_t octets = 0; octets <= most_octets && found_.size() < most_errors; octets += text_.size()) {
      const Scan found = scan(text_);
      if (!(found.trouble ? mend(found) : parse(found))) break;
    }
    if (found_.empty()) return std::move(document_);
    std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return std::move(found_);
  }

 private:
  // These two note a trouble and return whether there is a text left in which to look for more.
  bool mend(const Scan& found) {
    found_.push_back(diagnostic(file_, *found.trouble));
    const std::size_t begin = found.offset == 0 ? 0 : text_.rfind('\n', found.offset - 1) + 1;  // npos + 1 is 0
    if (!found.mendable) {
      text_.resize(begin);
      return begin != 0;
    }
    blank(begin, text_.find('\n', begin));
    return true;
  }

  bool parse(const Scan& found) {
    try {
      const toml::table parsed = found.hazards.empty() ? toml::parse(text_) : toml::parse(hide(text_, found.hazards));
      Filler(document_.memory).fill(document_.root, parsed);
      return false;
    } catch (const toml::parse_error& error) {
      auto [trouble, statement] = explain(error, text_, found);
      found_.push_back(diagnostic(file_, std::move(trouble)));
      if (statement == nullptr || statement->header || statement->first_line != statement->last_line) return false;
      blank(statement->begin, statement->end);
      return true;
    }
  }

  void blank(std::size_t begin, std::size_t end) {
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }

  std::string_view file_;
  std::string text_;  // with what was reported blanked
  Document document_;
  std::vector<Diagnostic> found_;
};

constexpr std::string_view kind_names[] = {"a table",  "an array",      "text",           "a whole number",
                                           "a number", "true or false", "a date or time", "null"};

}  // namespace

const Node* Node::find(std::string_view key) const {
  // Most keys differ in length or in their first letter.
  const char first = key.empty() ? '\0' : key.front();
  const auto member = std::find_if(members.begin(), members.end(), [=](const Member& m) {
    return m.key.size() == key.size() && (key.empty() || m.key.front() == first) && m.key == key;
  });
  return member == members.end() ? nullptr : &member->value;
}

Result<Document> parse(std::string_view file, std::string_view text) {
  if (std::optional<Trouble> trouble = check_encoding(text)) return std::vector{diagnostic(file, std::move(*trouble))};
  try {
    return Reader(file, without_mark(text)).run();
  } catch (const std::bad_alloc&) {  // no fault of the file
    throw;
  } catch (const std::exception& exception) {
    return std::vector{diagnostic(file, {"limit", {}, std::string("the file cannot be read: ") + exception.what(), {}})};
  }
}

std::string_view describe(Node::Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

}  // namespace rehab::document
