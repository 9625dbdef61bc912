// What the planner fitted to a person and what the diary made it change, in a sentence for each decision.
#pragma once

#include <array>

#include "words/row.hpp"

namespace rehab::words {

inline constexpr std::array phrases_changes{
    // What a sentence is about
    Row{"workout-of-phase", "“{workout}” in the phase “{phase}”"},
    Row{"some-workout-of-phase", "A workout in the phase “{phase}”"},
    Row{"exercise-named", "“{exercise}”"},
    Row{"some-exercise", "An exercise"},

    // What was decided
    Row{"fewer-days",
        "{workout} comes on {n} day a week, not {asked}: no more of your days are free|"
        "{workout} comes on {n} days a week, not {asked}: no more of your days are free"},
    Row{"fewer-days-for-rest",
        "{workout} comes on {n} day a week, not {asked}: too few of your days are free for more with the rest that it needs|"
        "{workout} comes on {n} days a week, not {asked}: too few of your days are free for more with the rest that it needs"},
    Row{"fewer-times",
        "{workout} comes {n} time a day, not {asked}: your day has no clock time for the others|"
        "{workout} comes {n} times a day, not {asked}: your day has no clock time for the others"},
    Row{"placed-once", "{workout} would have missed this short phase; it is placed once, on {day}"},
    Row{"never-placed", "{workout} is left out: it found no free day in the phase"},
    Row{"rest-kept",
        "{workout} is left out {n} time, on {day}, so that the body gets its rest between sessions|"
        "{workout} is left out {n} times, first on {day}, so that the body gets its rest between sessions"},
    Row{"away-dropped",
        "{n} session in the phase “{phase}” falls on days when you are away and is left out|"
        "{n} sessions in the phase “{phase}” fall on days when you are away and are left out"},
    Row{"away-moved",
        "Your days away move the rest of the phase “{phase}” and all that follows by {n} day|"
        "Your days away move the rest of the phase “{phase}” and all that follows by {n} days"},
    Row{"exercise-swapped", "{other} takes the place of {exercise}"},
    Row{"exercise-dropped", "{exercise} is left out"},
    Row{"load-dropped", "{exercise} is done without its extra weight or band, because that is missing"},
    Row{"phase-longer", "The phase “{phase}” is {n} day longer|The phase “{phase}” is {n} days longer"},
    Row{"phase-cut",
        "The phase “{phase}” is {n} day long, not {asked}: a plan has at most twelve weeks|"
        "The phase “{phase}” is {n} days long, not {asked}: a plan has at most twelve weeks"},
    Row{"gap-moved", "On {day} the clocks jump over the time of a session; it begins right after the jump"},
    Row{"doubled-first", "On {day} the clocks show the time of a session twice; the first is meant"},

    // What the diary decided
    Row{"held",
        "The phase “{phase}” goes on for {n} more day from {day} on|The phase “{phase}” goes on for {n} more days from {day} on"},
    Row{"moved-on",
        "You move on from the phase “{phase}” on {day}, {n} day early|You move on from the phase “{phase}” on {day}, {n} days "
        "early"},
    Row{"stepped-back", "You go back by one phase, which begins again"},
    Row{"restarted", "The phase “{phase}” begins again"},
    Row{"restarted-workout", "{workout} begins again with its first week"},
    Row{"week-repeated",
        "From {day} on a week of the phase “{phase}” comes again, and the phase is {n} day longer|"
        "From {day} on a week of the phase “{phase}” comes again, and the phase is {n} days longer"},
    Row{"week-repeated-only", "From {day} on a week of the phase “{phase}” comes again; the phase is not longer for it"},
    Row{"day-repeated", "A day of the phase “{phase}” comes again, and all that follows moves by one day"},
    Row{"load-lowered",
        "{what} goes on with {n} step less load from {day} on|{what} goes on with {n} steps less load from {day} on"},
    Row{"rung-lowered", "{what} becomes easier from {day} on: {rung} in place of rung {asked}"},
    Row{"volume-lowered", "{what} is done with {n} % of its sets or repetitions from {day} on, not {asked} %"},
    Row{"load-returned",
        "{what} gets {n} step of its load back from {day} on|{what} gets {n} steps of its load back from {day} on"},
    Row{"rung-returned", "{what} goes back up from {day} on: {rung} in place of rung {asked}"},
    Row{"volume-returned", "{what} goes back to {n} % of its sets or repetitions from {day} on, not {asked} %"},
    Row{"load-raised",
        "The load of {what} goes up on {day}, to {n} step above what you began with|"
        "The load of {what} goes up on {day}, to {n} steps above what you began with"},
    Row{"rung-raised", "{what} becomes harder from {day} on: {rung} in place of rung {asked}"},
    Row{"rested", "{workouts}: {n} hour of rest, counted from {day}|{workouts}: {n} hours of rest, counted from {day}"},
    Row{"paused",
        "You asked for a break: there are no sessions for {n} day, up to {until}|"
        "You asked for a break: there are no sessions for {n} days, up to {until}"},
    Row{"ramped",
        "After {asked} day off you begin on {day} with {n} % of the sets or repetitions|"
        "After {asked} days off you begin on {day} with {n} % of the sets or repetitions"},
    Row{"clinician-asked", "Ask a clinician to look, and go on meanwhile"},
    Row{"stopped", "There are no sessions from {day} on until a clinician has cleared you"},
    Row{"cleared", "A clinician has cleared you: the phase “{phase}” begins again"},
    Row{"cut-short", "The plan has no days left and ends in the phase “{phase}”: have a clinician look before you go on"},
    Row{"ended-unmet",
        "The plan ends in the phase “{phase}”, which has lasted as long as it may: have a clinician look before you go on"},
    Row{"entry-outside",
        "{n} diary entry lies after the last day of the plan; it is kept and changes nothing|"
        "{n} diary entries lie after the last day of the plan; they are kept and change nothing"},
    Row{"entry-outside-flag",
        "After the last day of the plan you answered yes to a safety question: do not train before a clinician has looked"},
    Row{"rung-number", "rung {rung}"},
    Row{"rung-named", "rung {rung}, “{exercise}”,"},
    Row{"some-workouts", "All workouts"},

    // On what ground: one decision with its ground, and the ground above a list of all that follows from it
    Row{"with-ground", "{decision}, {because}"},
    Row{"ground-follows", "{because}, this follows"},
    Row{"ground-of-list", "{text}:"},
    Row{"because-pain", "because your pain was {value} ({seen}), above the most that is allowed, {bound}"},
    Row{"because-too-much-pain", "because your pain was above the most that is allowed ({seen})"},
    Row{"because-mornings",
        "because {measure} was above its starting level on {n} morning ({seen})|"
        "because {measure} was above its starting level on {n} mornings in a row, the last time on {seen}"},
    Row{"because-weekly-rise", "because {measure} rose too much from one week to the next ({seen})"},
    Row{"because-weekly-rise-to",
        "because {measure} rose from one week to the next to {value} ({seen}); at most {bound} was allowed"},
    Row{"because-limit", "because {broken} ({seen})"},
    Row{"because-unmet", "because this is not met: {demand} (found: {value}, {seen})"},
    Row{"because-not-shown", "because not all that is asked for was shown"},
    Row{"because-shown", "because all that is asked for was shown"},
    Row{"if-unmet", "if this is not met by then: {demand} (found: {value}, {seen})"},
    Row{"if-not-shown", "if not all that is asked for is shown by then"},
    Row{"if-shown", "if all that is asked for is shown by then"},
    Row{"because-unknown", "because {measure} must be tested before the next phase and was not"},
    Row{"because-not-tested", "because not all was tested that must be true before the next phase"},
    Row{"because-missed", "because a session was not done ({seen})"},
    Row{"because-failures", "because it was too much once in this phase|because it was too much {n} times in this phase"},
    Row{"because-often", "because it was too much again and again in this phase"},
    Row{"because-clean-week", "because for a week it was never too much"},
    Row{"if-clean-week", "if for a week it is never too much"},
    Row{"pain-in-training", "pain"},
    Row{"answer-yes", "yes"},
    Row{"answer-no", "no"},

    // Why, and who says so
    Row{"because-equipment", "{decision}, because equipment is missing"},
    Row{"because-equipment-named", "{decision}, because equipment is missing: {equipment}"},
    Row{"because-answer", "because you answered yes to: “{question}”"},
    Row{"assumed-without-source", "assumed, not from a source"},
    Row{"decision-told", "{decision}."},
};

}  // namespace rehab::words
