// The catalog: every protocol with all that protocols share, read once, immutable, shared by copies.
//
//   rehab::Catalog catalog = rehab::builtin_catalog();
//   const rehab::Protocol* strain = catalog.find("calf-strain");
//   catalog[strain->condition].title;  // "Calf muscle strain"
//
// An author's files are read beside or in place of the built-in ones; a later file with the same name replaces the earlier:
//
//   std::vector<rehab::SourceFile> files(rehab::builtin_files().begin(), rehab::builtin_files().end());
//   files.push_back({"my-protocol.toml", text});
//   rehab::Result<rehab::Catalog> mine = rehab::read_catalog(files);
//
// Texts may be had in another language: NAME.LANG.toml translates the file NAME.toml, phrases.LANG.toml the fixed texts of exports.
// What is not translated stays as it is, and nothing but texts differs: plans keep their dates, ids and UIDs.
//
//   rehab::Result<rehab::Catalog> german = rehab::builtin_catalog("de");
//   rehab::Result<rehab::Plan> plan = rehab::make_plan(*german, intake);  // prints and exports in German
//
// A Catalog is a handle: copying it is cheap, and any number of threads may read it at once. What it leads to lives as long as one
// copy of it does, and a Plan holds one. Reading all built-in files takes milliseconds, so a catalog is read once and kept; nothing
// is read behind the scenes, and the library keeps none itself.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/api.h"
#include "rehab/diagnostic.hpp"
#include "rehab/knowledge.hpp"
#include "rehab/log.hpp"
#include "rehab/protocol.hpp"

namespace rehab {

// One file of the language, or a case file. Both texts are borrowed, for the call that they are given to.
struct SourceFile {
  std::string_view name;  // what messages call it; its last part without ".toml" is a protocol's id
  std::string_view text;  // the contents, UTF-8
};

// The contents. An Index<T> is a place in the vector of T, as `catalog[index]` takes it. In order of the files and, within a file,
// in order of the lines.
struct CatalogData {
  std::vector<Source> sources;        // texts that numbers come from
  std::vector<Equipment> equipment;   // what one may lack
  std::vector<Tag> tags;              // what may be true of a person
  std::vector<Exercise> exercises;    // of all protocols
  std::vector<Measure> measures;      // what may be asked
  std::vector<Condition> conditions;  // what protocols are for
  std::vector<RedFlag> red_flags;     // by urgency, then id: the order to ask in
  std::vector<PainRule> pain_rules;   // how much pain is allowed
  std::vector<DayLevel> levels;       // how hard a day is
  Screening screening;                // when red flags are asked again
  WeeklyStretch weekly_stretch;       // for authors
  std::vector<Protocol> protocols;    // by id
  std::string hash;  // of all files that were read, but translations: names and bytes, in order of name; 40 hexadecimal digits
  std::string language = "en";  // that texts were asked for in
  // Fixed texts of exports, in the order of protocols/LANGUAGE.md; none, or an empty one: English.
  std::vector<std::string> phrases;
};

// A handle to a catalog that nobody can change any more.
class Catalog {
 public:
  // An empty one: it has no protocol.
  Catalog() : data_(std::make_shared<const CatalogData>()) {}
  // What a host has put together itself. Nothing is checked: `read_catalog` is the way to a catalog that holds what its types
  // promise.
  explicit Catalog(CatalogData data) : data_(std::make_shared<const CatalogData>(std::move(data))) {}

  // The contents, for as long as a copy of the catalog lives:
  const CatalogData* operator->() const { return data_.get(); }
  const CatalogData& operator*() const { return *data_; }

  // The protocol of this id; null: there is none.
  REHAB_API const Protocol* find(std::string_view id) const;

  // What an index of this catalog leads to; it must lead somewhere:
  const Source& operator[](Index<Source> i) const { return data_->sources[i.value]; }
  const Equipment& operator[](Index<Equipment> i) const { return data_->equipment[i.value]; }
  const Tag& operator[](Index<Tag> i) const { return data_->tags[i.value]; }
  const Exercise& operator[](Index<Exercise> i) const { return data_->exercises[i.value]; }
  const Measure& operator[](Index<Measure> i) const { return data_->measures[i.value]; }
  const Condition& operator[](Index<Condition> i) const { return data_->conditions[i.value]; }
  const PainRule& operator[](Index<PainRule> i) const { return data_->pain_rules[i.value]; }
  const DayLevel& operator[](Index<DayLevel> i) const { return data_->levels[i.value]; }

 private:
  std::shared_ptr<const CatalogData> data_;
};

// Of files of which some stand in place of others, those that stand: a later file replaces the earlier of its name, and with it the
// translations that stood before that one, for they are of another text. In their order. `read_catalog` does this itself; it is
// here for what is said of files, as `coverage` is.
REHAB_API std::vector<SourceFile> standing_files(std::span<const SourceFile> files);

// Reads and checks protocols with all that they share. Every error of every file is reported; a catalog comes back only if there is
// none. Limits: 1 MiB a file, 64 levels of nesting, 10,000 doses in all, 32 workouts a phase, 64 different workouts a protocol, 20
// rungs a ladder, 10,000 entries of a kind, 1,000 entries a list. Of one file 500 errors are listed, then a note says that there
// are more. Translations into other languages than the one asked for are not read; a language that no file is in, and that is not
// English, is an error. Tells `log` of "files read" and "protocols read".
REHAB_API Result<Catalog> read_catalog(std::span<const SourceFile> files, std::string_view language = "en", const Log& log = {});

// What an author wants to know beyond `read_catalog`: entries that nothing uses, words that must not appear, and the like; of every
// translation, what is still missing. Returns all diagnostics, those of reading included.
REHAB_API std::vector<Diagnostic> check_catalog(std::span<const SourceFile> files);

// The files that the library carries, in order of name. They live as long as the program.
REHAB_API std::span<const SourceFile> builtin_files();

// The languages that read_catalog can be asked for with these files: English, and those that some of the files translates into, in
// alphabetical order. The texts are those of the files.
REHAB_API std::vector<std::string_view> languages_of(std::span<const SourceFile> files);

// The built-in files, read, in English. Never fails.
REHAB_API Catalog builtin_catalog();
// Only those of these ids (and always all that is shared): what one plan needs. An id that there is not is passed over.
REHAB_API Catalog builtin_catalog(std::span<const std::string_view> protocols);
// In this language: "de". An error, if there is none of that name. Tells `log` of "protocols read".
REHAB_API Result<Catalog> builtin_catalog(std::string_view language, const Log& log = {});
// In this language, and only those of these ids.
REHAB_API Result<Catalog> builtin_catalog(std::string_view language, std::span<const std::string_view> protocols,
                                          const Log& log = {});

}  // namespace rehab
