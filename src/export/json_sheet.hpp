// Numbers with their origin as JSON, for plans and protocols alike.
//
// Conventions of all JSON of this library, so that a program can rely on them:
// - a page begins with `format`, `format_version` (data_version in rehab/export.hpp) and the `disclaimer`;
// - keys are snake_case words of the clinic and carry units: hold_s, step_kg, duration_min, min_hours_apart;
// - what the source does not say is absent, never 0 and never "";
// - things refer to each other by id (exercises, sources, measures …), a session to its routine by index;
// - days are ISO 8601, first and last inclusive; an instant in UTC ends with Z;
// - a number has its origin beside it: {"min": 10, "max": 15, "source": "green-2022", "confidence": "assumed"}. Without `min`: as
// many
//   as tolerated, at most `max`. `confidence` is primary, secondary, unconfirmed or assumed; an assumed number has no source;
// - a number that is no range is {"value": 48, …}, as is a choice; where the key cannot carry the unit, `unit` stands beside it;
// - a number that varies is {"all": […], …} or {"mild": […], "moderate": […], "severe": […], …}: lists of ranges by week of the
// phase,
//   of which the last holds on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/catalog.hpp"
#include "text/json.hpp"

namespace rehab {

// What is written to, and for whom: with a severity, of numbers that vary only that one is written.
struct JsonSheet {
  text::JsonWriter& json;
  const Catalog& catalog;
  std::optional<Severity> severity;

  void origin(const Origin& origin) const;                       // members of the object that is open
  void range(const Range& range) const;                          // likewise
  void text(std::string_view key, std::string_view text) const;  // absent if empty
  void texts(std::string_view key, const std::vector<std::string>& texts) const;
  // The whole table's words on its origins, with the reviewers' note.
  void provenance(const Provenance& provenance) const;

  // Numbers of the table that `provenance` belongs to; absent where nothing is stated.
  void number(std::string_view key, std::optional<int> value, const Provenance& provenance) const;
  void number(std::string_view key, std::optional<double> value, const Provenance& provenance) const;
  void number(std::string_view key, const std::optional<BySeverity>& value, const Provenance& provenance) const;
  void amount(std::string_view key, const Amount& value, const Provenance& provenance) const;
  void tempo(std::string_view key, const std::optional<Tempo>& value, const Origin& origin) const;
  void word(std::string_view key, std::string_view value, const Origin& origin) const;  // a choice that has an origin
  void flag(std::string_view key, bool truth, const Origin& origin) const;              // likewise

  // The id of an entry of the catalog, or of several; absent if there is none.
  template <class T>
  void id(std::string_view key, Index<T> index) const {
    if (index) json.member(key, std::string_view(catalog[index].id));
  }
  template <class T>
  void ids(std::string_view key, const std::vector<Index<T>>& list) const {
    if (list.empty()) return;
    json.open_array(key, text::JsonWriter::Layout::row);
    for (const Index<T> i : list) json.value(std::string_view(catalog[i].id));
    json.close();
  }
};

// Opens the object of a page and writes its beginning.
void open_page(text::JsonWriter& json, const Catalog& catalog, std::string_view format);

}  // namespace rehab
