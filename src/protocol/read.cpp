#include "protocol/read.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <tuple>
#include <utility>

#include "document/packed.hpp"
#include "protocol/builtin.hpp"
#include "protocol/check.hpp"
#include "protocol/phrases_file.hpp"
#include "protocol/reader.hpp"
#include "protocol/translate.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"

namespace rehab::protocol {

namespace {

using document::Member;
using document::Node;

constexpr std::size_t most_doses = 10'000;
constexpr std::size_t most_entries = 10'000;         // of one kind, as sources or exercises
constexpr std::size_t most_workouts = 32;            // of a phase
constexpr std::size_t most_different_workouts = 64;  // of a protocol

// One file, read so far.
struct File {
  std::string_view name;      // as given
  std::string_view stem;      // without folders and ".toml"
  std::string_view language;  // of a translation NAME.LANG.toml, else ""
  std::string_view text;
  std::string sha1;  // of the text, in hexadecimal digits
  Node root;
  document::Memory memory;  // of all below the root
  bool is_protocol = false;
  std::optional<Report> report;  // none: the text could not be parsed
};

std::string hex(std::string_view bytes) {
  std::string out;
  text::append_hex(out, text::sha1(bytes));
  return out;
}

std::size_t count_items(const Node* list) { return list && list->kind == Node::Kind::array ? list->items.size() : 0; }

class CatalogReader {
 public:
  // `elsewhere`: ids of protocols that are not read but may be named as `next`.
  CatalogReader(std::span<const SourceFile> files, std::string_view language, std::span<const std::string_view> elsewhere)
      : language_(language) {
    for (const std::string_view id : elsewhere) shelves_[Shelf::protocol].add(id);
    for (const SourceFile& file : standing_files(files)) add(file);
  }

  void read() {
    parse();
    for (File& file : files_) {
      if (file.report && !file.language.empty()) read_translation(file);
    }
    shelve();
    for (File& file : files_) {
      if (file.report && !file.is_protocol && file.language.empty()) read_knowledge(file);
    }
    const bool sound = is_sound();
    for (File& file : files_) {
      if (file.report && file.is_protocol && file.language.empty()) read_protocol(file, sound);
    }
    finish();
  }

  // The same for files whose meaning the tests hold to every check.
  void read_trusted() {
    trusted_ = true;
    read();
  }

  // What only authors want to know.
  void lint() {
    const bool sound = std::ranges::all_of(files_, [](const File& f) { return f.report && f.report->usable(); });
    for (File& file : files_) {
      if (!file.report) continue;
      if (sound && !file.is_protocol && file.language.empty()) check_unused(data_, file.root, shelves_, *file.report);
      if (file.language.empty()) check_words(file.root, *file.report);
      if (!file.language.empty() && file.report->usable()) check_missing(file);
      if (!file.language.empty()) continue;
      check_instructions(file.root, *file.report);
      const auto protocol = std::ranges::find(data_.protocols, file.stem, &Protocol::id);
      if (sound && protocol != data_.protocols.end()) check_stretching(data_, *protocol, *file.report);
    }
  }

  Reading take() {
    Reading out;
    out.diagnostics = take_diagnostics();
    out.data = std::move(data_);
    return out;
  }
  // By file; within a file by place.
  std::vector<Diagnostic> take_diagnostics() {
    for (File& file : files_) {
      if (file.report) file.report->close(diagnostics_);
    }
    std::ranges::stable_sort(diagnostics_, {}, &Diagnostic::file);
    return std::move(diagnostics_);
  }

 private:
  // Translations into other languages are left alone; what stands behind a dot and is no language is a slip that must be told.
  void add(const SourceFile& source) {
    File file;
    file.name = source.name;
    file.stem = stem_of(source.name);
    file.language = language_of(source.name);
    file.text = source.text;
    if (language_ != every_language && is_language(file.language) && file.language != language_) return;
    const Prepared* const known = prepared(file.text);
    file.sha1 = known ? std::string(known->sha1) : hex(file.text);
    files_.push_back(std::move(file));
  }

  static Result<document::Document> tree_of(const File& file) {
    if (const Prepared* const known = prepared(file.text)) return document::unpack(known->tree, file.text);
    return document::parse(file.name, file.text);
  }

