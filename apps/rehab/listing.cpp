#include "listing.hpp"

#include <algorithm>
#include <array>

#include "words.hpp"

namespace app {
namespace {

using Entries = std::vector<Entry>;
using rehab::CatalogData;

template <class Things>
Entries titled(const Things& things) {
  Entries out;
  for (const auto& thing : things) out.push_back({thing.id, thing.title});
  return out;
}

Entries tags(const CatalogData& catalog) {
  Entries out;
  for (const rehab::Tag& tag : catalog.tags) out.push_back({tag.id, tag.ask});
  return out;
}

// "Alfredson, Lorentzon, 1998: title", of which any part may be unknown.
std::string reference(const rehab::Source& source) {
  std::string out;
  for (const std::string& author : source.authors) (out += out.empty() ? "" : ", ") += author;
  if (source.year) (out += out.empty() ? "" : ", ") += std::to_string(*source.year);
  if (!out.empty() && !source.title.empty()) out += ": ";
  return out += source.title;
}

Entries sources(const CatalogData& catalog) {
  Entries out;
  for (const rehab::Source& source : catalog.sources) out.push_back({source.id, reference(source)});
  return out;
}

// The optional ones, which `--with` asks for; of several phases, once.
Entries workouts(const CatalogData& catalog) {
  Entries out;
  for (const rehab::Protocol& protocol : catalog.protocols)
    for (const rehab::Phase& phase : protocol.phases)
      for (const rehab::Workout& workout : phase.workouts) {
        const std::string title = joined({workout.title, " (", protocol.id, ")"});
        const auto same = [&](const Entry& e) { return e.id == workout.id && e.title == title; };
        if (workout.optional && std::none_of(out.begin(), out.end(), same)) out.push_back({workout.id, title});
      }
  return out;
}

constexpr std::array listing_table{
    Listing{"protocols", [](const CatalogData& c) { return titled(c.protocols); }},
    Listing{"exercises", [](const CatalogData& c) { return titled(c.exercises); }},
    Listing{"equipment", [](const CatalogData& c) { return titled(c.equipment); }},
    Listing{"workouts", workouts},
    Listing{"measures", [](const CatalogData& c) { return titled(c.measures); }},
    Listing{"conditions", [](const CatalogData& c) { return titled(c.conditions); }},
    Listing{"tags", tags},
    Listing{"red-flags", [](const CatalogData& c) { return titled(c.red_flags); }},
    Listing{"pain-rules", [](const CatalogData& c) { return titled(c.pain_rules); }},
    Listing{"sources", sources},
};

}  // namespace

std::span<const Listing> listings() { return listing_table; }

const Listing* find_listing(std::string_view name) {
  const auto* found = std::find_if(listing_table.begin(), listing_table.end(), [&](const Listing& l) { return l.name == name; });
  return found == listing_table.end() ? nullptr : found;
}

}  // namespace app
