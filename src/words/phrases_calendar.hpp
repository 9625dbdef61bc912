// What a calendar says of a plan and its sessions.
#pragma once

#include <array>

#include "words/row.hpp"

namespace rehab::words {

inline constexpr std::array phrases_calendar{
    // Titles and categories
    Row{"training-plan", "Training plan"},
    Row{"session", "Session"},
    Row{"session-part", "{session}, {part}"},
    Row{"category-rehabilitation", "Rehabilitation"},
    Row{"category-training", "Training"},

    // The text of a session
    Row{"stop-with-signs", "Do not start, and stop at once, with signs of:"},
    Row{"signs-by-urgency", "{act}: {signs}."},
    Row{"begin-phase-if", "Begin this phase only if all of this was tested and is true:"},
    Row{"limit-told", "{limit}."},
    Row{"sources", "Sources: {sources}"},
};

}  // namespace rehab::words
