#include "document/scan.hpp"
#include "text/utf8.hpp"

namespace rehab::document {
namespace {

constexpr char32_t plane_16 = 0x100000;

}  // namespace

std::string hide(std::string_view text, const std::vector<std::size_t>& hazards) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t offset : hazards) {
    if (offset >= text.size()) break;
    out += text.substr(done, offset - done);
    const char32_t code_point = text::next_code_point(text, offset);
    text::append_code_point(out, code_point < 0x10000 ? plane_16 + code_point : code_point);
    done = offset;
  }
  out += text.substr(done);
  return out;
}

std::string reveal(std::string_view text) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find('\xf4'); at != text.npos; at = text.find('\xf4', at)) {
    out += text.substr(done, at - done);
    text::append_code_point(out, text::next_code_point(text, at) - plane_16);
    done = at;
  }
  out += text.substr(done);
  return out;
}

}  // namespace rehab::document
