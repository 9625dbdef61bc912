// A file's name without folders and ".toml": the id of a protocol, or NAME.LANGUAGE of a translation.
//
//   stem_of("protocols/calf-strain.de.toml")   // "calf-strain.de"
#pragma once

#include <cstddef>
#include <string_view>

namespace rehab::protocol {

constexpr std::string_view stem_of(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  if (name.ends_with(".toml")) name.remove_suffix(5);
  return name;
}

}  // namespace rehab::protocol
