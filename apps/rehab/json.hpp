// Pages of data that are the app's own, as JSON (RFC 8259). Those of plans and protocols are written by the library; all are
// described in protocols/pages.schema.json.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace app {

// Appends `text`, valid UTF-8, as a string with its quotation marks.
void append_json(std::string& out, std::string_view text);

// Appends `"key": "text"` or `"key": number`.
void append_member(std::string& out, std::string_view key, std::string_view text);
void append_member(std::string& out, std::string_view key, std::uint64_t number);

// The beginning of a page: the brace, `format` and `format_version`.
std::string page_head(std::string_view format);

}  // namespace app
