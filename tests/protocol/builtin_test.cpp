#include "protocol/builtin.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "document/packed.hpp"
#include "document/same_tree.hpp"
#include "rehab/catalog.hpp"
#include "support/catch.hpp"
#include "text/digest.hpp"

namespace {

const std::filesystem::path folder = std::filesystem::path(REHAB_SOURCE_DIR) / "protocols";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("every built-in file has the bytes of its file in protocols/") {
  for (const rehab::SourceFile& file : rehab::builtin_files()) {
    INFO(file.name);
    REQUIRE(std::filesystem::is_regular_file(folder / file.name));
    CHECK((file.text == bytes_of(folder / file.name)));  // in brackets: a difference is no reason to print both
  }
}

TEST_CASE("every .toml file of protocols/ is built in, in order of name") {
  std::size_t in_folder = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) in_folder += entry.path().extension() == ".toml" ? 1 : 0;
  const auto built_in = rehab::builtin_files();
  CHECK(built_in.size() == in_folder);
  CHECK(built_in.size() > 1);
  CHECK(std::ranges::is_sorted(built_in, {}, &rehab::SourceFile::name));
}

TEST_CASE("what was prepared of each built-in file is what its text says") {
  const auto files = rehab::builtin_files();
  const auto prepared = rehab::protocol::prepared_files();
  REQUIRE(prepared.size() == files.size());  // the tests do not run where they were cross-compiled
  for (std::size_t i = 0; i < files.size(); ++i) {
    INFO(files[i].name);
    const auto parsed = rehab::document::parse(files[i].name, files[i].text);
    REQUIRE(parsed);
    CHECK(rehab::document::is_same(rehab::document::unpack(prepared[i].tree, files[i].text).root, parsed->root));
    std::string sha1;
    rehab::text::append_hex(sha1, rehab::text::sha1(files[i].text));
    CHECK(prepared[i].sha1 == sha1);
    CHECK(rehab::protocol::prepared(files[i].text) == &prepared[i]);
  }
}

TEST_CASE("a copy of a built-in file is a file as any other, and gives the same catalog") {
  std::vector<std::string> texts;
  for (const rehab::SourceFile& file : rehab::builtin_files()) {
    texts.emplace_back(file.text);
    CHECK(rehab::protocol::prepared(texts.back()) == nullptr);
  }
  std::vector<rehab::SourceFile> copies;
  for (std::size_t i = 0; i < texts.size(); ++i) copies.push_back({rehab::builtin_files()[i].name, texts[i]});
  const auto read = rehab::read_catalog(copies);
  REQUIRE(read);
  CHECK((*read)->hash == rehab::builtin_catalog()->hash);
  CHECK((*read)->protocols.size() == rehab::builtin_catalog()->protocols.size());
}
