#include "intake.hpp"

#include <array>

#include "calendar_folder.hpp"
#include "file.hpp"
#include "machine.hpp"
#include "own_case.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

using rehab::Diagnostic;
using Problems = std::vector<Diagnostic>;

std::optional<rehab::Clearance> read_clearance(const Arguments& arguments, ValueReader& read) {
  const std::optional<std::chrono::local_days> on = read.date(Opt::cleared_on);
  const std::optional<std::string_view> by = arguments.value(Opt::cleared_by);
  if (by && !arguments.has(Opt::cleared_on))
    read.complain(Opt::cleared_on, "`--cleared-by` stands without `--cleared-on`", "add the day of the clearance");
  if (!by && arguments.has(Opt::cleared_on))
    read.complain(Opt::cleared_by, "`--cleared-on` stands without `--cleared-by`", "add who cleared the plan");
  if (!by || !on) return {};
  return rehab::Clearance{std::string(*by), *on};
}

// Of "plan.ics"; of a folder, which only a calendar can fill; the first format, which is for eyes, if there is no ending; none if
// the ending is unknown.
std::optional<std::string_view> format_by_ending(std::string_view path) {
  if (names_folder(path)) return "ics";
  const std::string_view name = file_name(path), text = rehab::exporters().front().name;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot + 1 == name.size()) return text;
  const std::string ending = lower_case(name.substr(dot + 1));
  if (const rehab::Exporter* exporter = rehab::find_exporter(ending)) return exporter->name;
  const bool hidden = dot == 0;  // ".plan" has a name, not an ending
  return ending == "txt" || hidden ? std::optional(text) : std::nullopt;
}

std::string_view read_format(const Arguments& arguments, ValueReader& read, std::string_view output) {
  if (arguments.has(Opt::format)) {
    const std::string_view format = read.word(Opt::format, "format").value_or("");
    if (arguments.has(Opt::json) && !format.empty() && format != "json")
      read.complain(Opt::json, joined({"`--json` stands beside `--format ", format, "`"}), "leave one of them out");
    return format;
  }
  if (arguments.has(Opt::json)) return "json";
  const std::optional<std::string_view> format = format_by_ending(output);
  if (!format)
    read.complain(Opt::format, joined({"cannot tell the format from ", ticked(output)}), "add `--format text`, ics, json or csv");
  return format.value_or("");
}

void read_calendar(const Arguments& arguments, ValueReader& read, Wish& wish) {
  constexpr int longest_alarm = 40320;  // four weeks
  if (const auto form = read.choice(Opt::time_form, "form"))
    wish.options.time_form = static_cast<rehab::ExportOptions::TimeForm>(*form);
  if (arguments.value(Opt::alarm) == "none") {
    wish.options.alarm.reset();
  } else if (const auto alarm = read.number(Opt::alarm, 0, longest_alarm)) {
    wish.options.alarm = std::chrono::minutes(*alarm);
  }
  wish.options.neutral_titles = arguments.has(Opt::neutral_titles);
  wish.options.publish = arguments.has(Opt::publish);
  wish.drop_withdrawn = read.word(Opt::withdrawn, "answer") == "drop";
  if (wish.options.time_form == rehab::ExportOptions::TimeForm::all_day && arguments.has(Opt::alarm) && wish.options.alarm)
    read.complain(Opt::alarm, "`--alarm` stands beside `--time-form all-day`, but whole days have no alarm",
                  "leave one of them out");
  for (const Opt id : {Opt::time_form, Opt::alarm, Opt::neutral_titles, Opt::publish, Opt::withdrawn})
    if (arguments.has(id) && wish.format != "ics" && !wish.format.empty())
      read.complain(id, joined({"`--", option(id).name, "` is for calendars, but the format is ", wish.format}),
                    "add `--format ics`");
}

