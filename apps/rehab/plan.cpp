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
#include "own_case.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"
#include "what_if.hpp"
#include "words.hpp"

namespace app {
namespace {

using rehab::Diagnostic;

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

// What was not known yet at the end of that day: the plan is then the one that was made of it.
void forget_after(std::chrono::local_days day, rehab::Case& intake) {
  std::erase_if(intake.diary, [day](const rehab::Entry& entry) { return entry.known().date > day; });
}

// The case and the catalog of its protocol, from the file or from the options. None: reported, and `exit` holds the code.
std::optional<OwnCase> course_of(const Arguments& arguments, Wish& wish, int& exit) {
  if (arguments.has(Opt::case_file)) {
    std::optional<OwnCase> own = load_case(arguments, exit);
    if (own && wish.as_of) forget_after(*wish.as_of, own->file.intake);
    return own;
  }
  if (!settle(arguments, wish.intake, exit)) return {};
  std::optional<rehab::Catalog> catalog = load_catalog(arguments, wish.intake.protocol, exit);
  if (!catalog) return {};
  return OwnCase{{std::move(wish.intake), {}, {}}, std::move(*catalog)};
}

// What a calendar must cancel: a course has earlier plans, options have none.
std::vector<rehab::Withdrawn> withdrawn_of(const Arguments& arguments, const OwnCase& own, const Wish& wish) {
  if (!arguments.has(Opt::case_file) || wish.format != "ics") return {};
  if (wish.drop_withdrawn && !names_folder(wish.output)) return {};  // a folder drops them by knowing them
  rehab::Result<std::vector<rehab::Withdrawn>> withdrawn = rehab::withdrawn(own.catalog, own.file.intake);
  return withdrawn ? std::move(*withdrawn) : std::vector<rehab::Withdrawn>();
}

int put_effect(const Arguments& arguments, const OwnCase& own, const Wish& wish) {
  std::vector<Diagnostic> problems;
  const std::vector<rehab::Entry> entries = read_what_if(arguments, own.catalog, problems);
  if (!problems.empty()) return report(arguments, problems), bad_usage;
  return put_what_if(arguments, own, entries, wish.format == "json", wish.options.width);
}

// A plan can be looked at; it is not trusted with what is to be done today.
void warn_of_what_is_ahead(const Arguments& arguments, const OwnCase& own) {
  std::vector<Diagnostic> problems = ahead_of_clock(own);
  for (Diagnostic& problem : problems) problem.level = rehab::Level::warning;
  report(arguments, problems);
}

int put_plan(const Arguments& arguments, const OwnCase& own, Wish& wish) {
  const rehab::Result<rehab::Plan> plan = plan_of(own);
  report(arguments, plan.diagnostics);
  if (!plan) return exit_code(plan.diagnostics);
  warn_of_what_is_ahead(arguments, own);

  const std::vector<rehab::Withdrawn> withdrawn = withdrawn_of(arguments, own, wish);
  wish.options.withdrawn = withdrawn;
  const std::chrono::local_days today = wish.as_of.value_or(date_at(plan->clock, now()));
  if (today >= plan->days.begin) wish.options.today = today;
  const rehab::Result<std::string> text = rehab::export_plan(*plan, wish.format, wish.options, library_log());
  report(arguments, text.diagnostics);
  if (!text) return exit_code(text.diagnostics);
  return deliver(arguments, wish, *plan, *text);
}

}  // namespace

int plan(const Arguments& arguments) {
  std::vector<Diagnostic> problems;
  Wish wish = read_wish(arguments, problems);
  if (!problems.empty()) return report(arguments, problems), bad_usage;
  int exit = done;
  const std::optional<OwnCase> own = course_of(arguments, wish, exit);
  if (!own) return exit;
  return arguments.has(Opt::what_if) ? put_effect(arguments, *own, wish) : put_plan(arguments, *own, wish);
}

}  // namespace app
