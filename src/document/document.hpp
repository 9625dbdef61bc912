// A TOML file as one neutral tree in which every key and value knows its line and column. The only place that knows toml++. The
// same tree from JSON: json.hpp.
//
//   Result<Document> file = document::parse("calf-strain.toml", text);
//   const Node* weeks = file->root.find("weeks");  // weeks->whole, weeks->place
//
// Nodes are plain values that point into the memory of their document: to copy one is cheap, to keep it longer than that a mistake.
//
// Limits come first, so that no input can break the parser: 1 MiB a file, 64 levels of nesting, 64 parts in a dotted key, 120
// characters in a number, no NUL, no byte order mark but at the start, valid UTF-8, no control characters, outside quotes only
// ASCII (in comments also printable text), in texts no characters of plane 16. A file of nothing is an empty table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/memory.hpp"
#include "rehab/diagnostic.hpp"

namespace rehab::document {

struct Place {
  std::uint32_t line = 0;    // 1-based; 0: unknown
  std::uint32_t column = 0;  // 1-based, in code points

  friend auto operator<=>(const Place&, const Place&) = default;
};

struct Member;

struct Node {
  // moment: any date or time. nothing: `null`, which only JSON has; no key takes it.
  enum class Kind : std::uint8_t { table, array, text, whole, real, boolean, moment, nothing };
  Kind kind = Kind::table;
  Place place;
  std::string_view text;  // text; of a moment: as ISO 8601
  std::int64_t whole = 0;
  double real = 0;  // also set for whole
  bool boolean = false;
  List<Member> members;  // of a table, in order of their places
  List<Node> items;      // of an array, in order

  const Node* find(std::string_view key) const;  // null: there is none, or this is no table
};

struct Member {
  std::string_view key;
  Place place;  // of the key; of a table with a header `[a.b]`: of the header
  Node value;
};

// How a file is written.
enum class Form : std::uint8_t { toml, json };

struct Document {
  Node root;
  Memory memory;
  Form form = Form::toml;
};

// Reads `text`, which `file` names in messages. Errors have code "limit", "encoding" or "syntax", and their place; only that of a
// file that is too large has none. After a broken `key = value` line the rest is still read, so that one call reports up to 20
// errors; a broken header, or a value of several lines, ends the search, so that no error follows from another. Never throws.
Result<Document> parse(std::string_view file, std::string_view text);

// What a node is, for messages: "text", "a whole number", "a table" …
std::string_view describe(Node::Kind kind);

}  // namespace rehab::document
