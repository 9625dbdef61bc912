#include "text/digest.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>

namespace rehab::text {
namespace {

constexpr std::size_t block_size = 64;
constexpr std::size_t longest_in_one_block = block_size - 9;  // 0x80 and the length in bits follow the text

using State = std::array<std::uint32_t, 5>;
constexpr State initial{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};

std::uint32_t load(const std::uint8_t* at) {
  return std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 | std::uint32_t{at[3]};
}

void store(std::uint8_t* at, std::uint32_t word) {
  for (int shift = 24; shift >= 0; shift -= 8) *at++ = static_cast<std::uint8_t>(word >> shift);
}

void step(std::uint32_t a, std::uint32_t& b, std::uint32_t& e, std::uint32_t mixed) {
  e += mixed;
  e += std::rotl(a, 5);
  b = std::rotl(b, 30);
}

// Takes the word of a step, and writes the one that is wanted sixteen steps later.
std::uint32_t take(std::uint32_t* w) {
  w[16] = std::rotl(w[13] ^ w[8] ^ w[2] ^ w[0], 1);
  return w[0];
}

// Twenty steps (FIPS 180-4 6.1.2). The five variables take turns, so none is ever moved.
template <class Mix>
void twenty(State& s, std::uint32_t* words, std::uint32_t constant, Mix mix) {
  auto [a, b, c, d, e] = s;
  for (std::uint32_t* w = words; w != words + 20; w += 5) {
    step(a, b, e, mix(b, c, d) + constant + take(w + 0));
    step(e, a, d, mix(a, b, c) + constant + take(w + 1));
    step(d, e, c, mix(e, a, b) + constant + take(w + 2));
    step(c, d, b, mix(d, e, a) + constant + take(w + 3));
    step(b, c, a, mix(c, d, e) + constant + take(w + 4));
  }
  s = {a, b, c, d, e};
}

void compress(State& state, const std::uint8_t* block) {
  using Word = std::uint32_t;
  Word words[96];
  for (std::size_t i = 0; i < 16; ++i) words[i] = load(block + 4 * i);

  const auto choose = [](Word x, Word y, Word z) { return z ^ (x & (y ^ z)); };
  const auto parity = [](Word x, Word y, Word z) { return x ^ y ^ z; };
  const auto majority = [](Word x, Word y, Word z) { return (x & y) | (z & (x | y)); };
  State s = state;
  twenty(s, words, 0x5a827999, choose);
  twenty(s, words + 20, 0x6ed9eba1, parity);
  twenty(s, words + 40, 0x8f1bbcdc, majority);
  twenty(s, words + 60, 0xca62c1d6, parity);
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += s[i];
}

// `block` holds the last `used` octets of a text of `total` octets, then zeros.
void finish(State& state, std::uint8_t* block, std::size_t used, std::uint64_t total) {
  block[used] = 0x80;
  if (used > longest_in_one_block) {
    compress(state, block);
    std::memset(block, 0, block_size);
  }
  store(block + block_size - 8, static_cast<std::uint32_t>(total >> 29));
  store(block + block_size - 4, static_cast<std::uint32_t>(total << 3));
  compress(state, block);
}

void copy(std::uint8_t* to, std::string_view bytes) {
  if (!bytes.empty()) std::memcpy(to, bytes.data(), bytes.size());
}

// Of `head` followed by `tail`; `head` is shorter than a block.
Sha1 hash(std::string_view head, std::string_view tail) {
  State state = initial;
  const std::uint64_t total = head.size() + tail.size();
  std::uint8_t block[block_size] = {};
  copy(block, head);
  std::size_t used = head.size();
  while (used + tail.size() >= block_size) {
    const std::size_t taken = block_size - used;
    copy(block + used, tail.substr(0, taken));
    compress(state, block);
    tail.remove_prefix(taken);
    used = 0;
  }
  copy(block + used, tail);
  used += tail.size();
  if (total >= block_size) std::memset(block + used, 0, block_size - used);
  finish(state, block, used, total);
  Sha1 digest;
  for (std::size_t i = 0; i < state.size(); ++i) store(digest.data() + 4 * i, state[i]);
  return digest;
}

constexpr char digits[] = "0123456789abcdef";

char* put_hex(char* at, std::uint8_t octet) {
  *at++ = digits[octet >> 4];
  *at++ = digits[octet & 15];
  return at;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool dash_before(std::size_t octet) { return octet == 4 || octet == 6 || octet == 8 || octet == 10; }

}  // namespace

Sha1 sha1(std::string_view bytes) { return hash({}, bytes); }

Uuid uuid5(const Uuid& space, std::string_view name) {
  const Sha1 digest = hash({reinterpret_cast<const char*>(space.data()), space.size()}, name);
  Uuid id;
  std::copy_n(digest.begin(), id.size(), id.begin());
  id[6] = static_cast<std::uint8_t>((id[6] & 0x0f) | 0x50);
  id[8] = static_cast<std::uint8_t>((id[8] & 0x3f) | 0x80);
  return id;
}

void append_uuid(std::string& out, const Uuid& id) {
  char buffer[36];
  char* at = buffer;
  for (std::size_t i = 0; i < id.size(); ++i) {
    if (dash_before(i)) *at++ = '-';
    at = put_hex(at, id[i]);
  }
  out.append(buffer, sizeof buffer);
}

bool parse_uuid(std::string_view text, Uuid& out) {
  if (text.size() != 36) return false;
  Uuid id;
  std::size_t at = 0;
  for (std::size_t i = 0; i < id.size(); ++i) {
    if (dash_before(i) && text[at++] != '-') return false;
    const int high = hex_value(text[at]), low = hex_value(text[at + 1]);
    if (high < 0 || low < 0) return false;
    id[i] = static_cast<std::uint8_t>(high * 16 + low);
    at += 2;
  }
  out = id;
  return true;
}

void append_hex(std::string& out, const Sha1& digest) {
  char buffer[40];
  char* at = buffer;
  for (const std::uint8_t octet : digest) at = put_hex(at, octet);
  out.append(buffer, sizeof buffer);
}

}  // namespace rehab::text
