// The table of phrases itself.
#include "words/phrases.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "protocol/keys.hpp"
#include "support/catch.hpp"
#include "words/fault.hpp"
#include "words/pattern.hpp"

using namespace rehab;
using words::Row;

namespace {

bool is_key(std::string_view key) {
  return !key.empty() && key.front() != '-' && key.back() != '-' &&
         key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

// All that exports and explanations are written in, in one text.
std::string sources_of_exports() {
  std::string out;
  for (const char* folder : {REHAB_SOURCE_DIR "/src/export", REHAB_SOURCE_DIR "/src/explain", REHAB_SOURCE_DIR "/src/follow"})
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      std::ifstream file(entry.path(), std::ios::binary);
      out.append(std::istreambuf_iterator<char>(file), {});
    }
  return out;
}

bool begins_a_sentence(std::string_view text) { return !text.empty() && text.front() != ' ' && text.back() != ' '; }

}  // namespace

TEST_CASE("every phrase is sound in English, under a key of its own") {
  std::set<std::string_view> keys;
  for (const Row& row : words::rows) {
    INFO(row.key);
    CHECK(is_key(row.key));
    CHECK(keys.insert(row.key).second);
    CHECK(begins_a_sentence(row.english));  // what stands around a clause belongs to the phrase that holds it
    const auto fault = words::fault_in(row, row.english, "one");
    CHECK((fault ? fault->message : "") == "");
  }
}

TEST_CASE("every phrase is said by some exporter") {
  const std::string sources = sources_of_exports() + "\"plural\" \"titles-in-sentences\" \"decimal-mark\"";
  for (const Row& row : words::rows) {
    if (row.key.starts_with("key-")) continue;
    INFO(row.key);
    CHECK(sources.find('"' + std::string(row.key) + '"') != std::string::npos);
  }
}

TEST_CASE("every key of the language whose origin may be told has a name for people") {
  using protocol::Type;
  constexpr std::string_view untold[]{"id", "cite", "secondary", "needs_review", "assumed", "note"};
  for (const protocol::Table* table : protocol::all_tables()) {
    if (!table->find("needs_review")) continue;
    for (const protocol::Key& key : table->keys) {
      if (key.table || std::count(std::begin(untold), std::end(untold), key.name) > 0) continue;
      std::string phrase = "key-" + std::string(key.name);
      std::replace(phrase.begin(), phrase.end(), '_', '-');
      INFO(phrase);
      CHECK(words::find_row(phrase).has_value());
    }
  }
}
