#include "export/json_sheet.hpp"

#include "export/words_of.hpp"
#include "protocol/effective.hpp"
#include "rehab/export.hpp"

namespace rehab {
namespace {

using text::JsonWriter;

void ranges(const JsonSheet& sheet, std::string_view key, const std::vector<Range>& weeks) {
  sheet.json.open_array(key);
  for (const Range& week : weeks) {
    sheet.json.open_object();
    sheet.range(week);
    sheet.json.close();
  }
  sheet.json.close();
}

}  // namespace

void JsonSheet::origin(const Origin& origin) const {
  id("source", origin.source);
  json.member("confidence", name(origin.confidence));
}

void JsonSheet::range(const Range& range) const {
  if (range.min) json.member("min", *range.min);
  json.member("max", range.max);
}

void JsonSheet::text(std::string_view key, std::string_view text) const {
  if (!text.empty()) json.member(key, text);
}

void JsonSheet::texts(std::string_view key, const std::vector<std::string>& texts) const {
  if (texts.empty()) return;
  json.open_array(key);
  for (const std::string& t : texts) json.value(std::string_view(t));
  json.close();
}

void JsonSheet::provenance(const Provenance& provenance) const {
  const Provenance& p = provenance;
  if (!p.cite && p.secondary.empty() && p.needs_review.empty() && p.assumed.empty() && p.note.empty()) return;
  json.open_object("provenance", JsonWriter::Layout::row);
  id("cite", p.cite);
  texts("secondary", p.secondary);
  texts("needs_review", p.needs_review);
  texts("assumed", p.assumed);
  text("note", p.note);
  json.close();
}

void JsonSheet::number(std::string_view key, std::optional<int> value, const Provenance& provenance) const {
  if (!value) return;
  json.open_object(key, JsonWriter::Layout::row);
  json.member("value", *value);
  origin(rehab::protocol::origin_of(*catalog, provenance, key));
  json.close();
}

void JsonSheet::number(std::string_view key, std::optional<double> value, const Provenance& provenance) const {
  if (!value) return;
  json.open_object(key, JsonWriter::Layout::row);
  json.member("value", *value);
  origin(rehab::protocol::origin_of(*catalog, provenance, key));
  json.close();
}

void JsonSheet::number(std::string_view key, const std::optional<BySeverity>& value, const Provenance& provenance) const {
  if (!value) return;
  if (!value->by_severity) return number(key, value->numbers[0], provenance);
  if (severity) return number(key, value->at(*severity), provenance);
  json.open_object(key, JsonWriter::Layout::row);
  for (const Severity s : severities)
    if (const std::optional<int> at = value->at(s)) json.member(name(s), *at);
  origin(rehab::protocol::origin_of(*catalog, provenance, key));
  json.close();
}

void JsonSheet::amount(std::string_view key, const Amount& value, const Provenance& provenance) const {
  if (!value.stated()) return;
  if (severity && !value.at(*severity, 1)) return;
  json.open_object(key, JsonWriter::Layout::row);
  if (!value.by_severity) ranges(*this, "all", value.weeks[0]);
  for (const Severity s : severities) {
    const std::vector<Range>& weeks = value.weeks[static_cast<std::size_t>(s)];
    if (value.by_severity && !weeks.empty() && (!severity || s == *severity)) ranges(*this, name(s), weeks);
  }
  origin(rehab::protocol::origin_of(*catalog, provenance, key));
  json.close();
}

void JsonSheet::tempo(std::string_view key, const std::optional<Tempo>& value, const Origin& from) const {
  if (!value) return;
  json.open_object(key, JsonWriter::Layout::row);
  if (value->lift) json.member("lift", *value->lift);
  if (value->hold) json.member("hold", *value->hold);
  if (value->lower) json.member("lower", *value->lower);
  if (value->pass) json.member("pass", *value->pass);
  origin(from);
  json.close();
}

void JsonSheet::word(std::string_view key, std::string_view value, const Origin& from) const {
  json.open_object(key, JsonWriter::Layout::row);
  json.member("value", value);
  origin(from);
  json.close();
}

void JsonSheet::flag(std::string_view key, bool truth, const Origin& from) const {
  json.open_object(key, JsonWriter::Layout::row);
  json.member("value", truth);
  origin(from);
  json.close();
}

void open_page(JsonWriter& json, const Catalog& catalog, std::string_view format) {
  json.open_object();
  json.member("format", format);
  json.member("format_version", data_version);
  json.member("disclaimer", words_of(catalog)["disclaimer"]);
}

}  // namespace rehab
