// The laws of the replay, over random protocols, cases and diaries.
#include "support/replay_laws.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "support/slow_replay.hpp"

using namespace rehab;
using rehab_test::hold;
using rehab_test::made;
using rehab_test::moment_of;
using rehab_test::Situation;
using std::chrono::days;
using std::chrono::local_days;

namespace {

// The slots at which something became known, in order.
std::vector<Moment> revisions(const Case& intake) {
  std::set<Moment> out;
  for (const Entry& entry : intake.diary) out.insert(entry.known());
  return {out.begin(), out.end()};
}

std::vector<Entry> known_by(const std::vector<Entry>& diary, const Moment& moment) {
  std::vector<Entry> out;
  std::copy_if(diary.begin(), diary.end(), std::back_inserter(out), [&](const Entry& e) { return e.known() <= moment; });
  return out;
}

// A session with all that is done in it, but not what was reported of it.
using Content = std::tuple<Uuid, local_days, std::chrono::minutes, Part, std::vector<PlannedDose>>;

std::vector<Content> past(const Plan& plan, const Moment& until) {
  std::vector<Content> out;
  for (const Session& session : plan.sessions) {
    if (moment_of(session) > until) continue;
    const auto doses = plan.doses_of(session);
    out.push_back({identity(plan, session), session.date, session.time, session.part, {doses.begin(), doses.end()}});
  }
  return out;
}

std::set<Uuid> identities(const Plan& plan) {
  std::set<Uuid> out;
  for (const Session& session : plan.sessions) out.insert(identity(plan, session));
  return out;
}

// Equal in all but the case that they were made from.
bool same(const Plan& a, const Plan& b) {
  return a.ending == b.ending && a.days == b.days && a.phases == b.phases && a.sessions == b.sessions && a.routines == b.routines &&
         a.doses == b.doses && a.changes == b.changes && a.standings == b.standings && a.reviews == b.reviews;
}

bool same_bytes(const Plan& a, const Plan& b) {
  for (const char* format : {"text", "ics", "json"}) {
    const Result<std::string> one = export_plan(a, format), other = export_plan(b, format);
    if (static_cast<bool>(one) != static_cast<bool>(other) || (one && *one != *other)) return false;
  }
  return true;
}

// What the planner and the slow replay do not agree on.
std::string differences(const Situation& s, std::optional<Moment> as_of) {
  const Result<Plan> plan = make_plan(s.catalog, s.intake, as_of);
  if (!plan) return "";
  return rehab_test::slow_differences(rehab_test::result_of(*plan), rehab_test::slow_replay(s.catalog, s.intake, as_of));
}

// The protocol's plain letter: nothing in it that only a diary can set going.
Situation plain(const Situation& s) {
  CatalogData data = *s.catalog;
  Protocol& protocol = data.protocols.front();
  protocol.limits.clear();
  protocol.missed = Protocol::Missed::skip;
  for (Phase& phase : protocol.phases) {
    phase.enter.clear();
    phase.move_on.clear();
    phase.limits.clear();
  }
  for (Ladder& ladder : protocol.ladders) ladder.limits.clear();
  for (Load& load : protocol.loads) load.step_when.clear();
  return {Catalog(data), s.intake};
}

}  // namespace

TEST_CASE("without a diary the plan is the protocol's plain letter, to the byte, and each phase is as long as planned") {
  hold(
      "plain",
      [](const Situation& s, const Plan& plan) {
        const Situation letter = plain(s);
        const Plan other = made(letter.catalog, letter.intake);
        RC_ASSERT(plan.sessions == other.sessions);
        RC_ASSERT(plan.routines == other.routines);
        RC_ASSERT(plan.doses == other.doses);
        RC_ASSERT(plan.changes == other.changes);
        RC_ASSERT(!plan.as_of);
        RC_ASSERT(plan.standings.empty());
        for (const PlannedDose& dose : plan.doses) RC_ASSERT(dose.volume_percent == 100 && dose.load_steps == 0);
        RC_ASSERT(plan.ending == Plan::Ending::proceed);  // as the protocol says
        RC_ASSERT(differences(s, {}).empty());
      },
      3000, rehab_test::random_ahead);
}

