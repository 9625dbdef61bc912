// What a case may not ask for, word for word. Each test shows the change to a sound case and all that is then said.
#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "rehab/plan.hpp"
#include "support/catch.hpp"

namespace {

using rehab::Area;
using rehab::Case;
using rehab::day;
using rehab::Severity;
using std::chrono::minutes;

const rehab::Catalog& builtin() {
  static const rehab::Catalog catalog = rehab::builtin_catalog();
  return catalog;
}

Case strain(Severity severity = Severity::moderate) {
  Case intake;
  intake.protocol = "calf-strain";
  intake.severity = severity;
  intake.start = day(2026, 12, 1);
  intake.zone = "Europe/Berlin";
  return intake;
}

Case alfredson() {
  Case intake = strain();
  intake.protocol = "achilles-midportion-alfredson";
  return intake;
}

// All that is said, as the console shows it; "a plan" if one comes back.
std::string said(const rehab::Result<rehab::Plan>& plan) {
  std::string out;
  for (const rehab::Diagnostic& d : plan.diagnostics) out += rehab::render(d);
  CHECK(plan.value.has_value() != rehab::has_errors(plan.diagnostics));
  return plan && out.empty() ? "a plan" : out;
}
std::string said(const Case& intake) { return said(rehab::make_plan(builtin(), intake)); }

std::string said(rehab::CatalogData data, const Case& intake) {
  return said(rehab::make_plan(rehab::Catalog(std::move(data)), intake));
}

// "achilles-insertional, achilles-midportion-alfredson, …"
std::string all_protocols() {
  std::string out;
  for (const rehab::Protocol& protocol : builtin()->protocols) (out += out.empty() ? "" : ", ") += protocol.id;
  return out;
}

rehab::DayRange away(std::chrono::local_days first, std::chrono::local_days last) { return {first, last + std::chrono::days{1}}; }

rehab::Protocol& protocol_in(rehab::CatalogData& data, std::string_view id) {
  for (rehab::Protocol& protocol : data.protocols) {
    if (protocol.id == id) return protocol;
  }
  throw std::runtime_error("no such protocol");
}

}  // namespace

TEST_CASE("a sound case has a plan and nothing to say") {
  CHECK(said(strain()) == "a plan");
  CHECK(said(alfredson()) == "a plan");
}

TEST_CASE("a protocol that there is not") {
  Case intake = strain();
  intake.protocol = "achiles-midportion-alfredson";
  CHECK(said(intake) ==
        "error: there is no protocol `achiles-midportion-alfredson` [protocol]\n"
        "  hint: write `achilles-midportion-alfredson`\n");
  intake.protocol = "tennis-elbow";
  CHECK(said(intake) ==
        "error: there is no protocol `tennis-elbow` [protocol]\n"
        "  hint: name one of " +
            all_protocols() + "\n");
  intake.protocol = "";
  CHECK(said(intake) ==
        "error: there is no protocol `` [protocol]\n"
        "  hint: name one of " +
            all_protocols() + "\n");
}

TEST_CASE("ids of the catalog that there are not") {
  Case intake = strain();
  intake.equipment = {"stepp", "step"};
  intake.tags = {"pregnant"};
  intake.red_flags = {"cold-feet"};
  CHECK(said(intake) ==
        "error: there is no equipment `stepp` [equipment]\n"
        "  hint: write `step`\n"
        "error: there is no tag `pregnant` [tag]\n"
        "  hint: write `pregnancy`\n"
        "error: there is no red flag `cold-feet` [red-flag]\n"
        "  hint: write `cold-foot`\n");
}

TEST_CASE("an optional workout that there is not, or that is not optional") {
  Case intake = strain();
  intake.with = {"iec", "ice", "raises", "sauna"};
  CHECK(said(intake) ==
        "error: `calf-strain` has no optional workout `iec` [with]\n"
        "  hint: write `ice`\n"
        "error: workout `raises` is not optional [with]\n"
        "  hint: leave it out: the plan has it anyway\n"
        "error: `calf-strain` has no optional workout `sauna` [with]\n"
        "  hint: name one of ice, compression, stretch, heat, massage, ultrasound, taping\n");
  intake = alfredson();
  intake.with = {"ice"};
  CHECK(said(intake) ==
        "error: `achilles-midportion-alfredson` has no optional workout `ice` [with]\n"
        "  hint: leave it out: there is none\n");
}

