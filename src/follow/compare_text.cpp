// What changed from one revision of a plan to the next, for eyes: what belongs together is one line.
#include <algorithm>
#include <array>

#include "export/clauses.hpp"
#include "export/decision_list.hpp"
#include "export/wording.hpp"
#include "follow/page.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using wording::Clauses;

constexpr std::size_t most_lines = 8;  // of a section

// The first and the last day of some sessions.
struct Stretch {
  local_days first = local_days::max(), last = local_days::min();
  std::int64_t count = 0;

  void add(local_days day) {
    first = std::min(first, day);
    last = std::max(last, day);
    ++count;
  }
};

class ComparisonPage {
 public:
  ComparisonPage(const Comparison& what, std::string& out, int width, bool color, bool what_if)
      : what_(what),
        what_if_(what_if),
        before_(what.before),
        after_(what.after),
        page_(what.after, out, width, color),
        canvas_(page_.canvas),
        words_(page_.words) {}

  void print() {
    if (what_.same()) return canvas_.paragraph(words_[what_if_ ? Phrase("would-change-nothing") : Phrase("changed-nothing")]);
    canvas_.title(words_[what_if_ ? Phrase("would-change-title") : Phrase("changed-title")]);
    if (what_.ends_otherwise) print_ending();
    print_reasons();
    print_section("changed-sessions", sessions());
    print_section("changed-doses", doses());
    print_section("changed-phases", phases());
  }

 private:
  using Lines = std::vector<std::string>;

  void print_section(Phrase heading, const Lines& lines) {
    if (lines.empty()) return;
    canvas_.subheading(words_[heading]);
    // One line too many is printed rather than counted.
    const std::size_t printed = lines.size() <= most_lines + 1 ? lines.size() : most_lines;
    for (std::size_t i = 0; i < printed; ++i) canvas_.item(lines[i], 0);
    if (printed < lines.size()) canvas_.item(full_sentence(words_, words_.say("changed-more", {{"n", lines.size() - printed}})), 0);
  }

  void add(Lines& lines, std::string clause) const { lines.push_back(full_sentence(words_, std::move(clause))); }

  void print_ending() {
    // By Plan::Ending.
    constexpr std::array<Phrase, 3> says{"changed-to-proceed", "changed-to-review", "changed-to-stopped"};
    const Ink ink = after_.ending == Plan::Ending::stopped ? Ink::danger : Ink::bold;
    canvas_.item(full_sentence(words_, words_.say(says[static_cast<std::size_t>(after_.ending)])), 0, ink, "!");
  }

  void print_reasons() {
    if (what_.reasons.empty()) return;
    std::vector<const Change*> changes;
    for (const std::uint32_t i : what_.reasons) changes.push_back(&after_.changes[i]);
    canvas_.subheading(words_["changed-why"]);
    std::size_t printed = 0, left = 0;
    for (DecisionGroup& group : group_decisions(after_, changes)) {
      const std::size_t lines = std::max<std::size_t>(group.follows.size(), 1), room = most_lines - std::min(printed, most_lines);
      // What there is to do is never cut.
      const std::size_t keep = room == 0 && group.says.empty() ? 0 : std::min(lines, std::max<std::size_t>(room, 1));
      left += lines - keep;
      printed += keep;
      if (keep == 0) continue;
      if (!group.follows.empty()) group.follows.resize(keep);
      print_group(canvas_, group, 0, Ink::plain);
    }
    if (left > 0) canvas_.item(full_sentence(words_, words_.say("changed-more", {{"n", left}})), 0);
  }

  // --- Sessions ---

  Lines sessions() const {
    Lines out;
    if (are_all_cancelled()) {
      Stretch all;
      for (const std::uint32_t i : what_.cancelled) all.add(before_.sessions[i].date);
      add(out, words_.say("changed-all-cancelled", {{"n", all.count}, {"days", days_of(all)}}));
    } else {
      add_stretches(out, before_, what_.cancelled, "changed-cancelled");
    }
    add_stretches(out, after_, what_.added, "changed-added");
    add_moves(out);
    add_refilled(out, true);
    add_refilled(out, false);
    return out;
  }

  // No session follows the first that is cancelled.
  bool are_all_cancelled() const {
    if (what_.cancelled.size() < 2) return false;
    const Session& first = before_.sessions[what_.cancelled.front()];
    const auto follows = [&](const Session& s) { return s.date > first.date || (s.date == first.date && s.part >= first.part); };
    return std::none_of(after_.sessions.begin(), after_.sessions.end(), follows);
  }

  // One line a phase.
  void add_stretches(Lines& out, const Plan& plan, const std::vector<std::uint32_t>& list, Phrase says) const {
    for (std::size_t p = 0; p < plan.protocol().phases.size(); ++p) {
      Stretch stretch;
      for (const std::uint32_t i : list)
        if (plan.span_of(plan.sessions[i]).phase == p) stretch.add(plan.sessions[i].date);
      if (stretch.count > 0)
        add(out, words_.say(says, {{"phase", std::string_view(plan.protocol().phases[p].title)},
                                   {"n", stretch.count},
                                   {"days", days_of(stretch)}}));
    }
  }

  std::string days_of(const Stretch& stretch) const {
    std::string out;
    append_days(out, words_, {stretch.first, stretch.last + days{1}});
    return out;
  }

