// error: call to non-'constexpr' function | is not a constant expression
#include "words/phrases.hpp"

constexpr rehab::Phrase leg() {
#ifdef MISTAKE
  return "lft-leg";
#else
  return "left-leg";
#endif
}
static_assert(leg().row().english == "left leg");
