// From the command line to a case and to the options of an export.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "rehab/case.hpp"
#include "rehab/export.hpp"

namespace app {

struct Wish {
  rehab::Case intake;
  bool today = false;  // no start was given: it is today
  std::string format;  // ""; it cannot be told, which is a problem
  rehab::ExportOptions options;
  std::string output = "-";
};

// Every value that cannot be read is a problem; ids are left to the library, which knows them. `zone` stays empty if not given.
Wish read_wish(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

// The case alone. Without `--start` it is `not_given`.
rehab::Case read_case(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

// `--severity`, where it may be left out.
std::optional<rehab::Severity> read_severity(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

// `--width`, else the terminal's.
int read_width(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

// `--color`: it is read where it is used; here only checked.
void check_color(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

}  // namespace app
