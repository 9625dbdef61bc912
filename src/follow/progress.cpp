// How it went: sessions by week, answers by measure.
#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "follow/days.hpp"
#include "rehab/follow.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::local_days;

std::vector<WeekDone> weeks_of(const Plan& plan) {
  std::vector<WeekDone> weeks;
  const local_days end = std::min(plan.as_of->date + days{1}, plan.days.end);
  for (local_days begin = plan.days.begin; begin < end; begin += days{7}) {
    WeekDone week;
    week.days = {begin, std::min(begin + days{7}, plan.days.end)};
    weeks.push_back(week);
  }
  for (const Session& session : plan.sessions) {
    const auto w = static_cast<std::size_t>((session.date - plan.days.begin).count() / 7);
    if (w >= weeks.size()) continue;
    ++weeks[w].planned;
    if (!follow::is_lived(plan, session)) continue;
    ++weeks[w].lived;
    if (session.done == Done::all) ++weeks[w].all;
    if (session.done == Done::part) ++weeks[w].part;
    if (session.done == Done::none) ++weeks[w].none;
  }
  return weeks;
}

// The days of which anything is known: a session, a pain, a measure.
int days_reported(const Plan& plan) {
  std::vector<local_days> reported;
  for (const Entry* entry : follow::entries_of(plan))
    if ((entry->done || entry->pain || !entry->measured.empty() || !entry->sets_done.empty()) && entry->date < plan.days.end)
      reported.push_back(entry->date);
  std::sort(reported.begin(), reported.end());
  return static_cast<int>(std::unique(reported.begin(), reported.end()) - reported.begin());
}

// What was answered to one question. Entries come in the order in which they became known, so that the later one of a slot counts.
using Answers = std::map<Moment, Point>;

Answers pain_of(const Plan& plan) {
  Answers out;
  for (const Entry* entry : follow::entries_of(plan))
    if (entry->pain) out[entry->moment()] = Point{entry->moment(), static_cast<double>(*entry->pain), {}};
  return out;
}

Answers answers_of(const Plan& plan, const Measure& measure) {
  Answers out;
  for (const Entry* entry : follow::entries_of(plan))
    for (const Reading& reading : entry->measured)
      if (reading.measure == measure.id) out[entry->moment()] = Point{entry->moment(), reading.value, reading.other};
  return out;
}

Course::Verdict verdict(const Course& course, std::optional<double> noise) {
  if (course.points.size() == 1) return Course::Verdict::single;
  if (course.change() == 0) return Course::Verdict::same;
  if (!noise) return Course::Verdict::unknown;
  return std::abs(course.change()) <= *noise ? Course::Verdict::within_noise : Course::Verdict::beyond_noise;
}

std::optional<Course> course_of(const Answers& answers, Index<Measure> measure, std::optional<double> noise) {
  if (answers.empty()) return {};
  Course course;
  course.measure = measure;
  for (const auto& [at, point] : answers) course.points.push_back(point);
  course.verdict = verdict(course, noise);
  return course;
}

std::optional<int> pain_allowed(const Plan& plan) {
  std::optional<int> allowed;
  for (const Session& session : plan.sessions) {
    if (!follow::is_lived(plan, session)) break;
    if (const Figure& most = plan.routine_of(session).pain_max; most.value) allowed = most.value->max;
  }
  return allowed;
}

Index<Measure> pain_measure(const Catalog& catalog) {
  for (std::size_t i = 0; i < catalog->measures.size(); ++i)
    if (catalog->measures[i].id == "pain") return {static_cast<std::uint16_t>(i)};
  return {};
}

}  // namespace

Progress progress(const Plan& plan) {
  Progress out;
  if (!plan.as_of || plan.as_of->date < plan.days.begin) return out;
  out.weeks = weeks_of(plan);
  out.days_lived = static_cast<int>((std::min(plan.as_of->date + days{1}, plan.days.end) - plan.days.begin).count());
  out.days_reported = days_reported(plan);
  out.pain = course_of(pain_of(plan), pain_measure(plan.catalog), {});
  out.pain_allowed = pain_allowed(plan);
  for (const Measure::Asked when : {Measure::Asked::morning, Measure::Asked::week, Measure::Asked::session, Measure::Asked::test})
    for (std::size_t i = 0; i < plan.catalog->measures.size(); ++i) {
      const Measure& measure = plan.catalog->measures[i];
      if (measure.asked != when) continue;
      if (std::optional<Course> course = course_of(answers_of(plan, measure), {static_cast<std::uint16_t>(i)}, measure.noise))
        out.courses.push_back(std::move(*course));
    }
  return out;
}

}  // namespace rehab
