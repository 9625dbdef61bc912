#include <algorithm>

#include "protocol/check.hpp"
#include "protocol/effective.hpp"
#include "text/append.hpp"

namespace rehab::protocol {

using document::Node;

namespace {

std::string number(int n) {
  std::string out;
  text::append_number(out, static_cast<std::int64_t>(n));
  return out;
}

std::string listed(std::span<const Severity> who) {
  std::string out;
  for (const Severity s : who) {
    if (!out.empty()) out += ", ";
    out += name(s);
  }
  return out.empty() ? "nobody" : out;
}

const Node& item(const Node& table, std::string_view key, std::size_t index) { return table.find(key)->items[index]; }

class ProtocolCheck {
 public:
  ProtocolCheck(const CatalogData& catalog, const Protocol& protocol, Report& report)
      : catalog_(catalog), protocol_(protocol), report_(report), root_(report.root()) {
    uses_.loads.resize(protocol.loads.size());
    uses_.ladders.resize(protocol.ladders.size());
    uses_.exercises.resize(catalog.exercises.size());
    for (const Severity s : severities) {
      const auto& offer = protocol.severity[static_cast<std::size_t>(s)];
      if (offer && offer->weeks) offered_.push_back(s);
    }
  }

  void run() {
    if (offered_.empty()) report_.error_at(root_, "severity", "severity", "no severity has weeks", "give one severity `weeks`");
    for (const Severity s : severities) severity(s);
    substitutes();
    for (const Ladder& ladder : protocol_.ladders) rungs(ladder);
    for (std::size_t i = 0; i < protocol_.phases.size(); ++i) phase(protocol_.phases[i], item(root_, "phase", i));
    advice();
    follow_substitutes();
    unused();
    forbidden();
    loads();
    check_criteria(catalog_, protocol_, report_);
  }

 private:
  void severity(Severity s) {
    const auto& offer = protocol_.severity[static_cast<std::size_t>(s)];
    if (!offer) return;
    const Node& node = *root_.find("severity")->find(name(s));
    if (offer->weeks.has_value() == !offer->refer.empty()) {
      report_.error(node, "severity", "wanted exactly one of weeks, refer", "keep `weeks` for a plan, `refer` for none");
    }
    if (!offer->weeks) return;
    int days = 0;
    for (const Phase& phase : protocol_.phases) days += planned_days(phase, s).value_or(0);
    if (days != 7 * *offer->weeks) {
      report_.error_at(node, "weeks", "weeks",
                       "phases add up to " + number(days) + " days; wanted " + number(7 * *offer->weeks) + " (" + number(*offer->weeks) + " weeks)",
                       "mend `weeks` here or the lengths of the phases");
    }
    const Condition& condition = catalog_.conditions[protocol_.condition.value];
    if (*offer->weeks < condition.weeks_min.value_or(0)) {
      report_.error_at(node, "weeks", "weeks",
                       number(*offer->weeks) + " weeks are less than the " + number(*condition.weeks_min) + " that " + quote(condition.id) + " needs");
    }
    if ((condition.clearance || protocol_.supervision == Protocol::Supervision::clinician) && !offer->clearance) {
      report_.error_at(node, "clearance", "clearance", "clearance is not true, but this condition or protocol needs a clinician",
                       "write clearance = true");
    }
    for (const int week : offer->review_weeks) {
      if (week > *offer->weeks) {
        report_.error_at(node, "review_weeks", "weeks", "a review in week " + number(week) + " of " + number(*offer->weeks));
      }
    }
  }

  const Substitute* substitute_of(Index<Exercise> exercise) const {
    const auto it = std::ranges::find(protocol_.instead, exercise, &Substitute::replaces);
    return it == protocol_.instead.end() ? nullptr : &*it;
  }

