#include <algorithm>

#include "protocol/check.hpp"
#include "protocol/keys.hpp"
#include "text/append.hpp"

namespace rehab::protocol {

using document::Member;
using document::Node;

namespace {

std::string lines(std::size_t n) {
  std::string out = "wanted ";
  text::append_number(out, static_cast<std::int64_t>(n));
  return out += n == 1 ? " line, as in the original" : " lines, as in the original";
}

const Node* by_id(const Node& list, std::string_view id) {
  for (const Node& item : list.items) {
    const Node* its = item.find("id");
    if (its && its->text == id) return &item;
  }
  return nullptr;
}

// What a translation says of itself.
constexpr std::string_view heading[]{"schema", "language", "of"};

class TranslationCheck {
 public:
  explicit TranslationCheck(Report& report) : report_(report) {}

  void table(const Node& node, const Node& original, const Table& keys) {
    if (node.kind != Node::Kind::table) return report_.error(node, "translation", "wanted a table");
    for (const Member& member : node.members) {
      if (&node == &report_.root() && std::ranges::count(heading, member.key) > 0) continue;
      const Key* key = keys.find(member.key);
      const Node* its = original.find(member.key);
      if (!key || !its) {
        report_.error_at(node, member.key, "translation", quote(member.key) + " is not in the original");
      } else {
        entry(node, member, *its, *key);
      }
    }
  }

 private:
  void entry(const Node& node, const Member& member, const Node& original, const Key& key) {
    switch (key.type) {
      case Type::text:
      case Type::line:
        if (member.value.kind != Node::Kind::text) report_.error(member.value, "translation", "is " + show(member.value) + "; wanted text");
        break;
      case Type::texts:
      case Type::lines: same_length(member.value, original); break;
      case Type::signs:
        for (const Member& severity : member.value.members) {
          const Node* its = original.find(severity.key);
          if (its) {
            same_length(severity.value, *its);
          } else {
            report_.error_at(member.value, severity.key, "translation", quote(severity.key) + " is not in the original");
          }
        }
        break;
      case Type::table: table(member.value, original, *key.table()); break;
      case Type::list:
      case Type::map:
        for (const Member& child : member.value.members) {
          const Node* its = key.type == Type::map ? original.find(child.key) : by_id(original, child.key);
          if (its) {
            table(child.value, *its, *key.table());
          } else {
            report_.error_at(member.value, child.key, "translation", quote(child.key) + " is not in the original");
          }
        }
        break;
      default: report_.error_at(node, member.key, "translation", quote(member.key) + " is not a text; a translation has texts only");
    }
  }

  void same_length(const Node& list, const Node& original) {
    const bool texts = std::ranges::all_of(list.items, [](const Node& item) { return item.kind == Node::Kind::text; });
    if (list.kind != Node::Kind::array || !texts || list.items.size() != original.items.size()) {
      report_.error(list, "translation", "is " + std::string(document::describe(list.kind)) + "; " + lines(original.items.size()));
    }
  }

  Report& report_;
};

}  // namespace

void check_translation(std::string_view language, const Node& original, Report& report) {
  const Node& root = report.root();
  const Node* said = root.find("language");
  if (!said || said->text != language) {
    report.error_at(root, "language", "translation", "language is not " + quote(language) + ", as the file's name says");
  }
  const bool protocol = original.find("phase") != nullptr;
  const Node* of = root.find("of");
  const Node* version = original.find("version");
  if (protocol && version && (!of || of->text != version->text)) {
    report.error_at(root, "of", "translation", "is not of the original's version " + show(*version), "translate what changed, then write that version");
  }
  TranslationCheck(report).table(root, original, protocol ? protocol_table() : catalog_table());
}

}  // namespace rehab::protocol
