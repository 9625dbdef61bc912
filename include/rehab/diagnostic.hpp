// What went wrong, where, and what to do about it.
//
// A mistake of a user (a broken protocol file, an impossible start date, a plan that would be unsafe) is a `Diagnostic`.
// Functions that can meet one return a `Result<T>`: the value if there is one, and every diagnostic, warnings too.
//
//   rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, intake);
//   for (const rehab::Diagnostic& d : plan.diagnostics) std::cerr << rehab::render(d);
//   if (!plan) return 1;
//
// A mistake of a programmer (an index out of range) is an assert. No exception leaves the library, and it prints nothing.
// Messages never hold a diary value or a name.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rehab/api.h"

namespace rehab {

enum class Level : std::uint8_t { error, warning, note };

// Who can mend it, and so which exit code an app answers with.
enum class Area : std::uint8_t {
  protocol,     // an author: a file of protocols is wrong
  intake,       // the person: the case asks for something impossible
  refused,      // a clinician: the plan would be unsafe without one
  environment,  // whoever runs the machine: time-zone data is missing or unusable
};

struct Diagnostic {
  Level level = Level::error;
  Area area = Area::protocol;
  std::string code;          // stable id of the rule: "unknown-key", "weeks", "red-flag", …
  std::string file;          // "" if it is about no file
  std::uint32_t line = 0;    // 1-based; 0: no place
  std::uint32_t column = 0;  // 1-based, in code points; 0: no place
  std::string key;           // path of the key: "phase[load].workout[drops].dose[1].reps"; or the field of the case: "start"
  std::string message;       // what is there, what was wanted; lower case, no full stop
  std::string hint;          // what to do, in the imperative; may be ""

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// "file:line:column: error: message [code]", then, if `source` holds the text of the file, the line and a caret, then the hint.
// Ends with a line feed. `source` may be empty.
//
//   calf-strain.toml:31:1: error: unknown key `sevrity` [unknown-key]
//      31 | sevrity = "mild"
//         | ^
//     hint: write `severity`
REHAB_API std::string render(const Diagnostic& diagnostic, std::string_view source = {});

REHAB_API bool has_errors(const std::vector<Diagnostic>& diagnostics);

// A value, or the reasons why there is none. Holds warnings and notes also where there is a value.
template <class T>
struct [[nodiscard]] Result {
  std::optional<T> value;
  std::vector<Diagnostic> diagnostics;  // in order of file, line, column

  Result() = default;
  Result(T v) : value(std::move(v)) {}
  Result(std::vector<Diagnostic> d) : diagnostics(std::move(d)) {}
  Result(T v, std::vector<Diagnostic> d) : value(std::move(v)), diagnostics(std::move(d)) {}

  explicit operator bool() const { return value.has_value(); }
  T& operator*() { return assert(value), *value; }
  const T& operator*() const { return assert(value), *value; }
  T* operator->() { return assert(value), &*value; }
  const T* operator->() const { return assert(value), &*value; }
};

}  // namespace rehab
