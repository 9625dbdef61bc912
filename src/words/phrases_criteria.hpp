// What measures must show, when a limit is broken, how much pain is allowed.
#pragma once

#include <array>

#include "words/row.hpp"

namespace rehab::words {

inline constexpr std::array phrases_criteria{
    // Numbers of a measure
    Row{"measured", "{number}"},
    Row{"measured-score", "{number} of 10"},
    Row{"measured-kg", "{number} kg"},
    Row{"measured-cm", "{number} cm"},
    Row{"measured-s", "{number} s"},
    Row{"measured-degrees", "{number}°"},

    // What it must show
    Row{"at-least", "at least {bound}"},
    Row{"at-most", "at most {bound}"},
    Row{"or-norm", "{bound} (or {percent} % of the number for your age and sex)"},
    Row{"share-of-norm", "{percent} % of the norm for your age and sex"},
    Row{"share-of-other-side", "{percent} % of the other side"},
    Row{"no-higher-than-start", "no higher than at the start of this plan"},
    Row{"no-lower-than-start", "no lower than at the start of this plan"},
    Row{"no-higher-than-week", "no higher than in the week before"},
    Row{"no-lower-than-week", "no lower than in the week before"},
    Row{"above-start", "{amount} above the start of this plan"},
    Row{"below-start", "{amount} below the start of this plan"},
    Row{"above-week", "{amount} above the week before"},
    Row{"below-week", "{amount} below the week before"},

    // A measure that shows it
    Row{"criterion-is", "{measure} is {shown}"},
    Row{"criterion-demand", "{measure}: {shown}"},
    Row{"criterion-brief", "{measure} {shown}"},
    Row{"criterion-yes", "{measure}: yes"},
    Row{"criterion-none", "no {measure}"},
    Row{"criterion-without-pain", "{criterion} without pain"},
    Row{"criterion-with-pain", "{criterion} with pain at most {most} of 10"},
    Row{"criterion-days", "{criterion} for {n} day|{criterion} for {n} days"},
    Row{"criterion-sessions", "{criterion} in {n} session|{criterion} in {n} sessions in a row"},
    Row{"criterion-mornings", "{criterion} after {n} session|{criterion} after {n} sessions in a row"},
    Row{"criterion-workout", "{criterion} ({workout} only)"},
    Row{"criterion-norm",
        "{criterion}; if you know the number for your age and sex in the table below, {percent} % of it counts in place of {min}"},
    Row{"when-criteria", "when {criteria}"},
    Row{"after-days-with", "after {n} day with {criteria}|after {n} days in a row with {criteria}"},
    Row{"after-sessions-with", "after {n} session with {criteria}|after {n} sessions in a row with {criteria}"},

    // A limit that is broken
    Row{"broken-is", "{measure} is {shown}"},
    Row{"broken-no", "the answer to “{measure}” is no"},
    Row{"broken-below", "below {bound}"},
    Row{"broken-above", "above {bound}"},
    Row{"broken-more-than", "more than {bound}"},
    Row{"broken-not-at-least", "not at least {bound}"},
    Row{"higher-than-start", "higher than at the start of this plan"},
    Row{"lower-than-start", "lower than at the start of this plan"},
    Row{"higher-than-week", "higher than in the week before"},
    Row{"lower-than-week", "lower than in the week before"},
    Row{"amount-higher-than-start", "{amount} higher than at the start of this plan"},
    Row{"amount-lower-than-start", "{amount} lower than at the start of this plan"},
    Row{"amount-higher-than-week", "{amount} higher than in the week before"},
    Row{"amount-lower-than-week", "{amount} lower than in the week before"},
    Row{"broken-days", "{broken} on {n} day|{broken} on {n} days in a row"},
    Row{"broken-sessions", "{broken} in {n} session|{broken} in {n} sessions in a row"},
    Row{"broken-workout", "{broken} after {workout}"},
    Row{"limit", "if {broken}: {then}"},
    Row{"limit-rest", "if {broken}: rest for {n} day, then {then}|if {broken}: rest for {n} days, then {then}"},
    Row{"then-hold", "stay in this phase"},
    Row{"then-lower", "make it easier: less weight, an easier exercise or fewer repetitions"},
    Row{"then-restart", "begin again"},
    Row{"then-step-back", "go back to the phase before"},
    Row{"then-review", "ask a clinician, and go on meanwhile"},
    Row{"then-stop", "stop until a clinician has cleared you"},

    // A pain rule
    Row{"band", "{first} to {last}"},
    Row{"band-of-ten", "{band} of 10"},
    Row{"band-or-more", "{first} or more"},
    Row{"band-says", "{band}: {says}."},
    Row{"pain-go-on", "go on"},
    Row{"pain-allowed", "allowed, if it has settled by the next morning"},
    Row{"pain-too-much", "too much"},
    Row{"phase-limit-counts", "Where a phase sets its own limit, that one counts."},
    Row{"also-too-much", "It is also too much {when}."},
    Row{"if-worse-mornings",
        "if it is worse than at the start of this plan on {n} morning|if it is worse than at the start of this plan on {n} "
        "mornings "
        "in a row"},
    Row{"if-it-grows", "if it grows from week to week"},
    Row{"then-do", "Then {what}."},
    Row{"go-back-steps", "go back {n} step of weight or exercise|go back {n} steps of weight or exercise"},
    Row{"do-less", "do {percent} % of the sets or repetitions"},
    Row{"rest-hours", "rest for {hours} hour|rest for {hours} hours"},
    Row{"and-rest-hours", "{what}, and rest for {hours} hour|{what}, and rest for {hours} hours"},
    Row{"ask-after-breaches",
        "Ask a clinician when it was too much once in one phase.|Ask a clinician when it was too much {n} times in one phase."},
};

}  // namespace rehab::words
