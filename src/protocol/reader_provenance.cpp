// Where every number comes from: cited, or named in a list.
#include <algorithm>
#include <array>

#include "protocol/reader.hpp"

namespace rehab::protocol {

using document::Node;

namespace {

constexpr std::array<std::string_view, 3> lists{"secondary", "needs_review", "assumed"};

bool names(const Node& table, std::string_view list, std::string_view key) {
  const Node* keys = table.find(list);
  return keys &&
         std::ranges::any_of(keys->items, [&](const Node& item) { return item.kind == Node::Kind::text && item.text == key; });
}

// No honest list is longer than the table has keys.
bool is_short(const Node& list, const Table& table) { return list.items.size() <= table.keys.size(); }

}  // namespace

void Reader::provenance(const Node& node, const Table& table, const Keys& keys) {
  bool listed = false, cited = false;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (!keys[i]) continue;
    cited = cited || keys[i]->name == "cite";
    if (keys[i]->type != Type::key_names) continue;
    listed = true;
    if (!is_short(node.members[i].value, table)) return;
  }
  if (listed) provenance_lists(node, table);
  if (!cited && table.find("cite") && table.find("needs_review")) source_of_all(node, table);
}

void Reader::provenance_lists(const Node& node, const Table& table) {
  for (auto list = lists.begin(); list != lists.end(); ++list) {
    const Node* keys = node.find(*list);
    if (!keys || !table.find(*list)) continue;
    for (const Node& item : keys->items) {
      if (item.kind != Node::Kind::text) continue;
      if (!node.find(item.text)) {
        std::vector<std::string_view> here;
        for (const Key& key : table.keys) {
          if (node.find(key.name)) here.push_back(key.name);
        }
        const std::string nearest = near(item.text, here);
        report.error(item, "provenance", joined({quote(*list), " names ", quote(item.text), ", which is not in this table"}),
                     nearest.empty() ? "remove it, or add the key" : nearest);
      }
      if (std::any_of(lists.begin(), list, [&](std::string_view before) { return names(node, before, item.text); })) {
        report.error(item, "provenance", joined({quote(item.text), " stands in two of secondary, needs_review, assumed"}),
                     "keep the one that is true");
      }
    }
  }
  if (node.find("needs_review") && !node.find("note")) {
    report.error_at(node, "needs_review", "provenance", "`needs_review` without a `note` that says what is open", "add `note`");
  }
}

// Every number is cited or assumed; some tables cite even without one.
void Reader::source_of_all(const Node& node, const Table& table) {
  std::string bare;
  for (const Key& key : table.keys) {
    if (!key.sourced || !node.find(key.name) || names(node, "assumed", key.name)) continue;
    // That an exercise is replaced is not a number; `assumed` may say so.
    if (key.name == "exercise") continue;
    if (!bare.empty()) bare += ", ";
    bare += quote(key.name);
  }
  if (!bare.empty()) {
    report.error_at(node, "cite", "provenance",
                    joined({"no source for ", bare, ": there is no `cite`, and `assumed` does not name them"}),
                    "add `cite`, or name them in `assumed`");
  } else if (table.name == "dose" || table.name == "evidence") {
    report.error_at(node, "cite", "provenance", joined({"no source: ", table.header, " always has a `cite`"}), "add `cite`");
  } else if (table.name == "advice" && !names(node, "needs_review", "lines") && !names(node, "assumed", "lines")) {
    report.error_at(node, "cite", "provenance", "no source for `lines`",
                    "add `cite`, or name `lines` in `needs_review` or `assumed`");
  }
}

}  // namespace rehab::protocol
