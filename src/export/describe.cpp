// One sentence for every decision of the planner, for a person who knows nothing of the planner.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "export/change_rule.hpp"
#include "export/clauses.hpp"
#include "export/dates.hpp"
#include "export/decision.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"
#include "rehab/export.hpp"

namespace rehab {
namespace {

using wording::Clauses;

enum class Reason : std::uint8_t { none, equipment, answer };

// What the sentence of a rule is made of.
struct Telling {
  Phrase decision;
  Reason reason;
  bool origin;  // it tells who says so
};

// By Change::Rule, up to `doubled_first`: what is decided without a diary. What the diary decided is told by decision.hpp.
constexpr std::array<Telling, 16> tellings{{
    {"fewer-days", Reason::none, false},
    {"fewer-times", Reason::none, false},
    {"placed-once", Reason::none, false},
    {"never-placed", Reason::none, false},
    {"rest-kept", Reason::none, false},
    {"away-dropped", Reason::none, false},
    {"away-moved", Reason::none, false},
    {"exercise-swapped", Reason::equipment, true},
    {"exercise-dropped", Reason::equipment, false},
    {"load-dropped", Reason::none, false},
    {"exercise-swapped", Reason::answer, true},
    {"exercise-dropped", Reason::answer, false},
    {"phase-longer", Reason::answer, true},
    {"phase-cut", Reason::none, false},
    {"gap-moved", Reason::none, false},
    {"doubled-first", Reason::none, false},
}};
static_assert(tellings.size() == static_cast<std::size_t>(Change::Rule::held));

class Teller {
 public:
  Teller(const Plan& plan, const Change& change) : plan_(plan), change_(change), words_(words_of(plan.catalog)) {}

  std::string tell() const {
    std::string out;
    if (is_from_diary(change_)) {
      tell_decision(out);
    } else {
      tell_fitting(out, tellings[static_cast<std::size_t>(change_.rule)]);
    }
    words_.wrap(out, 0, "decision-told", "decision");
    return out;
  }

 private:
  const Phase& phase() const { return plan_.phase_of(plan_.phases[change_.phase]); }

  void tell_decision(std::string& out) const {
    append_decision(out, plan_, change_);
    add_ground(out, plan_, change_);
    add_origin(out);
  }

  void tell_fitting(std::string& out, const Telling& telling) const {
    append_fitting(out, is_for_rest() ? Phrase("fewer-days-for-rest") : telling.decision);
    if (telling.reason == Reason::equipment) add_missing_equipment(out);
    if (telling.reason == Reason::answer) add_answer(out);
    if (telling.origin) add_origin(out);
  }

  void append_fitting(std::string& out, Phrase decision) const {
    const auto workout = [this](std::string& to) { append_workout(to); };
    const auto phase = [this](std::string& to) { to += this->phase().title; };
    const auto exercise = [this](std::string& to) { append_exercise(to, change_.exercise); };
    const auto other = [this](std::string& to) { append_exercise(to, change_.other); };
    const auto day = [this](std::string& to) { append_full_day(to, words_, change_.date); };
    words_.append(out, decision,
                  {{"workout", workout},
                   {"phase", phase},
                   {"exercise", exercise},
                   {"other", other},
                   {"day", day},
                   {"n", change_.given},
                   {"asked", change_.asked}});
  }

  void append_workout(std::string& out) const {
    if (change_.workout) {
      words_.append(out, "workout-of-phase", {{"workout", phase().workouts[*change_.workout].title}, {"phase", phase().title}});
    } else {
      words_.append(out, "some-workout-of-phase", {{"phase", phase().title}});
    }
  }

  void append_exercise(std::string& out, Index<Exercise> exercise) const {
    if (exercise) {
      words_.append(out, "exercise-named", {{"exercise", plan_.catalog[exercise].title}});
    } else {
      out += words_["some-exercise"];
    }
  }

  // Whether the rest that a workout needs, and not only free days, keeps it from a day.
  bool is_for_rest() const {
    if (change_.rule != Change::Rule::fewer_days || !change_.workout) return false;
    const Workout& asked = phase().workouts[*change_.workout];
    if (asked.min_hours_apart || asked.level || !asked.not_with.empty()) return true;
    for (const Phase& each : plan_.protocol().phases)
      for (const Workout& other : each.workouts)
        if (std::find(other.not_with.begin(), other.not_with.end(), asked.number) != other.not_with.end()) return true;
    return false;
  }

  // Which of the exercise's equipment is not there, as far as the case says.
  std::string missing_equipment() const {
    std::string out;
    if (!change_.exercise || !plan_.intake.equipment) return out;
    const std::vector<std::string>& there = *plan_.intake.equipment;
    Clauses clauses(out, words_.glue("list-parts"));
    for (const Index<Equipment> i : plan_.catalog[change_.exercise].equipment)
      if (std::find(there.begin(), there.end(), plan_.catalog[i].id) == there.end())
        words_.append_inside(clauses.next(), plan_.catalog[i].title);
    return out;
  }

  void add_missing_equipment(std::string& out) const {
    const std::string missing = missing_equipment();
    if (missing.empty()) {
      words_.wrap(out, 0, "because-equipment", "decision");
    } else {
      words_.wrap(out, 0, "because-equipment-named", "decision", {{"equipment", missing}});
    }
  }

  void add_answer(std::string& out) const {
    if (!change_.tag) return;
    const std::string because = words_.say("because-answer", {{"question", plan_.catalog[change_.tag].ask}});
    words_.wrap(out, 0, "with-ground", "decision", {{"because", std::string_view(because)}});
  }

  void add_origin(std::string& out) const {
    std::string origin;
    if (append_origin(origin, plan_, change_)) words_.wrap(out, 0, "aside", "text", {{"aside", std::string_view(origin)}});
  }

  const Plan& plan_;
  const Change& change_;
  Words words_;
};

}  // namespace

std::string describe(const Plan& plan, const Change& change) { return Teller(plan, change).tell(); }

}  // namespace rehab
