// What to do today, for eyes.
#include <algorithm>
#include <array>
#include <iterator>

#include "export/clauses.hpp"
#include "export/criteria.hpp"
#include "export/decision_list.hpp"
#include "export/references.hpp"
#include "export/standstill.hpp"
#include "export/wording.hpp"
#include "follow/page.hpp"
#include "text/append.hpp"
#include "text/utf8.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using wording::Clauses;

class TodayPage {
 public:
  TodayPage(const Plan& plan, local_days date, std::string& out, int width, bool color)
      : plan_(plan), today_(today(plan, date)), page_(plan, out, width, color), canvas_(page_.canvas), words_(page_.words) {}

  void print() {
    const auto day = [this](std::string& to) { append_full_day(to, words_, today_.date); };
    canvas_.title(words_.say("section-today", {{"day", day}}));
    if (today_.state == Today::State::halted) return print_halted();
    if (today_.state == Today::State::over) return print_over();
    print_decided();
    print_screening();
    print_training();
    if (today_.state == Today::State::before_start) return;
    print_signs();
    print_notes();
    print_tests();
    print_ahead();
  }

 private:
  std::vector<const Session*> sessions(const std::vector<std::uint32_t>& list) const {
    std::vector<const Session*> out;
    for (const std::uint32_t i : list) out.push_back(&plan_.sessions[i]);
    return out;
  }

  // --- No training ---

  void print_halted() {
    print_stops(canvas_, plan_, open_stops(plan_, today_.date));
    if (today_.sessions.empty()) return;
    canvas_.heading(words_["follow-before-stop"]);
    for (const Session* session : sessions(today_.sessions)) print_row({session});
  }

  void print_over() {
    const auto day = [this](std::string& to) { append_full_day(to, words_, plan_.days.end - days{1}); };
    canvas_.paragraph(words_.say("follow-over", {{"day", day}}));
    canvas_.blank();
    if (is_finished(plan_)) canvas_.paragraph(plan_.protocol().after);
    print_early_end(canvas_, plan_);
    canvas_.paragraph(last_word(plan_), 0, Ink::bold);
  }

  // --- What is new, and what comes before training ---

  void print_decided() {
    if (today_.decided.empty()) return;
    canvas_.subheading(words_["follow-new"]);
    std::vector<const Change*> decided;
    for (const std::uint32_t i : today_.decided) decided.push_back(&plan_.changes[i]);
    for (const DecisionGroup& group : group_decisions(plan_, decided)) print_group(canvas_, group, 0, Ink::caution);
    canvas_.blank();
  }

  void print_screening() {
    const std::vector<const RedFlag*> flags = red_flags_of(plan_.catalog, plan_.protocol().condition);
    if (!today_.screening || flags.empty()) return;
    canvas_.heading(words_["follow-questions"]);
    canvas_.paragraph(words_["follow-one-yes"]);
    std::optional<RedFlag::Urgency> urgency;
    for (const RedFlag* flag : flags) {
      if (urgency != flag->urgency) canvas_.blank();
      if (urgency != flag->urgency) canvas_.item(wording::headline(words_, flag->urgency), 0, Ink::bold, "!");
      urgency = flag->urgency;
      canvas_.item(flag->ask, 2, Ink::plain, "?");
      canvas_.paragraph(words_.say("follow-yes", {{"id", std::string_view(flag->id)}}), 4, Ink::dim);
    }
    canvas_.heading(words_["follow-training"]);
  }

  // --- Training ---

  void print_training() {
    switch (today_.state) {
      case Today::State::training:
        return print_day(page_.text, sessions(today_.sessions));
      case Today::State::before_start: {
        const auto day = [this](std::string& to) { append_full_day(to, words_, plan_.days.begin); };
        return print_next(page_.text, today_.date, words_.say("follow-begins", {{"day", day}}));
      }
      case Today::State::away:
        return print_next(page_.text, today_.date, words_["follow-away"]);
      case Today::State::paused:
        return print_next(page_.text, today_.date, words_["follow-paused"]);
      default:
        return print_next(page_.text, today_.date, why_no_session(plan_, today_.date));
    }
  }

  // Where a title keeps its capital, quotation marks make a name of it.
  void append_sign(std::string& out, const RedFlag& flag) const {
    if (words_["titles-in-sentences"] == "small") return words_.append_inside(out, flag.title);
    words_.append(out, "exercise-named", {{"exercise", std::string_view(flag.title)}});
  }

  // What must not wait for the next safety questions.
  void print_signs() {
    std::string signs;
    Clauses clauses(signs, words_.glue("list-parts"));
    for (const RedFlag* flag : red_flags_of(plan_.catalog, plan_.protocol().condition))
      if (flag->urgency <= RedFlag::Urgency::same_day) append_sign(clauses.next(), *flag);
    if (today_.sessions.empty() || today_.screening) return;
    canvas_.blank();
    if (clauses.any()) canvas_.item(words_.say("follow-signs", {{"signs", signs}}), 0, Ink::caution, "!");
    if (!today_.screening_again) return;
    const auto day = [this](std::string& to) { append_day(to, words_, *today_.screening_again); };
    canvas_.paragraph(words_.say("follow-asked-again", {{"day", day}}), clauses.any() ? 2 : 0);
  }

