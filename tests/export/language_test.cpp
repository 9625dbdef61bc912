// Plans and protocols in another language: nothing fixed stays in English, and nothing but words differs.
//
// The language is English in another alphabet (support/other_alphabet.hpp), so an ASCII letter is a text that no translation
// reaches.
#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "rehab/rehab.hpp"
#include "support/catch.hpp"
#include "support/other_alphabet.hpp"
#include "support/page_laws.hpp"

using namespace rehab;
using namespace rehab::other_alphabet;

namespace {

Case person(const Protocol& protocol, Severity severity) {
  Case out;
  out.protocol = protocol.id;
  out.severity = severity;
  out.side = Side::left;
  out.start = day(2026, 12, 1);
  out.zone = "Europe/Berlin";
  out.clearance = Clearance{other("a practice"), day(2026, 11, 30)};
  return out;
}

// Cases that make the planner say all that it can: too few days, no equipment, tags, days away, clocks that change.
std::vector<Case> cases_of(const Protocol& protocol, Severity severity) {
  const Case plain = person(protocol, severity);
  std::vector<Case> out{plain};
  Case bare = plain, busy = plain, night = plain, all = plain, nobody = plain;
  bare.equipment = {};
  bare.side = Side::both;
  busy.days = Weekdays{};
  busy.days.insert(std::chrono::Monday);
  busy.days.insert(std::chrono::Tuesday);
  busy.times = PartTimes{};
  busy.times[0] = std::chrono::minutes{7 * 60};
  busy.away = {{day(2026, 12, 3), day(2026, 12, 9)}, {day(2026, 12, 24), day(2027, 1, 2)}};
  busy.side = Side::right;
  night.start = day(2027, 3, 1);  // the clocks jump on 28 March at 02:00
  night.times[0] = std::chrono::minutes{2 * 60 + 30};
  Case autumn = night;
  autumn.start = day(2026, 10, 1);  // and back on 25 October at 03:00
  nobody.side = {};
  nobody.zone = {};
  nobody.clearance = {};
  for (const Phase& phase : protocol.phases)
    for (const Workout& workout : phase.workouts)
      if (workout.optional && std::find(all.with.begin(), all.with.end(), workout.id) == all.with.end())
        all.with.push_back(workout.id);
  out.insert(out.end(), {bare, busy, night, autumn, nobody, all});
  for (const Tag& tag : foreign()->tags) {
    Case tagged = plain;
    tagged.tags = {tag.id};
    out.push_back(tagged);
  }
  return out;
}

// The same case in both languages, for every protocol and severity for which there is a plan.
template <class Look>
void each_plan(Look look) {
  int plans = 0;
  for (const Protocol& protocol : foreign()->protocols)
    for (const Severity severity : severities)
      for (const Case& intake : cases_of(protocol, severity)) {
        const Result<Plan> plan = make_plan(foreign(), intake), same = make_plan(english(), intake);
        REQUIRE(plan.value.has_value() == same.value.has_value());
        if (!plan) continue;
        ++plans;
        look(*plan, *same);
      }
  CHECK(plans > 20);
}

void note_left(Left& left, std::string_view text) {
  static const std::set<std::string> ids = ids_of(english());
  find_english(text, ids, left);
}

std::string exported(const Plan& plan, std::string_view format, const ExportOptions& options) {
  Result<std::string> out = export_plan(plan, format, options);
  REQUIRE(out);
  return std::move(*out);
}

// Line ends of a calendar's text as spaces: `\\n` would begin a word.
std::string with_spaces(std::string text) {
  for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at)) text.replace(at, 2, "  ");
  return text;
}

std::set<std::string> all_back(const std::set<std::string>& texts) {
  std::set<std::string> out;
  for (const std::string& text : texts) out.insert(back(text));
  return out;
}

