// One sentence for every decision of the planner, for a person who knows nothing of the planner.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "export/change_rule.hpp"
#include "export/dates.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"
#include "rehab/export.hpp"
#include "text/append.hpp"

namespace rehab {
namespace {

// What a sentence is made of.
struct Telling {
  const Plan& plan;
  const Change& change;
  std::string out;

  const Phase& phase() const { return plan.phase_of(plan.phases[change.phase]); }

  void words(std::string_view text) { out += text; }
  void number(int n) { text::append_number(out, static_cast<std::int64_t>(n)); }
  void counted(int n, std::string_view one, std::string_view many) {
    number(n);
    words(n == 1 ? one : many);
  }
  void quoted(std::string_view text) {
    words("“");
    words(text);
    words("”");
  }
  // “Small bouts” in the phase “Load early”
  void workout() {
    if (change.workout) {
      quoted(phase().workouts[*change.workout].title);
    } else {
      words("A workout");
    }
    in_phase();
  }
  // Whether anything but free days keeps the workout from a day.
  bool needs_rest() const {
    if (!change.workout) return false;
    const Workout& asked = phase().workouts[*change.workout];
    if (asked.min_hours_apart || asked.level || !asked.not_with.empty()) return true;
    for (const Phase& each : plan.protocol().phases)
      for (const Workout& other : each.workouts)
        if (std::find(other.not_with.begin(), other.not_with.end(), asked.number) != other.not_with.end()) return true;
    return false;
  }
  void in_phase() {
    words(" in the phase ");
    quoted(phase().title);
  }
  void exercise(Index<Exercise> i) {
    if (i) {
      quoted(plan.catalog[i].title);
    } else {
      words("An exercise");
    }
  }
  void tag() {
    words(", because you answered yes to: ");
    if (change.tag) quoted(plan.catalog[change.tag].ask);
  }
  // Which of the exercise's equipment is not there, as far as the case says.
  void missing_equipment() {
    words(", because equipment is missing");
    if (!change.exercise || !plan.intake.equipment) return;
    std::string_view glue = ": ";
    for (const Index<Equipment> i : plan.catalog[change.exercise].equipment) {
      const std::vector<std::string>& there = *plan.intake.equipment;
      if (std::find(there.begin(), there.end(), plan.catalog[i].id) != there.end()) continue;
      words(glue);
      words_of(plan.catalog).append_inside(out, plan.catalog[i].title);
      glue = "; ";
    }
  }
  void origin() {
    const Origin& from = change.origin;
    if (from.source) {
      words(" (");
      wording::append_source(out, plan.catalog[from.source]);
      words(from.confidence == Confidence::primary     ? ")"
            : from.confidence == Confidence::secondary ? ", second-hand)"
                                                       : ", not confirmed)");
    } else {
      words(" (assumed, not from a source)");
    }
  }
  void day() { append_full_day(out, words_of(plan.catalog), change.date); }
};

void fewer_days(Telling& t) {
  t.workout();
  t.words(" comes on ");
  t.counted(t.change.given, " day a week, not ", " days a week, not ");
  t.number(t.change.asked);
  t.words(t.needs_rest() ? ": too few of your days are free for more with the rest that it needs"
                         : ": no more of your days are free");
}

void fewer_times(Telling& t) {
  t.workout();
  t.words(" comes ");
  t.counted(t.change.given, " time a day, not ", " times a day, not ");
  t.number(t.change.asked);
  t.words(": your day has no clock time for the others");
}

void placed_once(Telling& t) {
  t.workout();
  t.words(" would have missed this short phase; it is placed once, on ");
  t.day();
}

void never_placed(Telling& t) {
  t.workout();
  t.words(" is left out: it found no free day in the phase");
}

void rest_kept(Telling& t) {
  t.workout();
  t.words(" is left out ");
  t.counted(t.change.given, " time", " times");
  t.words(t.change.given == 1 ? ", on " : ", first on ");
  t.day();
  t.words(", so that the body gets its rest between sessions");
}

void away_dropped(Telling& t) {
  t.counted(t.change.given, " session", " sessions");
  t.in_phase();
  t.words(t.change.given == 1 ? " falls" : " fall");
  t.words(" on days when you are away and ");
  t.words(t.change.given == 1 ? "is left out" : "are left out");
}

void away_moved(Telling& t) {
  t.words("Your days away move the rest of the phase ");
  t.quoted(t.phase().title);
  t.words(" and all that follows by ");
  t.counted(t.change.given, " day", " days");
}

void swapped(Telling& t) {
  t.exercise(t.change.other);
  t.words(" takes the place of ");
  t.exercise(t.change.exercise);
}

void equipment_swapped(Telling& t) {
  swapped(t);
  t.missing_equipment();
  t.origin();
}

void equipment_dropped(Telling& t) {
  t.exercise(t.change.exercise);
  t.words(" is left out");
  t.missing_equipment();
}

void load_dropped(Telling& t) {
  t.exercise(t.change.exercise);
  t.words(" is done without its extra weight or band, because that is missing");
}

void tag_swapped(Telling& t) {
  swapped(t);
  t.tag();
  t.origin();
}

void tag_dropped(Telling& t) {
  t.exercise(t.change.exercise);
  t.words(" is left out");
  t.tag();
}

void phase_longer(Telling& t) {
  t.words("The phase ");
  t.quoted(t.phase().title);
  t.words(" is ");
  t.counted(t.change.given, " day", " days");
  t.words(" longer");
  if (t.change.tag) t.tag();
  t.origin();
}

void phase_cut(Telling& t) {
  t.words("The phase ");
  t.quoted(t.phase().title);
  t.words(" is ");
  t.counted(t.change.given, " day", " days");
  t.words(" long, not ");
  t.number(t.change.asked);
  t.words(": a plan has at most twelve weeks");
}

void gap_moved(Telling& t) {
  t.words("On ");
  t.day();
  t.words(" the clocks jump over the time of a session; it begins right after the jump");
}

void doubled_first(Telling& t) {
  t.words("On ");
  t.day();
  t.words(" the clocks show the time of a session twice; the first is meant");
}

using Teller = void (*)(Telling&);

// By Change::Rule.
constexpr Teller tellers[]{fewer_days,   fewer_times,       placed_once,       never_placed, rest_kept,   away_dropped,
                           away_moved,   equipment_swapped, equipment_dropped, load_dropped, tag_swapped, tag_dropped,
                           phase_longer, phase_cut,         gap_moved,         doubled_first};
static_assert(std::size(tellers) == change_rules.size());

}  // namespace

std::string describe(const Plan& plan, const Change& change) {
  Telling telling{plan, change, {}};
  tellers[static_cast<std::size_t>(change.rule)](telling);
  telling.out += '.';
  return std::move(telling.out);
}

}  // namespace rehab
