// What `document::parse` says about a text, one line for each diagnostic: "1:9 syntax: message | hint".
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"
#include "text/append.hpp"

namespace rehab::document {

inline std::string problems(std::string_view text) {
  const Result<Document> read = parse("f.toml", text);
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

}  // namespace rehab::document
