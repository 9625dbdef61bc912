// error: no match for | no viable
#include "rehab/catalog.hpp"

const rehab::Exercise& third(const rehab::Catalog& catalog) {
#ifdef MISTAKE
  return catalog[2];
#else
  return catalog[rehab::Index<rehab::Exercise>{2}];
#endif
}
