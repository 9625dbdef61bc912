// protocols/*.schema.json are the table of keys, written out for editors (JSON Schema, draft 7: what TOML editors know). They say
// what one key may hold; what keys mean together is the reader's to check. REHAB_APPROVE=1 writes them anew.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "case/keys.hpp"
#include "protocol/keys.hpp"
#include "protocol/reader.hpp"
#include "support/catch.hpp"
#include "text/json.hpp"
#include "words/phrases.hpp"

namespace {

using namespace rehab;
using namespace rehab::protocol;
using Layout = text::JsonWriter::Layout;

constexpr std::string_view id_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
// Not empty, and free of line breaks and of what acts unseen on a terminal; a line also of digits.
std::string text_pattern(std::string_view without) {
  const std::string no = std::string(without) + R"(\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069)";
  return "^[^" + no + "]*[^\\s" + no + "][^" + no + "]*$";
}
constexpr std::string_view version_pattern = R"(^[0-9]+\.[0-9]+\.[0-9]+$)";
constexpr std::string_view language_pattern = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$";
constexpr std::string_view doi_pattern = "^10\\.[0-9]{4,9}/[^ ]+$";
constexpr std::string_view date_pattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
constexpr std::string_view clock_pattern = "^([01]?[0-9]|2[0-3]):[0-5][0-9](:00)?$";
constexpr std::string_view uuid_pattern = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$";
constexpr std::string_view hash_pattern = "^[0-9a-f]{40}$";

class SchemaWriter {
 public:
  enum class Kind { original, translation };

  SchemaWriter(std::string_view title, Kind kind) : translation_(kind == Kind::translation) {
    json_.open_object();
    json_.member("$schema", "http://json-schema.org/draft-07/schema#");
    json_.member("title", title);
  }

  std::string finish() {
    json_.close();
    return std::move(out_ += '\n');
  }

  // What the tables before it refer to, and what that refers to.
  void definitions() {
    json_.open_object("definitions");
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      json_.open_object(tables_[i]->name);
      table_body(*tables_[i]);
      json_.close();
    }
    for (const std::pair<double, double>& bounds : amounts_)
      object(amount_name(bounds.first, bounds.second), [&] { amount(bounds.first, bounds.second); });
    object("text", [&] { pattern(text_pattern("")); });
    object("line", [&] { pattern(text_pattern("0-9")); });
    json_.close();
  }

  void table_body(const Table& table) {
    json_.member("type", "object");
    json_.member("additionalProperties", false);
    if (!translation_) {
      json_.open_array("required", Layout::row);
      for (const Key& key : table.keys) {
        if (key.required) json_.value(key.name);
      }
      json_.close();
    }
    json_.open_object("properties");
    properties(table);
    json_.close();
  }

  void translation_body() {
    json_.member("type", "object");
    json_.member("additionalProperties", false);
    json_.open_array("required", Layout::row);
    for (const std::string_view name : {"schema", "language"}) json_.value(name);
    json_.close();
    json_.open_object("properties");
    property(*protocol_table().find("schema"), protocol_table());
    property(*protocol_table().find("language"), protocol_table());
    json_.open_object("of", Layout::row);
    json_.member("description", "the version of the protocol that is translated");
    pattern(version_pattern);
    json_.close();
    properties(protocol_table());
    properties(catalog_table());
    json_.close();
  }

  // Every phrase with its English text beside it.
  void phrases_body() {
    json_.member("type", "object");
    json_.member("additionalProperties", false);
    json_.open_array("required", Layout::row);
    for (const std::string_view name : {"schema", "language", "phrase"}) json_.value(name);
    json_.close();
    json_.open_object("properties");
    property(*protocol_table().find("schema"), protocol_table());
    property(*protocol_table().find("language"), protocol_table());
    json_.open_object("phrase");
    json_.member("type", "object");
    json_.member("additionalProperties", false);
    json_.open_object("properties");
    for (const words::Row& row : words::rows) {
      object(row.key, [&] {
        json_.member("description", row.english);
        refer("text");
      });
    }
    json_.close();
    json_.close();
    json_.close();
  }

  // Of a translation: those with a text, at any depth.
  void properties(const Table& table) {
    for (const Key& key : table.keys) {
      if (!translation_ || speaks(key)) property(key, table);
    }
  }

  void property(const Key& key, const Table& table) {
    json_.open_object(key.name, Layout::row);
    if (const std::string said = description(key); !said.empty()) json_.member("description", said);
    value_of(key, table);
    json_.close();
  }

  void pattern(std::string_view form) {
    json_.member("type", "string");
    json_.member("pattern", form);
  }

