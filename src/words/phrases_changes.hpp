// What the planner fitted to a person, in a sentence for each decision.
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

    // Why, and who says so
    Row{"because-equipment", "{decision}, because equipment is missing"},
    Row{"because-equipment-named", "{decision}, because equipment is missing: {equipment}"},
    Row{"because-answer", "{decision}, because you answered yes to: “{question}”"},
    Row{"assumed-without-source", "assumed, not from a source"},
    Row{"decision-told", "{decision}."},
};

}  // namespace rehab::words
