#include "rehab/version.hpp"

#define REHAB_TEXT_(number) #number
#define REHAB_TEXT(number) REHAB_TEXT_(number)

namespace rehab {

std::string_view version() {
  return REHAB_TEXT(REHAB_VERSION_MAJOR) "." REHAB_TEXT(REHAB_VERSION_MINOR) "." REHAB_TEXT(REHAB_VERSION_PATCH);
}

}  // namespace rehab
