// The plan and the slow replay, side by side.
#include <algorithm>

#include "support/slow_replay.hpp"
#include "text/append.hpp"

namespace rehab_test {

using namespace rehab;

namespace {

void add(std::string& out, std::int64_t number) {
  out += ' ';
  text::append_number(out, number);
}

void add(std::string& out, std::chrono::local_days date) {
  out += ' ';
  text::append_date(out, date);
}

std::string line(const SlowSpan& s) {
  std::string out = "phase";
  add(out, static_cast<int>(s.phase));
  out += " visit";
  add(out, s.visit);
  add(out, s.begin);
  add(out, s.end);
  return out;
}

std::string line(const SlowSession& s) {
  std::string out = "session";
  add(out, s.date);
  (out += ' ') += name(s.part);
  for (int n = 0; n < 64; ++n) {
    if ((s.workouts >> n & 1) != 0) (out += " w") += std::to_string(n);
  }
  out += " no.";
  add(out, s.ordinal);
  out += " of phase";
  add(out, static_cast<int>(s.phase));
  out += " visit";
  add(out, s.visit);
  for (const SlowDose& d : s.doses) {
    out += ", dose";
    for (const int number : {static_cast<int>(d.workout), static_cast<int>(d.dose), d.volume, d.rung, d.steps}) add(out, number);
  }
  if (s.done) (out += " done ") += name(*s.done);
  if (s.pain) add(out += " pain", *s.pain);
  return out;
}

std::string line(const SlowChange& c) {
  std::string out = "change";
  add(out, c.date);
  out += " rule";
  add(out, static_cast<int>(c.rule));
  out += " cause";
  add(out, static_cast<int>(c.cause));
  out += " span";
  add(out, static_cast<int>(c.span));
  return out;
}

std::string line(const SlowStanding& s) {
  std::string out = "standing";
  std::apply([&](auto... numbers) { (add(out, numbers), ...); }, s);
  return out;
}

// What one of two lists has more often than the other.
template <class T>
void compare(std::string& out, const char* what, const std::vector<T>& plan, const std::vector<T>& slow) {
  int told = 0;
  const auto only = [&](const char* whose, const std::vector<T>& has, const std::vector<T>& other) {
    for (const T& each : has) {
      if (std::count(has.begin(), has.end(), each) == std::count(other.begin(), other.end(), each) || ++told > 6) continue;
      (((out += what) += whose) += line(each)) += '\n';
    }
  };
  only(" of the plan: ", plan, slow);
  only(" of the slow replay: ", slow, plan);
  if (told == 0 && plan != slow) (out += what) += " in another order\n";
}

}  // namespace

SlowResult result_of(const Plan& plan) {
  SlowResult out;
  out.ending = plan.ending;
  // A visit that ended before its first day has no days: nothing of it is compared, and what it decided is told of the one before.
  std::vector<std::size_t> number;
  for (const PhaseSpan& span : plan.phases) {
    if (span.days.begin < span.days.end) out.spans.push_back({span.phase, span.visit, span.days.begin, span.days.end});
    number.push_back(out.spans.empty() ? 0 : out.spans.size() - 1);
  }
  for (const Session& s : plan.sessions) {
    const Routine& routine = plan.routine_of(s);
    const PhaseSpan& span = plan.span_of(s);
    SlowSession session{s.date, s.part, routine.workouts, s.ordinal, span.phase, span.visit, {}, s.done, s.pain};
    for (const PlannedDose& d : plan.doses_of(s))
      session.doses.push_back({d.workout, d.dose, d.volume_percent, d.rung, d.load_steps});
    out.sessions.push_back(session);
  }
  for (const Change& c : plan.changes) {
    if (c.rule == Change::Rule::entry_outside) {
      out.changes.push_back({{}, 0, c.rule, c.cause});  // of the plan as a whole
    } else if (c.rule >= Change::Rule::held) {
      out.changes.push_back({c.date, number[c.phase], c.rule, c.cause});
    }
  }
  std::sort(out.changes.begin(), out.changes.end());
  for (const Standing& s : plan.standings) {
    const int exercise = s.exercise ? s.exercise.value : -1, ladder = s.ladder ? *s.ladder : -1, load = s.load ? *s.load : -1;
    const SlowStanding standing{exercise, ladder, load, s.load_raised, s.load_lowered, s.rung, s.rungs_lowered, s.volume_lowered};
    if (standing != SlowStanding{exercise, ladder, load, 0, 0, 0, 0, 0}) out.standings.push_back(standing);
  }
  std::sort(out.standings.begin(), out.standings.end());
  return out;
}

std::string slow_differences(const SlowResult& plan, const SlowResult& slow) {
  std::string out;
  compare(out, "changes", plan.changes, slow.changes);
  compare(out, "phases", plan.spans, slow.spans);
  compare(out, "sessions", plan.sessions, slow.sessions);
  compare(out, "standings", plan.standings, slow.standings);
  if (plan.ending != slow.ending) {
    out += "ending: plan";
    add(out, static_cast<int>(plan.ending));
    out += ", slow";
    add(out, static_cast<int>(slow.ending));
    out += '\n';
  }
  return out;
}

}  // namespace rehab_test
