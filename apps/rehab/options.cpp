#include "options.hpp"

#include <algorithm>
#include <array>

#include "commands.hpp"

namespace app {
namespace {

constexpr std::string_view own = "Your case", report = "What happened", person = "The person", when = "What to explain",
                           time = "Free time", output = "Output", calendar = "Calendar (--format ics)", everywhere = "Everywhere";

constexpr std::array option_list{
    Option{"case", 0, "FILE", Values::toml, false, in_case | in_start, own,
           "the file of your case (TOML or JSON): made by `rehab start`, then named each time"},
    Option{"week", 0, "N", Values::number, false, in_explain, when, "a week of the plan: 1 is the first"},
    Option{"date", 0, "DATE", Values::date, false, in_explain, when,
           "a day of the plan that begins on --start, or of your case, as 2026-12-08"},
    Option{"date", 0, "DATE", Values::date, false, in_today, own, "the day to look at, as 2026-12-08; today if not given"},
    Option{"date", 0, "DATE", Values::date, false, in_log, report,
           "the day that it is about, as 2026-12-08; today if not given. What is told later counts from when it is told: the past "
           "does not move"},
    Option{
        "part", 0, "PART", Values::slot, false, in_log, report,
        "the part of that day: waking, morning, midday, afternoon, evening or bedtime. If not given: waking for what is asked in "
        "the morning; today, the latest session whose time has come; of an earlier day, the whole day"},
    Option{"done", 0, "HOW", Values::done, false, in_log, report, "how much of the session was done: all, part or none"},
    Option{"sets-done", 0, "ID=N,...", Values::exercise, true, in_log, report,
           "how many sets of one exercise were done (ids: rehab list exercises)"},
    Option{"pain", 0, "0-10", Values::number, false, in_log, report,
           "the worst pain during the session or right after it, from 0 (none) to 10"},
    Option{"pain-next-morning", 0, "0-10", Values::number, false, in_log, report,
           "the pain at the first steps of this morning; the same as --measured pain-next-morning=N"},
    Option{
        "measured", 0, "ID=VALUE,...", Values::measure, true, in_log, report,
        "what a test or a question gave: one-leg-heel-raise=12; with the other leg behind a slash, 12/25; yes or no where that is "
        "asked (ids: rehab list measures)"},
    Option{"red-flag", 0, "ID,...", Values::red_flag, true, in_log, report,
           "a warning sign that appeared: the plan stops (ids: rehab list red-flags)"},
    Option{"cleared-by", 0, "WHO", Values::text, false, in_log, report,
           "the clinician or practice that looked after a stop: the plan goes on; never the patient"},
    Option{"pause-until", 0, "DATE", Values::date, false, in_log, report, "ill, or away: no sessions up to this day, included"},
    Option{"note", 0, "TEXT", Values::text, false, in_log, report, "for yourself; it is kept in the case and shown nowhere else"},
    Option{"severity", 0, "LEVEL", Values::severity, false, in_show | in_person, person, "mild, moderate or severe"},
    Option{"side", 0, "SIDE", Values::side, false, in_person, person, "the injured side: left, right or both"},
    Option{"start", 0, "DATE", Values::date, false, in_person, person,
           "the first day, as 2026-12-01; for `rehab plan` and `rehab start` today if not given"},
    Option{"zone", 0, "ZONE", Values::zone, false, in_person, person,
           "the time zone, as Europe/Berlin; for `rehab plan` and `rehab start` the system's if not given"},
    Option{"days", 0, "DAY,...", Values::weekday, true, in_person, time,
           "the weekdays that are free: mon,wed,fri; every day if not given"},
    Option{"time", 0, "PART=HH:MM", Values::part_time, true, in_person, time,
           "when a part of the day is: morning, midday, afternoon, evening or bedtime; PART=none if there is no such time"},
    Option{"away", 0, "FROM..TO", Values::range, true, in_person, time,
           "days away, both included: 2026-12-24..2026-12-26; or one day: 2026-12-24"},
    Option{"equipment", 0, "ID,...", Values::equipment, true, in_person, person,
           "what is at hand, or none; all that the protocol needs if not given (ids: rehab list equipment)"},
    Option{"with", 0, "ID,...", Values::workout, true, in_person, person,
           "optional workouts that are wanted (ids: rehab list workouts)"},
    Option{"tag", 0, "ID,...", Values::tag, true, in_person, person,
           "what is true of the person and rules exercises or the plan out, or none (ids: rehab list tags); `rehab start` asks for "
           "what may rule the plan out, but with --red-flag it asks nothing: then name here all that is true"},
    Option{"age", 0, "YEARS", Values::number, false, in_start, person,
           "only where a test is judged by age and sex; without it one number holds for all"},
    Option{"sex", 0, "SEX", Values::sex, false, in_start, person, "female or male; as --age"},
    Option{
        "red-flag", 0, "ID,...", Values::red_flag, true, in_person, person,
        "red-flag questions answered with yes, or none; one yes refuses the plan; leave it out once a clinician has ruled it out "
        "(--cleared-by does not override it)"},
    Option{"cleared-by", 0, "WHO", Values::text, false, in_person, person,
           "the clinician or practice that cleared the plan; never the patient"},
    Option{"cleared-on", 0, "DATE", Values::date, false, in_person, person, "the day of that clearance"},
    Option{"no-input", 0, "", Values::none, false, in_start, person,
           "ask nothing, even on a terminal; needs --red-flag, and --tag for all that is true"},
    Option{"as-of", 0, "DATE", Values::date, false, in_plan, own,
           "the plan as it was at the end of this day, to the byte; as of the last entry if not given"},
    Option{"what-if", 0, "WHAT=VALUE on DATE,...", Values::text, true, in_plan, own,
           "what an entry would change: 'pain=6 on 2026-12-10', 'done=none on 2026-12-10 evening', 'one-leg-heel-raise=12 on "
           "2026-12-20'. Nothing is saved, and nothing else is taken to be told until then"},
    Option{"format", 'f', "FORMAT", Values::format, false, in_plan, output,
           "text, ics, json or csv; if not given, by the ending of FILE (.txt and .text are text), and text where there is none"},
    Option{"output", 'o', "FILE", Values::file, false, in_plan, output,
           "write here, whole or not at all; - is standard output; FOLDER/ is a calendar with one file for each session, for khal "
           "and vdirsyncer: what the plan no longer has is taken away, what is not the plan's stays"},
    Option{"id", 0, "UUID", Values::text, false, in_plan, output,
           "whose plan it is: a UUID of your own (uuidgen makes one), never a name. Give the same one each time, and an import "
           "moves the sessions of the earlier calendar when options have changed; without it any changed option makes a new plan, "
           "and an import adds its sessions to the old ones"},
    Option{"width", 0, "COLUMNS", Values::number, false, in_show | in_plan | in_explain | in_course, output,
           "width of the text, 40 to 200; the terminal's, or 80, if not given; text is at most 100 columns wide"},
    Option{"time-form", 0, "FORM", Values::time_form, false, in_plan, calendar,
           "how times are written: zoned, utc, floating or all-day; zoned if not given"},
    Option{"alarm", 0, "MINUTES", Values::number, false, in_plan, calendar,
           "alarm before each session, or none; 10 if not given; whole days have none"},
    Option{"neutral-titles", 0, "", Values::none, false, in_plan, calendar,
           "titles that tell a stranger nothing; titles only: the text of an event still names the exercises"},
    Option{"publish", 0, "", Values::none, false, in_plan, calendar, "a calendar to subscribe to (METHOD:PUBLISH); not for CalDAV"},
    Option{"withdrawn", 0, "HOW", Values::withdrawn, false, in_plan, calendar,
           "sessions that earlier plans of your case had and this one has not: cancel writes them as cancelled events, drop leaves "
           "them out; cancel if not given"},
    Option{"coverage", 0, "", Values::none, false, in_check, output,
           "what each protocol leaves open, by CERT and by what a complete prescription says, and where its numbers come from"},
    Option{"json", 0, "", Values::none, false, in_list | in_show | in_plan | in_explain | in_course | in_check, output,
           "as data (JSON); of a plan the same as --format json"},
    Option{"language", 0, "LANG", Values::language, false, in_list | in_show | in_person | in_course, output,
           "the language of what is printed, as en (what is not translated stays in English)"},
    Option{"values", 0, "KIND", Values::kind, false, in_completion, output,
           "the values of one kind, one a line, in place of a script"},
    Option{"accept-protocol", 0, "", Values::none, false, in_case, own,
           "go on with a protocol that is another than the one your case began with; what differs is told"},
    Option{"catalog", 0, "FOLDER", Values::folder, false, in_all, everywhere,
           "add the protocols of this folder; one with a known name replaces it"},
    Option{"color", 0, "WHEN", Values::color, false, in_all, everywhere,
           "auto, always or never; NO_COLOR and TERM=dumb are respected"},
    Option{"quiet", 'q', "", Values::none, false, in_all, everywhere, "no word on standard error but warnings and errors"},
    Option{"verbose", 'v', "", Values::none, false, in_all, everywhere, "log on standard error what is done"},
    Option{"help", 'h', "", Values::none, false, in_all, everywhere, "the help of rehab, or of a command"},
    Option{"version", 0, "", Values::none, false, in_all, everywhere,
           "versions of rehab, of its protocols and of the time-zone data"},
};

// The words of a command line are split before its command is known.
constexpr bool namesakes_agree() {
  for (const Option& a : option_list)
    for (const Option& b : option_list)
      if (a.name == b.name &&
          (a.several != b.several || a.value.empty() != b.value.empty() || (&a != &b && (a.commands & b.commands) != 0)))
        return false;
  return true;
}
static_assert(namesakes_agree(), "options of one name are for different commands, and take values alike");
static_assert(option_list.size() == static_cast<std::size_t>(Opt::version) + 1, "one row for each Opt, in its order");

constexpr std::array list_examples{
    Example{"rehab list", "every protocol"},
    Example{"rehab list --catalog ./mine", "with your own beside them"},
    Example{"rehab list --json", "for a program"},
    Example{"rehab list equipment", "what to write after --equipment"},
    Example{"rehab list exercises", "what a protocol can name"},
};

constexpr std::array show_examples{
    Example{"rehab show calf-strain", "all of it"},
    Example{"rehab show calf-strain --severity mild", "what a mild strain gets"},
    Example{"rehab show calf-strain | less", "page by page"},
};

constexpr std::array plan_examples{
    Example{"rehab plan calf-strain --severity mild", "read it in the terminal, starting today"},
    Example{
        "rehab plan achilles-midportion-alfredson --severity moderate --start 2026-12-01 --zone Europe/Berlin --output plan.ics",
        "a file that any calendar imports"},
    Example{"rehab plan calf-strain --severity moderate --days mon,wed,fri,sat --time morning=06:45 --time midday=none "
            "--away 2026-12-24..2026-12-26",
            "around work and holidays"},
    Example{"rehab plan calf-strain --severity moderate --start 2026-12-01 --id 7c9e6679-7425-40de-944b-e07fc1f90ae7 --days "
            "mon,wed,fri --output plan.ics",
            "again on other days, and the sessions of an earlier calendar move"},
    Example{"rehab plan calf-strain --severity severe --start 2026-12-07 --cleared-by \"Dr. Lee, sports medicine\" "
            "--cleared-on 2026-11-30",
            "with a clinician's clearance"},
    Example{"rehab plan calf-strain --severity mild --start 2026-12-01 --output plan.csv", "a table for a spreadsheet"},
    Example{"rehab plan --case case.toml --output mine.ics", "from your case: an import brings an earlier calendar up to date"},
    Example{"rehab plan --case case.toml --what-if 'pain=6 on 2026-12-10'", "what would change; nothing is saved"},
};

constexpr std::array explain_examples{
    Example{"rehab explain achilles-midportion-alfredson --severity moderate --week 3", "a week of a protocol"},
    Example{"rehab explain calf-strain --severity mild --start 2026-12-01 --date 2026-12-08", "a day of a plan"},
    Example{"rehab explain calf-strain --severity mild --week 2 --equipment none", "what changes without equipment"},
    Example{"rehab explain calf-strain --severity mild --week 2 --json", "for a program"},
    Example{"rehab explain --case case.toml --date 2026-12-10", "why that day of your case is as it is"},
};

constexpr std::array start_examples{
    Example{"rehab start calf-strain --severity moderate --side left --start 2026-12-01 --case case.toml",
            "answer the safety questions, then begin"},
    Example{"rehab start achilles-midportion-alfredson --severity mild --red-flag none --tag none --case tendon.toml",
            "from a script: every question was answered with no"},
};

constexpr std::array today_examples{
    Example{"rehab today --case case.toml", "what to do now"},
    Example{"rehab today --case case.toml --date 2026-12-10", "another day"},
    Example{"rehab today --case case.toml --json", "for a program"},
};

constexpr std::array log_examples{
    Example{"rehab log --case case.toml --done all --pain 2", "after a session"},
    Example{"rehab log --case case.toml --pain-next-morning 3", "the morning after"},
    Example{"rehab log --case case.toml --date 2026-12-08 --part evening --done none", "what was missed yesterday"},
    Example{"rehab log --case case.toml --measured one-leg-heel-raise=12/25", "a test: the injured leg, and the other"},
    Example{"rehab log --case case.toml --pause-until 2026-12-13 --note \"a cold\"", "in bed for some days"},
    Example{"rehab log --case case.toml --cleared-by \"Dr. Lee, sports medicine\"", "a clinician has looked after a stop"},
};

constexpr std::array history_examples{
    Example{"rehab history --case case.toml", "what your diary changed"},
    Example{"rehab history --case case.toml --json", "for a program"},
};

constexpr std::array progress_examples{
    Example{"rehab progress --case case.toml", "how it goes"},
    Example{"rehab progress --case case.toml --width 60", "narrower"},
};

constexpr std::array check_examples{
    Example{"rehab check my-protocol.toml", "one file, with the shared exercises and sources that rehab carries"},
    Example{"rehab check protocols/", "all files of a folder, together"},
    Example{"rehab check my-protocol.toml && rehab show my-protocol --catalog .", "then look at it"},
    Example{"rehab check --coverage protocols/", "what they leave open"},
    Example{"rehab check my-protocol.toml --json", "for a program"},
};

constexpr std::array completion_examples{
    Example{"source <(rehab completion bash)", "bash: this line in ~/.bashrc"},
    Example{"source <(rehab completion zsh)", "zsh: this line in ~/.zshrc, after compinit"},
    Example{"rehab completion fish | source", "fish: this line in ~/.config/fish/config.fish"},
};

constexpr std::array manual_examples{
    Example{"rehab manual | man -l -", "where rehab was not installed"},
};

constexpr std::array steps{
    Example{"rehab list", "what there is"},
    Example{"rehab show calf-strain --severity mild", "read a protocol before you follow it"},
    Example{"rehab plan calf-strain --severity mild --start 2026-12-01 --output plan.ics", "a plan, for any calendar"},
    Example{"rehab start calf-strain --severity mild --start 2026-12-01 --case my-case.toml",
            "a plan that follows you: the safety questions, a file"},
    Example{"rehab log --case my-case.toml --done all --pain 2", "what you did and how it was"},
};

constexpr std::array command_list{
    Command{"list", in_list, "WHAT",
            "protocols, if nothing is said; or exercises, equipment, workouts (the optional ones), measures, conditions, tags, "
            "red-flags, pain-rules or sources, each with its id and title",
            Values::listing, false, false, "[WHAT] [OPTION]...", "every protocol: weeks by severity, who must lead; other ids",
            "Lists every protocol: its id, title and condition, how many weeks it takes for each severity, and whether a clinician "
            "must lead. Or lists the ids of what protocols and options name.",
            list_examples, list},
    Command{
        "show", in_show, "PROTOCOL", "an id, as `rehab list` names them", Values::protocol, true, false, "PROTOCOL [OPTION]...",
        "one protocol in full, with the source of every dose",
        "Shows a protocol: phases, workouts, doses, criteria to move on, pain rule, stop rules, red flags, and the source of every "
        "dose. What no source says is marked as assumed.",
        show_examples, show},
    Command{
        "plan", in_plan, "PROTOCOL", "an id, as `rehab list` names them", Values::protocol, true, false,
        "PROTOCOL --severity LEVEL|--case FILE [OPTION]...", "a dated plan for one person: text, calendar, data or table",
        "Makes one person's dated plan. The same protocol and options give the same calendar and data, always; the text shows "
        "today's session first, so it changes with the day. Nothing is stored but the file that --output names.\n\n"
        "With --case it is the plan of your case, as the diary has made it, and the case says all that --severity and the other "
        "options about the person would.\n\n"
        "This is not medical advice. `rehab show PROTOCOL` lists the red flags: answer them first.",
        plan_examples, plan},
    Command{
        "explain", in_explain, "PROTOCOL", "an id, as `rehab list` names them", Values::protocol, true, false,
        "PROTOCOL --severity LEVEL|--case FILE --week N|--date DATE", "why a plan says 3 × 15: each number back to its source",
        "Explains the numbers of a week or a day, exercise by exercise: which paper they are from and how it was read, or that "
        "they are assumed; what other severities and weeks get; what missing equipment or an answer of the person changed; and "
        "what that source found. What no source states is said to be not stated.\n\n"
        "--week looks into the protocol: no start is needed and no clearance asked for. With --start it is a week of that plan. "
        "--date is a day of a plan and takes the options that the plan was made with; with --case it is a day of your case, as the "
        "diary has made it.",
        explain_examples, explain},
    Command{
        "start", in_start, "PROTOCOL", "an id, as `rehab list` names them", Values::protocol, true, false,
        "PROTOCOL --severity LEVEL --case FILE [OPTION]...", "begin: the safety questions, then a case file to follow",
        "Begins one person's course of a protocol. On a terminal it asks the safety questions, one by one; a yes means that "
        "someone must look first: then nothing is written, and it says what to do and how fast. Then it asks what may rule the "
        "plan out, as a pregnancy or an age under 18: a yes is kept in the case, and where it needs a clinician, nothing is "
        "written without --cleared-by. In a script --red-flag stands for having been asked all this, and --tag for each yes.\n\n"
        "It writes the case file, for your eyes only (mode 0600), and never over a file that is there. The protocol is pinned as "
        "it is now.\n\n"
        "The case holds what the options say, and later what you log; nobody's name is needed. This is not medical advice.",
        start_examples, start},
    Command{"today", in_today, "", "", Values::none, false, false, "--case FILE [OPTION]...",
            "what to do now, and what the week holds",
            "Shows what to do on a day, step by step, what of it was done already, what to note, and what the week holds.",
            today_examples, today},
    Command{
        "log", in_log, "", "", Values::none, false, false, "--case FILE [OPTION]...",
        "say what you did and how it was; the plan follows",
        "Appends one entry to the diary of your case, and prints what it changes in the plan and why, or that nothing changes. "
        "Once it is printed the entry is on the disk. Nothing that was logged is ever changed: to correct it, log it again, for "
        "the same day and part; the later counts.\n\n"
        "At least one thing must be told. Pain can hold the plan or make it lighter, never harder.",
        log_examples, log_entry},
    Command{"history", in_history, "", "", Values::none, false, false, "--case FILE [OPTION]...",
            "what your diary changed in the plan, and why",
            "Lists every decision that followed from the diary: its day, what was seen, what it did, and who says so.",
            history_examples, history},
    Command{"progress", in_progress, "", "", Values::none, false, false, "--case FILE [OPTION]...",
            "done beside planned, pain and tests over the weeks",
            "Draws how it goes, week by week: sessions done beside sessions planned, pain, and each test.", progress_examples,
            progress},
    Command{
        "check", in_check, "FILE", "a protocol, or what protocols share (.toml); a folder; - for standard input", Values::toml,
        true, true, "FILE|FOLDER... [OPTION]...", "find every mistake in files of protocols",
        "Reads protocols, exercises, sources, measures and safety rules (TOML) and prints every mistake with its place and what to "
        "do. Each protocol is also planned for every severity, with every equipment, on one to seven free days. A folder stands "
        "for all its .toml files. Shared files that are not named are those that rehab carries.",
        check_examples, check},
    Command{"completion", in_completion, "SHELL", "bash, zsh or fish", Values::shell, false, false, "SHELL",
            "a script that completes commands, options and values",
            "Prints a script for your shell, which then completes commands, options, ids and zones.", completion_examples,
            completion},
    Command{"manual", in_manual, "", "", Values::none, false, false, "[OPTION]...", "the manual page",
            "Prints the manual page, all of this help in one, for man(1). Installed with rehab, it is what `man rehab` shows.",
            manual_examples, manual},
};

}  // namespace

std::span<const Option> options() { return option_list; }
std::span<const Command> commands() { return command_list; }
std::span<const Example> first_steps() { return steps; }
const Option& option(Opt id) { return option_list[static_cast<std::size_t>(id)]; }

const Option* find_option(std::string_view name) {
  const auto* found = std::find_if(option_list.begin(), option_list.end(), [&](const Option& o) { return o.name == name; });
  return found == option_list.end() ? nullptr : found;
}

const Command* find_command(std::string_view name) {
  const auto* found = std::find_if(command_list.begin(), command_list.end(), [&](const Command& c) { return c.name == name; });
  return found == command_list.end() ? nullptr : found;
}

}  // namespace app
