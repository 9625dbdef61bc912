// A plan walked through C says what the plan of C++ says: every value, of every protocol and severity.
#include <map>

#include "c/handles.hpp"
#include "c/owned.hpp"
#include "export/change_rule.hpp"
#include "export/loads.hpp"
#include "support/sample.hpp"
#include "text/digest.hpp"

namespace {

using namespace rehab_test;
using namespace rehab;
using std::chrono::days;
using std::chrono::local_days;

// --- What is the same ------------------------------------------------------------------------------------------------------------

bool same(const rehab_text& a, std::string_view b) { return a.data && view(a) == b && a.data[a.size] == '\0'; }
bool same(std::int64_t a, std::int64_t b) { return a == b; }
bool same(const rehab_number& a, std::optional<int> b) { return a.stated ? b == a.value : !b && a.value == 0; }
bool same(const rehab_real& a, std::optional<double> b) { return a.stated ? b == a.value : !b && a.value == 0; }
bool same(const rehab_date& a, local_days b) {
  return local_days{std::chrono::year{a.year} / a.month / a.day} == b && date(b).day == a.day;
}
bool same(const rehab_moment& a, std::optional<Moment> b) {
  if (!b) return a.date.year == 0 && a.slot == REHAB_SLOT_NOT_GIVEN;
  return same(a.date, b->date) && a.slot == static_cast<int>(b->slot) + 1;
}

constexpr const char* slots[]{"", "waking", "morning", "midday", "afternoon", "evening", "bedtime"};
constexpr const char* confidences[]{"", "primary", "secondary", "unconfirmed", "assumed"};
constexpr const char* legs[]{"", "injured", "each"};
constexpr const char* reports[]{"", "all", "part", "none"};

class Walk {
 public:
  Walk(const rehab_plan* c, const Plan& plan) : c_(c), plan_(plan) {}

  std::vector<std::string> run(std::map<std::string, int>& met) {
    head();
    for (std::size_t i = 0; i < plan_.phases.size(); ++i) phase(i);
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) session(i);
    for (std::size_t i = 0; i < plan_.changes.size(); ++i) change(i);
    for (const auto& [what, count] : met_) met[what] += count;
    return wrong_;
  }

 private:
  template <class A, class B>
  void is(const char* what, const A& a, const B& b) {
    if (!same(a, b)) wrong_.push_back(what);
  }
  void meet(const char* what, bool it) { met_[what] += it ? 1 : 0; }

  std::string_view id(Index<Source> source) const { return source ? std::string_view(plan_.catalog[source].id) : ""; }
  std::string_view id(Index<Exercise> exercise) const { return exercise ? std::string_view(plan_.catalog[exercise].id) : ""; }

  void is(const char* what, const rehab_figure& a, const Figure& b) {
    meet(what, b.value.has_value());
    if (!b.value) return is(what, a.stated || a.min.stated || a.max || a.confidence || a.source.size, 0);
    is(what, a.stated, 1);
    is(what, a.min, b.value->min);
    is(what, a.max, b.value->max);
    is(what, literal(confidences[a.confidence]), name(b.origin.confidence));
    is(what, a.source, id(b.origin.source));
  }
  static rehab_text literal(const char* text) { return rehab_text_of(text); }

  void head() {
    const auto info = asked<rehab_plan_info>([&](auto* out) { return rehab_plan_describe(c_, out); });
    const std::string json = *export_plan(plan_, "json");
    std::string id;
    text::append_uuid(id, plan_.id);
    is("plan.id", literal(info.id.text), id);
    is("plan.protocol", info.protocol, plan_.protocol().id);
    is("plan.title", info.title, plan_.protocol().title);
    is("plan.disclaimer", json.find(view(info.disclaimer)) != json.npos && info.disclaimer.size > 0, 1);
    is("plan.severity", info.severity, static_cast<int>(plan_.intake.severity) + 1);
    is("plan.zone", info.zone, plan_.intake.zone);
    is("plan.weeks", info.weeks, plan_.weeks);
    is("plan.first_day", info.first_day, plan_.days.begin);
    is("plan.last_day", info.last_day, plan_.days.end - days{1});
    is("plan.as_of", info.as_of, plan_.as_of);
    is("plan.revision", static_cast<int>(info.revision), plan_.revision);
    constexpr const char* endings[]{"", "continue", "review", "stopped"};
    is("plan.ending", json.find(std::string("\"ending\": \"") + endings[info.ending]) != json.npos, 1);
    meet(endings[info.ending], true);
    is("plan.phases", static_cast<int>(info.phase_count), static_cast<int>(plan_.phases.size()));
    is("plan.sessions", static_cast<int>(info.session_count), static_cast<int>(plan_.sessions.size()));
    is("plan.changes", static_cast<int>(info.change_count), static_cast<int>(plan_.changes.size()));
  }

