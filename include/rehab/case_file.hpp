// A case as a file: what was said at the start, and the diary, which only ever grows at its end.
//
//   rehab::Result<rehab::CaseFile> file = rehab::read_case({"case.toml", text});
//   rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, file->intake);
//
//   text += rehab::entry_text(entry);  // one entry more; comments and the order of all that stands there survive
//
// The language of the file is in README.md ("Your case file"). Every error is told, with its place; ids are checked by `make_plan`,
// which knows the catalog.
#pragma once

#include <string>
#include <vector>

#include "rehab/case.hpp"
#include "rehab/catalog.hpp"
#include "rehab/diagnostic.hpp"

namespace rehab {

struct CaseFile {
  Case intake;
  // The protocol as it was when the case began: a plan is made with that one, or by consent with another.
  std::string version;  // "1.0.0"
  std::string hash;     // Protocol::hash
};

// Area::intake for everything that is wrong. A last entry that was cut off in the middle (the machine stopped while it was written)
// is left out with a warning, code "torn". Limits: 1 MiB, 100,000 entries.
Result<CaseFile> read_case(const SourceFile& file);

// The whole file, diary included; read_case gives the same case again.
std::string case_text(const CaseFile& file);

// One entry as it is appended: begins and ends with a line feed.
std::string entry_text(const Entry& entry);

// What differs from the protocol that the case began with; empty: nothing. For eyes, one a line.
std::vector<std::string> protocol_differences(const CaseFile& file, const Protocol& protocol);

}  // namespace rehab
