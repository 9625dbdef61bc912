#include "rehab/plan.hpp"

#include "arguments.hpp"
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

// "wrote plan.ics: 168 sessions, 1 Dec 2026 to 22 Feb 2027"
std::string written(const rehab::Plan& plan, std::string_view path) {
  return joined({"wrote ", shown(path), ": ", std::to_string(plan.sessions.size()),
                 plan.sessions.size() == 1 ? " session, " : " sessions, ", long_date(plan.days.begin), " to ",
                 long_date(plan.days.end - std::chrono::days(1)), "\n"});
}

int deliver(const Arguments& arguments, const Wish& wish, const rehab::Plan& plan, std::string_view text) {
  if (wish.output == "-") return put(arguments, text);
  if (const std::optional<Diagnostic> problem = write_file(wish.output, text)) return report(arguments, {&*problem, 1}), bad_file;
  if (!arguments.has(Opt::quiet)) tell(written(plan, wish.output));
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
