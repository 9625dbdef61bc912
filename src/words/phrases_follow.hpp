// What is looked at while a plan runs: today, history, progress, what changed.
#pragma once

#include <array>

#include "words/row.hpp"

namespace rehab::words {

inline constexpr std::array phrases_follow{
    // Today
    Row{"follow-begins", "The plan begins on {day}."},
    Row{"follow-over", "The plan is over: its last day was {day}."},
    Row{"follow-away", "No session today: you are away."},
    Row{"follow-paused", "No session today: you asked for a break."},
    Row{"follow-halted", "The plan is stopped. Do not train."},
    Row{"follow-once-cleared",
        "The plan goes on when a clinician has cleared you and the diary says so; the phase then begins again."},
    Row{"follow-before-stop", "Sessions before the stop"},
    Row{"follow-new", "What is new"},
    Row{"follow-questions", "First the safety questions: they are due today"},
    Row{"follow-one-yes", "One yes: do not train, and do what stands above the question."},
    Row{"follow-yes", "If yes, report the red flag {id}."},
    Row{"follow-training", "Then"},
    Row{"follow-signs", "Do not start, and stop at once, if you have signs of {signs}."},
    Row{"follow-asked-again", "The safety questions come again on {day}."},
    Row{"follow-tests", "Tests before the next phase"},
    Row{"follow-now", "Due now"},
    Row{"follow-ahead", "The next days"},

    // History
    Row{"history-title", "What your diary changed"},
    Row{"history-revision",
        "Revision {n}: {n} entry is known, up to {moment}.|Revision {n}: {n} entries are known, up to {moment}."},
    Row{"history-no-diary", "The diary has no entry yet."},
    Row{"history-none", "The plan goes on as it was made: no entry has changed it."},
    Row{"history-ahead", "Still to come, if nothing else is reported"},
    Row{"history-rule", "rule {rule}|rules {rule}"},
    Row{"history-seen", "decided by what was seen on {moment}"},

    // Progress
    Row{"progress-title", "How it went"},
    Row{"progress-none", "Nothing of the plan has been lived yet, or the diary has no entry: there is nothing to show."},
    Row{"progress-reported",
        "The diary says something of {days} out of {n} day.|The diary says something of {days} out of {n} days."},
    Row{"progress-unknown", "What was not reported is unknown: it is neither done nor missed."},
    Row{"progress-sessions", "Sessions done"},
    Row{"progress-of", "{done} of {planned}"},
    Row{"progress-part", "{n} in part"},
    Row{"progress-left-out", "{n} not done"},
    Row{"progress-unreported", "{n} not reported"},
    Row{"progress-to-come", "{n} to come"},
    Row{"progress-all", "In all {done} of {n} session was done|In all {done} of {n} sessions were done"},
    Row{"progress-key", "█ done  ▓ in part  ░ not done  · not reported"},
    Row{"progress-pain", "Pain in training, the worst of each week"},
    Row{"progress-worst", "{measure}, the worst of each week"},
    Row{"progress-last", "{measure}, the last of each week"},
    Row{"progress-allowed", "Allowed now: at most {most} of 10."},
    Row{"progress-no-answer", "not reported"},
    Row{"progress-other-side", "other leg {value}"},
    Row{"progress-single", "Measured once."},
    Row{"progress-same", "First and last are the same: {last}."},
    Row{"progress-within", "From {first} to {last}: within {noise}, which is noise and no change."},
    Row{"progress-beyond", "From {first} to {last}: more than {noise}, which would be noise."},
    Row{"progress-changed", "From {first} to {last}. How much of that is noise is not known."},

    // What changed
    Row{"changed-title", "What changed in the plan"},
    Row{"changed-nothing", "Nothing changed in the plan."},
    Row{"would-change-title", "What would change in the plan"},
    Row{"would-change-nothing", "Nothing would change in the plan."},
    Row{"changed-why", "Why"},
    Row{"changed-sessions", "Sessions"},
    Row{"changed-doses", "Exercises"},
    Row{"changed-phases", "Phases"},
    Row{"changed-more", "and {n} more"},
    Row{"changed-cancelled", "{phase}: {n} session is cancelled, {days}|{phase}: {n} sessions are cancelled, {days}"},
    Row{"changed-all-cancelled", "All {n} sessions are cancelled, {days}"},
    Row{"changed-added", "{phase}: {n} session is new, {days}|{phase}: {n} sessions are new, {days}"},
    Row{"changed-later",
        "{n} session comes {days} later, on {after} in place of {before}|"
        "{n} sessions come {days} later, the first on {after} in place of {before}"},
    Row{"changed-earlier",
        "{n} session comes {days} earlier, on {after} in place of {before}|"
        "{n} sessions come {days} earlier, the first on {after} in place of {before}"},
    Row{"changed-clock",
        "{n} session comes at another time of its day, on {after}|{n} sessions come at another time of their day, the first on "
        "{after}"},
    Row{"changed-without", "{n} session goes without {workouts}, {days}|{n} sessions go without {workouts}, {days}"},
    Row{"changed-with", "{n} session now has {workouts} too, {days}|{n} sessions now have {workouts} too, {days}"},
    Row{"changed-dose", "{exercise}, from {first} on: {after}, not {before}"},
    Row{"changed-exercise", "From {first} on “{after}” in place of “{before}”"},
    Row{"changed-phase", "“{phase}” ends on {after}, not {before}"},
    Row{"changed-phase-begins", "“{phase}” begins on {after}, not {before}"},
    Row{"changed-phase-new", "“{phase}” is new: {days}"},
    Row{"changed-phase-again", "“{phase}” comes again: {days}"},
    Row{"changed-phase-gone", "{phases} falls away|{phases} fall away"},
    Row{"changed-end", "The plan ends on {after}, not {before}"},
    Row{"changed-to-review", "The plan now ends with a clinician’s look"},
    Row{"changed-to-stopped", "The plan is stopped: do not train before a clinician has cleared you"},
    Row{"changed-to-proceed", "The plan goes on to its own end again"},
};

}  // namespace rehab::words
