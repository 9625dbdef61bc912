#include "support/slow_replay.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "plan/prescribe.hpp"
#include "support/slow_criteria.hpp"
#include "support/slow_planner.hpp"

namespace rehab_test {

using namespace rehab;
using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

namespace {

using Cause = Change::Cause;
using Rule = Change::Rule;
using Key = std::array<int, 3>;  // exercise or -1, ladder or -1, an exercise's named load or -1

enum Gravity { review, hold, lower, restart, step_back, stop, red_flag };  // the gravest last

struct Effect {
  Gravity gravity;
  std::function<void()> act;
};

struct State {
  int load_raised = 0, load_lowered = 0, rungs_lowered = 0;
  int reached = 0;                        // the highest rung that was climbed to
  int volume_lowered = 0, percent = 100;  // notches, and what is left by each

  int volume() const {
    int left = 100;
    for (int i = 0; i < volume_lowered; ++i) left = std::max(1, left * percent / 100);
    return left;
  }
};

struct Breach {
  bool happened = false;
  Cause cause{};
  std::uint64_t workouts = 0;
};

// A criterion that readings are held against, and where it stands.
struct Active {
  const Criterion* criterion;
  const Limit* limit = nullptr;
  int ladder = -1;      // of a ladder's own limit
  bool raises = false;  // a load or a rung
};

int load_of(const PlannedDose& dose) { return dose.load && dose.load->kind == LoadName::Kind::named ? dose.load->load : -1; }

Key key_of(const PlannedDose& dose) {
  if (dose.ladder) return {-1, *dose.ladder, -1};
  return {(dose.instead_of ? dose.instead_of : dose.exercise).value, -1, load_of(dose)};
}

class Replay {
 public:
  Replay(const Catalog& catalog, const Case& intake, std::optional<Moment> as_of)
      : catalog_(catalog),
        intake_(intake),
        protocol_(*catalog.find(intake.protocol)),
        as_of_(as_of),
        played_(played_phases(catalog, intake)),
        groups_(slow_groups(catalog, intake, as_of)),
        placer_(catalog, intake) {
    if (as_of_) return;
    for (const SlowGroup& group : groups_) as_of_ = group.known;
  }

  SlowResult run() {
    begin_visit(0, false);
    for (today_ = intake_.start; !over_; today_ += days{1}) day();
    for (; next_ < groups_.size(); ++next_) tell_late(groups_[next_]);
    if (halted_) {
      out_.ending = Plan::Ending::stopped;
    } else if (unmet_) {
      out_.ending = Plan::Ending::review;
    }
    entries_outside();
    for (const auto& [key, s] : states_) {
      const SlowStanding standing{key[0],         key[1],    key[2],          s.load_raised,
                                  s.load_lowered, s.reached, s.rungs_lowered, s.volume_lowered};
      if (standing != SlowStanding{key[0], key[1], key[2], 0, 0, 0, 0, 0}) out_.standings.push_back(standing);
    }
    std::sort(out_.standings.begin(), out_.standings.end());
    // What was decided of a visit that never had a day is told of the one before.
    for (SlowChange& change : out_.changes) change.span = std::min(change.span, std::max<std::size_t>(out_.spans.size(), 1) - 1);
    std::sort(out_.changes.begin(), out_.changes.end());
    return out_;
  }

 private:
  // --- The days ---

  void day() {
    while (next_ < groups_.size() && groups_[next_].known <= Moment{today_, Slot::waking}) take_in(groups_[next_++]);
    if (halted_ && !cleared_) over_ = next_ == groups_.size();
    if (over_) return;
    if (today_ - intake_.start >= days{366}) {
      if (!halted_) cut_short();
      over_ = true;
    }
    if (over_ || (halted_ && !cleared_)) return;
    const bool off = away_on(intake_, today_) || today_ <= paused_until_;
    if (cleared_) {
      halted_ = cleared_ = step_back_ = false;
      restart_ = resumes_ = true;
    }
    if (off && protocol_.away == Protocol::Away::shift) return;
    if ((step_back_ || restart_) && counted_ == 84) return cut_short();
    change_visit();
    week_of_plan();
    if (halted_) return;
    bool new_week = false, repeated = false;
    if (k_ > 0 && k_ % 7 == 0 && weeks_begun_.insert(k_).second) {
      new_week = true;
      lately_ = lowered_lately();
      repeated = repeat_week();
      clean_week();
      step_loads();
    }
    climb();
    const int visit = visits_begun_;
    if (k_ > 0) gate();
    if (over_) return;
    if (counted_ == 84) return cut_short();
    if (visit == visits_begun_ && new_week && !repeated && !lately_ && !frozen_) ++week_;
    live();
  }

  void change_visit() {
    if (step_back_ && played_index_ > 0) {
      begin_visit(played_index_ - 1, true);
    } else if (step_back_ || restart_) {
      begin_visit(played_index_, false);
    }
    step_back_ = restart_ = false;
  }

