#include <algorithm>
#include <cstdint>

#include "protocol/check.hpp"
#include "protocol/effective.hpp"
#include "protocol/lengths.hpp"
#include "text/append.hpp"

namespace rehab::protocol {

using document::Node;

namespace {

const Node& item(const Node& table, std::string_view key, std::size_t index) { return table.find(key)->items[index]; }

constexpr std::size_t none = SIZE_MAX;

class ProtocolCheck {
 public:
  ProtocolCheck(const CatalogData& catalog, const Protocol& protocol, Report& report)
      : catalog_(catalog), protocol_(protocol), report_(report), root_(report.root()) {
    uses_.loads.resize(protocol.loads.size());
    uses_.ladders.resize(protocol.ladders.size());
    uses_.exercises.resize(catalog.exercises.size());
    substitute_of_.resize(catalog.exercises.size(), none);
    for (const Severity s : severities) {
      const auto& offer = protocol.severity[static_cast<std::size_t>(s)];
      if (offer && offer->weeks) offered_.push_back(s);
    }
  }

  void run() {
    for (const Severity s : severities) severity(s);
    // All below would follow from it.
    if (offered_.empty())
      return report_.error_at(root_, "severity", "severity", "no severity has weeks", "give one severity `weeks`");
    substitutes();
    for (std::size_t i = 0; i < protocol_.ladders.size(); ++i) rungs(protocol_.ladders[i], root_.find("ladder")->members[i].value);
    for (std::size_t i = 0; i < protocol_.phases.size(); ++i) phase(protocol_.phases[i], item(root_, "phase", i));
    follow_substitutes();
    if (uses_.complete) unused();
    check_ranges(catalog_, protocol_, uses_.exercises, report_);
    red_flags();
    loads();
    check_heavy(catalog_, protocol_, report_);
    check_criteria(catalog_, protocol_, report_);
  }

 private:
  void severity(Severity s) {
    const auto& offer = protocol_.severity[static_cast<std::size_t>(s)];
    if (!offer) return;
    const Node& node = *root_.find("severity")->find(name(s));
    constexpr std::string_view ways[]{"weeks", "refer"};
    check_one_of(node, "the severity", ways, "severity", report_);
    if (!offer->weeks) return;
    int days = 0;
    for (const Phase& phase : protocol_.phases) days += planned_days(phase, s).value_or(0);
    const bool known = std::ranges::all_of(protocol_.phases, [](const Phase& phase) { return phase.weeks || phase.days; });
    if (known && days != 7 * *offer->weeks) {
      report_.error_at(node, "weeks", "weeks",
                       joined({"phases add up to ", number(days), " days; wanted ", number(7 * *offer->weeks), " (",
                               number(*offer->weeks), " weeks)"}),
                       "mend `weeks` here or the lengths of the phases");
    }
    const Condition& condition = catalog_.conditions[protocol_.condition.value];
    if (*offer->weeks < condition.weeks_min.value_or(0)) {
      report_.error_at(node, "weeks", "weeks",
                       joined({number(*offer->weeks), " weeks are less than the ", number(*condition.weeks_min), " that ",
                               quote(condition.id), " needs"}),
                       joined({"plan at least ", number(*condition.weeks_min), " weeks"}));
    }
    if ((condition.clearance || protocol_.supervision == Protocol::Supervision::clinician) && !offer->clearance) {
      report_.error_at(
          node, "clearance", "clearance",
          joined({"`clearance` is not true, but ", condition.clearance ? "this condition" : "this protocol", " needs a clinician"}),
          "write clearance = true");
    }
    for (const int week : offer->review_weeks) {
      if (week > *offer->weeks) {
        report_.error_at(node, "review_weeks", "weeks",
                         joined({"`review_weeks` names week ", number(week), "; the plan has ", number(*offer->weeks), " weeks"}),
                         "review in an earlier week");
      }
    }
  }

  // Follows each chain of substitutes to its end, once; what leads into a circle is reported.
  void substitutes() {
    enum : char { fresh, on_the_way, ends };
    std::vector<char> state(protocol_.instead.size(), fresh);
    for (std::size_t i = 0; i < protocol_.instead.size(); ++i) substitute_of_[protocol_.instead[i].replaces.value] = i;
    for (std::size_t i = 0; i < protocol_.instead.size(); ++i) {
      const Node& node = root_.find("instead")->members[i].value;
      if (volumes(protocol_.instead[i].with.numbers) > 1) check_one_of(node, "the substitute", volume_names, "volume", report_);
      std::vector<std::size_t> chain;
      std::size_t at = i;
      for (; at != none && state[at] == fresh; at = substitute_of_[protocol_.instead[at].with.exercise.value]) {
        state[at] = on_the_way;
        chain.push_back(at);
      }
      if (at != none && state[at] == on_the_way) {
        report_.error(root_.find("instead")->members[at], "cycle", joined({"`instead` runs in a circle: ", circle(at)}),
                      "let the chain end with an exercise that has no `instead`");
      }
      for (const std::size_t link : chain) state[link] = ends;
    }
  }

