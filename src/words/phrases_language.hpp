// What a language is like: its settings, how it writes numbers, lists and dates, and its words for what the library names by id.
#pragma once

#include <array>
#include <string_view>

#include "words/plural.hpp"
#include "words/row.hpp"

namespace rehab::words {

inline constexpr std::array<std::string_view, 2> title_choices{"small", "as-they-are"};

inline constexpr std::array phrases_language{
    // Settings
    Row{"plural", "one", plural_rule_names},
    Row{"titles-in-sentences", "small", title_choices},  // the first letter of a title within a sentence

    // Numbers
    Row{"decimal-mark", "."},
    Row{"range", "{least}–{most}"},
    Row{"range-open", "up to {most}"},
    Row{"percent", "{number} %"},

    // Lists and what stands around a clause
    Row{"list", "{a}, {b}"},
    Row{"list-parts", "{a}; {b}"},
    Row{"list-plus", "{a} + {b}"},
    Row{"list-and", "{a} and {b}"},
    Row{"list-or", "{a} or {b}"},
    Row{"list-or-else", "{a}, or {b}"},
    Row{"sentences", "{a} {b}"},
    Row{"labelled", "{label}: {text}"},
    Row{"aside", "{text} ({aside})"},

    // Dates
    Row{"date", "{weekday} {day} {month}"},
    Row{"date-year", "{weekday} {day} {month} {year}"},
    Row{"date-short", "{day} {month}"},
    Row{"date-short-year", "{day} {month} {year}"},
    Row{"dates", "{first} – {last}"},
    Row{"day-and-part", "{day}, {part}"},
    Row{"sunday", "Sun"},
    Row{"monday", "Mon"},
    Row{"tuesday", "Tue"},
    Row{"wednesday", "Wed"},
    Row{"thursday", "Thu"},
    Row{"friday", "Fri"},
    Row{"saturday", "Sat"},
    Row{"january", "Jan"},
    Row{"february", "Feb"},
    Row{"march", "Mar"},
    Row{"april", "Apr"},
    Row{"may", "May"},
    Row{"june", "Jun"},
    Row{"july", "Jul"},
    Row{"august", "Aug"},
    Row{"september", "Sep"},
    Row{"october", "Oct"},
    Row{"november", "Nov"},
    Row{"december", "Dec"},

    // Counted things
    Row{"days", "{n} day|{n} days"},
    Row{"weeks", "{n} week|{n} weeks"},

    // Ids
    Row{"mild", "mild"},
    Row{"moderate", "moderate"},
    Row{"severe", "severe"},
    Row{"waking", "waking"},
    Row{"morning", "morning"},
    Row{"midday", "midday"},
    Row{"afternoon", "afternoon"},
    Row{"evening", "evening"},
    Row{"bedtime", "bedtime"},
    Row{"home", "home"},
    Row{"gym", "gym"},
    Row{"clinic", "clinic"},
    Row{"mobility", "mobility"},
    Row{"stretch", "stretch"},
    Row{"isometric", "isometric"},
    Row{"strength", "strength"},
    Row{"balance", "balance"},
    Row{"plyometric", "plyometric"},
    Row{"aerobic", "aerobic"},
    Row{"run", "run"},
    Row{"massage", "massage"},
    Row{"nerve", "nerve"},
    Row{"adjunct", "adjunct"},
};

}  // namespace rehab::words
