// Texts as JSON (RFC 8259).
#pragma once

#include <string>
#include <string_view>

namespace app {

// Appends `text`, valid UTF-8, as a string with its quotation marks.
void append_json(std::string& out, std::string_view text);

}  // namespace app
