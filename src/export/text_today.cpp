// What is done today, exercise by exercise, so that nothing else must be read before a session.
#include <algorithm>
#include <iterator>

#include "export/dates.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

using std::chrono::local_days;

std::vector<const Session*> sessions_on(const Plan& plan, local_days date) {
  std::vector<const Session*> out;
  for (const Session& session : plan.sessions)
    if (session.date == date) out.push_back(&session);
  return out;
}

void print_dose(const TextPage& page, const PlannedDose& dose, int number) {
  std::string line;
  wording::append_exercise(line, page.plan, dose);
  page.canvas.blank();
  page.canvas.item(line, 2, Ink::bold, std::to_string(number) + '.');
  line.clear();
  if (wording::append_dose(line, page.plan, dose)) page.canvas.paragraph(sentence(line), 5, Ink::accent);
  print_steps(page, page.catalog()[dose.exercise], 5);
  line.clear();
  if (wording::append_rung(line, page.plan, dose)) page.canvas.paragraph(sentence(line) + ".", 5);
}

// Equal sessions of the day are explained once: their times, then what to do.
void print_routine(const TextPage& page, std::uint32_t routine, const std::vector<const Session*>& today) {
  std::vector<const Session*> these;
  std::copy_if(today.begin(), today.end(), std::back_inserter(these), [&](const Session* s) { return s->routine == routine; });
  std::string head;
  for (const Session* session : these) {
    if (!head.empty()) head += session == these.back() ? " and " : ", ";
    text::append_time(head, session->time);
  }
  head += ": ";
  wording::append_workouts(head, page.plan, page.plan.routines[routine]);
  page.canvas.subheading(head);
  int number = 0;
  for (const PlannedDose& dose : page.plan.doses_of(page.plan.routines[routine])) print_dose(page, dose, ++number);
}

void print_next(const TextPage& page, local_days today) {
  const auto later = [today](const Session& session) { return session.date > today; };
  const auto next = std::find_if(page.plan.sessions.begin(), page.plan.sessions.end(), later);
  std::string line = "No session today: rest is part of the plan.";
  if (next != page.plan.sessions.end()) {
    append_day(line += " The next is on ", page.words(), next->date);
    text::append_time(line += " at ", next->time);
    line += ": ";
    wording::append_workouts(line, page.plan, page.plan.routine_of(*next));
    line += '.';
  }
  page.canvas.paragraph(line);
}

void print_limits_of_the_day(const TextPage& page, const Routine& routine) {
  std::string line;
  wording::append_phase_line(line, page.plan, routine);
  page.canvas.paragraph(sentence(line) + ".");
  line.clear();
  if (wording::append_pain_line(line, page.plan, routine)) page.canvas.paragraph(sentence(line));
}

}  // namespace

void print_today(const TextPage& page) {
  if (!page.options.today) return;
  const local_days today = *page.options.today;
  if (today < page.plan.days.begin) return;
  std::string head = "Today, ";
  append_full_day(head, page.words(), today);
  page.canvas.heading(head);
  if (today >= page.plan.days.end) return page.canvas.paragraph("The plan is over; see its last section.");
  const std::vector<const Session*> sessions = sessions_on(page.plan, today);
  if (sessions.empty()) return print_next(page, today);
  print_limits_of_the_day(page, page.plan.routine_of(*sessions.front()));
  std::vector<std::uint32_t> told;
  for (const Session* session : sessions) {
    if (std::find(told.begin(), told.end(), session->routine) != told.end()) continue;
    told.push_back(session->routine);
    print_routine(page, session->routine, sessions);
  }
}

}  // namespace rehab
