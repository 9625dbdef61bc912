// The list of all protocols, to choose one from.
#pragma once

#include <array>

#include "words/row.hpp"

namespace rehab::words {

inline constexpr std::array phrases_list{
    // What stands before each line
    Row{"listed-title", "title"},
    Row{"listed-condition", "condition"},
    Row{"listed-weeks", "weeks"},
    Row{"listed-leader", "led by"},

    // How many weeks for a severity, after the label "weeks"
    Row{"listed-offer", "{severity} {n}"},
    Row{"listed-offer-cleared", "{severity} {n} (cleared by a clinician)"},
    Row{"listed-no-offer", "{severity} none (see a clinician)"},

    // Who leads, after the label "led by"
    Row{"listed-yourself", "yourself"},
    Row{"listed-clinician", "a clinician"},
};

}  // namespace rehab::words
