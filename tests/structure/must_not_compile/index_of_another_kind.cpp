// error: no match for | no viable
#include "rehab/catalog.hpp"

rehab::Index<rehab::Source> cite(rehab::Index<rehab::Exercise> exercise) {
  rehab::Index<rehab::Source> source{exercise.value};
#ifdef MISTAKE
  source = exercise;
#endif
  return source;
}
