// Handles of the C API that give themselves back, for tests written in C++.
//
//   const Person person = read(file);                     // as rehab_case_read reads it
//   const Plan plan = planned(catalog(), person);
//   rehab_session session = sized<rehab_session>();
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "rehab/rehab.h"
#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "support/followed.hpp"

namespace rehab_test {

struct GiveBack {
  void operator()(rehab_catalog* handle) const { rehab_catalog_free(handle); }
  void operator()(rehab_case* handle) const { rehab_case_free(handle); }
  void operator()(rehab_plan* handle) const { rehab_plan_free(handle); }
  void operator()(rehab_report* handle) const { rehab_report_free(handle); }
};
using CatalogHandle = std::unique_ptr<rehab_catalog, GiveBack>;
using CaseHandle = std::unique_ptr<rehab_case, GiveBack>;
using PlanHandle = std::unique_ptr<rehab_plan, GiveBack>;
using ReportHandle = std::unique_ptr<rehab_report, GiveBack>;

inline rehab_text given(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view view(const rehab_text& text) { return {text.data, text.size}; }

// The text, which is given back.
inline std::string taken(rehab_string string) {
  std::string out(string.data, string.size);
  rehab_string_free(&string);
  return out;
}

template <class Struct>
Struct sized() {
  Struct out{};
  out.struct_size = sizeof(Struct);
  return out;
}

// What a function that fills a structure says of something that must be there.
template <class Struct, class Ask>
Struct asked(Ask ask) {
  Struct out = sized<Struct>();
  REQUIRE(ask(&out) == REHAB_OK);
  return out;
}

inline rehab_date date(std::chrono::local_days day) {
  const std::chrono::year_month_day date{day};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

inline const rehab::Catalog& catalog() {
  static const rehab::Catalog all = rehab::builtin_catalog();
  return all;
}

inline const rehab_catalog* builtin() {
  static const CatalogHandle all = [] {
    rehab_catalog* out = nullptr;
    REQUIRE(rehab_catalog_builtin(nullptr, &out, nullptr) == REHAB_OK);
    return CatalogHandle(out);
  }();
  return all.get();
}

inline CaseHandle read(std::string_view file) {
  rehab_case* out = nullptr;
  REQUIRE(rehab_case_read(given("case.toml"), given(file), nullptr, &out, nullptr) == REHAB_OK);
  return CaseHandle(out);
}
inline CaseHandle read(const rehab::Case& intake) { return read(rehab::case_text({intake, "1.0.0", ""})); }

inline PlanHandle planned(const rehab_catalog* catalog, const rehab_case* person) {
  rehab_plan* out = nullptr;
  REQUIRE(rehab_plan_make(catalog, person, nullptr, &out, nullptr) == REHAB_OK);
  return PlanHandle(out);
}

// A case of everything that the library carries, without a diary and with one of 25 days.
template <class Look>
void each_case(Look look) {
  for (const rehab::Protocol& protocol : catalog()->protocols) {
    for (const rehab::Severity severity : rehab::severities) {
      const auto& offer = protocol.severity[static_cast<std::size_t>(severity)];
      if (!offer || !offer->weeks) continue;
      look(rehab::followed::person(protocol.id, severity));
      look(rehab::followed::person(catalog(), protocol.id, 25, 8, severity));
    }
  }
}

}  // namespace rehab_test