// It is looked at, not kept: there is no calendar of it, and no file.
void check_what_if(ValueReader& read, const Wish& wish) {
  if (!wish.format.empty() && wish.format != "text" && wish.format != "json")
    read.complain(Opt::what_if, joined({"`--what-if` makes no ", wish.format == "ics" ? "calendar" : "table"}),
                  "leave the format out, or add `--json`");
  if (wish.output != "-")
    read.complain(Opt::what_if, "`--what-if` stands beside `--output`, but nothing of it is kept", "leave one of them out");
  if (wish.as_of) read.complain(Opt::what_if, "`--what-if` stands beside `--as-of`", "leave one of them out");
}

Diagnostic no_zone() {
  Diagnostic d = usage("zone", "--zone", "the system does not say its time zone", "add `--zone`, as `--zone Europe/Berlin`");
  d.area = rehab::Area::environment;
  return d;
}

}  // namespace

bool settle(const Arguments& arguments, rehab::Case& intake, int& exit) {
  if (intake.zone.empty()) {
    const std::optional<std::string> zone = system_zone();
    const Diagnostic problem = no_zone();
    if (!zone) return report(arguments, {&problem, 1}), exit = bad_environment, false;
    intake.zone = *zone;
  }
  if (intake.start == rehab::not_given) intake.start = date_in(intake.zone, now());
  return true;
}

rehab::Case read_case(const Arguments& arguments, Problems& problems) {
  ValueReader read(arguments, problems);
  rehab::Case intake;
  intake.id = read.uuid(Opt::id).value_or("");
  intake.protocol = arguments.operands.front();
  if (!arguments.has(Opt::severity))
    read.complain(Opt::severity, "`--severity` is missing", "add `--severity mild`, moderate or severe");
  intake.severity = read_severity(arguments, problems).value_or(rehab::Severity::mild);
  if (const auto side = read.choice(Opt::side, "side")) intake.side = static_cast<rehab::Side>(*side);
  intake.start = read.date(Opt::start).value_or(rehab::not_given);
  intake.zone = arguments.value(Opt::zone).value_or("");
  intake.times = read.times(Opt::time);
  intake.days = read.weekdays(Opt::days);
  intake.away = read.ranges(Opt::away);
  if (arguments.has(Opt::equipment)) intake.equipment = read.names(Opt::equipment);
  intake.with = read.names(Opt::with);
  intake.tags = read.names(Opt::tag);
  intake.red_flags = read.names(Opt::red_flag);
  intake.clearance = read_clearance(arguments, read);
  return intake;
}

std::optional<rehab::Severity> read_severity(const Arguments& arguments, Problems& problems) {
  const auto place = ValueReader(arguments, problems).choice(Opt::severity, "severity");
  return place ? std::optional(static_cast<rehab::Severity>(*place)) : std::nullopt;
}

int read_width(const Arguments& arguments, Problems& problems) {
  return ValueReader(arguments, problems).number(Opt::width, 40, 200).value_or(terminal_width());
}

void check_color(const Arguments& arguments, Problems& problems) {
  ValueReader(arguments, problems).choice(Opt::color, "colour mode");
}

Wish read_wish(const Arguments& arguments, Problems& problems) {
  ValueReader read(arguments, problems);
  Wish wish;
  if (!arguments.has(Opt::case_file)) wish.intake = read_case(arguments, problems);
  check_beside_case(arguments, problems);
  wish.output = arguments.value(Opt::output).value_or("-");
  if (same_file(wish.output, std::string(arguments.value(Opt::case_file).value_or(""))))
    read.complain(Opt::output, "`--output` names the case itself", "name another file");
  wish.format = read_format(arguments, read, wish.output);
  read_calendar(arguments, read, wish);
  wish.options.width = read_width(arguments, problems);
  wish.options.color =
      wish.output == "-" ? color_for_data(arguments) : lower_case(arguments.value(Opt::color).value_or("")) == "always";
  if (wish.output != "-" && !arguments.has(Opt::width)) wish.options.width = 80;
  wish.as_of = read.date(Opt::as_of);
  if (arguments.has(Opt::what_if)) check_what_if(read, wish);
  return wish;
}

}  // namespace app
