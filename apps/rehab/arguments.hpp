// The command line, taken apart by CLI11 along the lists of options.hpp. Values are still text here.
//
//   std::vector<rehab::Diagnostic> problems;
//   Arguments arguments = parse({"plan", "calf-strain", "--severity", "mild"}, problems);
//   arguments.command->name           // "plan"
//   arguments.operands                // {"calf-strain"}
//   arguments.value(Opt::severity)    // "mild"
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"
#include "rehab/diagnostic.hpp"

namespace app {

struct Arguments {
  const Command* command = nullptr;  // null: none was given, or an unknown one
  std::vector<std::string> operands;
  std::array<std::vector<std::string>, static_cast<std::size_t>(Opt::version) + 1> values;  // by Opt, as given

  const std::vector<std::string>& all(Opt id) const { return values[static_cast<std::size_t>(id)]; }
  bool has(Opt id) const { return !all(id).empty(); }
  std::optional<std::string_view> value(Opt id) const {
    return has(id) ? std::optional<std::string_view>(all(id).back()) : std::nullopt;
  }
};

// Every problem is reported: unknown commands and options with the nearest known one, missing and unwanted values, options given
// twice, missing and unwanted operands. A list that ends in a comma goes on in the next word: `--days mon, wed`. With `--help` or
// `--version` among the options the caller need not care for problems.
Arguments parse(const std::vector<std::string>& words, std::vector<rehab::Diagnostic>& problems);

}  // namespace app