TEST_CASE("the planner follows a diary as the obvious slow replay does") {
  hold(
      "oracle",
      [](const Situation& s, const Plan&) {
        if (differences(s, {}).empty()) return;
        const Situation small = rehab_test::smallest(s, [](const Situation& other) { return !differences(other, {}).empty(); });
        RC_LOG() << "in short:\n" << rehab_test::told(small) << differences(small, {});
        RC_FAIL("they differ");
      },
      7500);
}

TEST_CASE("planned as of any slot the planner agrees with the slow replay") {
  hold(
      "oracle as of",
      [](const Situation& s, const Plan&) {
        const Moment as_of{s.intake.start + days{*rc::gen::inRange(-1, 100)}, static_cast<Slot>(*rc::gen::inRange(0, 6))};
        RC_LOG() << "as of day " << (as_of.date - s.intake.start).count() << ' ' << name(as_of.slot) << '\n';
        const std::string found = differences(s, as_of);
        RC_LOG() << found;
        RC_ASSERT(found.empty());
      },
      3000);
}

TEST_CASE("the same diary gives the same plan and the same bytes, in a new object and in a reused one") {
  Plan reused;
  hold(
      "determinism",
      [&](const Situation& s, const Plan& plan) {
        std::vector<Diagnostic> diagnostics;
        RC_ASSERT(make_plan(s.catalog, s.intake, reused, diagnostics));
        RC_ASSERT(reused.changes == plan.changes);
        RC_ASSERT(reused.standings.size() == plan.standings.size());
        RC_ASSERT(reused.phases == plan.phases);
        RC_ASSERT(reused.routines == plan.routines);
        RC_ASSERT(reused.doses == plan.doses);
        RC_ASSERT(reused.sessions == plan.sessions);
        RC_ASSERT(reused.standings == plan.standings);
        RC_ASSERT(same(reused, plan));
        RC_ASSERT(same_bytes(reused, plan));
      },
      1500);
}

TEST_CASE("the order of entries does not matter, but for those of one slot that became known at one slot") {
  hold(
      "shuffled",
      [](const Situation& s, const Plan& plan) {
        std::vector<Entry> turned = s.intake.diary;
        std::stable_sort(turned.begin(), turned.end(), [](const Entry& a, const Entry& b) {
          return std::tuple(a.date.time_since_epoch().count() % 5, a.known(), a.moment()) <
                 std::tuple(b.date.time_since_epoch().count() % 5, b.known(), b.moment());
        });
        const Situation other = with_diary(s, turned);
        RC_ASSERT(same(made(other.catalog, other.intake), plan));
      },
      7500);
}

TEST_CASE("the past does not move: what lies at or before a slot is the same in every later revision") {
  hold(
      "past",
      [](const Situation& s, const Plan&) {
        std::optional<Plan> before;
        std::optional<Moment> until;
        for (const Moment& moment : revisions(s.intake)) {
          Plan now = made(s.catalog, s.intake, moment);
          if (before) RC_ASSERT(past(*before, *until) == past(now, *until));
          before = std::move(now);
          until = moment;
        }
      },
      7500);
}

TEST_CASE("a plan made on any evening of the diary agrees with the last plan on the days up to that evening") {
  hold(
      "prefixes",
      [](const Situation& s, const Plan& plan) {
        const local_days last = s.intake.diary.empty() ? s.intake.start : plan.as_of->date;
        for (local_days date = s.intake.start; date < last; date += days{1}) {
          const Moment evening{date, Slot::bedtime};
          const Plan then = made(s.catalog, s.intake, evening);
          const Plan next = made(s.catalog, s.intake, Moment{date + days{1}, Slot::bedtime});
          RC_ASSERT(past(then, evening) == past(next, evening));
        }
      },
      2500);
}

TEST_CASE("planning as of an earlier slot is planning with what was known then") {
  hold(
      "as of",
      [](const Situation& s, const Plan&) {
        for (const Moment& moment : revisions(s.intake)) {
          const Situation then = with_diary(s, known_by(s.intake.diary, moment));
          const Plan a = made(s.catalog, s.intake, moment), b = made(then.catalog, then.intake, moment);
          RC_ASSERT(same(a, b));
          RC_ASSERT(a.revision == b.revision);
          RC_ASSERT(a.revision == static_cast<int>(then.intake.diary.size()));
        }
      },
      7500);
}

