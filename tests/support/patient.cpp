#include "support/patient.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace rehab_test {

using namespace rehab;
using std::chrono::days;
using std::chrono::local_days;

namespace {

struct Person {
  double capacity, growth, soreness, misses, tests;
};

double uniform(std::minstd_rand& dice, double low, double high) {
  // Not the standard's distribution, which differs from library to library.
  return low + (high - low) * static_cast<double>(dice() - dice.min()) / static_cast<double>(dice.max() - dice.min());
}

Person person(std::minstd_rand& dice) {
  Person out{};
  out.capacity = uniform(dice, 0.15, 0.4);
  out.growth = uniform(dice, 0.004, 0.03);
  out.soreness = uniform(dice, 2, 8);
  out.misses = uniform(dice, 0, 0.15);
  out.tests = uniform(dice, 0.3, 1);
  return out;
}

// How far along its plan a date is, 0 to 1.
double way(const Plan& plan, local_days date) {
  return std::clamp(
      static_cast<double>((date - plan.days.begin).count()) / static_cast<double>((plan.days.end - plan.days.begin).count()), 0.0,
      1.0);
}

// What a session asks for, 0 to 1: more along the way, less where the diary has lowered its doses.
double demand(const Plan& plan, const Session& session) {
  double eased = 0;
  int count = 0;
  for (const PlannedDose& dose : plan.doses_of(session)) {
    double part = dose.volume_percent / 100.0;
    if (dose.load_steps < 0) part *= std::pow(0.9, -dose.load_steps);
    if (dose.load_steps > 0) part *= 1 + 0.03 * dose.load_steps;
    if (dose.ladder) part *= 0.6 + 0.4 * dose.rung / static_cast<double>(plan.protocol().ladders[*dose.ladder].rungs.size());
    eased += part;
    ++count;
  }
  return count == 0 ? 0 : (0.2 + 0.6 * way(plan, session.date)) * eased / count;
}

int score(double pain) { return std::clamp(static_cast<int>(std::lround(pain)), 0, 10); }

// Is less of it better?
bool is_trouble(const Protocol& protocol, Index<Measure> measure) {
  const auto bad = [&](const Criterion& c) { return c.measure == measure && (c.max || c.change_max || c.change_percent_max); };
  const auto bad_limit = [&](const Limit& l) { return bad(l.criterion); };
  return std::any_of(protocol.limits.begin(), protocol.limits.end(), bad_limit) ||
         std::any_of(protocol.phases.begin(), protocol.phases.end(), [&](const Phase& p) {
           return std::any_of(p.limits.begin(), p.limits.end(), bad_limit) ||
                  std::any_of(p.move_on.begin(), p.move_on.end(), bad) || std::any_of(p.enter.begin(), p.enter.end(), bad);
         });
}

// Is a no a sign of danger, and not only of what cannot be done yet?
bool is_sign(const Protocol& protocol, Index<Measure> measure) {
  const auto asks = [&](const Limit& l) { return l.criterion.measure == measure; };
  return std::any_of(protocol.limits.begin(), protocol.limits.end(), asks) ||
         std::any_of(protocol.phases.begin(), protocol.phases.end(),
                     [&](const Phase& p) { return std::any_of(p.limits.begin(), p.limits.end(), asks); });
}

double answer(const Plan& plan, Index<Measure> index, const Person& who, double echo, double along) {
  const Measure& measure = plan.catalog[index];
  const double able = std::min(1.0, who.capacity * 1.4);
  const double most = measure.unit == Measure::Unit::count ? 40 : 100;
  switch (measure.unit) {
    case Measure::Unit::score:
      return score(echo);
    case Measure::Unit::yes_no:
      if (is_sign(plan.protocol(), index)) return echo < 4 ? 1 : 0;
      return who.capacity > 0.1 + 0.4 * along ? 1 : 0;
    default:
      return std::floor(is_trouble(plan.protocol(), index) ? most / 4 * (1 - able) : most * able);
  }
}

class Life {
 public:
  Life(const Catalog& catalog, const Case& intake, int patient)
      : catalog_(catalog), intake_(intake), dice_(static_cast<unsigned>(patient * 7919 + 17)), who_(person(dice_)) {
    intake_.diary.clear();
    out_.patient = patient;
    out_.protocol = intake.protocol;
    out_.severity = name(intake.severity);
  }

