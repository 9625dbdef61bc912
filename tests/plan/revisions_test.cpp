// What earlier revisions of a plan had and the last one has not, against a search through all of them.
#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "support/ical_reader.hpp"
#include "support/ics_check.hpp"

using namespace rehab;
using std::chrono::days;

namespace {

constexpr std::chrono::local_days start = day(2026, 12, 1);
constexpr Moment before_all{std::chrono::local_days::min(), Slot::waking};

Case strain() {
  return {.id = "7c9e6679-7425-40de-944b-e07fc1f90ae7",
          .protocol = "calf-strain",
          .severity = Severity::moderate,
          .side = Side::left,
          .start = start,
          .zone = "Europe/Berlin"};
}

// A diary of `size` entries as they come: pain mostly low, sessions mostly done, now and then a pause or a late entry.
std::vector<Entry> diary_of(std::mt19937& random, int size) {
  const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
  std::vector<Entry> out;
  for (int i = 0; i < size; ++i) {
    Entry entry;
    entry.date = start + days{below(12) == 0 ? 340 + below(60) : below(60)};
    entry.slot = static_cast<Slot>(below(6));
    if (entry.slot == Slot::waking) {
      entry.measured = {{"pain-next-morning", static_cast<double>(below(3) == 0 ? below(8) : 0)}};
    } else {
      entry.done = below(4) == 0 ? Done::none : Done::all;
      entry.pain = below(4) == 0 ? below(9) : below(2);
    }
    if (below(10) == 0) entry.pause_until = entry.date + days{below(6)};
    if (below(5) == 0) entry.logged = Moment{entry.date + days{1 + below(9)}, Slot::midday};
    if (below(30) == 0) entry.red_flags = {"breathless"};
    if (below(20) == 0) entry.cleared_by = "a practice";
    out.push_back(entry);
  }
  return out;
}

Plan made(const Case& intake, std::optional<Moment> as_of = {}) {
  Result<Plan> plan = make_plan(builtin_catalog(), intake, as_of);
  INFO((plan.diagnostics.empty() ? "" : plan.diagnostics.front().message));
  REQUIRE(plan);
  return *plan;
}

std::vector<Withdrawn> withdrawn_of(const Case& intake, std::optional<Moment> as_of = {}) {
  Result<std::vector<Withdrawn>> all = withdrawn(builtin_catalog(), intake, as_of);
  REQUIRE(all);
  return *all;
}

// "date time revision" of each identity that some revision had and the last has not, from all of them in order.
std::map<Uuid, std::string> searched(const Case& intake, std::optional<Moment> as_of) {
  const Plan present = made(intake, as_of);
  std::set<Moment> moments{before_all};
  for (const Entry& entry : intake.diary)
    if (present.as_of && entry.known() < *present.as_of) moments.insert(entry.known());
  std::map<Uuid, std::string> out;
  if (present.as_of) {
    for (const Moment& moment : moments) {
      const Plan plan = made(intake, moment);
      for (const Session& session : plan.sessions)
        out[identity(plan, session)] = std::to_string(session.utc.time_since_epoch().count()) + " " +
                                       std::to_string(plan.routine_of(session).length.count()) + " " +
                                       std::to_string(plan.revision);
    }
  }
  for (const Session& session : present.sessions) out.erase(identity(present, session));
  return out;
}

std::map<Uuid, std::string> told(const std::vector<Withdrawn>& all) {
  std::map<Uuid, std::string> out;
  for (const Withdrawn& w : all)
    out[w.id] = std::to_string(w.session.utc.time_since_epoch().count()) + " " + std::to_string(w.length.count()) + " " +
                std::to_string(w.revision);
  return out;
}

bool is_sorted_by_time(const std::vector<Withdrawn>& all) {
  return std::is_sorted(all.begin(), all.end(), [](const Withdrawn& a, const Withdrawn& b) {
    return std::tuple(a.session.date, a.session.time, a.id) < std::tuple(b.session.date, b.session.time, b.id);
  });
}

std::string calendar_of(const Case& intake, std::optional<Moment> as_of = {}) {
  const std::vector<Withdrawn> gone = withdrawn_of(intake, as_of);
  ExportOptions options;
  options.withdrawn = gone;
  const Result<std::string> calendar = export_plan(made(intake, as_of), "ics", options);
  INFO((calendar.diagnostics.empty() ? "" : calendar.diagnostics.front().message));
  REQUIRE(calendar);
  return *calendar;
}

}  // namespace

