// Simulated patients live through every built-in protocol and severity to its end. With REHAB_PATIENTS in the environment the table
// of what happened to them is printed.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "plan/prescribe.hpp"
#include "support/catch.hpp"
#include "support/patient.hpp"

using namespace rehab;
using rehab_test::Outcome;

namespace {

constexpr int patients = 4;  // of each protocol and severity

Case sample(const Protocol& protocol, Severity severity) {
  Case intake;
  intake.protocol = protocol.id;
  intake.severity = severity;
  intake.side = Side::left;
  intake.start = day(2026, 12, 1);
  intake.clearance = Clearance{"orthopaedic practice", day(2026, 11, 30)};
  return intake;
}

int most(const Figure& figure) { return figure.value ? figure.value->max : 0; }

// Is the dose within what the protocol gives on some rung in some week up to this one?
bool within_protocol(const Plan& plan, const Routine& routine, const PlannedDose& dose) {
  if (dose.volume_percent > 100 || (dose.ladder && dose.rung > dose.last_rung)) return false;
  if (dose.ladder) return true;  // its rungs have numbers of their own
  for (int week = 1; week <= routine.week_of_phase; ++week) {
    const Plan plain = plan::prescribe_phase(plan.catalog, plan.protocol_index, plan.intake, plan.phases[routine.phase].phase,
                                             {week, week}, routine.workouts);
    for (const PlannedDose& asked : plain.doses) {
      const bool same = asked.workout == dose.workout && asked.dose == dose.dose && asked.exercise == dose.exercise;
      if (same && most(dose.sets) <= std::max(1, most(asked.sets)) && most(dose.reps) <= most(asked.reps) &&
          most(dose.hold_s) <= most(asked.hold_s) && most(dose.duration_min) <= most(asked.duration_min))
        return true;
    }
  }
  return false;
}

int count(const Plan& plan, Change::Rule rule) {
  return static_cast<int>(
      std::count_if(plan.changes.begin(), plan.changes.end(), [rule](const Change& c) { return c.rule == rule; }));
}

void print(const Outcome& course) {
  static constexpr const char* endings[] = {"proceed", "review", "stopped"};
  const Plan& plan = course.plan;
  std::printf(
      "%-40s %-8s %d %4d %4d %5d %5d %5.1f %5d %5d %5d %5d %5d %5d %5d %s\n", course.protocol.c_str(), course.severity.c_str(),
      course.patient, course.planned_days, static_cast<int>((plan.days.end - plan.days.begin).count()), course.sessions,
      course.missed, course.worst_pain, course.breaches, count(plan, Change::Rule::held), count(plan, Change::Rule::moved_on),
      count(plan, Change::Rule::restarted) + count(plan, Change::Rule::stepped_back), count(plan, Change::Rule::rung_raised),
      count(plan, Change::Rule::load_raised), count(plan, Change::Rule::stopped), endings[static_cast<std::size_t>(plan.ending)]);
  if (plan.changes.empty()) return;
  for (const Change& change : plan.changes) {
    const bool end =
        change.rule == Change::Rule::stopped || change.rule == Change::Rule::ended_unmet || change.rule == Change::Rule::cut_short;
    if (end) std::printf("    %s\n", describe(plan, change).c_str());
  }
}

}  // namespace

TEST_CASE("simulated patients come to an end of every protocol, and none gets more than it gives") {
  const Catalog catalog = builtin_catalog();
  const bool table = std::getenv("REHAB_PATIENTS") != nullptr;
  if (table)
    std::printf(
        "protocol, severity, patient | days planned, lived | sessions, missed, worst pain | rests, holds, early moves, begun "
        "again, rungs, loads, stops | ending\n");
  for (const Protocol& protocol : catalog->protocols) {
    for (const Severity severity : severities) {
      if (!make_plan(catalog, sample(protocol, severity))) continue;  // referred
      for (int patient = 1; patient <= patients; ++patient) {
        const Outcome course = rehab_test::live(catalog, sample(protocol, severity), patient);
        INFO(protocol.id << ' ' << name(severity) << ' ' << patient);
        CHECK(course.over);
        CHECK(course.plan.revision > 0);
        CHECK(course.plan.weeks <= 12);
        bool within = true;
        for (const Routine& routine : course.plan.routines)
          for (const PlannedDose& dose : course.plan.doses_of(routine))
            within = within && within_protocol(course.plan, routine, dose);
        CHECK(within);
        if (table) print(course);
      }
    }
  }
}
