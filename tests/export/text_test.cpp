#include <algorithm>
#include <string>

#include "export/formats.hpp"
#include "support/catch.hpp"
#include "support/eyes.hpp"
#include "support/page_laws.hpp"
#include "support/sample.hpp"

using namespace rehab;
using page_laws::unwrapped;

namespace {

std::string text_of(const Plan& plan, const ExportOptions& options = {}) {
  std::string out;
  std::vector<Diagnostic> diagnostics;
  REQUIRE(append_text(plan, options, out, diagnostics));
  CHECK(diagnostics.empty());
  return out;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

void check_laws(const Plan& plan) {
  for (const int width : {40, 60, 80, 100, 120, 200})
    for (const bool color : {false, true}) {
      ExportOptions options;
      options.width = width;
      options.color = color;
      options.today = plan.days.begin + std::chrono::days{1};
      CAPTURE(plan.intake.protocol, name(plan.intake.severity), width, color);
      CHECK(page_laws::broken(text_of(plan, options), width, color) == std::vector<std::string>{});
    }
}

// The rows of the bar: between the line of weeks and the next blank line.
std::vector<std::string> bar_of(const std::string& text) {
  std::vector<std::string> rows;
  std::size_t at = text.find('\n', text.find("\nWeek ") + 1) + 1;
  for (std::size_t end; (end = text.find('\n', at)) != at; at = end + 1) rows.push_back(text.substr(at, end - at));
  return rows;
}

}  // namespace

TEST_CASE("no line of a plan is wider than asked, at any width, for any protocol", "[text]") {
  for (const Case& intake : eyes::all_cases()) check_laws(eyes::plan(intake));
  check_laws(sample::plan());
}

TEST_CASE("texts of a stranger's catalog neither break the page nor act on the terminal", "[text]") {
  const Catalog hostile = eyes::hostile();
  for (const Case& intake : eyes::all_cases()) check_laws(eyes::plan(intake, hostile));
}

TEST_CASE("a plan says what it is, for whom and when, and that it is not medical advice", "[text]") {
  const std::string text = unwrapped(text_of(eyes::plan("calf-strain", Severity::moderate)));
  CHECK(text.starts_with(eyes::builtin().find("calf-strain")->title));
  CHECK(contains(text, "This is not medical advice."));
  CHECK(contains(text, "For Calf muscle strain, moderate, left leg"));
  CHECK(contains(text, "Dates Tue 1 Dec 2026 – Mon 25 Jan 2027, 8 weeks"));
  CHECK(contains(text, "clock of Europe/Berlin"));
  CHECK(contains(
      text, "You need A step or stair with a rail or wall beside it; a backpack that can be filled; an elastic exercise band"));
  CHECK(contains(text, "planned for Mon 25 Jan"));
  CHECK(contains(text, "a projection, not a promise"));
}

TEST_CASE("today's session stands before everything else once the plan has begun", "[text]") {
  const Plan plan = eyes::plan("calf-strain", Severity::moderate);
  ExportOptions options;
  options.today = day(2026, 12, 6);
  const std::string text = text_of(plan, options);
  const std::size_t today = text.find("Today, Sun 6 Dec 2026");
  REQUIRE(today != std::string::npos);
  CHECK(today < text.find("Your plan"));
  const std::string section = text.substr(today, text.find("Your plan") - today);
  for (const Session& session : plan.sessions) {
    if (session.date != *options.today) continue;
    for (const PlannedDose& dose : plan.doses_of(session)) {
      const Exercise& exercise = plan.catalog[dose.exercise];
      CHECK(contains(unwrapped(section), exercise.title));
      for (const std::string& step : exercise.steps) CHECK(contains(unwrapped(section), step));
    }
  }
}

TEST_CASE("a day without a session names the next one", "[text]") {
  ExportOptions options;
  options.today = day(2026, 12, 16);
  CHECK(contains(unwrapped(text_of(eyes::plan("calf-strain", Severity::moderate), options)),
                 "No session today: rest is part of the plan. The next is on Thu 17 Dec at 07:30: Heel raises."));
}

TEST_CASE("before the first day there is no today, after the last the plan is over", "[text]") {
  const Plan plan = eyes::plan("calf-strain", Severity::mild);
  ExportOptions options;
  options.today = plan.days.begin - std::chrono::days{1};
  CHECK(text_of(plan, options) == text_of(plan));
  options.today = plan.days.end;
  CHECK(contains(text_of(plan, options), "The plan is over"));
}

TEST_CASE("the bar covers every week with one phase at a time", "[text]") {
  const Plan plan = eyes::plan("calf-strain", Severity::moderate);
  const std::vector<std::string> rows = bar_of(text_of(plan));
  REQUIRE(rows.size() == plan.phases.size());
  std::size_t blocks = 0;
  for (const std::string& row : rows) {
    const std::size_t first = row.find("█"), last = row.rfind("█");
    REQUIRE(first != std::string::npos);
    CHECK(row.substr(first, last - first).find("·") == std::string::npos);
    for (std::size_t at = first; (at = row.find("█", at)) != std::string::npos; at += 3) ++blocks;
  }
  CHECK(blocks == 8 * 4);  // eight weeks of four columns at 80
}

TEST_CASE("weeks that are alike are told once", "[text]") {
  const std::string text = text_of(eyes::plan("achilles-midportion-alfredson", Severity::mild));
  CHECK(contains(text, "  Weeks 1–12, 1 Dec 2026 – 22 Feb 2027\n    every day      07:30, 18:00         Heel drops\n"));
  CHECK(!contains(text, "  Week "));
}

TEST_CASE("weeks that differ are told apart, with the doses that change", "[text]") {
  const std::string text = text_of(eyes::plan("achilles-midportion-alfredson", Severity::severe));
  CHECK(contains(text, "  Weeks 1–3, 1 Dec – 21 Dec\n    every day      07:30                Heel drops\n"));
  CHECK(contains(text, "  Week 4, 22 Dec – 28 Dec\n    every day      07:30, 18:00         Heel drops\n"));
  CHECK(contains(text, "    from 1 Dec   1 × 15\n    from 8 Dec   2 × 15\n"));
  CHECK(contains(text, "Review     a clinician looks on Mon 28 Dec 2026"));
}

TEST_CASE("a limit that changes within a phase says from which day", "[text]") {
  const std::string text = unwrapped(text_of(eyes::plan("calf-strain", Severity::severe)));
  CHECK(contains(text, "Pain at most 2 of 10 (assumed) from 4 Dec; at most 3 of 10 (assumed) from 18 Dec"));
}

TEST_CASE("days away are named and have no sessions", "[text]") {
  Case intake = eyes::intake("achilles-midportion-alfredson", Severity::mild);
  intake.away = {{day(2026, 12, 24), day(2026, 12, 27)}};
  const Plan plan = eyes::plan(intake);
  const std::string text = unwrapped(text_of(plan));
  CHECK(contains(text, "Away 24 Dec – 26 Dec"));
  CHECK(contains(text, "Weeks 1–12"));
  for (const Change& change : plan.changes) CHECK(contains(text, describe(plan, change)));
}

TEST_CASE("every phase tells its goals, its pain limit and what must be shown to move on", "[text]") {
  const Plan plan = eyes::plan("calf-strain", Severity::severe);
  const std::string text = unwrapped(text_of(plan));
  std::size_t at = 0;
  for (const PhaseSpan& span : plan.phases) {
    const Phase& phase = plan.phase_of(span);
    at = text.find(": " + phase.title, at);
    REQUIRE(at != std::string::npos);
    for (const std::string& goal : phase.goals) CHECK(text.find(goal, at) != std::string::npos);
    for (const Criterion& criterion : phase.move_on)
      CHECK(text.find("☐ " + plan.catalog[criterion.measure].title + ":", at) != std::string::npos);
  }
  CHECK(contains(text, "Pain at most 2 of 10 (assumed)"));
  CHECK(contains(text, "if you know the number for your age and sex in the table below, 80 % of it counts in place of 25"));
}

TEST_CASE("limits say when they are broken and what to do then", "[text]") {
  const std::string text = unwrapped(text_of(eyes::plan("achilles-midportion-alfredson", Severity::mild)));
  CHECK(contains(
      text,
      "If pain the next morning is higher than at the start of this plan on 3 days in a row: stop until a clinician has cleared "
      "you."));
}

TEST_CASE("what was changed for the person is told in the planner's own sentences", "[text]") {
  Case intake = eyes::intake("calf-strain", Severity::moderate);
  intake.equipment.emplace();
  intake.days = {};
  intake.days.insert(std::chrono::Monday);
  intake.days.insert(std::chrono::Tuesday);
  const Plan plan = eyes::plan(intake);
  const std::string text = unwrapped(text_of(plan));
  REQUIRE(plan.changes.size() > 2);
  for (const Change& change : plan.changes) CHECK(contains(text, describe(plan, change)));
  CHECK(contains(text, "You need no equipment"));
}

TEST_CASE("red flags stand before the first phase, the gravest first", "[text]") {
  const std::string text = unwrapped(text_of(eyes::plan("calf-strain", Severity::mild)));
  const std::size_t flags = text.find("Do not start, and stop at once");
  REQUIRE(flags != std::string::npos);
  CHECK(flags < text.find("Phase 1 of"));
  CHECK(text.find("Emergency: call an ambulance or go to an emergency department", flags) < text.find("See a doctor today", flags));
  CHECK(contains(text, "blood clot in a leg vein"));
  CHECK(!contains(text, "rehab show"));  // no other program is needed to answer them
}

TEST_CASE("every exercise of the plan is explained once", "[text]") {
  const Plan plan = eyes::plan("calf-strain", Severity::moderate);
  const std::string text = text_of(plan);
  const std::size_t manual = text.find("How to do the exercises");
  REQUIRE(manual != std::string::npos);
  for (const PlannedDose& dose : plan.doses) {
    const std::string head = "\n" + plan.catalog[dose.exercise].title + "\n";
    const std::size_t at = text.find(head, manual);
    CAPTURE(head);
    REQUIRE(at != std::string::npos);
    CHECK(text.find(head, at + 1) == std::string::npos);
  }
}

TEST_CASE("a reviewer's notes are not shown to the patient", "[text]") {
  for (const Case& intake : eyes::all_cases()) {
    const Plan plan = eyes::plan(intake);
    const std::string text = unwrapped(text_of(plan));
    for (const Phase& phase : plan.protocol().phases)
      if (!phase.provenance.note.empty()) CHECK(!contains(text, phase.provenance.note));
  }
}

TEST_CASE("sources are listed with doi, and the last word is continue or review, never healed", "[text]") {
  for (const Case& intake : eyes::all_cases()) {
    const std::string text = text_of(eyes::plan(intake));
    CHECK(contains(text, "doi:10."));
    const std::string last = unwrapped(text.substr(text.rfind("What comes next: ")));
    CHECK((last.starts_with("What comes next: continue. ") || last.starts_with("What comes next: review. ")));
    CHECK(last.ends_with("The end of this plan does not mean that everything is as before. "));
    CHECK(!contains(text, "healed"));
  }
}

TEST_CASE("colour changes nothing but the colour", "[text]") {
  const Plan plan = eyes::plan("calf-strain", Severity::mild);
  ExportOptions options;
  options.color = true;
  std::string colored = text_of(plan, options);
  for (std::size_t at; (at = colored.find('\x1b')) != std::string::npos;) colored.erase(at, colored.find('m', at) - at + 1);
  CHECK(colored == text_of(plan));
}

TEST_CASE("a plan without zone, side, condition and sources is still a page", "[text]") {
  const std::string text = unwrapped(text_of(sample::plan(sample::first_day, sample::no_zone())));
  CHECK(!contains(text, "clock of"));
  CHECK(contains(text, "Phase 2 of 2: Später schwerer"));
}

TEST_CASE("the last word of a protocol that ends with a review sends to a clinician", "[text]") {
  CatalogData data = sample::catalog();
  data.protocols[0].end = Protocol::End::review;
  const std::string text = unwrapped(text_of(sample::plan(sample::first_day, sample::berlin(), std::move(data))));
  CHECK(contains(text, "What comes next: review. Have a clinician look before you go on."));
}

TEST_CASE("every safety question of the condition is asked, with what a yes asks for, by urgency", "[text]") {
  const Plan plan = eyes::plan("calf-strain", Severity::mild);
  const std::string page = unwrapped(text_of(plan));
  const std::size_t begin = page.find("Safety questions ───");
  REQUIRE(begin != std::string::npos);
  const std::string text = page.substr(begin, page.find("Sources ───") - begin);
  std::size_t asked = 0;
  for (const RedFlag& flag : plan.catalog->red_flags) {
    const bool ours = flag.concerns(plan.protocol().condition);
    CAPTURE(flag.id);
    CHECK(contains(text, flag.ask) == ours);
    if (!ours) continue;
    CHECK(contains(text, flag.ask + " → " + flag.act));
    ++asked;
  }
  CHECK(asked > 20);
  CHECK(contains(text, "Ask yourself these again every 7 days and before each new phase (assumed)."));
  CHECK(text.find("Emergency:") < text.find("See a doctor today"));
  CHECK(text.find("See a doctor today") < text.find("See a doctor within days"));
  CHECK(text.find("See a doctor within days") < text.find("Ask a clinician before you train"));
  // What is asked before the plan stands before what happens in a session.
  CHECK(text.find("Blood clot in the lung") < text.find("Calf pain with breathlessness in or after a session"));
}

TEST_CASE("a plan without red flags has no safety questions", "[text]") {
  CHECK(!contains(text_of(sample::plan()), "Safety questions"));
}

TEST_CASE("what to write down is asked in the words of the measures, by when", "[text]") {
  const Plan plan = eyes::plan("achilles-midportion-alfredson", Severity::severe);
  const std::string text = unwrapped(text_of(plan));
  const std::size_t begin = text.find("Write down ───"), session = text.find("After each session", begin),
                    morning = text.find("Each morning", begin), week = text.find("Once a week", begin),
                    end = text.find("Phase 1 of");
  REQUIRE(begin < session);
  REQUIRE(session < morning);
  REQUIRE(morning < week);
  REQUIRE(week < end);
  const auto stands = [&](std::string_view id, std::size_t from, std::size_t to) {
    for (const Measure& measure : plan.catalog->measures)
      if (measure.id == id) return contains(text.substr(from, to - from), measure.ask);
    return false;
  };
  CHECK(stands("pain", session, morning));
  CHECK(stands("full-number", session, morning));
  CHECK(stands("pain-next-morning", morning, week));
  CHECK(stands("stiffness-next-morning", morning, week));
  CHECK(stands("heel-bone-free", week, end));
  CHECK(!stands("visa-a", begin, end));  // a test
  // Nothing is asked that no rule needs.
  const std::string strain = unwrapped(text_of(eyes::plan("calf-strain", Severity::mild)));
  CHECK(!contains(strain, "How stiff is the calf or tendon"));
}

TEST_CASE("a test that only the protocol asks for is explained among the tests", "[text]") {
  int asked = 0;
  for (const Case& intake : eyes::all_cases()) {
    const Plan plan = eyes::plan(intake);
    const std::string text = unwrapped(text_of(plan));
    const std::size_t tests = text.find("How to do the tests ───");
    for (const Index<Measure> i : plan.protocol().asks) {
      const Measure& measure = plan.catalog[i];
      if (measure.asked != Measure::Asked::test) continue;
      ++asked;
      CAPTURE(intake.protocol, name(intake.severity), measure.id);
      REQUIRE(tests != std::string::npos);
      CHECK(text.find(measure.ask, tests) != std::string::npos);
      CHECK(text.find(measure.ask) == text.rfind(measure.ask));  // once
    }
  }
  CHECK(asked > 0);
}

TEST_CASE("a phase is said to be longer only where it can be longer than planned", "[text]") {
  for (const Case& intake : eyes::all_cases()) {
    const Plan plan = eyes::plan(intake);
    const std::string text = unwrapped(text_of(plan));
    std::size_t longer = 0, said = 0;
    int planned = 0;
    for (const PhaseSpan& span : plan.phases) planned += span.planned, longer += span.longest > span.planned ? 1u : 0u;
    for (std::size_t at = 0; (at = text.find(" if you are not ready", at)) != std::string::npos; ++at) ++said;
    CAPTURE(intake.protocol, name(intake.severity));
    CHECK(said == (planned < 84 ? longer : 0));
  }
}

TEST_CASE("norms stand beside their test, with their source", "[text]") {
  const std::string text = unwrapped(text_of(eyes::plan("calf-strain", Severity::moderate)));
  const std::size_t table =
      text.find("What is normal, from Hébert-Losier 2017 (second-hand) Age Men Women from 20 37 30 from 30 32 27");
  CHECK(table != std::string::npos);
  CHECK(table > text.find("in the table below"));
}

TEST_CASE("the end is a projection: not before, and how far it can stretch", "[text]") {
  CHECK(contains(
      unwrapped(text_of(eyes::plan("calf-strain", Severity::mild))),
      "End planned for Mon 21 Dec, if all goes well; not before Sat 19 Dec. If you need longer it can stretch to Mon 22 Feb "
      "2027: see a clinician before that."));
  CHECK(contains(unwrapped(text_of(eyes::plan("achilles-midportion-alfredson", Severity::mild))),
                 "End planned for Mon 22 Feb, if all goes well. This is a projection"));
}

TEST_CASE("a gate in a plan without room says what to do who is not ready", "[text]") {
  const std::string stay = "If you are not ready on the last day: stay in this phase and ask your clinician.";
  const std::string full = " This plan cannot grow past twelve weeks.";
  CHECK(contains(unwrapped(text_of(eyes::plan("calf-strain", Severity::severe))), stay + full));
  // Three days of protection are the most for a mild strain; all its other phases can be longer.
  const std::string mild = unwrapped(text_of(eyes::plan("calf-strain", Severity::mild)));
  const std::size_t first = mild.find(stay);
  CHECK(first < mild.find("Phase 2 of"));
  CHECK(mild.find(stay, first + 1) == std::string::npos);
  CHECK(!contains(mild, full));
  // Without a gate there is nothing to be ready for.
  CHECK(!contains(unwrapped(text_of(eyes::plan("achilles-midportion-alfredson", Severity::mild))), stay));
}

TEST_CASE("who may not do an exercise asks a clinician how the tests after it are done", "[text]") {
  const std::string ask = "Ask your clinician how to test what was left out for you.";
  CHECK(!contains(unwrapped(text_of(eyes::plan("calf-strain", Severity::severe))), ask));
  Case intake = eyes::intake("calf-strain", Severity::severe);
  intake.tags = {"falls-from-65"};
  const std::string text = unwrapped(text_of(eyes::plan(intake)));
  const std::size_t hops = text.find("Pain with one hop: at most 1 of 10");
  REQUIRE(hops != std::string::npos);
  CHECK(text.find(ask) > hops);                     // not before the first test of what was left out
  CHECK(text.find(ask) < text.find("Phase 5 of"));  // but right there
  CHECK(text.find(ask, text.find("At the end")) != std::string::npos);
}

TEST_CASE("a ladder that ends below what a tag forbids leaves out something too", "[text]") {
  Case intake = eyes::intake("calf-strain", Severity::moderate);
  intake.tags = {"neuropathy"};  // small hops on one leg are the second rung
  const Plan plan = eyes::plan(intake);
  CHECK(contains(unwrapped(text_of(plan)), "Ask your clinician how to test what was left out for you."));
}

TEST_CASE("a workout of which nothing is left is named neither in the sessions nor among the changes", "[text]") {
  Plan plan = sample::plan();
  for (std::size_t i = 1; i < plan.routines.size(); i += 2) plan.routines[i].doses = 2;
  Change fewer;
  fewer.rule = Change::Rule::fewer_days;
  fewer.workout = 1;
  fewer.asked = 3;
  fewer.given = 2;
  plan.changes = {fewer};
  const std::string text = unwrapped(text_of(plan));
  CHECK(!contains(text, "Balance"));
  CHECK(!contains(text, "What was fitted to you"));
  CHECK(contains(unwrapped(text_of(sample::plan())), "Balance"));
}

TEST_CASE("what was fitted to the person stands before the phases", "[text]") {
  Case intake = eyes::intake("calf-strain", Severity::mild);
  intake.tags = {"previous-calf-strain"};
  const std::string text = text_of(eyes::plan(intake));
  CHECK(text.find("What was fitted to you") < text.find("Phase 1 of"));
}

TEST_CASE("lengths and frequencies that are ours say so, those of a source do not", "[text]") {
  const std::string text = unwrapped(text_of(eyes::plan("calf-strain", Severity::moderate)));
  CHECK(contains(text, "11 days (our choice, not from a study)"));
  CHECK(contains(text, "Thu 3 Dec 2026, 3 days → Spare"));
  CHECK(contains(text, "Small bouts Our choice, not from a study: times per day, days per week • "));
  const std::string published = unwrapped(text_of(eyes::plan("achilles-midportion-alfredson", Severity::mild)));
  CHECK(contains(published, "Heel drops • Heel drop on a step"));
}

TEST_CASE("one set in some weeks does not tear apart what is said once for all weeks", "[text]") {
  const std::string text = unwrapped(text_of(eyes::plan("achilles-midportion-alfredson", Severity::severe)));
  CHECK(contains(text,
                 "from 22 Dec 2 × 15 Lower in 3 s, rest 60–120 s, left leg, body weight Assumed, not from the source: sets, tempo, "
                 "rest"));
}

TEST_CASE("a limit is said in its own words first, then when it is broken", "[text]") {
  CHECK(contains(
      unwrapped(text_of(eyes::plan("achilles-midportion-alfredson", Severity::mild))),
      "! The tendon was worse on three mornings in a row. Ask your therapist. If pain the next morning is higher than at the "
      "start of this plan on 3 days in a row: stop until a clinician has cleared you. (assumed: change, number of days)"));
}