  void phase(std::size_t index) {
    const auto c = asked<rehab_phase>([&](auto* out) { return rehab_plan_phase(c_, index, out); });
    const PhaseSpan& span = plan_.phases[index];
    const Phase& phase = plan_.phase_of(span);
    is("phase.id", c.id, phase.id);
    is("phase.title", c.title, phase.title);
    is("phase.visit", c.visit, span.visit);
    is("phase.first_day", c.first_day, span.days.begin);
    is("phase.last_day", c.last_day, span.days.end - days{1});
    is("phase.earliest_last_day", c.earliest_last_day, span.earliest_end - days{1});
    is("phase.latest_last_day", c.latest_last_day, span.latest_end - days{1});
    is("phase.goals", static_cast<int>(c.goal_count), static_cast<int>(phase.goals.size()));
    meet("goal", !phase.goals.empty());
    for (std::size_t i = 0; i < phase.goals.size(); ++i) {
      rehab_text goal{};
      is("phase.goal", rehab_plan_goal(c_, index, i, &goal), REHAB_OK);
      is("phase.goal", goal, phase.goals[i]);
    }
  }

  void session(std::size_t index) {
    const auto c = asked<rehab_session>([&](auto* out) { return rehab_plan_session(c_, index, out); });
    const Session& session = plan_.sessions[index];
    const Routine& routine = plan_.routine_of(session);
    is("session.date", c.date, session.date);
    is("session.minute", c.minute, session.time.count());
    is("session.utc_s", c.utc_s, session.utc.time_since_epoch().count());
    is("session.part", literal(slots[c.part]), name(session.part));
    is("session.phase", static_cast<int>(c.phase), routine.phase);
    is("session.week", c.week, routine.week);
    is("session.week_of_phase", c.week_of_phase, routine.week_of_phase);
    is("session.length_min", c.length_min, routine.length.count());
    is("session.pain_max", c.pain_max, routine.pain_max);
    is("session.done", literal(reports[c.done]), session.done ? name(*session.done) : "");
    is("session.pain", c.pain, session.pain);
    meet("session.done", session.done.has_value());
    meet("session.pain", session.pain.has_value());
    rehab_uuid uuid{};
    is("session.id", rehab_plan_session_id(c_, index, &uuid), REHAB_OK);
    std::string id;
    text::append_uuid(id, identity(plan_, session));
    is("session.id", literal(uuid.text), id);
    workouts(index, routine, c);
    is("session.doses", static_cast<int>(c.dose_count), static_cast<int>(routine.doses));
    for (std::size_t i = 0; i < routine.doses; ++i) dose(index, i, plan_.doses_of(session)[i]);
  }

  void workouts(std::size_t index, const Routine& routine, const rehab_session& c) {
    std::size_t place = 0;
    for (const Workout& workout : plan_.phase_of(plan_.phases[routine.phase]).workouts) {
      if (((routine.workouts >> workout.number) & 1u) == 0) continue;
      const auto found = asked<rehab_workout>([&](auto* out) { return rehab_plan_workout(c_, index, place, out); });
      is("workout.id", found.id, workout.id);
      is("workout.title", found.title, workout.title);
      ++place;
    }
    is("session.workouts", static_cast<int>(c.workout_count), static_cast<int>(place));
    meet("two workouts", place > 1);
  }

  void dose(std::size_t session, std::size_t index, const PlannedDose& dose) {
    const auto c = asked<rehab_dose>([&](auto* out) { return rehab_plan_dose(c_, session, index, out); });
    const auto workout = asked<rehab_workout>([&](auto* out) { return rehab_plan_workout(c_, session, c.workout, out); });
    const Routine& routine = plan_.routine_of(plan_.sessions[session]);
    is("dose.workout", workout.id, plan_.phase_of(plan_.phases[routine.phase]).workouts[dose.workout].id);
    meet("second workout", c.workout > 0);
    is("dose.exercise", c.exercise, id(dose.exercise));
    is("dose.title", c.title, plan_.catalog[dose.exercise].title);
    is("dose.instead_of", c.instead_of, id(dose.instead_of));
    meet("dose.instead_of", bool(dose.instead_of));
    is("dose.sets", c.sets, dose.sets);
    is("dose.reps", c.reps, dose.reps);
    is("dose.hold_s", c.hold_s, dose.hold_s);
    is("dose.duration_min", c.duration_min, dose.duration_min);
    is("dose.distance_m", c.distance_m, dose.distance_m);
    is("dose.effort_percent", c.effort_percent, dose.effort_percent);
    is("dose.rest_s", c.rest_s, dose.rest_s);
    is("dose.rest_between_reps_s", c.rest_between_reps_s, dose.rest_between_reps_s);
    is("dose.as_tolerated", c.as_tolerated, dose.as_tolerated);
    is("dose.to_failure", c.to_failure, dose.to_failure);
    tempo(c.tempo, dose);
    load(c, dose);
    is("dose.volume_percent", c.volume_percent, dose.volume_percent);
    meet("dose.volume_percent", dose.volume_percent != 100);
    is("dose.leg", literal(legs[c.leg]), dose.side ? name(*dose.side) : "");
    is("dose.order", c.order, dose.order ? name(*dose.order) : "");
    is("dose.ladder", c.ladder, dose.ladder ? plan_.protocol().ladders[*dose.ladder].id : "");
    is("dose.rung", c.rung, dose.rung);
    is("dose.last_rung", c.last_rung, dose.last_rung);
    is("dose.source", c.source, id(dose.cite));
    meet("dose.as_tolerated", dose.as_tolerated);
    meet("dose.to_failure", dose.to_failure);
    meet("dose.leg", dose.side.has_value());
    meet("dose.order", dose.order.has_value());
    meet("dose.ladder", dose.ladder.has_value());
    exercise(session, index, plan_.catalog[dose.exercise]);
  }

