#include <algorithm>
#include <set>
#include <utility>

#include "document/document.hpp"
#include "protocol/effective.hpp"
#include "protocol/keys.hpp"
#include "protocol/read.hpp"
#include "rehab/review.hpp"
#include "review/standards.hpp"

namespace rehab {

using document::Node;
using protocol::Key;
using protocol::Shelf;
using protocol::Table;
using protocol::Type;

namespace {

// --- Numbers: every key of the language that needs a source, where it is written ----------------------------

std::vector<std::string> list_of(const Node& table, std::string_view key) {
  std::vector<std::string> out;
  if (const Node* list = table.find(key))
    for (const Node& item : list->items) out.emplace_back(item.text);
  return out;
}

Provenance provenance_of(const CatalogData& catalog, const Node& table) {
  Provenance out;
  if (const Node* cite = table.find("cite")) {
    const auto source = std::ranges::find(catalog.sources, cite->text, &Source::id);
    if (source != catalog.sources.end()) out.cite.value = static_cast<std::uint16_t>(source - catalog.sources.begin());
  }
  out.secondary = list_of(table, "secondary");
  out.needs_review = list_of(table, "needs_review");
  out.assumed = list_of(table, "assumed");
  return out;
}

class Numbers {
 public:
  Numbers(const CatalogData& catalog, Confidences& out) : catalog_(catalog), out_(out) {}

  void table(const Node& node, const Table& keys) {
    // All of [assume.*] is ours, without saying so.
    const bool all_assumed = keys.name == "assume";
    const Provenance provenance = provenance_of(catalog_, node);
    for (const document::Member& member : node.members) {
      const Key* key = keys.find(member.key);
      if (!key) continue;
      if (key->table) {
        inner(member.value, *key);
      } else if (all_assumed) {
        count(Confidence::assumed);
      } else if (key->sourced && key->name != "exercise") {  // that one exercise replaces another is no number
        count(protocol::origin_of(catalog_, provenance, key->name).confidence);
      }
    }
  }

 private:
  void count(Confidence c) { ++out_.count[static_cast<std::size_t>(c)]; }

  void inner(const Node& node, const Key& key) {
    if (key.type == Type::table) return table(node, *key.table());
    for (const Node& item : node.items) table(item, *key.table());
    for (const document::Member& member : node.members) table(member.value, *key.table());
  }

  const CatalogData& catalog_;
  Confidences& out_;
};

// --- What protocols share ----------------------------------------------------------------------------------

using Entry = std::pair<Shelf, std::string_view>;  // the id of an entry of a catalog file

std::set<Entry> shared_entries(const Catalog& catalog, const Protocol& protocol) {
  std::set<Entry> out{{Shelf::condition, catalog[protocol.condition].id}, {Shelf::pain_rule, catalog[protocol.pain_rule].id}};
  const auto criteria = [&](const std::vector<Criterion>& list) {
    for (const Criterion& c : list) out.insert({Shelf::measure, catalog[c.measure].id});
  };
  const auto limits = [&](const std::vector<Limit>& list) {
    for (const Limit& limit : list) out.insert({Shelf::measure, catalog[limit.criterion.measure].id});
  };
  for (const Index<Measure> measure : protocol.asks) out.insert({Shelf::measure, catalog[measure].id});
  limits(protocol.limits);
  for (const Load& load : protocol.loads) criteria(load.step_when);
  for (const Ladder& ladder : protocol.ladders) criteria(ladder.up_when), limits(ladder.limits);
  for (const Phase& phase : protocol.phases) {
    criteria(phase.enter);
    criteria(phase.move_on);
    limits(phase.limits);
    if (phase.pain_rule) out.insert({Shelf::pain_rule, catalog[phase.pain_rule].id});
    for (const Workout& workout : phase.workouts)
      if (workout.level) out.insert({Shelf::level, catalog[workout.level].id});
  }
  return out;
}

struct File {
  std::string_view stem;
  document::Document document;

  const Node& root() const { return document.root; }
};

std::vector<File> parsed(std::span<const SourceFile> files) {
  std::vector<File> out;
  for (const SourceFile& file : standing_files(files))
    if (Result<document::Document> document = document::parse(file.name, file.text))
      out.push_back({protocol::stem_of(file.name), std::move(*document)});
  return out;
}

Confidences count_shared(const CatalogData& catalog, const std::vector<File>& files, const std::set<Entry>& entries) {
  Confidences out;
  Numbers numbers(catalog, out);
  for (const File& file : files) {
    if (!protocol::language_of(file.stem).empty() || file.root().find("phase")) continue;  // a translation, a protocol
    for (const auto& [shelf, id] : entries) {
      const Node* shelf_node = file.root().find(protocol::name(shelf));
      const Node* entry = shelf_node ? shelf_node->find(id) : nullptr;
      if (entry) numbers.table(*entry, *protocol::catalog_table().find(protocol::name(shelf))->table());
    }
  }
  return out;
}

void add(Confidences& sum, const Confidences& more) {
  for (std::size_t i = 0; i < sum.count.size(); ++i) sum.count[i] += more.count[i];
}

}  // namespace

Coverage coverage(const Catalog& catalog, std::span<const SourceFile> files, std::span<const std::string_view> protocols) {
  const std::vector<File> read = parsed(files);
  Coverage out;
  std::set<Entry> all;
  for (const Protocol& protocol : catalog->protocols) {
    if (!protocols.empty() && std::ranges::find(protocols, protocol.id) == protocols.end()) continue;
    ProtocolCoverage& one = out.protocols.emplace_back();
    const review::Survey survey = review::survey(*catalog, protocol);
    one.protocol = protocol.id;
    one.cert = review::cert_items(survey);
    one.minimum = review::minimum_items(survey);
    for (const File& file : read)
      if (file.stem == protocol.id) Numbers(*catalog, one.numbers).table(file.root(), protocol::protocol_table());
    const std::set<Entry> entries = shared_entries(catalog, protocol);
    one.shared = count_shared(*catalog, read, entries);
    all.insert(entries.begin(), entries.end());
    add(out.numbers, one.numbers);
  }
  out.shared = count_shared(*catalog, read, all);
  return out;
}

}  // namespace rehab