  void parse() {
    for (File& file : files_) {
      Result<document::Document> parsed = tree_of(file);
      std::ranges::move(parsed.diagnostics, std::back_inserter(diagnostics_));
      if (!parsed) {
        shelves_.complete = false;
        continue;
      }
      file.root = parsed->root;
      file.memory = std::move(parsed->memory);
      file.is_protocol = file.root.find("phase") || file.root.find("id");
      file.report.emplace(file.name, file.root);
    }
  }

  // Collects every id, so that references may point anywhere.
  void shelve() {
    for (File& file : files_) {
      if (!file.report || !file.language.empty()) continue;
      if (file.is_protocol) {
        shelves_[Shelf::protocol].add(file.stem);
      } else {
        shelve_entries(file);
      }
    }
  }

  void shelve_entries(File& file) {
    for (std::size_t s = 0; s < shelf_names.size(); ++s) {
      const Node* entries = file.root.find(shelf_names[s]);
      if (!entries || static_cast<Shelf>(s) == Shelf::protocol) continue;
      for (const Member& member : entries->members) {
        if (shelves_.ids[s].all().size() == most_entries) {
          file.report->error(member, "limit", joined({"more than 10000 entries of [", shelf_names[s], ".*]"}),
                             "remove what nothing uses");
          aligned_ = false;
          break;
        }
        if (shelves_.ids[s].add(member.key)) continue;
        aligned_ = false;
        const std::string id = quote(joined({shelf_names[s], ".", member.key}));
        file.report->error(member, "id", joined({id, " stands in ", other_file(file, shelf_names[s], member.key), " too"}),
                           "keep one of the two");
      }
    }
  }

  // The file before this one that holds the entry too.
  std::string_view other_file(const File& file, std::string_view shelf, std::string_view id) const {
    for (const File& other : files_) {
      const Node* entries = &other == &file || !other.language.empty() ? nullptr : other.root.find(shelf);
      if (entries && entries->find(id)) return other.name;
    }
    return "another file";
  }

  // All files were parsed, and what protocols share was read without an error.
  bool is_sound() const {
    return std::ranges::all_of(
        files_, [](const File& f) { return f.report && (f.is_protocol || !f.language.empty() || f.report->usable()); });
  }

  void read_knowledge(File& file) {
    if (file.root.members.empty()) {
      return file.report->error(file.root, "missing-key", "the file is empty; wanted a protocol or a catalog file",
                                "begin it with schema = 1");
    }
    Reader reader(*file.report, shelves_);
    reader.table(file.root, catalog_table(), &data_);
    if (file.report->full()) aligned_ = false;  // the reader stopped somewhere
    if (!trusted_ && aligned_ && file.report->usable()) check_knowledge(data_, file.root, shelves_, *file.report);
  }

  // Loads, ladders and workouts may be named before their tables stand.
  static void collect_names(const Node& root, Reader& reader) {
    if (const Node* loads = root.find("load")) {
      for (const Member& member : loads->members) reader.loads.add(member.key);
    }
    if (const Node* ladders = root.find("ladder")) {
      for (const Member& member : ladders->members) reader.ladders.add(member.key);
    }
    const Node* phases = root.find("phase");
    if (!phases) return;
    for (const Node& phase : phases->items) {
      if (const Node* id = phase.find("id")) reader.phases.add(id->text);
      const Node* workouts = phase.find("workout");
      if (!workouts) continue;
      for (const Node& workout : workouts->items) {
        if (const Node* id = workout.find("id")) reader.workouts.add(id->text);
      }
    }
  }

  // A dose for each of five exercises is five doses.
  static std::size_t count_doses(const Node& workout) {
    std::size_t doses = 0;
    const Node* tables = workout.find("dose");
    for (std::size_t d = 0; d < count_items(tables); ++d)
      doses += std::max<std::size_t>(1, count_items(tables->items[d].find("each")));
    return doses;
  }

  static std::size_t check_limits(const Node& root, const Reader& reader, Report& report) {
    std::size_t doses = 0;
    if (reader.workouts.all().size() > most_different_workouts) {
      report.error_at(root, "phase", "limit", "more than 64 different workouts", "split the protocol");
    }
    const Node* phases = root.find("phase");
    for (std::size_t i = 0; i < count_items(phases); ++i) {
      const Node* workouts = phases->items[i].find("workout");
      if (count_items(workouts) > most_workouts) {
        report.error_at(phases->items[i], "workout", "limit", "more than 32 workouts in a phase", "split the phase");
      }
      for (std::size_t w = 0; w < count_items(workouts); ++w) doses += count_doses(workouts->items[w]);
    }
    return doses;
  }

