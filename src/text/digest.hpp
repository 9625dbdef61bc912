// SHA-1 (FIPS 180-4) and name-based UUIDs (RFC 9562, version 5). Identity, not secrecy.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rehab::text {

using Sha1 = std::array<std::uint8_t, 20>;
using Uuid = std::array<std::uint8_t, 16>;

Sha1 sha1(std::string_view bytes);
// RFC 9562 5.5: the first 16 octets of SHA-1(space, name), with version 5 and variant 10.
Uuid uuid5(const Uuid& space, std::string_view name);
// 7c9e6679-7425-40de-944b-e07fc1f90ae7
void append_uuid(std::string& out, const Uuid& id);
// False if `text` is not 8-4-4-4-12 hexadecimal digits.
bool parse_uuid(std::string_view text, Uuid& out);
void append_hex(std::string& out, const Sha1& digest);

}  // namespace rehab::text