  void begin_visit(std::size_t index, bool shortened) {
    if (visits_begun_ > 0 && !begun_) drop_visit();
    played_index_ = index;
    length_ = slow_length(catalog_, intake_, played_[index], counted_);
    const int length = shortened ? length_.shortest : length_.planned;
    visit_number_ = ++entered_[index];
    ++visits_begun_;
    planned_ = std::min(length, 84 - counted_);
    clipped_ = planned_ < length;
    k_ = 0;
    week_ = 1;
    breaches_ = 0;
    frozen_ = missed_ = breached_ = begun_ = false;
    weeks_begun_.clear();
    if (!out_.spans.empty()) reviewed_.clear();
    back_.clear();
    lived_.clear();
    index_.clear();
    expected_.clear();
    ordinals_.fill(0);
    last_hold_.reset();
    for (const Criterion& c : phase().move_on) rows_.erase(&c);
    for (const Limit& l : phase().limits) breaks_.erase(&l);
    if (const Phase* next = next_phase())
      for (const Criterion& c : next->enter) rows_.erase(&c);
    if (resumes_) {
      for (auto& [criterion, row] : rows_) row.begin_anew();
      for (auto& [limit, row] : breaks_) row.begin_anew();
      bad_mornings_ = 0;
    }
    resumes_ = false;
  }

  // Of a visit without a day nothing remains; what was decided in it is told of the one before.
  void drop_visit() {
    --entered_[played_index_];
    for (SlowChange& change : out_.changes)
      if (change.span == out_.spans.size() && change.span > 0) --change.span;
  }

  std::size_t played() const { return played_[played_index_]; }
  const Phase& phase() const { return protocol_.phases[played()]; }
  const Phase* next_phase() const {
    return played_index_ + 1 < played_.size() ? &protocol_.phases[played_[played_index_ + 1]] : nullptr;
  }
  const PainRule& pain_rule() const { return catalog_[phase().pain_rule ? phase().pain_rule : protocol_.pain_rule]; }
  int room() const { return 84 - counted_ - (planned_ - k_); }

  void live() {
    if (!begun_) out_.spans.push_back({played(), visit_number_, today_, today_});
    out_.spans.back().end = today_ + days{1};
    if (!begun_) first_ = today_;
    begun_ = true;
    lived_.push_back({today_, true});
    index_.push_back(k_);
    place();
    last_day_ = today_;
    in_day_ = true;
    for (std::size_t p = 0; p < part_names.size(); ++p) {
      const Part part = static_cast<Part>(p);
      while (next_ < groups_.size() && groups_[next_].known < Moment{today_, slot_of(part)}) take_in(groups_[next_++]);
      const auto placed = placer_.placed().find({today_, part});
      if (placed != placer_.placed().end()) stand(part, placed->second);
    }
    in_day_ = false;
    if (!lived_.back().second) return;
    ++k_;
    ++counted_;
  }

  void stand(Part part, const std::set<int>& placed) {
    const std::size_t p = static_cast<std::size_t>(part);
    const int ordinal = ordinals_[p]++;
    if (halted_ || today_ <= paused_until_) return;
    SlowSession session{today_, part, 0, ordinal, played(), visit_number_, {}, {}, {}};
    Kept kept;
    kept.pain_max = pain_max();
    for (const Workout& workout : phase().workouts) {
      if (placed.count(workout.number) == 0 || today_ + *intake_.times[p] < rest_until_[workout.number]) continue;
      for (const PlannedDose& dose : doses(workout)) {
        session.workouts |= std::uint64_t{1} << workout.number;
        session.doses.push_back({dose.workout, dose.dose, states_[key_of(dose)].volume(), rung(dose), steps(dose)});
        kept.doses.push_back(dose);
      }
      // A workout of which nothing is left to do still belongs to the session, if another has something.
      session.workouts |= std::uint64_t{1} << workout.number;
    }
    if (session.doses.empty()) return;
    out_.sessions.push_back(session);
    kept_.push_back(kept);
  }

  // Lays out what is left of the visit, and places it anew where that differs from what was expected.
  void place() {
    SlowVisit visit;
    visit.phase = &phase();
    visit.first = first_;
    visit.length = planned_;
    visit.back = back_;
    for (std::size_t i = 0; i + 1 < lived_.size(); ++i)
      visit.days.push_back({lived_[i].first, index_[i], 1, false, true, lived_[i].second});
    int amount = week_;
    local_days date = today_;
    std::vector<std::array<long, 4>> to_come;
    for (int j = k_; j < planned_; ++j, date += days{1}) {
      while (protocol_.away == Protocol::Away::shift && away_on(intake_, date)) date += days{1};
      if (j > k_ && j % 7 == 0 && weeks_begun_.count(j) == 0 && !frozen_) ++amount;
      visit.days.push_back({date, j, amount, away_on(intake_, date), false, true});
      to_come.push_back({date.time_since_epoch().count(), j, amount, planned_});
    }
    if (to_come == expected_ && back_ == expected_back_) {
      expected_.erase(expected_.begin());
      return;
    }
    placer_.forget(last_day_ + days{1});  // what was placed on days that were none in the end
    placer_.place(visit);
    expected_.assign(to_come.begin() + 1, to_come.end());
    expected_back_ = back_;
  }

  void cut_short(Cause cause = Cause::capacity) {
    tell(Rule::cut_short, cause);
    unmet_ = over_ = true;
  }

  // --- Weeks ---

