// error: narrowing | cannot be narrowed
#include "rehab/amount.hpp"

#ifdef MISTAKE
rehab::Range reps{12, 12.5};
#else
rehab::Range reps{12, 12};
#endif
