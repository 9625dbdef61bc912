// A protocol that is shown: its facts, phases, workouts, means, open questions and sources.
#pragma once

#include <array>

#include "words/row.hpp"

namespace rehab::words {

inline constexpr std::array phrases_show{
    // Facts, under labels that share a column
    Row{"show-protocol", "Protocol"},
    Row{"show-condition", "Condition"},
    Row{"show-also-called", "Also called"},
    Row{"show-clearance", "Clearance"},
    Row{"show-clearance-of-all", "a clinician must release everyone with this condition"},
    Row{"show-studied-in", "Studied in"},
    Row{"show-led-by", "Led by"},
    Row{"show-led-by-clinician", "a clinician"},
    Row{"show-led-by-yourself", "yourself"},
    Row{"show-where", "Where"},
    Row{"show-not-for", "Not for you"},
    Row{"show-if-one-yes", "if you say yes to one of these: {questions}"},
    Row{"show-ask-first", "Ask first"},
    Row{"show-ask-clinician-if", "a clinician, if you say yes to one of these: {questions}"},
    Row{"show-any-plan", "Any plan"},
    Row{"show-release-if", "needs a clinician's release if you say yes to one of these: {questions}"},
    Row{"show-release-asks", "Release asks"},

    // What a severity is offered
    Row{"show-severities", "Severities"},
    Row{"show-no-plan", "no plan: {refer}"},
    Row{"show-only-cleared", "{offer}, only with a clinician's clearance"},
    Row{"show-review-weeks", "{offer}; a clinician looks after week {weeks}"},

    // Where numbers come from
    Row{"show-read-second-hand", "{source} (read second-hand)"},
    Row{"show-et-al", "{author} et al"},
    Row{"show-origins", "[{origins}]"},

    // Pain and limits
    Row{"show-pain-rule", "Pain rule: {rule}"},
    Row{"show-stop-rules", "Stop rules, in all phases"},
    Row{"show-limits", "Limits"},

    // A number through the weeks of a phase
    Row{"show-in-week", "{amount} in week {week}"},
    Row{"show-in-weeks", "{amount} in weeks {first}–{last}"},
    Row{"show-from-week", "{amount} from week {week}"},

    // A phase
    Row{"show-phase", "Phase {number} of {count}: {phase}"},
    Row{"show-length", "Length"},
    Row{"show-skipped", "skipped"},
    Row{"show-length-least", "{length}, at least {least}"},
    Row{"show-length-most", "{length}, at most {most}"},
    Row{"show-longer", "Longer"},
    Row{"show-longer-if", "{n} day more if you answer yes to: {question}|{n} days more if you answer yes to: {question}"},
    Row{"show-pain-at-most", "Pain at most"},
    Row{"show-pain-number", "{number} of 10"},
    Row{"show-pain-numbers", "{numbers} (of 10)"},
    Row{"show-rule-of-phase", "Pain rule"},
    Row{"show-to-begin", "To begin it: tested and true"},
    Row{"show-to-move-on", "To move on"},
    Row{"show-norms", "Norms"},

    // A workout
    Row{"show-only-when-asked", "only when asked for"},
    Row{"show-only-severities", "only {severities}"},
    Row{"show-times-a-day", "Times a day"},
    Row{"show-days-a-week", "Days a week"},
    Row{"show-when", "When"},
    Row{"show-hours-between", "Hours between"},
    Row{"show-at-least-hours", "at least {hours}"},
    Row{"show-not-with", "Not on a day with"},
    Row{"show-how-hard", "How hard"},
    Row{"show-rest", "Rest"},
    Row{"show-rest-between-exercises", "{seconds} s between exercises"},

    // Loads, ladders, substitutes, assumptions
    Row{"show-means", "Loads, ladders, substitutes, assumptions"},
    Row{"show-load", "Load “{id}”: {load}"},
    Row{"show-load-falls-away", "Needs {equipment}; without it the dose falls away"},
    Row{"show-load-stays", "Needs {equipment}; without it the dose stays"},
    Row{"show-step-asks", "A step asks for: {criterion}"},
    Row{"show-list-rungs", "{a} → {b}"},
    Row{"show-ladder", "Ladder “{ladder}”: {rungs}"},
    Row{"show-ladder-open", "Ladder “{ladder}”, open here: {rungs}"},
    Row{"show-rung-up", "One rung up {when}."},
    Row{"show-when-within-limit", "when a whole session stayed within the pain limit"},
    Row{"show-instead", "Instead of “{other}”: {exercise}"},
    Row{"show-instead-with", "Instead of “{other}”: {exercise} with {numbers}"},
    Row{"show-number-sets", "sets {number}"},
    Row{"show-number-reps", "repetitions {number}"},
    Row{"show-number-hold", "hold {number} s"},
    Row{"show-number-duration", "duration {number} min"},
    Row{"show-number-distance", "distance {number} m"},
    Row{"show-number-effort", "effort {number} %"},
    Row{"show-number-rest", "rest {number} s"},
    Row{"show-number-rest-reps", "rest between repetitions {number} s"},
    Row{"show-assumed", "Assumed, where the source is silent"},
    Row{"show-assumed-of-kind", "Every dose of kind “{kind}” that says nothing else: {numbers}"},

    // Red flags
    Row{"show-red-flags", "Red flags: one yes stops the plan"},
    Row{"show-now", "now, an emergency"},
    Row{"show-today", "today"},
    Row{"show-within-days", "within days"},
    Row{"show-before-training", "before training"},
    Row{"show-asked-after", "asked after sessions"},

    // Advice, findings, what comes next
    Row{"show-advice", "Advice"},
    Row{"show-trial", "trial"},
    Row{"show-guideline", "guideline"},
    Row{"show-expert", "expert"},
    Row{"show-opinion", "opinion"},
    Row{"show-findings", "What studies found"},
    Row{"show-afterwards", "Afterwards"},
    Row{"show-followed-by", "may be followed by {protocol}"},

    // Open questions; what each is about
    Row{"show-questions", "Open questions for reviewers"},
    Row{"show-about-part", "{whole}, {part}"},
    Row{"show-about-severity", "Severity {severity}"},
    Row{"show-about-pain-rule", "Pain rule"},
    Row{"show-about-limit", "Limit {id}"},
    Row{"show-about-phase-limit", "{phase}, limit {id}"},
    Row{"show-about-load", "Load {id}"},
    Row{"show-about-ladder", "Ladder {ladder}"},
    Row{"show-about-instead", "Instead of {exercise}"},
    Row{"show-about-extra", "{phase}, extra days"},
    Row{"show-about-dose", "{phase}, {workout}, dose {number}"},
    Row{"show-about-advice", "Advice, {advice}"},
    Row{"show-about-finding", "Finding {id}"},
    Row{"show-about-test", "Test, {measure}"},
    Row{"show-about-exercise", "Exercise, {exercise}"},
    Row{"show-about-red-flag", "Red flag, {flag}"},
    Row{"show-key-not-confirmed", "({key} not confirmed)"},
    Row{"show-sources", "Sources"},
};

}  // namespace rehab::words
