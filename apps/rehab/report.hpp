// How the app speaks: problems on standard error, and the exit code that they mean.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/catalog.hpp"
#include "rehab/diagnostic.hpp"

namespace app {

struct Arguments;

enum Exit : int {
  done = 0,
  bad_usage = 2,
  bad_protocol = 3,
  bad_case = 4,
  refused = 5,
  bad_file = 6,
  bad_environment = 7,
  bug = 70,
};

struct ExitMeaning {
  Exit code{};
  std::string_view what, in_full;
};

// All of them, for help and manual.
std::span<const ExitMeaning> exit_meanings();

// A mistake on the command line; `key` is the option, as "--start".
rehab::Diagnostic usage(std::string_view code, std::string_view key, std::string_view message, std::string_view hint = {});

// A mistake about a file: "cannot read `plan.toml`: No such file or directory".
rehab::Diagnostic file_problem(std::string_view message, std::string_view hint = {});

// All of them as text, each with the line it is about where `files` holds it.
std::string rendered(std::span<const rehab::Diagnostic> diagnostics, std::span<const rehab::SourceFile> files, bool color);

// Prints them on standard error, each once, a hint that several share after the last of them; with `--quiet` no notes.
void report(const Arguments& arguments, std::span<const rehab::Diagnostic> diagnostics,
            std::span<const rehab::SourceFile> files = {});

// Of the gravest error of something that failed: refused, then protocol, case, environment; 70 if there is none.
int exit_code(std::span<const rehab::Diagnostic> diagnostics);

}  // namespace app
