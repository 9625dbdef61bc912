// A file of a case or a diary, parsed in the form in which it is written.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "rehab/catalog.hpp"

namespace rehab::case_file {

struct Opened {
  Result<document::Document> parsed;
  std::string text;                 // of TOML: what was parsed, without entries that were cut off
  std::vector<std::uint32_t> torn;  // lines in which such entries begin; nothing is appended to JSON, so it has none
};

Opened open(const SourceFile& file);

}  // namespace rehab::case_file