TEST_CASE("ids that are no text are shown harmless") {
  Case intake = strain();
  intake.tags = {"a\xff\nb\u202E"};
  CHECK(said(intake) ==
        "error: there is no tag `a\uFFFD` [tag]\n"
        "  hint: name one that there is\n");
}

TEST_CASE("a severity that the protocol does not offer") {
  rehab::CatalogData data = *builtin();
  protocol_in(data, "calf-strain").severity[0].reset();
  CHECK(said(data, strain(Severity::mild)) ==
        "error: `calf-strain` has no plan for severity mild [severity]\n"
        "  hint: choose one of moderate, severe\n");
}

TEST_CASE("a severity that the protocol refers") {
  rehab::CatalogData data = *builtin();
  rehab::SeverityOffer refer;
  refer.refer = "See a doctor first.";
  protocol_in(data, "calf-strain").severity[2] = refer;
  const auto plan = rehab::make_plan(rehab::Catalog(data), strain(Severity::severe));
  CHECK(said(plan) ==
        "error: `calf-strain` makes no plan for severity severe [refer]\n"
        "  hint: See a doctor first\n");
  CHECK(plan.diagnostics.at(0).area == Area::refused);
}

TEST_CASE("a severity that needs a clinician's clearance, and what the clinician is asked") {
  rehab::CatalogData data = *builtin();
  protocol_in(data, "calf-strain").clearance_asks = {"Is a tear ruled out?", "Is a clot ruled out?"};
  const rehab::Catalog catalog(data);
  Case intake = strain(Severity::severe);
  const auto plan = rehab::make_plan(catalog, intake);
  CHECK(said(plan) ==
        "error: `calf-strain` at severity severe needs a clinician's clearance [clearance]\n"
        "  hint: have a clinician look, then say who cleared the plan and when; Is a tear ruled out?; Is a clot ruled out?\n");
  CHECK(plan.diagnostics.at(0).area == Area::refused);
  intake.clearance = rehab::Clearance{"Physio practice", day(2026, 11, 30)};
  CHECK(said(rehab::make_plan(catalog, intake)) == "a plan");
}

TEST_CASE("a case's id that is a name") {
  Case intake = strain();
  intake.id = "Jane Doe";
  CHECK(said(intake) ==
        "error: the case's id is not a uuid [id]\n"
        "  hint: use 32 hexadecimal digits like 7c9e6679-7425-40de-944b-e07fc1f90ae7, never a name\n");
}

TEST_CASE("a start outside of the calendar") {
  Case intake = strain();
  intake.zone = "";
  for (const auto& [start, words] : {std::pair{day(1969, 12, 31), "1969-12-31"}, std::pair{day(9999, 1, 1), "9999-01-01"},
                                     std::pair{day(-5, 1, 1), "a day beyond the calendar"},
                                     std::pair{std::chrono::local_days::max(), "a day beyond the calendar"}}) {
    intake.start = start;
    CHECK(said(intake) == std::string("error: the start, ") + words +
                              ", lies outside of the years 1970 to 9998 [start]\n"
                              "  hint: choose a start from 1970-01-01 to 9998-12-31\n");
  }
  intake.start = day(1970, 1, 1);
  CHECK(said(intake) == "a plan");
  intake.start = day(9998, 12, 31);
  CHECK(said(intake) == "a plan");
}

TEST_CASE("a plan past 2037 needs a zone whose clocks do not change") {
  Case intake = strain();
  intake.start = day(2037, 12, 1);
  CHECK(said(intake) ==
        "error: the plan ends on 2038-01-25; the clock changes of `Europe/Berlin` are known to 2037-12-31 [zone]\n"
        "  hint: choose a start from which the plan ends by 2037-12-31\n");
  for (const char* zone : {"", "UTC", "Asia/Kolkata"}) {
    intake.zone = zone;
    CHECK(said(intake) == "a plan");
  }
  intake.zone = "Europe/Berlin";
  intake.start = day(2037, 10, 1);
  CHECK(said(intake) == "a plan");
}