  // --- What to note, to test ---

  void print_notes() {
    // By Measure::Asked; tests have a section of their own.
    constexpr std::array<Phrase, 3> when{"after-each-session", "each-morning", "once-a-week"};
    if (today_.to_note.empty()) return;
    canvas_.heading(words_["section-notes"]);
    for (std::size_t w = 0; w < when.size(); ++w) {
      std::string line;
      Clauses clauses(line, words_.glue("list-parts"));
      for (const Index<Measure> i : today_.to_note)
        if (static_cast<std::size_t>(plan_.catalog[i].asked) == w) append_with_id(clauses.next(), plan_.catalog[i]);
      if (clauses.any()) canvas_.fact(words_[when[w]], line, label_width(words_, when));
    }
  }

  // The name that the diary calls it by.
  void append_with_id(std::string& out, const Measure& measure) const {
    words_.append(out, "aside", {{"text", std::string_view(measure.title)}, {"aside", std::string_view(measure.id)}});
  }

  void print_tests() {
    std::optional<local_days> from;
    for (const TestDue& test : today_.tests) {
      if (!from) canvas_.heading(words_["follow-tests"]);
      const local_days day = std::max(test.from, today_.date);
      if (from != day) canvas_.subheading(day == today_.date ? words_.say("follow-now") : when_due(day));
      from = day;
      print_test(test);
    }
  }

  std::string when_due(local_days day) const { return sentence(words_.say("from-day", {{"day", page_.day(day)}})); }

  // What must be shown, as the gate says it; and what the diary calls it.
  void print_test(const TestDue& test) {
    const PhaseSpan& span = plan_.phases[*today_.span];
    const std::vector<Phase>& phases = plan_.protocol().phases;
    const auto print = [&](const std::vector<Criterion>& criteria) {
      for (const Criterion& criterion : criteria) {
        if (criterion.measure != test.measure) continue;
        canvas_.item(criterion_line(plan_.catalog, plan_.protocol(), criterion, plan_.intake.severity), 2, Ink::plain, "☐");
        canvas_.paragraph(plan_.catalog[test.measure].id, 4, Ink::dim);
        return true;
      }
      return false;
    };
    if (print(plan_.phase_of(span).move_on)) return;
    for (std::size_t i = span.phase + std::size_t{1}; i < phases.size(); ++i)
      if (planned_days(phases[i], plan_.intake.severity)) return static_cast<void>(print(phases[i].enter));
  }

  // --- The days to come ---

  void print_ahead() {
    if (today_.ahead.empty()) return;
    canvas_.heading(words_["follow-ahead"]);
    const std::vector<const Session*> ahead = sessions(today_.ahead);
    for (std::size_t i = 0; i < ahead.size();) {
      std::vector<const Session*> day;
      for (; i < ahead.size() && (day.empty() || day.front()->date == ahead[i]->date); ++i) day.push_back(ahead[i]);
      print_row(day);
    }
  }

  // "Thu 10 Dec   07:30, 18:00: Bouts; 21:30: Stretching"
  void print_row(const std::vector<const Session*>& day) {
    std::string line;
    Clauses clauses(line, words_.glue("list-parts"));
    std::vector<std::uint32_t> told;
    for (const Session* session : day) {
      if (std::find(told.begin(), told.end(), session->routine) != told.end()) continue;
      told.push_back(session->routine);
      const auto times = [&](std::string& to) { append_times(to, day, session->routine); };
      const auto workouts = [&](std::string& to) { wording::append_workouts(to, plan_, plan_.routine_of(*session)); };
      words_.append(clauses.next(), "labelled", {{"label", times}, {"text", workouts}});
    }
    canvas_.fact(page_.day(day.front()->date), line, day_width());
  }

  void append_times(std::string& out, const std::vector<const Session*>& day, std::uint32_t routine) const {
    Clauses clauses(out, words_.glue("list"));
    for (const Session* session : day)
      if (session->routine == routine) text::append_time(clauses.next(), session->time);
  }

  std::size_t day_width() const {
    std::size_t most = text::columns(page_.day(today_.date));
    for (const std::uint32_t i : today_.ahead) most = std::max(most, text::columns(page_.day(plan_.sessions[i].date)));
    return most + 2;
  }

  const Plan& plan_;
  const Today today_;
  follow::Page page_;
  Canvas& canvas_;
  const Words words_;
};

}  // namespace

std::string today_text(const Plan& plan, local_days date, int width, bool color) {
  std::string out;
  TodayPage(plan, date, out, width, color).print();
  return out;
}

}  // namespace rehab
