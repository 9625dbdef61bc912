// Diagnostics for the host, and the one way in which a result or the reasons why there is none are handed over.
#pragma once

#include <utility>
#include <vector>

#include "c/memory.hpp"
#include "rehab/diagnostic.hpp"

struct rehab_report {
  static constexpr rehab::c::Kind kind = rehab::c::Kind::report;
  rehab::c::Head head;
  std::vector<rehab::Diagnostic> diagnostics;
};

namespace rehab::c {

// A report that is about to be made; that of an earlier call goes.
void begin(rehab_report** report) noexcept;

// The answer that these diagnostics, one of which is an error, come to: the gravest first.
rehab_status status_of(const std::vector<Diagnostic>& diagnostics);

// Of file, line and column, as the header promises.
void in_order(std::vector<Diagnostic>& diagnostics);

Diagnostic mistake(Area area, std::string_view key, std::string_view message, std::string_view hint);

// Null: there is nothing to tell, or nobody who wants to hear it.
Owned<rehab_report> reported(const Memory& memory, std::vector<Diagnostic> diagnostics, bool wanted);

// Which member of a structure is wrong.
Diagnostic bad_value(const Wrong& wrong);

// What `work` gives; if a member of what was given is wrong, the report says which.
template <class Work>
auto telling(const Memory& memory, rehab_report** report, const Work& work) {
  try {
    return work();
  } catch (const Wrong& wrong) {
    if (wrong.member && report) *report = reported(memory, {bad_value(wrong)}, true).release();
    throw;
  }
}

// Hands over what `commit` makes of the value, or the reasons why there is none; both or, if memory ends, nothing.
template <class T, class Commit>
rehab_status settle(Result<T> result, const Memory& memory, rehab_report** report, const Commit& commit) {
  const rehab_status status = result ? REHAB_OK : status_of(result.diagnostics);
  Owned<rehab_report> told = reported(memory, std::move(result.diagnostics), report != nullptr);
  if (result) commit(*std::move(result));
  if (told) *report = told.release();
  return status;
}

}  // namespace rehab::c
