// Plans to the host's buffer, or to its function.
#include "rehab/export.hpp"

#include "c/handles.hpp"
#include "c/report.hpp"
#include "c/structs.hpp"
#include "c/values.hpp"

namespace rehab::c {

namespace {

using TimeForm = ExportOptions::TimeForm;
static_assert(REHAB_TIMES_ZONED == static_cast<int>(TimeForm::zoned) && REHAB_TIMES_UTC == static_cast<int>(TimeForm::utc) &&
              REHAB_TIMES_FLOATING == static_cast<int>(TimeForm::floating) &&
              REHAB_TIMES_ALL_DAY == static_cast<int>(TimeForm::all_day));

ExportOptions options_of(const rehab_export_options& given) {
  if (given.times < REHAB_TIMES_ZONED || given.times > REHAB_TIMES_ALL_DAY)
    throw Wrong{REHAB_BAD_VALUE, "times", "a number of its enumeration"};
  ExportOptions out;
  out.time_form = static_cast<TimeForm>(given.times);
  if (given.alarm_min.stated) out.alarm = std::chrono::minutes{given.alarm_min.value};
  if (given.no_alarm) out.alarm.reset();
  out.neutral_titles = given.neutral_titles != 0;
  out.publish = given.publish != 0;
  out.today = day_if_given(given.today, "today");
  if (given.width != 0) out.width = given.width;
  out.color = given.color != 0;
  return out;
}

Result<std::string> exported(const rehab_plan* plan, rehab_text format, const rehab_export_options* options) {
  const Plan& all = valid(plan).plan;
  const rehab_export_options given = taken(options);
  ExportOptions wish = options_of(given);
  Result<std::vector<Withdrawn>> cancelled;
  if (given.cancel) {
    cancelled = withdrawn(all.catalog, all.intake, all.as_of);
    if (!cancelled) return std::move(cancelled.diagnostics);
    wish.withdrawn = *cancelled;
  }
  return export_plan(all, string(format, "format"), wish, log_to(plan->sink));
}

Result<std::string> exported(const rehab_plan* plan, rehab_text format, const rehab_export_options* options,
                             rehab_report** report) {
  return telling(valid(plan).head.memory, report, [&] { return exported(plan, format, options); });
}

}  // namespace

}  // namespace rehab::c

using namespace rehab;
using namespace rehab::c;

size_t rehab_format_count() { return exporters().size(); }

rehab_status rehab_format(size_t index, rehab_text* name, rehab_text* media_type) {
  return guarded([&] {
    const Exporter& exporter = at(exporters(), index);
    if (name) *name = literal(exporter.name);
    if (media_type) *media_type = literal(exporter.media_type);
    return REHAB_OK;
  });
}

rehab_status rehab_plan_export(const rehab_plan* plan, rehab_text format, const rehab_export_options* options, char* buffer,
                               size_t capacity, size_t* size, rehab_report** report) {
  begin(report);
  return guarded([&]() -> rehab_status {
    std::size_t& length = there(size);
    items(buffer, capacity);
    Result<std::string> result = exported(plan, format, options, report);
    if (result && buffer && result->size() >= capacity) {
      length = result->size();
      return REHAB_BUFFER_TOO_SMALL;
    }
    return settle(std::move(result), plan->head.memory, report, [&](const std::string& text) {
      length = text.size();
      if (buffer) std::memcpy(buffer, text.c_str(), text.size() + 1);
    });
  });
}

rehab_status rehab_plan_export_to(const rehab_plan* plan, rehab_text format, const rehab_export_options* options, rehab_write write,
                                  void* host, rehab_report** report) {
  begin(report);
  return guarded([&]() -> rehab_status {
    if (!write) throw Wrong{REHAB_NULL_ARGUMENT};
    bool stopped = false;
    const rehab_status status = settle(exported(plan, format, options, report), plan->head.memory, report,
                                       [&](const std::string& text) { stopped = write(host, text.data(), text.size()) != 0; });
    return stopped ? rehab_status{REHAB_STOPPED} : status;
  });
}
