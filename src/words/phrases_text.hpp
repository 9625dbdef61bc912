// The page of a plan: its headings, its facts, and what it says of itself.
#pragma once

#include <array>

#include "words/row.hpp"

namespace rehab::words {

inline constexpr std::array phrases_text{
    Row{"sentence", "{text}."},
    Row{"our-choice", "our choice, not from a study"},

    // Headings of the page
    Row{"section-today", "Today, {day}"},
    Row{"section-plan", "Your plan"},
    Row{"section-stop", "Do not start, and stop at once, if you have signs of"},
    Row{"section-fitted", "What was fitted to you"},
    Row{"section-decided", "What your diary changed"},
    Row{"section-pain", "How much pain is allowed"},
    Row{"section-notes", "Write down"},
    Row{"section-exercises", "How to do the exercises"},
    Row{"section-tests", "How to do the tests"},
    Row{"section-advice", "Good to know"},
    Row{"section-questions", "Safety questions"},
    Row{"section-sources", "Sources"},
    Row{"section-afterwards", "Afterwards"},

    // Today
    Row{"rest-day", "No session today: rest is part of the plan."},
    Row{"no-session", "No session today."},
    Row{"leave-out", "Not done yet? Leave it out: {workouts}."},
    Row{"next-session", "The next is on {day} at {time}: {workouts}."},
    Row{"session-done", "{time} done"},
    Row{"session-done-in-part", "{time} done in part"},
    Row{"session-left-out", "{time} not done"},
    Row{"session-reported", "{time}"},
    Row{"session-pain", "pain {pain} of 10"},
    Row{"plan-over", "The plan is over; see its last section."},

    // Facts: labels of a column, then what they say
    Row{"plan-for", "For"},
    Row{"plan-diary", "Diary"},
    Row{"plan-dates", "Dates"},
    Row{"plan-sessions", "Sessions"},
    Row{"plan-times", "Times"},
    Row{"plan-away", "Away"},
    Row{"plan-needs", "You need"},
    Row{"plan-end", "End"},
    Row{"plan-cleared", "Cleared by"},
    Row{"plan-review", "Review"},
    Row{"plan-led", "Led by"},
    Row{"plan-studied", "Studied in"},
    Row{"plan-protocol", "Protocol"},
    Row{"phase-length", "Length"},
    Row{"phase-pain", "Pain"},
    Row{"both-legs", "both legs"},
    Row{"session-count", "{n} session|{n} sessions"},
    Row{"sessions-of-minutes", "{sessions} of about {minutes} minute|{sessions} of about {minutes} minutes"},
    Row{"minutes-between", "{least} to {most}"},
    Row{"clock-of", "clock of {zone}"},
    Row{"no-equipment", "no equipment"},
    Row{"end-planned", "planned for {day}, if all goes well."},
    Row{"end-planned-earliest", "planned for {day}, if all goes well; not before {earliest}."},
    Row{"end-latest", "If you need longer it can stretch to {latest}: see a clinician before that."},
    Row{"end-follows", "now planned for {day}."},
    Row{"end-follows-between", "now planned for {day}; it can end between {earliest} and {latest}."},
    Row{"end-stopped", "stopped on {day}; it goes on only when a clinician has cleared you."},
    Row{"diary-known", "{n} entry, up to {moment}|{n} entries, up to {moment}"},
    Row{"end-projection", "This is a projection, not a promise: what you can do decides, not the calendar."},
    Row{"cleared-on", "{by}, on {day}"},
    Row{"review-on", "a clinician looks on {days}"},
    Row{"list-and-on", "{a} and on {b}"},
    Row{"led-by-clinician", "a clinician; do not follow it on your own"},

    // The bar of phases
    Row{"bar-week", "Week"},
    Row{"bar-today", "Today"},
    Row{"bar-review", "Review"},

    // Signs and questions
    Row{"how-to-tell", "How to tell: “{questions}”, near the end. Answer them before you start."},
    Row{"one-yes", "One yes: do not start, or stop, and do what the arrow says."},
    Row{"in-or-after-session", "in or after a session"},
    Row{"ask-again-days", "ask yourself these again every {n} day|ask yourself these again every {n} days"},
    Row{"ask-again-phases", "ask yourself these again before each new phase"},
    Row{"ask-again-days-phases",
        "ask yourself these again every {n} day and before each new phase|ask yourself these again every {n} days and before each "
        "new phase"},
    Row{"watch-every-phase", "Watch, in every phase"},

    // What to write down
    Row{"first-answers", "The first answers are your level at the start of this plan; the rules compare later ones with it."},
    Row{"after-each-session", "After each session"},
    Row{"each-morning", "Each morning"},
    Row{"once-a-week", "Once a week"},

    // A phase
    Row{"phase-ends", "it can end between {earliest} and {latest}"},
    Row{"phase-once-more", "{phase}, once more"},
    Row{"phase-attempt", "{phase}, attempt {n}"},
    Row{"length-at-least", "at least {n} day if you are ready sooner|at least {n} days if you are ready sooner"},
    Row{"length-at-most", "at most {n} day if you are not ready|at most {n} days if you are not ready"},
    Row{"length-longer", "longer if you are not ready"},
    Row{"pain-none", "none while training or after"},
    Row{"pain-most", "at most {most} of 10"},
    Row{"pain-from", "{pain} from {day}"},
    Row{"from-day", "from {day}"},
    Row{"phase-sessions", "Sessions"},
    Row{"every-day", "every day"},
    Row{"no-sessions-in-week", "no sessions"},
    Row{"our-choice-names", "Our choice, not from a study: {names}"},
    Row{"exercise-only", "{exercise}, only {days}"},
    Row{"phase-watch", "Watch"},
    Row{"tests-at-end", "At the end"},
    Row{"tests-to-move-on", "To move on"},
    Row{"tests-before-next", "Before the next phase begins, all of this must be tested and true"},
    Row{"test-left-out", "Ask your clinician how to test what was left out for you."},
    Row{"not-ready", "If you are not ready on the last day: stay in this phase and ask your clinician."},
    Row{"no-room", "This plan cannot grow past twelve weeks."},

    // An exercise, a test
    Row{"exercise-breath", "Breath"},
    Row{"exercise-feel", "Feel"},
    Row{"exercise-avoid", "Avoid"},
    Row{"exercise-studies", "Studies"},
    Row{"test-both-sides", "Test both sides, one after the other."},
    Row{"norm-title", "What is normal"},
    Row{"norm-title-source", "What is normal, from {source}"},
    Row{"norm-age", "Age"},
    Row{"norm-men", "Men"},
    Row{"norm-women", "Women"},
    Row{"norm-from-age", "from {age}"},

    // The end of the page
    Row{"advice-trials", "from trials"},
    Row{"advice-guideline", "from a guideline"},
    Row{"advice-experts", "from experts"},
    Row{"advice-opinion", "an opinion"},
    Row{"advice-not-confirmed", "Not confirmed by a source."},
    Row{"marks-explained",
        "“Assumed” marks what no source says and the makers of the protocol chose; “not confirmed” what nobody has read in its "
        "source yet."},
    Row{"next-review",
        "What comes next: review. Have a clinician look before you go on. The end of this plan does not mean that everything is as "
        "before."},
    Row{"next-stopped",
        "The plan is stopped. Do not train before a clinician has cleared you. The end of this plan does not mean that everything "
        "is "
        "as before."},
    Row{"next-continue",
        "What comes next: continue. Go on training as said above. The end of this plan does not mean that everything is as "
        "before."},
};

}  // namespace rehab::words
