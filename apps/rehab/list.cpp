#include <algorithm>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "commands.hpp"
#include "json.hpp"
#include "library.hpp"
#include "listing.hpp"
#include "nearest.hpp"
#include "rehab/export.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

// One line each where a program reads, as `| grep heel` wants it; within the terminal where eyes do.
std::string as_text(const std::vector<Entry>& entries, bool color) {
  const std::size_t width = data_is_seen() ? static_cast<std::size_t>(terminal_width()) : std::string::npos;
  std::size_t column = 0;
  for (const Entry& entry : entries) column = std::max(column, entry.id.size() + 2);
  std::string out;
  for (const Entry& entry : entries) {
    out += color ? joined({"\033[1m", entry.id, "\033[0m"}) : entry.id;
    out.append(column - entry.id.size(), ' ');
    append_wrapped(out, entry.title, column, width);
  }
  return out;
}

std::string as_json(std::string_view what, const std::vector<Entry>& entries) {
  std::string out = page_head("rehab-list");
  append_member(out += ",\n  ", "of", what);
  out += ",\n  \"entries\": [";
  for (const Entry& entry : entries) {
    append_member(out += &entry == &entries.front() ? "\n    {" : ",\n    {", "id", entry.id);
    append_member(out += ", ", "title", entry.title);
    out += '}';
  }
  return out += "\n  ]\n}\n";
}

int list_entries(const Arguments& arguments, std::string_view what, const std::vector<Entry>& entries) {
  return put(arguments, arguments.has(Opt::json) ? as_json(what, entries) : as_text(entries, color_for_data(arguments)));
}

rehab::Diagnostic unknown_listing(std::string_view word) {
  const std::vector<std::string_view> known = fixed_values(Values::listing);
  const std::string_view near = nearest(word, known);
  return usage("operand", "", joined({"there is no list of ", ticked(word)}),
               near.empty() ? joined({"write ", listed(known)}) : joined({"did you mean ", ticked(near), "?"}));
}

}  // namespace

int list(const Arguments& arguments) {
  const Listing* listing = arguments.operands.empty() ? &listings().front() : find_listing(arguments.operands.front());
  if (listing == nullptr) {
    const rehab::Diagnostic problem = unknown_listing(arguments.operands.front());
    return report(arguments, {&problem, 1}), bad_usage;
  }
  int exit = done;
  const std::optional<rehab::Catalog> catalog = load_catalog(arguments, {}, exit);
  if (!catalog) return exit;
  if (listing != &listings().front()) return list_entries(arguments, listing->name, listing->entries(**catalog));
  return put(arguments, arguments.has(Opt::json) ? rehab::list_protocols_json(*catalog)
                                                 : rehab::list_protocols(*catalog, terminal_width(), color_for_data(arguments)));
}

}  // namespace app
