#include "rehab/explain.hpp"

#include <utility>

#include "arguments.hpp"
#include "commands.hpp"
#include "intake.hpp"
#include "library.hpp"
#include "own_case.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"

namespace app {
namespace {

using rehab::Diagnostic;

struct Question {
  rehab::Case intake;
  std::optional<int> week;
  std::optional<std::chrono::local_days> date;
  int width = 80;
};

// Of --week and --date exactly one, and days of the calendar only beside a start.
void check_moment(const Arguments& arguments, ValueReader& read) {
  const bool week = arguments.has(Opt::week), date = arguments.has(Opt::date);
  const bool start = arguments.has(Opt::start) || arguments.has(Opt::case_file);
  if (!week && !date)
    read.complain(Opt::week, "neither `--week` nor `--date` is given",
                  "add `--week 1` for a week of the protocol, `--start` and `--date` for a day of a plan, or `--case` and `--date` "
                  "for one of your case");
  if (week && date) read.complain(Opt::date, "`--week` and `--date` are both given", "leave one of them out");
  if (date && !start)
    read.complain(Opt::start, "`--date` stands without `--start`", "add the first day of the plan, as `--start 2026-12-01`");
  if (!date && !start && arguments.has(Opt::away))
    read.complain(Opt::away, "`--away` stands without `--start`", "add the first day of the plan, as `--start 2026-12-01`");
}

Question read_question(const Arguments& arguments, std::vector<Diagnostic>& problems) {
  constexpr int most_weeks = 99;  // the library knows how many the plan has
  ValueReader read(arguments, problems);
  Question question;
  if (!arguments.has(Opt::case_file)) question.intake = read_case(arguments, problems);
  check_beside_case(arguments, problems);
  question.week = read.number(Opt::week, 1, most_weeks);
  question.date = read.date(Opt::date);
  question.width = read_width(arguments, problems);
  check_moment(arguments, read);
  return question;
}

// Of the case, of a plan that begins on --start, or nobody's. None: reported, and `exit` holds the code.
std::optional<rehab::Plan> plan_for(const Arguments& arguments, const Question& question, int& exit) {
  std::optional<OwnCase> own;
  if (arguments.has(Opt::case_file)) {
    own = load_case(arguments, exit);
  } else if (std::optional<rehab::Catalog> catalog = load_catalog(arguments, question.intake.protocol, exit)) {
    own = OwnCase{{question.intake, {}, {}}, std::move(*catalog)};
  }
  if (!own) return {};
  const bool dated = arguments.has(Opt::case_file) || arguments.has(Opt::start);
  rehab::Result<rehab::Plan> plan = dated ? plan_of(*own) : rehab::undated_plan(own->catalog, own->file.intake);
  report(arguments, plan.diagnostics);
  if (!plan) exit = exit_code(plan.diagnostics);
  return std::move(plan.value);
}

}  // namespace

int explain(const Arguments& arguments) {
  std::vector<Diagnostic> problems;
  const Question question = read_question(arguments, problems);
  if (!problems.empty()) return report(arguments, problems), bad_usage;

  int exit = done;
  const std::optional<rehab::Plan> plan = plan_for(arguments, question, exit);
  if (!plan) return exit;
  const rehab::Result<rehab::Explanation> why =
      question.date ? rehab::explain_day(*plan, *question.date) : rehab::explain_week(*plan, *question.week);
  report(arguments, why.diagnostics);
  if (!why) return exit_code(why.diagnostics);
  if (arguments.has(Opt::json)) return put(arguments, rehab::explanation_json(*why));
  return put(arguments, rehab::explanation_text(*why, question.width, color_for_data(arguments)));
}

}  // namespace app
