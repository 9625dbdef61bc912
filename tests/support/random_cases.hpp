// Random protocols and cases for laws: small, sound, and as odd as the language allows.
#pragma once

#include <rapidcheck.h>

#include "rehab/rehab.hpp"

namespace rehab_test {

struct Situation {
  rehab::Catalog catalog;
  rehab::Case intake;
};

Situation random_situation();

}  // namespace rehab_test