TEST_CASE("a zone that there is not") {
  Case intake = strain();
  intake.zone = "Europe/Berln";
  CHECK(said(intake) ==
        "error: unknown time zone `Europe/Berln` [zone]\n"
        "  hint: write `Europe/Berlin`\n");
}

TEST_CASE("no free day") {
  Case intake = strain();
  intake.days = {};
  CHECK(said(intake) ==
        "error: no day of the week is free [days]\n"
        "  hint: name at least one day\n");
}

TEST_CASE("days away that cover everything") {
  Case intake = strain();
  intake.away = {away(day(2026, 11, 1), day(2030, 1, 1))};
  CHECK(said(intake) ==
        "error: days away stretch the plan over more than a year [away]\n"
        "  hint: start after the long absence\n");
  rehab::CatalogData data = *builtin();
  protocol_in(data, "calf-strain").away = rehab::Protocol::Away::drop;
  CHECK(said(data, intake) ==
        "error: no session could be placed: free days, days away and equipment leave nothing to do [days]\n"
        "  hint: free more days, shorten the absence, get equipment, or name optional workouts\n");
}

TEST_CASE("days away that end before they begin") {
  Case intake = strain();
  intake.away = {
      away(day(2026, 12, 26), day(2026, 12, 24)), away(day(2027, 1, 1), day(2027, 1, 1)), {day(2027, 1, 5), day(2027, 1, 5)}};
  CHECK(said(intake) ==
        "error: days away from 2026-12-26 to 2026-12-24 end before they begin [away]\n"
        "  hint: write the earlier day first\n"
        "error: days away from 2027-01-05 to 2027-01-04 end before they begin [away]\n"
        "  hint: write the earlier day first\n");
}

TEST_CASE("300 ranges of days away are fine, 1001 are not") {
  Case intake = strain();
  for (int i = 0; i < 300; ++i) {
    const auto first = day(2027, 3, 1) + std::chrono::days{3 * i};
    intake.away.push_back(away(first, first));
  }
  CHECK(said(intake) == "a plan");
  intake.away.resize(1001, away(day(2028, 1, 1), day(2028, 1, 1)));
  CHECK(said(intake) ==
        "error: 1001 ranges of days away; at most 1000 are read [away]\n"
        "  hint: join those that touch\n");
}

TEST_CASE("times that are none, outside of the day, or do not rise") {
  Case intake = strain();
  intake.times = {};
  CHECK(said(intake) ==
        "error: no part of the day has a time [time]\n"
        "  hint: give at least one part a time\n");
  intake.times = {minutes{-1}, {}, {}, {}, minutes{24 * 60}};
  CHECK(said(intake) ==
        "error: the time of morning lies outside of the day [time]\n"
        "  hint: give it a time from 00:00 to 23:59\n"
        "error: the time of bedtime lies outside of the day [time]\n"
        "  hint: give it a time from 00:00 to 23:59\n");
  intake.times = {minutes{450}, {}, minutes{450}, minutes{1080}, minutes{1079}};
  CHECK(said(intake) ==
        "error: afternoon at 07:30 is not later than morning at 07:30 [time]\n"
        "  hint: give the parts of the day rising times\n"
        "error: bedtime at 17:59 is not later than evening at 18:00 [time]\n"
        "  hint: give the parts of the day rising times\n");
  intake.times = {minutes{0}, {}, {}, {}, minutes{24 * 60 - 1}};
  CHECK(said(intake) == "a plan");
}