  // "`a` to `b` to `a`"; a long one is cut.
  std::string circle(std::size_t first) const {
    constexpr int most_links = 5;
    std::string out = quote(catalog_.exercises[protocol_.instead[first].replaces.value].id);
    std::size_t at = first;
    for (int links = 0; links == 0 || at != first; ++links) {
      if (links == most_links) return out += " and on";
      const Index<Exercise> next = protocol_.instead[at].with.exercise;
      (out += " to ") += quote(catalog_.exercises[next.value].id);
      at = substitute_of_[next.value];
    }
    return out;
  }

  void rungs(const Ladder& ladder, const Node& node) {
    for (std::size_t i = 0; i < ladder.rungs.size(); ++i) {
      const Node& rung = item(node, "rung", i);
      use(ladder.rungs[i].exercise, rung.find("exercise"));
      if (volumes(ladder.rungs[i].numbers) > 1) check_one_of(rung, "the rung", volume_names, "volume", report_);
    }
  }

  void use(Index<Exercise> exercise, const Node* place) {
    if (!uses_.exercises[exercise.value]) uses_.exercises[exercise.value] = place;
  }

  void lengths(const Phase& phase, const Node& node, std::span<const Severity> who) {
    constexpr std::string_view units[]{"weeks", "days"};
    check_one_of(node, "the phase", units, "weeks", report_);
    const BySeverity* length = phase.weeks ? &*phase.weeks : phase.days ? &*phase.days : nullptr;
    for (const Severity s : severities) {
      const bool is_offered = std::ranges::find(offered_, s) != offered_.end();
      if (length && length->by_severity && length->at(s) && !is_offered) {
        const std::string_view key = phase.weeks ? "weeks" : "days";
        report_.error_at(node, key, "severity", joined({quote(key), " names ", name(s), ", for which there is no plan"}),
                         joined({"remove it, or give [severity] ", name(s), " its weeks"}));
      }
    }
    for (const Severity s : who) {
      const int planned = planned_days(phase, s).value_or(0);
      const int shortest = shortest_days(phase, s).value_or(planned);
      const int longest = longest_days(phase, s).value_or(planned);
      if (shortest <= planned && planned <= longest) continue;
      report_.error(node, "weeks",
                    joined({"for ", name(s), " shortest ", number(shortest), ", planned ", number(planned), ", longest ",
                            number(longest), " days do not rise"}),
                    "mend the lengths, so that each is at least the one before");
    }
  }

  // A phase must give everybody who plays it something to do without being asked for.
  void always_something(const Phase& phase, const Node& node, std::span<const Severity> who) {
    for (const Severity s : who) {
      const bool some =
          std::ranges::any_of(phase.workouts, [s](const Workout& workout) { return !workout.optional && workout.is_for(s); });
      if (some) continue;
      report_.error_at(node, "workout", "workout", joined({"no workout is for ", name(s), " without being asked for"}),
                       "add one that is not optional, or leave the severity out of the phase's length");
    }
  }

  // Safety is not opted into: a condition for which nothing is asked has no plan.
  void red_flags() {
    const auto asked = [&](const RedFlag& flag) {
      return flag.moment == RedFlag::Moment::screening && flag.concerns(protocol_.condition);
    };
    if (std::ranges::any_of(catalog_.red_flags, asked)) return;
    report_.error_at(root_, "condition", "red-flag", "no red flag is asked before a plan for this condition",
                     "add [red_flag.*] tables to a catalog file");
  }

  void phase(const Phase& phase, const Node& node) {
    const std::vector<Severity> who = playing(protocol_, phase);
    lengths(phase, node, who);
    if (!phase.weeks && !phase.days) {  // nobody plays it: all below would be wrong
      uses_.complete = false;
      return;
    }
    always_something(phase, node, who);
    int longest = 1;
    for (const Severity s : who) longest = std::max(longest, longest_weeks(phase, s));
    check_amount(node, "pain_max", phase.pain_max, who, longest, report_);
    for (std::size_t i = 0; i < phase.workouts.size(); ++i) {
      const Workout& workout = phase.workouts[i];
      const Node& table = item(node, "workout", i);
      const std::span<const Severity> mine = workout.only.empty() ? std::span<const Severity>(who) : workout.only;
      for (const Severity s : workout.only) {
        if (std::ranges::find(who, s) == who.end()) {
          report_.error_at(table, "only", "severity", joined({"`only` names ", name(s), "; here play ", listed(who)}), "remove it");
        }
      }
      frequency(workout, table, mine, longest);
      apart(phase, workout, table);
    }
    check_doses(catalog_, protocol_, phase, node, who, longest, uses_, report_);
  }

