#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "help.hpp"
#include "intake.hpp"
#include "log.hpp"
#include "machine.hpp"
#include "rehab/catalog.hpp"
#include "rehab/version.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "words.hpp"

namespace app {
namespace {

std::string version() {
  const rehab::Catalog catalog = rehab::builtin_catalog();
  return joined({"rehab ", rehab::version(), "\nprotocols ", catalog->hash.substr(0, 12), " (",
                 std::to_string(catalog->protocols.size()), ")\ntime-zone data ", zone_data_version(), "\n"});
}

int put_help(const Arguments& arguments) {
  const bool color = color_for_data(arguments);
  return put(arguments, arguments.command == nullptr ? help(color) : help(*arguments.command, color));
}

int run(std::vector<std::string> words) {
  if (!words.empty() && words.front() == "help") {  // `rehab help plan` is `rehab plan --help`
    words.erase(words.begin());
    words.emplace_back("--help");
  }
  std::vector<rehab::Diagnostic> problems;
  const Arguments arguments = parse(words, problems);
  const bool lost = arguments.command == nullptr && !problems.empty();
  if (arguments.has(Opt::help) && !lost) return put_help(arguments);
  if (arguments.has(Opt::version)) return put(arguments, version());
  check_color(arguments, problems);
  if (!clock_is_readable())
    problems.push_back(usage("clock", "REHAB_NOW", "the variable REHAB_NOW holds no instant",
                             "unset it; or write one in UTC, as 2026-12-09T17:30:00Z"));
  if (problems.empty() && arguments.command == nullptr) return tell(help(color_for_talk(arguments))), bad_usage;
  if (!problems.empty()) return report(arguments, problems), bad_usage;
  if (arguments.has(Opt::verbose)) start_log();
  log_line("command", arguments.command->name);
  const int exit = arguments.command->run(arguments);
  log_line("exit code", static_cast<std::size_t>(exit));
  return exit;
}

int bug_in_rehab(std::string_view what) {
  tell(joined({"rehab: a bug in rehab: ", what, "\n  please report it, with the command that you gave\n"}));
  return bug;
}

}  // namespace
}  // namespace app

int main(int count, char** words) {
  app::prepare_streams();
  try {
    return app::run({words + (count > 0 ? 1 : 0), words + count});
  } catch (const std::exception& thrown) {
    return app::bug_in_rehab(thrown.what());
  } catch (...) {
    return app::bug_in_rehab("an unknown exception");
  }
}
