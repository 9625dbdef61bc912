// error: no match for | no viable
#include "rehab/case.hpp"

void begin(rehab::Case& intake, std::chrono::sys_days today) {
#ifdef MISTAKE
  intake.start = today;
#else
  intake.start = std::chrono::local_days{today.time_since_epoch()};
#endif
}