  void week_of_plan() {
    const int week = static_cast<int>((today_ - intake_.start).count()) / 7;
    if ((today_ - intake_.start).count() % 7 != 0 || week == 0) return;
    std::vector<Effect> effects;
    const auto rise = [&](const Measure& measure) -> std::optional<double> {
      const auto& weeks = worst_[measure.id];
      const auto now = weeks.find(week - 1), before = weeks.find(week - 2);
      if (now == weeks.end() || before == weeks.end()) return std::nullopt;
      return slow_change(measure, now->second, before->second);
    };
    const Moment moment{today_, Slot::waking};
    at_ = moment;
    bool risen = false;
    for (const Index<Measure> index : pain_rule().weekly_rise_of) {
      const Measure& measure = catalog_[index];
      const auto change = rise(measure);
      if (!change || !pain_rule().weekly_rise_max || *change <= *pain_rule().weekly_rise_max) continue;
      const bool safe = measure.unit == Measure::Unit::score && pain_rule().pain_safe &&
                        worst_[measure.id].at(week - 1) <= *pain_rule().pain_safe;
      risen = risen || !safe;
    }
    if (risen) commit(effects, {true, Cause::weekly_rise, loaded()}, moment);
    for (const Active& active : actives()) {
      if (!active.criterion->weekly_change_max) continue;
      if (const auto change = rise(catalog_[active.criterion->measure]))
        judge(effects, active, *change <= *active.criterion->weekly_change_max, moment, moment, {});
    }
    act(effects);
  }

  bool repeat_week() {
    const bool repeat = protocol_.missed == Protocol::Missed::repeat_week && (missed_ || breached_);
    const Cause cause = missed_ ? Cause::missed : Cause::pain;
    missed_ = breached_ = false;
    if (!repeat) return false;
    planned_ += std::max(0, std::min({7, length_.longest - planned_, room()}));
    tell(Rule::week_repeated, cause);
    return true;
  }

  bool lowered_lately() const { return last_lowered_ && today_ - *last_lowered_ < days{7}; }

  bool uses_ladder(int ladder) {
    const std::vector<PlannedDose> all = doses_of_phase();
    return std::any_of(all.begin(), all.end(), [&](const PlannedDose& d) { return d.ladder && *d.ladder == ladder; });
  }

  void clean_week() {
    if (lowered_lately()) return;
    for (auto& [key, state] : states_) {
      if (state.volume_lowered > 0) {
        --state.volume_lowered;
        tell(Rule::volume_returned, Cause::clean_week);
      } else if (state.rungs_lowered > 0) {
        if (!uses_ladder(key[1])) continue;
        --state.rungs_lowered;
        climbed_[key[1]] = false;
        tell(Rule::rung_returned, Cause::clean_week);
      } else if (state.load_lowered > 0) {
        --state.load_lowered;
        tell(Rule::load_returned, Cause::clean_week);
      }
    }
  }

  bool calm() const { return bad_mornings_ == 0 && !lowered_lately(); }

  bool all_fulfilled(const std::vector<Criterion>& criteria) {
    return std::all_of(criteria.begin(), criteria.end(), [&](const Criterion& c) { return fulfilled(c); });
  }
  bool fulfilled(const Criterion& c) { return rows_[&c].fulfilled(c, intake_.severity); }

  void step_loads() {
    for (std::size_t l = 0; l < protocol_.loads.size(); ++l) {
      const Load& load = protocol_.loads[l];
      if (load.step_when.empty() || !all_fulfilled(load.step_when) || !calm()) continue;
      if (stepped_.count(l) != 0 && today_ - stepped_[l] < days{load.step_days.value_or(0)}) continue;
      bool raised = false;
      std::set<Key> seen;
      for (const PlannedDose& dose : doses_of_phase()) {
        if (load_of(dose) != static_cast<int>(l) || !seen.insert(key_of(dose)).second) continue;
        State& state = states_[key_of(dose)];
        if (state.load_lowered > 0 || !may_rise(load, state.load_raised + 1)) continue;
        ++state.load_raised;
        raised = true;
        tell(Rule::load_raised, Cause::criterion);
      }
      if (!raised) continue;
      stepped_[l] = today_;
      for (const Criterion& c : load.step_when) rows_[&c].begin_anew();
    }
  }

  static std::optional<double> start_of(const Load& load) {
    if (load.kind == Load::Kind::kg) return load.start_kg;
    return load.start_percent ? std::optional<double>(*load.start_percent) : std::nullopt;
  }

  static double load_at(const Load& load, int n) {
    if (load.step_kg) return std::max(0.0, *start_of(load) + n * *load.step_kg);
    return *start_of(load) * std::pow(1 + load.step_percent.value_or(0) / 100, n);
  }

  static bool may_rise(const Load& load, int n) {
    if (!load.step_kg && !load.step_percent && load.kind != Load::Kind::band) return false;
    const std::optional<double> most =
        load.kind == Load::Kind::kg ? load.max_kg : (load.max_percent ? std::optional<double>(*load.max_percent) : std::nullopt);
    if (!most) return true;
    if (start_of(load)) return load_at(load, n) <= *most;
    return !load.step_kg || n * *load.step_kg <= *most;
  }

  bool may_sink(const PlannedDose& dose) {
    if (load_of(dose) < 0) return false;
    const Load& load = protocol_.loads[static_cast<std::size_t>(load_of(dose))];
    if (load.kind == Load::Kind::band) return steps(dose) > 0;
    if (!load.step_kg && !load.step_percent) return false;
    return start_of(load) ? load_at(load, steps(dose)) > 0 : steps(dose) > 0;
  }

  // --- Rungs ---

  bool lacks(Index<Exercise> exercise) const {
    const Exercise& e = catalog_[exercise];
    return std::any_of(e.avoid.begin(), e.avoid.end(), [&](Index<Tag> t) { return in(intake_.tags, catalog_[t].id); }) ||
           !owned(e.equipment);
  }
  bool owned(const std::vector<Index<Equipment>>& list) const {
    return !intake_.equipment ||
           std::all_of(list.begin(), list.end(), [&](Index<Equipment> e) { return in(*intake_.equipment, catalog_[e].id); });
  }
  static bool in(const std::vector<std::string>& list, const std::string& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
  }

