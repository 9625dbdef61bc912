// The names of the answers, and the version.
#include <algorithm>
#include <array>

#include "rehab/rehab.h"
#include "rehab/version.hpp"

namespace {

struct Named {
  rehab_status status;
  const char* name;
};

constexpr std::array names{
    Named{REHAB_OK, "ok"},
    Named{REHAB_BAD_PROTOCOL, "bad-protocol"},
    Named{REHAB_BAD_CASE, "bad-case"},
    Named{REHAB_REFUSED, "refused"},
    Named{REHAB_BAD_ENVIRONMENT, "bad-environment"},
    Named{REHAB_NULL_ARGUMENT, "null-argument"},
    Named{REHAB_WRONG_HANDLE, "wrong-handle"},
    Named{REHAB_BAD_STRUCT_SIZE, "bad-struct-size"},
    Named{REHAB_BAD_VALUE, "bad-value"},
    Named{REHAB_OUT_OF_RANGE, "out-of-range"},
    Named{REHAB_BUFFER_TOO_SMALL, "buffer-too-small"},
    Named{REHAB_BUG, "bug"},
    Named{REHAB_OUT_OF_MEMORY, "out-of-memory"},
    Named{REHAB_STOPPED, "stopped"},
    Named{REHAB_NOT_PINNED, "not-pinned"},
};

}  // namespace

const char* rehab_status_name(rehab_status status) {
  const auto* const found = std::find_if(names.begin(), names.end(), [=](const Named& named) { return named.status == status; });
  return found == names.end() ? "unknown" : found->name;
}

// A literal, which ends in a NUL.
const char* rehab_version() { return rehab::version().data(); }
