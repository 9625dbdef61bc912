// A case and the entries of its diary from their structures. What a programmer has wrong is thrown, what a person can mend is told.
#pragma once

#include <vector>

#include "rehab/case_file.hpp"
#include "rehab/diagnostic.hpp"
#include "rehab/rehab.h"

namespace rehab::c {

Result<CaseFile> case_of(const rehab_intake& given);
Entry entry_of(const rehab_entry& given);

// What no catalog would take of these entries, for a case that begins on this day. Keys are "diary[1].pain" and the like, counted
// from the first of them.
std::vector<Diagnostic> check_entries(std::chrono::local_days start, const std::vector<Entry>& entries);

}  // namespace rehab::c
