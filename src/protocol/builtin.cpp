#include "protocol/builtin.hpp"

#include <algorithm>

#include "rehab/catalog.hpp"

namespace rehab::protocol {

const Prepared* prepared(std::string_view text) {
  if (prepared_files().empty()) return nullptr;
  const auto is_it = [text](const SourceFile& f) { return f.text.data() == text.data() && f.text.size() == text.size(); };
  const auto it = std::ranges::find_if(builtin_files(), is_it);
  return it == builtin_files().end() ? nullptr : &prepared_files()[static_cast<std::size_t>(it - builtin_files().begin())];
}

}  // namespace rehab::protocol
