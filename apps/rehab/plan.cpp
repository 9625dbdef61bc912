#include "rehab/plan.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "arguments.hpp"
#include "calendar_folder.hpp"
#include "commands.hpp"
#include "file.hpp"
#include "intake.hpp"
#include "library.hpp"
#include "log.hpp"
#include "machine.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"
#include "words.hpp"

namespace app {
namespace {

using rehab::Diagnostic;

Diagnostic no_zone() {
  Diagnostic d = usage("zone", "--zone", "the system does not say its time zone", "add `--zone`, as `--zone Europe/Berlin`");
  d.area = rehab::Area::environment;
  return d;
}

// The text does not tell how often a workout would come of which nothing is left.
bool is_told(const rehab::Plan& plan, const rehab::Change& change) {
  using Rule = rehab::Change::Rule;
  if (!change.workout || change.rule > Rule::rest_kept || change.rule == Rule::never_placed) return true;
  return std::any_of(plan.routines.begin(), plan.routines.end(), [&](const rehab::Routine& routine) {
    const std::span<const rehab::PlannedDose> doses = plan.doses_of(routine);
    return routine.phase == change.phase &&
           std::any_of(doses.begin(), doses.end(), [&](const rehab::PlannedDose& dose) { return dose.workout == *change.workout; });
  });
}

// "; 19 things were fitted to you (`--format text` tells them)": as many as the text tells.
std::string fitted(const rehab::Plan& plan, std::string_view format) {
  std::set<std::string> told;
  for (const rehab::Change& change : plan.changes)
    if (is_told(plan, change)) told.insert(rehab::describe(plan, change));
  if (told.empty()) return {};
  const bool one = told.size() == 1;
  std::string out = joined({"; ", std::to_string(told.size()), one ? " thing was" : " things were", " fitted to you"});
  if (format != "text") out += one ? " (`--format text` tells it)" : " (`--format text` tells them)";
  return out;
}

// "wrote plan.ics: 168 sessions, 1 Dec 2026 to 22 Feb 2027"
std::string written(const rehab::Plan& plan, const Wish& wish) {
  return joined({"wrote ", shown(wish.output), ": ", std::to_string(plan.sessions.size()),
                 plan.sessions.size() == 1 ? " session, " : " sessions, ", long_date(plan.days.begin), " to ",
                 long_date(plan.days.end - std::chrono::days(1)), fitted(plan, wish.format), "\n"});
}

int deliver(const Arguments& arguments, const Wish& wish, const rehab::Plan& plan, std::string_view text) {
  if (wish.output == "-") return put(arguments, text);
  if (wish.format == "ics" && names_folder(wish.output)) return put_into_folder(arguments, wish.output, text);
  if (const std::optional<Diagnostic> problem = write_file(wish.output, text)) return report(arguments, {&*problem, 1}), bad_file;
  if (!arguments.has(Opt::quiet)) tell(written(plan, wish));
  return done;
}

}  // namespace

int plan(const Arguments& arguments) {
  std::vector<Diagnostic> problems;
  Wish wish = read_wish(arguments, problems);
  if (!problems.empty()) return report(arguments, problems), bad_usage;

  if (wish.intake.zone.empty()) {
    const std::optional<std::string> zone = system_zone();
    const Diagnostic problem = no_zone();
    if (!zone) return report(arguments, {&problem, 1}), bad_environment;
    wish.intake.zone = *zone;
  }
  const std::chrono::sys_seconds moment = now();
  if (wish.today) wish.intake.start = date_in(wish.intake.zone, moment);

  int exit = done;
  const std::optional<rehab::Catalog> catalog = load_catalog(arguments, wish.intake.protocol, exit);
  if (!catalog) return exit;
  const rehab::Result<rehab::Plan> plan = rehab::make_plan(*catalog, wish.intake);
  report(arguments, plan.diagnostics);
  if (!plan) return exit_code(plan.diagnostics);
  log_line("sessions planned", plan->sessions.size());

  const std::chrono::local_days today = date_at(plan->clock, moment);
  if (today >= plan->days.begin) wish.options.today = today;
  const rehab::Result<std::string> text = rehab::export_plan(*plan, wish.format, wish.options);
  report(arguments, text.diagnostics);
  if (!text) return exit_code(text.diagnostics);
  log_line(joined({"octets of ", wish.format}), text->size());
  return deliver(arguments, wish, *plan, *text);
}

}  // namespace app
