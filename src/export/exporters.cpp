// The one list of formats.
#include <array>

#include "export/formats.hpp"
#include "text/nearest.hpp"

namespace rehab {
namespace {

constexpr std::array<Exporter, 4> formats{{
    {"text", "text/plain", "for eyes: what and why, a bar of phases, the sessions week by week", append_text},
    {"ics", "text/calendar", "for calendars: one event a session, with what to do in it", append_ics},
    {"json", "application/json", "for programs: everything that the plan knows", append_json},
    {"csv", "text/csv", "for spreadsheets: one row for each exercise of each session", append_csv},
}};

Diagnostic refusal(std::string_view code, std::string_view key, std::string_view message, std::string_view hint) {
  return {Level::error, Area::intake, std::string(code), "", 0, 0, std::string(key), std::string(message), std::string(hint)};
}

Diagnostic unknown_format(std::string_view format) {
  std::array<std::string_view, formats.size()> names;
  for (std::size_t i = 0; i < formats.size(); ++i) names[i] = formats[i].name;
  Diagnostic d;
  d.area = Area::intake;
  d.code = "format";
  d.key = "format";
  ((d.message = "unknown format `") += format) += '`';
  const std::string_view near = text::nearest(format, names);
  if (!near.empty()) {
    ((d.hint = "write `") += near) += '`';
    return d;
  }
  d.hint = "choose one of";
  for (const std::string_view name : names) (d.hint += name == names.front() ? " " : ", ") += name;
  return d;
}

// A plan that was stopped before its first session has that to say, but in a calendar; there, what is to be cancelled.
bool says_something(const Exporter& exporter, const Plan& plan, const ExportOptions& options) {
  if (exporter.append == append_ics) return !options.withdrawn.empty();
  return plan.ending == Plan::Ending::stopped;
}

Diagnostic nothing_to_write(const Plan& plan) {
  if (plan.ending == Plan::Ending::stopped)
    return refusal("empty-plan", "plan", "the plan is stopped before its first session; no calendar can say that",
                   "write it as text, which says what to do");
  return refusal("empty-plan", "plan", "the plan has no session; there is nothing to write", "make a plan first");
}

}  // namespace

std::span<const Exporter> exporters() { return formats; }

const Exporter* find_exporter(std::string_view name) {
  for (const Exporter& exporter : formats)
    if (exporter.name == name) return &exporter;
  return nullptr;
}

Result<std::string> export_plan(const Plan& plan, std::string_view format, const ExportOptions& options, const Log& log) {
  Result<std::string> result;
  const Exporter* exporter = find_exporter(format);
  if (!exporter) {
    result.diagnostics.push_back(unknown_format(format));
    return result;
  }
  if (plan.sessions.empty() && !says_something(*exporter, plan, options)) {
    result.diagnostics.push_back(nothing_to_write(plan));
    return result;
  }
  if (plan.intake.start == not_given) {
    result.diagnostics.push_back(refusal("undated-plan", "plan", "the plan has no dates", "make it with a start"));
    return result;
  }
  if (options.width < 40 || options.width > 200) {
    result.diagnostics.push_back(refusal("width", "width", "the width is not from 40 to 200 columns", "choose one that is"));
    return result;
  }
  std::string out;
  if (!exporter->append(plan, options, out, result.diagnostics)) return result;
  log("octets written", out.size());
  result.value = std::move(out);
  return result;
}

}  // namespace rehab