  void substitutes() {
    for (std::size_t i = 0; i < protocol_.instead.size(); ++i) {
      const Substitute& first = protocol_.instead[i];
      const Node& node = root_.find("instead")->members[i].value;
      if (volumes(first.with.numbers) > 1) report_.error(node, "volume", "has more than one of reps, hold_s, duration_min, as_tolerated");
      std::size_t steps = 0;
      for (const Substitute* s = &first; s; s = substitute_of(s->with.exercise)) {
        if (++steps <= protocol_.instead.size()) continue;
        report_.error(node, "cycle", "`instead` runs in a circle from " + quote(catalog_.exercises[first.replaces.value].id),
                      "let the chain end with an exercise that has no `instead`");
        broken_ = true;
        break;
      }
    }
  }

  void rungs(const Ladder& ladder) {
    for (const PartialDose& rung : ladder.rungs) uses_.exercises[rung.exercise.value] = true;
  }

  void by_severity(const Node& table, const Amount& amount, std::string_view key, std::span<const Severity> who) {
    if (!amount.by_severity) return;
    for (const Severity s : severities) {
      const bool plays = std::ranges::find(who, s) != who.end();
      if (plays != !amount.weeks[static_cast<std::size_t>(s)].empty()) {
        report_.error_at(table, key, "severity",
                         plays ? "does not name " + std::string(name(s)) + "; here play " + listed(who)
                               : "names " + std::string(name(s)) + "; here play " + listed(who));
      }
    }
  }

  void by_week(const Node& table, const Amount& amount, std::string_view key, int longest) {
    for (const auto& weeks : amount.weeks) {
      if (static_cast<int>(weeks.size()) <= longest || weeks.size() < 2) continue;
      report_.error_at(table, key, "weeks",
                       "lists " + number(static_cast<int>(weeks.size())) + " weeks; the phase has at most " + number(longest));
    }
  }

  void lengths(const Phase& phase, const Node& node, std::span<const Severity> who) {
    if (phase.weeks.has_value() == phase.days.has_value()) {
      report_.error(node, "weeks", "wanted exactly one of weeks, days");
    }
    const BySeverity* length = phase.weeks ? &*phase.weeks : phase.days ? &*phase.days : nullptr;
    for (const Severity s : severities) {
      const bool is_offered = std::ranges::find(offered_, s) != offered_.end();
      if (length && length->by_severity && length->at(s) && !is_offered) {
        report_.error_at(node, phase.weeks ? "weeks" : "days", "severity", "names " + std::string(name(s)) + ", which is not offered");
      }
    }
    for (const Severity s : who) {
      const int planned = planned_days(phase, s).value_or(0);
      const int shortest = shortest_days(phase, s).value_or(planned);
      const int longest = longest_days(phase, s).value_or(planned);
      if (shortest <= planned && planned <= longest) continue;
      report_.error(node, "weeks",
                    std::string(name(s)) + ": shortest " + number(shortest) + ", planned " + number(planned) + ", longest " + number(longest) + " days do not rise");
    }
  }

  void phase(const Phase& phase, const Node& node) {
    const std::vector<Severity> who = playing(protocol_, phase);
    lengths(phase, node, who);
    int extra = 0;
    for (const Extra& e : phase.extra) extra += e.days;
    int longest = 1;
    for (const Severity s : who) {
      const int days = longest_days(phase, s).value_or(planned_days(phase, s).value_or(0)) + extra;
      longest = std::max(longest, (days + 6) / 7);
    }
    by_severity(node, phase.pain_max, "pain_max", who);
    by_week(node, phase.pain_max, "pain_max", longest);
    for (std::size_t i = 0; i < phase.workouts.size(); ++i) {
      const Workout& workout = phase.workouts[i];
      const Node& table = item(node, "workout", i);
      const std::span<const Severity> mine = workout.only.empty() ? std::span<const Severity>(who) : workout.only;
      for (const Severity s : workout.only) {
        if (std::ranges::find(who, s) == who.end()) {
          report_.error_at(table, "only", "severity", "names " + std::string(name(s)) + "; here play " + listed(who));
        }
      }
      frequency(workout, table, mine, longest);
    }
    check_doses(catalog_, protocol_, phase, node, who, longest, uses_, report_);
  }

