// Cases of broken files, kept as text beside the errors that they must give:
//
//   == a key one letter off
//   -- in achilles-midportion-alfredson.toml
//   -- find
//   pain_rule   = "pain-monitoring"
//   -- replace
//   pain_rle    = "pain-monitoring"
//   -- expect
//   achilles-midportion-alfredson.toml:12:1: error: unknown key `pain_rle` …
//
// Every case starts from the sound files in base/: the built-in ones of some day, frozen, so that work on protocols moves no line
// here. They are edited only when the language itself changes, and are no place to look up a dose.
//
// `-- in FILE` names the file to change; `-- find` and `-- replace` exchange a text that stands there exactly once, `-- append`
// adds to its end, `-- new FILE` adds a file, `-- drop FILE` removes one. `-- expect` holds what is printed of all diagnostics, or
// "nothing". Line feeds at the end of a text do not count.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/catalog.hpp"

namespace rehab::errors {

struct File {
  std::string name, text;
};

// "-- find" and the lines below it.
struct Block {
  std::string word, argument, text;
};

struct Case {
  std::string title;
  std::vector<Block> blocks;
};

struct CaseFile {
  std::string head;  // what stands above the first case
  std::vector<Case> cases;
};

inline std::string without_end(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline CaseFile parse_cases(std::string_view text) {
  CaseFile out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    const std::string line(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
    if (line.starts_with("== ")) {
      out.cases.push_back({without_end(line.substr(3)), {}});
    } else if (out.cases.empty()) {
      out.head += line;
    } else if (line.starts_with("-- ")) {
      const std::string rest = without_end(line.substr(3));
      const std::size_t space = std::min(rest.find(' '), rest.size());
      out.cases.back().blocks.push_back({rest.substr(0, space), rest.substr(std::min(space + 1, rest.size())), {}});
    } else if (!out.cases.back().blocks.empty()) {
      out.cases.back().blocks.back().text += line;
    }
  }
  for (Case& one : out.cases) {
    for (Block& block : one.blocks) block.text = without_end(block.text);
  }
  return out;
}

inline std::string written(const CaseFile& file) {
  std::string out = file.head;
  for (const Case& one : file.cases) {
    out += "== " + one.title + '\n';
    for (const Block& block : one.blocks) {
      out += "-- " + block.word + (block.argument.empty() ? "" : " " + block.argument) + '\n';
      if (!block.text.empty()) out += block.text + '\n';
    }
    out += '\n';
  }
  out.pop_back();
  return out;
}

// The folder of this file.
inline std::filesystem::path folder() { return std::filesystem::path(REHAB_SOURCE_DIR) / "tests" / "errors"; }

inline std::vector<File> base() {
  std::vector<File> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder() / "base")) {
    files.push_back({entry.path().filename().string(), bytes_of(entry.path())});
  }
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.name < b.name; });
  return files;
}

inline File& named(std::vector<File>& files, std::string_view name) {
  const auto it = std::find_if(files.begin(), files.end(), [&](const File& f) { return f.name == name; });
  if (it == files.end()) throw std::runtime_error("there is no file " + std::string(name));
  return *it;
}

// Exchanges what stands in the text exactly once.
inline void exchange(std::string& text, const std::string& find, const std::string& replace) {
  const std::size_t at = find.empty() ? std::string::npos : text.find(find);
  if (at == std::string::npos) throw std::runtime_error("not found: " + find);
  if (text.find(find, at + 1) != std::string::npos) throw std::runtime_error("found twice: " + find);
  text.replace(at, find.size(), replace);
}

// The files of a case. Throws where it does not fit the base any more.
inline std::vector<File> files_of(const Case& one) {
  std::vector<File> files = base();
  std::string current;
  for (std::size_t i = 0; i < one.blocks.size(); ++i) {
    const Block& block = one.blocks[i];
    if (block.word == "in") {
      current = block.argument;
    } else if (block.word == "find") {
      if (i + 1 == one.blocks.size() || one.blocks[i + 1].word != "replace") throw std::runtime_error("find without replace");
      exchange(named(files, current).text, block.text, one.blocks[i + 1].text);
    } else if (block.word == "append") {
      named(files, current).text += block.text + '\n';
    } else if (block.word == "new") {
      files.push_back({block.argument, block.text.empty() ? "" : block.text + '\n'});
    } else if (block.word == "drop") {
      files.erase(files.begin() + (&named(files, block.argument) - files.data()));
    } else if (block.word != "replace" && block.word != "expect") {
      throw std::runtime_error("there is no block " + block.word);
    }
  }
  return files;
}

inline std::vector<SourceFile> sources(const std::vector<File>& files) {
  std::vector<SourceFile> out;
  for (const File& file : files) out.push_back({file.name, file.text});
  return out;
}

// All that an author is told, as the console shows it.
inline std::string rendered(const std::vector<File>& files) {
  std::string out;
  for (const Diagnostic& d : check_catalog(sources(files))) {
    const auto it = std::find_if(files.begin(), files.end(), [&](const File& f) { return f.name == d.file; });
    out += render(d, it == files.end() ? std::string_view() : std::string_view(it->text));
  }
  return out.empty() ? "nothing" : without_end(out);
}

}  // namespace rehab::errors
