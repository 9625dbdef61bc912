// The protocols that a command works with: those that rehab carries, and those of `--catalog`.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/catalog.hpp"

namespace app {

struct Arguments;

// Files whose texts it owns or borrows. A file replaces an earlier one whose path has the same last part.
class FileSet {
 public:
  void add(const rehab::SourceFile& file);              // borrowed
  void add(const std::string& name, std::string text);  // owned

  const std::vector<rehab::SourceFile>& files() const { return files_; }

 private:
  std::deque<std::string> texts_;  // names and texts, which must not move
  std::vector<rehab::SourceFile> files_;
};

// Reads all protocols, or, if only `protocol` is wanted and rehab carries it, just that one. None: the problems have been reported
// and `exit` holds the code.
std::optional<rehab::Catalog> load_catalog(const Arguments& arguments, std::string_view protocol, int& exit);

// The same of all protocols, without a word: where it cannot be read, the built-in one. For what must be said at once.
rehab::Catalog catalog_at_hand(const Arguments& arguments);

// Adds the files of `--catalog`, if it is given, but for cases.
std::vector<rehab::Diagnostic> add_own_files(const Arguments& arguments, FileSet& files);

}  // namespace app
