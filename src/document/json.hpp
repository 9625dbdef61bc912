// A JSON file (RFC 8259) as the same neutral tree that TOML gives, see document.hpp. The only place that knows RapidJSON.
//
//   Result<Document> file = document::parse_json("case.json", text);
//   const Node* start = file->root.find("start");  // a text: JSON has no dates
//
// The same limits come first: 1 MiB, valid UTF-8, no NUL, no byte order mark but at the start, 64 levels of nesting, 120 characters
// in a number, in texts no characters of plane 16. The whole file is one object; a key stands in it but once. Numbers without
// fraction and exponent are whole and fit in 64 bits. `null` is read, so that all of them are told of at once; no key takes it.
#pragma once

#include <string_view>

#include "document/document.hpp"

namespace rehab::document {

// Whether a text is meant as JSON: it begins with `{`, or with a list of objects or an empty one, as no TOML does, white space
// aside. A list is meant as JSON but is none of the files that are read: see parse_json.
bool is_json(std::string_view text);

// Errors have code "limit", "encoding" or "syntax", and their place. After a mistake whose meaning is plain (a comma too many, a
// comment, a word without quotes) the rest is still read, so that one call reports up to 20; any other ends the search, so that no
// error follows from another. Never throws.
Result<Document> parse_json(std::string_view file, std::string_view text);

}  // namespace rehab::document
