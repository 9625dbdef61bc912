// A case as a file: what was said at the start, and the diary, which only ever grows at its end.
//
//   rehab::Result<rehab::CaseFile> file = rehab::read_case({"case.toml", text});
//   rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, file->intake);
//
//   text += rehab::entry_text(entry);  // one entry more; comments and the order of all that stands there survive
//
// A file is written in TOML, or in JSON with the same keys: a text whose first character other than white space is `{` is JSON. A
// date is a text there ("2026-12-01"), the diary a list of objects; there is no `null`, what is not known is left out.
//
//   std::string text = rehab::case_json(*file);  // {"schema": 1, "protocol": "calf-strain", …, "diary": [{"date": …}]}
//   rehab::Result<std::vector<rehab::Entry>> more = rehab::read_diary({"today.json", R"({"diary": [{"date": "2026-12-09"}]})"});
//
// The language of the file is in README.md ("While it runs") and case.schema.json. Every error is told, with its place; ids are
// checked by `make_plan`, which knows the catalog. No message repeats an age, a tag, a clinician, or anything of the diary; but
// `render` prints the line of the file if it is given the text, so give it none.
//
// In TOML, an entry that is appended stands between the lines `#{` and `#}` and counts only with both: a machine that stops in the
// middle leaves something that is never taken for another entry, neither then nor when more is appended below it. Entries by hand
// need no such lines.
#pragma once

#include <string>
#include <vector>

#include "rehab/api.h"
#include "rehab/case.hpp"
#include "rehab/catalog.hpp"
#include "rehab/diagnostic.hpp"
#include "rehab/log.hpp"

namespace rehab {

// What stands in the file.
struct CaseFile {
  Case intake;  // the case itself, diary included
  // The protocol as it was when the case began: a plan is made with that one, or by consent with another.
  std::string version;  // "1.0.0"
  std::string hash;     // Protocol::hash; "": not compared

  friend bool operator==(const CaseFile&, const CaseFile&) = default;
};

// Reads a case. Area::intake for everything that is wrong, each error with its place in the file. Nothing is kept of the text. An
// entry that was cut off while it was written is left out with a warning, code "torn". Limits: 1 MiB, 100,000 entries. Tells `log`
// of "entries read".
REHAB_API Result<CaseFile> read_case(const SourceFile& file, const Log& log = {});

// Entries alone, as a case holds them: `[[diary]]` tables, or in JSON {"diary": [ … ]}, and no other key. They keep their order; a
// file without an entry gives none. Fails as read_case does; whether an entry lies before the start of a plan is asked by
// `make_plan`, which knows the start.
REHAB_API Result<std::vector<Entry>> read_diary(const SourceFile& file, const Log& log = {});

// Gives what `make_plan` tells of a case its place in the file that the case was read from: file, and line and column of the key.
// What has a place already, or has none in this file, stays as it is; so does all if the text cannot be read.
//
//   rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, file->intake);
//   rehab::find_places({"case.toml", text}, plan.diagnostics);
//   for (const rehab::Diagnostic& d : plan.diagnostics) std::cerr << rehab::render(d);
REHAB_API void find_places(const SourceFile& file, std::vector<Diagnostic>& diagnostics);

// The whole file, diary included. read_case gives the same case again, if its ids and dates are such as `make_plan` takes, its
// numbers are finite, and of the same measure, exercise or flag an entry has but one.
REHAB_API std::string case_text(const CaseFile& file);

// The same as JSON, of which the same holds: what reads back, and what is written as U+FFFD. Ends with a line feed.
REHAB_API std::string case_json(const CaseFile& file);

// One entry as it is appended to TOML: begins and ends with a line feed. What no file can hold (in texts: octets that are not
// UTF-8, characters of plane 16) is written as U+FFFD.
REHAB_API std::string entry_text(const Entry& entry);

// What differs from the protocol that the case began with: its id, version or hash, a sentence each, for eyes. Empty: nothing. An
// app asks for consent before it plans a case with a protocol that differs.
REHAB_API std::vector<std::string> protocol_differences(const CaseFile& file, const Protocol& protocol);

}  // namespace rehab