  Outcome run() {
    plan();
    out_.planned_days = static_cast<int>((out_.plan.days.end - out_.plan.days.begin).count());
    for (local_days date = intake_.start; date < intake_.start + days{200}; date += days{1}) {
      if (date >= out_.plan.days.end || out_.plan.ending == Plan::Ending::stopped) break;
      morning(date);
      for (std::size_t p = 0; p < part_names.size(); ++p) train(date, static_cast<Part>(p));
    }
    out_.over = true;
    for (const Change& c : out_.plan.changes)
      if (c.rule == Change::Rule::rested) ++out_.breaches;
    return std::move(out_);
  }

 private:
  void plan() {
    std::vector<Diagnostic> diagnostics;
    if (!make_plan(catalog_, intake_, out_.plan, diagnostics)) out_.plan = {};
  }

  void log(Entry entry) {
    intake_.diary.push_back(std::move(entry));
    plan();
  }

  void morning(local_days date) {
    Entry entry;
    entry.date = date;
    entry.slot = Slot::waking;
    for (std::size_t i = 0; i < catalog_->measures.size(); ++i) {
      const Measure& measure = catalog_->measures[i];
      if (measure.id == "pain" || measure.asked == Measure::Asked::session) continue;
      const bool daily = measure.asked == Measure::Asked::morning;
      if (uniform(dice_, 0, 1) > (daily ? 0.9 : 0.3 * who_.tests)) continue;
      const Index<Measure> index{static_cast<std::uint16_t>(i)};
      const double value = answer(out_.plan, index, who_, echo_, way(out_.plan, date));
      const double whole = measure.unit == Measure::Unit::count ? 40 : 100;
      entry.measured.push_back({measure.id, value, measure.sides ? std::optional<double>(whole) : std::nullopt});
    }
    const bool tested = std::any_of(entry.measured.begin(), entry.measured.end(), [](const Reading& r) { return r.other; });
    if (tested) entry.pain = score(echo_ - 2.5);
    echo_ *= 0.7;
    if (!entry.measured.empty()) log(std::move(entry));
  }

  void train(local_days date, Part part) {
    const auto& sessions = out_.plan.sessions;
    const auto found =
        std::find_if(sessions.begin(), sessions.end(), [&](const Session& s) { return s.date == date && s.part == part; });
    if (found == sessions.end()) return;
    Entry entry;
    entry.date = date;
    entry.slot = slot_of(part);
    ++out_.sessions;
    if (uniform(dice_, 0, 1) < who_.misses) {
      ++out_.missed;
      entry.done = Done::none;
      return log(std::move(entry));
    }
    const double over = std::max(0.0, demand(out_.plan, *found) - who_.capacity);
    const double pain = over * who_.soreness * 2 + uniform(dice_, 0, 1.5) - 0.5;
    out_.worst_pain = std::max(out_.worst_pain, pain);
    echo_ = std::max(echo_, 0.6 * pain);
    who_.capacity = std::clamp(who_.capacity + (pain > 5 ? -0.01 : who_.growth), 0.05, 1.0);
    entry.done = Done::all;
    entry.pain = score(pain);
    log(std::move(entry));
  }

  const Catalog& catalog_;
  Case intake_;
  std::minstd_rand dice_;
  Person who_;
  double echo_ = 2.5;  // of the injury itself, at first
  Outcome out_;
};

}  // namespace

Outcome live(const Catalog& catalog, const Case& intake, int patient) { return Life(catalog, intake, patient).run(); }

}  // namespace rehab_test
