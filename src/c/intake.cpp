#include "c/intake.hpp"

#include <utility>

#include "c/report.hpp"
#include "c/structs.hpp"
#include "c/values.hpp"

namespace rehab::c {

namespace {

constexpr std::int32_t all_days = 0x7f;
constexpr int day_minutes = 24 * 60;
static_assert(REHAB_SATURDAY == 1 << 6 && REHAB_SUNDAY == 1);

Weekdays weekdays(std::int32_t bits) {
  if (bits < 0 || bits > all_days) throw Wrong{REHAB_BAD_VALUE, "days", "bits of weekdays, or 0"};
  if (bits == 0) return Weekdays::all();
  Weekdays out;
  for (unsigned day = 0; day < 7; ++day)
    if ((bits >> day & 1) != 0) out.insert(std::chrono::weekday{day});
  return out;
}

PartTimes times(const rehab_number* five) {
  if (!five) return usual_times;
  PartTimes out;
  for (std::size_t part = 0; part < out.size(); ++part) {
    const std::optional<int> minutes = number(five[part]);
    if (minutes && (*minutes < 0 || *minutes >= day_minutes)) throw Wrong{REHAB_BAD_VALUE, "times", "minutes of a day, 0 to 1,439"};
    if (minutes) out[part] = std::chrono::minutes{*minutes};
  }
  return out;
}

std::vector<DayRange> days_away(const rehab_days* first, std::size_t count) {
  items(first, count);
  std::vector<DayRange> out;
  for (std::size_t i = 0; i < count; ++i)
    out.push_back({day(first[i].first, "away"), day(first[i].last, "away") + std::chrono::days{1}});
  return out;
}

std::optional<Clearance> clearance(const rehab_intake& given, std::vector<Diagnostic>& diagnostics) {
  std::string by = string(given.cleared_by, "cleared_by");
  const std::optional<std::chrono::local_days> on = day_if_given(given.cleared_on, "cleared_on");
  if (by.empty() && !on) return std::nullopt;
  if (!on)
    diagnostics.push_back(mistake(Area::intake, "clearance", "the clearance does not say when it was given", "name the day"));
  return Clearance{std::move(by), on.value_or(std::chrono::local_days{})};
}

Severity severity(const rehab_intake& given, std::vector<Diagnostic>& diagnostics) {
  const std::optional<Severity> severity = choice<Severity>(given.severity, severity_names, "severity");
  if (!severity)
    diagnostics.push_back(mistake(Area::intake, "severity", "no severity is given", "choose one of mild, moderate, severe"));
  return severity.value_or(Severity::mild);
}

// Who the person is and when; not what is true of them.
void read_frame(const rehab_intake& given, Case& out, std::vector<Diagnostic>& diagnostics) {
  out.id = string(given.id, "id");
  out.protocol = string(given.protocol, "protocol");
  out.severity = severity(given, diagnostics);
  out.side = choice<Side>(given.side, side_names, "side");
  out.start = day_if_given(given.start, "start").value_or(not_given);
  out.zone = string(given.zone, "zone");
  out.times = times(given.times);
  out.days = weekdays(given.days);
  out.away = days_away(given.away, given.away_count);
}

}  // namespace

Result<CaseFile> case_of(const rehab_intake& raw) {
  const rehab_intake given = taken(&raw);
  std::vector<Diagnostic> diagnostics;
  CaseFile file;
  Case& out = file.intake;
  read_frame(given, out, diagnostics);
  if (given.equipment) out.equipment = strings(*given.equipment, "equipment");
  out.with = strings(given.with, "with");
  out.tags = strings(given.tags, "tags");
  out.red_flags = strings(given.red_flags, "red_flags");
  out.clearance = clearance(given, diagnostics);
  out.age = number(given.age);
  out.sex = choice<Sex>(given.sex, sex_names, "sex");
  if (!diagnostics.empty()) return diagnostics;
  return file;
}

}  // namespace rehab::c
