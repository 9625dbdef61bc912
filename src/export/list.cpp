// All protocols in a few lines each, for eyes and for programs, to choose one from.
#include <algorithm>
#include <array>
#include <cstdint>

#include "export/canvas.hpp"
#include "export/clauses.hpp"
#include "export/names.hpp"
#include "export/words_of.hpp"
#include "rehab/export.hpp"
#include "text/append.hpp"
#include "text/json.hpp"
#include "text/utf8.hpp"

namespace rehab {
namespace {

const std::optional<SeverityOffer>& offer_of(const Protocol& protocol, Severity severity) {
  return protocol.severity[static_cast<std::size_t>(severity)];
}

bool needs_clearance(const Catalog& catalog, const Protocol& protocol, const SeverityOffer& offer) {
  return offer.clearance || (protocol.condition && catalog[protocol.condition].clearance);
}

// --- For eyes ----------------------------------------------------------------------------------------------

constexpr std::array<Phrase, 4> labels{"listed-title", "listed-condition", "listed-weeks", "listed-leader"};
constexpr std::array<Phrase, 2> leaders{"listed-yourself", "listed-clinician"};  // by Protocol::Supervision

// Columns: before a label, at most of it (a longer one is wrapped), after the widest one.
constexpr std::size_t indent = 2, widest_label = 20, gap = 3;

std::size_t label_width(const Words& words) {
  std::size_t widest = 0;
  for (const Phrase label : labels) widest = std::max(widest, text::columns(words[label]));
  return std::min(widest, widest_label);
}

// "mild 3, moderate 8, severe 12 (cleared by a clinician)"
std::string offers(const Words& words, const Catalog& catalog, const Protocol& protocol) {
  std::string out;
  wording::Clauses clauses(out, words.glue("list"));
  for (const Severity severity : severities) {
    const std::optional<SeverityOffer>& offer = offer_of(protocol, severity);
    if (!offer) continue;
    const Phrase phrase = !offer->weeks                                ? Phrase("listed-no-offer")
                          : needs_clearance(catalog, protocol, *offer) ? Phrase("listed-offer-cleared")
                                                                       : Phrase("listed-offer");
    words.append(clauses.next(), phrase, {{"severity", name(words, severity)}, {"n", offer->weeks.value_or(0)}});
  }
  return out;
}

void list_one(Canvas& canvas, const Words& words, const Catalog& catalog, const Protocol& protocol) {
  const std::size_t width = label_width(words) + gap - 1;  // the canvas adds one column between cells
  const auto row = [&](Phrase label, std::string_view text) {
    if (!text.empty()) canvas.row({{width, words[label]}, {0, text}}, indent);
  };
  canvas.subheading(protocol.id);
  row("listed-title", protocol.title);
  if (protocol.condition) row("listed-condition", catalog[protocol.condition].title);
  row("listed-weeks", offers(words, catalog, protocol));
  row("listed-leader", words[leaders[static_cast<std::size_t>(protocol.supervision)]]);
}

// --- For programs ------------------------------------------------------------------------------------------

// Three lines a protocol, so that a list of many can be read by eyes too; hence not by a JsonWriter.
void append_member(std::string& out, std::string_view before, std::string_view text) {
  text::append_json_string(out += before, text);
}

void append_offer(std::string& out, const Catalog& catalog, const Protocol& protocol, const SeverityOffer& offer) {
  out += "{\"weeks\": ";
  if (offer.weeks) {
    text::append_number(out, std::int64_t{*offer.weeks});
  } else {
    out += "null";
  }
  out += needs_clearance(catalog, protocol, offer) ? ", \"clearance\": true" : ", \"clearance\": false";
  if (!offer.refer.empty()) append_member(out, ", \"refer\": ", offer.refer);
  out += '}';
}

void append_protocol(std::string& out, const Catalog& catalog, const Protocol& protocol) {
  append_member(out, "  {\"id\": ", protocol.id);
  append_member(out, ", \"version\": ", protocol.version);
  append_member(out, ", \"title\": ", protocol.title);
  out += ",\n   ";
  if (protocol.condition) {
    append_member(out, "\"condition\": {\"id\": ", catalog[protocol.condition].id);
    append_member(out, ", \"title\": ", catalog[protocol.condition].title);
    out += "}, ";
  }
  append_member(out, "\"supervision\": ", name(protocol.supervision));
  out += ",\n   \"severity\": {";
  wording::Clauses clauses(out, ", ");
  for (const Severity severity : severities) {
    const std::optional<SeverityOffer>& offer = offer_of(protocol, severity);
    if (!offer) continue;
    text::append_json_string(clauses.next(), name(severity));
    append_offer(out += ": ", catalog, protocol, *offer);
  }
  out += "}}";
}

}  // namespace

std::string list_protocols(const Catalog& catalog, int width, bool color) {
  std::string out;
  Canvas canvas(out, width, color);
  for (const Protocol& protocol : catalog->protocols) list_one(canvas, words_of(catalog), catalog, protocol);
  return out;
}

std::string list_protocols_json(const Catalog& catalog) {
  std::string out = "[";
  for (const Protocol& protocol : catalog->protocols) append_protocol(out += out.size() == 1 ? "\n" : ",\n", catalog, protocol);
  return out += "\n]\n";
}

}  // namespace rehab