  void frequency(const Workout& workout, const Node& table, std::span<const Severity> who, int longest) {
    const std::pair<std::string_view, const Amount*> amounts[]{{"times_per_day", &workout.times_per_day},
                                                               {"days_per_week", &workout.days_per_week},
                                                               {"rest_between_exercises_s", &workout.rest_between_exercises_s}};
    for (const auto& [key, amount] : amounts) {
      check_amount(table, key, *amount, who, longest, report_);
    }
    for (const auto& weeks : workout.times_per_day.weeks) {
      for (const Range& range : weeks) {
        if (range.max <= static_cast<int>(workout.at.size())) continue;
        report_.error_at(table, "times_per_day", "frequency",
                         joined({number(range.max), " times a day, but `at` names ", number(static_cast<int>(workout.at.size())),
                                 (workout.at.size() == 1 ? " part of the day" : " parts of the day")}),
                         "name more parts in `at`, or lower `times_per_day`");
        return;
      }
    }
  }

  // `not_with` names other workouts of the same phase.
  void apart(const Phase& phase, const Workout& workout, const Node& table) {
    for (std::size_t i = 0; i < workout.not_with.size(); ++i) {
      const Node& other = item(table, "not_with", i);
      if (workout.not_with[i] == workout.number) {
        report_.error(other, "reference", "`not_with` names the workout itself", "name another workout");
      } else if (std::ranges::find(phase.workouts, workout.not_with[i], &Workout::number) == phase.workouts.end()) {
        report_.error(other, "reference", joined({"there is no workout ", quote(other.text), " in this phase"}),
                      "name a workout of this phase");
      }
    }
  }

  // `instead` is followed from every exercise that a dose or rung names.
  void follow_substitutes() {
    substitutes_used_.resize(protocol_.instead.size());
    for (std::size_t e = 0; e < uses_.exercises.size(); ++e) {
      if (!uses_.exercises[e]) continue;
      for (std::size_t at = substitute_of_[e]; at != none && !substitutes_used_[at];) {
        const PartialDose& with = protocol_.instead[at].with;
        substitutes_used_[at] = true;
        if (with.numbers.load && with.numbers.load->kind == LoadName::Kind::named) uses_.loads[with.numbers.load->load] = true;
        use(with.exercise, root_.find("instead")->members[at].value.find("exercise"));
        at = substitute_of_[with.exercise.value];
      }
    }
  }

  void unused() {
    const auto report_all = [&](std::string_view key, const std::vector<bool>& used) {
      for (std::size_t i = 0; i < used.size(); ++i) {
        const document::Member& member = root_.find(key)->members[i];
        if (!used[i])
          report_.error(member, "unused", joined({"[", key, ".", member.key, "] is used nowhere"}), "remove it, or use it");
      }
    };
    report_all("load", uses_.loads);
    report_all("ladder", uses_.ladders);
    report_all("instead", substitutes_used_);
    std::vector<bool> kinds(protocol_.assume.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      for (std::size_t e = 0; e < uses_.exercises.size(); ++e) {
        if (uses_.exercises[e] && catalog_.exercises[e].kind == protocol_.assume[i].kind) kinds[i] = true;
      }
    }
    report_all("assume", kinds);
  }

  void loads() {
    for (std::size_t i = 0; i < protocol_.loads.size(); ++i) {
      const Load& load = protocol_.loads[i];
      const Node& node = root_.find("load")->members[i].value;
      const std::pair<std::string_view, bool> misfits[]{
          {"start_kg", load.start_kg && load.kind != Load::Kind::kg},
          {"step_kg", load.step_kg && load.kind != Load::Kind::kg},
          {"max_kg", load.max_kg && load.kind != Load::Kind::kg},
          {"start_percent", load.start_percent && load.kind != Load::Kind::percent_1rm},
          {"max_percent", load.max_percent && load.kind != Load::Kind::percent_1rm}};
      for (const auto& [key, misfit] : misfits) {
        if (misfit)
          report_.error_at(node, key, "load", joined({quote(key), " does not fit kind ", name(load.kind)}),
                           "remove it, or mend `kind`");
      }
      if (!load.step_when.empty() && !load.step_kg && !load.step_percent && load.kind != Load::Kind::band) {
        report_.error_at(node, "step_when", "load", "`step_when` without a step", "add step_kg or step_percent");
      }
    }
  }

  const CatalogData& catalog_;
  const Protocol& protocol_;
  Report& report_;
  const Node& root_;
  std::vector<Severity> offered_;
  Uses uses_;
  std::vector<std::size_t> substitute_of_;  // by exercise, an index into `instead`
  std::vector<bool> substitutes_used_;
};

}  // namespace

std::vector<Severity> playing(const Protocol& protocol, const Phase& phase) {
  std::vector<Severity> who;
  for (const Severity s : severities) {
    const auto& offer = protocol.severity[static_cast<std::size_t>(s)];
    if (offer && offer->weeks && planned_days(phase, s)) who.push_back(s);
  }
  return who;
}

void check_protocol(const CatalogData& catalog, const Protocol& protocol, Report& report) {
  ProtocolCheck(catalog, protocol, report).run();
}

}  // namespace rehab::protocol
