// The sessions of a phase as a table; weeks that are alike stand together.
//
//   Weeks 1–2, 4 Dec – 14 Dec
//     every day     07:30, 12:30, 18:00   Small bouts
#include <algorithm>
#include <array>
#include <optional>

#include "export/clauses.hpp"
#include "export/dates.hpp"
#include "export/dose_weeks.hpp"
#include "export/text_page.hpp"
#include "export/wording.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

struct Slot {
  minutes time;
  std::uint64_t workouts;

  friend bool operator==(const Slot&, const Slot&) = default;
};
using Day = std::optional<std::vector<Slot>>;  // none: not known, for it lies outside the phase or the person is away
using Week = std::array<Day, 7>;               // from Monday

// Weeks in which the same is done on the same weekdays.
struct Group {
  DayRange days;
  Week week;
  int first_week = 0, last_week = 0;  // of the plan; 0: no session tells
};

std::size_t index_of(local_days date) { return std::chrono::weekday{date}.iso_encoding() - 1; }

Group read_week(const Plan& plan, DayRange range) {
  Group out{range, {}, 0, 0};
  for (local_days d = range.begin; d < range.end; d += days{1})
    if (!is_away(plan, d)) out.week[index_of(d)].emplace();
  for (const Session& session : plan.sessions) {
    if (session.date < range.begin || session.date >= range.end) continue;
    const Routine& routine = plan.routine_of(session);
    Day& day = out.week[index_of(session.date)];
    if (!day) day.emplace();
    day->push_back({session.time, wording::workouts_done(plan, routine)});
    out.first_week = out.first_week == 0 ? routine.week : std::min<int>(out.first_week, routine.week);
    out.last_week = std::max<int>(out.last_week, routine.week);
  }
  return out;
}

bool alike(const Week& a, const Week& b) {
  for (std::size_t i = 0; i < 7; ++i)
    if (a[i] && b[i] && *a[i] != *b[i]) return false;
  return true;
}

void join(Group& into, const Group& next) {
  into.days.end = next.days.end;
  for (std::size_t i = 0; i < 7; ++i)
    if (!into.week[i]) into.week[i] = next.week[i];
  if (into.first_week == 0) into.first_week = next.first_week;
  into.last_week = std::max(into.last_week, next.last_week);
}

std::vector<Group> groups_of(const Plan& plan, const PhaseSpan& span) {
  std::vector<Group> out;
  for (local_days d = span.days.begin; d < span.days.end; d += days{7}) {
    const Group next = read_week(plan, {d, std::min(d + days{7}, span.days.end)});
    if (!out.empty() && alike(out.back().week, next.week)) {
      join(out.back(), next);
    } else {
      out.push_back(next);
    }
  }
  return out;
}

// --- Words -------------------------------------------------------------------------------------------------

// Bit i: the i-th weekday from Monday.
std::string days_words(const Words& words, unsigned on, unsigned known) {
  if (on == known) return words.say("every-day");
  const auto name = [&words](unsigned day) { return weekday_words(words, std::chrono::weekday{day + 1}); };
  std::string out;
  wording::Clauses clauses(out, words.glue("list"));
  for (unsigned i = 0; i < 7; ++i) {
    if (((on >> i) & 1u) == 0) continue;
    unsigned end = i;
    while (end < 6 && ((on >> (end + 1)) & 1u) != 0) ++end;
    if (end >= i + 2) {
      words.append(clauses.next(), "range", {{"least", name(i)}, {"most", name(end)}});
      i = end;
    } else {
      clauses.next() += name(i);
    }
  }
  return out;
}

// Times of one content on one day, and the days on which they are the same.
struct Line {
  std::uint64_t workouts;
  std::vector<minutes> times;
  unsigned on = 0;
};

std::vector<Line> lines_of(const Week& week) {
  std::vector<Line> out;
  for (unsigned i = 0; i < 7; ++i) {
    if (!week[i]) continue;
    std::vector<Line> day;
    for (const Slot& slot : *week[i]) {
      const auto same = std::find_if(day.begin(), day.end(), [&](const Line& l) { return l.workouts == slot.workouts; });
      if (same != day.end()) {
        same->times.push_back(slot.time);
      } else {
        day.push_back({slot.workouts, {slot.time}, 0});
      }
    }
    for (const Line& line : day) {
      const auto same =
          std::find_if(out.begin(), out.end(), [&](const Line& l) { return l.workouts == line.workouts && l.times == line.times; });
      Line& where = same == out.end() ? out.emplace_back(line) : *same;
      where.on |= 1u << i;
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Line& a, const Line& b) { return a.times.front() < b.times.front(); });
  return out;
}

std::string times_words(const Words& words, const std::vector<minutes>& times) {
  std::string out;
  wording::Clauses clauses(out, words.glue("list"));
  for (const minutes time : times) text::append_time(clauses.next(), time);
  return out;
}

std::string workouts_words(const Words& words, const Phase& phase, std::uint64_t workouts) {
  std::string out;
  wording::Clauses clauses(out, words.glue("list-plus"));
  for (const Workout& workout : phase.workouts)
    if (((workouts >> workout.number) & 1u) != 0) clauses.next() += workout.title;
  return out;
}

std::string head_of(const Words& words, const Group& group) {
  std::string out;
  if (group.first_week != 0) out = sentence(weeks_of(words, {group.first_week, group.last_week, {}})) += words.glue("list");
  append_days(out, words, group.days);
  return out;
}

void print_group(const TextPage& page, const Phase& phase, const Group& group) {
  unsigned known = 0;
  for (unsigned i = 0; i < 7; ++i) known |= group.week[i] ? 1u << i : 0u;
  const std::vector<Line> lines = lines_of(group.week);
  page.canvas.paragraph(head_of(page.words(), group), 2, Ink::dim);
  if (lines.empty()) return page.canvas.paragraph(page.words()["no-sessions-in-week"], 4);
  const bool narrow = page.canvas.width() < 64;
  for (const Line& line : lines)
    page.canvas.row({{narrow ? 9u : 14u, days_words(page.words(), line.on, known)},
                     {narrow ? 12u : 20u, times_words(page.words(), line.times)},
                     {0, workouts_words(page.words(), phase, line.workouts)}},
                    narrow ? 2 : 4);
}

}  // namespace

void print_sessions(const TextPage& page, std::uint16_t span) {
  const PhaseSpan& phase = page.plan.phases[span];
  for (const Group& group : groups_of(page.plan, phase)) print_group(page, page.plan.phase_of(phase), group);
}

}  // namespace rehab
