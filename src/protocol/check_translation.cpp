#include <algorithm>
#include <map>

#include "protocol/check.hpp"
#include "protocol/keys.hpp"
#include "protocol/reader.hpp"

namespace rehab::protocol {

using document::Member;
using document::Node;

namespace {

std::string lines(std::size_t n) { return number(static_cast<int>(n)) + (n == 1 ? " line" : " lines"); }

// The tables of a list by id, or of a map by name.
std::map<std::string_view, const Node*> by_name(const Node& tables, bool is_map) {
  std::map<std::string_view, const Node*> out;
  for (const Node& item : tables.items) {
    if (const Node* id = item.find("id")) out.try_emplace(id->text, &item);
  }
  for (std::size_t i = 0; is_map && i < tables.members.size(); ++i)
    out.try_emplace(tables.members[i].key, &tables.members[i].value);
  return out;
}

// What a translation says of itself.
constexpr std::string_view heading[]{"schema", "language", "of"};

class TranslationCheck {
 public:
  explicit TranslationCheck(Reader& reader) : reader_(reader), report_(reader.report) {}

  void table(const Node& node, const Node& original, const Table& keys) {
    if (node.kind != Node::Kind::table)
      return report_.error(node, "translation", joined({"is ", show(node), "; wanted a table"}), as_there);
    for (const Member& member : node.members) {
      if (report_.full()) return;
      if (&node == &report_.root() && std::ranges::count(heading, member.key) > 0) continue;
      const Key* key = keys.find(member.key);
      const Node* its = original.find(member.key);
      if (!key || !its) {
        stranger(member);
      } else {
        entry(member, *its, *key);
      }
    }
  }

 private:
  static constexpr const char* as_there = "write it as in the original";

  void stranger(const Member& member) {
    report_.error(member, "translation", joined({quote(member.key), " is not in the original"}), "remove it, or mend its name");
  }

  void entry(const Member& member, const Node& original, const Key& key) {
    if (key.fixed) return report_.error(member, "translation", joined({quote(member.key), " is never translated"}), "remove it");
    switch (key.type) {
      case Type::text:
      case Type::line:
        text(member.value, key);
        break;
      case Type::texts:
      case Type::lines:
        same_length(member.value, original, key);
        break;
      case Type::signs:
        if (member.value.kind != Node::Kind::table)
          return report_.error(member, "translation", joined({quote(member.key), " is ", show(member.value), "; wanted a table"}),
                               as_there);
        for (const Member& severity : member.value.members) {
          if (const Node* its = original.find(severity.key)) {
            same_length(severity.value, *its, key);
          } else {
            stranger(severity);
          }
        }
        break;
      case Type::table:
        table(member.value, original, *key.table());
        break;
      case Type::list:
      case Type::map:
        tables(member, original, key);
        break;
      default:
        report_.error(member, "translation", joined({quote(member.key), " is not a text; a translation has texts only"}),
                      "remove it");
    }
  }

  void tables(const Member& member, const Node& original, const Key& key) {
    if (member.value.kind != Node::Kind::table) {
      return report_.error(member, "translation", joined({quote(member.key), " is ", show(member.value), "; wanted tables by id"}),
                           joined({"write [", member.key, ".ID]"}));
    }
    const auto known = by_name(original, key.type == Type::map);
    for (const Member& child : member.value.members) {
      if (report_.full()) return;
      if (const auto it = known.find(child.key); it != known.end()) {
        table(child.value, *it->second, *key.table());
      } else {
        stranger(child);
      }
    }
  }

  void text(const Node& node, const Key& key) {
    if (node.kind != Node::Kind::text)
      return report_.error(node, "translation", joined({quote(key.name), " is ", show(node), "; wanted text"}), as_there);
    Key one = key;
    if (key.type == Type::texts || key.type == Type::signs) one.type = Type::text;
    if (key.type == Type::lines) one.type = Type::line;
    std::string taken;
    reader_.value(node, one, taken);
  }

  void same_length(const Node& list, const Node& original, const Key& key) {
    if (list.kind == Node::Kind::array && list.items.size() == original.items.size()) {
      for (const Node& item : list.items) text(item, key);
      return;
    }
    const bool is_list = list.kind == Node::Kind::array;
    report_.error(list, "translation",
                  joined({quote(key.name), is_list ? " has " : " is ", is_list ? lines(list.items.size()) : show(list), "; wanted ",
                          lines(original.items.size())}),
                  "translate line by line");
  }

  Reader& reader_;
  Report& report_;
};

}  // namespace

void check_language(std::string_view language, Report& report) {
  const Node* said = report.root().find("language");
  if (said && said->text == language) return;
  report.error_at(report.root(), "language", "translation",
                  joined({"`language` is not ", quote(language), ", as the file's name says"}),
                  joined({"write language = \"", language, "\", or rename the file"}));
}

void check_translation(std::string_view language, const Node& original, Reader& reader) {
  Report& report = reader.report;
  const Node& root = report.root();
  check_language(language, report);
  const bool protocol = original.find("phase") != nullptr;
  const Node* of = root.find("of");
  const Node* version = original.find("version");
  if (protocol && version && (!of || of->text != version->text)) {
    report.error_at(root, "of", "translation", joined({"`of` is not ", quote(version->text), ", the version of the original"}),
                    "translate what changed, then write that version");
  }
  TranslationCheck(reader).table(root, original, protocol ? protocol_table() : catalog_table());
}

}  // namespace rehab::protocol
