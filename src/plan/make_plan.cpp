#include <algorithm>
#include <tuple>

#include "plan/course.hpp"
#include "plan/identity.hpp"
#include "plan/intake.hpp"
#include "plan/replay.hpp"
#include "rehab/plan.hpp"
#include "text/append.hpp"

namespace rehab {

using std::chrono::local_days;
using std::chrono::minutes;

namespace plan {
namespace {

void clear(Plan& plan) {
  plan.revision = plan.weeks = 0;
  plan.ending = {};
  plan.as_of.reset();
  plan.days = {};
  plan.phases.clear();
  plan.doses.clear();
  plan.routines.clear();
  plan.sessions.clear();
  plan.changes.clear();
  plan.reviews.clear();
  plan.known.clear();
  plan.measures.clear();
  plan.criteria.clear();
  plan.standings.clear();
}

// Clock times: a time that does not exist moves to the end of the gap, of two equal ones the first is taken.
bool set_clock(Plan& plan, std::vector<Diagnostic>& diagnostics) {
  if (plan.intake.zone.empty()) {
    plan.clock = {};
    for (Session& session : plan.sessions) session.utc = std::chrono::sys_seconds{(session.date + session.time).time_since_epoch()};
    return true;
  }
  if (!read_zone(plan.intake.zone, plan.days.begin, plan.days.end, plan.clock, diagnostics)) return false;
  for (Session& session : plan.sessions) {
    const ClockTime time = resolve(plan.clock, session.date + session.time);
    session.utc = time.utc;
    if (time.clash == ClockTime::Clash::none) continue;
    Change& change = plan.changes.emplace_back();
    change.rule = time.clash == ClockTime::Clash::gap ? Change::Rule::gap_moved : Change::Rule::doubled_first;
    change.date = session.date;
    change.phase = plan.routine_of(session).phase;
    change.asked = static_cast<int>(session.time.count());
    session.date = std::chrono::floor<std::chrono::days>(time.local);
    session.time = std::chrono::duration_cast<minutes>(time.local - session.date);
    change.given = static_cast<int>(session.time.count());
  }
  return true;
}

bool never_here(std::vector<Diagnostic>& diagnostics) {
  diagnostics.push_back({Level::error, Area::intake, "away", "", 0, 0, "away", "days away stretch the plan over more than a year",
                         "start after the long absence"});
  return false;
}

bool no_phase(std::vector<Diagnostic>& diagnostics) {
  diagnostics.push_back({Level::error, Area::intake, "severity", "", 0, 0, "severity",
                         "no phase of the protocol is for this severity", "choose another severity"});
  return false;
}

bool none_placed(std::vector<Diagnostic>& diagnostics) {
  diagnostics.push_back({Level::error, Area::intake, "days", "", 0, 0, "days",
                         "no session could be placed: free days, days away and equipment leave nothing to do",
                         "free more days, shorten the absence, get equipment, or name optional workouts"});
  return false;
}

void warn_of(std::string_view code, std::string message, std::string hint, std::vector<Diagnostic>& diagnostics) {
  diagnostics.push_back(
      {Level::warning, Area::intake, std::string(code), "", 0, 0, std::string(code), std::move(message), std::move(hint)});
}

std::string text_of(int number) {
  std::string out;
  text::append_number(out, static_cast<std::int64_t>(number));
  return out;
}

// Where so much is changed that the plan is hardly the protocol's any more, the person is told before reading it. From when on is
// ours: no source says it.
void warn(const Plan& plan, std::vector<Diagnostic>& diagnostics) {
  constexpr int long_move = 14;  // days
  for (const Change& change : plan.changes) {
    const Phase& phase = plan.phase_of(plan.phases[change.phase]);
    const std::string& title = change.workout ? phase.workouts[*change.workout].title : phase.title;
    if (change.rule == Change::Rule::fewer_days && 2 * change.given < change.asked) {
      warn_of("days",
              "`" + title + "` comes on " + text_of(change.given) + " of the " + text_of(change.asked) +
                  " days a week that the protocol asks for",
              "free more days, or ask a clinician whether this plan still fits", diagnostics);
    }
    if (change.rule == Change::Rule::never_placed) {
      warn_of("days", "`" + title + "` in the phase `" + phase.title + "` could not be placed",
              "free more days, or ask a clinician whether this plan still fits", diagnostics);
    }
    if (change.rule == Change::Rule::away_moved && change.given > long_move) {
      warn_of("away", "days away move `" + phase.title + "` by " + text_of(change.given) + " days",
              "make the plan anew when you are back", diagnostics);
    }
  }
}

void sort_changes(Plan& plan) {
  std::ranges::sort(plan.changes, {}, [](const Change& c) {
    return std::tuple(c.date, c.phase, c.rule, c.workout, c.exercise, c.other, c.tag, c.asked, c.given, c.seen, c.cause, c.ladder,
                      c.limit, c.red_flag, c.measure);
  });
}

}  // namespace
}  // namespace plan

namespace plan {
namespace {

bool make(const Catalog& catalog, const Case& intake, Plan& out, std::vector<Diagnostic>& diagnostics,
          std::optional<Moment> as_of) {
  const Protocol* protocol = check_intake(catalog, intake, diagnostics);
  if (!protocol) return false;
  out.catalog = catalog;
  out.protocol_index = static_cast<std::uint16_t>(protocol - catalog->protocols.data());
  out.intake = intake;
  out.id = identify(*protocol, intake);
  if (stays_too_long(out)) return never_here(diagnostics);
  Replay(out, as_of).run();
  if (out.phases.empty()) return no_phase(diagnostics);
  // A plan that the diary has stopped may hold nothing any more; one that never held anything is a mistake.
  if (out.sessions.empty() && out.known.empty()) return none_placed(diagnostics);
  if (!set_clock(out, diagnostics)) return false;
  sort_changes(out);
  warn(out, diagnostics);
  return true;
}

}  // namespace
}  // namespace plan

bool make_plan(const Catalog& catalog, const Case& intake, Plan& out, std::vector<Diagnostic>& diagnostics,
               std::optional<Moment> as_of) {
  plan::clear(out);
  const std::size_t before = diagnostics.size();
  if (plan::make(catalog, intake, out, diagnostics, as_of)) return true;
  // Every error is told at once: that of the zone too, if nothing came to ask for it.
  const auto begin = diagnostics.begin() + static_cast<std::ptrdiff_t>(before);
  const bool asked = std::any_of(begin, diagnostics.end(), [](const Diagnostic& d) { return d.key == "zone"; });
  if (!intake.zone.empty() && !asked) read_zone(intake.zone, day(2000, 1, 1), day(2000, 1, 2), out.clock, diagnostics);
  out = Plan{};  // nothing of a person stays in a plan that was refused
  return false;
}

Result<Plan> make_plan(const Catalog& catalog, const Case& intake, std::optional<Moment> as_of, const Log& log) {
  Plan plan;
  std::vector<Diagnostic> diagnostics;
  if (!make_plan(catalog, intake, plan, diagnostics, as_of)) return diagnostics;
  log("sessions planned", plan.sessions.size());
  log("changes", plan.changes.size());
  return {std::move(plan), std::move(diagnostics)};
}

}  // namespace rehab
