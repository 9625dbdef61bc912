// The one table of keys of the language. It drives reading, bounds, hints for unknown keys, the checks of provenance and the
// translations; a key is written down once, in keys_protocol.cpp or keys_catalog.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "document/document.hpp"
#include "protocol/shelf.hpp"

namespace rehab::protocol {

class Reader;
struct Table;

enum class Type : std::uint8_t {
  text,   // not empty, one line
  line,   // text without digits: the plan prints numbers from their keys
  texts,  // a list of text, not empty
  lines,  // a list of line
  id,     // lower-case words with hyphens
  ids,
  version,   // 1.0.0
  language,  // BCP 47
  doi,       // 10.x/…
  boolean,
  yes,     // true, or absent
  whole,   // low to high
  number,  // low to high
  wholes,
  choice,  // one of names
  choices,
  reference,  // an id of the shelf
  references,
  key_names,    // of provenance: names of keys of the same table
  amount,       // low to high; may vary
  by_severity,  // whole, or a table by severity
  length,       // the same; a severity that is not named skips
  pose,
  tempo,
  norms,
  signs,
  load,     // bodyweight, rm or a [load.*]
  ladder,   // a [ladder.*]
  workout,  // the id of a workout of the protocol
  workouts,
  phases,  // ids of phases of the protocol
  prose,   // text of any lines and characters, not empty
  date,    // 2026-12-01, with or without quotation marks
  clock,   // "07:30"; of the day
  uuid,
  hash,      // 40 hexadecimal digits
  readings,  // what was measured, by measure; each low to high
  counts,    // whole numbers by id; each low to high
  table,
  list,
  map,  // of `table`
};

struct Key {
  std::string_view name;
  Type type{};
  double low = 0, high = 0;
  std::size_t least = 1, most = 1000;  // entries of a list
  std::span<const std::string_view> names{};
  Shelf shelf{};
  const Table* (*table)() = nullptr;
  bool required = false;
  bool sourced = false;  // a number (or choice) that needs a source
  bool fixed = false;    // a text that no translation replaces: as its source has it, or for reviewers
  bool secret = false;   // no message says what stands there
  std::string_view meaning;
  // Reads the value into the object that the table belongs to.
  void (*read)(Reader&, const document::Node& value, const Key&, void* object) = nullptr;
};

struct Table {
  std::string_view name;    // "dose"
  std::string_view header;  // "[[phase.workout.dose]]": where its keys stand, to be read after "in" and "to"
  std::span<const Key> keys;

  const Key* find(std::string_view key) const;
};

const Table& protocol_table();
const Table& catalog_table();

// A key of a small table of whole numbers: of a posture, a tempo, a norm.
struct SmallKey {
  std::string_view name;
  int low = 0, high = 0;
  bool required = false;
};
std::span<const SmallKey> parts_of(Type type);  // pose, tempo or norms

// Every table, for hints.
std::span<const Table* const> all_tables();

// What a key's value must be, to be read after "wanted": "a whole number from 1 to 7", "one of mild, moderate, severe".
std::string wanted(const Key& key, document::Form form = document::Form::toml);

// Where the keys of a table stand, to be read after "in" and "to": its header; in JSON, which has none, "an entry of `diary`".
std::string where(const Table& table, document::Form form);

// How such a table is written: its header; in JSON `"diary": [{…}]`.
std::string opening(const Table& table, document::Form form);

// Whether a text has the form that the key's type asks for: of an id, a version, a language, a doi.
bool is_good(const Key& key, std::string_view text);
bool is_language(std::string_view text);  // en, de-AT
bool is_id(std::string_view text);        // calf-strain

}  // namespace rehab::protocol
