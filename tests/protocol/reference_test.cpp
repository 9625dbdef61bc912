// protocols/LANGUAGE.md is the table of keys, written out. REHAB_APPROVE=1 writes it anew.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "protocol/keys.hpp"
#include "support/catch.hpp"
#include "words/phrases.hpp"

using namespace rehab::protocol;

namespace {

constexpr std::string_view preface =
    "# The language of protocols, key by key\n"
    "\n"
    "Two kinds of TOML file: a **protocol** (one each; its name is its id) and a **catalog** (what protocols share; an id stands "
    "once over\n"
    "all files). A third, `NAME.LANGUAGE.toml`, translates either: the same paths, lists addressed by id, texts only; "
    "`phrases.LANGUAGE.toml`\n"
    "translates what exports say of themselves, see the end. Ids are lower-case words with hyphens. README.md teaches the four "
    "ideas that carry the language; the protocols in this folder are the models to "
    "copy.\n"
    "\n"
    "**Bold** keys are required. A key with # holds a number or choice that needs a source: `cite` in the same table, or a place "
    "in its\n"
    "list `assumed`. Where a number may vary it is a whole number, a range `{ min, max }`, `{ max }` for as many as tolerated, a "
    "list by\n"
    "week of the phase, or a table by severity of any of these. Absent means that the source does not say, never 0.\n";

void append_row(std::string& out, const Key& key) {
  const std::string_view mark = key.required ? "**" : "";
  (((((out += "| ") += mark) += '`') += key.name) += '`') += mark;
  if (key.sourced) out += " #";
  ((((out += " | ") += wanted(key)) += " | ") += key.meaning) += " |\n";
}

// Tables with a `cite` share these; they are listed once.
constexpr std::string_view provenance[]{"cite", "secondary", "needs_review", "assumed", "note"};

bool is_provenance(const Table& table, const Key& key) {
  return table.find("cite") && std::find(std::begin(provenance), std::end(provenance), key.name) != std::end(provenance);
}

constexpr std::string_view head = "| key | value | meaning |\n|---|---|---|\n";

constexpr std::string_view on_phrases =
    "\n# Phrases\n"
    "\n"
    "What plans, calendars and protocols say of themselves. `phrases.LANGUAGE.toml` translates them, and what it leaves out is "
    "said "
    "in\n"
    "English:\n"
    "\n"
    "```toml\n"
    "schema   = 1\n"
    "language = \"de\"\n"
    "[phrase]\n"
    "weeks    = \"{n} Woche|{n} Wochen\"\n"
    "list-and = \"{a} und {b}\"\n"
    "```\n"
    "\n"
    "A name in braces is filled in; it may stand anywhere in the phrase, but must stand there. Forms parted by `|` are chosen by "
    "the "
    "number\n"
    "`n`: as many as the setting `plural` says (`one`: n is 1, or not; `up-to-one`: n is at most 1, or not; `same`: one form for "
    "all);\n"
    "`n` itself may be left out of all forms but the last. A list of two keeps `{a}` first and `{b}` last. `titles-in-sentences` "
    "says\n"
    "whether a title's first letter is made small within a sentence.\n";

void append_phrase(std::string& out, const rehab::words::Row& row) {
  ((out += "| `") += row.key) += "` | ";
  for (const char c : row.english) (out += c == '|' ? "\\" : "") += c;
  for (const std::string_view choice : row.choices) ((out += choice == row.choices.front() ? " (one of " : ", ") += choice);
  out += row.choices.empty() ? " |\n" : ") |\n";
}

void append_phrases(std::string& out) {
  out += on_phrases;
  for (const rehab::words::Topic& topic : rehab::words::topics) {
    ((out += "\n## ") += topic.title) += "\n\n| key | English |\n|---|---|\n";
    for (const rehab::words::Row& row : topic.rows) append_phrase(out, row);
  }
}

std::string reference() {
  std::string out(preface);
  out += "\n## provenance\n\nIn every table with a # key, and where a text needs a source.\n\n";
  out += head;
  for (const std::string_view name : provenance) append_row(out, *all_tables().front()->find("severity")->table()->find(name));
  for (const Table* table : all_tables()) {
    ((out += "\n## ") += table->name) += "\n\n";
    (((out += "In ") += table->header) += ".\n\n") += head;
    for (const Key& key : table->keys) {
      if (!is_provenance(*table, key)) append_row(out, key);
    }
  }
  append_phrases(out);
  return out;
}

}  // namespace

TEST_CASE("the reference of the language is the table of keys") {
  const std::string path = REHAB_SOURCE_DIR "/protocols/LANGUAGE.md";
  if (std::getenv("REHAB_APPROVE")) std::ofstream(path, std::ios::binary) << reference();
  std::ifstream file(path, std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  CHECK(written == reference());
}
