// The file of a case on the disk: read while nobody writes to it, and grown at its end by one process at a time.
//
//   append_to_case("case.toml", [&](const std::string& text) -> std::optional<Growth> {
//     return Growth{text.size(), "\n[[diary]]\ndate = 2026-12-09\n"};
//   });
//
// What was appended is on the disk when the function has returned without a problem. If anything fails the file is cut back to
// what it was, without a last entry that was cut off, if `keep` leaves it out. A process that is ended at any moment leaves whole
// entries, and at most one behind them that is cut off.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "rehab/diagnostic.hpp"

namespace app {

// At most `most_of_a_file` and one octet, as `read_file`.
std::optional<rehab::Diagnostic> read_case_text(const std::string& path, std::string& out);

struct Growth {
  std::size_t keep = 0;  // so many octets of the text stay: all, but for a last entry that is cut off
  std::string more;
};

// Asks `grow` what to append to the text as it is now; none: nothing. It is asked again if the file was replaced meanwhile, as
// editors do: what counts is what it said last. A link is followed; mode and owner stay.
std::optional<rehab::Diagnostic> append_to_case(const std::string& path,
                                                const std::function<std::optional<Growth>(const std::string& text)>& grow);

}  // namespace app