  void tempo(const rehab_tempo& c, const PlannedDose& dose) {
    const Tempo said = dose.tempo_s.value_or(Tempo{});
    is("tempo.lift", c.lift_s, said.lift);
    is("tempo.hold", c.hold_s, said.hold);
    is("tempo.lower", c.lower_s, said.lower);
    is("tempo.pass", c.pass_s, said.pass);
    is("tempo.confidence", literal(confidences[c.confidence]), dose.tempo_s ? name(dose.tempo_origin.confidence) : "");
    is("tempo.source", c.source, dose.tempo_s ? id(dose.tempo_origin.source) : "");
    meet("tempo", dose.tempo_s.has_value());
  }

  void load(const rehab_dose& c, const PlannedDose& dose) {
    const bool named = dose.load && dose.load->kind == LoadName::Kind::named;
    is("dose.load", c.load, dose.load ? load_id(plan_.protocol(), *dose.load) : "");
    is("dose.load_title", c.load_title, named ? plan_.protocol().loads[dose.load->load].title : "");
    is("dose.load_now", c.load_now, dose.load_now);
    is("dose.load_unit", c.load_unit, dose.load_now ? name(plan_.protocol().loads[dose.load->load].kind) : "");
    const std::optional<LoadNow> now = load_now(plan_, dose);
    is("dose.load_confidence", literal(confidences[c.load_confidence]), now ? name(now->origin.confidence) : "");
    is("dose.load_source", c.load_source, now ? id(now->origin.source) : "");
    is("dose.load_steps", c.load_steps, dose.load_steps);
    meet("dose.load_title", named);
    meet("dose.load_now", dose.load_now.has_value());
    meet("dose.load_steps", dose.load_steps != 0);
  }

  void exercise(std::size_t session, std::size_t dose, const Exercise& exercise) {
    const auto c = asked<rehab_exercise>([&](auto* out) { return rehab_plan_exercise(c_, session, dose, out); });
    is("exercise.id", c.id, exercise.id);
    is("exercise.title", c.title, exercise.title);
    is("exercise.setup", c.setup, exercise.setup);
    is("exercise.breath", c.breath, exercise.breath);
    is("exercise.feel", c.feel, exercise.feel);
    is("exercise.mistake", c.mistake, exercise.mistake);
    is("exercise.evidence", c.evidence, exercise.evidence);
    is("exercise.steps", static_cast<int>(c.step_count), static_cast<int>(exercise.steps.size()));
    meet("exercise.evidence", !exercise.evidence.empty());
    for (std::size_t i = 0; i < exercise.steps.size(); ++i) {
      rehab_text step{};
      is("exercise.step", rehab_plan_step(c_, session, dose, i, &step), REHAB_OK);
      is("exercise.step", step, exercise.steps[i]);
    }
  }

  void change(std::size_t index) {
    const auto c = asked<rehab_change>([&](auto* out) { return rehab_plan_change(c_, index, out); });
    const Change& change = plan_.changes[index];
    const ChangeRule& rule = rule_of(change);
    const bool lived = is_from_diary(change);
    is("change.rule", c.rule, rule.id);
    is("change.from_diary", c.from_diary, lived);
    is("change.cause", c.cause, lived ? name(change.cause) : "");
    is("change.date", c.date, change.date);
    is("change.phase", static_cast<int>(c.phase), change.phase);
    const Phase& phase = plan_.phase_of(plan_.phases[change.phase]);
    is("change.workout", c.workout, change.workout ? phase.workouts[*change.workout].id : "");
    is("change.exercise", c.exercise, id(change.exercise));
    is("change.other", c.other, id(change.other));
    is("change.tag", c.tag, change.tag ? plan_.catalog->tags[change.tag.value].id : "");
    is("change.asked", c.asked, rule.asked ? std::optional(change.asked) : std::nullopt);
    is("change.given", c.given, rule.given ? std::optional(change.given) : std::nullopt);
    is("change.confidence", literal(confidences[c.confidence]), rule.origin ? name(change.origin.confidence) : "");
    is("change.source", c.source, rule.origin ? id(change.origin.source) : "");
    meet("change", !lived);
    meet("change of the diary", lived);
    ground(c, change, lived);
    rehab_string sentence{};
    is("change.sentence", rehab_plan_change_sentence(c_, index, &sentence), REHAB_OK);
    const std::string said = taken(sentence);
    is("change.sentence", rehab_text_of(said.c_str()), describe(plan_, change));
  }

