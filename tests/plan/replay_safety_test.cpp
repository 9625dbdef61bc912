// What keeps people safe whatever their diary says, over random protocols, cases and diaries.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "plan/prescribe.hpp"
#include "support/replay_laws.hpp"

using namespace rehab;
using rehab_test::hold;
using rehab_test::made;
using rehab_test::moment_of;
using rehab_test::Situation;
using std::chrono::days;
using std::chrono::local_days;

namespace {

bool after_pain(const Change& c) {
  return c.rule >= Change::Rule::load_lowered && c.rule <= Change::Rule::volume_lowered &&
         (c.cause == Change::Cause::pain || c.cause == Change::Cause::mornings || c.cause == Change::Cause::weekly_rise);
}

// Which dose of the protocol it is; the same from session to session.
using Which = std::tuple<std::uint16_t, std::uint16_t, std::uint16_t, std::uint16_t, std::uint16_t>;

Which which(const Plan& plan, const Session& session, const PlannedDose& d) {
  const Index<Exercise> written = d.instead_of ? d.instead_of : d.exercise;
  return {plan.routine_of(session).phase, d.workout, d.dose, d.ladder ? std::uint16_t{0} : written.value,
          plan.routine_of(session).week_of_phase};
}

int most(const Figure& figure) { return figure.value ? figure.value->max : 0; }

// Not above in anything that makes it harder.
bool no_more(const PlannedDose& now, const PlannedDose& before) {
  const bool same_rung = now.rung == before.rung;
  const bool lighter = !now.load_now || !before.load_now || *now.load_now <= *before.load_now;
  return now.rung <= before.rung && now.volume_percent <= before.volume_percent && now.load_steps <= before.load_steps && lighter &&
         (!same_rung ||
          (most(now.sets) <= most(before.sets) && most(now.sets) * most(now.reps) <= most(before.sets) * most(before.reps)));
}

bool raises_dose(const Change& c) {
  return c.rule == Change::Rule::load_raised || c.rule == Change::Rule::rung_raised || c.rule == Change::Rule::load_returned ||
         c.rule == Change::Rule::rung_returned || c.rule == Change::Rule::volume_returned;
}

bool off(const Case& intake, local_days date) {
  return std::any_of(intake.away.begin(), intake.away.end(), [&](const DayRange& r) { return r.begin <= date && date < r.end; });
}

// Only what can be shown on any day: no rows, no workout of its own, no rise over a start that is itself good.
void ask_what_can_be_shown(std::vector<Criterion>& criteria, bool rows) {
  for (Criterion& c : criteria) {
    if (c.change_min && !c.symmetry_percent && !c.norm_percent) c.min = c.min.value_or(5);
    c.change_min.reset();
    if (rows) continue;
    c.for_days = {};
    c.for_sessions.reset();
    c.workout.clear();
    if (c.weekly_change_max) c.max = 5;  // two weeks must have passed
    c.weekly_change_max.reset();
  }
}

void ask_what_can_be_shown(std::vector<Limit>& limits) {
  for (Limit& limit : limits) {
    std::vector<Criterion> one{limit.criterion};
    ask_what_can_be_shown(one, true);
    limit.criterion = one.front();
  }
}

Situation answerable() {
  const Situation s = rehab_test::random_ahead();
  CatalogData data = *s.catalog;
  Protocol& protocol = data.protocols.front();
  ask_what_can_be_shown(protocol.limits);
  for (Phase& phase : protocol.phases) {
    ask_what_can_be_shown(phase.limits);
    ask_what_can_be_shown(phase.move_on, false);
    ask_what_can_be_shown(phase.enter, false);
  }
  for (Ladder& ladder : protocol.ladders) ask_what_can_be_shown(ladder.limits);
  return {Catalog(data), s.intake};
}

// Every test of the catalog met, every session done without pain.
std::vector<Entry> all_well(const Situation& s, int lived) {
  std::vector<Entry> out;
  for (int d = 0; d < lived; ++d) {
    for (const Slot slot : {Slot::waking, Slot::bedtime}) {
      Entry& entry = out.emplace_back();
      entry.date = s.intake.start + days{d};
      entry.slot = slot;
      if (slot == Slot::bedtime) entry.done = Done::all;
      entry.pain = 0;
      for (const Measure& m : s.catalog->measures) {
        if (m.id == "pain") continue;
        const double best = m.unit == Measure::Unit::yes_no ? 1 : m.unit == Measure::Unit::score ? 0 : 999;
        entry.measured.push_back({m.id, best, m.sides ? std::optional<double>(best) : std::nullopt});
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("logging that all went well and without pain never makes a plan longer") {
  hold(
      "all well",
      [](const Situation& s, const Plan& plan) {
        const Situation lived = with_diary(s, all_well(s, *rc::gen::inRange(0, 100)));
        const Plan after = made(lived.catalog, lived.intake);
        RC_ASSERT(after.days.end <= plan.days.end);
        RC_ASSERT(after.ending == plan.ending);
        for (const Change& c : after.changes)
          RC_ASSERT(c.rule < Change::Rule::held || c.rule == Change::Rule::moved_on || c.rule == Change::Rule::load_raised ||
                    c.rule == Change::Rule::rung_raised || c.rule == Change::Rule::entry_outside);
      },
      4000, answerable);
}

TEST_CASE("no dose is above what it was before pain until a week without a breach has passed") {
  hold(
      "after pain",
      [](const Situation&, const Plan& plan) {
        std::vector<local_days> breaches;
        for (const Change& c : plan.changes)
          if (after_pain(c)) breaches.push_back(c.date);
        std::map<Which, std::pair<local_days, PlannedDose>> last;
        for (const Session& session : plan.sessions) {
          const bool soon = std::any_of(breaches.begin(), breaches.end(), [&](local_days b) {
            return b <= session.date && session.date + days{1} < b + days{7};  // known on the evening before, at the earliest
          });
          for (const PlannedDose& dose : plan.doses_of(session)) {
            const auto before = last.find(which(plan, session, dose));
            if (soon && before != last.end()) {
              const bool within = std::any_of(breaches.begin(), breaches.end(), [&](local_days b) {
                const bool raised = std::any_of(plan.changes.begin(), plan.changes.end(), [&](const Change& c) {
                  return raises_dose(c) && before->second.first <= c.date && c.date <= b;  // before the pain
                });
                return !raised && before->second.first + days{7} >= b && b <= session.date &&
                       session.date + days{1} < b + days{7} && b + days{0} <= before->second.first + days{7};
              });
              if (within) RC_ASSERT(no_more(dose, before->second.second));
            }
            last.insert_or_assign(which(plan, session, dose), std::pair(session.date, dose));
          }
        }
      },
      7500);
}

TEST_CASE("nothing is raised or given back within a week after pain") {
  hold(
      "no rise",
      [](const Situation&, const Plan& plan) {
        for (const Change& breach : plan.changes) {
          if (!after_pain(breach)) continue;
          for (const Change& c : plan.changes) {
            if (raises_dose(c)) RC_ASSERT(c.date <= breach.date || c.date + days{1} >= breach.date + days{7});
          }
        }
      },
      7500);
}

TEST_CASE("no dose is above the protocol's numbers for its week, or beyond an open rung or the heaviest load") {
  hold(
      "bounds",
      [](const Situation& s, const Plan& plan) {
        for (const Routine& routine : plan.routines) {
          const PhaseSpan& span = plan.phases[routine.phase];
          std::vector<Plan> weeks;
          for (int week = 1; week <= routine.week_of_phase; ++week)
            weeks.push_back(plan::prescribe_phase(s.catalog, 0, s.intake, span.phase, {week, week}, routine.workouts));
          for (const PlannedDose& dose : plan.doses_of(routine)) {
            const auto within = [&](const PlannedDose& asked) {
              if (asked.workout != dose.workout || asked.dose != dose.dose) return false;
              if (!asked.ladder && asked.exercise != dose.exercise) return false;
              return most(dose.sets) <= std::max(1, most(asked.sets)) && most(dose.reps) <= most(asked.reps) &&
                     most(dose.hold_s) <= most(asked.hold_s) && most(dose.duration_min) <= most(asked.duration_min);
            };
            RC_ASSERT(std::any_of(weeks.begin(), weeks.end(),
                                  [&](const Plan& week) { return std::any_of(week.doses.begin(), week.doses.end(), within); }));
            RC_ASSERT(dose.volume_percent >= 1 && dose.volume_percent <= 100);
            if (dose.ladder) RC_ASSERT(dose.rung >= 1 && dose.rung <= dose.last_rung);
            if (!dose.load_now || dose.load_steps <= 0) continue;
            const Load& load = plan.protocol().loads[dose.load->load];
            if (load.kind == Load::Kind::kg && load.max_kg) RC_ASSERT(*dose.load_now <= *load.max_kg + 1e-9);
            if (load.kind == Load::Kind::percent_1rm && load.max_percent) RC_ASSERT(*dose.load_now <= *load.max_percent + 1e-9);
          }
        }
      },
      4000);
}

TEST_CASE("workouts keep their rest and their free days with a diary too") {
  hold(
      "rest",
      [](const Situation& s, const Plan& plan) {
        struct Standing {
          std::chrono::local_time<std::chrono::minutes> at;
          const Workout* workout;
        };
        std::vector<Standing> all;
        for (const Session& session : plan.sessions) {
          RC_ASSERT(s.intake.days.contains(std::chrono::weekday{session.date}));
          RC_ASSERT(!off(s.intake, session.date));
          const DayRange phase = plan.span_of(session).days;
          RC_ASSERT(phase.begin <= session.date && session.date < phase.end);
          RC_ASSERT(session.time == *s.intake.times[static_cast<std::size_t>(session.part)]);
          for (const Workout& w : plan.phase_of(plan.span_of(session)).workouts) {
            if ((plan.routine_of(session).workouts >> w.number & 1) != 0) all.push_back({session.date + session.time, &w});
          }
        }
        const auto date = [](const Standing& x) { return std::chrono::floor<days>(x.at); };
        const auto hard = [&](const Workout& w) { return w.level ? plan.catalog[w.level].recovery_days : 0; };
        for (std::size_t i = 0; i < all.size(); ++i) {
          for (std::size_t j = i; j-- > 0 && date(all[i]) - date(all[j]) <= days{8};) {
            const Workout &a = *all[i].workout, &b = *all[j].workout;
            if (a.number == b.number) RC_ASSERT(all[i].at - all[j].at >= std::chrono::hours{a.min_hours_apart.value_or(0)});
            if (std::find(a.not_with.begin(), a.not_with.end(), b.number) != a.not_with.end())
              RC_ASSERT(date(all[i]) != date(all[j]));
            if (hard(a) > 0 && hard(b) > 0 && date(all[i]) != date(all[j])) RC_ASSERT(date(all[i]) - date(all[j]) > days{hard(a)});
          }
        }
      },
      6500);
}

TEST_CASE("sessions come in the order of time, each with an identity of its own") {
  hold(
      "identity",
      [](const Situation&, const Plan& plan) {
        std::set<Uuid> ids;
        for (const Session& session : plan.sessions) RC_ASSERT(ids.insert(identity(plan, session)).second);
        RC_ASSERT(std::is_sorted(plan.sessions.begin(), plan.sessions.end(),
                                 [](const Session& a, const Session& b) { return moment_of(a) < moment_of(b); }));
      },
      6500);
}

TEST_CASE("a plan has at most twelve weeks of days, and each phase ends between its earliest and its latest end") {
  hold(
      "twelve weeks",
      [](const Situation& s, const Plan& plan) {
        RC_ASSERT(plan.weeks <= 12);
        days used{0};
        for (const PhaseSpan& span : plan.phases) {
          RC_ASSERT(span.earliest_end <= span.days.end);
          RC_ASSERT(span.days.end <= span.latest_end);
          RC_ASSERT(span.days.begin < span.days.end || plan.sessions.empty());
          for (local_days d = span.days.begin; d < span.days.end; d += days{1})
            if (plan.protocol().away == Protocol::Away::drop || !off(s.intake, d)) used += days{1};
        }
        for (std::size_t i = 1; i < plan.phases.size(); ++i) RC_ASSERT(plan.phases[i - 1].days.end <= plan.phases[i].days.begin);
        if (!plan.phases.empty()) RC_ASSERT(plan.days.end == plan.phases.back().days.end);
        const bool paused = std::any_of(s.intake.diary.begin(), s.intake.diary.end(), [](const Entry& e) { return e.pause_until; });
        const bool rested = std::any_of(plan.changes.begin(), plan.changes.end(),
                                        [](const Change& c) { return c.rule == Change::Rule::restarted; });
        if (!paused && !rested && plan.protocol().missed != Protocol::Missed::shift) RC_ASSERT(used <= days{84});
      },
      6500);
}

TEST_CASE("after a red flag there is no session until a clinician has cleared it, and then not on the same day") {
  hold(
      "red flag",
      [](const Situation& s, const Plan& plan) {
        for (const Entry& flag : s.intake.diary) {
          if (flag.red_flags.empty()) continue;
          std::optional<Moment> cleared;
          for (const Entry& e : s.intake.diary)
            if (!e.cleared_by.empty() && e.known() > flag.known()) cleared = std::min(cleared.value_or(e.known()), e.known());
          // What was cleared at the very slot is told by a later entry of that slot only.
          for (const Entry& e : s.intake.diary)
            if (!e.cleared_by.empty() && e.known() == flag.known() && e.moment() >= flag.moment()) cleared = e.known();
          for (const Session& session : plan.sessions) {
            if (moment_of(session) <= flag.known()) continue;
            RC_ASSERT(cleared.has_value());
            RC_ASSERT(session.date > cleared->date || (session.date == cleared->date && cleared->slot == Slot::waking));
          }
        }
      },
      6500);
}

TEST_CASE("a pause leaves no session from the next slot on until it is over, or until a later word on it") {
  hold(
      "pause",
      [](const Situation& s, const Plan& plan) {
        for (const Entry& e : s.intake.diary) {
          if (!e.pause_until) continue;
          std::optional<Moment> later;
          for (const Entry& other : s.intake.diary) {
            const bool counts = other.pause_until && &other != &e && *other.pause_until >= other.known().date;
            if (counts && other.known() >= e.known()) later = std::min(later.value_or(other.known()), other.known());
          }
          for (const Session& session : plan.sessions) {
            if (later && moment_of(session) >= *later) continue;
            RC_ASSERT(moment_of(session) <= e.known() || session.date > *e.pause_until);
          }
        }
      },
      4000);
}
