#include <algorithm>
#include <array>
#include <utility>

#include "arguments.hpp"
#include "commands.hpp"
#include "completion_scripts.hpp"
#include "library.hpp"
#include "listing.hpp"
#include "machine.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

using Names = std::vector<std::string>;

int put_values(const Arguments& arguments) {
  std::vector<rehab::Diagnostic> problems;
  const std::optional<std::string_view> kind = ValueReader(arguments, problems).word(Opt::values, "kind");
  if (!kind) return report(arguments, problems), bad_usage;
  const Listing* listing = find_listing(*kind);
  Names names;
  if (listing == nullptr) {
    names = zone_names();
  } else {
    int exit = done;
    const std::optional<rehab::Catalog> catalog = load_catalog(arguments, {}, exit);
    if (!catalog) return exit;
    for (Entry& entry : listing->entries(**catalog)) names.push_back(std::move(entry.id));
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
