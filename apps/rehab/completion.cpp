#include <algorithm>
#include <array>

#include "arguments.hpp"
#include "commands.hpp"
#include "completion_scripts.hpp"
#include "library.hpp"
#include "machine.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

using Names = std::vector<std::string>;

template <class Entries>
Names ids(const Entries& entries) {
  Names names;
  for (const auto& entry : entries) names.push_back(entry.id);
  return names;
}

Names optional_workouts(const rehab::CatalogData& catalog) {
  Names names;
  for (const rehab::Protocol& protocol : catalog.protocols)
    for (const rehab::Phase& phase : protocol.phases)
      for (const rehab::Workout& workout : phase.workouts)
        if (workout.optional) names.push_back(workout.id);
  return names;
}

Names values_of(std::string_view kind, const rehab::CatalogData& catalog) {
  if (kind == asked_kind(Values::protocol)) return ids(catalog.protocols);
  if (kind == asked_kind(Values::equipment)) return ids(catalog.equipment);
  if (kind == asked_kind(Values::tag)) return ids(catalog.tags);
  if (kind == asked_kind(Values::red_flag)) return ids(catalog.red_flags);
  return optional_workouts(catalog);
}

int put_values(const Arguments& arguments) {
  std::vector<rehab::Diagnostic> problems;
  if (!ValueReader(arguments, problems).choice(Opt::values, "kind")) return report(arguments, problems), bad_usage;
  const std::string_view kind = *arguments.value(Opt::values);
  Names names;
  if (kind == asked_kind(Values::zone)) {
    names = zone_names();
  } else {
    int exit = done;
    const std::optional<rehab::Catalog> catalog = load_catalog(arguments, {}, exit);
    if (!catalog) return exit;
    names = values_of(kind, **catalog);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string out;
  for (const std::string& name : names) (out += name) += '\n';
  return put(arguments, out);
}

struct Shell {
  std::string_view name;
  std::string (*script)();
};
constexpr std::array shells{Shell{"bash", bash_script}, Shell{"zsh", zsh_script}, Shell{"fish", fish_script}};

}  // namespace

int completion(const Arguments& arguments) {
  if (arguments.has(Opt::values)) return put_values(arguments);
  const std::string_view wanted = arguments.operands.empty() ? std::string_view() : arguments.operands.front();
  for (const Shell& shell : shells)
    if (shell.name == wanted) return put(arguments, shell.script());
  const std::string message = wanted.empty() ? "no shell is named" : joined({"unknown shell ", ticked(wanted)});
  const rehab::Diagnostic problem = usage("shell", "", message, "write bash, zsh or fish");
  return report(arguments, {&problem, 1}), bad_usage;
}

}  // namespace app
