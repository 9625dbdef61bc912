// The pages of a plan that runs: today, history, progress.
#include "rehab/follow.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "intake.hpp"
#include "log.hpp"
#include "machine.hpp"
#include "own_case.hpp"
#include "report.hpp"
#include "terminal.hpp"
#include "values.hpp"

namespace app {
namespace {

using rehab::Diagnostic;
using rehab::Plan;

struct Page {
  std::optional<std::chrono::local_days> date;
  int width = 80;
  bool color = false, json = false;
};

// `print` writes the page of the plan as of the last entry.
template <class Print>
int put_page(const Arguments& arguments, Print print) {
  std::vector<Diagnostic> problems;
  check_case(arguments, problems);
  const Page page{ValueReader(arguments, problems).date(Opt::shown_date), read_width(arguments, problems),
                  color_for_data(arguments), arguments.has(Opt::json)};
  if (!problems.empty()) return report(arguments, problems), bad_usage;
  int exit = done;
  const std::optional<OwnCase> own = load_case(arguments, exit);
  if (!own) return exit;
  const rehab::Result<Plan> plan = plan_of(arguments, *own);  // its warnings are told with the plan, not every day
  if (!plan) return report(arguments, plan.diagnostics), exit_code(plan.diagnostics);
  log_line("sessions planned", plan->sessions.size());
  return put(arguments, print(*plan, page));
}

}  // namespace

int today(const Arguments& arguments) {
  return put_page(arguments, [](const Plan& plan, const Page& page) {
    const std::chrono::local_days date = page.date.value_or(date_in(plan.intake.zone, now()));
    return page.json ? rehab::today_json(plan, date) : rehab::today_text(plan, date, page.width, page.color);
  });
}

int history(const Arguments& arguments) {
  return put_page(arguments, [](const Plan& plan, const Page& page) {
    return page.json ? rehab::history_json(plan) : rehab::history_text(plan, page.width, page.color);
  });
}

int progress(const Arguments& arguments) {
  return put_page(arguments, [](const Plan& plan, const Page& page) {
    return page.json ? rehab::progress_json(plan) : rehab::progress_text(plan, page.width, page.color);
  });
}

}  // namespace app