TEST_CASE("a clearance that does not say by whom, or says it in no plain line, or is dated after the start") {
  Case intake = strain();
  intake.clearance = rehab::Clearance{"  ", day(2026, 12, 1)};
  CHECK(said(intake) ==
        "error: the clearance does not say by whom [clearance]\n"
        "  hint: name a role or practice\n");
  for (const char* by : {"Dr\r\nBEGIN:VALARM", "Dr\u202E", "Dr\u2028X"}) {
    intake.clearance->by = by;
    CHECK(said(intake) ==
          "error: who gave the clearance holds line breaks or control characters [clearance]\n"
          "  hint: write one line of plain text\n");
  }
  intake.clearance->by = "Dr \xfc";
  CHECK(said(intake) ==
        "error: who gave the clearance is not valid UTF-8 [clearance]\n"
        "  hint: write plain text\n");
  intake.clearance = rehab::Clearance{"Physio practice", day(2026, 12, 24)};
  CHECK(said(intake) ==
        "error: the clearance, dated 2026-12-24, is later than the start, 2026-12-01 [clearance]\n"
        "  hint: start on that day or later\n");
}

TEST_CASE("a tag that needs clearance, and one that rules the protocol out") {
  Case intake = strain();
  intake.tags = {"pregnancy", "high-blood-pressure", "no-weight-bearing"};
  const auto plan = rehab::make_plan(builtin(), intake);
  CHECK(said(plan) ==
        "error: a person with `pregnancy` needs a clinician's clearance [clearance]\n"
        "  hint: have a clinician look, then say who cleared the plan and when\n"
        "error: a person with `high-blood-pressure` needs a clinician's clearance [clearance]\n"
        "  hint: have a clinician look, then say who cleared the plan and when\n"
        "error: `calf-strain` is not for persons with `no-weight-bearing` [not-for]\n"
        "  hint: ask a clinician which plan is right\n");
  for (const rehab::Diagnostic& d : plan.diagnostics) CHECK(d.area == Area::refused);
  intake.tags = {"pregnancy", "high-blood-pressure"};
  intake.clearance = rehab::Clearance{"Midwife", day(2026, 12, 1)};
  CHECK(said(intake) == "a plan");
}

TEST_CASE("a red flag refuses the plan, says how urgent it is and what to do, and no clearance overrules it") {
  Case intake = strain();
  rehab::CatalogData data = *builtin();
  data.red_flags.clear();
  using Urgency = rehab::RedFlag::Urgency;
  for (const Urgency urgency : {Urgency::emergency, Urgency::same_day, Urgency::urgent, Urgency::soon}) {
    rehab::RedFlag& flag = data.red_flags.emplace_back();
    flag.id = "flag-" + std::string(name(urgency));
    flag.title = "Numb, cold or blue foot";
    flag.act = "Take the bandage off. Have it looked at.";
    flag.urgency = urgency;
    intake.red_flags.push_back(flag.id);
  }
  intake.clearance = rehab::Clearance{"Physio practice", day(2026, 12, 1)};
  const auto plan = rehab::make_plan(rehab::Catalog(data), intake);
  const std::string hint = "  hint: Take the bandage off. Have it looked at; plan again once a clinician has ruled it out\n";
  CHECK(said(plan) == "error: no plan: `flag-emergency` (Numb, cold or blue foot) is an emergency [red-flag]\n" + hint +
                          "error: no plan: `flag-same-day` (Numb, cold or blue foot) is to be seen today [red-flag]\n" + hint +
                          "error: no plan: `flag-urgent` (Numb, cold or blue foot) is urgent [red-flag]\n" + hint +
                          "error: no plan: `flag-soon` (Numb, cold or blue foot) is to be seen soon [red-flag]\n" + hint);
  for (const rehab::Diagnostic& d : plan.diagnostics) {
    CHECK(d.area == Area::refused);
    CHECK(d.key == "red_flags");
  }
}

TEST_CASE("every red flag refuses every protocol") {
  for (const rehab::RedFlag& flag : builtin()->red_flags) {
    for (const rehab::Protocol& protocol : builtin()->protocols) {
      Case intake = strain();
      intake.protocol = protocol.id;
      intake.red_flags = {flag.id};
      intake.clearance = rehab::Clearance{"Physio practice", day(2026, 11, 30)};  // some ask for one anyway
      const auto plan = rehab::make_plan(builtin(), intake);
      REQUIRE(plan.diagnostics.size() == 1);
      CHECK_FALSE(plan);
      CHECK(plan.diagnostics[0].area == Area::refused);
    }
  }
}

