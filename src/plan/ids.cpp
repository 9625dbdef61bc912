#include "plan/ids.hpp"

#include "protocol/report.hpp"
#include "text/nearest.hpp"

namespace rehab::plan {

using protocol::joined;
using protocol::listed;
using protocol::quote;

std::string choice_hint(std::string_view id, std::span<const std::string_view> names) {
  constexpr std::size_t most_listed = 16;
  if (const std::string_view near = text::nearest(id, names); !near.empty()) return joined({"write ", quote(near)});
  if (names.empty()) return "leave it out: there is none";
  return names.size() <= most_listed ? joined({"name one of ", listed(names)}) : "name one that there is";
}

}  // namespace rehab::plan
