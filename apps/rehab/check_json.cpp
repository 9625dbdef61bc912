#include "check_json.hpp"

#include <algorithm>
#include <array>

#include "coverage.hpp"
#include "json.hpp"

namespace app {
namespace {

using rehab::Diagnostic;

constexpr std::array<std::string_view, 3> level_names{"error", "warning", "note"};

std::uint64_t count(std::span<const Diagnostic> found, rehab::Level level) {
  return static_cast<std::uint64_t>(
      std::count_if(found.begin(), found.end(), [level](const Diagnostic& d) { return d.level == level; }));
}

void append_stated(std::string& out, std::string_view key, std::string_view text) {
  if (!text.empty()) append_member(out += ", ", key, text);
}

void append_place(std::string& out, std::string_view key, std::uint32_t place) {
  if (place > 0) append_member(out += ", ", key, std::uint64_t{place});
}

void append_diagnostic(std::string& out, const Diagnostic& d) {
  append_member(out += '{', "level", level_names[static_cast<std::size_t>(d.level)]);
  append_stated(out, "code", d.code);
  append_stated(out, "file", d.file);
  append_place(out, "line", d.line);
  append_place(out, "column", d.column);
  append_stated(out, "key", d.key);
  append_stated(out, "message", d.message);
  append_stated(out, "hint", d.hint);
  out += '}';
}

}  // namespace

std::string check_json(std::size_t files, std::span<const Diagnostic> found, const rehab::Coverage* coverage) {
  std::string out = page_head("rehab-check");
  append_member(out += ",\n  ", "files", std::uint64_t{files});
  append_member(out += ",\n  ", "errors", count(found, rehab::Level::error));
  append_member(out += ",\n  ", "warnings", count(found, rehab::Level::warning));
  out += ",\n  \"diagnostics\": [";
  for (std::size_t i = 0; i < found.size(); ++i) append_diagnostic(out += i == 0 ? "\n    " : ",\n    ", found[i]);
  out += found.empty() ? "]" : "\n  ]";
  if (coverage) append_coverage(out += ",\n  \"coverage\": ", *coverage);
  return out += "\n}\n";
}

}  // namespace app
