// All protocols in a few lines each, for eyes and for programs, to choose one from.
#include <algorithm>
#include <array>

#include "export/canvas.hpp"
#include "export/clauses.hpp"
#include "export/json_sheet.hpp"
#include "export/names.hpp"
#include "export/words_of.hpp"
#include "rehab/export.hpp"
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

using Layout = text::JsonWriter::Layout;

void write_offer(text::JsonWriter& json, const Catalog& catalog, const Protocol& protocol, const SeverityOffer& offer) {
  if (offer.weeks) json.member("weeks", *offer.weeks);
  json.member("clearance", needs_clearance(catalog, protocol, offer));
  if (!offer.refer.empty()) json.member("refer", std::string_view(offer.refer));
}

void write_protocol(text::JsonWriter& json, const Catalog& catalog, const Protocol& protocol) {
  json.open_object();
  json.member("id", std::string_view(protocol.id));
  json.member("version", std::string_view(protocol.version));
  json.member("title", std::string_view(protocol.title));
  if (protocol.condition) {
    json.open_object("condition", Layout::row);
    json.member("id", std::string_view(catalog[protocol.condition].id));
    json.member("title", std::string_view(catalog[protocol.condition].title));
    json.close();
  }
  json.member("supervision", name(protocol.supervision));
  json.open_object("severity");
  for (const Severity severity : severities) {
    const std::optional<SeverityOffer>& offer = offer_of(protocol, severity);
    if (!offer) continue;
    json.open_object(name(severity), Layout::row);
    write_offer(json, catalog, protocol, *offer);
    json.close();
  }
  json.close();
  json.close();
}

}  // namespace

std::string list_protocols(const Catalog& catalog, int width, bool color) {
  std::string out;
  Canvas canvas(out, width, color);
  for (const Protocol& protocol : catalog->protocols) list_one(canvas, words_of(catalog), catalog, protocol);
  return out;
}

std::string list_protocols_json(const Catalog& catalog) {
  std::string out;
  text::JsonWriter json(out);
  open_page(json, catalog, "rehab-list");
  json.member("of", "protocols");
  json.open_array("entries");
  for (const Protocol& protocol : catalog->protocols) write_protocol(json, catalog, protocol);
  json.close();
  json.close();
  return out += '\n';
}

}  // namespace rehab
