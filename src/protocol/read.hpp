// Files of the language, read together: parsed, translated, every id collected, then each table read and checked.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rehab/catalog.hpp"

namespace rehab::protocol {

// "calf-strain.de" of "protocols/calf-strain.de.toml"
std::string_view stem_of(std::string_view name);
// "de" of a translation NAME.de.toml, else "".
std::string_view language_of(std::string_view name);

inline constexpr std::string_view every_language = "";  // their translations are checked, and none is used

struct Reading {
  CatalogData data;  // with holes, if there are errors
  std::vector<Diagnostic> diagnostics;
};

Reading read_files(std::span<const SourceFile> files, std::string_view language);

// Of files that the tests hold to every check: those of meaning are left out. `elsewhere`: ids of protocols that are not read but
// may be named as `next`.
Reading read_trusted(std::span<const SourceFile> files, std::string_view language, std::span<const std::string_view> elsewhere);

// What is said of them in every language, with what only authors want to know.
std::vector<Diagnostic> check_files(std::span<const SourceFile> files);

}  // namespace rehab::protocol
