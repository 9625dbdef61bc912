#include "c/report.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "c/structs.hpp"
#include "c/values.hpp"
#include "protocol/report.hpp"

namespace rehab::c {

static_assert(REHAB_ERROR == static_cast<int>(Level::error) + 1 && REHAB_NOTE == static_cast<int>(Level::note) + 1);
static_assert(REHAB_AREA_PROTOCOL == static_cast<int>(Area::protocol) + 1 &&
              REHAB_AREA_ENVIRONMENT == static_cast<int>(Area::environment) + 1);

void begin(rehab_report** report) noexcept {
  if (!report) return;
  release(*report);
  *report = nullptr;
}

rehab_status status_of(const std::vector<Diagnostic>& diagnostics) {
  constexpr std::array gravest_first{std::pair{Area::refused, REHAB_REFUSED}, std::pair{Area::protocol, REHAB_BAD_PROTOCOL},
                                     std::pair{Area::intake, REHAB_BAD_CASE}, std::pair{Area::environment, REHAB_BAD_ENVIRONMENT}};
  for (const auto& [area, status] : gravest_first) {
    for (const Diagnostic& d : diagnostics)
      if (d.level == Level::error && d.area == area) return status;
  }
  return REHAB_BUG;
}

void in_order(std::vector<Diagnostic>& diagnostics) {
  std::ranges::stable_sort(diagnostics, {}, [](const Diagnostic& d) { return std::tie(d.file, d.line, d.column); });
}

Diagnostic mistake(Area area, std::string_view key, std::string_view message, std::string_view hint) {
  return {Level::error, area, std::string(key), "", 0, 0, std::string(key), std::string(message), std::string(hint)};
}

Diagnostic bad_value(const Wrong& wrong) {
  Diagnostic d =
      mistake(Area::intake, wrong.member, protocol::joined({protocol::quote(wrong.member), " holds what it cannot hold"}),
              protocol::joined({"give ", wrong.wanted}));
  d.code = "value";
  return d;
}

Owned<rehab_report> reported(const Memory& memory, std::vector<Diagnostic> diagnostics, bool wanted) {
  if (!wanted || diagnostics.empty()) return nullptr;
  return made<rehab_report>(memory, std::move(diagnostics));
}

}  // namespace rehab::c

using namespace rehab;
using namespace rehab::c;

size_t rehab_report_count(const rehab_report* report) { return is_valid(report) ? report->diagnostics.size() : 0; }

rehab_status rehab_report_at(const rehab_report* report, size_t index, rehab_diagnostic* out) {
  return guarded([&] {
    const Diagnostic& d = at(valid(report).diagnostics, index);
    give(out, {.struct_size = 0,
               .level = number_of(d.level),
               .area = number_of(d.area),
               .code = borrowed(d.code),
               .file = borrowed(d.file),
               .line = d.line,
               .column = d.column,
               .key = borrowed(d.key),
               .message = borrowed(d.message),
               .hint = borrowed(d.hint)});
    return REHAB_OK;
  });
}

rehab_status rehab_report_render(const rehab_report* report, size_t index, rehab_text source, rehab_string* out) {
  return guarded([&] {
    const Diagnostic& d = at(valid(report).diagnostics, index);
    give(out, report->head.memory, render(d, octets(source)));
    return REHAB_OK;
  });
}

void rehab_report_free(rehab_report* report) { release(report); }
