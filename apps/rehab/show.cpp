#include "arguments.hpp"
#include "commands.hpp"
#include "intake.hpp"
#include "library.hpp"
#include "nearest.hpp"
#include "rehab/export.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "words.hpp"

namespace app {
namespace {

// As `make_plan` says it.
rehab::Diagnostic unknown_protocol(const rehab::Catalog& catalog, std::string_view id) {
  std::vector<std::string_view> known;
  for (const rehab::Protocol& protocol : catalog->protocols) known.push_back(protocol.id);
  const std::string_view near = nearest(id, known);
  return usage("protocol", "protocol", joined({"there is no protocol ", ticked(id)}),
               near.empty() ? "" : joined({"write ", ticked(near)}));
}

}  // namespace

int show(const Arguments& arguments) {
  std::vector<rehab::Diagnostic> problems;
  const std::optional<rehab::Severity> severity = read_severity(arguments, problems);
  const int width = read_width(arguments, problems);
  if (!problems.empty()) return report(arguments, problems), bad_usage;

  const std::string& id = arguments.operands.front();
  int exit = done;
  const std::optional<rehab::Catalog> catalog = load_catalog(arguments, id, exit);
  if (!catalog) return exit;
  const rehab::Protocol* protocol = catalog->find(id);
  if (protocol == nullptr) {
    const rehab::Diagnostic problem = unknown_protocol(*catalog, id);
    return report(arguments, {&problem, 1}), bad_case;
  }
  if (arguments.has(Opt::json)) return put(arguments, rehab::show_protocol_json(*catalog, *protocol, severity));
  return put(arguments, rehab::show_protocol(*catalog, *protocol, severity, width, color_for_data(arguments)));
}

}  // namespace app