  void ground(const rehab_change& c, const Change& change, bool lived) {
    const Protocol& protocol = plan_.protocol();
    is("change.seen", c.seen, lived ? std::optional(change.seen) : std::nullopt);
    is("change.measure", c.measure, change.measure ? plan_.catalog[change.measure].id : "");
    is("change.value", c.value, change.value);
    is("change.bound", c.bound, change.bound);
    is("change.limit", c.limit, change.limit ? limit_of(protocol, *change.limit).id : "");
    is("change.ladder", c.ladder, lived && change.ladder ? protocol.ladders[*change.ladder].id : "");
    is("change.red_flag", c.red_flag, change.red_flag ? plan_.catalog->red_flags[change.red_flag.value].id : "");
    meet("change.measure", bool(change.measure));
    meet("change.value", change.value.has_value());
    meet("change.limit", change.limit.has_value());
  }

  const rehab_plan* c_;
  const Plan& plan_;
  std::vector<std::string> wrong_;
  std::map<std::string, int> met_;
};

// What the library carries does not hold every kind of number; a plan by hand does.
PlanHandle handle_of(const Plan& plan) {
  return PlanHandle(c::made<rehab_plan>(c::memory_of(nullptr), Plan(plan), c::Sink{}).release());
}

Plan plan_by_hand() {
  CatalogData data = sample::catalog();
  for (Exercise& exercise : data.exercises) exercise.evidence = "Two trials found no difference.";
  Plan out = sample::plan(sample::first_day, sample::berlin(), std::move(data));
  for (PlannedDose& dose : out.doses) {
    dose.to_failure = true;
    dose.rest_between_reps_s = {Range{std::nullopt, 3}, {{}, Confidence::unconfirmed}};
  }
  return out;
}

// Without any equipment, and stopped by a red flag.
std::vector<Case> odd_cases() {
  Case bare = followed::person("calf-strain");
  bare.equipment.emplace();
  Case stopped = bare;
  Entry entry;
  entry.date = stopped.start + days{9};
  entry.red_flags = {catalog()->red_flags.front().id};
  stopped.diary = {entry};
  return {bare, stopped};
}

}  // namespace

TEST_CASE("a plan walked in C says what the plan of C++ says, of every protocol and severity", "[c]") {
  std::map<std::string, int> met;
  int plans = 0;
  const auto walk = [&](const Case& intake) {
    INFO(intake.protocol << ", " << name(intake.severity));
    const CaseHandle person = read(intake);
    const PlanHandle c = planned(builtin(), person.get());
    CHECK(Walk(c.get(), *make_plan(catalog(), intake)).run(met) == std::vector<std::string>{});
    ++plans;
  };
  each_case(walk);
  for (const Case& intake : odd_cases()) walk(intake);
  const Plan by_hand = plan_by_hand();
  CHECK(Walk(handle_of(by_hand).get(), by_hand).run(met) == std::vector<std::string>{});
  CHECK(plans > 60);
  for (const auto& [what, count] : met) {
    INFO(what);
    CHECK(count > 0);  // else nothing was compared
  }
}

TEST_CASE("the sessions between two dates are those of C++", "[c]") {
  const Case intake = followed::person("calf-strain");
  const Plan plan = *make_plan(catalog(), intake);
  const CaseHandle person = read(intake);
  const PlanHandle c = planned(builtin(), person.get());
  const local_days begin = plan.days.begin - days{3}, end = plan.days.end + days{3};
  for (local_days first = begin; first < end; first += days{1}) {
    for (local_days last = first - days{2}; last < end; last += days{5}) {
      std::size_t index = 77, count = 77, wanted = 0;
      REQUIRE(rehab_plan_sessions_between(c.get(), date(first), date(last), &index, &count) == REHAB_OK);
      for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
        const bool inside = plan.sessions[i].date >= first && plan.sessions[i].date <= last;
        wanted += inside ? 1 : 0;
        REQUIRE(inside == (i >= index && i < index + count));
      }
      REQUIRE(count == wanted);
      REQUIRE(index <= plan.sessions.size());
    }
  }
}
