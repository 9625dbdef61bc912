// Ids and what they mean, as `rehab list WHAT` prints them and shells complete them: one table.
//
//   find_listing("equipment")->entries(catalog).front()   // {"step", "Step or stair"}
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rehab/catalog.hpp"

namespace app {

struct Entry {
  std::string id, title;
};

struct Listing {
  std::string_view name;  // in the plural: "exercises"
  std::vector<Entry> (*entries)(const rehab::CatalogData&);
};

std::span<const Listing> listings();                 // protocols first
const Listing* find_listing(std::string_view name);  // null: there is none

}  // namespace app
