#include "json.hpp"

#include "rehab/export.hpp"

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

void append_member(std::string& out, std::string_view key, std::string_view text) {
  append_json(out, key);
  append_json(out += ": ", text);
}

void append_member(std::string& out, std::string_view key, std::uint64_t number) {
  append_json(out, key);
  (out += ": ") += std::to_string(number);
}

std::string page_head(std::string_view format) {
  std::string out = "{\n  ";
  append_member(out, "format", format);
  append_member(out += ",\n  ", "format_version", std::uint64_t{rehab::data_version});
  return out;
}

}  // namespace app
