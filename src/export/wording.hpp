// The words of a plan: what a dose, a pain limit, a phase is called in a sentence. Shared by all exporters that speak to people.
//
// Each speaks the language of the catalog (words/words.hpp).
//
//   std::string line;
//   wording::append_exercise(line, plan, dose);  // "Heel drop, knee straight"
//   wording::append_dose(line, plan, dose);      // "3 × 15, lower in 3 s, rest 60–120 s, left leg, backpack: in steps of 5 kg;
//                                                //  never more than 60 kg"
//
// All append raw UTF-8 without a line feed and without escapes: each format escapes at its own edge. What the source does not say
// is not printed. Those that return bool may have nothing to say: false, and nothing is appended. None of them allocates but for
// the growth of `out`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rehab/plan.hpp"
#include "words/words.hpp"

namespace rehab::wording {

// --- Numbers and names
// ---------------------------------------------------------------------------------------------------------------

// "15", "60–120", "up to 15".
void append_range(std::string& out, const Words& words, const Range& range);
// The same, to fill a placeholder with: words.append(out, "rest", {{"seconds", Ranged{words, rest}}}).
struct Ranged {
  const Words& words;
  const Range& range;

  void operator()(std::string& out) const { append_range(out, words, range); }
};
// "Alfredson 1998"; without authors the title, the journal or the id.
void append_source(std::string& out, const Source& source);
// "assumed", "not confirmed", "second-hand"; "" for what was read in the source itself.
std::string_view doubt_of(const Words& words, Confidence confidence);
// "lift in 3 s, hold 2 s, lower in 3 s".
bool append_tempo(std::string& out, const Words& words, const Tempo& tempo);
// "body weight", "backpack: from 5 kg, add 5 kg, at most once in 7 days, only after 7 days in a row with no pain; never more than
// 60 kg".
void append_load(std::string& out, const Catalog& catalog, const Protocol& protocol, LoadName load, Severity severity);

// --- Criteria
// ------------------------------------------------------------------------------------------------------------------------

// "5 of 10", "8 cm": a number in the measure's unit, or what a phrase makes of it, as "at least 5 of 10".
void append_measured(std::string& out, const Words& words, double number, Measure::Unit unit);
void append_measured(std::string& out, const Words& words, double number, Measure::Unit unit, Phrase bound);
// Of a workout of this phase if it has one, else of the first that has; the id if there is none.
std::string_view workout_title(const Protocol& protocol, std::string_view id, const Phase* phase = nullptr);
// "pain is at most 2 of 10 for 7 days".
void append_criterion(std::string& out, const Catalog& catalog, const Protocol& protocol, const Criterion& criterion,
                      Severity severity);
// The same as a row of a list: "Pain: at most 2 of 10 for 7 days".
void append_demand(std::string& out, const Catalog& catalog, const Protocol& protocol, const Criterion& criterion,
                   Severity severity);
// All of some criteria (at least one), said together where they ask for the same time: "after 7 days in a row with no pain while
// training and stiffness at most 2 of 10", else "when pain is … and stiffness is …".
void append_conditions(std::string& out, const Catalog& catalog, const Protocol& protocol, std::span<const Criterion> criteria,
                       Severity severity);

// --- A dose
// --------------------------------------------------------------------------------------------------------------------------

// "Heel raise, sitting (in place of: Heel raise on a machine)".
void append_exercise(std::string& out, const Plan& plan, const PlannedDose& dose);
// "3 × 15", "3 × up to 15, as tolerated", "5 × 30–45 s hold", "10–20 min", "3 × 5 × 80 m at 50–60 % of full speed", "as tolerated".
bool append_volume(std::string& out, const Words& words, const PlannedDose& dose);
// "left leg", "the injured leg", "each leg, right leg first".
bool append_side(std::string& out, const Plan& plan, const PlannedDose& dose);
// What the diary made of it: "now 15 kg, 1 step less load than you began with, 50 % of the usual sets or repetitions".
bool append_standing(std::string& out, const Plan& plan, const PlannedDose& dose);
// Tempo, rests, side and load, and what the diary made of it: "lower in 3 s, rest 60–120 s, left leg".
bool append_manner(std::string& out, const Plan& plan, const PlannedDose& dose);
// Volume and manner in one line; see above.
bool append_dose(std::string& out, const Plan& plan, const PlannedDose& dose);
// "rung 1 of up to 2 in this phase; next, when a whole session stays within the pain limit: Heel raise on two legs". False: no
// ladder.
bool append_rung(std::string& out, const Plan& plan, const PlannedDose& dose);
// "assumed, not from the source: tempo, rest".
bool append_assumed(std::string& out, const Plan& plan, const PlannedDose& dose);
// "not confirmed: repetitions".
bool append_unconfirmed(std::string& out, const Plan& plan, const PlannedDose& dose);

// How fast to act on a red flag: "See a doctor today".
std::string_view headline(const Words& words, RedFlag::Urgency urgency);

// --- A session
// -----------------------------------------------------------------------------------------------------------------------

// The workouts of which this person does anything; bit i: Workout::number i. Where equipment or a tag left nothing of a workout, it
// still holds its place in `Routine::workouts`.
std::uint64_t workouts_done(const Plan& plan, const Routine& routine);
// "Heel raises + Balance": these workouts in the order of the phase.
void append_workouts(std::string& out, const Plan& plan, const Routine& routine);
// "left", "right", "both sides"; false if the case does not say, or nothing in the routine is for the injured leg alone.
bool append_injured_side(std::string& out, const Plan& plan, const Routine& routine);
// "phase 2 of 5: Load early, week 1 of 8"; with one phase only "Heel drops, week 1 of 12".
void append_phase_line(std::string& out, const Plan& plan, const Routine& routine);
// The pain rule in one line: "pain at most 5 of 10 while training and after. Some pain is allowed …". An assumed limit says so.
bool append_pain_line(std::string& out, const Plan& plan, const Routine& routine);
// Every text (up to 16) that a number of the routine comes from, once: "Alfredson 1998; Praet 2019".
bool append_sources(std::string& out, const Plan& plan, const Routine& routine);

}  // namespace rehab::wording
