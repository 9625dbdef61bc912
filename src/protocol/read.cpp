#include <algorithm>
#include <deque>
#include <iterator>
#include <tuple>
#include <utility>

#include "protocol/check.hpp"
#include "protocol/reader.hpp"
#include "rehab/catalog.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"

namespace rehab {

namespace protocol {
namespace {

using document::Member;
using document::Node;

constexpr std::size_t most_doses = 10'000;
constexpr std::size_t most_workouts = 32;            // of a phase
constexpr std::size_t most_different_workouts = 64;  // of a protocol

// One file, read so far.
struct File {
  std::string_view name;      // as given
  std::string_view stem;      // without folders and ".toml"
  std::string_view language;  // of a translation NAME.LANG.toml, else ""
  std::string_view text;
  Node root;
  bool is_protocol = false;
};

std::string_view stem_of(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  if (name.ends_with(".toml")) name.remove_suffix(5);
  return name;
}

std::string hex(std::string_view bytes) {
  std::string out;
  text::append_hex(out, text::sha1(bytes));
  return out;
}

std::size_t count_items(const Node* list) { return list && list->kind == Node::Kind::array ? list->items.size() : 0; }

class CatalogReader {
 public:
  // `elsewhere`: ids of protocols that are not read but may be named as `next`.
  explicit CatalogReader(std::span<const SourceFile> files, std::span<const std::string_view> elsewhere = {}) {
    for (const std::string_view id : elsewhere) shelves_[Shelf::protocol].add(id);
    for (const SourceFile& file : files) add(file);
  }

  void read() {
    shelve();
    for (const File& file : files_) {
      if (!file.is_protocol && file.language.empty()) read_knowledge(file);
    }
    const bool sound = !has_errors(diagnostics_);
    for (const File& file : files_) {
      if (file.is_protocol && file.language.empty()) read_protocol(file, sound);
    }
    for (const File& file : files_) {
      if (!file.language.empty()) read_translation(file);
    }
    limit_doses();
    finish();
  }

  // What only authors want to know.
  void lint() {
    const bool sound = !has_errors(diagnostics_);
    for (const File& file : files_) {
      Report report(file.name, file.root, diagnostics_);
      if (sound && !file.is_protocol && file.language.empty()) check_unused(data_, file.root, shelves_, report);
      check_words(file.root, report);
    }
  }

  CatalogData& data() { return data_; }
  std::vector<Diagnostic> take_diagnostics() {
    std::ranges::stable_sort(diagnostics_, {}, [](const Diagnostic& d) { return std::tuple(std::string_view(d.file), d.line, d.column); });
    return std::move(diagnostics_);
  }

 private:
  // A later file of the same name replaces the earlier.
  void add(const SourceFile& source) {
    File file;
    file.name = source.name;
    file.stem = stem_of(source.name);
    file.text = source.text;
    if (const std::size_t dot = file.stem.find('.'); dot != std::string_view::npos) file.language = file.stem.substr(dot + 1);
    std::erase_if(files_, [&](const File& other) { return other.stem == file.stem; });
    files_.push_back(std::move(file));
  }

  // Parses every file and collects every id, so that references may point anywhere.
  void shelve() {
    std::erase_if(files_, [&](File& file) {
      Result<Node> parsed = document::parse(file.name, file.text);
      std::ranges::move(parsed.diagnostics, std::back_inserter(diagnostics_));
      if (!parsed) return true;
      file.root = std::move(*parsed.value);
      file.is_protocol = file.root.find("phase") || file.root.find("id");
      return false;
    });
    for (const File& file : files_) {
      if (!file.language.empty()) continue;
      if (file.is_protocol) {
        shelves_[Shelf::protocol].add(file.stem);
      } else {
        shelve_entries(file);
      }
    }
  }

  void shelve_entries(const File& file) {
    Report report(file.name, file.root, diagnostics_);
    for (std::size_t s = 0; s < shelf_names.size(); ++s) {
      const Node* entries = file.root.find(shelf_names[s]);
      if (!entries || static_cast<Shelf>(s) == Shelf::protocol) continue;
      for (const Member& member : entries->members) {
        if (shelves_.ids[s].all().size() >= 0xfffe) return;
        if (!shelves_.ids[s].add(member.key)) {
          report.error_at(*entries, member.key, "id", std::string(shelf_names[s]) + " " + quote(member.key) + " stands in another file too",
                          "keep one of the two");
        }
      }
    }
  }

  void read_knowledge(const File& file) {
    Report report(file.name, file.root, diagnostics_);
    Reader reader(report, shelves_);
    reader.table(file.root, catalog_table(), &data_);
    if (!has_errors(diagnostics_)) check_knowledge(data_, file.root, shelves_, report);
  }

  // Loads, ladders and workouts may be named before their tables stand.
  static void collect_names(const Node& root, Reader& reader) {
    if (const Node* loads = root.find("load")) {
      for (const Member& member : loads->members) reader.loads.push_back(member.key);
    }
    if (const Node* ladders = root.find("ladder")) {
      for (const Member& member : ladders->members) reader.ladders.push_back(member.key);
    }
    const Node* phases = root.find("phase");
    if (!phases) return;
    for (const Node& phase : phases->items) {
      const Node* workouts = phase.find("workout");
      if (!workouts) continue;
      for (const Node& workout : workouts->items) {
        const Node* id = workout.find("id");
        if (id && std::ranges::find(reader.workouts, std::string_view(id->text)) == reader.workouts.end()) reader.workouts.push_back(id->text);
        if (reader.workouts.size() > most_different_workouts) return;
      }
    }
  }

