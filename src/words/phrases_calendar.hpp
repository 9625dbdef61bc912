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

    // What was reported of a session
    Row{"reported-all", "Done: all of it."},
    Row{"reported-part", "Done: a part of it."},
    Row{"reported-none", "Not done."},
    Row{"reported-pain", "Pain: {pain}."},

    // A session that the plan no longer has
    Row{"withdrawn-title", "Cancelled: {session}"},
    Row{"withdrawn-told", "Your plan has changed, and this session is no longer part of it."},
};

}  // namespace rehab::words
