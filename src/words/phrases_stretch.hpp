// How long a phase stretches each muscle in a week.
#pragma once

#include <array>

#include "words/row.hpp"

namespace rehab::words {

inline constexpr std::array phrases_stretch{
    Row{"stretching", "Stretching"},
    Row{"stretch-week", "in the fullest week, on one leg: {muscles}"},
    Row{"stretch-week-below", "in the fullest week, on one leg: {muscles}; the ceiling is {ceiling} s a week for a muscle"},
    Row{"stretch-week-above",
        "in the fullest week, on one leg: {muscles}; this is more than the ceiling of {ceiling} s a week for a muscle"},
    Row{"stretch-muscle", "{muscle} {seconds} s"},

    // Muscles, as exercises call them
    Row{"muscle-gastrocnemius", "upper calf"},
    Row{"muscle-soleus", "lower calf"},
    Row{"muscle-tibialis-anterior", "shin"},
    Row{"muscle-peroneals", "outer lower leg"},
    Row{"muscle-hamstrings", "back of the thigh"},
    Row{"muscle-quadriceps", "front of the thigh"},
    Row{"muscle-gluteals", "buttock"},
    Row{"muscle-foot", "foot"},
};

}  // namespace rehab::words
