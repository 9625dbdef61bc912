#include "export/decision.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "export/change_rule.hpp"
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
    words_.append(out, phrase(),
                  {{"phase", std::string_view(phase().title)},
                   {"workout", [this](std::string& to) { append_workouts(to); }},
                   {"workouts", [this](std::string& to) { append_workouts(to); }},
                   {"what", [this](std::string& to) { append_what(to); }},
                   {"rung", [this](std::string& to) { append_rung(to); }},
                   {"day", [this](std::string& to) { append_day(to, words_, change_.date); }},
                   {"until", [this](std::string& to) { append_day(to, words_, change_.seen.date + days{change_.given}); }},
                   {"n", change_.given},
                   {"asked", change_.asked}});
  }

  bool append_ground(std::string& out) const {
    const std::size_t before = out.size();
    if (change_.cause == Change::Cause::failures) {
      append_failures(out);
    } else if (change_.cause == Change::Cause::mornings) {
      append_mornings(out);
    } else if (const std::optional<Phrase> because = ground()) {
      append_because(out, *because, 0);
    }
    return out.size() != before;
  }

 private:
  Phrase phrase() const {
    if (change_.rule == Change::Rule::restarted && (change_.workout || change_.workouts != 0)) return "restarted-workout";
    if (change_.rule == Change::Rule::week_repeated && change_.given == 0) return "week-repeated-only";
    if (change_.rule == Change::Rule::entry_outside && has_late_flag()) return "entry-outside-flag";
    return decisions[static_cast<std::size_t>(change_.rule) - static_cast<std::size_t>(Change::Rule::held)];
  }

  bool has_late_flag() const {
    return std::any_of(plan_.intake.diary.begin(), plan_.intake.diary.end(), [this](const Entry& entry) {
      return !entry.red_flags.empty() && entry.date >= plan_.days.end && plan_.as_of && entry.known() <= *plan_.as_of;
    });
  }

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

  // "“Heel raises”, “Run”": those of the phase, then those of other phases, each once.
  void append_workouts(std::string& out) const {
    Clauses clauses(out, words_.glue("list"));
    std::uint64_t left = change_.workouts;
    if (change_.workout) left |= std::uint64_t{1} << phase().workouts[*change_.workout].number;
    if (left == 0 || are_all_workouts(left)) {
      out += words_["some-workouts"];
      return;
    }
    const auto append = [&](const Phase& of) {
      for (const Workout& workout : of.workouts) {
        if (((left >> workout.number) & 1u) == 0) continue;
        left &= ~(std::uint64_t{1} << workout.number);
        words_.append(clauses.next(), "exercise-named", {{"exercise", std::string_view(workout.title)}});
      }
    };
    append(phase());
    for (const Phase& each : plan_.protocol().phases) append(each);
  }

  bool are_all_workouts(std::uint64_t these) const {
    const std::vector<Workout>& all = phase().workouts;
    return change_.rule == Change::Rule::rested && all.size() > 1 &&
           std::all_of(all.begin(), all.end(), [these](const Workout& w) { return ((these >> w.number) & 1u) != 0; });
  }

  // The phrase that says why; of causes that the decision tells itself, none. What is to come is said as the condition that it is.
  std::optional<Phrase> ground() const {
    const bool projected = is_projected(plan_, change_);
    const bool met = change_.rule == Change::Rule::moved_on ||
                     (change_.rule >= Change::Rule::load_returned && change_.rule <= Change::Rule::rung_raised);
    switch (change_.cause) {
      case Change::Cause::pain:
        return change_.value && change_.bound ? Phrase("because-pain") : Phrase("because-too-much-pain");
      case Change::Cause::weekly_rise:
        return change_.measure && change_.value && change_.bound ? Phrase("because-weekly-rise-to") : Phrase("because-weekly-rise");
      case Change::Cause::limit:
        if (change_.limit) return Phrase("because-limit");
        return {};
      case Change::Cause::criterion:
        if (met) return projected ? Phrase("if-shown") : Phrase("because-shown");
        if (demanded() && change_.value) return projected ? Phrase("if-unmet") : Phrase("because-unmet");
        return projected ? Phrase("if-not-shown") : Phrase("because-not-shown");
      case Change::Cause::unknown:
        return change_.measure ? Phrase("because-unknown") : Phrase("because-not-tested");
      case Change::Cause::missed:
        return Phrase("because-missed");
      case Change::Cause::red_flag:
        if (change_.red_flag) return Phrase("because-answer");
        return {};
      case Change::Cause::clean_week:
        return projected ? Phrase("if-clean-week") : Phrase("because-clean-week");
      default:
        return {};
    }
  }

  void append_mornings(std::string& out) const {
    const Index<PainRule> rule = pain_rule_of(plan_.protocol(), phase());
    append_because(out, "because-mornings", rule ? plan_.catalog[rule].mornings.value_or(1) : 1);
  }

  void append_failures(std::string& out) const {
    const Index<PainRule> rule = pain_rule_of(plan_.protocol(), phase());
    const std::optional<int> most = rule ? plan_.catalog[rule].breaches_to_review : std::nullopt;
    append_because(out, most ? Phrase("because-failures") : Phrase("because-often"), most.value_or(0));
  }

  void append_because(std::string& out, Phrase because, int n) const {
    words_.append(out, because,
                  {{"measure", [this](std::string& to) { append_measure(to); }},
                   {"value", [this](std::string& to) { append_found(to, plan_.catalog, change_.measure, *change_.value); }},
                   {"bound", [this](std::string& to) { append_found(to, plan_.catalog, change_.measure, *change_.bound); }},
                   {"demand", [this](std::string& to) { append_demand(to); }},
                   {"broken", [this](std::string& to) { append_broken(to); }},
                   {"question", [this](std::string& to) { to += plan_.catalog->red_flags[change_.red_flag.value].ask; }},
                   {"seen", [this](std::string& to) { append_moment(to, words_, change_.seen); }},
                   {"n", n}});
  }

  // What is compared with the starting level, where the decision does not say which of it.
  void append_measure(std::string& out) const {
    if (change_.measure) return words_.append_inside(out, plan_.catalog[change_.measure].title);
    Clauses clauses(out, words_.glue("list-or"));
    if (const Index<PainRule> rule = pain_rule_of(plan_.protocol(), phase()); rule && change_.cause == Change::Cause::mornings)
      for (const Index<Measure> measure : plan_.catalog[rule].mornings_of)
        words_.append_inside(clauses.next(), plan_.catalog[measure].title);
    if (!clauses.any()) out += words_["pain-in-training"];
  }

  // The criterion at the end of the phase, or before the next, that asks for the measure.
  const Criterion* demanded() const {
    const std::vector<Phase>& phases = plan_.protocol().phases;
    const auto asks = [this](const Criterion& c) { return c.measure == change_.measure; };
    const auto in = [&](const std::vector<Criterion>& criteria) -> const Criterion* {
      const auto found = std::find_if(criteria.begin(), criteria.end(), asks);
      return found == criteria.end() ? nullptr : &*found;
    };
    if (!change_.measure) return nullptr;
    if (const Criterion* own = in(phase().move_on)) return own;
    for (std::size_t i = plan_.phases[change_.phase].phase + std::size_t{1}; i < phases.size(); ++i)
      if (planned_days(phases[i], plan_.intake.severity)) return in(phases[i].enter);
    return nullptr;
  }

  void append_demand(std::string& out) const {
    if (const Criterion* criterion = demanded())
      wording::append_demand(out, plan_.catalog, plan_.protocol(), *criterion, plan_.intake.severity);
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

bool append_ground(std::string& out, const Plan& plan, const Change& change) { return Parts(plan, change).append_ground(out); }

void add_ground(std::string& out, const Plan& plan, const Change& change) {
  std::string because;
  if (append_ground(because, plan, change))
    words_of(plan.catalog).wrap(out, 0, "with-ground", "decision", {{"because", std::string_view(because)}});
}

bool append_origin(std::string& out, const Plan& plan, const Change& change) {
  const Origin& from = change.origin;
  const Words words = words_of(plan.catalog);
  // What stops is the answer: that no source says so is nothing that one needs to know.
  const bool is_answer = change.cause == Change::Cause::red_flag && !from.source;
  if (!rule_of(change).origin || is_answer) return false;
  if (!from.source) {
    out += words["assumed-without-source"];
    return true;
  }
  Clauses clauses(out, words.glue("list"));
  wording::append_source(clauses.next(), plan.catalog[from.source]);
  if (from.confidence != Confidence::primary)
    clauses.next() += words[from.confidence == Confidence::secondary ? Phrase("second-hand") : Phrase("not-confirmed")];
  return true;
}

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