 private:
  static bool speaks(const Table& table) {
    return std::ranges::any_of(table.keys, [](const Key& key) { return speaks(key); });
  }
  static bool speaks(const Key& key) {
    constexpr std::array texts{Type::text, Type::line, Type::texts, Type::lines, Type::signs};
    return !key.fixed && (std::ranges::count(texts, key.type) > 0 || (key.table && speaks(*key.table())));
  }

  // What editors show: the meaning, and whether a source is owed.
  std::string description(const Key& key) const {
    std::string out(key.meaning);
    if (key.sourced && !translation_) out += out.empty() ? "needs a source" : "; needs a source";
    return out;
  }

  template <class Write>
  void object(std::string_view name, Write write) {
    json_.open_object(name, Layout::row);
    write();
    json_.close();
  }
  template <class Write>
  void entry(Write write) {
    json_.open_object(Layout::row);
    write();
    json_.close();
  }
  template <class Write>
  void list_of(Write write, std::size_t most = 1000, std::size_t least = 1) {
    json_.member("type", "array");
    json_.member("minItems", static_cast<int>(least));
    json_.member("maxItems", static_cast<int>(most));
    object("items", write);
  }
  template <class Names>
  void one_of(const Names& names) {
    json_.open_array("enum", Layout::row);
    for (const std::string_view name : names) json_.value(name);
    json_.close();
  }
  template <class Write>
  void map_of(Write names, const Table& table) {
    json_.member("type", "object");
    object("propertyNames", names);
    object("additionalProperties", [&] { refer(table); });
  }
  template <class Write>
  void by_id(std::string_view form, std::size_t most, Write write) {
    json_.member("type", "object");
    json_.member("maxProperties", static_cast<int>(most));
    object("propertyNames", [&] { pattern(form), json_.member("maxLength", 64); });
    object("additionalProperties", write);
  }
  template <class Write>
  void by_severity(Write write) {
    json_.member("type", "object");
    json_.member("additionalProperties", false);
    json_.member("minProperties", 1);
    json_.open_object("properties", Layout::row);
    for (const std::string_view name : severity_names) object(name, write);
    json_.close();
  }

  void number(std::string_view type, double low, double high) {
    json_.member("type", type);
    json_.member("minimum", low);
    json_.member("maximum", high);
  }
  void whole(double low, double high) { number("integer", low, high); }
  void range(double low, double high) {
    json_.member("type", "object");
    json_.member("additionalProperties", false);
    json_.open_array("required", Layout::row);
    json_.value("max");
    json_.close();
    json_.open_object("properties", Layout::row);
    for (const std::string_view name : {"min", "max"}) object(name, [&] { whole(low, high); });
    json_.close();
  }
  template <class Write>
  void any_of(Write write) {
    json_.open_array("anyOf", Layout::row);
    write();
    json_.close();
  }
  void whole_or_range(double low, double high) {
    entry([&] { whole(low, high); });
    entry([&] { range(low, high); });
  }
  void by_week(double low, double high) {
    whole_or_range(low, high);
    entry([&] { list_of([&] { any_of([&] { whole_or_range(low, high); }); }); });
  }
  void amount(double low, double high) {
    any_of([&] {
      by_week(low, high);
      entry([&] { by_severity([&] { any_of([&] { by_week(low, high); }); }); });
    });
  }
  static std::string amount_name(double low, double high) {
    return "amount-" + std::to_string(static_cast<int>(low)) + "-" + std::to_string(static_cast<int>(high));
  }
  void refer_to_amount(const Key& key) {
    amounts_.emplace(key.low, key.high);
    refer(amount_name(key.low, key.high));
  }
  void whole_by_severity(const Key& key) {
    any_of([&] {
      entry([&] { whole(key.low, key.high); });
      entry([&] { by_severity([&] { whole(key.low, key.high); }); });
    });
  }
  void small_table(Type type) {
    json_.member("type", "object");
    json_.member("additionalProperties", false);
    json_.member("minProperties", 1);
    json_.open_array("required", Layout::row);
    for (const SmallKey& part : parts_of(type)) {
      if (part.required) json_.value(part.name);
    }
    json_.close();
    json_.open_object("properties", Layout::row);
    for (const SmallKey& part : parts_of(type)) {
      object(part.name, [&] { whole(part.low, part.high); });
    }
    json_.close();
  }
  void readings(const Key& key) {
    by_id("^(?!pain$)" + std::string(id_pattern.substr(1)), key.most, [&] {
      any_of([&] {
        entry([&] { number("number", key.low, key.high); });
        entry([&] { json_.member("type", "boolean"); });
        entry([&] { refer(*key.table()); });
      });
    });
  }
  void key_names(const Table& table) {
    std::vector<std::string_view> names;
    for (const Key& key : table.keys) names.push_back(key.name);
    list_of([&] { one_of(names); });
  }
  // Draft 7 takes nothing beside a reference, and a key has its description beside it.
  void refer(std::string_view definition) {
    json_.open_array("allOf", Layout::row);
    entry([&] { json_.member("$ref", "#/definitions/" + std::string(definition)); });
    json_.close();
  }
  void refer(const Table& table) {
    if (std::ranges::count(tables_, &table) == 0) tables_.push_back(&table);
    refer(table.name);
  }
  void map(const Key& key) {
    if (key.table() == &table_of<SeverityOffer>()) {
      map_of([&] { one_of(severity_names); }, *key.table());
    } else if (key.table() == &table_of<Assumption>()) {
      map_of([&] { one_of(exercise_kind_names); }, *key.table());
    } else {
      map_of([&] { pattern(id_pattern); }, *key.table());
    }
  }

