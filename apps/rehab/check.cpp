#include <algorithm>
#include <array>

#include "arguments.hpp"
#include "commands.hpp"
#include "coverage.hpp"
#include "file.hpp"
#include "library.hpp"
#include "log.hpp"
#include "rehab/review.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "words.hpp"

namespace app {
namespace {

using rehab::Diagnostic;
using Problems = std::vector<Diagnostic>;

// "calf-strain" of "protocols/calf-strain.de.toml"
std::string_view stem(std::string_view path) {
  const std::string_view name = file_name(path);
  return name.substr(0, name.find('.'));
}

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Those of the carried files that are protocols (or translations of one), not what protocols share.
std::vector<std::string> carried_protocols() {
  const rehab::Catalog catalog = rehab::builtin_catalog();
  std::vector<std::string> names;
  for (const rehab::SourceFile& file : rehab::builtin_files())
    if (catalog.find(stem(file.name)) != nullptr) names.emplace_back(file.name);
  return names;
}

bool carried(std::string_view name) {
  const std::span<const rehab::SourceFile> files = rehab::builtin_files();
  return std::any_of(files.begin(), files.end(), [&](const rehab::SourceFile& f) { return f.name == name; });
}

Diagnostic no_longer_fits(const std::string& file) {
  Diagnostic d;
  d.level = rehab::Level::warning;
  d.code = "carried";
  d.message = joined({ticked(file), ", which rehab carries, does not fit what these files say"});
  d.hint = "replace it too before you use them with `--catalog`";
  return d;
}

// What is of interest: all that is said about the files that were given, errors in what protocols share, and, in one line each,
// which carried protocols would break.
Problems judged(const Problems& found, const std::vector<std::string>& given) {
  const std::vector<std::string> protocols = carried_protocols();
  Problems kept;
  std::vector<std::string> broken;
  for (const Diagnostic& d : found) {
    if (d.file.empty() || holds(given, d.file) || !carried(d.file)) {
      kept.push_back(d);
    } else if (d.level == rehab::Level::error && !holds(protocols, d.file)) {
      kept.push_back(d);
    } else if (d.level == rehab::Level::error && !holds(broken, d.file)) {
      broken.push_back(d.file);
    }
  }
  for (const std::string& file : broken) kept.push_back(no_longer_fits(file));
  return kept;
}

// Folders become their files; what is named twice is kept once.
std::vector<std::string> expanded(const std::vector<std::string>& operands, Problems& problems) {
  std::vector<std::string> paths;
  for (const std::string& operand : operands) {
    if (!is_folder(operand)) {
      paths.push_back(operand);
    } else if (auto problem = toml_files_in(operand, paths)) {
      problems.push_back(*problem);
    }
  }
  std::vector<std::string> kept;
  for (const std::string& path : paths) {
    const bool again = std::any_of(kept.begin(), kept.end(), [&](const std::string& k) { return k == path || same_file(k, path); });
    if (!again) kept.push_back(path);
  }
  return kept;
}

// A file's name is the protocol's id: two of one name cannot stand together.
void check_names(const std::vector<std::string>& paths, Problems& problems) {
  for (std::size_t i = 0; i < paths.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (file_name(paths[i]) == file_name(paths[j]))
        problems.push_back(usage("file-twice", "", joined({ticked(paths[j]), " and ", ticked(paths[i]), " have one name"}),
                                 "check them one after the other"));
}

// Standard input has no name, which is the id of what it holds: the first line that sets one is taken.
std::string name_of_input(std::string_view text) {
  constexpr std::string_view nameless = "standard-input.toml";
  for (std::size_t at = 0; at < text.size(); at = std::min(text.size(), text.find('\n', at)) + 1) {
    std::string_view line = text.substr(at, text.find('\n', at) - at);
    if (line.starts_with("[")) break;
    if (!line.starts_with("id")) continue;
    line.remove_prefix(2);
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(" \t")));
    if (!line.starts_with("=")) continue;
    const std::size_t open = line.find('"');
    const std::size_t close = open == std::string_view::npos ? open : line.find('"', open + 1);
    if (close == std::string_view::npos) break;
    const std::string_view id = line.substr(open + 1, close - open - 1);
    if (id.empty() || id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string_view::npos) break;
    return joined({id, ".toml"});
  }
  return std::string(nameless);
}

void read_all(const std::vector<std::string>& paths, FileSet& files, std::vector<std::string>& names, Problems& problems) {
  for (const std::string& path : paths) {
    std::string text;
    if (auto problem = read_file(path, text)) {
      problems.push_back(*problem);
      continue;
    }
    names.push_back(path == "-" ? name_of_input(text) : path);
    files.add(names.back(), std::move(text));
  }
}

// Whether the protocols that were given plan for everybody.
void rehearse(const rehab::Catalog& catalog, const FileSet& files, const std::vector<std::string>& given, Problems& found) {
  for (const rehab::SourceFile& file : files.files()) {
    if (!holds(given, file.name)) continue;
    const Problems gaps = rehab::rehearse(catalog, file);
    found.insert(found.end(), gaps.begin(), gaps.end());
  }
}

// Of the protocols that were given.
int put_coverage(const Arguments& arguments, const rehab::Catalog& catalog, const FileSet& files,
                 const std::vector<std::string>& given) {
  rehab::Coverage coverage;
  std::vector<std::string_view> ids;
  for (const std::string& name : given)
    if (catalog.find(stem(name)) != nullptr) ids.push_back(stem(name));
  if (!ids.empty()) coverage = rehab::coverage(catalog, files.files(), ids);
  return put(arguments, arguments.has(Opt::json) ? coverage_json(coverage) : coverage_text(coverage, color_for_data(arguments)));
}

std::string counted(std::size_t count, std::string_view what) {
  return joined({std::to_string(count), " ", what, count == 1 ? "" : "s"});
}

// "2 files: 3 errors, 1 warning"
std::string closing(std::size_t files, const Problems& found) {
  const auto count = [&](rehab::Level level) {
    return static_cast<std::size_t>(
        std::count_if(found.begin(), found.end(), [&](const Diagnostic& d) { return d.level == level; }));
  };
  const std::size_t errors = count(rehab::Level::error), warnings = count(rehab::Level::warning);
  std::string out = joined({counted(files, "file"), ": ", errors == 0 ? "no errors" : counted(errors, "error")});
  if (warnings > 0) out += joined({", ", counted(warnings, "warning")});
  return out += '\n';
}

}  // namespace

