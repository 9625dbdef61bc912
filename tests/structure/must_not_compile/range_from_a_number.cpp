// error: non-scalar type | no viable conversion
#include "rehab/amount.hpp"

#ifdef MISTAKE
rehab::Range reps = 12.0;
#else
rehab::Range reps = {12, 12};
#endif
