// Where in its file the keys of a case stand.
#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "case/opened.hpp"
#include "rehab/case_file.hpp"

namespace rehab {

namespace {

using document::Node;
using document::Place;

// Takes the first part off a way like "diary[3].pain": a name, or a number in brackets.
std::string_view take_part(std::string_view& way) {
  if (way.starts_with('.')) way.remove_prefix(1);
  const std::size_t end = std::min(way.find_first_of(".[", 1), way.size());
  const std::string_view part = way.substr(0, end);
  way.remove_prefix(end);
  return part;
}

// "[3]", counted from 1; null: there is no such entry.
const Node* item(const Node& list, std::string_view part) {
  if (!part.starts_with('[')) return nullptr;
  std::size_t index = 0;
  std::from_chars(part.data() + 1, part.data() + part.size(), index);
  return index >= 1 && index <= list.items.size() ? &list.items[index - 1] : nullptr;
}

// As far as the way leads: at a key, of an entry at its header.
std::optional<Place> follow(const Node& root, std::string_view way) {
  std::optional<Place> place;
  for (const Node* node = &root; node && !way.empty();) {
    const std::string_view part = take_part(way);
    const auto member = std::ranges::find(node->members, part, &document::Member::key);
    if (member != node->members.end()) {
      node = &member->value;
      place = member->place;
    } else {
      node = item(*node, part);
      if (node) place = node->place;
    }
  }
  return place;
}

}  // namespace

void find_places(const SourceFile& file, std::vector<Diagnostic>& diagnostics) {
  const Result<document::Document> parsed = case_file::open(file).parsed;
  if (!parsed) return;
  const Node* const availability = parsed->root.find("availability");
  for (Diagnostic& d : diagnostics) {
    if ((d.area != Area::intake && d.area != Area::refused) || !d.file.empty()) continue;
    std::optional<Place> place = follow(parsed->root, d.key);
    if (!place && availability) place = follow(*availability, d.key);
    d.file = file.name;
    if (!place) continue;
    d.line = place->line;
    d.column = place->column;
  }
}

}  // namespace rehab
