#include "support/other_alphabet.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "document/document.hpp"
#include "protocol/keys.hpp"
#include "text/utf8.hpp"
#include "words/pattern.hpp"
#include "words/phrases.hpp"

namespace rehab::other_alphabet {
namespace {

using document::Member;
using document::Node;
using protocol::Key;
using protocol::Table;
using protocol::Type;

constexpr char32_t small_a = U'\u0430', capital_a = U'\u0410';

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : other(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += "\"";
}

std::string listed(const Node& list) {
  std::string out = "[";
  for (const Node& item : list.items) out += quoted(item.text) + ", ";
  return out + "]";
}

// The texts of a table under its header, then the tables inside it.
void append_table(std::string& out, const Node& node, const Table& keys, const std::string& path) {
  std::string texts;
  std::vector<std::pair<const Member*, const Key*>> inside;
  for (const Member& member : node.members) {
    const Key* key = keys.find(member.key);
    if (!key || key->fixed) continue;
    if (key->type == Type::text || key->type == Type::line)
      texts += std::string(member.key) + " = " + quoted(member.value.text) + "\n";
    if (key->type == Type::texts || key->type == Type::lines)
      texts += std::string(member.key) + " = " + listed(member.value) + "\n";
    if (key->table || key->type == Type::signs) inside.emplace_back(&member, key);
  }
  if (!texts.empty()) out += (path.empty() ? "" : "[" + path + "]\n") + texts;
  for (const auto& [member, key] : inside) {
    const std::string below = (path.empty() ? "" : path + ".") + std::string(member->key);
    if (key->type == Type::signs) {
      out += "[" + below + "]\n";
      for (const Member& severity : member->value.members) out += std::string(severity.key) + " = " + listed(severity.value) + "\n";
    } else if (key->type == Type::table) {
      append_table(out, member->value, *key->table(), below);
    } else if (key->type == Type::map) {
      for (const Member& named : member->value.members)
        append_table(out, named.value, *key->table(), below + "." + std::string(named.key));
    } else {
      for (const Node& item : member->value.items)
        if (const Node* id = item.find("id")) append_table(out, item, *key->table(), below + "." + std::string(id->text));
    }
  }
}

std::string translation_of(const SourceFile& file) {
  const Result<document::Document> document = document::parse(file.name, file.text);
  if (!document) throw std::runtime_error("not sound: " + std::string(file.name));
  const Node& root = document->root;
  const Node* version = root.find("version");
  std::string out = "schema = 1\nlanguage = \"" + std::string(language) + "\"\n";
  if (version) out += "of = \"" + std::string(version->text) + "\"\n";
  append_table(out, root, root.find("phase") ? protocol::protocol_table() : protocol::catalog_table(), "");
  return out;
}

std::string translated_phrase(const words::Row& row) {
  if (!row.choices.empty()) return std::string(row.english);
  std::string out;
  for (std::size_t form = 0; form < words::count_forms(row.english); ++form) {
    if (form > 0) out += '|';
    for (words::PatternReader in(words::form_of(row.english, form)); in.next();)
      out += in.name.empty() ? other(in.text) : "{" + std::string(in.name) + "}";
  }
  return out;
}

std::string phrases() {
  std::string out = "schema = 1\nlanguage = \"" + std::string(language) + "\"\n[phrase]\n";
  for (const words::Row& row : words::rows) out += std::string(row.key) + " = \"" + translated_phrase(row) + "\"\n";
  return out;
}

// --- What translations leave alone
// -------------------------------------------------------------------------------------------------------

void turn(std::string& text) { text = other(text); }
void turn(Provenance& p) { turn(p.note); }

template <class T>
void turn_all(T& entries) {
  for (auto& entry : entries) turn(entry.provenance);
}
void turn_limits(std::vector<Limit>& limits) {
  for (Limit& limit : limits) turn(limit.criterion.provenance);
}

void turn(Source& source) {
  for (std::string& author : source.authors) turn(author);
  for (std::string* text : {&source.title, &source.journal, &source.volume, &source.pages, &source.part, &source.note}) turn(*text);
}

void turn(Phase& phase) {
  turn(phase.provenance);
  turn_all(phase.extra);
  turn_all(phase.enter);
  turn_all(phase.move_on);
  turn_limits(phase.limits);
  turn_all(phase.workouts);
  for (Workout& workout : phase.workouts)
    for (Dose& dose : workout.doses) turn(dose.numbers.provenance);
}

void turn(Protocol& protocol) {
  for (std::optional<SeverityOffer>& offer : protocol.severity)
    if (offer) turn(offer->provenance);
  turn_all(protocol.loads);
  for (Load& load : protocol.loads) turn_all(load.step_when);
  turn_all(protocol.ladders);
  for (Ladder& ladder : protocol.ladders) {
    turn_all(ladder.up_when);
    turn_limits(ladder.limits);
    for (PartialDose& rung : ladder.rungs) turn(rung.numbers.provenance);
  }
  for (Substitute& s : protocol.instead) turn(s.with.numbers.provenance);
  turn_limits(protocol.limits);
  for (Phase& phase : protocol.phases) turn(phase);
  turn_all(protocol.advice);
  turn_all(protocol.evidence);
}

Catalog read(std::string_view wanted) {
  Files files;
  translate(builtin_files(), files);
  Result<Catalog> read = read_catalog(files.files, wanted);
  if (!read) throw std::runtime_error(render(read.diagnostics.front()));
  CatalogData data = **read;
  for (Source& source : data.sources) turn(source);
  for (auto* entries : {&data.conditions}) turn_all(*entries);
  turn_all(data.tags);
  turn_all(data.exercises);
  turn_all(data.measures);
  turn_all(data.red_flags);
  turn_all(data.pain_rules);
  turn_all(data.levels);
  turn(data.screening.provenance);
  turn(data.weekly_stretch.provenance);
  for (Protocol& protocol : data.protocols) turn(protocol);
  return Catalog(std::move(data));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_of_id(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '/' || c == ':'; }

}  // namespace

std::string other(std::string_view english) {
  std::string out;
  for (const char c : english) {
    if (c >= 'a' && c <= 'z') {
      text::append_code_point(out, small_a + static_cast<char32_t>(c - 'a'));
    } else if (c >= 'A' && c <= 'Z') {
      text::append_code_point(out, capital_a + static_cast<char32_t>(c - 'A'));
    } else {
      out += c;
    }
  }
  return out;
}

std::string back(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = text::next_code_point(text, at);
    if (point >= small_a && point < small_a + 26) {
      out += static_cast<char>('a' + (point - small_a));
    } else if (point >= capital_a && point < capital_a + 26) {
      out += static_cast<char>('A' + (point - capital_a));
    } else {
      text::append_code_point(out, point);
    }
  }
  return out;
}

void translate(std::span<const SourceFile> originals, Files& out) {
  const auto add = [&out](std::string name, std::string text) {
    const std::string& kept_name = out.texts.emplace_back(std::move(name));
    const std::string& kept_text = out.texts.emplace_back(std::move(text));
    out.files.push_back({kept_name, kept_text});
  };
  for (const SourceFile& file : originals) {
    const std::string stem(file.name.substr(0, file.name.size() - std::string_view(".toml").size()));
    if (stem.find('.') != std::string::npos) continue;  // a translation
    out.files.push_back(file);
    add(stem + "." + std::string(language) + ".toml", translation_of(file));
  }
  add("phrases." + std::string(language) + ".toml", phrases());
}

Catalog builtin() { return read(language); }
Catalog builtin_english() { return read("en"); }

const Catalog& foreign() {
  static const Catalog catalog = builtin();
  return catalog;
}

const Catalog& english() {
  static const Catalog catalog = builtin_english();
  return catalog;
}

std::multiset<std::string> words_in(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

void find_english(std::string_view text, const std::set<std::string>& allowed, Left& left) {
  const std::size_t around = 60;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_of_id(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_of_id(text[at])) ++at;
    std::string word(text.substr(begin, at - begin));
    while (word.ends_with('.') || word.ends_with(':')) word.pop_back();
    if (std::none_of(word.begin(), word.end(), is_letter) || allowed.count(word) > 0) continue;
    std::size_t from = begin < around ? 0 : begin - around;
    while (from < begin && (text[from] & 0xC0) == 0x80) ++from;
    std::size_t to = std::min(text.size(), at + around);
    while (to < text.size() && (text[to] & 0xC0) == 0x80) ++to;
    left.try_emplace(std::move(word), text.substr(from, to - from));
  }
}

std::string listed(const Left& left) {
  std::string out;
  for (const auto& [word, around] : left) out += word + ": …" + around + "…\n";
  return out;
}

std::set<std::string> ids_of(const Catalog& catalog) {
  std::set<std::string> out{"Europe/Berlin", "America/New_York"};
  for (const Protocol& protocol : catalog->protocols) {
    out.insert({protocol.id, protocol.version, protocol.licence});
    for (const Load& load : protocol.loads) out.insert(load.id);
    for (const Limit& limit : protocol.limits) out.insert(limit.id);
    for (const Evidence& finding : protocol.evidence) out.insert(finding.id);
    for (const Phase& phase : protocol.phases)
      for (const Limit& limit : phase.limits) out.insert(limit.id);
  }
  for (const Source& source : catalog->sources) {
    const auto end = std::find_if_not(source.doi.begin(), source.doi.end(), is_of_id);  // some have brackets
    out.insert({source.id, "doi:" + std::string(source.doi.begin(), end)});
  }
  return out;
}

}  // namespace rehab::other_alphabet
