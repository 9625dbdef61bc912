#include "text/digest.hpp"

#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace text = rehab::text;

namespace {

std::string sha1(std::string_view bytes) {
  std::string out;
  text::append_hex(out, text::sha1(bytes));
  return out;
}

text::Uuid uuid(std::string_view written) {
  text::Uuid id{};
  REQUIRE(text::parse_uuid(written, id));
  return id;
}

std::string uuid5(std::string_view space, std::string_view name) {
  std::string out;
  text::append_uuid(out, text::uuid5(uuid(space), name));
  return out;
}

constexpr std::string_view dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
constexpr std::string_view url = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

}  // namespace

TEST_CASE("sha1 gives the examples of FIPS 180") {
  CHECK(sha1("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") == "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
  CHECK(sha1("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  CHECK(sha1(std::string(1'000'000, 'a')) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

TEST_CASE("sha1 is right on both sides of every edge of a block") {
  CHECK(sha1(std::string(1, 'x')) == "11f6ad8ec52a2984abaafd7c3b516503785c2072");
  CHECK(sha1(std::string(54, 'x')) == "31045e7bb077ff8d188a776b196b980388735dbb");
  CHECK(sha1(std::string(55, 'x')) == "cef734ba81a024479e09eb5a75b6ddae62e6abf1");
  CHECK(sha1(std::string(56, 'x')) == "901305367c259952f4e7af8323f480d59f81335b");
  CHECK(sha1(std::string(57, 'x')) == "025ecbd5d70f8fb3c5457cd96bab13fda305dc59");
  CHECK(sha1(std::string(63, 'x')) == "0ddc4e0cccd9a12850deb5abb0853a4425559fec");
  CHECK(sha1(std::string(64, 'x')) == "bb2fa3ee7afb9f54c6dfb5d021f14b1ffe40c163");
  CHECK(sha1(std::string(65, 'x')) == "78c741ddc482e4cdf8c474a0876347a0905b6233");
  CHECK(sha1(std::string(118, 'x')) == "46e01fe9785dc90804798b79cd399c6e90d1d382");
  CHECK(sha1(std::string(119, 'x')) == "4300320394f7ee239bcdce7d3b8bcee173a0cd5c");
  CHECK(sha1(std::string(120, 'x')) == "ceb2821639c4b6dcb10bce0e522ca2e608ce056d");
  CHECK(sha1(std::string(127, 'x')) == "e463484d274607e1897d4099497cbf2aedcf8206");
  CHECK(sha1(std::string(128, 'x')) == "150fa3fbdc899bd0b8f95a9fb6027f564d953762");
  CHECK(sha1(std::string(129, 'x')) == "2699b675922cc84a9b0dfd926eb7f8211c78693d");
}

TEST_CASE("sha1 gives the last example of RFC 3174, ten whole blocks") {
  std::string digits;
  for (int i = 0; i < 80; ++i) digits += "01234567";
  CHECK(sha1(digits) == "dea356a2cddd90c7a7ecedc5ebb563934f460452");
}

TEST_CASE("uuid5 gives what RFC 9562 and other libraries give") {
  CHECK(uuid5(dns, "www.example.com") == "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  CHECK(uuid5(dns, "python.org") == "886313e1-3b8a-5372-9b90-0c9aee199e5d");
  CHECK(uuid5(url, "") == "1b4db7eb-4057-5ddf-91e0-36dec72071f5");
  CHECK(uuid5(url, "https://example.org/a-name-of-39-octets") == "430729cf-1fda-5801-b2fb-fedc915290d0");
  CHECK(uuid5(url, "https://example.org/a-name-of-40-octets-") == "a86465d9-2319-50f0-bee7-d6c97ddebb4a");
  CHECK(uuid5(dns, "Übung") == "7dd64c38-80df-5e98-9597-ac92e5cf4dd9");
  CHECK(uuid5(dns, std::string(200, 'n')) == "9fb5d24d-8ee5-5b5d-a58c-fb99bf185e7b");
}

TEST_CASE("a uuid says its version and variant") {
  const text::Uuid id = text::uuid5(uuid(dns), "x");
  CHECK(id[6] >> 4 == 5);
  CHECK(id[8] >> 6 == 2);
}

TEST_CASE("a uuid reads back as it was written, in either case") {
  std::string out;
  text::append_uuid(out, uuid("7C9E6679-7425-40de-944b-e07fc1f90ae7"));
  CHECK(out == "7c9e6679-7425-40de-944b-e07fc1f90ae7");
}

TEST_CASE("what is no uuid is refused and changes nothing") {
  text::Uuid id = uuid(dns);
  for (const std::string_view wrong :
       {"", "7c9e6679-7425-40de-944b-e07fc1f90ae", "7c9e6679-7425-40de-944b-e07fc1f90ae77", "7c9e6679x7425-40de-944b-e07fc1f90ae7",
        "7c9e667907425040de0944b0e07fc1f90ae7", "7c9e6679-7425-40de-944b-e07fc1f90ag7", "{c9e6679-7425-40de-944b-e07fc1f90ae7"}) {
    CHECK_FALSE(text::parse_uuid(wrong, id));
  }
  CHECK(id == uuid(dns));
}
