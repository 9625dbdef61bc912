#include "protocol/translate.hpp"

#include <algorithm>
#include <string>

#include "protocol/check.hpp"
#include "protocol/keys.hpp"

namespace rehab::protocol {

using document::Member;
using document::Node;

namespace {

Node* child(Node& table, std::string_view key) {
  const auto it = std::ranges::find(table.members, key, &Member::key);
  return it == table.members.end() ? nullptr : &it->value;
}

// The table of this id in a list, or of this name in a map.
Node* entry(Node& tables, std::string_view id) {
  if (tables.kind == Node::Kind::table) return child(tables, id);
  for (Node& item : tables.items)
    if (const Node* own = item.find("id"); own && own->text == id) return &item;
  return nullptr;
}

void replace_lines(Node& lines, const Node& by) {
  for (std::size_t i = 0; i < std::min(lines.items.size(), by.items.size()); ++i) lines.items[i].text = by.items[i].text;
}

void replace_texts(Node& original, const Node& by, const Table& keys) {
  for (const Member& member : by.members) {
    const Key* key = keys.find(member.key);
    Node* its = key ? child(original, member.key) : nullptr;
    if (!its) continue;
    switch (key->type) {
      case Type::text:
      case Type::line:
      case Type::language:
        its->text = member.value.text;
        break;
      case Type::texts:
      case Type::lines:
        replace_lines(*its, member.value);
        break;
      case Type::signs:
        for (const Member& severity : member.value.members)
          if (Node* lines = child(*its, severity.key)) replace_lines(*lines, severity.value);
        break;
      case Type::table:
        replace_texts(*its, member.value, *key->table());
        break;
      case Type::list:
      case Type::map:
        for (const Member& named : member.value.members)
          if (Node* table = entry(*its, named.key)) replace_texts(*table, named.value, *key->table());
        break;
      default:  // `schema`
        break;
    }
  }
}

const Table& table_of_file(const Node& root) { return root.find("phase") ? protocol_table() : catalog_table(); }

const Node* find_in(const Node* table, std::string_view key) { return table ? table->find(key) : nullptr; }

struct Count {
  int texts = 0, missing = 0;
  std::string first;  // where the first is missing

  void add(const Node* translation, const std::string& path) {
    ++texts;
    if (translation || missing++ > 0) return;
    first = path;
  }
};

void count_texts(const Node& original, const Node* translation, const Table& keys, const std::string& path, Count& count) {
  for (const Member& member : original.members) {
    const Key* key = keys.find(member.key);
    if (!key || key->fixed) continue;
    const Node* its = find_in(translation, member.key);
    const std::string here = path.empty() ? std::string(member.key) : joined({path, ".", member.key});
    switch (key->type) {
      case Type::text:
      case Type::line:
      case Type::texts:
      case Type::lines:
        count.add(its, here);
        break;
      case Type::signs:
        for (const Member& severity : member.value.members)
          count.add(find_in(its, severity.key), joined({here, ".", severity.key}));
        break;
      case Type::table:
        count_texts(member.value, its, *key->table(), here, count);
        break;
      case Type::map:
        for (const Member& named : member.value.members)
          count_texts(named.value, find_in(its, named.key), *key->table(), joined({here, ".", named.key}), count);
        break;
      case Type::list:
        for (const Node& item : member.value.items)
          if (const Node* id = item.find("id"))
            count_texts(item, find_in(its, id->text), *key->table(), joined({here, ".", id->text}), count);
        break;
      default:
        break;
    }
  }
}

}  // namespace

void translate(Node& original, const Node& translation) { replace_texts(original, translation, table_of_file(original)); }

void check_missing_texts(const Node& original, Report& translation) {
  Count count;
  count_texts(original, &translation.root(), table_of_file(original), {}, count);
  if (count.missing == 0) return;
  translation.warning_at(
      translation.root(), "language", "untranslated",
      joined({number(count.missing), " of ", number(count.texts), count.missing == 1 ? " texts is missing" : " texts are missing",
              "; they are printed as in the original"}),
      joined({"add them, the first is ", quote(count.first)}));
}

}  // namespace rehab::protocol
