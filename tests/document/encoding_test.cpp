#include "document/encoding.hpp"

#include <string>
#include <string_view>

#include "document/problems.hpp"
#include "support/catch.hpp"

using namespace std::string_view_literals;
using rehab::document::parse;
using rehab::document::problems;

TEST_CASE("a file of nothing is an empty table") {
  for (const std::string_view nothing : {"", "\n", "\r\n", "# only a comment", "\xef\xbb\xbf", " \t"}) {
    const auto read = parse("f.toml", nothing);
    REQUIRE(read);
    CHECK(read->root.members.empty());
    CHECK(read->root.kind == rehab::document::Node::Kind::table);
    CHECK(read.diagnostics.empty());
  }
}

TEST_CASE("a file of 1 MiB is read, one octet more is not") {
  std::string text = "x = 1\n#";
  text.resize(1 << 20, 'c');
  CHECK(problems(text) == "");
  text += 'c';
  CHECK(problems(text) ==
        "0:0 limit: the file has 1048577 octets; at most 1048576 (1 MiB) are read | split the file, or shorten its texts\n");
}

TEST_CASE("a byte order mark may stand at the start and does not count as a column") {
  CHECK(problems("\xef\xbb\xbfx = 1") == "");
  CHECK(problems("\xef\xbb\xbfx = y") == "1:5 syntax: `y` is no value; text stands in quotes | put the text in quotes\n");
}

TEST_CASE("a byte order mark inside is refused, wherever it is") {
  const std::string_view rest = " encoding: a byte order mark (U+FEFF) inside the file; only its start may have one | remove it\n";
  CHECK(problems("x = 1\n\xef\xbb\xbfy = 2") == std::string("2:1").append(rest));
  CHECK(problems("x = 'a\xef\xbb\xbf'") == std::string("1:7").append(rest));
  CHECK(problems("\xef\xbb\xbf\xef\xbb\xbfx = 1") == std::string("1:1").append(rest));
}

TEST_CASE("a NUL is refused") {
  CHECK(problems("x = 1\ny = '\xc3\xa4\0'"sv) == "2:7 encoding: a NUL character; a text has none | remove it\n");
}

TEST_CASE("UTF-16 is recognised, with a mark and without") {
  const std::string_view message = "1:1 encoding: the file looks like UTF-16; UTF-8 is wanted | save the file as UTF-8\n";
  CHECK(problems("\xff\xfex\0=\0"sv) == message);
  CHECK(problems("\xfe\xff\0x\0="sv) == message);
  CHECK(problems("x\0 \0=\0 \0001\0"sv) == message);
  CHECK(problems("\0x\0 \0=\0 \0001"sv) == message);
}

TEST_CASE("the first octet that is not UTF-8 has its place in code points") {
  CHECK(problems("x = 1\n\xc3\xa4\xe2\x82\xac\xff") ==
        "2:3 encoding: octet 0xFF is not valid UTF-8 here | save the file as UTF-8\n");
  CHECK(problems("x = 'f\xfcr'") == "1:7 encoding: octet 0xFC is not valid UTF-8 here | save the file as UTF-8\n");
  CHECK(problems("# \xed\xa0\x80") == "1:3 encoding: octet 0xED is not valid UTF-8 here | save the file as UTF-8\n");
  CHECK(problems("x = '\xc3") == "1:6 encoding: octet 0xC3 is not valid UTF-8 here | save the file as UTF-8\n");
}
