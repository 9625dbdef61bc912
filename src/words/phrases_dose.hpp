// What is done in a session: volume, tempo, rest, sides, loads, and where it comes from.
#pragma once

#include <array>

#include "words/row.hpp"

namespace rehab::words {

inline constexpr std::array phrases_dose{
    Row{"disclaimer", "This is not medical advice. If in doubt, ask a clinician before you go on."},

    // Where a number comes from
    Row{"second-hand", "second-hand"},
    Row{"not-confirmed", "not confirmed"},
    Row{"assumed", "assumed"},
    Row{"assumed-names", "assumed, not from the source: {names}"},
    Row{"unconfirmed-names", "not confirmed: {names}"},
    Row{"exchange-of-exercise", "exchange of the exercise"},
    Row{"numbers-of-load", "numbers of the load"},

    // Exercise and volume
    Row{"exercise-instead", "{exercise} (in place of: {other})"},
    Row{"sets", "{sets} set|{sets} sets"},
    Row{"sets-of", "{sets} × {set}"},
    Row{"repetitions", "{reps} repetition|{reps} repetitions"},
    Row{"repetitions-of-distance", "{reps} × {metres} m"},
    Row{"distance", "{metres} m"},
    Row{"hold", "{seconds} s hold"},
    Row{"minutes", "{minutes} min"},
    Row{"effort", "at {percent} % of full speed"},
    Row{"volume-at-effort", "{volume} at {percent} % of full speed"},
    Row{"as-tolerated", "as tolerated"},
    Row{"to-failure", "to failure"},

    // Tempo and rest
    Row{"tempo-lift", "lift in {seconds} s"},
    Row{"tempo-hold", "hold {seconds} s"},
    Row{"tempo-lower", "lower in {seconds} s"},
    Row{"tempo-pass", "{seconds} s a pass"},
    Row{"rest", "rest {seconds} s"},
    Row{"rest-between-sets", "rest {seconds} s between sets"},
    Row{"rest-between-repetitions", "rest {seconds} s between repetitions"},
    Row{"no-rest", "no rest"},
    Row{"no-rest-between-sets", "no rest between sets"},
    Row{"no-rest-between-repetitions", "no rest between repetitions"},

    // Legs
    Row{"left-leg", "left leg"},
    Row{"right-leg", "right leg"},
    Row{"each-leg", "each leg"},
    Row{"injured-leg", "the injured leg"},
    Row{"other-leg", "the other leg"},
    Row{"legs-in-turn", "each leg, in turn"},
    Row{"legs-in-order", "each leg, {leg} first"},
    Row{"left", "left"},
    Row{"right", "right"},
    Row{"both-sides", "both sides"},

    // Load
    Row{"body-weight", "body weight"},
    Row{"repetition-maximum", "the weight that allows just these repetitions"},
    Row{"load-how", "{load}: {how}"},
    Row{"load-from-kg", "from {number} kg"},
    Row{"load-from-percent", "from {number} % of the most you can lift once"},
    Row{"load-in-steps-kg", "in steps of {number} kg"},
    Row{"load-in-steps-percent", "in steps of {number} %"},
    Row{"load-add-kg", "add {number} kg"},
    Row{"load-add-percent", "add {number} %"},
    Row{"load-step-days", "at most once a day|at most once in {n} days"},
    Row{"load-step-when", "only {when}"},
    Row{"load-most-kg", "never more than {number} kg"},
    Row{"load-most-percent", "never more than {number} % of the most you can lift once"},
    Row{"load-now-kg", "now {number} kg"},
    Row{"load-now-percent", "now {number} % of the most you can lift once"},
    Row{"load-steps-more", "{n} step more load than you began with|{n} steps more load than you began with"},
    Row{"load-steps-less", "{n} step less load than you began with|{n} steps less load than you began with"},
    Row{"load-steps-more-of", "{n} step of {step} more than you began with|{n} steps of {step} more than you began with"},
    Row{"load-steps-less-of", "{n} step of {step} less than you began with|{n} steps of {step} less than you began with"},
    Row{"load-step-kg", "{number} kg"},
    Row{"load-as-begun", "as much as you began with"},
    Row{"load-plan-says", "the plan says when to add more"},
    Row{"volume-share", "lowered to {percent} % of the usual sets or repetitions"},

    // Ladder
    Row{"rung-last", "rung {rung}, the last in this phase"},
    Row{"rung-next", "rung {rung} of up to {last} in this phase; next, {when}: {exercise}"},
    Row{"when-within-limit", "when a whole session stays within the pain limit"},

    // A session
    Row{"phase-week", "{phase}, week {week} of {weeks}"},
    Row{"weeks-of-phase", "week {weeks}|weeks {weeks}"},
    Row{"phase-of", "phase {number} of {count}: {phase}"},
    Row{"no-pain", "no pain while training or after"},
    Row{"pain-at-most", "pain at most {most} of 10 while training and after"},
    Row{"limit-assumed", "{limit} (this limit is assumed, not from the source)"},
    Row{"limit-not-confirmed", "{limit} (this limit is not confirmed)"},
    Row{"pain-and-rule", "{limit}. {rule}"},

    // How fast to act on a red flag
    Row{"act-emergency", "Emergency: call an ambulance or go to an emergency department"},
    Row{"act-same-day", "See a doctor today"},
    Row{"act-urgent", "See a doctor within days"},
    Row{"act-soon", "Ask a clinician before you train"},
};

}  // namespace rehab::words
