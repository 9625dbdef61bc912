#include <algorithm>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "commands.hpp"
#include "json.hpp"
#include "library.hpp"
#include "listing.hpp"
#include "nearest.hpp"
#include "rehab/catalog.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

using rehab::Protocol;
using rehab::Severity;
using rehab::SeverityOffer;

bool needs_clearance(const rehab::Catalog& catalog, const Protocol& protocol, Severity severity) {
  const std::optional<SeverityOffer>& offer = protocol.severity[static_cast<std::size_t>(severity)];
  return catalog[protocol.condition].clearance || (offer && offer->clearance);
}

// "mild 3, moderate 8, severe 12 with a clinician's clearance"
std::string weeks(const rehab::Catalog& catalog, const Protocol& protocol) {
  std::string out;
  for (const Severity severity : rehab::severities) {
    const std::optional<SeverityOffer>& offer = protocol.severity[static_cast<std::size_t>(severity)];
    if (!offer) continue;
    if (!out.empty()) out += ", ";
    out += rehab::name(severity);
    out += offer->weeks ? joined({" ", std::to_string(*offer->weeks)}) : " none (see a clinician)";
    if (offer->weeks && needs_clearance(catalog, protocol, severity)) out += " (cleared by a clinician)";
  }
  return out;
}

std::string_view leader(const Protocol& protocol) {
  return protocol.supervision == Protocol::Supervision::clinician ? "a clinician" : "yourself";
}

void append_row(std::string& out, std::string_view name, std::string_view text, std::size_t width) {
  constexpr std::size_t column = 14;
  out += "  ";
  out += name;
  out.append(column - 2 - name.size(), ' ');
  append_wrapped(out, text, column, width);
}

std::string as_text(const rehab::Catalog& catalog, bool color, std::size_t width) {
  std::string out;
  for (const Protocol& protocol : catalog->protocols) {
    if (!out.empty()) out += '\n';
    out += color ? joined({"\033[1m", protocol.id, "\033[0m\n"}) : joined({protocol.id, "\n"});
    append_row(out, "title", protocol.title, width);
    append_row(out, "condition", catalog[protocol.condition].title, width);
    append_row(out, "weeks", weeks(catalog, protocol), width);
    append_row(out, "led by", leader(protocol), width);
  }
  return out;
}

void append_severity(std::string& out, const rehab::Catalog& catalog, const Protocol& protocol, Severity severity) {
  const SeverityOffer& offer = *protocol.severity[static_cast<std::size_t>(severity)];
  out += "\"";
  out += rehab::name(severity);
  out += "\": {\"weeks\": ";
  out += offer.weeks ? std::to_string(*offer.weeks) : "null";
  out += needs_clearance(catalog, protocol, severity) ? ", \"clearance\": true" : ", \"clearance\": false";
  if (!offer.refer.empty()) append_json(out += ", \"refer\": ", offer.refer);
  out += "}";
}

void append_protocol(std::string& out, const rehab::Catalog& catalog, const Protocol& protocol) {
  const rehab::Condition& condition = catalog[protocol.condition];
  append_json(out += "  {\"id\": ", protocol.id);
  append_json(out += ", \"version\": ", protocol.version);
  append_json(out += ", \"title\": ", protocol.title);
  append_json(out += ",\n   \"condition\": {\"id\": ", condition.id);
  append_json(out += ", \"title\": ", condition.title);
  append_json(out += "}, \"supervision\": ", rehab::name(protocol.supervision));
  out += ",\n   \"severity\": {";
  bool first = true;
  for (const Severity severity : rehab::severities) {
    if (!protocol.severity[static_cast<std::size_t>(severity)]) continue;
    if (!first) out += ", ";
    append_severity(out, catalog, protocol, severity);
    first = false;
  }
  out += "}}";
}

std::string as_json(const rehab::Catalog& catalog) {
  std::string out = "[";
  for (const Protocol& protocol : catalog->protocols) {
    out += out.size() == 1 ? "\n" : ",\n";
    append_protocol(out, catalog, protocol);
  }
  return out += "\n]\n";
}

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

std::string as_json(const std::vector<Entry>& entries) {
  std::string out = "[";
  for (const Entry& entry : entries) {
    append_json(out += out.size() == 1 ? "\n  {\"id\": " : ",\n  {\"id\": ", entry.id);
    append_json(out += ", \"title\": ", entry.title);
    out += '}';
  }
  return out += "\n]\n";
}

int list_entries(const Arguments& arguments, const std::vector<Entry>& entries) {
  return put(arguments, arguments.has(Opt::json) ? as_json(entries) : as_text(entries, color_for_data(arguments)));
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
  if (listing != &listings().front()) return list_entries(arguments, listing->entries(**catalog));
  return put(arguments, arguments.has(Opt::json)
                            ? as_json(*catalog)
                            : as_text(*catalog, color_for_data(arguments), static_cast<std::size_t>(terminal_width())));
}

}  // namespace app
