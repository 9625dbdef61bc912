#include "document/packed.hpp"

#include <bit>
#include <cassert>
#include <cstddef>
#include <string>
#include <utility>

namespace rehab::document {
namespace {

using Kind = Node::Kind;

constexpr std::uint32_t nowhere = 0xffffffff;  // no offset: a text has at most 1 MiB

class Packer {
 public:
  explicit Packer(std::string_view text) : text_(text) {}

  void node(const Node& node) {
    number(static_cast<std::size_t>(node.kind));
    place(node.place);
    switch (node.kind) {
      case Kind::table:
        number(node.members.size());
        for (const Member& member : node.members) {
          string(member.key);
          place(member.place);
          this->node(member.value);
        }
        break;
      case Kind::array:
        number(node.items.size());
        for (const Node& item : node.items) this->node(item);
        break;
      case Kind::text:
      case Kind::moment:
        string(node.text);
        break;
      case Kind::whole:
        halves(std::bit_cast<std::uint64_t>(node.whole));
        break;
      case Kind::real:
        halves(std::bit_cast<std::uint64_t>(node.real));
        break;
      case Kind::boolean:
        number(node.boolean ? 1 : 0);
        break;
      case Kind::nothing:
        break;
    }
  }

  std::vector<std::uint32_t> out;

 private:
  void number(std::size_t n) { out.push_back(static_cast<std::uint32_t>(n)); }
  void halves(std::uint64_t bits) {
    number(bits & 0xffffffff);
    number(bits >> 32);
  }
  void place(Place place) {
    number(place.line);
    number(place.column);
  }
  // Where a string is found does not matter: equal octets are equal anywhere.
  void string(std::string_view string) {
    const std::size_t offset = text_.find(string);
    number(string.size());
    number(offset == text_.npos ? nowhere : offset);
    if (offset != text_.npos) return;
    for (const char c : string) number(static_cast<unsigned char>(c));
  }

  std::string_view text_;
};

class Unpacker {
 public:
  Unpacker(const std::uint32_t* numbers, std::string_view text, Memory& memory) : at_(numbers), text_(text), memory_(memory) {}

  void node(Node& node) {
    node.kind = static_cast<Kind>(number());
    node.place = place();
    switch (node.kind) {
      case Kind::table:
        node.members = memory_.make<Member>(number());
        for (Member& member : node.members) {
          member.key = string();
          member.place = place();
          this->node(member.value);
        }
        break;
      case Kind::array:
        node.items = memory_.make<Node>(number());
        for (Node& item : node.items) this->node(item);
        break;
      case Kind::text:
      case Kind::moment:
        node.text = string();
        break;
      case Kind::whole:
        node.whole = std::bit_cast<std::int64_t>(halves());
        node.real = static_cast<double>(node.whole);
        break;
      case Kind::real:
        node.real = std::bit_cast<double>(halves());
        break;
      case Kind::boolean:
        node.boolean = number() != 0;
        break;
      case Kind::nothing:
        break;
    }
  }

  const std::uint32_t* at() const { return at_; }

 private:
  std::uint32_t number() { return *at_++; }
  std::uint64_t halves() {
    const std::uint64_t lower = number();
    return lower | std::uint64_t{number()} << 32;
  }
  Place place() {
    const std::uint32_t line = number();
    return {line, number()};
  }
  std::string_view string() {
    const std::size_t length = number();
    const std::uint32_t offset = number();
    if (offset != nowhere) return text_.substr(offset, length);
    List<char> octets = memory_.make<char>(length);
    for (char& octet : octets) octet = static_cast<char>(number());
    return {octets.begin(), octets.size()};
  }

  const std::uint32_t* at_;
  std::string_view text_;
  Memory& memory_;
};

constexpr std::size_t octets_for_a_number = 16;  // in memory, a little more than needed

}  // namespace

std::vector<std::uint32_t> pack(const Node& root, std::string_view text) {
  Packer packer(text);
  packer.node(root);
  return std::move(packer.out);
}

Document unpack(std::span<const std::uint32_t> numbers, std::string_view text) {
  Document document{{}, Memory(numbers.size() * octets_for_a_number)};
  Unpacker unpacker(numbers.data(), text, document.memory);
  unpacker.node(document.root);
  assert(unpacker.at() == numbers.data() + numbers.size());
  return document;
}

}  // namespace rehab::document