  // Can the rung be done, as it is or with what stands in for its exercise?
  bool suits(const Dose& dose, int number) const {
    const PartialDose& partial = protocol_.ladders[*dose.ladder].rungs[static_cast<std::size_t>(number - 1)];
    Index<Exercise> exercise = partial.exercise;
    std::optional<LoadName> load = partial.numbers.load ? partial.numbers.load : dose.numbers.load;
    while (lacks(exercise)) {
      const auto instead = std::find_if(protocol_.instead.begin(), protocol_.instead.end(),
                                        [&](const Substitute& s) { return s.replaces == exercise; });
      if (instead == protocol_.instead.end()) return false;
      exercise = instead->with.exercise;
      if (instead->with.numbers.load) load = instead->with.numbers.load;
    }
    if (!load || load->kind != LoadName::Kind::named) return true;
    return !protocol_.loads[load->load].required || owned(protocol_.loads[load->load].equipment);
  }

  // Where the dose stands on its ladder, and the rung up to which it may climb one after the other.
  std::pair<int, int> place_on_ladder(const PlannedDose& planned) {
    const Workout& workout = phase().workouts[planned.workout];
    const Dose& dose = workout.doses[planned.dose];
    const State& state = states_[key_of(planned)];
    const int rungs = static_cast<int>(protocol_.ladders[*dose.ladder].rungs.size());
    const auto open = dose.rungs.at(intake_.severity, week_of(workout));
    const int lowest = open ? open->lower() : 1, highest = open ? std::min(open->max, rungs) : rungs;
    const int reached = std::max(lowest, std::min(state.reached, highest));
    int wanted = std::max(1, reached - state.rungs_lowered);
    const auto below = [&](int number) {
      while (number > 0 && !suits(dose, number)) --number;
      return number;
    };
    if (below(wanted) == 0) wanted = reached;
    const int now = below(wanted);
    int last = now;
    const auto& list = protocol_.ladders[*dose.ladder].rungs;
    while (now == wanted && last < highest && !lacks(list[static_cast<std::size_t>(last)].exercise)) ++last;
    return {now, last};
  }

  int rung(const PlannedDose& dose) { return dose.ladder ? place_on_ladder(dose).first : 0; }
  int steps(const PlannedDose& dose) {
    return load_of(dose) < 0 ? 0 : states_[key_of(dose)].load_raised - states_[key_of(dose)].load_lowered;
  }
  void climb() {
    std::set<int> seen;
    for (const PlannedDose& dose : doses_of_phase()) {
      if (!dose.ladder || !seen.insert(*dose.ladder).second) continue;
      const Ladder& ladder = protocol_.ladders[*dose.ladder];
      const bool shown = ladder.up_when.empty() ? climbed_[*dose.ladder] : all_fulfilled(ladder.up_when);
      const int now = rung(dose);
      if (!shown || !calm() || now >= place_on_ladder(dose).second) continue;
      State& state = states_[key_of(dose)];
      if (state.rungs_lowered > 0) {
        --state.rungs_lowered;
        tell(Rule::rung_returned, Cause::criterion);
      } else {
        state.reached = now + 1;
        tell(Rule::rung_raised, Cause::criterion);
      }
      climbed_[*dose.ladder] = false;
      for (const Criterion& c : ladder.up_when) rows_[&c].begin_anew();
    }
  }

  // --- The gate ---

  void gate() {
    const std::vector<Criterion> none;
    const std::vector<Criterion>& leave = phase().move_on;
    const std::vector<Criterion>& enter = next_phase() ? next_phase()->enter : none;
    if (k_ < planned_) {
      if (k_ < length_.shortest || leave.size() + enter.size() == 0 || !all_fulfilled(leave) || !all_fulfilled(enter) || !calm())
        return;
      tell(Rule::moved_on, Cause::criterion);
      return next_visit();
    }
    const Moment morning{today_, Slot::waking};
    const bool lived = !groups_.empty() && groups_.front().known <= morning && morning <= *as_of_;
    bool blocked = false, measured = false;
    const auto look = [&](const Criterion& c, bool must_be_measured) {
      const SlowRow& row = rows_[&c];
      if (fulfilled(c)) return;
      const bool known = row.latest == false;  // what is good, but not yet for long enough, is not known
      if (!known && (!must_be_measured || !lived)) return;
      if (known && !lived && last_hold_ && row.latest_at <= *last_hold_) return;
      blocked = true;
      measured = measured || known;
    };
    for (const Criterion& c : leave) look(c, false);
    for (const Criterion& c : enter) look(c, true);
    if (!blocked && !next_phase() && clipped_) return cut_short();
    if (!blocked) return next_visit();
    if (stay(measured ? Cause::criterion : Cause::unknown, {today_, Slot::waking})) return;
    if (planned_ < length_.longest) return cut_short(measured ? Cause::criterion : Cause::unknown);
    tell(Rule::ended_unmet, measured ? Cause::criterion : Cause::unknown);
    unmet_ = over_ = true;
  }

  void next_visit() {
    if (next_phase()) return begin_visit(played_index_ + 1, false);
    over_ = true;
  }

  bool stay(Cause cause, const Moment& moment) {
    const int more = std::min({7, length_.longest - planned_, room()});
    frozen_ = frozen_ || more > 0;
    if (more <= 0) return false;
    planned_ += more;
    last_hold_ = moment;
    tell(Rule::held, cause);
    return true;
  }