  void frequency(const Workout& workout, const Node& table, std::span<const Severity> who, int longest) {
    const std::pair<std::string_view, const Amount*> amounts[]{{"times_per_day", &workout.times_per_day},
                                                               {"days_per_week", &workout.days_per_week},
                                                               {"rest_between_exercises_s", &workout.rest_between_exercises_s}};
    for (const auto& [key, amount] : amounts) {
      by_severity(table, *amount, key, who);
      by_week(table, *amount, key, longest);
    }
    for (const auto& weeks : workout.times_per_day.weeks) {
      for (const Range& range : weeks) {
        if (range.max <= static_cast<int>(workout.at.size())) continue;
        report_.error_at(table, "times_per_day", "frequency",
                         number(range.max) + " times a day, but `at` names " + number(static_cast<int>(workout.at.size())) + " parts of the day",
                         "name more parts in `at`");
        return;
      }
    }
    for (const std::uint8_t other : workout.not_with) {
      if (other == workout.number) report_.error_at(table, "not_with", "reference", "names the workout itself", "name another workout");
    }
  }

  void advice() {
    for (std::size_t i = 0; i < protocol_.advice.size(); ++i) {
      for (const std::string& id : protocol_.advice[i].phases) {
        if (std::ranges::find(protocol_.phases, id, &Phase::id) != protocol_.phases.end()) continue;
        report_.error_at(item(root_, "advice", i), "phases", "reference", "there is no phase " + quote(id));
      }
    }
  }

  // `instead` is followed from every exercise that a dose or rung names.
  void follow_substitutes() {
    substitutes_used_.resize(protocol_.instead.size());
    for (bool more = !broken_; more;) {
      more = false;
      for (std::size_t i = 0; i < protocol_.instead.size(); ++i) {
        const Substitute& s = protocol_.instead[i];
        if (substitutes_used_[i] || !uses_.exercises[s.replaces.value]) continue;
        substitutes_used_[i] = more = true;
        uses_.exercises[s.with.exercise.value] = true;
        if (s.with.numbers.load && s.with.numbers.load->kind == LoadName::Kind::named) uses_.loads[s.with.numbers.load->load] = true;
      }
    }
  }

  void unused() {
    const auto report_all = [&](std::string_view key, const std::vector<bool>& used) {
      for (std::size_t i = 0; i < used.size(); ++i) {
        const document::Member& member = root_.find(key)->members[i];
        if (!used[i]) {
          report_.error_at(*root_.find(key), member.key, "unused", "[" + std::string(key) + "." + member.key + "] is used nowhere", "remove it, or use it");
        }
      }
    };
    report_all("load", uses_.loads);
    report_all("ladder", uses_.ladders);
    if (!broken_) report_all("instead", substitutes_used_);
    std::vector<bool> kinds(protocol_.assume.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      for (std::size_t e = 0; e < uses_.exercises.size(); ++e) {
        if (uses_.exercises[e] && catalog_.exercises[e].kind == protocol_.assume[i].kind) kinds[i] = true;
      }
    }
    report_all("assume", kinds);
  }

  void forbidden() {
    const Condition& condition = catalog_.conditions[protocol_.condition.value];
    for (std::size_t e = 0; e < uses_.exercises.size(); ++e) {
      const Exercise& exercise = catalog_.exercises[e];
      if (!uses_.exercises[e] || !exercise.range || std::ranges::find(condition.forbid_ranges, *exercise.range) == condition.forbid_ranges.end()) continue;
      report_.error_at(root_, "condition", "forbidden",
                       quote(exercise.id) + " goes " + std::string(name(*exercise.range)) + ", which " + quote(condition.id) + " forbids",
                       "use an exercise that stays on the floor");
    }
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
        if (misfit) report_.error_at(node, key, "load", quote(key) + " does not fit kind " + std::string(name(load.kind)));
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
  std::vector<bool> substitutes_used_;
  bool broken_ = false;  // `instead` runs in a circle: do not follow it
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

void check_protocol(const CatalogData& catalog, const Protocol& protocol, Report& report) { ProtocolCheck(catalog, protocol, report).run(); }

}  // namespace rehab::protocol
