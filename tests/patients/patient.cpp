#include "patients/patient.hpp"

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

// How much of the protocol's way a session asks for, 0 to 1: the phase reached, and what the diary made of the doses.
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
  const double way = (plan.span_of(session).phase + 1.0) / static_cast<double>(plan.protocol().phases.size());
  return count == 0 ? 0 : (0.2 + 0.6 * way) * eased / count;
}

int score(double pain) { return std::clamp(static_cast<int>(std::lround(pain)), 0, 10); }

double answer(const Measure& measure, const Person& who, double echo) {
  const double able = std::min(1.0, who.capacity * 1.4);
  switch (measure.unit) {
    case Measure::Unit::score: return score(echo);
    case Measure::Unit::yes_no: return who.capacity > 0.35 ? 1 : 0;
    case Measure::Unit::count: return std::floor(40 * able);
    default: return std::floor(100 * able);
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
    for (const Measure& measure : catalog_->measures) {
      if (measure.id == "pain" || measure.asked == Measure::Asked::session) continue;
      const bool daily = measure.asked == Measure::Asked::morning;
      if (uniform(dice_, 0, 1) > (daily ? 0.9 : 0.3 * who_.tests)) continue;
      const double value = answer(measure, who_, echo_);
      const double whole = measure.unit == Measure::Unit::count ? 40 : 100;
      entry.measured.push_back({measure.id, value, measure.sides ? std::optional<double>(whole) : std::nullopt});
    }
    const bool tested = std::any_of(entry.measured.begin(), entry.measured.end(), [](const Reading& r) { return r.other; });
    if (tested) entry.pain = score(echo_);
    echo_ *= 0.5;
    if (!entry.measured.empty()) log(std::move(entry));
  }

  void train(local_days date, Part part) {
    const auto& sessions = out_.plan.sessions;
    const auto found = std::find_if(sessions.begin(), sessions.end(), [&](const Session& s) { return s.date == date && s.part == part; });
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
