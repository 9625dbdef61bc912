#include "json.hpp"

namespace app {

void append_json(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto octet = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (octet >= 0x20) {
      out += c;
    } else {
      out += "\\u00";
      out += hex[octet >> 4];
      out += hex[octet & 15];
    }
  }
  out += '"';
}

}  // namespace app
