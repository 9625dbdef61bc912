// The language that a plan's catalog was read in.
#pragma once

#include "rehab/catalog.hpp"
#include "words/words.hpp"

namespace rehab {

// Valid as long as the catalog.
inline Words words_of(const Catalog& catalog) { return Words(catalog->phrases); }

}  // namespace rehab