int check(const Arguments& arguments) {
  if (arguments.has(Opt::json) && !arguments.has(Opt::coverage)) {
    const Diagnostic problem = usage("option", "--json", "`--json` is for `--coverage`", "add `--coverage`, or leave it out");
    return report(arguments, {&problem, 1}), bad_usage;
  }
  Problems unreadable, twice;
  const std::vector<std::string> paths = expanded(arguments.operands, unreadable);
  check_names(paths, twice);
  if (!twice.empty()) return report(arguments, twice), bad_usage;

  FileSet files;
  for (const rehab::SourceFile& file : rehab::builtin_files()) files.add(file);
  const Problems own = add_own_files(arguments, files);
  unreadable.insert(unreadable.end(), own.begin(), own.end());
  std::vector<std::string> given;
  read_all(paths, files, given, unreadable);
  if (!unreadable.empty()) return report(arguments, unreadable), bad_file;

  Problems found = judged(rehab::check_catalog(files.files()), given);
  const rehab::Result<rehab::Catalog> catalog = rehab::read_catalog(files.files(), "en", library_log());
  if (catalog) rehearse(*catalog, files, given, found);
  int written = done;
  if (arguments.has(Opt::coverage)) {
    report(arguments, found, files.files());
    if (catalog) written = put_coverage(arguments, *catalog, files, given);
  } else {
    written = put(arguments, rendered(found, files.files(), color_for_data(arguments)) + closing(given.size(), found));
  }
  return rehab::has_errors(found) ? bad_protocol : written;
}

}  // namespace app
