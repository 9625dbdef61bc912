// The pages in their first, plain form.
#include "rehab/export.hpp"
#include "rehab/follow.hpp"
#include "text/append.hpp"
#include "text/json.hpp"

namespace rehab {
namespace {

std::string told(const Plan& plan, const std::vector<std::uint32_t>& changes) {
  std::string out;
  for (const std::uint32_t i : changes) {
    text::append_date(out, plan.changes[i].date);
    out += ' ';
    out += describe(plan, plan.changes[i]);
    out += '\n';
  }
  return out;
}

std::string object(std::string_view format) {
  std::string out;
  text::JsonWriter json(out);
  json.open_object();
  json.member("format", format);
  json.member("format_version", 1);
  json.close();
  out += '\n';
  return out;
}

}  // namespace

std::string today_text(const Plan& plan, std::chrono::local_days date, int width, bool color) {
  ExportOptions options;
  options.today = date;
  options.width = width;
  options.color = color;
  return std::move(*export_plan(plan, "text", options));
}
std::string today_json(const Plan&, std::chrono::local_days) { return object("rehab-today"); }

std::string history_text(const Plan& plan, int, bool) {
  std::vector<std::uint32_t> decisions;
  for (std::size_t i = 0; i < plan.changes.size(); ++i)
    if (is_from_diary(plan.changes[i])) decisions.push_back(static_cast<std::uint32_t>(i));
  return told(plan, decisions);
}
std::string history_json(const Plan&) { return object("rehab-history"); }

std::string progress_text(const Plan&, int, bool) { return {}; }
std::string progress_json(const Plan&) { return object("rehab-progress"); }

std::string comparison_text(const Comparison& comparison, int, bool) { return told(comparison.after, comparison.reasons); }
std::string comparison_json(const Comparison&) { return object("rehab-comparison"); }

}  // namespace rehab
