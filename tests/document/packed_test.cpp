#include "document/packed.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "document/same_tree.hpp"
#include "support/catch.hpp"

using rehab::document::Document;
using rehab::document::is_same;
using rehab::document::pack;
using rehab::document::parse;
using rehab::document::unpack;

namespace {

// Every kind of value, in every kind of table.
constexpr std::string_view sample = R"(# Übung
title = "Wade: 3 × 15"
empty = ""
"quoted key" = 'raw \n'
"escaped\tkey" = "a \"quoted\" word, \u00e9t\u00e9"
dotted.key.deep = [1, 2.5, -3e2, true, false, nan, -inf, [], {}]
numbers = [0, -1, 9223372036854775807, -9223372036854775808, 4294967296, -0.0, 1e-300]
moments = [2026-12-01, 07:30:00, 2026-12-01T07:30:00.25+01:00]

[[phase]]
note = """
first \
  line"""
[phase.inner]
x = { y = 1, z = ["a", "b"] }
[[phase]]
)";

Document read(std::string_view text) {
  auto file = parse("f.toml", text);
  REQUIRE(file);
  return std::move(*file);
}

}  // namespace

TEST_CASE("a packed tree comes back as it was, places and all") {
  const Document parsed = read(sample);
  const std::vector<std::uint32_t> numbers = pack(parsed.root, sample);
  const Document unpacked = unpack(numbers, sample);
  CHECK(is_same(unpacked.root, parsed.root));
  CHECK(unpacked.root.find("escaped\tkey")->text == "a \"quoted\" word, été");
  CHECK(unpacked.root.find("moments")->items[2].text == "2026-12-01T07:30:00.25+01:00");
  CHECK(unpacked.root.find("phase")->items[0].find("inner")->find("x")->find("z")->items[1].text == "b");
}

TEST_CASE("an empty file is packed too") {
  const std::vector<std::uint32_t> numbers = pack(read("").root, "");
  CHECK(is_same(unpack(numbers, "").root, read("").root));
}

TEST_CASE("two trees that differ in one place are not the same") {
  for (const std::string_view other : {"x = 2", " x = 1", "y = 1", "x = 1.0", "x = \"1\"", "x = [1]", "x = 1\ny = 1", "x = true"}) {
    CAPTURE(other);
    CHECK_FALSE(is_same(read("x = 1").root, read(other).root));
  }
}

TEST_CASE("texts are not stored twice: a packed text costs its place, not its length") {
  const std::string longer = "x = \"" + std::string(1000, 'a') + "\"";
  CHECK(pack(read(longer).root, longer).size() == pack(read("x = \"a\"").root, "x = \"a\"").size());
}
