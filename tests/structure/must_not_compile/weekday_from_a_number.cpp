// error: could not convert | cannot convert | no viable | no matching function
#include "rehab/case.hpp"

void free_on_monday(rehab::Case& intake) {
#ifdef MISTAKE
  intake.days.insert(1);
#else
  intake.days.insert(std::chrono::Monday);
#endif
}
