// What is done today, exercise by exercise, so that nothing else must be read before a session.
#include <algorithm>
#include <array>
#include <iterator>

#include "export/clauses.hpp"
#include "export/dates.hpp"
#include "export/standstill.hpp"
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

void print_dose(const TextPage& page, const PlannedDose& dose, int number, bool steps) {
  std::string line;
  wording::append_exercise(line, page.plan, dose);
  page.canvas.blank();
  page.canvas.item(line, 2, Ink::bold, std::to_string(number) + '.');
  line.clear();
  if (wording::append_dose(line, page.plan, dose)) page.canvas.paragraph(sentence(line), 5, Ink::accent);
  if (!steps) return;
  print_steps(page, page.catalog()[dose.exercise], 5);
  line.clear();
  if (wording::append_rung(line, page.plan, dose)) page.canvas.paragraph(full_sentence(page.words(), line), 5);
}

// "07:30, 12:30 and 18:00"
void append_times(std::string& out, const Words& words, const std::vector<const Session*>& sessions) {
  for (const Session* session : sessions) {
    if (session != sessions.front()) out += words.glue(session == sessions.back() ? Phrase("list-and") : Phrase("list"));
    text::append_time(out, session->time);
  }
}

// "07:30 done, pain 2 of 10"
void append_done(std::string& out, const Words& words, const Session& session) {
  // By Done.
  constexpr std::array<Phrase, 3> how_much{"session-done", "session-done-in-part", "session-left-out"};
  const auto time = [&](std::string& to) { text::append_time(to, session.time); };
  wording::Clauses clauses(out, words.glue("list"));
  if (session.done) words.append(clauses.next(), how_much[static_cast<std::size_t>(*session.done)], {{"time", time}});
  if (!session.done) words.append(clauses.next(), "session-reported", {{"time", time}});
  if (session.pain) words.append(clauses.next(), "session-pain", {{"pain", *session.pain}});
}

std::string done_already(const Words& words, const std::vector<const Session*>& sessions) {
  std::string out;
  wording::Clauses clauses(out, words.glue("list-parts"));
  for (const Session* session : sessions)
    if (session->done || session->pain) append_done(clauses.next(), words, *session);
  return out;
}

// The workouts that rest since today, of sessions that might still be done. Whether any session is left that needs its steps.
bool print_left_out(const TextPage& page, const std::vector<const Session*>& sessions) {
  const Routine& routine = page.plan.routine_of(*sessions.front());
  std::uint64_t resting = 0;
  bool steps = false;
  for (const Session* session : sessions) {
    const std::uint64_t rests = resting_since_today(page.plan, *session);
    resting |= rests;
    steps = steps || (!session->done && rests != routine.workouts);
  }
  if (resting == 0) return steps;
  std::string workouts;
  wording::Clauses clauses(workouts, page.words().glue("list-and"));
  for (const Workout& workout : page.plan.phase_of(page.plan.phases[routine.phase]).workouts)
    if (((resting >> workout.number) & 1u) != 0) clauses.next() += workout.title;
  page.canvas.item(page.words().say("leave-out", {{"workouts", std::string_view(workouts)}}), 2, Ink::caution, "!");
  return steps;
}

// Equal sessions of the day are explained once: their times, what was done of them, then what to do. What is over needs no steps.
void print_routine(const TextPage& page, std::uint32_t routine, const std::vector<const Session*>& today) {
  std::vector<const Session*> these;
  std::copy_if(today.begin(), today.end(), std::back_inserter(these), [&](const Session* s) { return s->routine == routine; });
  const auto times = [&](std::string& to) { append_times(to, page.words(), these); };
  const auto workouts = [&](std::string& to) { wording::append_workouts(to, page.plan, page.plan.routines[routine]); };
  page.canvas.subheading(page.words().say("labelled", {{"label", times}, {"text", workouts}}));
  if (const std::string done = done_already(page.words(), these); !done.empty())
    page.canvas.item(full_sentence(page.words(), done), 2, Ink::bold, "✓");
  const bool steps = print_left_out(page, these);
  int number = 0;
  for (const PlannedDose& dose : page.plan.doses_of(page.plan.routines[routine])) print_dose(page, dose, ++number, steps);
}

}  // namespace

void print_next(const TextPage& page, local_days today, std::string_view why) {
  const auto later = [today](const Session& session) { return session.date > today; };
  const auto next = std::find_if(page.plan.sessions.begin(), page.plan.sessions.end(), later);
  const Words words = page.words();
  std::string line(why);
  if (next != page.plan.sessions.end()) {
    line += words.glue("sentences");
    words.append(line, "next-session",
                 {{"day", [&](std::string& to) { append_day(to, words, next->date); }},
                  {"time", [&](std::string& to) { text::append_time(to, next->time); }},
                  {"workouts", [&](std::string& to) { wording::append_workouts(to, page.plan, page.plan.routine_of(*next)); }}});
  }
  page.canvas.paragraph(line);
}

namespace {

void print_limits_of_the_day(const TextPage& page, const Routine& routine) {
  std::string line;
  wording::append_phase_line(line, page.plan, routine);
  page.canvas.paragraph(full_sentence(page.words(), line));
  line.clear();
  if (wording::append_pain_line(line, page.plan, routine)) page.canvas.paragraph(sentence(line));
}

}  // namespace

void print_today(const TextPage& page) {
  if (!page.options.today) return;
  const local_days today = *page.options.today;
  if (today < page.plan.days.begin || !open_stops(page.plan, today).empty()) return;  // the top of the page tells of a stop
  const auto day = [&](std::string& to) { append_full_day(to, page.words(), today); };
  page.canvas.heading(page.words().say("section-today", {{"day", day}}));
  if (today >= page.plan.days.end) {
    page.canvas.paragraph(page.words()["plan-over"]);
    return print_early_end(page.canvas, page.plan);
  }
  const std::vector<const Session*> sessions = sessions_on(page.plan, today);
  if (sessions.empty()) return print_next(page, today, why_no_session(page.plan, today));
  print_day(page, sessions);
}

void print_day(const TextPage& page, const std::vector<const Session*>& sessions) {
  print_limits_of_the_day(page, page.plan.routine_of(*sessions.front()));
  std::vector<std::uint32_t> told;
  for (const Session* session : sessions) {
    if (std::find(told.begin(), told.end(), session->routine) != told.end()) continue;
    told.push_back(session->routine);
    print_routine(page, session->routine, sessions);
  }
}

}  // namespace rehab
