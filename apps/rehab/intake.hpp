// From the command line to a case and to the options of an export.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "rehab/case.hpp"
#include "rehab/export.hpp"

namespace app {

struct Wish {
  rehab::Case intake;  // with --case empty: the file says it
  std::string format;  // ""; it cannot be told, which is a problem
  rehab::ExportOptions options;
  std::string output = "-";
  std::optional<std::chrono::local_days> as_of;  // the last day that counts
  bool drop_withdrawn = false;
};

// Every value that cannot be read is a problem; ids are left to the library, which knows them. `zone` stays empty if not given.
Wish read_wish(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

// The case alone. Without `--start` it is `not_given`.
rehab::Case read_case(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

// Fills in what only the machine knows: its zone, and today as the start. False: it does not know; reported, and `exit` holds the
// code.
bool settle(const Arguments& arguments, rehab::Case& intake, int& exit);

// `--severity`, where it may be left out.
std::optional<rehab::Severity> read_severity(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

// `--width`, else the terminal's.
int read_width(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

// `--color`: it is read where it is used; here only checked.
void check_color(const Arguments& arguments, std::vector<rehab::Diagnostic>& problems);

}  // namespace app
