// error: discards qualifiers | not marked const
#include "rehab/catalog.hpp"

void forget(rehab::Catalog& catalog, rehab::CatalogData& data) {
  data.sources.clear();
#ifdef MISTAKE
  catalog->sources.clear();
#else
  catalog = rehab::Catalog{data};
#endif
}
