// What is said about a text that is read as TOML or as JSON, one line for each diagnostic: "1:9 syntax: message | hint".
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"
#include "document/json.hpp"
#include "text/append.hpp"

namespace rehab::document {

inline std::string problems_of(const Result<Document>& read) {
  std::string out;
  for (const Diagnostic& d : read.diagnostics) {
    text::append_number(out, std::int64_t{d.line});
    out += ':';
    text::append_number(out, std::int64_t{d.column});
    ((((out += ' ') += d.code) += ": ") += d.message) += " | ";
    out += d.hint;
    out += '\n';
  }
  return out;
}

inline std::string problems(std::string_view text) { return problems_of(parse("f.toml", text)); }
inline std::string json_problems(std::string_view text) { return problems_of(parse_json("f.json", text)); }

}  // namespace rehab::document
