// A small health app: it asks the safety questions, keeps a case in memory, shows each day's session, takes an entry of the diary,
// shows what that changed, and at the end writes the calendar.
//
//   health_app 2026-12-01 plan.ics          answers come from standard input:
//   all 2                                   done: all, part or none; then the worst pain, 0 to 10
//   stop                                    enough for today: write the calendar
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "rehab/rehab.hpp"

namespace {

using rehab::Plan;
using std::chrono::local_days;

void tell(const std::vector<rehab::Diagnostic>& diagnostics) {
  for (const rehab::Diagnostic& d : diagnostics) std::cerr << rehab::render(d);
}

// The app knows the day, the library has no clock. 2026-12-01
bool read_day(const char* text, local_days& out) {
  int year = 0;
  unsigned month = 0, day = 0;
  if (std::sscanf(text, "%d-%u-%u", &year, &month, &day) != 3) return false;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!date.ok()) return false;
  out = local_days{date};
  return true;
}

// What must be asked before the first plan: the red flags, and what is true only of people who need a clinician's release. One yes
// is enough. The library refuses such a plan; the app sees to it that the questions are asked.
bool ask_safety_questions(const rehab::Catalog& catalog, const rehab::Protocol& protocol) {
  for (const rehab::RedFlag& flag : catalog->red_flags)
    if (flag.moment == rehab::RedFlag::Moment::screening && flag.concerns(protocol.condition))
      std::cout << "- " << flag.ask << '\n';
  for (const rehab::Tag& tag : catalog->tags)
    if (tag.clearance) std::cout << "- " << tag.ask << '\n';
  std::cout << "is one of these a yes? yes or no: " << std::flush;
  std::string answer;
  return std::getline(std::cin, answer) && answer == "no";
}

// "all 2"; false for anything else.
bool read_entry(const std::string& line, rehab::Entry& out) {
  std::istringstream words(line);
  std::string done, beyond;
  int pain = 0;
  if (!(words >> done >> pain) || (words >> beyond) || pain < 0 || pain > 10) return false;
  for (const rehab::Done each : {rehab::Done::all, rehab::Done::part, rehab::Done::none})
    if (done == rehab::name(each)) out.done = each;
  out.pain = pain;
  return out.done.has_value();
}

// The next day from `from` on that has a session; the end of the plan, if there is none.
local_days next_training(const Plan& plan, local_days from) {
  for (const rehab::Session& session : plan.sessions)
    if (session.date >= from) return session.date;
  return plan.days.end;
}

// Lives the plan day by day as long as the person answers.
bool live(const rehab::Catalog& catalog, rehab::Case& person, Plan& plan) {
  std::string line;
  for (local_days today = next_training(plan, person.start); today < plan.days.end; today = next_training(plan, today)) {
    std::cout << rehab::today_text(plan, today) << "\nhow was it? " << std::flush;
    rehab::Entry entry{.date = today};
    while (std::getline(std::cin, line) && line != "stop" && !read_entry(line, entry))
      std::cout << "say all, part or none, and the worst pain from 0 to 10, or stop: " << std::flush;
    if (!std::cin || line == "stop") return true;
    person.diary.push_back(entry);
    rehab::Result<Plan> next = rehab::make_plan(catalog, person);
    tell(next.diagnostics);
    if (!next) return false;
    std::cout << '\n' << rehab::comparison_text(rehab::compare(plan, *next)) << '\n';
    plan = std::move(*next);
    today += std::chrono::days{1};
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  rehab::Case person{.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7",  // made once for one course, and kept
                     .protocol = "calf-strain",
                     .severity = rehab::Severity::mild,
                     .zone = "Europe/Berlin",
                     .equipment = {{"step"}}};
  if (argc != 3 || !read_day(argv[1], person.start)) return std::cerr << "usage: health_app 2026-12-01 plan.ics\n", 2;

  const rehab::Catalog catalog = rehab::builtin_catalog();
  if (!ask_safety_questions(catalog, *catalog.find(person.protocol))) return std::cout << "see a clinician first\n", 5;
  rehab::Result<Plan> plan = rehab::make_plan(catalog, person);
  tell(plan.diagnostics);
  if (!plan || !live(catalog, person, *plan)) return 4;

  // The same sessions keep their identity, and those that are no more are cancelled: the person's calendar follows.
  const rehab::Result<std::vector<rehab::Withdrawn>> gone = rehab::withdrawn(catalog, person);
  if (!gone) return tell(gone.diagnostics), 4;
  const rehab::Result<std::string> calendar = rehab::export_plan(*plan, "ics", {.withdrawn = *gone});
  tell(calendar.diagnostics);
  if (!calendar) return 4;
  std::ofstream file(argv[2], std::ios::binary);
  file << *calendar;
  if (!file.flush()) return std::cerr << argv[2] << " cannot be written\n", 6;
  std::cout << "wrote " << argv[2] << ": " << plan->sessions.size() << " sessions, " << person.diary.size() << " entries\n";
}