TEST_CASE("several errors at once are all told, the unknown zone too") {
  Case intake = strain(Severity::severe);
  intake.id = "x";
  intake.days = {};
  intake.times = {};
  intake.zone = "Europe/Berln";
  intake.equipment = {"stepp"};
  intake.tags = {"pregnancy"};
  intake.red_flags = {"cold-foot"};
  intake.away = {away(day(2026, 12, 26), day(2026, 12, 24))};
  std::string codes;
  for (const rehab::Diagnostic& d : rehab::make_plan(builtin(), intake).diagnostics) (codes += d.code) += ' ';
  CHECK(codes == "clearance id days time away equipment red-flag clearance zone ");
}

TEST_CASE("each diagnostic names the field of the case that it is about") {
  Case intake = strain();
  intake.protocol = "x";
  intake.days = {};
  intake.times = {};
  intake.tags = {"x"};
  intake.away = {away(day(2026, 12, 26), day(2026, 12, 24))};
  std::string keys;
  for (const rehab::Diagnostic& d : rehab::make_plan(builtin(), intake).diagnostics) {
    (keys += d.key) += ' ';
    CHECK(d.file.empty());
    CHECK(d.line == 0);
  }
  CHECK(keys == "protocol days times away tags ");
}

TEST_CASE("a time in the gap of spring moves to its end, and the plan says so") {
  Case intake = alfredson();
  intake.start = day(2026, 3, 1);
  intake.times = {minutes{2 * 60 + 30}, {}, {}, minutes{18 * 60}, {}};  // no clock in Berlin shows 02:30 on 2026-03-29
  const auto plan = rehab::make_plan(builtin(), intake);
  REQUIRE(plan);
  int moved = 0;
  for (const rehab::Change& change : plan->changes) {
    if (change.rule != rehab::Change::Rule::gap_moved) continue;
    ++moved;
    CHECK((change.date == day(2026, 3, 29)));
    CHECK(change.asked == 2 * 60 + 30);
    CHECK(change.given == 3 * 60);
  }
  CHECK(moved == 1);
  for (const rehab::Session& session : plan->sessions) {
    if (session.date != day(2026, 3, 29) || session.part != rehab::Part::morning) continue;
    CHECK(session.time == minutes{3 * 60});
    CHECK((session.utc == std::chrono::sys_days{std::chrono::year{2026} / 3 / 29} + std::chrono::hours{1}));
  }
}

TEST_CASE("of a doubled time in autumn the first is taken, and the plan says so") {
  Case intake = alfredson();
  intake.start = day(2026, 10, 1);
  intake.times = {minutes{2 * 60 + 30}, {}, {}, minutes{18 * 60}, {}};  // Berlin has two of them on 2026-10-25
  const auto plan = rehab::make_plan(builtin(), intake);
  REQUIRE(plan);
  int doubled = 0;
  for (const rehab::Change& change : plan->changes) doubled += change.rule == rehab::Change::Rule::doubled_first ? 1 : 0;
  CHECK(doubled == 1);
  for (const rehab::Session& session : plan->sessions) {
    if (session.date != day(2026, 10, 25) || session.part != rehab::Part::morning) continue;
    CHECK(session.time == minutes{2 * 60 + 30});
    CHECK((session.utc == std::chrono::sys_days{std::chrono::year{2026} / 10 / 25} + minutes{30}));
  }
}

TEST_CASE("both sides at once need a release, unless the condition often has them") {
  Case intake = strain();
  intake.side = rehab::Side::both;
  CHECK(said(intake) ==
        "error: both sides are injured; that needs a clinician's clearance [both-sides]\n"
        "  hint: have a clinician look, then say who cleared the plan and when\n");
  rehab::CatalogData data = *builtin();
  for (rehab::Condition& condition : data.conditions) condition.often_both_sides = true;
  CHECK(said(std::move(data), intake) == "a plan");
}
