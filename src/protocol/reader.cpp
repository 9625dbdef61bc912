#include "protocol/reader.hpp"

#include <algorithm>
#include <map>

#include "text/append.hpp"
#include "text/nearest.hpp"

namespace rehab::protocol {

using document::Member;
using document::Node;

namespace {

std::string number_text(std::size_t number) {
  std::string out;
  text::append_number(out, static_cast<std::int64_t>(number));
  return out;
}

// Calls `repeated` with each entry whose name stands before, and with the first of that name.
template <class Name, class Repeated>
void find_repeated(const document::List<Node>& entries, Name name, Repeated repeated) {
  if (entries.size() < 2) return;
  std::map<std::string_view, const Node*> seen;
  for (const Node& entry : entries) {
    const Node* named = name(entry);
    if (!named || named->kind != Node::Kind::text) continue;
    const auto [first, fresh] = seen.try_emplace(named->text, named);
    if (!fresh) repeated(*named, *first->second);
  }
}

std::string write(std::string_view name) { return joined({"write ", quote(name)}); }

// The table that stands inside `table`, at any depth, and knows the key; null: none.
const Table* table_below(const Table& table, std::string_view key) {
  for (const Key& k : table.keys) {
    if (!k.table) continue;
    if (k.table()->find(key)) return k.table();
    if (const Table* below = table_below(*k.table(), key)) return below;
  }
  return nullptr;
}

}  // namespace

// --- Messages --------------------------------------------------------------------------------------------

std::string Reader::subject(const Node& node, const Key& key) const {
  return quote(key.name) + (&node == value_ ? " is " : " holds ");
}

// What stands there; of a secret only its kind.
std::string Reader::shown(const Node& node, const Key& key) const {
  if (node.kind == Node::Kind::table) return std::string(a_table());
  if (!key.secret) return show(node);
  return std::string(node.kind == Node::Kind::text ? "a text that does not fit" : document::describe(node.kind));
}

// Many programs write `null` for nothing: then what was wanted does not matter, unless the key must be there.
void Reader::wrong(const Node& node, const Key& key, std::string_view wanted, std::string hint) {
  if (node.kind == Node::Kind::nothing) {
    if (&node != value_ || !key.required) return needless(node, key);
    hint = "write it";
  }
  report.error(node, "type", joined({subject(node, key), shown(node, key), "; wanted ", wanted}), std::move(hint));
}

void Reader::needless(const Node& node, const Key& key) {
  const std::string_view what = &node == value_ ? "the key" : "it";
  report.error(node, "type", joined({subject(node, key), "null; leave ", what, " out where there is nothing to say"}), "remove it");
}

void Reader::off_bounds(const Node& node, const Key& key, std::string_view wanted) {
  const std::string what = key.secret ? std::string(&node == value_ ? "out of bounds" : "a number out of bounds") : show(node);
  report.error(node, "bounds", joined({subject(node, key), what, "; wanted ", wanted}));
}

// The hint that names the nearest of the known names; "": none is near.
std::string Reader::near(std::string_view word, std::span<const std::string_view> names) {
  if (names.size() > comparisons_) return {};
  comparisons_ -= names.size();
  const std::string_view nearest = text::nearest(word, names);
  return nearest.empty() ? std::string{} : write(nearest);
}

void Reader::not_here(const Node& node, std::string what, const Ids& known, std::string hint) {
  if (std::string nearest = near(node.text, known.all()); !nearest.empty()) hint = std::move(nearest);
  report.error(node, "reference", joined({"there is no ", std::move(what)}), std::move(hint));
}

// Where a key that this table does not know may have been meant to stand. Tables around it come first: a key under the wrong header
// is the commonest slip. One that they hold already was hardly meant for them. `free` are the keys that this table still lacks.
std::string Reader::home_of(std::string_view key, const Table& table, std::span<const std::string_view> free) {
  constexpr std::string_view move = "move it to ";
  bool above = false;
  for (auto it = above_.rbegin(); it != above_.rend(); ++it) {
    if (!it->table->find(key)) continue;
    if (!it->node->find(key)) return joined({move, where(*it->table)});
    above = true;
  }
  if (const Table* below = table_below(table, key)) return joined({move, where(*below)});
  if (std::string nearest = near(key, free); !nearest.empty()) return nearest;
  for (const Table* other : tables_) {
    if (!above && other->find(key)) return joined({move, where(*other)});
  }
  const auto readings = std::ranges::find(table.keys, Type::readings, &Key::type);
  if (!above && readings != table.keys.end())
    return joined({"remove it, or, if it is a measure, move it to ", quote(readings->name)});
  return "remove it";
}

// --- Lists -----------------------------------------------------------------------------------------------

bool Reader::list(const Node& node, const Key& key) {
  if (node.kind != Node::Kind::array) {
    wrong(node, key, node.kind == Node::Kind::table ? wanted(key) : "a list",
          node.kind == Node::Kind::table ? "" : "put it in square brackets");
  } else if (node.items.empty() && key.least > 0) {
    report.error(node, "type", joined({quote(key.name), " is an empty list; wanted at least one entry"}),
                 key.required ? "list at least one" : "leave the key out if there is nothing to list");
  } else if (node.items.size() > key.most) {
    report.error(node, "limit",
                 joined({quote(key.name), " lists ", number_text(node.items.size()), " entries; at most ", number_text(key.most),
                         " are read"}),
                 "shorten the list");
  } else {
    return true;
  }
  return false;
}

bool Reader::list_of_words(const Node& node, const Key& key) {
  if (!list(node, key)) return false;
  find_repeated(
      node.items, [](const Node& item) { return &item; },
      [&](const Node& again, const Node&) {
        report.error(again, "type",
                     joined({quote(key.name), " lists ", key.secret ? std::string("an entry") : show(again), " twice"}),
                     "remove one of them");
      });
  return true;
}

bool Reader::list_of_tables(const Node& node, const Key& key) {
  if (node.kind != Node::Kind::array) {
    const bool headed = key.table()->header.starts_with("[[");
    wrong(node, key, form_ == document::Form::json ? "a list of objects" : "a list of tables",
          !headed                         ? "put the entries in square brackets"
          : form_ == document::Form::json ? joined({"write ", opening(*key.table(), form_)})
                                          : joined({"begin each entry with ", opening(*key.table(), form_)}));
    return false;
  }
  if (!list(node, key)) return false;
  find_repeated(
      node.items, [](const Node& item) { return item.find("id"); },
      [&](const Node& again, const Node& first) {
        report.error(again, "id",
                     joined({"id ", quote(again.text), " stands twice; first in line ", number_text(first.place.line)}),
                     "give each its own id");
      });
  return true;
}

// --- Tables ----------------------------------------------------------------------------------------------

bool Reader::is_table(const Node& node, const Key& key) {
  if (node.kind == Node::Kind::table) return true;
  const bool says_more = key.type == Type::map || key.type == Type::readings || key.type == Type::counts;
  wrong(node, key, says_more && &node == value_ ? wanted(key) : std::string(a_table()));
  return false;
}

bool Reader::good_id(const Member& member) {
  Key id;
  id.type = Type::id;
  if (is_good(id, member.key)) return true;
  report.error(member, "id", joined({"the name ", quote(member.key), " is not ", wanted(id)}),
               "use only a to z, 0 to 9 and hyphens between them");
  return false;
}

bool Reader::take_name(const Member& member, Assumption& entry) {
  const auto it = std::ranges::find(exercise_kind_names, member.key);
  if (it == exercise_kind_names.end()) {
    report.error(member, "unknown-key", joined({"there is no kind of exercise ", quote(member.key)}),
                 or_else(near(member.key, exercise_kind_names), "name a kind of exercise, as strength or stretch"));
    return false;
  }
  entry.kind = static_cast<Exercise::Kind>(it - exercise_kind_names.begin());
  return true;
}

bool Reader::take_name(const Member& member, Substitute& entry) {
  const Ids& ids = shelves[Shelf::exercise];
  const auto index = ids.find(member.key);
  if (index) {
    entry.replaces.value = *index;
  } else if (shelves.complete) {
    report.error(member, "reference", joined({"there is no exercise ", quote(member.key)}), near(member.key, ids.all()));
  }
  return index.has_value();
}

void Reader::value(const Node& node, const Key& key, std::array<std::optional<SeverityOffer>, 3>& out) {
  if (!is_table(node, key)) return;
  for (const Member& member : node.members) {
    const auto it = std::ranges::find(severity_names, member.key);
    value_ = &member.value;
    if (it == severity_names.end()) {
      report.error(member, "unknown-key", joined({"there is no severity ", quote(member.key)}),
                   or_else(near(member.key, severity_names), only_severities));
    } else if (is_table(member.value, key)) {
      table(member.value, table_of<SeverityOffer>(), &out[static_cast<std::size_t>(it - severity_names.begin())].emplace());
    }
  }
}

// The key of each member, in order; null: an unknown one.
Reader::Keys Reader::keys_of(const Node& node, const Table& table) {
  Keys keys;
  keys.reserve(node.members.size());
  for (const Member& member : node.members) keys.push_back(table.find(member.key));
  return keys;
}

// Whether a member is unknown, or a key missing.
bool Reader::is_odd(const Keys& keys, const Table& table) {
  std::ptrdiff_t required = 0;
  for (const Key* key : keys) {
    if (!key) return true;
    required += key->required ? 1 : 0;
  }
  return required < std::ranges::count(table.keys, true, &Key::required);
}

// Returns the hints that were given.
std::vector<std::string> Reader::unknown_keys(const Node& node, const Table& table) {
  std::vector<std::string> hints;
  std::vector<std::string_view> free;
  for (const Key& key : table.keys) {
    if (!node.find(key.name)) free.push_back(key.name);
  }
  for (const Member& member : node.members) {
    if (report.full()) break;
    if (table.find(member.key)) continue;
    hints.push_back(home_of(member.key, table, free));
    report.error(member, "unknown-key", joined({"unknown key ", quote(member.key), " in ", where(table)}), hints.back());
  }
  return hints;
}

// A key that is only mistyped is not missing too.
void Reader::missing_keys(const Node& node, const Table& table, std::span<const std::string> hints) {
  for (const Key& key : table.keys) {
    if (!key.required || node.find(key.name) || std::ranges::count(hints, write(key.name)) > 0) continue;
    const std::string what = key.table ? opening(*key.table(), form_) : joined({quote(key.name), ", ", wanted(key)});
    report.error_at(node, key.name, "missing-key", joined({quote(key.name), " is missing in ", where(table)}),
                    joined({"add ", what}));
  }
}

void Reader::table(const Node& node, const Table& table, void* object) {
  const Keys keys = keys_of(node, table);
  if (is_odd(keys, table)) missing_keys(node, table, unknown_keys(node, table));
  above_.push_back({&table, &node});
  for (std::size_t i = 0; i < keys.size() && !report.full(); ++i) {
    if (!keys[i]) continue;
    value_ = &node.members[i].value;
    keys[i]->read(*this, *value_, *keys[i], object);
  }
  above_.pop_back();
  if (!report.full()) provenance(node, table, keys);
}

}  // namespace rehab::protocol