TEST_CASE("a plan without a diary has withdrawn nothing") { CHECK(withdrawn_of(strain()).empty()); }

TEST_CASE("pain and a pause withdraw sessions, each as it stood last") {
  Case intake = strain();
  Entry painful;
  painful.date = start + days{9};
  painful.slot = Slot::evening;
  painful.pain = 8;
  Entry ill;
  ill.date = start + days{14};
  ill.slot = Slot::midday;
  ill.pause_until = start + days{16};
  intake.diary = {painful, ill};
  const std::vector<Withdrawn> all = withdrawn_of(intake);
  CHECK_FALSE(all.empty());
  CHECK(std::any_of(all.begin(), all.end(), [](const Withdrawn& w) { return w.revision == 0; }));
  CHECK(std::any_of(all.begin(), all.end(), [](const Withdrawn& w) { return w.revision == 1; }));
  CHECK(told(all) == searched(intake, {}));
  for (const Withdrawn& w : all) {
    CHECK(w.workouts != 0);
    CHECK(w.session.routine == 0);
  }
}

TEST_CASE("a plan that is stopped on its first morning cancels all that it had") {
  Case intake = strain();
  Entry sign;
  sign.date = start;
  sign.slot = Slot::waking;
  sign.red_flags = {"breathless"};
  intake.diary = {sign};
  const Plan plan = made(intake);
  REQUIRE(plan.sessions.empty());
  CHECK(withdrawn_of(intake).size() == made(intake, before_all).sessions.size());
  CHECK(ics_check::list(ics_check::check(calendar_of(intake))) == "");
  CHECK_FALSE(export_plan(plan, "ics"));
}

TEST_CASE("what is withdrawn is what a search through all revisions finds, as of any slot") {
  std::mt19937 random{20261201};
  std::size_t found = 0;
  for (int i = 0; i < 25; ++i) {
    Case intake = strain();
    intake.diary = diary_of(random, 1 + i);
    INFO("diary " << i);
    for (const std::optional<Moment> as_of :
         {std::optional<Moment>{}, std::optional(Moment{start + days{20}, Slot::morning}), std::optional(before_all)}) {
      const std::vector<Withdrawn> all = withdrawn_of(intake, as_of);
      REQUIRE(told(all) == searched(intake, as_of));
      REQUIRE(is_sorted_by_time(all));
      found += all.size();
    }
  }
  CHECK(found > 100);
}

TEST_CASE("every revision of a calendar updates all before it, and each says its bytes again") {
  std::mt19937 random{20261202};
  for (int i = 0; i < 6; ++i) {
    Case intake = strain();
    intake.diary = diary_of(random, 12);
    std::set<Moment> moments{before_all};
    for (const Entry& entry : intake.diary) moments.insert(entry.known());
    std::vector<std::string> calendars;
    Case growing = intake;
    growing.diary.clear();
    for (const Moment& moment : moments) {
      for (const Entry& entry : intake.diary)
        if (entry.known() == moment) growing.diary.push_back(entry);
      calendars.push_back(calendar_of(growing));
      REQUIRE(ics_check::list(ics_check::check(calendars.back())) == "");
      for (const std::string& before : calendars) REQUIRE(ics_check::list(ics_check::check_update(before, calendars.back())) == "");
    }
    std::size_t revision = 0;
    for (const Moment& moment : moments) {
      INFO("diary " << i << ", revision " << revision);
      if (revision > 0) REQUIRE(calendar_of(intake, moment) == calendars[revision]);
      ++revision;
    }
  }
}

TEST_CASE("of every protocol and severity a diary gives a sound calendar, which updates the first") {
  std::mt19937 random{20261203};
  std::size_t cancelled = 0;
  const Catalog catalog = builtin_catalog();
  for (const Protocol& protocol : catalog->protocols) {
    for (const Severity severity : severities) {
      const auto& offer = protocol.severity[static_cast<std::size_t>(severity)];
      if (!offer || !offer->weeks) continue;
      Case intake = strain();
      intake.protocol = protocol.id;
      intake.severity = severity;
      intake.clearance = Clearance{"a practice", start};
      const std::string before = calendar_of(intake);
      intake.diary = diary_of(random, 10);
      INFO(protocol.id << " " << name(severity));
      const std::string after = calendar_of(intake);
      CHECK(ics_check::list(ics_check::check(after)) == "");
      CHECK(ics_check::list(ics_check::check_update(before, after)) == "");
      CHECK(ical_reader::complaints(after).empty());
      cancelled += withdrawn_of(intake).size();
    }
  }
  CHECK(cancelled > 100);
}