TEST_CASE("an earlier revision is exported again to the byte") {
  hold(
      "bytes as of",
      [](const Situation& s, const Plan&) {
        const std::vector<Moment> all = revisions(s.intake);
        RC_PRE(!all.empty());
        const Moment moment = all[all.size() / 2];
        const Situation then = with_diary(s, known_by(s.intake.diary, moment));
        RC_ASSERT(same_bytes(made(s.catalog, s.intake, moment), made(then.catalog, then.intake)));
      },
      1500);
}

TEST_CASE("of two answers to one question the one that was logged later in the file counts") {
  hold(
      "corrections",
      [](const Situation& s, const Plan& plan) {
        std::map<std::tuple<Moment, Moment>, Entry> merged;
        for (const Entry& entry : s.intake.diary) {
          const auto [found, fresh] = merged.emplace(std::tuple(entry.known(), entry.moment()), entry);
          Entry& into = found->second;
          if (fresh) continue;
          RC_PRE(entry.cleared_by.empty() && into.cleared_by.empty());  // of a clearance the order matters
          if (entry.done) into.done = entry.done;
          if (entry.pain) into.pain = entry.pain;
          if (entry.pause_until) into.pause_until = entry.pause_until;
          if (!entry.cleared_by.empty()) into.cleared_by = entry.cleared_by;
          for (const std::string& flag : entry.red_flags)
            if (std::count(into.red_flags.begin(), into.red_flags.end(), flag) == 0) into.red_flags.push_back(flag);
          for (const Reading& reading : entry.measured) {
            std::erase_if(into.measured, [&](const Reading& r) { return r.measure == reading.measure; });
            into.measured.push_back(reading);
          }
        }
        std::vector<Entry> diary;
        for (const auto& [when, entry] : merged) diary.push_back(entry);
        const Plan other = made(s.catalog, with_diary(s, diary).intake);
        RC_ASSERT(other.sessions == plan.sessions);
        RC_ASSERT(other.doses == plan.doses);
        RC_ASSERT(other.phases == plan.phases);
        RC_ASSERT(other.standings == plan.standings);
        RC_ASSERT(other.ending == plan.ending);
      },
      7500);
}

TEST_CASE("withdrawn sessions are those of any earlier revision that this one no longer has") {
  hold(
      "withdrawn",
      [](const Situation& s, const Plan& plan) {
        std::set<Uuid> gone = identities(made(s.catalog, with_diary(s, {}).intake));
        for (const Moment& moment : revisions(s.intake)) gone.merge(identities(made(s.catalog, s.intake, moment)));
        for (const Uuid& id : identities(plan)) gone.erase(id);
        const Result<std::vector<Withdrawn>> withdrawn = rehab::withdrawn(s.catalog, s.intake);
        RC_ASSERT(static_cast<bool>(withdrawn));
        std::set<Uuid> told;
        for (const Withdrawn& w : *withdrawn) RC_ASSERT(told.insert(w.id).second);
        RC_ASSERT(told == gone);
      },
      2500);
}

TEST_CASE("an entry before the start is refused, and one after the end is kept with a word") {
  hold(
      "outside",
      [](const Situation& s, const Plan& plan) {
        Case early = s.intake;
        early.diary.push_back({});
        early.diary.back().date = s.intake.start - days{1};
        const Result<Plan> refused = make_plan(s.catalog, early);
        RC_ASSERT(!refused);
        RC_ASSERT(refused.diagnostics.front().code == "diary");
        int outside = 0, known = 0;
        for (const Entry& entry : s.intake.diary) {
          ++known;
          if (entry.cleared_by.empty() && entry.red_flags.empty() && entry.date >= plan.days.end) ++outside;
        }
        RC_ASSERT(static_cast<int>(plan.known.size()) == known);
        RC_ASSERT(plan.revision == known);
        const auto told = std::find_if(plan.changes.begin(), plan.changes.end(),
                                       [](const Change& c) { return c.rule == Change::Rule::entry_outside; });
        const int said = told == plan.changes.end() ? 0 : told->given;
        const bool stopped = plan.ending == Plan::Ending::stopped;  // by what lies outside itself, perhaps
        RC_ASSERT(said == outside || (stopped && said < outside));
      },
      3000);
}