  void value_of(const Key& key, const Table& table) {
    switch (key.type) {
      case Type::text:
        return refer("text");
      case Type::line:
        return refer("line");
      case Type::texts:
        return list_of([&] { refer("text"); });
      case Type::lines:
        return list_of([&] { refer("line"); });
      case Type::version:
        return pattern(version_pattern);
      case Type::language:
        return pattern(language_pattern);
      case Type::doi:
        return pattern(doi_pattern);
      case Type::boolean:
        return json_.member("type", "boolean");
      case Type::yes:
        return json_.member("const", true);
      case Type::whole:
        return whole(key.low, key.high);
      case Type::number:
        return number("number", key.low, key.high);
      case Type::wholes:
        return list_of([&] { whole(key.low, key.high); }, key.most);
      case Type::choice:
        return one_of(key.names);
      case Type::choices:
        return list_of([&] { one_of(key.names); }, key.most);
      case Type::key_names:
        return key_names(table);
      case Type::amount:
        return refer_to_amount(key);
      case Type::by_severity:
      case Type::length:
        return whole_by_severity(key);
      case Type::pose:
      case Type::tempo:
        return small_table(key.type);
      case Type::norms:
        return list_of([&] { small_table(key.type); });
      case Type::signs:
        return by_severity([&] { list_of([&] { refer("text"); }); });
      case Type::id:
      case Type::reference:
      case Type::load:
      case Type::ladder:
      case Type::workout:
        return pattern(id_pattern), json_.member("maxLength", 64);
      case Type::ids:
      case Type::references:
      case Type::workouts:
      case Type::phases:
        return list_of([&] { pattern(id_pattern); }, key.most, key.least);
      case Type::prose:
        json_.member("type", "string"), json_.member("minLength", 1);
        if (key.high > 0) json_.member("maxLength", key.high);  // of characters; what is read is bounded in octets
        return;
      case Type::date:
        return pattern(date_pattern);
      case Type::clock:
        return pattern(clock_pattern);
      case Type::uuid:
        return pattern(uuid_pattern);
      case Type::hash:
        return pattern(hash_pattern);
      case Type::readings:
        return readings(key);
      case Type::counts:
        return by_id(id_pattern, key.most, [&] { whole(key.low, key.high); });
      case Type::table:
        return refer(*key.table());
      case Type::list:
        return translation_ ? map(key) : list_of([&] { refer(*key.table()); }, key.most, key.least);
      case Type::map:
        return map(key);
    }
  }

  bool translation_;
  std::vector<const Table*> tables_;             // referred to, in order of their first mention
  std::set<std::pair<double, double>> amounts_;  // bounds
  std::string out_;
  text::JsonWriter json_{out_};
};

std::string schema(std::string_view title, const Table& root) {
  SchemaWriter schema(title, SchemaWriter::Kind::original);
  schema.table_body(root);
  schema.definitions();
  return schema.finish();
}

// Of a protocol or of a catalog: their tables have different names.
std::string translation_schema() {
  SchemaWriter schema("a translation: the texts of a protocol or a catalog in another language", SchemaWriter::Kind::translation);
  schema.translation_body();
  schema.definitions();
  return schema.finish();
}

std::string phrases_schema() {
  SchemaWriter schema("the fixed texts of exports in another language", SchemaWriter::Kind::translation);
  schema.phrases_body();
  schema.definitions();
  return schema.finish();
}

void hold(const std::string& name, const std::string& wanted) {
  const std::string path = REHAB_SOURCE_DIR "/protocols/" + name;
  if (std::getenv("REHAB_APPROVE")) std::ofstream(path, std::ios::binary) << wanted;
  std::ifstream file(path, std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  CHECK(written == wanted);
}

}  // namespace

TEST_CASE("the schemas are the table of keys") {
  hold("protocol.schema.json", schema("a protocol", protocol_table()));
  hold("catalog.schema.json", schema("a catalog: what protocols share", catalog_table()));
  hold("case.schema.json", schema("a case: what was said at the start, and the diary", case_file::case_table()));
  hold("translation.schema.json", translation_schema());
  hold("phrases.schema.json", phrases_schema());
}
