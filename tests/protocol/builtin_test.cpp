#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "rehab/catalog.hpp"
#include "support/catch.hpp"

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
