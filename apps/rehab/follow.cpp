// The pages of a plan that runs: today, history, progress.
#include "rehab/follow.hpp"

#include <algorithm>

#include "arguments.hpp"
#include "commands.hpp"
#include "intake.hpp"
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

// The plan as of its last entry.
rehab::Result<Plan> as_of_the_diary(const OwnCase& own, const Page&) { return plan_of(own); }

// The plan at the dawn of the day. What was lived up to then without a word was lived: a test that was not done then was not done.
rehab::Result<Plan> as_of_the_day(const OwnCase& own, const Page& page) {
  if (std::vector<Diagnostic> problems = ahead_of_clock(own); !problems.empty()) return problems;
  const rehab::Case& intake = own.file.intake;
  const std::chrono::local_days today = date_in(intake.zone, now());
  rehab::Moment lived{std::min(page.date.value_or(today), today) - std::chrono::days(1), rehab::Slot::bedtime};
  for (const rehab::Entry& entry : intake.diary) lived = std::max(lived, entry.known());
  return plan_of(own, lived.date < intake.start ? std::nullopt : std::optional(lived));
}

// `print` writes the page of the plan that `make` makes.
template <class Make, class Print>
int put_page(const Arguments& arguments, Make make, Print print) {
  std::vector<Diagnostic> problems;
  check_case(arguments, problems);
  const Page page{ValueReader(arguments, problems).date(Opt::shown_date), read_width(arguments, problems),
                  color_for_data(arguments), arguments.has(Opt::json)};
  if (!problems.empty()) return report(arguments, problems), bad_usage;
  int exit = done;
  const std::optional<OwnCase> own = load_case(arguments, exit);
  if (!own) return exit;
  const rehab::Result<Plan> plan = make(*own, page);  // its warnings are told with the plan, not every day
  if (!plan) return report(arguments, plan.diagnostics), exit_code(plan.diagnostics);
  return put(arguments, print(*plan, page));
}

}  // namespace

int today(const Arguments& arguments) {
  return put_page(arguments, as_of_the_day, [](const Plan& plan, const Page& page) {
    const std::chrono::local_days date = page.date.value_or(date_in(plan.intake.zone, now()));
    return page.json ? rehab::today_json(plan, date) : rehab::today_text(plan, date, page.width, page.color);
  });
}

int history(const Arguments& arguments) {
  return put_page(arguments, as_of_the_diary, [](const Plan& plan, const Page& page) {
    return page.json ? rehab::history_json(plan) : rehab::history_text(plan, page.width, page.color);
  });
}

int progress(const Arguments& arguments) {
  return put_page(arguments, as_of_the_diary, [](const Plan& plan, const Page& page) {
    return page.json ? rehab::progress_json(plan) : rehab::progress_text(plan, page.width, page.color);
  });
}

}  // namespace app
