#include "export/decision.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "export/clauses.hpp"
#include "export/criteria.hpp"
#include "export/dates.hpp"
#include "export/references.hpp"
#include "export/wording.hpp"
#include "export/words_of.hpp"

namespace rehab {
namespace {

using std::chrono::days;
using wording::Clauses;

// By Slot.
constexpr std::array<Phrase, 6> slots{"waking", "morning", "midday", "afternoon", "evening", "bedtime"};

// By Change::Rule, from `held` on.
constexpr std::array<Phrase, 23> decisions{"held",          "moved-on",        "stepped-back",    "restarted",      "week-repeated",
                                           "day-repeated",  "load-lowered",    "rung-lowered",    "volume-lowered", "load-returned",
                                           "rung-returned", "volume-returned", "load-raised",     "rung-raised",    "rested",
                                           "paused",        "ramped",          "clinician-asked", "stopped",        "cleared",
                                           "cut-short",     "ended-unmet",     "entry-outside"};
static_assert(decisions.size() ==
              static_cast<std::size_t>(Change::Rule::entry_outside) - static_cast<std::size_t>(Change::Rule::held) + 1);

// One decision, part by part.
class Parts {
 public:
  Parts(const Plan& plan, const Change& change) : plan_(plan), change_(change), words_(words_of(plan.catalog)) {}

  void append_decision(std::string& out) const {
    const auto rule = static_cast<std::size_t>(change_.rule) - static_cast<std::size_t>(Change::Rule::held);
    const bool one_workout = change_.rule == Change::Rule::restarted && (change_.workout || change_.workouts != 0);
    words_.append(out, one_workout ? Phrase("restarted-workout") : decisions[rule],
                  {{"phase", std::string_view(phase().title)},
                   {"workout", [this](std::string& to) { append_workouts(to); }},
                   {"workouts", [this](std::string& to) { append_workouts(to); }},
                   {"what", [this](std::string& to) { append_what(to); }},
                   {"rung", [this](std::string& to) { append_rung(to); }},
                   {"day", [this](std::string& to) { append_day(to, words_, change_.date); }},
                   {"until", [this](std::string& to) { append_day(to, words_, change_.seen.date + days{change_.given}); }},
                   {"seen", [this](std::string& to) { append_moment(to, words_, change_.seen); }},
                   {"n", change_.given},
                   {"asked", change_.asked}});
  }

  void add_ground(std::string& out) const {
    if (change_.cause == Change::Cause::failures) return add_failures(out);
    if (change_.cause == Change::Cause::mornings) return add_mornings(out);
    if (change_.cause == Change::Cause::limit && !change_.limit) return;
    if (const std::optional<Phrase> because = ground()) wrap(out, *because, 0);
  }

 private:
  const Phase& phase() const { return plan_.phase_of(plan_.phases[change_.phase]); }

  // What the decision is about: an exercise as this person does it, or a ladder.
  void append_what(std::string& out) const {
    const std::vector<Ladder>& ladders = plan_.protocol().ladders;
    if (change_.exercise) {
      words_.append(out, "exercise-named", {{"exercise", std::string_view(plan_.catalog[as_done(change_.exercise)].title)}});
    } else if (change_.ladder && *change_.ladder < ladders.size() && !ladders[*change_.ladder].title.empty()) {
      words_.append(out, "exercise-named", {{"exercise", std::string_view(ladders[*change_.ladder].title)}});
    } else {
      out += words_["some-exercise"];
    }
  }

  Index<Exercise> as_done(Index<Exercise> exercise) const {
    const auto replaces = [exercise](const PlannedDose& dose) { return dose.instead_of == exercise; };
    const auto is_it = [exercise](const PlannedDose& dose) { return dose.exercise == exercise; };
    if (std::any_of(plan_.doses.begin(), plan_.doses.end(), is_it)) return exercise;
    const auto found = std::find_if(plan_.doses.begin(), plan_.doses.end(), replaces);
    return found == plan_.doses.end() ? exercise : found->exercise;
  }

  void append_rung(std::string& out) const {
    const std::vector<Ladder>& ladders = plan_.protocol().ladders;
    const auto rung = static_cast<std::size_t>(change_.given);
    if (change_.ladder && *change_.ladder < ladders.size() && rung >= 1 && rung <= ladders[*change_.ladder].rungs.size()) {
      const Index<Exercise> exercise = ladders[*change_.ladder].rungs[rung - 1].exercise;
      words_.append(out, "rung-named",
                    {{"rung", change_.given}, {"exercise", std::string_view(plan_.catalog[as_done(exercise)].title)}});
    } else {
      words_.append(out, "rung-number", {{"rung", change_.given}});
    }
  }