  void read_protocol(File& file, bool sound) {
    Report& report = *file.report;
    Reader reader(report, shelves_);
    collect_names(file.root, reader);
    doses_ += check_limits(file.root, reader, report);
    if (doses_ > most_doses)
      report.error_at(file.root, "phase", "limit", "more than 10000 doses in all protocols", "read fewer protocols at once");
    Protocol& protocol = data_.protocols.emplace_back();
    reader.table(file.root, protocol_table(), &protocol);
    for (Phase& phase : protocol.phases) {
      for (Workout& workout : phase.workouts) {
        workout.number = static_cast<std::uint8_t>(reader.workouts.find(workout.id).value_or(0));
      }
    }
    protocol.hash = file.sha1;
    if (!trusted_ && sound && report.usable()) check_protocol(data_, protocol, report);
    const Node* id = file.root.find("id");
    if (id && id->kind == Node::Kind::text && id->text != file.stem) {
      report.error(*id, "id", joined({"id ", quote(id->text), " is not the file's name"}),
                   joined({"write ", quote(file.stem), ", or rename the file"}));
    }
  }

  // "calf-strain" of the translation "calf-strain.de"
  static std::string_view original_of(const File& translation) {
    return translation.stem.substr(0, translation.stem.size() - translation.language.size() - 1);
  }

  void read_translation(File& file) {
    Reader reader(*file.report, shelves_);
    const std::string_view original = original_of(file);
    const auto it = std::ranges::find(files_, original, &File::stem);
    if (original == phrases_stem) {
      std::vector<std::string> phrases = read_phrases(file.root, file.language, reader);
      if (language_ != every_language) data_.phrases = std::move(phrases);
    } else if (it == files_.end()) {
      file.report->error(file.root, "translation", joined({"translates ", quote(original), ", which is not here"}),
                         "name the file ORIGINAL.LANGUAGE.toml");
    } else if (it->report) {
      check_translation(file.language, it->root, reader);
      if (language_ != every_language && file.report->usable()) translate(it->root, file.root);
    }
  }

  void check_missing(File& file) {
    const std::string_view original = original_of(file);
    const auto it = std::ranges::find(files_, original, &File::stem);
    if (original == phrases_stem) {
      check_missing_phrases(file.root, *file.report);
    } else if (it != files_.end() && it->report) {
      check_missing_texts(it->root, *file.report);
    }
  }

  void finish() {
    std::ranges::stable_sort(data_.red_flags, {},
                             [](const RedFlag& flag) { return std::pair(flag.urgency, std::string_view(flag.id)); });
    std::ranges::sort(data_.protocols, {}, &Protocol::id);
    std::vector<std::string> lines;  // the files stay where they are: ids point into them
    for (const File& file : files_) {
      if (file.language.empty()) lines.push_back(joined({file.stem, " ", file.sha1, "\n"}));
    }
    std::ranges::sort(lines);
    std::string all;
    for (const std::string& line : lines) all += line;
    data_.hash = hex(all);
    if (language_ != every_language) data_.language = language_;
  }

  std::string_view language_;
  std::deque<File> files_;  // a deque: nodes and names are pointed at
  Shelves shelves_;
  CatalogData data_;
  std::size_t doses_ = 0;
  bool trusted_ = false;
  bool aligned_ = true;  // the entries of `data_` have the indices of `shelves_`
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::string_view stem_of(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  if (name.ends_with(".toml")) name.remove_suffix(5);
  return name;
}

std::string_view language_of(std::string_view name) {
  const std::string_view stem = stem_of(name);
  const std::size_t dot = stem.find('.');
  return dot == std::string_view::npos ? std::string_view{} : stem.substr(dot + 1);
}

Reading read_files(std::span<const SourceFile> files, std::string_view language) {
  CatalogReader reader(files, language, {});
  reader.read();
  return reader.take();
}

Reading read_trusted(std::span<const SourceFile> files, std::string_view language, std::span<const std::string_view> elsewhere) {
  CatalogReader reader(files, language, elsewhere);
  reader.read_trusted();
  return reader.take();
}

std::vector<Diagnostic> check_files(std::span<const SourceFile> files) {
  CatalogReader reader(files, every_language, {});
  reader.read();
  reader.lint();
  return reader.take_diagnostics();
}

}  // namespace rehab::protocol