  static void check_limits(const Node& root, const Reader& reader, Report& report) {
    if (reader.workouts.size() > most_different_workouts) {
      report.error_at(root, "phase", "limit", "more than 64 different workouts", "split the protocol");
    }
    const Node* phases = root.find("phase");
    for (std::size_t i = 0; i < count_items(phases); ++i) {
      if (count_items(phases->items[i].find("workout")) > most_workouts) {
        report.error_at(phases->items[i], "workout", "limit", "more than 32 workouts in a phase", "split the phase");
      }
    }
  }

  void read_protocol(const File& file, bool sound) {
    Report report(file.name, file.root, diagnostics_);
    Reader reader(report, shelves_);
    collect_names(file.root, reader);
    check_limits(file.root, reader, report);
    if (!report.clean()) return;
    Protocol& protocol = data_.protocols.emplace_back();
    reader.table(file.root, protocol_table(), &protocol);
    const Node* id = file.root.find("id");
    if (id && id->kind == Node::Kind::text && id->text != file.stem) {
      report.error(*id, "id", "id " + quote(id->text) + " is not the file's name", "write " + quote(file.stem) + ", or rename the file");
    }
    for (Phase& phase : protocol.phases) {
      for (Workout& workout : phase.workouts) {
        const auto it = std::ranges::find(reader.workouts, std::string_view(workout.id));
        workout.number = static_cast<std::uint8_t>(it - reader.workouts.begin());
      }
    }
    protocol.hash = hex(file.text);
    if (sound && report.clean()) check_protocol(data_, protocol, report);
  }

  void read_translation(const File& file) {
    Report report(file.name, file.root, diagnostics_);
    const std::string_view original = file.stem.substr(0, file.stem.size() - file.language.size() - 1);
    const auto it = std::ranges::find(files_, original, &File::stem);
    if (it == files_.end()) {
      report.error(file.root, "translation", "translates " + quote(original) + ", which is not here", "name the file ORIGINAL.LANGUAGE.toml");
    } else {
      check_translation(file.language, it->root, report);
    }
  }

  void limit_doses() {
    std::size_t doses = 0;
    for (const Protocol& protocol : data_.protocols) {
      for (const Phase& phase : protocol.phases) {
        for (const Workout& workout : phase.workouts) doses += workout.doses.size();
      }
    }
    if (doses > most_doses) {
      diagnostics_.push_back({Level::error, Area::protocol, "limit", "", 0, 0, "", "more than 10000 doses in all", "read fewer protocols at once"});
    }
  }

  void finish() {
    std::ranges::stable_sort(data_.red_flags, {}, [](const RedFlag& flag) { return std::pair(flag.urgency, std::string_view(flag.id)); });
    std::ranges::sort(data_.protocols, {}, &Protocol::id);
    std::vector<std::string> lines;  // the files stay where they are: ids point into them
    for (const File& file : files_) lines.push_back(std::string(file.stem) + ' ' + hex(file.text) + '\n');
    std::ranges::sort(lines);
    std::string all;
    for (const std::string& line : lines) all += line;
    data_.hash = hex(all);
  }

  std::deque<File> files_;  // a deque: nodes and names are pointed at
  Shelves shelves_;
  CatalogData data_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace
}  // namespace protocol

namespace {

Catalog read_builtin(std::span<const SourceFile> files, std::span<const std::string_view> elsewhere) {
  protocol::CatalogReader reader(files, elsewhere);
  reader.read();
  assert(!has_errors(reader.take_diagnostics()));  // the tests hold the built-in files to it
  return Catalog(std::move(reader.data()));
}

}  // namespace

const Protocol* Catalog::find(std::string_view id) const {
  const auto it = std::ranges::find(data_->protocols, id, &Protocol::id);
  return it == data_->protocols.end() ? nullptr : &*it;
}

Result<Catalog> read_catalog(std::span<const SourceFile> files) {
  protocol::CatalogReader reader(files);
  reader.read();
  std::vector<Diagnostic> diagnostics = reader.take_diagnostics();
  if (has_errors(diagnostics)) return diagnostics;
  return {Catalog(std::move(reader.data())), std::move(diagnostics)};
}

std::vector<Diagnostic> check_catalog(std::span<const SourceFile> files) {
  protocol::CatalogReader reader(files);
  reader.read();
  reader.lint();
  return reader.take_diagnostics();
}

Catalog builtin_catalog() { return read_builtin(builtin_files(), {}); }

Catalog builtin_catalog(std::span<const std::string_view> protocols) {
  std::vector<SourceFile> files;
  std::vector<std::string_view> elsewhere;
  for (const SourceFile& file : builtin_files()) {
    const std::string_view stem = protocol::stem_of(file.name);
    if (stem.find('.') != std::string_view::npos) continue;  // a translation
    const bool is_protocol = file.text.find("\n[[phase]]") != std::string_view::npos;
    const bool wanted = std::ranges::find(protocols, stem) != protocols.end();
    if (!is_protocol || wanted) {
      files.push_back(file);
    } else {
      elsewhere.push_back(stem);
    }
  }
  return read_builtin(files, elsewhere);
}

}  // namespace rehab