  // One line for all sessions that move by as many days.
  void add_moves(Lines& out) const {
    std::vector<days> told;
    for (const Move& move : what_.moved) {
      const days by = shift(move);
      if (std::find(told.begin(), told.end(), by) != told.end()) continue;
      told.push_back(by);
      const auto alike = std::count_if(what_.moved.begin(), what_.moved.end(), [&](const Move& m) { return shift(m) == by; });
      const Phrase says = by > days{0}   ? Phrase("changed-later")
                          : by < days{0} ? Phrase("changed-earlier")
                                         : Phrase("changed-clock");
      const std::int64_t far = by < days{0} ? -by.count() : by.count();
      add(out, words_.say(says, {{"n", alike},
                                 {"days", words_.say("days", {{"n", far}})},
                                 {"after", page_.day(after_.sessions[move.after].date)},
                                 {"before", page_.day(before_.sessions[move.before].date)}}));
    }
  }

  days shift(const Move& move) const { return after_.sessions[move.after].date - before_.sessions[move.before].date; }

  // Sessions that lose the same workouts, or gain them.
  void add_refilled(Lines& out, bool lost) const {
    std::vector<std::uint64_t> told;
    for (const Move& move : what_.refilled) {
      const std::uint64_t workouts = difference(move, lost);
      if (workouts == 0 || std::find(told.begin(), told.end(), workouts) != told.end()) continue;
      told.push_back(workouts);
      Stretch stretch;
      for (const Move& other : what_.refilled)
        if (difference(other, lost) == workouts) stretch.add(after_.sessions[other.after].date);
      const auto titles = [&](std::string& to) { append_workouts(to, workouts); };
      add(out, words_.say(lost ? Phrase("changed-without") : Phrase("changed-with"),
                          {{"workouts", titles}, {"n", stretch.count}, {"days", days_of(stretch)}}));
    }
  }

  std::uint64_t difference(const Move& move, bool lost) const {
    const std::uint64_t before = before_.routine_of(before_.sessions[move.before]).workouts;
    const std::uint64_t after = after_.routine_of(after_.sessions[move.after]).workouts;
    return lost ? before & ~after : after & ~before;
  }

  void append_workouts(std::string& out, std::uint64_t workouts) const {
    Clauses clauses(out, words_.glue("list-and"));
    for (const Phase& phase : after_.protocol().phases)
      for (const Workout& workout : phase.workouts) {
        if (((workouts >> workout.number) & 1u) == 0) continue;
        workouts &= ~(std::uint64_t{1} << workout.number);
        words_.append(clauses.next(), "exercise-named", {{"exercise", std::string_view(workout.title)}});
      }
  }

  // --- Doses ---

  Lines doses() const {
    Lines out;
    for (const DoseChange& change : what_.doses) {
      const PlannedDose &before = before_.doses[change.before], &after = after_.doses[change.after];
      const std::string_view old = before_.catalog[before.exercise].title, now = after_.catalog[after.exercise].title;
      const std::string first = page_.day(change.first);
      if (before.exercise != after.exercise) {
        add(out, words_.say("changed-exercise", {{"first", first}, {"after", now}, {"before", old}}));
      } else {
        add(out, words_.say(
                     "changed-dose",
                     {{"exercise", now}, {"first", first}, {"after", amount(after_, after)}, {"before", amount(before_, before)}}));
      }
    }
    return out;
  }

  // How much, and what the diary made of it; where that is the same, all that is said of the dose.
  std::string amount(const Plan& plan, const PlannedDose& dose) const {
    std::string out;
    Clauses clauses(out, words_.glue("list"));
    std::string part;
    if (wording::append_volume(part, words_, dose)) clauses.next() += part;
    part.clear();
    if (wording::append_standing(part, plan, dose)) clauses.next() += part;
    if (!clauses.any()) wording::append_manner(out, plan, dose);
    return out;
  }

  // --- Phases ---

  Lines phases() const {
    Lines out;
    std::string gone;
    int count = 0;
    Clauses clauses(gone, words_.glue("list"));
    for (const PhaseMove& move : what_.phases) {
      if (move.after) {
        add_phase(out, move);
      } else {
        ++count;
        words_.append(clauses.next(), "exercise-named", {{"exercise", std::string_view(title_of(before_.phases[*move.before]))}});
      }
    }
    if (clauses.any()) add(out, words_.say("changed-phase-gone", {{"phases", std::string_view(gone)}, {"n", count}}));
    if (before_.days.end != after_.days.end && after_.ending != Plan::Ending::stopped) {
      const std::string before = page_.day(before_.days.end - days{1}), after = page_.day(after_.days.end - days{1});
      add(out, words_.say("changed-end", {{"before", before}, {"after", after}}));
    }
    return out;
  }

  const std::string& title_of(const PhaseSpan& span) const { return after_.protocol().phases[span.phase].title; }

  void add_phase(Lines& out, const PhaseMove& move) const {
    const PhaseSpan& span = after_.phases[*move.after];
    const std::string_view title = title_of(span);
    if (!move.before) {
      const auto when = [&](std::string& to) { append_days(to, words_, span.days); };
      const Phrase says = span.visit > 1 ? Phrase("changed-phase-again") : Phrase("changed-phase-new");
      return add(out, words_.say(says, {{"phase", title}, {"days", when}}));
    }
    const DayRange &before = before_.phases[*move.before].days, &after = after_.phases[*move.after].days;
    const auto day = [this](local_days date) { return page_.day(date); };
    if (before.end != after.end) {
      add(out, words_.say("changed-phase",
                          {{"phase", title}, {"before", day(before.end - days{1})}, {"after", day(after.end - days{1})}}));
    } else {
      add(out, words_.say("changed-phase-begins", {{"phase", title}, {"before", day(before.begin)}, {"after", day(after.begin)}}));
    }
  }

  const Comparison& what_;
  const bool what_if_;
  const Plan &before_, &after_;
  follow::Page page_;
  Canvas& canvas_;
  const Words words_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison, int width, bool color, bool what_if) {
  std::string out;
  ComparisonPage(comparison, out, width, color, what_if).print();
  return out;
}

}  // namespace rehab
