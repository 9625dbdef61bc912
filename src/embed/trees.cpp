// Writes the trees of the built-in files into a C++ file, so that the library carries them: rehab_embed builtin_trees.cpp
// Built and run while the library is built, out of the same parser.
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "document/packed.hpp"
#include "rehab/catalog.hpp"
#include "rehab/diagnostic.hpp"
#include "text/append.hpp"
#include "text/digest.hpp"

namespace {

using namespace rehab;

void append_array(std::string& code, const std::string& name, const std::vector<std::uint32_t>& numbers) {
  constexpr std::size_t in_a_line = 24;
  code += "constexpr std::uint32_t " + name + "[]{";
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i % in_a_line == 0) code += '\n';
    text::append_number(code, std::int64_t{numbers[i]});
    code += ',';
  }
  code += "};\n";
}

// The code of one file's tree to `arrays`, of what is known of it to `entries`. False: it is broken, and that was said.
bool append_file(std::string& arrays, std::string& entries, const SourceFile& file) {
  const Result<document::Document> tree = document::parse(file.name, file.text);
  for (const Diagnostic& d : tree.diagnostics) std::fputs(render(d, file.text).c_str(), stderr);
  if (!tree) return false;
  std::string name = "tree_of_";
  text::append_number(name, std::int64_t{static_cast<std::int64_t>(entries.size())});  // "a.de" and "a-de" are two
  name += '_';
  for (const char c : file.name) name += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
  append_array(arrays, name, document::pack(tree->root, file.text));
  entries += "    {\"";
  text::append_hex(entries, text::sha1(file.text));
  entries += "\", " + name + "},\n";
  return true;
}

bool write(const char* path, const std::string& code) {
  std::FILE* const file = std::fopen(path, "wb");
  if (!file) return false;
  const bool written = std::fwrite(code.data(), 1, code.size(), file) == code.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::string arrays, entries;
  bool sound = true;
  for (const SourceFile& file : builtin_files()) sound = append_file(arrays, entries, file) && sound;
  if (!sound) return 1;
  const std::string code =
      "// Made by embed/trees.cpp from protocols/.\n#include \"protocol/builtin.hpp\"\n\nnamespace {\n\n" + arrays +
      "\nconstexpr rehab::protocol::Prepared files[]{\n" + entries +
      "};\n\n}  // namespace\n\nstd::span<const rehab::protocol::Prepared> rehab::protocol::prepared_files() { return files; }\n";
  if (write(argv[1], code)) return 0;
  std::fprintf(stderr, "%s cannot be written\n", argv[1]);
  return 1;
}
