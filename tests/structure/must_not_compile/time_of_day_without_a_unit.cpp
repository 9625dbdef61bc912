// error: no match for | no viable
#include "rehab/case.hpp"

void wake(rehab::Case& intake) {
#ifdef MISTAKE
  intake.times[0] = 450;
#else
  intake.times[0] = std::chrono::minutes{450};
#endif
}
