// error: invalid conversion | cannot convert | assigning to | incompatible type
#include "rehab/case.hpp"

void worse(rehab::Case& intake) {
#ifdef MISTAKE
  intake.severity = 2;
#else
  intake.severity = rehab::Severity::severe;
#endif
}
