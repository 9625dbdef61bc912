#include "protocol/phrases_file.hpp"

#include <array>

#include "protocol/check.hpp"
#include "protocol/key_parts.hpp"
#include "text/nearest.hpp"
#include "words/fault.hpp"
#include "words/phrases.hpp"

namespace rehab::protocol {

using document::Member;
using document::Node;

namespace {

struct PhrasesFile {
  std::string language;
  std::vector<std::string> phrases;
};

// What the file chooses for the setting `plural`; English's choice, if it says nothing.
std::string_view plural_of(const Node& phrases) {
  const Node* said = phrases.find("plural");
  return said && said->kind == Node::Kind::text ? std::string_view(said->text) : std::string_view("one");
}

void report_unknown(Reader& reader, const Member& member) {
  std::vector<std::string_view> known;
  for (const words::Row& row : words::rows) known.push_back(row.key);
  const std::string_view near = text::nearest(member.key, known);
  reader.report.error(member, "unknown-key", joined({"there is no phrase ", quote(member.key)}),
                      near.empty() ? "remove it; protocols/LANGUAGE.md lists all phrases" : joined({"write ", quote(near)}));
}

void read_phrase(Reader& reader, const Member& member, std::string_view plural, std::string& out) {
  const words::Row& row = words::rows[*words::find_row(member.key)];
  Key key;
  key.name = row.key;
  key.type = Type::text;
  reader.value(member.value, key, out);
  if (out.empty()) return;
  if (const auto fault = words::fault_in(row, out, plural))
    reader.report.error(member.value, "phrase", joined({quote(row.key), " ", fault->message}), fault->hint);
}

void read_table(Reader& reader, const Node& phrases, PhrasesFile& out) {
  out.phrases.resize(words::rows.size());
  if (phrases.kind != Node::Kind::table)
    return reader.report.error(phrases, "type", joined({"`phrase` is ", show(phrases), "; wanted a table"}), "write [phrase]");
  for (const Member& member : phrases.members) {
    if (reader.report.full()) return;
    if (const auto row = words::find_row(member.key)) {
      read_phrase(reader, member, plural_of(phrases), out.phrases[*row]);
    } else {
      report_unknown(reader, member);
    }
  }
}

constexpr Key phrase_key() {
  Key k;
  k.name = "phrase";
  k.type = Type::table;
  k.required = true;
  k.read = [](Reader& reader, const Node& node, const Key&, void* object) {
    read_table(reader, node, *static_cast<PhrasesFile*>(object));
  };
  return k;
}

constexpr std::array phrases_keys{
    schema_key(),
    required(key<&PhrasesFile::language>("language", Type::language, "of the phrases")),
    phrase_key(),
};
constexpr Table phrases_table{"phrases", "the head of a file of phrases", phrases_keys};

}  // namespace

std::vector<std::string> read_phrases(const Node& root, std::string_view language, Reader& reader) {
  PhrasesFile file;
  reader.table(root, phrases_table, &file);
  check_language(language, reader.report);
  return std::move(file.phrases);
}

void check_missing_phrases(const Node& root, Report& report) {
  const Node* phrases = root.find("phrase");
  if (!phrases) return;
  int missing = 0;
  std::string_view first;
  for (const words::Row& row : words::rows) {
    if (!row.choices.empty() || phrases->find(row.key)) continue;  // a setting has its default
    if (missing++ == 0) first = row.key;
  }
  if (missing == 0) return;
  report.warning_at(root, "phrase", "untranslated",
                    joined({number(missing), " of ", number(static_cast<int>(words::rows.size())),
                            missing == 1 ? " phrases is missing" : " phrases are missing", "; they are printed in English"}),
                    joined({"add them, the first is ", quote(first), "; protocols/LANGUAGE.md lists all"}));
}

}  // namespace rehab::protocol
