#include "library.hpp"

#include <algorithm>
#include <utility>

#include "arguments.hpp"
#include "file.hpp"
#include "log.hpp"
#include "rehab/case_file.hpp"
#include "report.hpp"
#include "words.hpp"

namespace app {
namespace {

bool carried(std::string_view protocol) {
  const std::string name = joined({protocol, ".toml"});
  const std::span<const rehab::SourceFile> files = rehab::builtin_files();
  return std::any_of(files.begin(), files.end(), [&](const rehab::SourceFile& f) { return file_name(f.name) == name; });
}

// Without `--catalog`. What is not carried is looked for in all, so that the nearest name can be told.
rehab::Result<rehab::Catalog> carried_catalog(std::string_view protocol, std::string_view language) {
  const bool one = !protocol.empty() && carried(protocol);
  return one ? rehab::builtin_catalog(language, {&protocol, 1}, library_log()) : rehab::builtin_catalog(language, library_log());
}

template <class T>
const T* find(const std::vector<T>& entries, const std::string& id) {
  const auto it = std::find_if(entries.begin(), entries.end(), [&](const T& entry) { return entry.id == id; });
  return it == entries.end() ? nullptr : &*it;
}

// Whether `flag` of `ours` concerns this condition of another catalog; one that `ours` does not know, if it concerns all.
bool concerns(const rehab::Catalog& ours, const rehab::RedFlag& flag, const rehab::Condition& condition) {
  const rehab::Condition* known = find(ours->conditions, condition.id);
  if (!known) return flag.conditions.empty();
  return flag.concerns({static_cast<std::uint16_t>(known - ours->conditions.data())});
}

// Whether `mine` still asks a red flag of everyone whom `ours` asks it, as early and as urgently.
bool asks_as_much(const rehab::Catalog& ours, const rehab::Catalog& mine, const rehab::RedFlag& flag) {
  const rehab::RedFlag* same = find(mine->red_flags, flag.id);
  if (!same || same->moment != flag.moment || same->urgency > flag.urgency) return false;
  for (std::size_t m = 0; m < mine->conditions.size(); ++m)
    if (concerns(ours, flag, mine->conditions[m]) && !same->concerns({static_cast<std::uint16_t>(m)})) return false;
  return true;
}

// Whether what a condition demands is still demanded.
bool demands_as_much(const rehab::Condition& ours, const rehab::Condition& mine) {
  const auto forbids = [&](rehab::Exercise::Reach range) {
    return std::find(mine.forbid_ranges.begin(), mine.forbid_ranges.end(), range) != mine.forbid_ranges.end();
  };
  return (mine.clearance || !ours.clearance) && (ours.often_both_sides || !mine.often_both_sides) &&
         mine.weeks_min.value_or(0) >= ours.weeks_min.value_or(0) &&
         std::all_of(ours.forbid_ranges.begin(), ours.forbid_ranges.end(), forbids);
}

// A folder may add to what keeps people safe, never take away: a shared file in it replaces the built-in one of the same name. What
// a question says in other words is not judged.
std::vector<rehab::Diagnostic> lost_safety(const rehab::Catalog& mine) {
  std::vector<rehab::Diagnostic> problems;
  const auto lost = [&](std::string_view what, const std::string& id) {
    rehab::Diagnostic problem;
    problem.code = "safety";
    problem.message = joined(
        {"the ", what, " `", id, "` is gone, or weaker than it was: a file of the folder replaces the built-in safety file"});
    problem.hint = "keep all of it, or give your file another name";
    problems.push_back(std::move(problem));
  };
  const rehab::Catalog ours = rehab::builtin_catalog();
  for (const rehab::RedFlag& flag : ours->red_flags)
    if (!asks_as_much(ours, mine, flag)) lost("red flag", flag.id);
  for (const rehab::Tag& tag : ours->tags) {
    const rehab::Tag* same = find(mine->tags, tag.id);
    if (tag.clearance && (!same || !same->clearance)) lost("clearance for", tag.id);
  }
  for (const rehab::Condition& condition : ours->conditions) {
    const rehab::Condition* same = find(mine->conditions, condition.id);
    if (same && !demands_as_much(condition, *same)) lost("care for", condition.id);
  }
  return problems;
}

// The catalog, or none: then its problems have been reported and `exit` holds the code.
std::optional<rehab::Catalog> accepted(const Arguments& arguments, rehab::Result<rehab::Catalog> catalog, const FileSet& files,
                                       int& exit) {
  if (!catalog) {
    report(arguments, catalog.diagnostics, files.files());
    exit = exit_code(catalog.diagnostics);
    return {};
  }
  return std::move(catalog.value);
}

std::optional<rehab::Catalog> load_own(const Arguments& arguments, std::string_view language, int& exit) {
  FileSet files;
  for (const rehab::SourceFile& file : rehab::builtin_files()) files.add(file);
  if (const std::vector<rehab::Diagnostic> problems = add_own_files(arguments, files); !problems.empty()) {
    report(arguments, problems);
    exit = bad_file;
    return {};
  }
  std::optional<rehab::Catalog> catalog =
      accepted(arguments, rehab::read_catalog(files.files(), language, library_log()), files, exit);
  if (!catalog) return {};
  if (const std::vector<rehab::Diagnostic> problems = lost_safety(*catalog); !problems.empty()) {
    report(arguments, problems);
    exit = bad_protocol;
    return {};
  }
  return catalog;
}

}  // namespace

void FileSet::add(const rehab::SourceFile& file) {
  files_.push_back(file);
  files_ = rehab::standing_files(files_);
}

void FileSet::add(const std::string& name, std::string text) {
  const std::string& kept_name = texts_.emplace_back(name);
  const std::string& kept_text = texts_.emplace_back(std::move(text));
  add({kept_name, kept_text});
}

std::vector<rehab::Diagnostic> add_own_files(const Arguments& arguments, FileSet& files) {
  std::vector<rehab::Diagnostic> problems;
  if (!arguments.has(Opt::catalog)) return problems;
  std::vector<std::string> paths;
  if (auto problem = toml_files_in(std::string(*arguments.value(Opt::catalog)), paths)) problems.push_back(*problem);
  for (const std::string& path : paths) {
    std::string text;
    if (auto problem = read_file(path, text)) {
      problems.push_back(*problem);
    } else if (!rehab::read_case({path, text})) {  // a case may lie beside the protocols
      files.add(path, std::move(text));
    }
  }
  return problems;
}

std::optional<rehab::Catalog> load_catalog(const Arguments& arguments, std::string_view protocol, int& exit) {
  const std::string_view language = arguments.value(Opt::language).value_or("en");
  if (arguments.has(Opt::catalog)) return load_own(arguments, language, exit);
  return accepted(arguments, carried_catalog(protocol, language), {}, exit);
}

rehab::Catalog catalog_at_hand(const Arguments& arguments) {
  const std::string_view language = arguments.value(Opt::language).value_or("en");
  if (arguments.has(Opt::catalog)) {
    FileSet files;
    for (const rehab::SourceFile& file : rehab::builtin_files()) files.add(file);
    const bool read = add_own_files(arguments, files).empty();
    rehab::Result<rehab::Catalog> own = rehab::read_catalog(files.files(), language);
    if (read && own && lost_safety(*own).empty()) return std::move(*own.value);
  }
  rehab::Result<rehab::Catalog> translated = rehab::builtin_catalog(language);
  return translated ? std::move(*translated.value) : rehab::builtin_catalog();
}

}  // namespace app