  // --- What the diary says ---

  void take_in(const SlowGroup& group) {
    of_group_ = group.known.date;
    std::vector<Effect> effects;
    at_ = group.at;
    if (group.cleared) clear();
    for (std::size_t i = 0; i < group.red_flags.size(); ++i) effects.push_back({red_flag, [this] { halt(Cause::red_flag); }});
    if (group.pause_until) {
      tell(Rule::paused, Cause::pause);
      paused_until_ = *group.pause_until;
    }
    const std::vector<std::size_t> concerned = report(group);
    for (const auto& [id, reading] : group.readings) read(group, id, reading.value);
    Breach breach;
    if (group.pain) pain(breach, group, concerned);
    mornings(breach, group);
    if (breach.happened) commit(effects, breach, group.known);
    for (const Active& active : actives()) {
      const auto verdict = slow_verdict(catalog_, intake_, *active.criterion, group, baselines_);
      if (active.raises && of_session(*active.criterion) && !all_done(concerned)) continue;
      if (!verdict || !about(*active.criterion, group, concerned)) continue;
      judge(effects, active, *verdict, group.at, group.known, concerned);
    }
    act(effects);
    if (group.cleared_last) clear();
    of_group_.reset();
  }

  // By one who had seen what stopped the plan.
  void clear() {
    if (!halted_ || cleared_ || at_ < stopped_) return;
    cleared_ = true;
    tell(Rule::cleared, Cause::clearance);
  }

  void act(const std::vector<Effect>& effects) {
    lowered_now_.clear();
    Gravity gravest = review;
    for (const Effect& effect : effects) gravest = std::max(gravest, effect.gravity);
    for (const Effect& effect : effects) {
      const bool beside = effect.gravity == review && gravest < stop;
      if (effect.gravity == gravest || beside) effect.act();
    }
    if (failed_) halt(Cause::failures);
    failed_ = false;
  }

  void halt(Cause cause) {
    halted_ = true;
    cleared_ = false;
    stopped_ = std::max(stopped_, at_);
    tell(Rule::stopped, cause);
  }

  std::vector<std::size_t> concerned_by(const Moment& at) const {
    std::vector<std::size_t> here, before;
    for (std::size_t i = 0; i < out_.sessions.size(); ++i) {
      const SlowSession& s = out_.sessions[i];
      if (s.date != at.date || slot_of(s.part) > at.slot) continue;
      (slot_of(s.part) == at.slot ? here : before).push_back(i);
    }
    return here.empty() ? before : here;
  }

  // When the plan is over, what was done in it may still be told.
  void tell_late(const SlowGroup& group) {
    for (const std::size_t i : concerned_by(group.at)) {
      if (group.done) out_.sessions[i].done = group.done;
      if (group.pain) out_.sessions[i].pain = group.pain;
    }
  }

  bool of_this_visit(const SlowSession& s) const { return begun_ && s.phase == played() && s.visit == visit_number_; }

  std::vector<std::size_t> report(const SlowGroup& group) {
    const std::vector<std::size_t> concerned = concerned_by(group.at);
    bool present = false;
    for (const std::size_t i : concerned) {
      SlowSession& s = out_.sessions[i];
      if (group.done) s.done = group.done;
      if (group.pain) s.pain = group.pain;
      present = present || of_this_visit(s);
      const Kept& kept = kept_[i];
      if (group.done != Done::all || !group.pain || !kept.pain_max || *group.pain > *kept.pain_max) continue;
      for (const PlannedDose& dose : kept.doses)
        if (dose.ladder) climbed_[*dose.ladder] = true;
    }
    if (!present || !group.done || group.done == Done::all) return concerned;
    missed_ = missed_ || group.done == Done::none || protocol_.missed == Protocol::Missed::repeat_week;
    if (group.done == Done::part) return concerned;
    for (auto& [date, counts] : lived_) {
      if (protocol_.missed != Protocol::Missed::shift || date != group.at.date || !counts) continue;
      counts = false;
      tell(Rule::day_repeated, Cause::missed);
      if (in_day_ && date == today_) continue;
      --k_;
      --counted_;
    }
    return concerned;
  }

  void read(const SlowGroup& group, const std::string& id, double value) {
    baselines_.emplace(id, SlowStart{value, group.at});
    const auto measure =
        std::find_if(catalog_->measures.begin(), catalog_->measures.end(), [&](const Measure& m) { return m.id == id; });
    const double badness = measure->unit == Measure::Unit::yes_no ? 1 - value : value;
    const auto week = [&](local_days date) { return static_cast<int>((date - intake_.start).count()) / 7; };
    auto [worst, first] = worst_[id].emplace(week(group.at.date), badness);
    if (!first) worst->second = std::max(worst->second, badness);
  }

  void pain(Breach& breach, const SlowGroup& group, const std::vector<std::size_t>& concerned) {
    std::optional<int> most;
    if (concerned.empty()) most = pain_max();
    bool elsewhere = false;
    for (const std::size_t i : concerned) {
      if (kept_[i].pain_max) most = std::min(*kept_[i].pain_max, most.value_or(10));
      elsewhere = elsewhere || !of_this_visit(out_.sessions[i]);
    }
    if (!most || *group.pain <= *most) return;
    breach.happened = true;
    breach.cause = Cause::pain;
    breach.workouts |= of_sessions(concerned);
    if (elsewhere || concerned.empty()) breach.workouts |= loaded();
  }