  // "“Heel raises”, “Run”"
  void append_workouts(std::string& out) const {
    Clauses clauses(out, words_.glue("list"));
    const std::vector<Workout>& workouts = phase().workouts;
    for (std::size_t i = 0; i < workouts.size(); ++i)
      if (((change_.workouts >> workouts[i].number) & 1u) != 0 || change_.workout == i)
        words_.append(clauses.next(), "exercise-named", {{"exercise", std::string_view(workouts[i].title)}});
    if (!clauses.any()) out += words_["some-workouts"];
  }

  // The phrase that says why; of causes that the decision tells itself, none.
  std::optional<Phrase> ground() const {
    const bool met = change_.rule == Change::Rule::moved_on || change_.rule >= Change::Rule::load_returned;
    switch (change_.cause) {
      case Change::Cause::pain:
        return change_.value && change_.bound ? Phrase("because-pain") : Phrase("because-too-much-pain");
      case Change::Cause::weekly_rise:
        return Phrase("because-weekly-rise");
      case Change::Cause::limit:
        return Phrase("because-limit");
      case Change::Cause::criterion:
        if (met && change_.rule != Change::Rule::ended_unmet) return Phrase("because-shown");
        return change_.measure && change_.value && change_.bound ? Phrase("because-unmet") : Phrase("because-not-shown");
      case Change::Cause::unknown:
        return change_.measure ? Phrase("because-unknown") : Phrase("because-not-tested");
      case Change::Cause::missed:
        return Phrase("because-missed");
      case Change::Cause::red_flag:
        if (change_.red_flag) return Phrase("because-answer");
        return {};
      case Change::Cause::clean_week:
        return Phrase("because-clean-week");
      default:
        return {};
    }
  }

  void add_mornings(std::string& out) const {
    const Index<PainRule> rule = pain_rule_of(plan_.protocol(), phase());
    wrap(out, "because-mornings", rule ? plan_.catalog[rule].mornings.value_or(1) : 1);
  }

  void add_failures(std::string& out) const {
    const Index<PainRule> rule = pain_rule_of(plan_.protocol(), phase());
    const std::optional<int> most = rule ? plan_.catalog[rule].breaches_to_review : std::nullopt;
    wrap(out, most ? Phrase("because-failures") : Phrase("because-often"), most.value_or(0));
  }

  void wrap(std::string& out, Phrase because, int n) const {
    words_.wrap(out, 0, because, "decision",
                {{"measure", [this](std::string& to) { append_measure(to); }},
                 {"value", [this](std::string& to) { append_found(to, plan_.catalog, change_.measure, *change_.value); }},
                 {"bound", [this](std::string& to) { append_found(to, plan_.catalog, change_.measure, *change_.bound); }},
                 {"broken", [this](std::string& to) { append_broken(to); }},
                 {"question", [this](std::string& to) { to += plan_.catalog->red_flags[change_.red_flag.value].ask; }},
                 {"seen", [this](std::string& to) { append_moment(to, words_, change_.seen); }},
                 {"n", n}});
  }

  void append_measure(std::string& out) const {
    if (change_.measure) {
      words_.append_inside(out, plan_.catalog[change_.measure].title);
    } else {
      out += words_["pain-in-training"];
    }
  }

  void append_broken(std::string& out) const {
    const Protocol& protocol = plan_.protocol();
    append_breach(out, plan_.catalog, protocol, limit_of(protocol, *change_.limit).criterion, plan_.intake.severity, &phase());
  }

  const Plan& plan_;
  const Change& change_;
  Words words_;
};

}  // namespace

void append_decision(std::string& out, const Plan& plan, const Change& change) { Parts(plan, change).append_decision(out); }

void add_ground(std::string& out, const Plan& plan, const Change& change) { Parts(plan, change).add_ground(out); }

void append_moment(std::string& out, const Words& words, const Moment& moment) {
  const auto day = [&](std::string& to) { append_day(to, words, moment.date); };
  words.append(out, "day-and-part", {{"day", day}, {"part", words[slots[static_cast<std::size_t>(moment.slot)]]}});
}

void append_found(std::string& out, const Catalog& catalog, Index<Measure> measure, double value) {
  const Words words = words_of(catalog);
  const Measure::Unit unit = measure ? catalog[measure].unit : Measure::Unit::score;
  if (unit == Measure::Unit::yes_no) {
    out += words[value >= 1 ? Phrase("answer-yes") : Phrase("answer-no")];
  } else {
    wording::append_measured(out, words, value, unit);
  }
}

}  // namespace rehab
