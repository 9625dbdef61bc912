// What is asked of catalogs: one file or many, those of the library or an author's, in one language or another.
#include "rehab/catalog.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "protocol/keys.hpp"
#include "protocol/read.hpp"
#include "protocol/report.hpp"

namespace rehab {
namespace {

constexpr std::string_view english = "en";

bool is_translation(const SourceFile& file) { return protocol::is_language(protocol::language_of(file.name)); }

// "calf-strain" of "protocols/calf-strain.de.toml"
std::string_view id_of(const SourceFile& file) {
  const std::string_view stem = protocol::stem_of(file.name);
  return stem.substr(0, stem.find('.'));
}

std::optional<Diagnostic> unknown_language(std::span<const SourceFile> files, std::string_view language) {
  const std::vector<std::string_view> known = languages_of(files);
  if (std::ranges::find(known, language) != known.end()) return {};
  Diagnostic d;
  d.area = Area::intake;
  d.code = d.key = "language";
  d.message = protocol::joined({"there is no language ", protocol::quote(language)});
  d.hint = protocol::joined({"choose one of ", protocol::listed(known)});
  return d;
}

// `elsewhere`: ids of protocols that are not among the files.
Catalog read_sound(std::span<const SourceFile> files, std::string_view language, std::span<const std::string_view> elsewhere = {}) {
  protocol::Reading reading = protocol::read_trusted(files, language, elsewhere);
  assert(!has_errors(reading.diagnostics));  // the tests hold the built-in files to it
  return Catalog(std::move(reading.data));
}

Catalog read_builtin(std::string_view language, std::span<const std::string_view> protocols) {
  std::vector<SourceFile> files;
  std::vector<std::string_view> elsewhere;
  for (const SourceFile& file : builtin_files()) {
    if (!is_translation(file) && file.text.find("\n[[phase]]") != std::string_view::npos) elsewhere.push_back(id_of(file));
  }
  std::erase_if(elsewhere, [&](std::string_view id) { return std::ranges::find(protocols, id) != protocols.end(); });
  for (const SourceFile& file : builtin_files()) {
    if (std::ranges::find(elsewhere, id_of(file)) == elsewhere.end()) files.push_back(file);
  }
  return read_sound(files, language, elsewhere);
}

Catalog told(Catalog catalog, const Log& log) {
  log("protocols read", catalog->protocols.size());
  return catalog;
}

}  // namespace

const Protocol* Catalog::find(std::string_view id) const {
  const auto it = std::ranges::find(data_->protocols, id, &Protocol::id);
  return it == data_->protocols.end() ? nullptr : &*it;
}

std::vector<SourceFile> standing_files(std::span<const SourceFile> files) {
  std::vector<SourceFile> out;
  for (const SourceFile& file : files) {
    const std::string_view stem = protocol::stem_of(file.name);
    const auto same = std::ranges::find(out, stem, [](const SourceFile& f) { return protocol::stem_of(f.name); });
    if (same != out.end()) {
      const auto is_stale = [&](const SourceFile& other) { return id_of(other) == stem; };
      out.erase(std::remove_if(out.begin(), same, is_stale), same);
      std::erase_if(out, [&](const SourceFile& other) { return protocol::stem_of(other.name) == stem; });
    }
    out.push_back(file);
  }
  return out;
}

std::vector<std::string_view> languages_of(std::span<const SourceFile> files) {
  std::vector<std::string_view> out;
  for (const SourceFile& file : files) {
    if (is_translation(file)) out.push_back(protocol::language_of(file.name));
  }
  out.push_back(english);
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Result<Catalog> read_catalog(std::span<const SourceFile> files, std::string_view language, const Log& log) {
  if (auto problem = unknown_language(files, language)) return std::vector{std::move(*problem)};
  protocol::Reading reading = protocol::read_files(files, language);
  log("files read", files.size());
  if (has_errors(reading.diagnostics)) return std::move(reading.diagnostics);
  log("protocols read", reading.data.protocols.size());
  return {Catalog(std::move(reading.data)), std::move(reading.diagnostics)};
}

std::vector<Diagnostic> check_catalog(std::span<const SourceFile> files) { return protocol::check_files(files); }

Catalog builtin_catalog() { return read_sound(builtin_files(), english); }

Catalog builtin_catalog(std::span<const std::string_view> protocols) { return read_builtin(english, protocols); }

Result<Catalog> builtin_catalog(std::string_view language, const Log& log) {
  if (auto problem = unknown_language(builtin_files(), language)) return std::vector{std::move(*problem)};
  return told(read_sound(builtin_files(), language), log);
}

Result<Catalog> builtin_catalog(std::string_view language, std::span<const std::string_view> protocols, const Log& log) {
  if (auto problem = unknown_language(builtin_files(), language)) return std::vector{std::move(*problem)};
  return told(read_builtin(language, protocols), log);
}

}  // namespace rehab