  void mornings(Breach& breach, const SlowGroup& group) {
    bool any = false, bad = false;
    for (const Index<Measure> index : pain_rule().mornings_of) {
      const auto found = group.readings.find(catalog_[index].id);
      if (found == group.readings.end()) continue;
      any = true;
      bad = bad || slow_change(catalog_[index], found->second.value, baselines_.at(found->first).value) > 0;
    }
    if (!any) return;
    if (!last_morning_ || group.at.date > *last_morning_) {
      bad_mornings_ = bad ? bad_mornings_ + 1 : 0;
      last_morning_ = group.at.date;
      last_was_bad_ = bad;
    } else if (group.at.date == *last_morning_ && bad && !last_was_bad_) {
      ++bad_mornings_;
      last_was_bad_ = true;
    }
    if (!pain_rule().mornings || bad_mornings_ < *pain_rule().mornings) return;
    bad_mornings_ = 0;
    if (!breach.happened) breach.cause = Cause::mornings;
    breach.happened = true;
    breach.workouts |= loaded();
  }

  std::uint64_t of_sessions(const std::vector<std::size_t>& concerned) const {
    std::uint64_t workouts = 0;
    for (const std::size_t i : concerned) workouts |= out_.sessions[i].workouts;
    return workouts;
  }

  bool of_session(const Criterion& c) const {
    return catalog_[c.measure].asked == Measure::Asked::session || catalog_[c.measure].id == "pain";
  }

  bool all_done(const std::vector<std::size_t>& concerned) const {
    return !concerned.empty() &&
           std::all_of(concerned.begin(), concerned.end(), [&](std::size_t i) { return out_.sessions[i].done == Done::all; });
  }

  // Is the reading about a workout that the criterion names?
  bool about(const Criterion& c, const SlowGroup& group, const std::vector<std::size_t>& concerned) const {
    if (c.workout.empty()) return true;
    const auto holds = [&](const SlowSession& s) { return (s.workouts >> number_of(c.workout) & 1) != 0; };
    if (of_session(c))
      return std::any_of(concerned.begin(), concerned.end(), [&](std::size_t i) { return holds(out_.sessions[i]); });
    return std::any_of(out_.sessions.begin(), out_.sessions.end(),
                       [&](const SlowSession& s) { return s.date == group.at.date - days{1} && holds(s); });
  }

  int number_of(const std::string& workout) const {
    for (const Phase& p : protocol_.phases)
      for (const Workout& w : p.workouts)
        if (w.id == workout) return w.number;
    return 63;
  }

  std::vector<Active> actives() const {
    std::vector<Active> out;
    const auto limits = [&](const std::vector<Limit>& list, int ladder) {
      for (const Limit& l : list) out.push_back({&l.criterion, &l, ladder});
    };
    const auto criteria = [&](const std::vector<Criterion>& list, bool raises = false) {
      for (const Criterion& c : list) out.push_back({&c, nullptr, -1, raises});
    };
    limits(protocol_.limits, -1);
    limits(phase().limits, -1);
    criteria(phase().move_on);
    if (next_phase()) criteria(next_phase()->enter);
    std::set<int> ladders, loads;
    const auto use = [&](const DoseNumbers& numbers) {
      if (numbers.load && numbers.load->kind == LoadName::Kind::named) loads.insert(numbers.load->load);
    };
    for (const Workout& w : phase().workouts) {
      if (!does(intake_, w)) continue;
      for (const Dose& dose : w.doses) {
        use(dose.numbers);
        if (dose.ladder) ladders.insert(*dose.ladder);
        if (dose.ladder)
          for (const PartialDose& r : protocol_.ladders[*dose.ladder].rungs) use(r.numbers);
      }
    }
    for (const Substitute& substitute : protocol_.instead) use(substitute.with.numbers);
    for (const int l : ladders) {
      criteria(protocol_.ladders[static_cast<std::size_t>(l)].up_when, true);
      limits(protocol_.ladders[static_cast<std::size_t>(l)].limits, l);
    }
    for (const int l : loads) criteria(protocol_.loads[static_cast<std::size_t>(l)].step_when, true);
    return out;
  }

  void judge(std::vector<Effect>& effects, const Active& active, bool met, const Moment& at, const Moment& known,
             const std::vector<std::size_t>& concerned) {
    if (!active.limit) return rows_[active.criterion].add(met, at);
    const Limit& limit = *active.limit;
    const bool morning = catalog_[limit.criterion.measure].asked == Measure::Asked::morning;
    if (!breaks_[&limit].add(met, at.date, limit.criterion, intake_.severity, morning) || (halted_ && !cleared_)) return;
    switch (limit.otherwise) {
      case Limit::Otherwise::stop:
        effects.push_back({stop, [this] { halt(Cause::limit); }});
        break;
      case Limit::Otherwise::step_back:
        effects.push_back({step_back, [this] {
                             step_back_ = true;
                             tell(Rule::stepped_back, Cause::limit);
                           }});
        break;
      case Limit::Otherwise::restart:
        effects.push_back({restart, [this, &limit, known] { begin_again(limit, known); }});
        break;
      case Limit::Otherwise::lower:
        effects.push_back({lower, [this, active, concerned, known] { lower_for(active, concerned, known); }});
        break;
      case Limit::Otherwise::hold:
        effects.push_back({hold, [this, known] {
                             if (!stay(Cause::limit, known)) tell(Rule::clinician_asked, Cause::limit);
                           }});
        break;
      case Limit::Otherwise::review:
        effects.push_back({review, [this, &limit] {
                             if (reviewed_.insert(&limit).second) tell(Rule::clinician_asked, Cause::limit);
                           }});
        break;
    }
  }

