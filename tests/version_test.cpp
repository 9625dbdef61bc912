#include "rehab/version.hpp"

#include <string>

#include "support/catch.hpp"

TEST_CASE("headers, library and build agree on the version") {
  const std::string from_headers =
      std::to_string(REHAB_VERSION_MAJOR) + "." + std::to_string(REHAB_VERSION_MINOR) + "." + std::to_string(REHAB_VERSION_PATCH);
  CHECK(rehab::version() == from_headers);
  CHECK(from_headers == REHAB_PROJECT_VERSION);
}
