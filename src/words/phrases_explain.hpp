// Why a plan says what it says: its numbers one by one, where each is from, and what others get.
#pragma once

#include <array>

#include "words/row.hpp"

namespace rehab::words {

inline constexpr std::array phrases_explain{
    // Numbers of a dose, its load, a workout and a phase; those of a dose's line stand with the doses
    Row{"why-effort", "{percent} % of full speed"},
    Row{"why-rung", "rung {rung} of the ladder"},
    Row{"why-rungs", "rungs {first} to {last} of the ladder"},
    Row{"why-other-leg-first", "the other leg first"},
    Row{"why-injured-leg-first", "the injured leg first"},
    Row{"why-legs-in-turn", "the legs in turn"},
    Row{"why-step-kg", "steps of {number} kg"},
    Row{"why-step-percent", "steps of {number} %"},
    Row{"why-step-every-day", "at most one step a day"},
    Row{"why-step-days", "at most one step in {days} day|at most one step in {days} days"},
    Row{"why-most-percent", "never more than {percent} % of that"},
    Row{"why-once-a-day", "once a day"},
    Row{"why-times-a-day", "{times} time a day|{times} times a day"},
    Row{"why-days-a-week", "{days} day a week|{days} days a week"},
    Row{"why-hours-apart", "at least {hours} hour apart|at least {hours} hours apart"},
    Row{"why-rest-between-exercises", "rest {seconds} s between exercises"},
    Row{"why-no-rest-between-exercises", "no rest between exercises"},
    Row{"why-weeks-long", "{weeks} week long|{weeks} weeks long"},
    Row{"why-days-long", "{days} day long|{days} days long"},
    Row{"why-pain-at-most", "pain at most {most} of 10"},
    Row{"why-no-pain", "no pain"},
    Row{"why-pain-safe", "pain up to {most} of 10 is safe"},
    Row{"why-only-no-pain-safe", "only no pain is safe"},
    Row{"why-worse-mornings", "worse on {mornings} morning is too much|worse on {mornings} mornings in a row is too much"},
    Row{"why-weekly-rise", "a rise of more than {rise} in a week is too much"},
    Row{"why-any-weekly-rise", "any rise from week to week is too much"},
    Row{"why-left-out", "left out"},
    Row{"why-not-stated", "not stated"},
    Row{"why-tempo-not-stated", "tempo not stated"},

    // A row: the number, where it is from, and what others get
    Row{"why-this-exercise", "this exercise"},
    Row{"why-number-not-stated", "{name}: not stated"},
    Row{"why-plan-takes", "{range} (plan: {number})"},
    Row{"why-no-source", "assumed: no source says it"},
    Row{"why-first-hand", "{source}, first-hand"},
    Row{"why-second-hand", "{source}, second-hand"},
    Row{"why-not-confirmed", "{source}, not confirmed"},
    Row{"why-by-severity", "by severity: {numbers}"},
    Row{"why-by-week", "by week of the phase: {numbers}"},
    Row{"why-nobody-states", "not stated, by no source and not by us: {names}"},

    // What a dose, a workout, a phase asks for
    Row{"why-step-only", "a step only {when}"},
    Row{"why-rung-only", "a rung up only {when}"},
    Row{"why-rung-closed", "“{exercise}” stays closed: its equipment is missing, or an answer of the person forbids it"},
    Row{"why-without-workout", "{severities}: without this workout"},
    Row{"why-without-phase", "{severities}: without this phase"},
    Row{"why-before-diary", "The numbers below are the protocol’s, before what the diary changed."},
    Row{"why-standing", "Now: {standing}."},
    Row{"why-note", "Note: {note}"},

    // The page
    Row{"why-title", "Why these numbers? {protocol}"},
    Row{"why-of-week", "Week {week} of {weeks}, {severity}"},
    Row{"why-of-day", "{day}, week {week} of {weeks}, {severity}"},
    Row{"why-of-day-outside", "{day}, {severity}"},
    Row{"why-others", "Others when week {week} begins: {others}."},
    Row{"why-others-in-week", "week {week} of “{phase}”"},
    Row{"why-others-finished", "finished"},
    Row{"why-phase", "{phase}, week {weeks} of {all}|{phase}, weeks {weeks} of {all}"},
    Row{"why-about-phase", "The phase “{phase}”"},
    Row{"why-clearance", "A plan for this severity is made only with a clinician's clearance."},

    // A day or a week without training
    Row{"why-none-in-week", "No training in week {week}."},
    Row{"why-none-before", "No training on {day}: the plan begins on {begin}."},
    Row{"why-none-after", "No training on {day}: the plan ends on {end}."},
    Row{"why-none-away", "No training on {day}: you are away."},
    Row{"why-none-not-free", "No training on {day}: it is none of your free weekdays."},
    Row{"why-none-rest", "No training on {day}: rest is part of the plan. This is how often the week asks for what."},
    Row{"why-none-follows", "No training follows."},
    Row{"why-next-in-week", "The next training is in week {week}: {workouts}."},
    Row{"why-next-on-day", "The next training is on {day}: {workouts}."},

    // Sources
    Row{"why-sources", "Where that is from"},
    Row{"why-read-first-hand", "{source} (read first-hand)"},
    Row{"why-source-doubt", "Not confirmed: {names}."},
    Row{"why-found", "Found: {finding}"},
    Row{"why-found-doubt", "Found ({doubt}): {finding}"},
};

}  // namespace rehab::words
