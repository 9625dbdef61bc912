// The case that a command follows: the file of --case, and the catalog that its protocol is in.
//
//   int exit = done;
//   const std::optional<OwnCase> own = load_case(arguments, exit);
//   if (!own) return exit;
//   const rehab::Result<rehab::Plan> plan = plan_of(*own);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/case_file.hpp"
#include "rehab/plan.hpp"

namespace app {

struct Arguments;

struct OwnCase {
  rehab::CaseFile file;
  rehab::Catalog catalog;
  std::string text{};                   // of the file; "": there is none, the options say it all
  std::optional<std::uint32_t> torn{};  // the line, 1-based, in which the last entry that was cut off begins
  std::string path{};                   // of the file
};

// Reads the file. None: what is wrong has been reported, and `exit` holds the code. A protocol that is another than the one that
// the case began with is an error, unless there is --accept-protocol. No value of the diary is ever printed.
std::optional<OwnCase> load_case(const Arguments& arguments, int& exit);

// The same of a text that has been read. OwnCase::text is then that text, and the line feed that its last entry may lack.
std::optional<OwnCase> take_case(const Arguments& arguments, const std::string& text, int& exit);

// Whether the text of a case is JSON, as read_case tells it: its first character other than white space is `{`.
bool is_json(std::string_view text);

// The plan, by default as of its last entry; what there is to say about it has its place in the file.
rehab::Result<rehab::Plan> plan_of(const OwnCase& own, std::optional<rehab::Moment> as_of = {});

// The entries that are known on a day after the clock's: a mistyped date, or a clock that was ahead. All that is logged now would
// count only after them, so nobody is told what to do today, and nothing is logged, before they are put right.
std::vector<rehab::Diagnostic> ahead_of_clock(const OwnCase& own);

// `--case`, which some commands cannot do without.
void check_case(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

// What the case says, or what only a case can do: options that do not go together with --case, or without it.
void check_beside_case(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

}  // namespace app
