#include "review/standards.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace rehab::review {

namespace {

struct Verdict {
  Answer answer{};
  Share share{};  // of nothing, where nothing is counted
};

Verdict counted(Share share) {
  if (share.of == 0) return {Answer::no_case, {}};
  const Answer answer = share.stated == share.of ? Answer::stated : share.stated > 0 ? Answer::partly : Answer::not_stated;
  return {answer, share};
}

Verdict is_stated(bool stated) { return {stated ? Answer::stated : Answer::not_stated, {}}; }

// The language has no protocol without it.
Verdict required(const Survey&) { return {Answer::stated, {}}; }
Verdict no_key(const Survey&) { return {Answer::not_stated, {}}; }
Verdict by_diary(const Survey&) { return {Answer::later, {}}; }

template <Share Survey::*share>
Verdict share_of(const Survey& s) {
  return counted(s.*share);
}

struct Clause {
  std::string_view number, what, keys, counted;
  Verdict (*verdict)(const Survey&);
};

// --- CERT --------------------------------------------------------------------------------------------------

// Item 2 asks for the training of who leads: `supervision` tells only that a clinician does, or that nobody does.
Verdict leader(const Survey& s) {
  return {s.protocol->supervision == Protocol::Supervision::self ? Answer::stated : Answer::partly, {}};
}

Verdict home(const Survey& s) {
  const auto& where = s.protocol->setting;
  return {std::ranges::find(where, Protocol::Setting::home) == where.end() ? Answer::no_case : Answer::stated, {}};
}

// Item 10: not exercise.
Verdict other_parts(const Survey& s) { return is_stated(s.adjuncts || !s.protocol->advice.empty()); }

// Item 11 asks what to do and what happened; the second only a diary knows. Red flags are asked before every plan.
Verdict harm(const Survey&) { return {Answer::partly, {}}; }

Verdict tailoring(const Survey& s) { return is_stated(s.tailored); }

constexpr std::string_view exercise_keys = "exercise.setup, steps, breath, feel, mistake, start_deg, end_deg";

constexpr Clause cert[]{
    {"1", "equipment", "exercise.equipment, surface, support", "", required},
    {"2", "who leads, with what training", "supervision", "", leader},
    {"3", "alone or in a group", "", "", no_key},
    {"4", "supervised or not, and how", "supervision, setting", "", required},
    {"5", "how adherence is measured", "", "", by_diary},
    {"6", "what keeps people going", "", "", no_key},
    {"7a", "rule for progression", "move_on, enter, up_when, step_when, amounts by week", "ways on",
     share_of<&Survey::progression>},
    {"7b", "how it was progressed", "", "", by_diary},
    {"8", "each exercise, to be repeated", exercise_keys, "", required},
    {"9", "home part", "setting", "", home},
    {"10", "parts that are no exercise", "advice, workouts of adjuncts", "", other_parts},
    {"11", "harm: what to do, what happened", "limit, red_flag", "", harm},
    {"12", "setting", "setting", "", required},
    {"13", "dose in full", "reps, hold_s, duration_min, sets, load", "doses", share_of<&Survey::full>},
    {"14a", "the same for all, or tailored", "severity", "", required},
    {"14b", "how it is tailored", "amounts by severity, only, extra, instead", "", tailoring},
    {"15", "where to start", "signs, load.start_kg, start_percent", "starts", share_of<&Survey::start>},
    {"16a", "how fidelity is assessed", "", "", no_key},
    {"16b", "delivered as planned", "", "", by_diary},
};

// --- The minimum -------------------------------------------------------------------------------------------

Verdict population(const Survey& s) { return is_stated(!s.protocol->population.empty()); }
Verdict evidence(const Survey& s) { return is_stated(!s.protocol->evidence.empty()); }
Verdict contraindications(const Survey& s) { return is_stated(!s.protocol->not_for.empty() || !s.protocol->clearance_for.empty()); }
Verdict adjuncts(const Survey& s) { return {s.adjuncts ? Answer::stated : Answer::no_case, {}}; }

// Criteria and limits are asked for; what more is to be noted, `asks` says.
Verdict logged(const Survey& s) {
  const Protocol& p = *s.protocol;
  const bool any = !p.asks.empty() || !p.limits.empty() || std::ranges::any_of(p.phases, [](const Phase& phase) {
    return !phase.limits.empty() || !phase.move_on.empty() || !phase.enter.empty();
  });
  return is_stated(any);
}

constexpr Clause minimum[]{
    {"", "id, name, condition", "id, title, condition", "", required},
    {"", "source of each number", "cite, secondary, needs_review, assumed", "", required},
    {"", "what trials found", "evidence", "", evidence},
    {"", "who was studied", "population", "", population},
    {"", "led by a clinician or not", "supervision", "", required},
    {"", "red flags", "condition, red_flag", "", required},
    {"", "whom it is not for", "not_for, clearance_for", "", contraindications},
    {"", "phase: planned length", "weeks, days", "", required},
    {"", "phase: earliest end", "weeks_min, days_min", "phases", share_of<&Survey::earliest>},
    {"", "phase: longest hold", "weeks_max, days_max", "phases", share_of<&Survey::longest>},
    {"", "phase: goal", "goals", "", required},
    {"", "phase: to begin it", "enter", "phases but the first", share_of<&Survey::entry>},
    {"", "phase: to end it", "move_on", "phases", share_of<&Survey::exit>},
    {"", "phase: way back", "limit.otherwise, pain_rule.lower_*", "phases", share_of<&Survey::way_back>},
    {"", "phase: when to stop", "limit.otherwise = \"stop\"", "phases", share_of<&Survey::stop>},
    {"", "dose: how much", "reps, hold_s, duration_min", "doses", share_of<&Survey::amount>},
    {"", "dose: sets", "sets", "doses", share_of<&Survey::sets>},
    {"", "dose: tempo", "tempo_s", "doses", share_of<&Survey::tempo>},
    {"", "dose: rest between sets", "rest_s", "doses", share_of<&Survey::rest>},
    {"", "dose: rest between repetitions", "rest_between_reps_s", "doses", share_of<&Survey::rep_rest>},
    {"", "dose: to failure or not", "to_failure", "doses", share_of<&Survey::failure>},
    {"", "dose: side", "side", "doses", share_of<&Survey::side>},
    {"", "times a day, days a week", "times_per_day, days_per_week", "", required},
    {"", "rest between sessions", "min_hours_apart, level", "workouts", share_of<&Survey::hours>},
    {"", "knee angle", "exercise.knee", "doses", share_of<&Survey::knee>},
    {"", "range", "exercise.range", "doses", share_of<&Survey::range>},
    {"", "surface, equipment", "exercise.surface, equipment", "", required},
    {"", "load", "load", "doses", share_of<&Survey::load>},
    {"", "load: start", "start_kg, start_percent", "loads", share_of<&Survey::load_start>},
    {"", "load: step", "step_kg, step_percent", "loads", share_of<&Survey::load_step>},
    {"", "load: rule for the step", "step_when", "loads", share_of<&Survey::load_rule>},
    {"", "load: most", "max_kg, max_percent", "loads", share_of<&Survey::load_cap>},
    {"", "pain rule", "pain_rule", "", required},
    {"", "adjuncts", "workouts of adjuncts", "", adjuncts},
    {"", "when a clinician looks", "review_weeks", "severities", share_of<&Survey::review>},
    {"", "what to note", "asks, limit, move_on", "", logged},
    {"", "no medical advice", "printed with every plan", "", required},
};

std::vector<CoverageItem> answered(std::span<const Clause> clauses, const Survey& survey) {
  std::vector<CoverageItem> out;
  for (const Clause& c : clauses) {
    const Verdict v = c.verdict(survey);
    out.push_back({c.number, c.what, c.keys, v.answer, v.share.stated, v.share.of, v.share.of > 0 ? c.counted : ""});
  }
  return out;
}

}  // namespace

std::vector<CoverageItem> cert_items(const Survey& survey) { return answered(cert, survey); }

std::vector<CoverageItem> minimum_items(const Survey& survey) { return answered(minimum, survey); }

}  // namespace rehab::review