  void begin_again(const Limit& limit, const Moment& known) {
    tell(Rule::restarted, Cause::limit);
    const int rest = limit.rest_days.value_or(0);
    if (limit.criterion.workout.empty()) {
      if (limit.rest_days) paused_until_ = std::max(paused_until_, known.date + days{rest});
      restart_ = true;
      return;
    }
    const int number = number_of(limit.criterion.workout);
    rest_until_[number] = std::max(rest_until_[number], std::chrono::local_time<minutes>(known.date + days{1 + rest}));
    back_[number] = week_ - 1 + rest / 7;
    last_lowered_ = known.date;
  }

  // --- Breaches ---

  void commit(std::vector<Effect>& effects, const Breach& breach, const Moment& known) {
    if (halted_ && !cleared_) return;
    ++breaches_;
    breached_ = true;
    last_lowered_ = std::max(known.date, last_lowered_.value_or(known.date));
    failed_ = failed_ || pain_rule().breaches_to_review == breaches_;
    effects.push_back({lower, [this, breach, known] {
                         lower_all(breach.workouts, breach.cause);
                         rest(breach.workouts, known, breach.cause);
                       }});
  }

  void rest(std::uint64_t workouts, const Moment& known, Cause cause) {
    const auto hours = pain_rule().rest_hours.at(intake_.severity, week_);
    if (!hours || hours->lower() == 0 || workouts == 0) return;
    const auto until = std::chrono::local_time<minutes>(known.date) + clock(known.slot) + std::chrono::hours{hours->lower()};
    for (int n = 0; n < 64; ++n) {
      if ((workouts >> n & 1) != 0) rest_until_[n] = std::max(rest_until_[n], until);
    }
    tell(Rule::rested, cause);
  }

  minutes clock(Slot slot) const {
    if (slot == Slot::waking) return minutes{0};
    const std::size_t part = static_cast<std::size_t>(slot) - 1;
    return intake_.times[part].value_or(*usual_times[part]);
  }

  void lower_all(std::uint64_t workouts, Cause cause) {
    for (const PlannedDose& dose : doses_of(workouts)) {
      const Key key = key_of(dose);
      if (lowered_now_.count(key) != 0) continue;
      State& state = states_[key];
      if (pain_rule().lower_load_steps && may_sink(dose)) {
        state.load_lowered += *pain_rule().lower_load_steps;
        lowered_now_.insert(key);
        tell(Rule::load_lowered, cause);
      } else if (!lower_rung(dose, cause)) {
        lower_volume(dose, cause);
      }
    }
  }

  // As many notches as it takes; false: there is no easier rung.
  bool lower_rung(const PlannedDose& dose, Cause cause) {
    if (!dose.ladder) return false;
    int& notches = states_[key_of(dose)].rungs_lowered;
    const int before = notches, now = rung(dose);
    for (int i = 1; i <= now; ++i) {
      notches = before + i;
      if (rung(dose) >= now) continue;
      climbed_[*dose.ladder] = false;
      lowered_now_.insert(key_of(dose));
      tell(Rule::rung_lowered, cause);
      return true;
    }
    notches = before;
    return false;
  }

  void lower_volume(const PlannedDose& dose, Cause cause) {
    if (!pain_rule().lower_volume_percent || dose.as_tolerated) return;
    State& state = states_[key_of(dose)];
    State less = state;
    less.percent = std::min(state.volume_lowered == 0 ? 100 : state.percent, *pain_rule().lower_volume_percent);
    ++less.volume_lowered;
    if (less.volume() == state.volume()) return;
    state = less;
    lowered_now_.insert(key_of(dose));
    tell(Rule::volume_lowered, cause);
  }

  void lower_for(const Active& active, const std::vector<std::size_t>& concerned, const Moment& known) {
    last_lowered_ = std::max(known.date, last_lowered_.value_or(known.date));
    if (active.ladder >= 0) {
      for (const PlannedDose& dose : doses_of_phase()) {
        if (dose.ladder != active.ladder || lowered_now_.count(key_of(dose)) != 0) continue;
        if (!lower_rung(dose, Cause::limit)) lower_volume(dose, Cause::limit);
      }
      return;
    }
    const Criterion& c = *active.criterion;
    std::uint64_t workouts = loaded();
    if (catalog_[c.measure].asked == Measure::Asked::session && !concerned.empty()) workouts = of_sessions(concerned);
    if (!c.workout.empty()) workouts = std::uint64_t{1} << number_of(c.workout);
    lower_all(workouts, Cause::limit);
  }

  // --- Doses ---

  int week_of(const Workout& workout) { return std::max(1, week_ - back_[workout.number]); }

  const Plan& prescribed(int week) {
    const auto [found, fresh] = prescribed_.emplace(std::pair{played(), week}, Plan{});
    if (!fresh) return found->second;
    std::uint64_t all = 0;
    for (const Workout& w : phase().workouts)
      if (does(intake_, w)) all |= std::uint64_t{1} << w.number;
    const auto protocol = static_cast<std::uint16_t>(&protocol_ - catalog_->protocols.data());
    found->second = plan::prescribe_phase(catalog_, protocol, intake_, static_cast<std::uint16_t>(played()), {week, week}, all);
    return found->second;
  }

  std::vector<PlannedDose> doses(const Workout& workout) {
    std::vector<PlannedDose> out;
    for (const PlannedDose& dose : prescribed(week_of(workout)).doses)
      if (&phase().workouts[dose.workout] == &workout) out.push_back(dose);
    return out;
  }

