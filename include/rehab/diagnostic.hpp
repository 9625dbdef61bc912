// What went wrong, where, and what to do about it.
//
// A mistake of a user (a broken protocol file, an impossible start date, a plan that would be unsafe) is a `Diagnostic`.
// Functions that can meet one return a `Result<T>`: the value if there is one, and every diagnostic, warnings too.
//
//   rehab::Result<rehab::Plan> plan = rehab::make_plan(catalog, intake);
//   for (const rehab::Diagnostic& d : plan.diagnostics) std::cerr << rehab::render(d);
//   if (!plan) return 1;
//   std::cout << plan->sessions.size();
//
// A mistake of a programmer (an index out of range, the value of a Result that has none) is an assert. No exception leaves the
// library, but that memory has run out, and it prints nothing. Messages are English, and never hold a diary value or a name: they
// may be logged. An app that shows them in its own words goes by `code` and `key`, which stay the same.
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

// How bad it is.
enum class Level : std::uint8_t {
  error,    // there is no value
  warning,  // there is one, and somebody should look
  note,     // said of another diagnostic, or for completeness
};

// Who can mend it, and so which exit code an app answers with.
enum class Area : std::uint8_t {
  protocol,     // an author: a file of protocols is wrong
  intake,       // the person: the case asks for something impossible
  refused,      // a clinician: the plan would be unsafe without one
  environment,  // whoever runs the machine: time-zone data is missing or unusable
};

// One mistake, or one thing that is worth a look.
struct Diagnostic {
  Level level = Level::error;  // how bad it is
  Area area = Area::protocol;  // who can mend it
  std::string code;            // stable id of the rule: "unknown-key", "weeks", "red-flag", …
  std::string file;            // "" if it is about no file
  std::uint32_t line = 0;      // 1-based; 0: no place
  std::uint32_t column = 0;    // 1-based, in code points; 0: no place
  std::string key;             // path of the key: "phase[load].workout[drops].dose[1].reps"; or the field of the case: "start"
  std::string message;         // what is there, what was wanted; lower case, no full stop
  std::string hint;            // what to do, in the imperative; may be ""

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// A diagnostic for a terminal: "file:line:column: error: message [code]", then, if `source` holds the text of the file, the line
// and a caret, then the hint. Ends with a line feed. `source` may be empty; for a case it should be, so that nothing that a person
// wrote is printed.
//
//   calf-strain.toml:31:1: error: unknown key `sevrity` [unknown-key]
//      31 | sevrity = "mild"
//         | ^
//     hint: write `severity`
REHAB_API std::string render(const Diagnostic& diagnostic, std::string_view source = {});

// Whether one of them is an error; warnings and notes are none.
REHAB_API bool has_errors(const std::vector<Diagnostic>& diagnostics);

// A value, or the reasons why there is none. Holds warnings and notes also where there is a value. The value may be taken out:
//
//   rehab::Plan plan = *std::move(result.value);
template <class T>
struct [[nodiscard]] Result {
  std::optional<T> value;               // none: there are errors in `diagnostics`
  std::vector<Diagnostic> diagnostics;  // of files in order of file, line, column

  Result() = default;
  // From a value, from the reasons why there is none, or from a value with what is to be said of it:
  Result(T v) : value(std::move(v)) {}
  Result(std::vector<Diagnostic> d) : diagnostics(std::move(d)) {}
  Result(T v, std::vector<Diagnostic> d) : value(std::move(v)), diagnostics(std::move(d)) {}

  // Whether there is a value.
  explicit operator bool() const { return value.has_value(); }
  // The value; there must be one:
  T& operator*() { return assert(value), *value; }
  const T& operator*() const { return assert(value), *value; }
  T* operator->() { return assert(value), &*value; }
  const T* operator->() const { return assert(value), &*value; }
};

}  // namespace rehab