constexpr std::string_view calendar_texts[]{"SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "CATEGORIES"};

// What people read of a calendar: the values of its texts, each once.
std::set<std::string> texts_of_calendar(std::string_view calendar) {
  std::set<std::string> out;
  bool kept = false;
  std::string text;
  for (std::size_t begin = 0; begin < calendar.size();) {
    const std::size_t end = calendar.find("\r\n", begin);
    const std::string_view line = calendar.substr(begin, end - begin);
    begin = end + 2;
    if (line.starts_with(' ')) {  // folded
      if (kept) text += line.substr(1);
      continue;
    }
    if (kept) out.insert(std::move(text));
    const std::string_view name = line.substr(0, line.find_first_of(":;"));
    kept = std::count(std::begin(calendar_texts), std::end(calendar_texts), name) > 0;
    if (kept) text = line.substr(line.find(':') + 1);
  }
  return out;
}

}  // namespace

TEST_CASE("the text of a plan has no fixed English in it", "[language]") {
  Left left;
  each_plan([&](const Plan& plan, const Plan& same) {
    ExportOptions options;
    for (const auto today : {std::optional<std::chrono::local_days>{}, std::optional(plan.days.begin + std::chrono::days{3}),
                             std::optional(plan.days.end)}) {
      options.today = today;
      const std::string text = exported(plan, "text", options);
      note_left(left, page_laws::unwrapped(text));
      CHECK(page_laws::unwrapped(back(text)) == page_laws::unwrapped(back(exported(same, "text", options))));
    }
  });
  CHECK(listed(left) == "");
}

TEST_CASE("the texts of a calendar have no fixed English in them", "[language]") {
  Left left;
  each_plan([&](const Plan& plan, const Plan& same) {
    for (const auto form : {ExportOptions::TimeForm::zoned, ExportOptions::TimeForm::all_day})
      for (const bool neutral : {false, true}) {
        ExportOptions options;
        options.time_form = form;
        options.neutral_titles = neutral;
        const std::set<std::string> texts = texts_of_calendar(exported(plan, "ics", options));
        for (const std::string& text : texts) note_left(left, with_spaces(text));
        CHECK(all_back(texts) == all_back(texts_of_calendar(exported(same, "ics", options))));
      }
  });
  CHECK(listed(left) == "");
}

TEST_CASE("what was fitted to a person is told without English", "[language]") {
  Left left;
  std::set<Change::Rule> rules;
  each_plan([&](const Plan& plan, const Plan& same) {
    REQUIRE(plan.changes == same.changes);
    for (const Change& change : plan.changes) {
      rules.insert(change.rule);
      const std::string told = describe(plan, change);
      note_left(left, told);
      CHECK(back(told) == back(describe(same, change)));
    }
  });
  CHECK(rules.size() > 8);
  CHECK(listed(left) == "");
}

TEST_CASE("a protocol is shown without fixed English", "[language]") {
  Left left;
  for (const Protocol& protocol : foreign()->protocols) {
    const Protocol& same = *english().find(protocol.id);
    std::vector<std::optional<Severity>> shown{std::nullopt};
    shown.insert(shown.end(), severities.begin(), severities.end());
    for (const std::optional<Severity> severity : shown) {
      const std::string text = show_protocol(foreign(), protocol, severity, 100);
      note_left(left, page_laws::unwrapped(text));
      CHECK(page_laws::unwrapped(back(text)) == page_laws::unwrapped(back(show_protocol(english(), same, severity, 100))));
    }
  }
  CHECK(listed(left) == "");
}

TEST_CASE("protocols are listed without fixed English", "[language]") {
  Left left;
  const std::string text = list_protocols(foreign(), 100);
  note_left(left, text);
  CHECK(page_laws::unwrapped(back(text)) == page_laws::unwrapped(back(list_protocols(english(), 100))));
  CHECK(listed(left) == "");
}

TEST_CASE("a plan in another language is the same plan: its id, its sessions, their UIDs", "[language]") {
  CHECK(foreign()->hash == english()->hash);
  CHECK(foreign()->hash == builtin_catalog()->hash);
  each_plan([&](const Plan& plan, const Plan& same) {
    CHECK(plan.protocol().hash == same.protocol().hash);
    CHECK(plan.id == same.id);
    REQUIRE(plan.sessions == same.sessions);
    for (std::size_t i = 0; i < plan.sessions.size(); ++i)
      REQUIRE(identity(plan, plan.sessions[i]) == identity(same, same.sessions[i]));
  });
}