  std::vector<PlannedDose> doses_of(std::uint64_t workouts) {
    std::vector<PlannedDose> out;
    for (const Workout& w : phase().workouts) {
      if ((workouts >> w.number & 1) == 0 || !does(intake_, w)) continue;
      for (const PlannedDose& dose : doses(w)) out.push_back(dose);
    }
    return out;
  }
  std::vector<PlannedDose> doses_of_phase() { return doses_of(~std::uint64_t{0}); }

  std::optional<int> pain_max() {
    const Plan& plan = prescribed(week_);
    const auto& most = plan.routines.front().pain_max.value;
    return most ? std::optional<int>(most->max) : std::nullopt;
  }

  std::uint64_t loaded() const {
    std::uint64_t hard = 0, all = 0;
    const auto loads = [&](Index<Exercise> e) {
      const Exercise::Kind kind = catalog_[e].kind;
      return kind == Exercise::Kind::isometric || kind == Exercise::Kind::strength || kind == Exercise::Kind::plyometric ||
             kind == Exercise::Kind::run;
    };
    for (const Workout& w : phase().workouts) {
      if (!does(intake_, w)) continue;
      all |= std::uint64_t{1} << w.number;
      for (const Dose& dose : w.doses) {
        bool any = std::any_of(dose.exercises.begin(), dose.exercises.end(), loads);
        if (dose.ladder) {
          for (const PartialDose& r : protocol_.ladders[*dose.ladder].rungs) any = any || loads(r.exercise);
        }
        if (any) hard |= std::uint64_t{1} << w.number;
      }
    }
    return hard != 0 ? hard : all;
  }

  // --- Telling ---

  void tell(Rule rule, Cause cause) {
    out_.changes.push_back({of_group_.value_or(today_), out_.spans.size() - (begun_ ? 1 : 0), rule, cause});
  }

  void entries_outside() {
    local_days end = intake_.start;
    while (protocol_.away == Protocol::Away::shift && away_on(intake_, end)) end += days{1};
    if (!out_.spans.empty()) end = out_.spans.back().end;
    const bool any = std::any_of(intake_.diary.begin(), intake_.diary.end(), [&](const Entry& e) {
      return as_of_ && e.known() <= *as_of_ && e.cleared_by.empty() && e.red_flags.empty() && e.date >= end &&
             !(halted_ && e.moment() == stopped_);
    });
    if (any) out_.changes.push_back({{}, 0, Rule::entry_outside, Cause::none});
  }

  // What a session was made of.
  struct Kept {
    std::optional<int> pain_max;
    std::vector<PlannedDose> doses;
  };

  const Catalog& catalog_;
  const Case& intake_;
  const Protocol& protocol_;
  std::optional<Moment> as_of_;
  std::vector<std::size_t> played_;
  std::vector<SlowGroup> groups_;
  std::size_t next_ = 0;  // group to be taken in
  SlowPlacer placer_;
  SlowResult out_;
  std::vector<Kept> kept_;  // as out_.sessions

  local_days today_{};
  std::optional<local_days> of_group_;  // the date at which became known what is taken in
  bool over_ = false, unmet_ = false, in_day_ = false;
  bool halted_ = false, cleared_ = false, step_back_ = false, restart_ = false;
  bool resumes_ = false;     // the next visit begins after a clearance
  Moment at_{}, stopped_{};  // what the present group speaks of, and what the newest stop spoke of
  local_days paused_until_ = local_days::min();
  int counted_ = 0;

  // of this visit
  std::size_t played_index_ = 0;
  int visit_number_ = 0, visits_begun_ = 0, k_ = 0, planned_ = 0, week_ = 1, breaches_ = 0;
  std::optional<Moment> last_hold_;
  SlowLength length_;
  bool clipped_ = false, frozen_ = false, missed_ = false, breached_ = false, begun_ = false, lately_ = false;
  local_days first_{}, last_day_{};
  std::set<int> weeks_begun_;
  std::set<const Limit*> reviewed_;
  std::map<int, int> back_;
  std::vector<std::pair<local_days, bool>> lived_;  // its days, and whether they count
  std::vector<int> index_;                          // how many counted before each, when it was lived
  std::vector<std::array<long, 4>> expected_;       // its days to come, as they were placed
  std::map<int, int> expected_back_;
  std::array<int, 5> ordinals_{};

  // of the plan
  std::map<std::size_t, int> entered_;
  std::map<const Criterion*, SlowRow> rows_;
  std::map<const Limit*, SlowBreaks> breaks_;
  std::map<std::string, SlowStart> baselines_;
  std::map<std::string, std::map<int, double>> worst_;  // by week of the plan
  std::map<Key, State> states_;
  std::set<Key> lowered_now_;    // each once for what becomes known together
  std::map<int, bool> climbed_;  // by ladder: a whole session within the limit since the rung changed
  std::map<std::size_t, local_days> stepped_;
  std::map<int, std::chrono::local_time<minutes>> rest_until_;
  std::optional<local_days> last_morning_, last_lowered_;
  bool last_was_bad_ = false, failed_ = false;
  int bad_mornings_ = 0;
  std::map<std::pair<std::size_t, int>, Plan> prescribed_;
};

}  // namespace

SlowResult slow_replay(const Catalog& catalog, const Case& intake, std::optional<Moment> as_of) {
  return Replay(catalog, intake, as_of).run();
}

}  // namespace rehab_test
